//! What [`code!`](crate::code) stands on: numbers as types, and the words of its errors.

/// A table code's number as a type. It is a `u32`, so that an error reports 70000 as 70000.
///
/// ```
/// use amo_codes::{Code, Known, Number, code};
///
/// const NAMELESS: Code = <Number<217> as Known<Code>>::CODE;
/// assert_eq!(NAMELESS, code!(217));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number<const N: u32>;

/// A [`Number`] read as a code of `T`: a table's `Code`, or the enum of one section.
///
/// The macros write the impls. [`CODE`](Self::CODE) of a number that `T` does not have fails to evaluate, which only a
/// build reports; [`code!`](crate::code) is checked by `cargo check` too.
///
/// ```
/// use amo_codes::{Known, Number, Tasks};
///
/// assert_eq!(<Number<244> as Known<Tasks>>::CODE, Tasks::AddLeadForbidden);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{T}` is no type of a table of codes",
    label = "expected a table's `Code` or the enum of one section"
)]
pub trait Known<T> {
    /// The code.
    const CODE: T;
}

/// The low half of a number; who calls it compares the code that it leads to with the whole number.
#[expect(clippy::cast_possible_truncation, reason = "compared with the whole number by the caller")]
#[must_use]
pub const fn narrow(number: u32) -> u16 {
    number as u16
}

/// Stops the compilation of a `code!` whose number is not a code of the type that it names.
///
/// `rows` are all rows of the table, by number and type; `wanted` is the type of one section, `None` for `Code`.
///
/// # Panics
/// Always: when a constant is evaluated, that is the compile error, and `code!` is never evaluated elsewhere.
#[track_caller]
#[expect(clippy::panic, reason = "a panic while a constant is evaluated is how a const fn reports a compile error")]
pub const fn refuse(number: u32, wanted: Option<&str>, rows: &[(u16, &str)]) -> ! {
    let mut text = Text::EMPTY;
    match wanted {
        Some(section) => text.push("`").push(section).push("` has no number ").push_number(number),
        None => text.push("number ").push_number(number).push(" stands in "),
    };
    match (wanted, sections(number, rows)) {
        (None, 0) => text.push("no section").push_nearest(number, None, rows),
        (None, count) => {
            text.push_number(count).push(" sections, name the one that is meant: ").push_sections(number, count, rows)
        }
        (Some(section), 0) => text.push(", and no other section has it").push_nearest(number, Some(section), rows),
        (Some(_), count) => text.push(", another section has: ").push_sections(number, count, rows),
    };
    panic!("{}", text.as_str())
}

const fn sections(number: u32, rows: &[(u16, &str)]) -> u32 {
    let (mut row, mut count) = (0, 0);
    while row < rows.len() {
        if rows[row].0 as u32 == number {
            count += 1;
        }
        row += 1;
    }
    count
}

/// A text built while a constant is evaluated; what does not fit is cut off.
struct Text {
    bytes: [u8; 1024],
    len: usize,
}

impl Text {
    const EMPTY: Self = Self { bytes: [0; 1024], len: 0 };

    const fn push(&mut self, text: &str) -> &mut Self {
        if self.len + text.len() <= self.bytes.len() {
            let mut place = 0;
            while place < text.len() {
                self.bytes[self.len] = text.as_bytes()[place];
                self.len += 1;
                place += 1;
            }
        }
        self
    }

    const fn push_number(&mut self, number: u32) -> &mut Self {
        if number >= 10 {
            self.push_number(number / 10);
        }
        let digit = [b'0' + (number % 10) as u8];
        match core::str::from_utf8(&digit) {
            Ok(digit) => self.push(digit),
            Err(_) => self,
        }
    }

    /// `` `code!(244 in Events)` or `code!(244 in Tasks)` ``.
    const fn push_sections(&mut self, number: u32, count: u32, rows: &[(u16, &str)]) -> &mut Self {
        let (mut row, mut said) = (0, 0);
        while row < rows.len() {
            if rows[row].0 as u32 == number {
                if said > 0 {
                    self.push(if said + 1 == count { " or " } else { ", " });
                }
                said += 1;
                self.push("`code!(").push_number(number).push(" in ").push(rows[row].1).push(")`");
            }
            row += 1;
        }
        self
    }

    /// `, the nearest are 217 (Leads) and 219 (Contacts)`: the next number below and above.
    const fn push_nearest(&mut self, number: u32, wanted: Option<&str>, rows: &[(u16, &str)]) -> &mut Self {
        let (mut below, mut above): (Option<usize>, Option<usize>) = (None, None);
        let mut row = 0;
        while row < rows.len() {
            let (at, section) = rows[row];
            let candidate = match wanted {
                Some(wanted) => same(wanted, section),
                None => true,
            };
            if candidate && (at as u32) < number && is_nearer(at, below, rows, true) {
                below = Some(row);
            } else if candidate && at as u32 > number && is_nearer(at, above, rows, false) {
                above = Some(row);
            }
            row += 1;
        }
        match (below, above) {
            (Some(one), Some(other)) => {
                self.push(", the nearest are ").push_row(rows[one]).push(" and ").push_row(rows[other])
            }
            (Some(one), None) | (None, Some(one)) => self.push(", the nearest is ").push_row(rows[one]),
            (None, None) => self,
        }
    }

    const fn push_row(&mut self, row: (u16, &str)) -> &mut Self {
        self.push_number(row.0 as u32).push(" (").push(row.1).push(")")
    }

    const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "a number that the table does not have",
        }
    }
}

/// Whether `at` lies nearer than what was found so far, upwards or downwards.
const fn is_nearer(at: u16, found: Option<usize>, rows: &[(u16, &str)], upwards: bool) -> bool {
    match found {
        Some(row) if upwards => at > rows[row].0,
        Some(row) => at < rows[row].0,
        None => true,
    }
}

const fn same(a: &str, b: &str) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut place = 0;
    while place < a.len() {
        if a.as_bytes()[place] != b.as_bytes()[place] {
            return false;
        }
        place += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::String;

    use super::{Text, refuse};

    const ROWS: &[(u16, &str)] =
        &[(7, "Invoices"), (65535, "Invoices"), (7, "Refunds"), (10, "Refunds"), (7, "Orders")];

    fn refused(number: u32, wanted: Option<&'static str>, rows: &'static [(u16, &'static str)]) -> String {
        let panic = std::panic::catch_unwind(|| -> () { refuse(number, wanted, rows) });
        panic.err().and_then(|words| words.downcast::<String>().ok()).map(|words| *words).unwrap_or_default()
    }

    #[test]
    fn a_number_is_refused_with_what_there_is_instead() {
        for (number, wanted, words) in [
            (
                7,
                None,
                "number 7 stands in 3 sections, name the one that is meant: `code!(7 in Invoices)`, `code!(7 in Refunds)` or `code!(7 in Orders)`",
            ),
            (8, None, "number 8 stands in no section, the nearest are 7 (Invoices) and 10 (Refunds)"),
            (0, None, "number 0 stands in no section, the nearest is 7 (Invoices)"),
            (65536, None, "number 65536 stands in no section, the nearest is 65535 (Invoices)"),
            (10, Some("Invoices"), "`Invoices` has no number 10, another section has: `code!(10 in Refunds)`"),
            (
                9,
                Some("Refunds"),
                "`Refunds` has no number 9, and no other section has it, the nearest are 7 (Refunds) and 10 (Refunds)",
            ),
            (
                70000,
                Some("Orders"),
                "`Orders` has no number 70000, and no other section has it, the nearest is 7 (Orders)",
            ),
            (
                u32::MAX,
                Some("Refunds"),
                "`Refunds` has no number 4294967295, and no other section has it, the nearest is 10 (Refunds)",
            ),
        ] {
            assert_eq!(refused(number, wanted, ROWS), words);
        }
        assert_eq!(refused(8, None, &[]), "number 8 stands in no section");
    }

    #[test]
    fn what_does_not_fit_into_the_text_is_cut_off() {
        let mut text = Text::EMPTY;
        for _ in 0..2_000 {
            text.push("ф");
        }
        text.push("!");
        assert_eq!(text.as_str().chars().count(), 512);
    }
}
