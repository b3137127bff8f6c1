//! The errors of a table, rendered in rustc's own style.

use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// The maximum number of characters of a line that are shown.
const WIDTH: usize = 120;
/// The maximum number of characters of a text from the file in a message.
const LONGEST_QUOTE: usize = 80;

/// An error in a table: what is wrong, where, and how to fix it.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: Rule,
    /// What is wrong.
    pub message: String,
    /// The position in the file; `None` for an error of the whole file.
    pub span: Option<Span>,
    label: &'static str,
    /// The other position, if there are two.
    other: Option<(Span, &'static str)>,
    /// What was expected, and how to fix it.
    pub help: Option<String>,
}

impl Diagnostic {
    pub(crate) fn new(rule: Rule, message: impl Into<String>) -> Self {
        Self { rule, message: message.into(), span: None, label: "", other: None, help: None }
    }

    pub(crate) fn at(mut self, span: &Span) -> Self {
        self.span = Some(span.clone());
        self
    }

    /// Sets the text next to the carets.
    pub(crate) fn label(mut self, label: &'static str) -> Self {
        self.label = label;
        self
    }

    /// Sets the other position, and the text next to its marks.
    pub(crate) fn other(mut self, span: &Span, label: &'static str) -> Self {
        self.other = Some((span.clone(), label));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Returns the offset of the error in the file.
    pub(crate) fn start(&self) -> usize {
        self.span.as_ref().map_or(0, |span| span.start)
    }

    /// Renders the whole message: what is wrong, the lines with carets, the fix.
    #[must_use]
    pub fn render(&self, source: Option<&Source>) -> String {
        let mut lines = vec![without_controls(&self.message)];
        let mut gutter = 1;
        if let (Some(source), Some(span)) = (source, &self.span) {
            let mut marks = vec![Mark::new(source, span, '^', self.label)];
            if let Some((other, label)) = &self.other {
                marks.push(Mark::new(source, other, '-', label));
            }
            if self.other.as_ref().is_some_and(|(other, _)| other.start < span.start) {
                marks.reverse();
            }
            gutter = marks.iter().map(|mark| mark.line.to_string().len()).fold(0, usize::max);
            let at = source.position(span.start);
            lines.push(format!("{:gutter$}--> {}:{}:{}", "", source.display_path, at.line, at.column));
            lines.push(format!("{:gutter$} |", ""));
            let mut last = None;
            for mark in &marks {
                // Two marks in one long line may be below different parts of it.
                let shown = Some((mark.line, &mark.text));
                if shown != last {
                    lines.push(format!("{:>gutter$} | {}", mark.line, mark.text).trim_end().to_owned());
                }
                last = shown;
                let carets = format!("{:gutter$} | {:indent$}{}", "", "", mark.carets, indent = mark.indent);
                lines.push(format!("{carets} {}", mark.label).trim_end().to_owned());
            }
            lines.push(format!("{:gutter$} |", ""));
        }
        if let Some(help) = &self.help {
            lines.push(format!("{:gutter$} = help: {}", "", without_controls(help)));
        }
        lines.join("\n")
    }
}

/// Escapes control characters, which a terminal might obey.
fn without_controls(message: &str) -> String {
    let mut shown = String::new();
    for letter in message.chars() {
        if letter.is_control() {
            shown.push_str(&letter.escape_default().to_string());
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// Returns a text from the file in backticks, shortened if it is long. What a message suggests is never shortened.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("`{}…`", text.split_at(end).0),
        None => format!("`{text}`"),
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
        let at = source.position(span.start);
        let before = at.column - 1;
        // A long line is cut to the part around the carets.
        let from = if before + WIDTH / 4 > WIDTH { before - WIDTH / 4 } else { 0 };
        let mut line = source.line_at(span.start).chars().skip(from).map(|c| if c.is_control() { ' ' } else { c });
        let mut text: String = line.by_ref().take(WIDTH).collect();
        let marked = source.slice(span).chars().take_while(|&c| c != '\n').count();
        let room = text.chars().count().checked_sub(before - from).expect("the span begins in the part that is shown");
        let carets = caret.to_string().repeat(marked.min(room).max(1));
        let mut indent = before - from;
        if line.next().is_some() {
            text.push('…');
        }
        if from > 0 {
            text.insert(0, '…');
            indent += 1;
        }
        Self { line: at.line, text, indent, carets, label }
    }
}

/// Joins items into a list: `a, b or c`.
///
/// ```
/// let items = ["a", "b", "c"].map(str::to_owned).to_vec();
/// assert_eq!(amo_codes_table::list(items, "or"), "a, b or c");
/// ```
#[must_use]
pub fn list(mut items: Vec<String>, conjunction: &str) -> String {
    match items.pop() {
        Some(last) if !items.is_empty() => format!("{} {conjunction} {last}", items.join(", ")),
        Some(only) => only,
        None => String::new(),
    }
}

/// Returns the candidate that `word` is probably a misspelling of, for "did you mean".
///
/// ```
/// assert_eq!(amo_codes_table::nearest("laeds", &["tasks", "leads"]), Some("leads"));
/// assert_eq!(amo_codes_table::nearest("x", &["tasks", "leads"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let (mut fewest, mut nearest) = ((word.chars().count() / 3).max(1) + 1, None);
    for candidate in candidates {
        let edits = strsim::damerau_levenshtein(word, candidate);
        if edits < fewest {
            (fewest, nearest) = (edits, Some(*candidate));
        }
    }
    nearest
}

#[cfg(test)]
mod tests;
