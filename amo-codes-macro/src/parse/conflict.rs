//! Merge conflicts that were left in a file.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// The parts of a file that are in conflict.
pub(super) struct Conflicts {
    spans: Vec<Span>,
}

impl Conflicts {
    /// Finds the conflicts, and reports one error for each; a marker outside of a conflict is an error too.
    pub(super) fn find(source: &Source, diagnostics: &mut Diagnostics) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let mut open: Option<Span> = None;
        for (start, line) in source.lines() {
            let span = start..start + line.len();
            match marker(line) {
                Some('<') if open.is_none() => {
                    diagnostics.push(conflict(&span, "a merge conflict was left in the table"));
                    open = Some(span);
                }
                Some('>') if open.is_some() => spans.extend(open.take().map(|open| open.start..span.end)),
                Some(_) if open.is_none() => {
                    diagnostics.push(conflict(&span, "a merge conflict marker was left in the table"));
                    spans.push(span);
                }
                _ => {}
            }
        }
        // A conflict without an end: only its first line is known to be one.
        spans.extend(open);
        Self { spans }
    }

    /// Returns whether a part of this span is in conflict.
    pub(super) fn touch(&self, span: &Span) -> bool {
        let next = self.spans.partition_point(|conflict| conflict.end <= span.start);
        self.spans.get(next).is_some_and(|conflict| conflict.start < span.end)
    }
}

fn conflict(span: &Span, message: &str) -> Diagnostic {
    Diagnostic::new(Rule::NoConflict, message)
        .at(span)
        .label("here")
        .help("keep one side, and delete the other and the lines that begin with `<<<<<<<`, `=======` or `>>>>>>>`")
}

/// Returns the character of a conflict marker: seven or more of it, then a space or nothing.
fn marker(line: &str) -> Option<char> {
    let line = line.trim();
    let first = line.chars().next().filter(|first| "<=>|".contains(*first))?;
    let rest = line.trim_start_matches(first);
    let is_marker = line.len() - rest.len() >= 7 && (rest.is_empty() || rest.starts_with(' '));
    is_marker.then_some(first)
}
