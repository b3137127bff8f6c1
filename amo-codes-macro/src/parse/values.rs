//! The values of a section or a row, and the errors that any of them can have.

use toml::de::DeValue;

use super::item::Item;
use super::types::{NO_STATUS, Type, wrong, wrong_type};
use crate::diagnostic::{Diagnostic, Diagnostics, list, nearest};
use crate::model::{Advice, Spanned};
use crate::rule::Rule;

/// Reads a text, which must not be blank.
pub(super) fn text(item: &Item<'_>, of: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<String>> {
    let DeValue::String(text) = item.value else {
        let expected = if item.key == "name" { Type::Name } else { Type::Text };
        diagnostics.push(wrong_type(item, of, expected));
        return None;
    };
    if !text.trim().is_empty() {
        return Some(Spanned { value: text.to_string(), span: item.span.clone() });
    }
    let help = match item.key {
        "note" => "omit the key if the documentation has no note",
        "name" => "write what happened in UpperCamelCase, such as `NothingFound`",
        "title" => "copy the title from the documentation",
        _ => "copy the description from the documentation",
    };
    let diagnostic = Diagnostic::new(Rule::NotBlank, format!("`{}` of {of} is blank", item.key));
    diagnostics.push(diagnostic.at(&item.span).label("blank").help(help));
    None
}

pub(super) fn http_status(item: &Item<'_>, of: &str, diagnostics: &mut Diagnostics) -> Option<u16> {
    let DeValue::Integer(number) = item.value else {
        diagnostics.push(wrong_type(item, of, Type::HttpStatus));
        return None;
    };
    if let Ok(status @ 100..=599) = u16::from_str_radix(number.as_str(), number.radix()) {
        return Some(status);
    }
    let message = format!("`http` of {of} is {number}, expected an HTTP status from 100 to 599");
    diagnostics.push(Diagnostic::new(Rule::HttpRange, message).at(&item.span).label("out of range").help(NO_STATUS));
    None
}

pub(super) fn advice(item: &Item<'_>, of: &str, diagnostics: &mut Diagnostics) -> Option<Advice> {
    let DeValue::String(text) = item.value else {
        diagnostics.push(wrong_type(item, of, Type::Advice));
        return None;
    };
    let advice = Advice::ALL.into_iter().find(|advice| advice.name == text.as_ref());
    if advice.is_none() {
        let names = Advice::ALL.map(|advice| advice.name);
        let near = nearest(&text.to_ascii_lowercase(), &names);
        let diagnostic = unknown(Rule::KnownAdvice, &format!("advice `{text}`"), of, near, &names);
        diagnostics.push(diagnostic.at(&item.span).label("unknown advice"));
    }
    advice
}

pub(super) fn boolean(item: &Item<'_>, of: &str, diagnostics: &mut Diagnostics) -> Option<bool> {
    if let DeValue::Boolean(value) = item.value {
        return Some(*value);
    }
    diagnostics.push(wrong_type(item, of, Type::Boolean));
    None
}

pub(super) fn paths(item: &Item<'_>, of: &str, diagnostics: &mut Diagnostics) -> Vec<Spanned<String>> {
    let mut paths = Vec::new();
    let DeValue::Array(values) = item.value else {
        diagnostics.push(wrong_type(item, of, Type::Paths));
        return paths;
    };
    for value in values {
        let span = item.within(&value.span());
        match value.get_ref() {
            DeValue::String(path) => paths.push(Spanned { value: path.to_string(), span }),
            value => diagnostics.push(wrong(&format!("a path of {of}"), value, Type::Path).at(&span)),
        }
    }
    paths
}

/// Returns the error for an unknown key or value: `near` is the one that was probably meant, `words` are all of them.
pub(super) fn unknown(rule: Rule, what: &str, of: &str, near: Option<&str>, words: &[&str]) -> Diagnostic {
    let message = match near {
        Some(near) => format!("unknown {what} in {of}, did you mean `{near}`?"),
        None => format!("unknown {what} in {of}"),
    };
    let words = words.iter().map(|word| format!("`{word}`")).collect();
    Diagnostic::new(rule, message).help(format!("expected {}", list(words, "or")))
}

/// Parses the number of a code, or returns the error for a key that is not one.
pub(super) fn number(item: &Item<'_>, section: &str) -> Result<u16, Box<Diagnostic>> {
    let key = item.key;
    let is_decimal = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    let has_leading_zero = key.len() > 1 && key.starts_with('0');
    let message = match key.parse::<u16>() {
        Ok(number) if is_decimal && !has_leading_zero => return Ok(number),
        Ok(_) if has_leading_zero => format!("number `{key}` has a leading zero"),
        Err(_) if is_decimal => format!("number `{key}` is too large, expected 0 to 65535"),
        _ if key.is_empty() => format!("empty number in section `{section}`"),
        _ if key.starts_with(['+', '-']) => format!("number `{key}` has a sign"),
        _ if key.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') => {
            format!("number `{key}` has an underscore")
        }
        _ => format!("`{key}` is not a decimal number from 0 to 65535"),
    };
    let help = match meant_number(key) {
        Some(number) => format!("write `[{section}.{number}]`"),
        None if is_decimal => "use a number from 0 to 65535".to_owned(),
        None => format!("write the header of a code with its section and its number, such as `[{section}.217]`"),
    };
    let diagnostic = Diagnostic::new(Rule::PlainNumber, message).at(&item.key_span);
    Err(Box::new(diagnostic.label("not a code number").help(help)))
}

/// Returns the number that a key is probably meant to be: `+7`, `007`, `1_0`, `code_7` or `E7`.
fn meant_number(key: &str) -> Option<u16> {
    let unsigned = key.trim_start_matches(['+', '-']);
    let number = unsigned.trim_start_matches(|letter: char| letter.is_ascii_alphabetic() || letter == '_');
    let digits = number.replace('_', "");
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}
