//! Records where the headers and the mistakes of a file are, so that one mistake is not reported twice: a key below the
//! wrong header is also missing below the right one.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Span;
use crate::source::Source;

pub(super) struct Layout<'s> {
    source: &'s Source,
    /// The lines of the headers, by offset.
    headers: Offsets,
    /// The lines with a mistake; for a broken block, the line of its header.
    mistakes: Offsets,
    /// The errors for what is missing below a header, each with the line of the header.
    missing: Vec<(usize, Diagnostic)>,
}

impl<'s> Layout<'s> {
    /// Creates the layout of a file in which these blocks are broken.
    pub(super) fn new(source: &'s Source, broken: &[Span]) -> Self {
        let mut this = Self { source, headers: Offsets::default(), mistakes: Offsets::default(), missing: Vec::new() };
        for block in broken {
            this.headers.insert(block.start);
            this.mistakes.insert(block.start);
        }
        this
    }

    /// Records the header of a section or a row.
    pub(super) fn header(&mut self, key: &Span) {
        self.headers.insert(self.source.line_start(key.start));
    }

    /// Records a key below the wrong header, or a header instead of another.
    pub(super) fn mistake(&mut self, key: &Span) {
        self.mistakes.insert(self.source.line_start(key.start));
    }

    /// Records what is missing below a header.
    pub(super) fn missing(&mut self, header: &Span, diagnostic: Diagnostic) {
        self.missing.push((self.source.line_start(header.start), diagnostic.at(header)));
    }

    /// Records that another error explains why something is missing below a header.
    pub(super) fn explain(&mut self, header: &Span) {
        let line = self.source.line_start(header.start);
        self.missing.retain(|(header, _)| *header != line);
    }

    /// Reports what is missing, unless a mistake next to it is the likely cause.
    pub(super) fn report(self, diagnostics: &mut Diagnostics) {
        for (header, diagnostic) in self.missing {
            let block_before = self.headers.before(header).unwrap_or(0)..header;
            let is_explained = self.mistakes.has_in(&block_before)
                || self.headers.after(header).is_some_and(|next| self.mistakes.has_in(&(next..next + 1)));
            if !is_explained {
                diagnostics.push(diagnostic);
            }
        }
    }
}

/// Sorted offsets. They are nearly always added in file order, at the end.
#[derive(Default)]
struct Offsets(Vec<usize>);

impl Offsets {
    fn insert(&mut self, offset: usize) {
        let index = self.0.partition_point(|&other| other < offset);
        self.0.insert(index, offset);
    }

    fn before(&self, offset: usize) -> Option<usize> {
        let (before, _) = self.0.split_at(self.0.partition_point(|&other| other < offset));
        before.last().copied()
    }

    fn after(&self, offset: usize) -> Option<usize> {
        self.0.get(self.0.partition_point(|&other| other <= offset)).copied()
    }

    fn has_in(&self, span: &Span) -> bool {
        self.before(span.end).is_some_and(|offset| offset >= span.start)
    }
}
