//! The header of a block: `[leads]` or `[leads.217]`.

use toml::de::{DeTable, DeValue};

use super::SECTION_KEYS;
use super::scan::without_comment;
use crate::diagnostic::Diagnostic;
use crate::model::{Span, is_section_key};
use crate::rule::Rule;

/// A header that can be read.
#[derive(Debug)]
pub(super) struct Header {
    /// Its keys: `leads` and `217`.
    pub(super) path: Vec<String>,
    /// The position of the last of them in the file.
    pub(super) span: Span,
}

impl Header {
    /// Reads the header of a block that starts at this offset of the file.
    pub(super) fn of_block(block: &str, offset: usize) -> Option<Self> {
        let line = block.split('\n').next()?;
        let mut table = DeTable::parse(line).ok()?.into_inner();
        let mut header = Self { path: Vec::new(), span: 0..0 };
        while let Some((key, value)) = table.into_iter().next() {
            header.path.push(key.get_ref().to_string());
            header.span = offset + key.span().start..offset + key.span().end;
            table = match value.into_inner() {
                DeValue::Table(inner) => inner,
                _ => break,
            };
        }
        (line.trim_start().starts_with('[') && !header.path.is_empty()).then_some(header)
    }
}

/// Returns the header that a line is probably meant to be: a word and a number, or a word in brackets, ignoring what
/// surrounds them.
pub(super) fn meant(line: &str) -> Option<String> {
    match key_and_number(line)? {
        (key, "") => (line.contains(BRACKETS) && !line.contains('.')).then(|| format!("[{key}]")),
        (key, number) => Some(format!("[{key}.{number}]")),
    }
}

/// Returns the same for the header of a section, whose key may end with digits.
pub(super) fn meant_section(line: &str) -> Option<String> {
    key_and_number(line).map(|(key, number)| format!("[{key}{number}]"))
}

const BRACKETS: [char; 8] = ['[', ']', '(', ')', '{', '}', '<', '>'];

/// Splits a line into the key of a section and a number, which may be empty.
fn key_and_number(line: &str) -> Option<(&str, &str)> {
    let line = without_comment(line).trim_start();
    let is_edge = |c: char| !c.is_alphanumeric();
    let core = line.trim_matches(is_edge);
    let digits = core.len() - core.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (word, number) = core.split_at(core.len() - digits);
    let word = word.trim_end_matches(is_edge);
    (is_section_key(word) && !line.starts_with(['"', '\''])).then_some((word, number))
}

/// Returns the error for a key that belongs below another header.
pub(super) fn missing(key: &str, span: &Span, of: &str) -> Diagnostic {
    let owner = if SECTION_KEYS.contains(&key) { "a section" } else { "a code" };
    Diagnostic::new(Rule::KnownKey, format!("`{key}` is in {of}, but belongs to {owner}")).at(span).label("unexpected")
}

#[cfg(test)]
mod tests {
    use super::{Header, meant};

    #[test]
    fn a_header_is_read_with_its_position() {
        for (block, path, span) in [
            ("[leads]\ntitle = \"x", &["leads"][..], 11..16),
            ("  [ leads . \"217\" ] # x\n", &["leads", "217"], 22..27),
            ("[a.1.2]", &["a", "1", "2"], 15..16),
        ] {
            let header = Header::of_block(block, 10).unwrap();
            assert_eq!(
                (header.path.iter().map(String::as_str).collect::<Vec<_>>(), header.span),
                (path.to_vec(), span)
            );
        }
        for block in ["[leads\n", "leads]\n", "title = 1", "", "[]"] {
            assert!(Header::of_block(block, 0).is_none(), "{block}");
        }
    }

    #[test]
    fn a_broken_header_is_recognized() {
        for (line, header) in [
            ("a.2]", Some("[a.2]")),
            ("(a.2)", Some("[a.2]")),
            ("- [a.2]", Some("[a.2]")),
            ("[a:2]", Some("[a.2]")),
            ("[a/2]", Some("[a.2]")),
            ("[[a.2]", Some("[a.2]")),
            ("[a..2]", Some("[a.2]")),
            ("[directory_elements.2 # x", Some("[directory_elements.2]")),
            ("authorization110", Some("[authorization.110]")),
            ("[a_2]", Some("[a.2]")),
            ("leads]", Some("[leads]")),
            ("[Leads]", None),
            ("[", None),
            ("some words", None),
            ("word", None),
            ("\"/a2,", None),
            ("[2]", None),
        ] {
            assert_eq!(meant(line).as_deref(), header, "{line}");
        }
    }
}
