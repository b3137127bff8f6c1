//! The values of one section or row, and the faults that any of them may have.

use toml::de::DeValue;

use super::{Key, Value};
use crate::model::{Span, Spanned};
use crate::report::Fault;
use crate::rule::Rule;
use crate::suggest;

/// The known keys of one section or row.
pub(super) struct Values<'t> {
    /// What they belong to, for messages.
    pub(super) place: String,
    /// Where that begins.
    pub(super) span: Span,
    entries: Vec<(&'t str, &'t Value<'t>)>,
}

impl<'t> Values<'t> {
    pub(super) fn new(place: &str, span: &Span) -> Self {
        Self { place: place.to_owned(), span: span.clone(), entries: Vec::new() }
    }

    pub(super) fn insert(&mut self, key: &'t Key<'t>, value: &'t Value<'t>) {
        self.entries.push((key.get_ref(), value));
    }

    pub(super) fn get(&self, key: &str) -> Option<&'t Value<'t>> {
        self.entries.iter().find(|(name, _)| *name == key).map(|&(_, value)| value)
    }

    pub(super) fn wrong_type(&self, key: &str, value: &Value<'_>, expected: &str) -> Fault {
        let key = if key.contains(' ') { key.to_owned() } else { format!("`{key}`") };
        Fault::new(
            Rule::ValueType,
            format!("{key} of {} is {}, expected {expected}", self.place, found(value.get_ref())),
        )
        .at(&value.span())
        .label("of another type")
        .help(mend(value.get_ref(), expected))
    }
}

/// How a value of the wrong type is mended.
fn mend(value: &DeValue<'_>, expected: &str) -> String {
    match value {
        DeValue::String(text) if expected.starts_with("an integer") && text.parse::<u16>().is_ok() => {
            format!("take the quotes away: `{text}`")
        }
        DeValue::String(text) if expected.starts_with("an array") => format!("put it in brackets: `[\"{text}\"]`"),
        DeValue::Integer(number) if expected == "a string" => format!("put it in quotes: `\"{number}\"`"),
        DeValue::Boolean(value) if expected == "a string" => format!("put it in quotes: `\"{value}\"`"),
        _ => format!("write {expected} in its place"),
    }
}

/// What stands in the file, with its article.
pub(super) fn found(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}

pub(super) fn unknown_key(place: &str, key: &Spanned<String>, keys: &[&str]) -> Fault {
    unknown(Rule::KnownKey, &format!("key `{}`", key.value), place, &key.value, keys).at(&key.span).label("unknown key")
}

/// A fault for a word that is none of those that there are.
pub(super) fn unknown(rule: Rule, what: &str, place: &str, word: &str, words: &[&str]) -> Fault {
    let all: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    let all = all.join(", ");
    match suggest::nearest(&word.to_ascii_lowercase(), words) {
        Some(near) => Fault::new(rule, format!("unknown {what} in {place}, did you mean `{near}`?")),
        None => Fault::new(rule, format!("unknown {what} in {place}")),
    }
    .help(format!("expected one of {all}"))
}

/// A code's number; the message where it is none.
pub(super) fn number(key: &str) -> Result<u16, String> {
    let is_decimal = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    let has_leading_zero = key.len() > 1 && key.starts_with('0');
    match key.parse() {
        Ok(number) if is_decimal && !has_leading_zero => Ok(number),
        Ok(_) if has_leading_zero => Err(format!("number `{key}` has a leading zero")),
        Err(_) if is_decimal => Err(format!("number `{key}` is too large: expected 0 to 65535")),
        _ if key.starts_with(['+', '-']) => Err(format!("number `{key}` has a sign")),
        _ if key.contains('_') && key.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') => {
            Err(format!("number `{key}` has an underscore"))
        }
        _ => Err(format!("`{key}` is no decimal number of 0 to 65535")),
    }
}

pub(super) fn number_help(section: &str, key: &str) -> String {
    let digits: String = key.chars().filter(char::is_ascii_digit).collect();
    let plain = digits.trim_start_matches('0');
    if plain.is_empty() || plain.len() > 5 || number(plain).is_err() || key.starts_with("0x") {
        format!("a code is a table below its section, such as `[{section}.217]`")
    } else {
        format!("write `[{section}.{plain}]`")
    }
}
