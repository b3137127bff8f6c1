//! Collects the faults of a table and draws them in the shape of rustc's own errors.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// How many faults one run shows.
const MOST: usize = 20;
/// How many characters of a line are shown.
const WIDTH: usize = 120;

/// What is wrong with a table, where, and how to mend it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fault {
    pub(crate) rule: Rule,
    pub(crate) message: String,
    /// Where it stands; `None` for a fault of the file as a whole.
    pub(crate) span: Option<Span>,
    label: &'static str,
    /// The other place, where there are two.
    other: Option<(Span, &'static str)>,
    pub(crate) help: Option<String>,
}

impl Fault {
    pub(crate) fn new(rule: Rule, message: impl Into<String>) -> Self {
        Self { rule, message: message.into(), span: None, label: "", other: None, help: None }
    }

    pub(crate) fn at(mut self, span: &Span) -> Self {
        self.span = Some(span.clone());
        self
    }

    /// What is said beside the carets.
    pub(crate) fn label(mut self, label: &'static str) -> Self {
        self.label = label;
        self
    }

    /// The place that stood first, and what is said beside it.
    pub(crate) fn other(mut self, span: &Span, label: &'static str) -> Self {
        self.other = Some((span.clone(), label));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn start(&self) -> usize {
        self.span.as_ref().map_or(0, |span| span.start)
    }

    /// The whole message: what is wrong, the lines with carets, the mend.
    pub(crate) fn draw(&self, source: Option<&Source>) -> String {
        let mut lines = vec![self.message.clone()];
        let mut gutter = 1;
        if let (Some(source), Some(span)) = (source, &self.span) {
            let mut marks = vec![Mark::new(source, span, '^', self.label)];
            if let Some((other, label)) = &self.other {
                marks.insert(usize::from(other.start > span.start), Mark::new(source, other, '-', label));
            }
            gutter = marks.iter().map(|mark| mark.line.to_string().len()).max().unwrap_or(1);
            let at = source.position(span.start);
            lines.push(format!("{:gutter$}--> {}:{}:{}", "", source.shown, at.line, at.column));
            lines.push(format!("{:gutter$} |", ""));
            let mut last = 0;
            for mark in &marks {
                if mark.line != last {
                    lines.push(format!("{:>gutter$} | {}", mark.line, mark.text).trim_end().to_owned());
                }
                last = mark.line;
                lines.push(
                    format!("{:gutter$} | {:indent$}{} {}", "", "", mark.carets, mark.label, indent = mark.indent)
                        .trim_end()
                        .to_owned(),
                );
            }
            lines.push(format!("{:gutter$} |", ""));
        }
        if let Some(help) = &self.help {
            lines.push(format!("{:gutter$} = help: {help}", ""));
        }
        lines.join("\n")
    }
}

/// A line with something under it.
struct Mark {
    line: usize,
    text: String,
    indent: usize,
    carets: String,
    label: &'static str,
}

impl Mark {
    fn new(source: &Source, span: &Span, caret: char, label: &'static str) -> Self {
        let at = source.position(span.start);
        let line = source.line(at.line);
        let before = at.column - 1;
        // A long line is cut to what stands around the carets.
        let from = if before + WIDTH / 4 > WIDTH { before - WIDTH / 4 } else { 0 };
        let cut = if from > 0 { "…" } else { "" };
        let shown = line.chars().skip(from).take(WIDTH).map(|c| if c.is_control() { ' ' } else { c });
        let text: String = cut.chars().chain(shown).collect();
        let marked = source.text.get(span.clone()).unwrap_or_default();
        let wide = marked.split('\n').next().unwrap_or_default().chars().count();
        let indent = before - from + cut.chars().count();
        let room = text.chars().count().saturating_sub(indent).max(1);
        let carets = caret.to_string().repeat(wide.clamp(1, room));
        Self { line: at.line, text, indent, carets, label }
    }
}

/// The faults of one table.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) faults: Vec<Fault>,
}

impl Report {
    pub(crate) fn push(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// A `compile_error!` for each fault, in the file's order.
    pub(crate) fn into_tokens(mut self, source: Option<&Source>, span: proc_macro2::Span) -> TokenStream {
        self.faults.sort_by_cached_key(Fault::start);
        let more = self.faults.len().saturating_sub(MOST);
        let mut messages = Vec::new();
        for fault in self.faults.iter().take(MOST) {
            messages.push(fault.draw(source));
        }
        if more > 0 {
            let shown = source.map_or("the table", |source| &source.shown);
            messages.push(format!("… and {more} more in {shown}"));
        }
        quote_spanned!(span=> #(::core::compile_error! { #messages })*)
    }
}

#[cfg(test)]
mod tests;
