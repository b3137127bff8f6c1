//! The types of the values in a table, and the error for a value of another type.

use toml::de::DeValue;

use super::item::Item;
use crate::diagnostic::{Diagnostic, list};
use crate::model::Advice;
use crate::rule::Rule;

/// The type that a key expects.
#[derive(Debug, Clone, Copy)]
pub(super) enum Type {
    Text,
    Name,
    Path,
    Paths,
    HttpStatus,
    Advice,
    Boolean,
}

impl Type {
    fn expected(self) -> &'static str {
        match self {
            Self::Text | Self::Name | Self::Path | Self::Advice => "a string",
            Self::Paths => "an array of strings",
            Self::HttpStatus => "an integer from 100 to 599",
            Self::Boolean => "`true` or `false`",
        }
    }

    /// Returns the fix for a value of another type.
    fn fix(self, value: &DeValue<'_>) -> String {
        match (self, value) {
            (Self::Text, DeValue::Integer(number)) => format!("add quotes: `\"{number}\"`"),
            (Self::Text, DeValue::Boolean(value)) => format!("add quotes: `\"{value}\"`"),
            (Self::Text, _) => "write text in quotes".to_owned(),
            (Self::Name, _) => "write what happened in UpperCamelCase, such as `\"NothingFound\"`".to_owned(),
            (Self::Path, _) => "write a path in quotes, such as `\"/v1/invoices\"`".to_owned(),
            (Self::Paths, DeValue::String(path)) if path.starts_with('/') && !path.contains(['"', '\\']) => {
                format!("write an array: `[\"{path}\"]`")
            }
            (Self::Paths, _) => "write an array of paths, such as `[\"/v1/invoices\"]`".to_owned(),
            (Self::HttpStatus, DeValue::String(text)) if is_status(text) => format!("remove the quotes: `{text}`"),
            (Self::HttpStatus, _) => NO_STATUS.to_owned(),
            (Self::Advice, _) => {
                let names = Advice::ALL.map(|advice| format!("`\"{}\"`", advice.name)).to_vec();
                format!("write {}", list(names, "or"))
            }
            (Self::Boolean, DeValue::String(text)) if matches!(text.as_ref(), "true" | "false") => {
                format!("remove the quotes: `{text}`")
            }
            (Self::Boolean, _) => "write `true`, or omit the key".to_owned(),
        }
    }
}

/// The fix for a number that is not an HTTP status.
pub(super) const NO_STATUS: &str =
    "omit `http` unless the documentation gives a status; a code number is not an HTTP status";

fn is_status(text: &str) -> bool {
    text.parse().is_ok_and(|status: u16| (100..=599).contains(&status) && !text.starts_with('0'))
}

/// Returns the error for a value of another type.
pub(super) fn wrong_type(item: &Item<'_>, of: &str, expected: Type) -> Diagnostic {
    let diagnostic = wrong(&format!("`{}` of {of}", item.key), item.value, expected);
    // A table is a header, such as `[leads.title]`, instead of a key.
    let is_header = matches!((item.value, expected), (DeValue::Table(_), Type::Text | Type::Name | Type::Paths));
    if is_header {
        diagnostic.help(format!("write `{} = …` below the header of {of}", item.key)).at(&item.key_span)
    } else {
        diagnostic.at(&item.span)
    }
}

/// Returns the same error for a value without a key, such as an element of `paths`.
pub(super) fn wrong(what: &str, value: &DeValue<'_>, expected: Type) -> Diagnostic {
    let found = match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    };
    diagnostic(what, found, expected).help(expected.fix(value))
}

fn diagnostic(what: &str, found: &str, expected: Type) -> Diagnostic {
    let message = format!("{what} is {found}, expected {}", expected.expected());
    Diagnostic::new(Rule::ValueType, message).label("wrong type")
}
