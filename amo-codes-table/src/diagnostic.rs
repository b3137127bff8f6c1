//! The errors of a table, rendered in rustc's own style.

use crate::model::Span;
use crate::source::{Position, Source};
use crate::words::one_line;

/// The maximum number of characters of a line that are shown.
const WIDTH: usize = 120;

/// An error in a table: what is wrong, where, and how to fix it.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What is wrong.
    pub message: String,
    /// The position in the file; `None` for an error of the whole file.
    pub span: Option<Span>,
    label: &'static str,
    /// The other position, if there are two.
    other: Option<(Span, &'static str)>,
    /// What was expected, and how to fix it.
    pub help: String,
}

impl Diagnostic {
    pub(crate) fn new(message: &str, help: &str) -> Self {
        Self { message: message.to_owned(), span: None, label: "", other: None, help: help.to_owned() }
    }

    /// Sets the position, and the text next to its carets.
    pub(crate) fn at(mut self, span: &Span, label: &'static str) -> Self {
        (self.span, self.label) = (Some(span.clone()), label);
        self
    }

    /// Sets the other position, and the text next to its marks.
    pub(crate) fn other(mut self, span: &Span, label: &'static str) -> Self {
        self.other = Some((span.clone(), label));
        self
    }

    /// Renders the whole message: what is wrong, the lines with carets, the fix.
    #[must_use]
    pub fn render(&self, source: Option<&Source>) -> String {
        let mut shown = one_line(&self.message);
        let mut gutter = 1;
        if let (Some(source), Some(span)) = (source, &self.span) {
            let mut marks = vec![Mark::new(source, span, '^', self.label)];
            if let Some((other, label)) = &self.other {
                let before = usize::from(span.start <= other.start);
                marks.insert(before, Mark::new(source, other, '-', label));
            }
            for mark in &marks {
                gutter = gutter.max(mark.line.to_string().len());
            }
            let at = source.position(span.start);
            shown += &format!(
                "\n{:gutter$}--> {}:{}:{}\n{:gutter$} |",
                "",
                one_line(&source.display_path),
                at.line,
                at.column,
                ""
            );
            let mut last = None;
            for mark in &marks {
                // Two marks in one long line may be below different parts of it.
                if last != Some((mark.line, &mark.text)) {
                    shown += format!("\n{:>gutter$} | {}", mark.line, mark.text).trim_end();
                }
                last = Some((mark.line, &mark.text));
                let carets =
                    format!("\n{:gutter$} | {:indent$}{} {}", "", "", mark.carets, mark.label, indent = mark.indent);
                shown += carets.trim_end();
            }
            shown += &format!("\n{:gutter$} |", "");
        }
        shown + &format!("\n{:gutter$} = help: {}", "", one_line(&self.help))
    }
}

/// A line with marks below it.
struct Mark {
    line: usize,
    text: String,
    indent: usize,
    carets: String,
    label: &'static str,
}

impl Mark {
    fn new(source: &Source, span: &Span, caret: char, label: &'static str) -> Self {
        let Position { line, column } = source.position(span.start);
        let (before, after) = source.line_at(span.start).split_at(span.start - source.line_start(span.start));
        // A long line is cut to the part around the carets.
        let (mut text, mut start) = (String::new(), 0);
        if column > WIDTH - WIDTH / 4 + 1 {
            text.push('…');
            start = before.char_indices().nth_back(WIDTH / 4 - 1).map_or(0, |(start, _)| start);
        }
        let (_, before) = before.split_at(start);
        let end = after.char_indices().nth(WIDTH - before.chars().count());
        let (after, cut) = after.split_at(end.map_or(after.len(), |(end, _)| end));
        let marked = after.get(..span.len()).unwrap_or(after);
        let shown = |part: &str| one_line(&part.replace('\t', " "));
        text += &shown(before);
        let indent = text.chars().count();
        text += &shown(after);
        if !cut.is_empty() {
            text.push('…');
        }
        let carets = caret.to_string().repeat(shown(marked).chars().count().max(1));
        Self { line, text, indent, carets, label }
    }
}

#[cfg(test)]
mod tests;
