//! Finds arrays and strings that are not closed, because a parser reports them too late or without a reason, and multi-line
//! strings that are.

use std::ops::ControlFlow;

use toml::de::DeTable;

use crate::model::Span;
use crate::source::Source;

/// The quotes of multi-line strings.
pub(super) const QUOTES: [&str; 2] = ["\"\"\"", "'''"];

/// An array or a string without its end.
#[derive(Debug, PartialEq)]
pub(super) struct Unclosed {
    /// Its offset.
    pub(super) start: usize,
    /// `[`, a quote or three.
    pub(super) opener: &'static str,
    /// The end of the last thing that can belong to it.
    pub(super) end: usize,
}

/// Returns the value of a block that is not closed, if nothing before it is wrong.
pub(super) fn unclosed(block: &str) -> Option<Unclosed> {
    let mut scanner = Scanner { open: None, depth: 0, end: 0, is_value: false };
    let mut offset = 0;
    for line in block.split_inclusive('\n') {
        if scanner.line(line, offset).is_break() {
            break;
        }
        offset += line.len();
    }
    scanner.open.map(|(start, opener)| Unclosed { start, opener, end: scanner.end })
}

struct Scanner {
    /// The offset and the opener of the outermost array or of the string.
    open: Option<(usize, &'static str)>,
    /// The number of open arrays.
    depth: usize,
    end: usize,
    /// Whether a value may begin: after `=`, `[` and `,`.
    is_value: bool,
}

impl Scanner {
    /// Scans a line; breaks if the search is over.
    fn line(&mut self, line: &str, offset: usize) -> ControlFlow<()> {
        let key_end = line.find('=').filter(|&equals| is_key(line.split_at(equals).0));
        let mut rest = match (self.open, key_end) {
            (Some((_, "[")), Some(_)) => return ControlFlow::Break(()),
            (Some(_), _) => line,
            (None, Some(equals)) => {
                self.is_value = true;
                line.split_at(equals + 1).1
            }
            (None, None) => return ControlFlow::Continue(()),
        };
        loop {
            let at = offset + line.len() - rest.len();
            if let Some((_, quotes)) = self.open.filter(|(_, opener)| *opener != "[") {
                let Some((_, after)) = rest.split_once(quotes) else {
                    if !rest.trim().is_empty() {
                        self.end = at + rest.trim_end().len();
                    }
                    return ControlFlow::Continue(());
                };
                (self.open, rest) = (None, after);
                continue;
            }
            let Some(first) = rest.chars().next().filter(|first| *first != '#') else {
                return ControlFlow::Continue(());
            };
            let len = match first {
                '[' => {
                    self.open = self.open.or(Some((at, "[")));
                    self.depth += 1;
                    1
                }
                ']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        self.open = None;
                    }
                    1
                }
                '"' | '\'' => {
                    let Some(len) = self.string(rest, at) else {
                        return ControlFlow::Break(());
                    };
                    len
                }
                _ => first.len_utf8(),
            };
            if !first.is_whitespace() {
                self.end = at + len;
                self.is_value = matches!(first, '[' | ',');
            }
            rest = rest.split_at(len).1;
        }
    }

    /// Returns the length of the string at the beginning of `rest`, if it is closed; a multi-line string is only
    /// opened.
    fn string(&mut self, rest: &str, at: usize) -> Option<usize> {
        for quotes in QUOTES {
            if rest.starts_with(quotes) && self.open.is_none() {
                self.open = Some((at, quotes));
                return Some(quotes.len());
            }
        }
        let (quote, inner) = rest.split_at(1);
        let mut is_escaped = false;
        for (index, letter) in inner.char_indices() {
            if is_escaped {
                is_escaped = false;
            } else if letter == '\\' && quote == "\"" {
                is_escaped = true;
            } else if inner.split_at(index).1.starts_with(quote) {
                return Some(index + 2);
            } else if letter == '\n' {
                break;
            }
        }
        let line = rest.split('\n').next().expect("a text has a first line").trim_end();
        // In an array, what follows the string is not part of it.
        let is_in_array = self.open.is_some();
        let text = if is_in_array { line.trim_end_matches([',', ']', ' ', '\t']) } else { line };
        self.end = at + text.len().max(1);
        // A quote where no value begins is the end of a string whose beginning is missing.
        let opener = if quote == "\"" { "\"" } else { "'" };
        self.open = self.is_value.then_some((at, opener));
        None
    }
}

/// Returns the lines inside of multi-line strings, whose text may look like a header or a conflict.
pub(super) fn inside_strings(source: &Source) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut lines = source.lines();
    while let Some((start, line)) = lines.next() {
        let Some(quotes) = opens_string(line) else { continue };
        let inside = start + line.len() + 1;
        // The lines of the string are consumed only if it is closed.
        let mut rest = lines.clone();
        let Some((last, end)) =
            rest.find(|(_, line)| line.contains(quotes)).filter(|(_, end)| opens_string(end).is_none())
        else {
            continue;
        };
        // The string may be invalid for another reason, but a value on its last line is that of another key.
        let is_another = end.split_once('=').is_some_and(|(key, _)| is_key(key));
        if !is_another || DeTable::parse(source.slice(&(start..last + end.len()))).is_ok() {
            spans.push(inside..last + end.len());
            lines = rest;
        }
    }
    spans
}

/// Returns the quotes of a multi-line string that begins in a line and does not end there.
fn opens_string(line: &str) -> Option<&'static str> {
    let (key, value) = line.split_once('=')?;
    let quotes = QUOTES.into_iter().find(|quotes| value.trim_start().starts_with(quotes))?;
    let (_, text) = value.split_once(quotes)?;
    // The key may be misspelled.
    let is_key = is_key(key) || (!key.contains(['"', '\'']) && !key.trim_start().starts_with('#'));
    (is_key && !text.contains(quotes)).then_some(quotes)
}

/// Returns whether the text before a `=` is a key.
fn is_key(text: &str) -> bool {
    let key = text.trim();
    is_bare_key(key.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or(key))
}

/// Returns whether a text can be a key without quotes, with dots in it or without.
pub(super) fn is_bare_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

/// Returns a line without its comment, unless a `#` is in quotes.
pub(super) fn without_comment(line: &str) -> &str {
    line.split('#').next().expect("a text has a first part").trim_end()
}

#[cfg(test)]
mod tests {
    use super::{Unclosed, inside_strings, unclosed};
    use crate::fixtures::source;

    #[test]
    fn the_lines_inside_of_multi_line_strings_are_text() {
        for (text, expected) in [
            ("[a]\nx = \"\"\"b\n[c]\n======= \n\"\"\"\ny = 1\n", &["[c]\n======= \n\"\"\""][..]),
            ("x = '''\nb\n''' # c\ny = \"\"\"\nd\"\"\"\n", &["b\n''' # c", "d\"\"\""]),
            ("x = \"\"\"b\"\"\"\n[c]\n", &[]),
            ("x = \"\"\"b\"\"\"\n[c]\n# \"\"\"\n", &[]),
            ("# x = \"\"\"\n[b]\n# \"\"\"\n", &[]),
            // Not closed: the next quotes begin another string.
            ("x = \"\"\"b\n[c]\ny = \"\"\"\nd\n\"\"\"\n", &["d\n\"\"\""]),
            ("x = \"\"\"b\n[c]\n", &[]),
            ("x = \"\"\"b\n\"\"\" c\n", &["\"\"\" c"]),
            ("# x = \"\"\"\nb\n\"\"\"\n", &[]),
            // Invalid for another reason, or with a quoted key.
            ("x = \"\"\"\n\\d\n[c]\n\"\"\"\n", &["\\d\n[c]\n\"\"\""]),
            ("\"x\" = '''\n[c]\n'''\n", &["[c]\n'''"]),
            ("x y = '''\n[c]\n'''\n", &["[c]\n'''"]),
            ("x = \"\"\"b\n[c]\ny = \"\"\"d\"\"\"\n", &[]),
            ("x = \"\"\"b\n[c]\ny = 1 \"\"\"\n", &["[c]\ny = 1 \"\"\""]),
        ] {
            let source = source(text);
            let found: Vec<&str> = inside_strings(&source).iter().map(|span| source.slice(span)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn unclosed_values_are_found() {
        for (block, start, opener, end) in [
            ("[a]\npaths = [\n  \"/x\", # [\n\n", 12, "[", 21),
            ("[a]\npaths = [[\n  \"/x\",\n]\n", 12, "[", 24),
            ("[a]\npaths = [\n  \"/x\"\n\ntitle = \"A\"\n", 12, "[", 20),
            ("[a]\nx = \"\"\"b\n[c]\n\n", 8, "\"\"\"", 16),
            ("[a]\nx = '''b", 8, "'''", 12),
            ("[a]\nx = \"b\ny = 1\n", 8, "\"", 10),
            ("[a]\npaths = [\n  \"/x,\n  '/y',\n]\n", 16, "\"", 19),
            ("[a]\npaths = ['/x', '/y", 19, "'", 22),
            ("[a]\npaths = ['/x', '/y ]\n", 19, "'", 22),
            ("[a]\nx = \"b,\n", 8, "\"", 11),
        ] {
            assert_eq!(unclosed(block), Some(Unclosed { start, opener, end }), "{block}");
        }
    }

    #[test]
    fn other_values_and_mistakes_are_not() {
        for block in [
            "[a]\npaths = [\"/x\", '[', \"\\\"[\"] # [\n",
            "[a]\nx = \"\"\"b\n[c]\n\"\"\"\n",
            "[a\ntitle = \"A\"\n",
            "[a]\npaths = \"/x\"]\n",
            "[a]\nx = b\"\n",
            "[a]\nx = \"b\" c\"\n",
            "x = 1 # [",
            "[[[",
        ] {
            assert_eq!(unclosed(block), None, "{block}");
        }
    }
}
