//! What the reader of a table knows while it reads one section after the other.

use super::code::{is_word, not_a_number, not_a_word, number};
use super::errors::Errors;
use super::parts::Parts;
use super::unique::Unique;
use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::source::Source;

/// The maximum number of rows, which the index can count.
const MOST_CODES: usize = 65_535;

pub(super) struct Reader<'t> {
    pub(super) source: &'t Source,
    pub(super) errors: Errors<'t>,
    /// The keys of the sections that have a header.
    pub(super) sections: Vec<&'t str>,
    /// The key of the last section.
    pub(super) last_section: Option<&'t str>,
    pub(super) types: Unique,
    pub(super) paths: Unique,
    /// Whether the codes are words.
    pub(super) has_words: bool,
    codes: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(source: &'t Source, parts: &[Parts<'t>], has_words: bool) -> Self {
        let types = Unique::new(["section", "become the type"], "rename one of them");
        let paths = Unique::new(["path", "mean"], "delete one of them");
        let mut sections = Vec::new();
        for part in parts {
            if part.has_header {
                sections.push(part.key);
            }
        }
        Self { source, errors: Errors::default(), sections, last_section: None, types, paths, has_words, codes: 0 }
    }

    /// Returns whether a key is that of a code.
    pub(super) fn is_code(&self, key: &str) -> bool {
        if self.has_words { is_word(key) } else { number(key).is_some() }
    }

    /// A code is a number or a word: returns whether this one is.
    pub(super) fn check_code(&mut self, section: &str, key: &str, span: &Span) -> bool {
        let is_code = self.is_code(key);
        if !is_code {
            let error = if self.has_words { not_a_word(section, key, span) } else { not_a_number(section, key, span) };
            self.errors.report(error);
        }
        is_code
    }

    /// Returns what a code is, and an example of one.
    pub(super) fn code(&self) -> (&'static str, &'static str) {
        if self.has_words { ("word", "[invoices.not_paid]") } else { ("number", "[invoices.7]") }
    }

    /// A table has at most 65,535 codes: returns whether there is room for another one, whose number is here.
    pub(super) fn has_room(&mut self, number: &Span) -> bool {
        self.codes += 1;
        if self.codes == MOST_CODES + 1 {
            let message = format!("the table has more than {MOST_CODES} codes");
            let help = "split the table: each `amo_codes!` goes in its own module";
            self.errors.report(Diagnostic::new(&message, help).at(number, "over the limit"));
        }
        self.codes <= MOST_CODES
    }
}
