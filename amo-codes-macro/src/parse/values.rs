//! The values of a section or a row, and the errors that any of them can have.

use toml::de::DeValue;

use super::tree::{Other, Value};
use crate::diagnostic::{Diagnostic, Diagnostics, list, nearest};
use crate::model::{Advice, Span, Spanned};
use crate::rule::Rule;

/// A text that is not blank.
pub(super) fn text(key: &str, of: &str, value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Spanned<String>> {
    let other = match value {
        Value::Other(Other { value: DeValue::String(text), .. }) if !text.trim().is_empty() => {
            return Some(Spanned { value: text.to_string(), span: value.span() });
        }
        Value::Other(Other { value: DeValue::String(_), .. }) => {
            let help = match key {
                "note" => "omit the key if the documentation has no note",
                "name" => "write what happened in UpperCamelCase, such as `NothingFound`",
                _ => "copy the text from the documentation",
            };
            Diagnostic::new(Rule::NotBlank, format!("`{key}` of {of} is blank")).label("empty").help(help)
        }
        value => wrong_type(&format!("`{key}` of {of}"), value, "a string"),
    };
    diagnostics.push(other.at(&value.span()));
    None
}

pub(super) fn http_status(of: &str, value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<u16> {
    let key = format!("`http` of {of}");
    let diagnostic = match value {
        Value::Other(Other { value: DeValue::Integer(number), .. }) => {
            if let Ok(status @ 100..=599) = u16::from_str_radix(number.as_str(), number.radix()) {
                return Some(status);
            }
            let message = format!("{key} is {number}, expected an HTTP status from 100 to 599");
            Diagnostic::new(Rule::HttpRange, message)
                .label("out of range")
                .help("omit `http` unless the documentation gives a status; the number of a code is not a status")
        }
        value => wrong_type(&key, value, "an integer from 100 to 599"),
    };
    diagnostics.push(diagnostic.at(&value.span()));
    None
}

pub(super) fn advice(of: &str, value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Advice> {
    let names = Advice::ALL.map(|advice| advice.key);
    let diagnostic = match value {
        Value::Other(Other { value: DeValue::String(text), .. }) => {
            if let Some(advice) = Advice::ALL.into_iter().find(|advice| advice.key == text.as_ref()) {
                return Some(advice);
            }
            unknown(Rule::KnownAdvice, &format!("advice `{text}`"), of, text, &names).label("unknown advice")
        }
        value => wrong_type(&format!("`advice` of {of}"), value, &format!("one of {}", quoted(&names))),
    };
    diagnostics.push(diagnostic.at(&value.span()));
    None
}

pub(super) fn is_documented(of: &str, value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<bool> {
    if let Value::Other(Other { value: DeValue::Boolean(is_undocumented), .. }) = value {
        return Some(!is_undocumented);
    }
    let diagnostic = wrong_type(&format!("`undocumented` of {of}"), value, "`true` or `false`");
    diagnostics.push(diagnostic.at(&value.span()));
    None
}

pub(super) fn paths(of: &str, value: &Value<'_>, diagnostics: &mut Diagnostics) -> Vec<Spanned<String>> {
    let Value::Other(other @ Other { value: DeValue::Array(items), .. }) = value else {
        let diagnostic = wrong_type(&format!("`paths` of {of}"), value, "an array of strings");
        diagnostics.push(diagnostic.at(&value.span()));
        return Vec::new();
    };
    let mut paths = Vec::new();
    for item in items {
        let span = other.within(&item.span());
        match item.get_ref() {
            DeValue::String(path) => paths.push(Spanned { value: path.to_string(), span }),
            value => {
                let diagnostic = wrong(&format!("a path of {of}"), value, "a string").at(&span);
                diagnostics.push(diagnostic);
            }
        }
    }
    paths
}

/// The error for a value of another type.
pub(super) fn wrong_type(what: &str, value: &Value<'_>, expected: &str) -> Diagnostic {
    match value {
        Value::Other(other) => wrong(what, &other.value, expected),
        Value::Table(_) => {
            Diagnostic::new(Rule::ValueType, format!("{what} is a table, expected {expected}")).label("wrong type")
        }
    }
}

fn wrong(what: &str, value: &DeValue<'_>, expected: &str) -> Diagnostic {
    let found = match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    };
    let fix = match value {
        DeValue::String(text) if expected.starts_with("an integer") => {
            text.parse::<u16>().ok().filter(|status| (100..=599).contains(status)).map(|_| format!("remove the quotes: `{text}`"))
        }
        DeValue::String(text) if expected.starts_with('`') && matches!(text.as_ref(), "true" | "false") => {
            Some(format!("remove the quotes: `{text}`"))
        }
        DeValue::String(text) if expected.starts_with("an array") => Some(format!("write an array: `[\"{text}\"]`")),
        DeValue::Integer(number) if expected == "a string" => Some(format!("add quotes: `\"{number}\"`")),
        DeValue::Boolean(value) if expected == "a string" => Some(format!("add quotes: `\"{value}\"`")),
        _ => None,
    };
    let diagnostic =
        Diagnostic::new(Rule::ValueType, format!("{what} is {found}, expected {expected}")).label("wrong type");
    match fix {
        Some(fix) => diagnostic.help(fix),
        None => diagnostic,
    }
}

/// The error for a word that is not one of those that are known.
pub(super) fn unknown(rule: Rule, what: &str, of: &str, word: &str, words: &[&str]) -> Diagnostic {
    let message = match nearest(&word.to_ascii_lowercase(), words.iter().copied()) {
        Some(near) => format!("unknown {what} in {of}, did you mean `{near}`?"),
        None => format!("unknown {what} in {of}"),
    };
    Diagnostic::new(rule, message).help(format!("expected one of {}", quoted(words)))
}

fn quoted(words: &[&str]) -> String {
    list(words.iter().map(|word| format!("`{word}`")), "or")
}

/// The number of a code, or why a key is not one.
pub(super) fn number(key: &str, span: &Span, section: &str) -> Result<u16, Diagnostic> {
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
    Err(Diagnostic::new(Rule::PlainNumber, message).at(span).label("not a code number").help(help))
}
