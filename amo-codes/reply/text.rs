//! Text for people out of bytes of any kind: the first line of a page, and one line of a text.

use core::fmt::{self, Write as _};
use std::string::String;

/// The most characters of a body without JSON that are kept as its words.
const MOST: usize = 300;

/// The first line of readable text: tags, scripts, styles and comments of HTML are passed over.
pub(super) fn first_line(body: &[u8]) -> String {
    let mut reader = Reader::default();
    for chunk in body.utf8_chunks() {
        let broken = if chunk.invalid().is_empty() { None } else { Some(char::REPLACEMENT_CHARACTER) };
        for next in chunk.valid().chars().chain(broken) {
            if reader.take(next) {
                return unescape(&reader.line);
            }
        }
    }
    unescape(&reader.line)
}

#[derive(Default)]
struct Reader {
    line: String,
    kept: usize,
    /// The tag that is being read, as far as its name may reach.
    tag: Option<String>,
    /// Whether what is being read belongs to a script or a style.
    hidden: bool,
}

impl Reader {
    /// Takes a character; true where the line is at its end.
    fn take(&mut self, next: char) -> bool {
        let opens = self.opens(next);
        match &mut self.tag {
            Some(tag) if tag.is_empty() && !opens => {
                self.tag = None;
                self.keep('<') || self.take(next)
            }
            Some(tag) if next == '>' && (tag.ends_with("--") || !tag.starts_with("!--")) => {
                self.leave();
                false
            }
            Some(tag) => {
                let is_first = tag.is_empty();
                remember(tag, next);
                is_first && self.has_line()
            }
            None if next == '<' => {
                self.tag = Some(String::new());
                false
            }
            None => self.keep(next),
        }
    }

    /// Whether a `<` before this character opens a tag; of a script or a style only the end is looked for.
    fn opens(&self, next: char) -> bool {
        next == '/' || (!self.hidden && (next.is_ascii_alphabetic() || matches!(next, '!' | '?')))
    }

    fn has_line(&self) -> bool {
        !self.line.trim().is_empty()
    }

    /// Keeps a character of the text; true where the line is at its end.
    fn keep(&mut self, next: char) -> bool {
        if self.hidden {
            return false;
        }
        if next.is_whitespace() || next.is_control() || next == '\u{feff}' {
            let ends = matches!(next, '\n' | '\r') && self.has_line();
            if !ends && !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
            return ends;
        }
        self.line.push(next);
        self.kept += 1;
        self.kept == MOST
    }

    fn leave(&mut self) {
        let tag = self.tag.take().unwrap_or_default();
        let name = tag.split(|part: char| !part.is_alphanumeric() && part != '/').next().unwrap_or_default();
        match name {
            "script" | "style" => self.hidden = true,
            "/script" | "/style" => self.hidden = false,
            _ => {}
        }
    }
}

/// Keeps the beginning of a tag, and of a comment its last two characters.
fn remember(tag: &mut String, next: char) {
    const LONGEST: usize = 12;
    if tag.len() >= LONGEST {
        if !tag.starts_with("!--") {
            return;
        }
        tag.remove(3);
    }
    tag.push(if next.is_ascii() { next.to_ascii_lowercase() } else { ' ' });
}

fn unescape(line: &str) -> String {
    let line = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(String::from(line), |line, (entity, text)| line.replace(entity, text));
    line.trim().into()
}

/// A text on one line, without control characters, cut where it is too long for a line.
pub(super) struct OneLine<'a>(pub(super) &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut left, mut has_gap) = (MOST, false);
        for next in self.0.chars() {
            if next.is_whitespace() || next.is_control() {
                has_gap = left < MOST;
                continue;
            }
            if left == 0 {
                return f.write_str("…");
            }
            if core::mem::take(&mut has_gap) {
                f.write_char(' ')?;
            }
            f.write_char(next)?;
            left -= 1;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};

    use super::{MOST, OneLine, first_line};

    #[test]
    fn the_first_line_is_text_and_not_markup() {
        for (body, line) in [
            ("", ""),
            (" \r\n\t", ""),
            ("Bad gateway", "Bad gateway"),
            ("\u{feff}\n  Too  many\trequests \nRetry", "Too many requests"),
            ("<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>", "403 Forbidden"),
            (
                "<!doctype html><!-- <p>a > b</p> --><style>p > a {}</style><SCRIPT>1 < 2</SCRIPT><h1>Hi &amp; bye</h1>",
                "Hi & bye",
            ),
            ("<p>&nbsp;a&lt;b", "a<b"),
            ("<never closed", ""),
            ("a < b <br> c", "a < b"),
            ("<p>1<2</p>", "1<2"),
        ] {
            assert_eq!(first_line(body.as_bytes()), line, "{body}");
        }
        assert_eq!(first_line(b"\xff\xfegone"), "\u{fffd}\u{fffd}gone");
        assert_eq!(first_line("ы".repeat(10_000).as_bytes()).chars().count(), MOST);
    }

    #[test]
    fn a_text_becomes_one_line() {
        assert_eq!(OneLine(" a\r\nb\u{1b}[31m c ").to_string(), "a b [31m c");
        let long: String = "x".repeat(MOST + 1);
        assert_eq!(OneLine(&long).to_string().chars().count(), MOST + 1);
    }
}
