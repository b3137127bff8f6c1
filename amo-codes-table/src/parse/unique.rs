//! What must be unique: types, variants and paths.

use std::collections::BTreeMap;

use super::errors::Errors;
use crate::diagnostic::Diagnostic;
use crate::model::Spanned;
use crate::words::quoted;

/// Texts of the file, and what they become.
pub(super) struct Unique {
    /// What the texts are, and what two of them do.
    words: [&'static str; 2],
    help: &'static str,
    texts: Vec<Spanned<String>>,
    /// The index of the first text that becomes this.
    first: BTreeMap<String, usize>,
}

impl Unique {
    pub(super) fn new(words: [&'static str; 2], help: &'static str) -> Self {
        Self { words, help, texts: Vec::new(), first: BTreeMap::new() }
    }

    /// Two texts do not become the same: returns whether this text is the first that becomes this. Nothing is reported without
    /// `errors`, if another error is about the text.
    pub(super) fn add(&mut self, becomes: &str, text: &Spanned<String>, errors: Option<&mut Errors<'_>>) -> bool {
        let Some(first) = self.first.get(becomes).and_then(|&first| self.texts.get(first)) else {
            self.first.insert(becomes.to_owned(), self.texts.len());
            self.texts.push(text.clone());
            return true;
        };
        let Some(errors) = errors else { return false };
        let [what, both] = self.words;
        let (old, new) = (quoted(&first.value), quoted(&text.value));
        let is_same = first.value == text.value;
        let message = if is_same {
            format!("duplicate {what} {new}")
        } else {
            format!("{what}s {old} and {new} collide: both {both} `{becomes}`")
        };
        let error = Diagnostic::new(&message, self.help).at(&text.span, "redefined here");
        errors.report(error.other(&first.span, "first here"));
        false
    }
}
