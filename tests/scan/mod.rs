//! The lookups of a table, compared with a plain scan of its codes. The program `large` of tests/downstream uses it, too.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

use amo_codes::{ParseError, ResponseCode};

/// Asserts that each code is found by its address, and that the lookups of its number, of those around it and of other numbers
/// find what a scan of all codes finds.
pub(crate) fn assert_lookups<C, S>(
    others: impl IntoIterator<Item = i64>,
    all: &[C],
    sections: &[S],
    by_number: fn(i64) -> &'static [C],
    lookup: fn(S, i64) -> Option<C>,
) where
    C: ResponseCode + Copy + PartialEq + FromStr<Err = ParseError>,
    S: Copy + Display,
{
    let mut numbers = BTreeSet::from_iter(others);
    for code in all {
        assert_eq!(code.address().to_string().parse(), Ok(*code));
        // Numbers in the same bucket of the index, and in others.
        let around = |number: i64| (-65..=65).map(move |step| number.saturating_add(step));
        numbers.extend(code.as_number().into_iter().flat_map(around));
    }
    for number in numbers {
        let codes: Vec<C> = all.iter().copied().filter(|code| code.as_number() == Some(number)).collect();
        assert_eq!(by_number(number), codes, "{number}");
        for &section in sections {
            let code = codes.iter().copied().find(|code| code.section_key() == section.to_string());
            assert_eq!(lookup(section, number), code, "{section}.{number}");
        }
    }
}
