//! What must be unique: types, variants and paths.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::model::{Span, Spanned};
use crate::rule::Rule;
use crate::words::quoted;

/// What texts of the file become, each with the first one that becomes it.
#[derive(Default)]
pub(super) struct Unique {
    first: BTreeMap<String, Spanned<String>>,
}

impl Unique {
    /// Adds what a text of the file becomes; returns an earlier text that becomes the same.
    pub(super) fn add(&mut self, becomes: &str, text: &str, span: &Span) -> Option<&Spanned<String>> {
        if self.first.contains_key(becomes) {
            return self.first.get(becomes);
        }
        self.first.insert(becomes.to_owned(), Spanned { value: text.to_owned(), span: span.clone() });
        None
    }
}

/// Returns the error for a text that becomes the same as an earlier one.
pub(super) fn collision(
    rule: Rule,
    what: &str,
    first: &Spanned<String>,
    text: &str,
    span: &Span,
    becomes: &str,
) -> Diagnostic {
    let message = if first.value == text {
        format!("duplicate {what} {}", quoted(text))
    } else {
        format!("{what}s {} and {} collide{becomes}", quoted(&first.value), quoted(text))
    };
    Diagnostic::new(rule, message).at(span).label("redefined here").other(&first.span, "first here")
}
