//! A row: what is below its header, and its rules.

use std::num::IntErrorKind;

use toml::de::{DeArray, DeValue};

use super::fields::{Fields, Item, in_order};
use super::keys::{ADVICE, DESCRIPTION, EVIDENCE, HTTP, NAME, NOTE, Owner, http_status};
use super::reader::Reader;
use super::{docs, identifiers};
use crate::diagnostic::Diagnostic;
use crate::model::{Advice, Row, Spanned};
use crate::rule::Rule;
use crate::words::{did_you_mean, nearest, quoted, quoted_list};

/// What a section says about all of its rows.
pub(super) struct Defaults {
    pub(super) advice: Option<Advice>,
    pub(super) docs: Option<String>,
}

/// Reads a row of a section; `None` if it has no valid number or name.
pub(super) fn row<'t>(reader: &mut Reader<'t>, section: &str, defaults: &Defaults, item: &Item<'t>) -> Option<Row> {
    let has_two_parts = check_header(reader, section, item);
    let Some(number) = number(item.key) else {
        if has_two_parts {
            report_number(reader, section, item);
        }
        return None;
    };
    let (span, address) = (&item.key_span, format!("{section}.{number}"));
    let of = format!("code {}", quoted(&address));
    let Some(table) = item.value.as_table() else {
        let error = Diagnostic::new(Rule::ValueType, format!("{of} is not a table")).at(span).label("expected a table");
        reader.errors.report(error.help(format!("write `[{address}]`, with `name` and `description` below it")));
        return None;
    };
    let items = in_order(table);
    let mut fields = Fields { owner: Owner::Code, of, header: span, items: &items, errors: &mut reader.errors };
    if has_two_parts {
        fields.check_keys();
    }
    let name = fields.text(&NAME);
    // A missing description was reported. The row is expanded all the same, so that its users get no further errors.
    let description = fields.text(&DESCRIPTION).map_or(String::new(), |text| text.value);
    let http_status = fields.get(&HTTP).and_then(|item| http_status(item.value));
    let note = fields.text(&NOTE).map(|text| text.value);
    let advice = advice(&mut fields).or(defaults.advice).unwrap_or(Advice::UNSPECIFIED);
    let evidence = fields.text(&EVIDENCE).map(|text| text.value);
    // Without a name, there is no variant.
    let name = name?;
    let variant = identifiers::to_variant(&name, reader.source, &mut reader.errors)?;
    let docs_url = defaults.docs.as_ref().filter(|_| evidence.is_none());
    let docs_url = docs_url.map(|url| docs::fill(url, number, &name.value));
    let number = Spanned { value: number, span: span.clone() };
    let (section, index) = (0, 0);
    Some(Row { section, index, number, name, variant, description, note, http_status, advice, evidence, docs_url })
}

/// Returns whether an entry of a section is meant to be a row.
pub(super) fn is_row(key: &str, value: &DeValue<'_>) -> bool {
    let has_tables = |values: &DeArray<'_>| values.iter().any(|value| value.get_ref().is_table());
    value.is_table() || value.as_array().is_some_and(has_tables) || number(key).is_some()
}

/// Returns the number of a code, if this is one: a decimal i64.
pub(super) fn number(key: &str) -> Option<i64> {
    key.parse().ok().filter(|number: &i64| number.to_string() == key)
}

/// The header of a code has two parts: returns whether this one does.
fn check_header(reader: &mut Reader<'_>, section: &str, item: &Item<'_>) -> bool {
    let mut parts = item.value.as_table().into_iter().flatten();
    let third =
        parts.find(|(third, value)| value.get_ref().is_table() && reader.source.is_in_header(third.span().start));
    let Some((third, _)) = third else { return true };
    let (key, span, third) = (item.key, third.span(), third.get_ref());
    let error = Diagnostic::new(Rule::KnownKey, format!("the header `[{section}.{key}.{third}]` has three parts"));
    let help = match number(key) {
        Some(_) => format!("the header of a code has two parts: write `[{section}.{key}]`"),
        None => "the header of a code has two parts: a section and a number".to_owned(),
    };
    reader.errors.report(error.at(&span).label("unexpected").help(help));
    false
}

/// A code has a number.
fn report_number(reader: &mut Reader<'_>, section: &str, item: &Item<'_>) {
    let (key, too_large) = (item.key, [IntErrorKind::PosOverflow, IntErrorKind::NegOverflow]);
    let help = if let Some(Ok(number)) = key.strip_prefix("0x").map(|digits| i64::from_str_radix(digits, 16)) {
        format!("write `[{section}.{number}]`")
    } else if key.parse::<i64>().is_err_and(|error| too_large.contains(error.kind())) {
        format!("the number must be from {} to {}", i64::MIN, i64::MAX)
    } else {
        "write a decimal number, without a plus sign, leading zeros or underscores; codes that are words are not supported"
            .to_owned()
    };
    let message = format!("{} in section {} is not a code number", quoted(key), quoted(section));
    let error = Diagnostic::new(Rule::PlainNumber, message).at(&item.key_span).label("expected a decimal number");
    reader.errors.report(error.help(help));
}

/// Returns the advice of a section or a code, which must be known.
pub(super) fn advice(fields: &mut Fields<'_, '_>) -> Option<Advice> {
    let text = fields.text(&ADVICE)?;
    let given = text.value.to_ascii_lowercase();
    let mut names = Vec::new();
    // What people write instead: the phrase that is displayed, or `retry`.
    let mut meant = if given == "retry" { Some("retry-later") } else { None };
    for advice in &Advice::ALL {
        if advice.name == text.value {
            return Some(*advice);
        }
        if advice.phrase == given {
            meant = Some(advice.name);
        }
        names.push(advice.name);
    }
    let meant = did_you_mean(meant.or_else(|| nearest(&given, &names)));
    let message = format!("unknown advice {} in {}{meant}", quoted(&text.value), fields.of);
    let error = Diagnostic::new(Rule::KnownAdvice, message).at(&text.span).label("unknown advice");
    fields.errors.report(error.help(format!("expected {}", quoted_list(&names, " or "))));
    None
}
