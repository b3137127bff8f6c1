//! Records where the headers and the mistakes of a file are, so that one mistake is not reported twice: a key below the
//! wrong header is also missing below the right one.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Span;
use crate::source::Source;

/// A block with an error, which has been reported. Only what precedes it is read.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) span: Span,
    /// The keys of its header, or nothing if the header cannot be read.
    pub(super) header: Vec<String>,
    /// Whether its error may be the reason why something is missing in the blocks next to it: keys that belong there may
    /// be in this block, or the other way round.
    pub(super) has_others_keys: bool,
}

pub(super) struct Layout<'s> {
    source: &'s Source,
    /// The lines of the headers, by offset.
    headers: Offsets,
    /// The lines with a mistake that explains what is missing next to it; for a broken block, the line of its header.
    mistakes: Offsets,
    /// The lines of the headers of broken blocks, of which only the beginning is read.
    cut: Offsets,
    /// The sections whose own block is broken, and those with a broken row.
    broken_sections: Vec<String>,
    broken_rows: Vec<String>,
    /// The errors for what is missing below a header, each with the line of the header.
    missing: Vec<(usize, Diagnostic)>,
}

impl<'s> Layout<'s> {
    /// Creates the layout of a file in which these blocks are broken.
    pub(super) fn new(source: &'s Source, broken: Vec<Broken>) -> Self {
        let mut this = Self {
            source,
            headers: Offsets::default(),
            mistakes: Offsets::default(),
            cut: Offsets::default(),
            broken_sections: Vec::new(),
            broken_rows: Vec::new(),
            missing: Vec::new(),
        };
        for Broken { span, header, has_others_keys } in broken {
            this.headers.insert(span.start);
            this.cut.insert(span.start);
            if has_others_keys {
                this.mistakes.insert(span.start);
            }
            let is_row = header.len() > 1;
            if let Some(section) = header.into_iter().next() {
                if is_row {
                    this.broken_rows.push(section);
                } else {
                    this.broken_sections.push(section);
                }
            }
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

    /// Returns whether a key is in a block with an error.
    pub(super) fn is_cut(&self, key: &Span) -> bool {
        let header = self.headers.before(key.start);
        header.is_some_and(|header| self.cut.has_in(&(header..header + 1)))
    }

    /// Returns whether a key is in the line of a header.
    pub(super) fn is_in_header(&self, key: &Span) -> bool {
        self.source.line_at(key.start).trim_start().starts_with('[')
    }

    /// Returns whether a broken block is the reason why a section has no title.
    pub(super) fn explains_title(&self, section: &str, header: &Span) -> bool {
        self.broken_sections.iter().any(|broken| broken == section)
            || self.is_next_to_mistake(self.source.line_start(header.start))
    }

    /// Returns whether a broken block is the reason why a section has no codes.
    pub(super) fn explains_codes(&self, section: &str, header: &Span) -> bool {
        self.broken_rows.iter().any(|broken| broken == section)
            || self.is_next_to_mistake(self.source.line_start(header.start))
    }

    /// Returns whether a mistake is in the block of a header or next to it.
    fn is_next_to_mistake(&self, header: usize) -> bool {
        if self.cut.has_in(&(header..header + 1)) {
            return true;
        }
        let block_before = self.headers.before(header).unwrap_or(0)..header;
        self.mistakes.has_in(&block_before)
            || self.headers.after(header).is_some_and(|next| self.mistakes.has_in(&(next..next + 1)))
    }

    /// Reports what is missing, unless a mistake next to it is the likely cause.
    pub(super) fn report(mut self, diagnostics: &mut Diagnostics) {
        for (header, diagnostic) in std::mem::take(&mut self.missing) {
            if !self.is_next_to_mistake(header) {
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
        self.0.insert(self.count_before(offset), offset);
    }

    fn count_before(&self, offset: usize) -> usize {
        self.0.partition_point(|&other| other < offset)
    }

    fn before(&self, offset: usize) -> Option<usize> {
        let (before, _) = self.0.split_at(self.count_before(offset));
        before.last().copied()
    }

    fn after(&self, offset: usize) -> Option<usize> {
        self.0.get(self.count_before(offset + 1)).copied()
    }

    fn has_in(&self, span: &Span) -> bool {
        self.before(span.end).is_some_and(|offset| offset >= span.start)
    }
}
