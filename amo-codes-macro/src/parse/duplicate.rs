//! The errors for what a file has twice. Each shows both places.

use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::rule::Rule;

/// Returns the error for a second header with the same path.
pub(super) fn header(path: &[String], again: &Span, first: &Span) -> Diagnostic {
    match path {
        [section] => error(&format!("section `{section}`"), again, first)
            .help("delete this header, and keep one `title` and one `paths`"),
        [section, number] => code(section, number, again, first),
        _ => error(&format!("header `[{}]`", path.join(".")), again, first).help("delete one of them"),
    }
}

/// Returns the error for a second row with the same number.
pub(super) fn code(section: &str, number: &str, again: &Span, first: &Span) -> Diagnostic {
    error(&format!("code {number} in section `{section}`"), again, first)
        .help("delete one of the rows, or correct its number")
}

/// Returns the error for a second value of the same key.
pub(super) fn key(key: &str, again: &Span, first: &Span) -> Diagnostic {
    error(&format!("key `{key}`"), again, first)
        .help("delete one of them, or add the missing header before the second one")
}

fn error(what: &str, again: &Span, first: &Span) -> Diagnostic {
    Diagnostic::new(Rule::Once, format!("duplicate {what}")).at(again).label("again here").other(first, "first here")
}
