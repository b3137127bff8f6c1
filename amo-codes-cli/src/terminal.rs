//! Text that fits the terminal.

use std::fmt::Display;
use std::io::{self, IsTerminal};

use amo_codes_table::one_line;
use clap::builder::styling::Style;
use textwrap::{Options, WordSplitter, core::display_width};

pub(crate) const STRONG: Style = Style::new().bold();
pub(crate) const FAINT: Style = Style::new().dimmed();

/// The width of the longest label, `description`.
const LABEL: usize = 11;
/// The narrowest column of text that is pleasant to read.
const NARROWEST: usize = 40;

/// Human-readable lines. In a terminal, long ones are wrapped; elsewhere they are not, so that the output is easy to
/// search.
///
/// What a terminal might obey is escaped, except styles, which are removed later if the lines are printed to something else.
pub(crate) struct Lines {
    pub(crate) text: String,
    width: usize,
}

impl Lines {
    /// Creates lines for standard output.
    pub(crate) fn new() -> Self {
        let width = if io::stdout().is_terminal() { textwrap::termwidth() } else { usize::MAX };
        Self { text: String::new(), width }
    }

    /// Adds an empty line between two parts.
    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Adds a line in bold, which begins a part.
    pub(crate) fn heading(&mut self, text: &str) {
        self.gap();
        self.wrap(&STRONG.to_string(), &format!("{}{STRONG:#}", one_line(text)), "  ");
    }

    /// Adds sentences, which are a part of their own.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.gap();
        self.wrap("", &printable(text), "");
    }

    /// Adds a label and its value, such as `  advice       ask the user`.
    pub(crate) fn field(&mut self, label: &str, value: impl Display) {
        let indent = " ".repeat(LABEL + 4);
        self.wrap(&format!("  {FAINT}{label:LABEL$}{FAINT:#}  "), &printable(&value.to_string()), &indent);
    }

    /// Adds a table: number, HTTP status, advice, name and description. If there is not enough space for five columns, each
    /// row is a few lines: number and name, the description, HTTP status and advice.
    pub(crate) fn table(&mut self, labels: &[String; 5], rows: &[[String; 5]]) {
        let rows = rows.iter().map(|row| row.each_ref().map(|cell| one_line(cell))).collect::<Vec<_>>();
        let mut widths = [0; 5];
        for row in rows.iter().chain([labels]) {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = display_width(cell).max(*width);
            }
        }
        let [number_width, status_width, advice_width, name_width, _] = widths;
        let indent = number_width + status_width + advice_width + name_width + 10;
        if self.width.saturating_sub(indent) < NARROWEST {
            return self.list(number_width, &rows);
        }
        let mut row = |[number, status, advice, name, description]: &[String; 5], number_style: Style, style: Style| {
            let number = format!("{number_style}{number:>number_width$}{number_style:#}");
            let columns =
                format!("  {number}  {style}{status:status_width$}  {advice:advice_width$}  {name:name_width$}  ");
            self.wrap(&columns, &format!("{description}{style:#}"), &" ".repeat(indent));
        };
        row(labels, FAINT, FAINT);
        for cells in &rows {
            row(cells, STRONG, Style::new());
        }
    }

    fn list(&mut self, number_width: usize, rows: &[[String; 5]]) {
        let indent = " ".repeat(number_width + 4);
        for [number, status, advice, name, description] in rows {
            self.wrap(&format!("  {STRONG}{number:>number_width$}{STRONG:#}  "), name, &indent);
            self.wrap(&indent, description, &indent);
            let status = if status.is_empty() { String::new() } else { format!("HTTP {status}, ") };
            self.line(&format!("{indent}{FAINT}{status}{advice}{FAINT:#}"));
        }
    }

    pub(crate) fn line(&mut self, text: &str) {
        self.text += text;
        self.text.push('\n');
    }

    fn wrap(&mut self, first: &str, text: &str, indent: &str) {
        // Names, addresses and JSON pointers stay whole, so that they can be copied.
        let options = Options::new(self.width).break_words(false).word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options.initial_indent(first).subsequent_indent(indent)) {
            self.line(&line);
        }
    }
}

/// Escapes what a terminal might obey, or what changes the text that a person sees, but keeps the lines of a text.
pub(crate) fn printable(text: &str) -> String {
    text.split('\n').map(one_line).collect::<Vec<_>>().join("\n")
}
