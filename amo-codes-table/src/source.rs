//! The text of a table, and the offsets of its lines.

use crate::model::Span;

/// A table's text, without a byte order mark and with lines that end in `\n`.
#[derive(Debug)]
pub struct Source {
    /// The path of the file for messages.
    pub display_path: String,
    /// The path of the file relative to Cargo.toml, by which the compiler tracks it.
    pub relative_path: String,
    /// The text.
    pub(crate) text: String,
    /// The offset of each line.
    lines: Vec<usize>,
}

/// A position in a message: line and column, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Source {
    pub(crate) fn new(display_path: String, relative_path: String, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
        let mut lines = vec![0];
        for (offset, _) in text.match_indices('\n') {
            lines.push(offset + 1);
        }
        Self { display_path, relative_path, text, lines }
    }

    /// Returns the text of a span, which must be within the text and between characters.
    pub(crate) fn slice(&self, span: &Span) -> &str {
        self.text.get(span.clone()).expect("a span is within its source")
    }

    /// Returns the line and column of an offset.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let before = self.line_start(offset)..offset;
        Position { line: self.line_number(offset), column: self.slice(&before).chars().count() + 1 }
    }

    /// Returns the offset at which the line of another offset starts.
    pub(crate) fn line_start(&self, offset: usize) -> usize {
        self.lines.get(self.line_number(offset) - 1).copied().expect("the first line starts at 0")
    }

    /// Returns whether the line of an offset is a header.
    pub(crate) fn is_in_header(&self, offset: usize) -> bool {
        self.line_at(offset).trim_start().starts_with('[')
    }

    fn line_number(&self, offset: usize) -> usize {
        self.lines.partition_point(|&start| start <= offset)
    }

    /// Returns the line of an offset, without its end.
    pub(crate) fn line_at(&self, offset: usize) -> &str {
        let after = self.slice(&(offset..self.text.len()));
        let end = offset + after.find('\n').unwrap_or(after.len());
        self.slice(&(self.line_start(offset)..end))
    }

    /// Returns the lines from that of an offset on, without their ends, and the offset of each.
    pub(crate) fn lines_from(&self, offset: usize) -> impl Iterator<Item = (usize, &str)> {
        self.lines.iter().skip(self.line_number(offset) - 1).map(|&start| (start, self.line_at(start)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, Source};

    fn source(text: &str) -> Source {
        Source::new("codes.toml".to_owned(), "codes.toml".to_owned(), text)
    }

    #[test]
    fn a_position_counts_lines_and_characters_from_one() {
        let source = source("ab\nцу = 1\n\nx");
        for (offset, line, column, text) in [
            (0, 1, 1, "ab"),
            (2, 1, 3, "ab"),
            (3, 2, 1, "цу = 1"),
            (5, 2, 2, "цу = 1"),
            (7, 2, 3, "цу = 1"),
            (12, 3, 1, ""),
            (13, 4, 1, "x"),
            (14, 4, 2, "x"),
        ] {
            assert_eq!(source.position(offset), Position { line, column }, "{offset}");
            assert_eq!(source.line_at(offset), text, "{offset}");
        }
    }

    #[test]
    fn lines_are_paired_with_their_offsets() {
        let source = source("a\n\nb\n");
        assert_eq!(source.lines_from(1).collect::<Vec<_>>(), [(0, "a"), (2, ""), (3, "b"), (5, "")]);
        assert_eq!(source.lines_from(5).collect::<Vec<_>>(), [(5, "")]);
    }

    #[test]
    fn a_byte_order_mark_and_crlf_do_not_move_positions() {
        let plain = source("[a]\ntitle = \"A\"\n");
        let windows = source("\u{feff}[a]\r\ntitle = \"A\"\r\n");
        assert_eq!(plain.text, windows.text);
        assert_eq!(windows.position(4), Position { line: 2, column: 1 });
    }
}
