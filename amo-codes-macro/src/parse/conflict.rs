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
    /// Finds the conflicts, and reports one error for each; a marker outside of a conflict is an error too. The lines in
    /// `strings` are text.
    pub(super) fn find(source: &Source, strings: &[Span], diagnostics: &mut Diagnostics) -> Self {
        let mut all = Self { spans: Vec::new() };
        let mut open: Option<Open> = None;
        // Markers without a beginning; they are one conflict if they have an end.
        let mut loose: Vec<Span> = Vec::new();
        for marker in source.lines().filter_map(|(start, line)| marker(start, line)) {
            if strings.iter().any(|string| string.contains(&marker.span.start)) {
                continue;
            }
            match &mut open {
                Some(conflict) => {
                    if conflict.ends_at(marker) {
                        let conflict = open.take().expect("the conflict is open");
                        all.add(conflict.span(), CONFLICT, diagnostics);
                    }
                }
                None if marker.kind == '<' => {
                    all.add_each(&mut loose, diagnostics);
                    open = Some(Open { length: marker.length, depth: 1, markers: vec![marker.span], last_end: None });
                }
                None => {
                    loose.push(marker.span);
                    if marker.kind == '>' {
                        all.add(loose.drain(..).reduce(joined).expect("a marker was added"), CONFLICT, diagnostics);
                    }
                }
            }
        }
        all.add_each(&mut loose, diagnostics);
        if let Some(Open { mut markers, last_end, .. }) = open {
            // A conflict without its end: what is between its markers may be anything.
            if let Some(end) = last_end {
                let first = markers.first().expect("the first marker opened the conflict").clone();
                all.add(joined(first, end), CONFLICT, diagnostics);
            } else {
                diagnostics.push(conflict(markers.first().expect("the first marker opened the conflict"), CONFLICT));
                all.spans.append(&mut markers);
            }
        }
        all
    }

    fn add(&mut self, span: Span, message: &str, diagnostics: &mut Diagnostics) {
        diagnostics.push(conflict(&span, message));
        self.spans.push(span);
    }

    fn add_each(&mut self, markers: &mut Vec<Span>, diagnostics: &mut Diagnostics) {
        for marker in markers.drain(..) {
            self.add(marker, "a merge conflict marker was left in the table", diagnostics);
        }
    }

    /// Returns whether a part of this span is in conflict.
    pub(super) fn touch(&self, span: &Span) -> bool {
        let next = self.spans.partition_point(|conflict| conflict.end <= span.start);
        self.spans.get(next).is_some_and(|conflict| conflict.start < span.end)
    }
}

const CONFLICT: &str = "a merge conflict was left in the table";

/// A conflict whose end was not found yet.
struct Open {
    /// The length of its markers. A conflict inside of it may have longer ones.
    length: usize,
    /// How many conflicts with markers of this length are open.
    depth: usize,
    markers: Vec<Span>,
    /// The last marker of an end.
    last_end: Option<Span>,
}

impl Open {
    /// Takes a marker, and returns whether it is the end of the conflict.
    fn ends_at(&mut self, marker: Marker) -> bool {
        let is_own = marker.length == self.length;
        match marker.kind {
            '<' if is_own => self.depth += 1,
            '>' if is_own => {
                self.depth -= 1;
                self.last_end = Some(marker.span.clone());
            }
            _ => {}
        }
        self.markers.push(marker.span);
        self.depth == 0
    }

    fn span(self) -> Span {
        self.markers.into_iter().reduce(joined).expect("the first marker opened the conflict")
    }
}

fn joined(first: Span, last: Span) -> Span {
    first.start..last.end
}

fn conflict(span: &Span, message: &str) -> Diagnostic {
    Diagnostic::new(Rule::NoConflict, message)
        .at(span)
        .label(if message == CONFLICT { "begins here" } else { "delete this line" })
        .help("keep one side, and delete the other and the lines that begin with `<<<<<<<`, `=======` or `>>>>>>>`")
}

/// A line that is a conflict marker: seven or more of `<`, `|`, `=` or `>`, then a space or nothing.
struct Marker {
    span: Span,
    kind: char,
    length: usize,
}

fn marker(start: usize, line: &str) -> Option<Marker> {
    let text = line.trim();
    let kind = text.chars().next().filter(|kind| "<=>|".contains(*kind))?;
    let rest = text.trim_start_matches(kind);
    let length = text.len() - rest.len();
    let is_marker = length >= 7 && (rest.is_empty() || rest.starts_with(char::is_whitespace));
    is_marker.then(|| Marker { span: start..start + line.len(), kind, length })
}
