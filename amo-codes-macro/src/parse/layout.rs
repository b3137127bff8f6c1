//! Where the headers and the mistakes of a file are, so that a mistake is not reported a second time by what it leaves behind:
//! keys that end up below another header are missing below their own.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Span;
use crate::source::Source;

pub(super) struct Layout<'s> {
    source: &'s Source,
    /// The lines of the headers, by offset.
    headers: BTreeSet<usize>,
    /// The lines of headers with a mistake in their block.
    mistakes: BTreeSet<usize>,
    /// Missing keys: the offset of the header, and the error.
    missing: Vec<(usize, Diagnostic)>,
}

impl<'s> Layout<'s> {
    pub(super) fn new(source: &'s Source, broken: &[Span]) -> Self {
        let starts: BTreeSet<usize> = broken.iter().map(|block| block.start).collect();
        Self { source, headers: starts.clone(), mistakes: starts, missing: Vec::new() }
    }

    /// Takes note of the header of a section or a row.
    pub(super) fn header(&mut self, key: &Span) {
        self.headers.insert(self.source.line_start(key.start));
    }

    /// Takes note of a key below the wrong header.
    pub(super) fn misplaced(&mut self, key: &Span) {
        self.mistakes.insert(self.source.line_start(key.start));
    }

    /// Takes note of keys that are missing below a header.
    pub(super) fn lacks(&mut self, header: &Span, diagnostic: impl FnOnce() -> Diagnostic) {
        self.missing.push((self.source.line_start(header.start), diagnostic().at(header)));
    }

    /// Takes note that another error says why something is missing below this header.
    pub(super) fn explain(&mut self, header: &Span) {
        let line = self.source.line_start(header.start);
        self.missing.retain(|(header, _)| *header != line);
    }

    /// Reports the missing keys, except next to a block with a mistake, which has them or had the header.
    pub(super) fn report(self, diagnostics: &mut Diagnostics) {
        for (header, diagnostic) in self.missing {
            let before = self.headers.range(..header).next_back().copied().unwrap_or(0);
            let after = self.headers.range(header + 1..).next().copied();
            let is_next_to_mistake = self.mistakes.range(before..header).next().is_some()
                || after.is_some_and(|after| self.mistakes.contains(&after));
            if !is_next_to_mistake {
                diagnostics.push(diagnostic);
            }
        }
    }
}
