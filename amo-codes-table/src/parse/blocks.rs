//! Where the blocks of a file begin: at each header, as TOML's lexer tells it from a text in a string.

use toml_parser::lexer::TokenKind;

use crate::model::Span;
use crate::source::Source;

/// A header and what is below it, up to the next one; or what precedes the first header.
pub(super) struct Block {
    pub(super) span: Span,
    /// The opening quotes of a multi-line string that is not closed in the block.
    pub(super) unclosed: Option<Span>,
}

/// Returns the blocks of a file, in file order.
///
/// A multi-line string that is not closed would swallow the rest of the file. It ends at the next line that begins like a header.
pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let (mut blocks, mut start) = (Vec::new(), 0);
    while start < source.text.len() {
        let (headers, unclosed) = lex(source, start);
        for end in headers {
            if start < end {
                blocks.push(Block { span: start..end, unclosed: None });
                start = end;
            }
        }
        let end = unclosed.as_ref().and_then(|quotes| header_after(source, quotes.start));
        let end = end.unwrap_or(source.text.len());
        blocks.push(Block { span: start..end, unclosed });
        start = end;
    }
    blocks
}

/// Returns the offsets of the lines from here that begin with a header, up to a multi-line string that is not closed, and its
/// opening quotes.
fn lex(source: &Source, from: usize) -> (Vec<usize>, Option<Span>) {
    let text = source.slice(&(from..source.text.len()));
    // The quotes of the last string, if a line in it begins like a header and nothing follows it yet.
    let (mut headers, mut last) = (Vec::new(), None);
    // The start of the line, until something other than blanks and brackets is in it; and whether a bracket is in the line.
    let (mut line, mut has_bracket) = (Some(from), false);
    for token in toml_parser::Source::new(text).lex() {
        let (start, end) = (from + token.span().start(), from + token.span().end());
        match token.kind() {
            // A lone carriage return is a newline for the lexer only.
            TokenKind::Newline if source.line_start(end) == end => (line, has_bracket, last) = (Some(end), false, None),
            TokenKind::Whitespace => {}
            TokenKind::LeftSquareBracket => has_bracket = true,
            TokenKind::MlBasicString | TokenKind::MlLiteralString => {
                let quotes = start..(start + 3).min(end);
                if end - start < 6 || !source.slice(&(start..end)).ends_with(source.slice(&quotes)) {
                    return (headers, Some(quotes));
                }
                last = header_after(source, start).filter(|&header| header < end).map(|_| quotes);
                line = None;
            }
            // A text after the closing quotes: they are the opening ones of another string.
            TokenKind::Atom if last.is_some() => return (headers, last),
            _ => {
                let is_header = has_bracket && source.slice(&(start..end)).starts_with(char::is_alphanumeric);
                headers.extend(line.take().filter(|_| is_header));
                last = None;
            }
        }
    }
    (headers, None)
}

/// Returns the offset of the first line after this offset that begins like a header.
fn header_after(source: &Source, offset: usize) -> Option<usize> {
    source.lines_from(offset).skip(1).find(|(_, line)| is_header(line)).map(|(start, _)| start)
}

/// Returns whether a line begins like a header, rather than like an array within an array.
pub(super) fn is_header(line: &str) -> bool {
    let inside = line.trim_start().strip_prefix('[').map(|rest| rest.trim_start_matches(['[', ' ', '\t']));
    inside.is_some_and(|inside| inside.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::source::Source;

    /// Returns the text of each block, and whether a string is not closed in it.
    fn split(text: &str) -> Vec<(String, bool)> {
        let source = Source::new(String::new(), String::new(), text);
        let blocks = blocks(&source);
        blocks.iter().map(|block| (source.slice(&block.span).to_owned(), block.unclosed.is_some())).collect()
    }

    #[test]
    fn a_block_begins_at_a_header() {
        for text in
            ["[a]\n|[a.1]\nb = [\n1]\n|[b", "# c\n|  [a]\n|\t[[b]]\n", "a = [\n  [\"b\"],\n", "a = \"\"\"\"\"\"\n|[b]"]
        {
            let expected: Vec<_> = text.split('|').map(|block| (block.to_owned(), false)).collect();
            assert_eq!(split(&text.replace('|', "")), expected);
        }
    }

    #[test]
    fn an_unclosed_string_ends_at_the_next_header() {
        for quotes in ["\"\"\"", "'''", "\"\"\"\""] {
            let (first, second) = (format!("[a]\nb = {quotes}\nc\n"), "[b]\nc = 1\n");
            assert_eq!(split(&format!("{first}{second}")), [(first, true), (second.to_owned(), false)]);
            let last = format!("[a]\nb = {quotes}");
            assert_eq!(split(&last), [(last, true)]);
        }
    }
}
