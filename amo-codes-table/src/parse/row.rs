//! A row: its keys, and how it is read.

use std::num::IntErrorKind;

use toml::de::{DeArray, DeValue};

use super::content::Reader;
use super::fields::{Fields, HTTP_STATUS, Item, Key, Keys, TEXT, http_status, in_order};
use super::{docs, names, section};
use crate::diagnostic::Diagnostic;
use crate::model::{Advice, Row, Span, Spanned};
use crate::rule::Rule;
use crate::source::Source;
use crate::words::{did_you_mean, names as listed, nearest, quoted};

pub(super) static KEYS: &Keys = &[&NAME, &DESCRIPTION, &HTTP, &NOTE, &ADVICE, &EVIDENCE];

const NAME_HELP: &str =
    "copy the API's own name of the code, such as `name = \"NOT_FOUND\"`, or say what happened if it has none";
const DESCRIPTION_HELP: &str = "copy the description from the API's documentation, in quotes";
const HTTP_HELP: &str = "write an HTTP status as a plain number, such as `http = 402`, or omit the key if the documentation \
    gives none; the number of a code is not an HTTP status";
const NOTE_HELP: &str = "copy the note from the API's documentation, in quotes, or omit the key if it has none";
const ADVICE_HELP: &str = "write what to do next, such as `advice = \"retry-later\"`, or omit the key";
const EVIDENCE_HELP: &str = "if the API's documentation does not have the code, write where replies with it were seen, such as \
    `evidence = \"Seen in replies to POST /v1/invoices\"`; otherwise, omit the key";

static NAME: Key = Key::required("name", &TEXT, NAME_HELP);
static DESCRIPTION: Key =
    Key::required("description", &TEXT, DESCRIPTION_HELP).instead_of(&["desc", "text", "message"]);
static HTTP: Key = Key::optional("http", &HTTP_STATUS, HTTP_HELP).instead_of(&["status", "http_status", "code"]);
static NOTE: Key = Key::optional("note", &TEXT, NOTE_HELP);
pub(super) static ADVICE: Key = Key::optional("advice", &TEXT, ADVICE_HELP).instead_of(&["retry"]);
static EVIDENCE: Key = Key::optional("evidence", &TEXT, EVIDENCE_HELP).instead_of(&["undocumented"]);

/// Reads a row of a section; `None` if it has no valid number or name.
pub(super) fn row<'t>(
    reader: &mut Reader<'t>,
    section: &str,
    defaults: &section::Defaults,
    item: &Item<'t>,
) -> Option<Row> {
    let span = &item.key_span;
    let Some(number) = number(item.key) else {
        reader.errors.push(not_a_number(reader.source, section, item));
        return None;
    };
    let (of, header) = (format!("code `{section}.{number}`"), format!("[{section}.{number}]"));
    let Some(table) = item.value.as_table() else {
        let diagnostic = Diagnostic::new(Rule::ValueType, format!("{of} is not a table")).at(span);
        let help = format!("write `{header}`, with `name` and `description` below it");
        reader.errors.push(diagnostic.label("expected a table").help(help));
        return None;
    };
    let items = in_order(table);
    let mut fields = Fields { of, header: span, items: &items, errors: &mut reader.errors };
    if let Some(extra) = items.iter().find(|item| item.value.is_table() && item.is_header(reader.source)) {
        let message = format!("unexpected `.{}` in the header of {}", extra.key, fields.of);
        let diagnostic = Diagnostic::new(Rule::KnownKey, message).at(&extra.key_span).label("unexpected");
        fields.errors.push(diagnostic.help(format!("the header of a code has two parts: write `{header}`")));
    } else {
        fields.check(KEYS, section::KEYS, "section", &mut reader.early);
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
    let variant = names::variant_name(&name, reader.source, &mut reader.errors)?;
    let docs_url =
        defaults.docs.as_ref().filter(|_| evidence.is_none()).map(|url| docs::fill(url, number, &name.value));
    let number = Spanned { value: number, span: span.clone() };
    Some(Row { number, name, variant, description, note, http_status, advice, evidence, docs_url })
}

/// Reads the advice of a section or a row.
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
    let diagnostic = Diagnostic::new(Rule::KnownAdvice, message).at(&text.span).label("unknown advice");
    fields.errors.push(diagnostic.help(format!("expected {}", listed(&names, " or "))));
    None
}

/// Returns whether an entry of a section is meant to be a row.
pub(super) fn is_row(key: &str, value: &DeValue<'_>) -> bool {
    let has_tables = |values: &DeArray<'_>| values.iter().any(|value| value.get_ref().is_table());
    value.is_table() || value.as_array().is_some_and(has_tables) || number(key).is_some()
}

fn number(key: &str) -> Option<i64> {
    key.parse().ok().filter(|number: &i64| number.to_string() == key)
}

fn not_a_number(source: &Source, section: &str, item: &Item<'_>) -> Diagnostic {
    let inner = item.value.as_table().map_or(Vec::new(), in_order);
    let inner = inner.iter().find(|inner| inner.value.is_table() && item.is_header(source));
    let (message, label, help) = if let Some(inner) = inner {
        let message = format!("the header `[{section}.{}.{}]` has three parts", item.key, inner.key);
        (message, "expected a number", "the header of a code has two parts: a section and a number".to_owned())
    } else {
        let message = format!("{} in section `{section}` is not the number of a code", quoted(item.key));
        (message, "expected a decimal number", number_help(section, item.key))
    };
    Diagnostic::new(Rule::PlainNumber, message).at(&item.key_span).label(label).help(help)
}

/// Returns what to write in place of a key that is not a number.
fn number_help(section: &str, key: &str) -> String {
    if let Some(Ok(number)) = key.strip_prefix("0x").map(|digits| i64::from_str_radix(digits, 16)) {
        return format!("write `[{section}.{number}]`");
    }
    let error = key.parse::<i64>().err();
    if error.is_some_and(|error| matches!(error.kind(), IntErrorKind::PosOverflow | IntErrorKind::NegOverflow)) {
        return format!("the number must be from {} to {}", i64::MIN, i64::MAX);
    }
    "write a decimal number, without a plus sign, leading zeros or underscores; codes that are words are not supported"
        .to_owned()
}

/// Returns the error for a section that has the keys of a code.
pub(super) fn is_section(key: &str, span: &Span, sections: &[&str]) -> Diagnostic {
    let help = match with_dot(key, sections) {
        Some(header) => format!("write `{header}`"),
        None => "the header of a code has two parts, a section and a number, such as `[invoices.7]`".to_owned(),
    };
    let message = format!("section {} has the keys of a code", quoted(key));
    Diagnostic::new(Rule::KnownKey, message).at(span).label("expected a section and a number").help(help)
}

/// Returns the header that was probably meant: `[tasks244]` is `[tasks.244]`.
fn with_dot(key: &str, sections: &[&str]) -> Option<String> {
    let digits = key.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let section = key.strip_suffix(digits)?.trim_end_matches(['_', '-']);
    (sections.contains(&section) && number(digits).is_some()).then(|| format!("[{section}.{digits}]"))
}
