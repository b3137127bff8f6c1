//! The errors of the content, and which of them are consequences of others.

use crate::diagnostic::Diagnostic;

/// The errors of a table, in the order in which they are found. None is ever removed.
///
/// A mistake that is reported has consequences that are not: what is missing below a header is excused if it was reported below
/// the header before, because then it is the header between them that is missing or too late.
#[derive(Default)]
pub(super) struct Errors<'t> {
    pub(super) list: Vec<Diagnostic>,
    /// The keys that were reported below the last header, because they belong below the next one.
    pub(super) misplaced: Vec<&'t str>,
    /// The offset of a section whose missing header was reported with the section before.
    pub(super) headerless: Option<usize>,
}

impl<'t> Errors<'t> {
    pub(super) fn report(&mut self, error: Diagnostic) {
        self.list.push(error);
    }

    /// Reports a key that belongs below the next header; several in a row are one mistake.
    pub(super) fn report_misplaced(&mut self, key: &'t str, error: Diagnostic) {
        if self.misplaced.is_empty() {
            self.list.push(error);
        }
        self.misplaced.push(key);
    }
}
