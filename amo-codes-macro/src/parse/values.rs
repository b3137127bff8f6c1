//! The values of a section or a row, and the errors that any of them can have.

use toml::de::DeValue;

use super::tree::{Node, Other, Value};
use super::types::{NO_STATUS, Type, wrong, wrong_type};
use crate::diagnostic::{Diagnostic, Diagnostics, list, nearest};
use crate::model::{Advice, Span, Spanned};
use crate::rule::Rule;

/// A text that is not blank.
pub(super) fn text(key: &str, of: &str, node: &Node<'_>, diagnostics: &mut Diagnostics) -> Option<Spanned<String>> {
    let diagnostic = match &node.value {
        Value::Other(Other { value: DeValue::String(text), .. }) if !text.trim().is_empty() => {
            return Some(Spanned { value: text.to_string(), span: node.span() });
        }
        Value::Other(Other { value: DeValue::String(_), .. }) => {
            let help = match key {
                "note" => "omit the key if the documentation has no note",
                "name" => "write what happened in UpperCamelCase, such as `NothingFound`",
                _ => "copy the text from the documentation",
            };
            Diagnostic::new(Rule::NotBlank, format!("`{key}` of {of} is blank")).label("empty").help(help)
        }
        value => wrong_type(key, of, value, Type::Text),
    };
    diagnostics.push(diagnostic.at(&node.span()));
    None
}

pub(super) fn http_status(of: &str, node: &Node<'_>, diagnostics: &mut Diagnostics) -> Option<u16> {
    let diagnostic = match &node.value {
        Value::Other(Other { value: DeValue::Integer(number), .. }) => {
            if let Ok(status @ 100..=599) = u16::from_str_radix(number.as_str(), number.radix()) {
                return Some(status);
            }
            let message = format!("`http` of {of} is {number}, expected an HTTP status from 100 to 599");
            Diagnostic::new(Rule::HttpRange, message).label("out of range").help(NO_STATUS)
        }
        value => wrong_type("http", of, value, Type::HttpStatus),
    };
    diagnostics.push(diagnostic.at(&node.span()));
    None
}

pub(super) fn advice(of: &str, node: &Node<'_>, diagnostics: &mut Diagnostics) -> Option<Advice> {
    let names = Advice::ALL.map(|advice| advice.key);
    let diagnostic = match &node.value {
        Value::Other(Other { value: DeValue::String(text), .. }) => {
            if let Some(advice) = Advice::ALL.into_iter().find(|advice| advice.key == text.as_ref()) {
                return Some(advice);
            }
            unknown(Rule::KnownAdvice, &format!("advice `{text}`"), of, text, &names).label("unknown advice")
        }
        value => wrong_type("advice", of, value, Type::Advice),
    };
    diagnostics.push(diagnostic.at(&node.span()));
    None
}

pub(super) fn is_documented(of: &str, node: &Node<'_>, diagnostics: &mut Diagnostics) -> Option<bool> {
    if let Value::Other(Other { value: DeValue::Boolean(is_undocumented), .. }) = &node.value {
        return Some(!is_undocumented);
    }
    diagnostics.push(wrong_type("undocumented", of, &node.value, Type::Boolean).at(&node.span()));
    None
}

pub(super) fn paths(of: &str, node: &Node<'_>, diagnostics: &mut Diagnostics) -> Vec<Spanned<String>> {
    let Value::Other(other @ Other { value: DeValue::Array(items), .. }) = &node.value else {
        diagnostics.push(wrong_type("paths", of, &node.value, Type::Paths).at(&node.span()));
        return Vec::new();
    };
    let mut paths = Vec::new();
    for item in items {
        let span = other.within(&item.span());
        match item.get_ref() {
            DeValue::String(path) => paths.push(Spanned { value: path.to_string(), span }),
            value => diagnostics.push(wrong(&format!("a path of {of}"), value, Type::Text).at(&span)),
        }
    }
    paths
}

/// The error for a word that is not one of those that are known.
pub(super) fn unknown(rule: Rule, what: &str, of: &str, word: &str, words: &[&str]) -> Diagnostic {
    let message = match nearest(&word.to_ascii_lowercase(), words.iter().copied()) {
        Some(near) => format!("unknown {what} in {of}, did you mean `{near}`?"),
        None => format!("unknown {what} in {of}"),
    };
    let expected = list(words.iter().map(|word| format!("`{word}`")), "or");
    Diagnostic::new(rule, message).help(format!("expected one of {expected}"))
}

/// The number of a code, or why a key is not one.
pub(super) fn number(key: &str, span: &Span, section: &str) -> Result<u16, Box<Diagnostic>> {
    let is_decimal = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    let has_leading_zero = key.len() > 1 && key.starts_with('0');
    let message = match key.parse::<u16>() {
        Ok(number) if is_decimal && !has_leading_zero => return Ok(number),
        Ok(_) if has_leading_zero => format!("number `{key}` has a leading zero"),
        Err(_) if is_decimal => format!("number `{key}` is too large, expected 0 to 65535"),
        _ if key.starts_with(['+', '-']) => format!("number `{key}` has a sign"),
        _ if !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') => {
            format!("number `{key}` has an underscore")
        }
        _ => format!("`{key}` is not a decimal number from 0 to 65535"),
    };
    let digits: String = key.chars().filter(char::is_ascii_digit).collect();
    let plain = digits.trim_start_matches('0');
    let is_number = plain.parse::<u16>().is_ok() && !key.starts_with("0x");
    let help = if is_number {
        format!("write `[{section}.{plain}]`")
    } else {
        format!("a code is a table in its section, such as `[{section}.217]`")
    };
    Err(Box::new(Diagnostic::new(Rule::PlainNumber, message).at(span).label("not a code number").help(help)))
}
