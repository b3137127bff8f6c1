//! Text that fits the terminal.

use std::fmt::Display;
use std::io::{self, IsTerminal};

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
/// The styles are removed later, when the page is printed to something other than a terminal.
pub(crate) struct Page {
    text: String,
    width: usize,
}

impl Page {
    /// Creates a page for standard output.
    pub(crate) fn new() -> Self {
        let width = if io::stdout().is_terminal() { textwrap::termwidth() } else { usize::MAX };
        Self { text: String::new(), width }
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    pub(crate) fn empty_line(&mut self) {
        self.text.push('\n');
    }

    /// Adds a line in bold.
    pub(crate) fn heading(&mut self, text: &str) {
        self.line(&format!("{STRONG}{text}{STRONG:#}"));
    }

    pub(crate) fn paragraph(&mut self, text: &str) {
        self.wrap("", text, "");
    }

    /// Adds a label and its value, such as `  advice       ask the user`.
    pub(crate) fn field(&mut self, label: &str, value: impl Display) {
        let indent = " ".repeat(LABEL + 4);
        self.wrap(&format!("  {FAINT}{label:LABEL$}{FAINT:#}  "), &value.to_string(), &indent);
    }

    /// Adds a row of a table: its last column is next to the others if there is enough space, otherwise below them.
    pub(crate) fn row(&mut self, columns: &str, last: &str) {
        let indent = display_width(columns);
        if self.width.saturating_sub(indent) < NARROWEST {
            self.line(columns.trim_end());
            self.wrap("        ", last, "        ");
        } else {
            self.wrap(columns, last, &" ".repeat(indent));
        }
    }

    fn line(&mut self, text: &str) {
        self.text += text;
        self.text.push('\n');
    }

    fn wrap(&mut self, first: &str, text: &str, indent: &str) {
        // Addresses and JSON pointers stay whole, so that they can be copied.
        let options = Options::new(self.width).break_words(false).word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options.initial_indent(first).subsequent_indent(indent)) {
            self.line(&line);
        }
    }
}
