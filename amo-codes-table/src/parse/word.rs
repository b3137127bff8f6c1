//! Codes that are words: the line `words = true` that declares them, and which keys are words.

use super::fields::Item;
use super::reader::Reader;
use super::row::third_part;
use super::section::Parts;
use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;
use crate::words::{did_you_mean, nearest, quoted};

/// The key before the first header of a table whose codes are words.
pub(super) const LINE: &str = "words";
pub(super) const LINE_HELP: &str =
    "write `words = true` before the first header if the API's codes are words, or omit the line";

/// Returns whether a key can be a code that is a word. Dots are allowed: the first dot of an address ends its section.
pub(super) fn is_word(key: &str) -> bool {
    !key.is_empty() && key.chars().all(is_part)
}

fn is_part(character: char) -> bool {
    character.is_ascii_graphic() && !"\"'`\\:".contains(character)
}

/// Returns whether something before the first header is the line that declares words, perhaps misspelled.
pub(super) fn is_line(source: &Source, item: &Item<'_>) -> bool {
    let key = item.key.to_ascii_lowercase();
    let is_near = item.value.is_bool() && nearest(&key, &[LINE]).is_some();
    (item.key == LINE || is_near) && !source.is_in_header(item.key_span.start)
}

/// Returns whether the codes are words: the file says so, although perhaps not correctly, or they cannot be numbers.
pub(super) fn has_words(source: &Source, line: Option<&Item<'_>>, parts: &[Parts<'_>]) -> bool {
    let says_no = |item: &Item<'_>| item.value.as_bool() == Some(false);
    line.or_else(|| misplaced(parts)).is_some_and(|item| !says_no(item)) || has_only_words(source, parts)
}

/// Returns the line if it is below the header of a section, where it is an unknown key.
fn misplaced<'p, 't>(parts: &'p [Parts<'t>]) -> Option<&'p Item<'t>> {
    parts.iter().flat_map(|part| &part.own).find(|item| item.key == LINE)
}

fn has_only_words(source: &Source, parts: &[Parts<'_>]) -> bool {
    let is_letter = |first: char| first.is_ascii_alphabetic();
    let is_only_word = |row: &Item<'_>| is_word(row.key) && row.key.starts_with(is_letter);
    let mut rows = parts.iter().flat_map(|part| &part.rows).peekable();
    rows.peek().is_some() && rows.all(|row| is_only_word(row) && third_part(source, row).is_none())
}

/// A table whose codes are words says so, in the line `words = true`.
pub(super) fn check_line(reader: &mut Reader<'_>, line: Option<&Item<'_>>, parts: &[Parts<'_>]) {
    let first = parts.iter().flat_map(|part| &part.rows).find(|row| third_part(reader.source, row).is_none());
    let error = match (line, first) {
        (Some(line), _) if line.key != LINE => {
            let message = format!("unknown key {}{}", quoted(line.key), did_you_mean(Some(LINE)));
            Diagnostic::new(Rule::KnownKey, message).at(&line.key_span).label("unknown key").help(LINE_HELP)
        }
        (Some(line), _) if line.value.as_bool() != Some(true) => {
            Diagnostic::new(Rule::ValueType, "`words` is not `true`")
                .at(&line.span)
                .label("expected `true`")
                .help(LINE_HELP)
        }
        (None, Some(first)) if reader.has_words && misplaced(parts).is_none() => {
            Diagnostic::new(Rule::WordsDeclared, "the codes of the table are words, but it does not say so")
                .at(&first.key_span)
                .label("expected a decimal number")
                .help("add the line `words = true` before the first header, or write the numbers of the codes")
        }
        _ => return,
    };
    reader.errors.report(error);
}

/// The key of a code is a word.
pub(super) fn not_a_word(section: &str, item: &Item<'_>) -> Diagnostic {
    let help = if item.key.trim().is_empty() {
        "write the code as the API sends it"
    } else if item.key.contains(char::is_whitespace) {
        "write the code as the API sends it; a text with blanks may be its `name`"
    } else {
        "write the code as the API sends it; if it really has this character, compare its text without a table"
    };
    let message = match item.key.chars().find(|&character| !is_part(character)) {
        Some(wrong) => {
            format!("the word {} in section {} has the character {wrong:?}", quoted(item.key), quoted(section))
        }
        None => format!("a word in section {} is empty", quoted(section)),
    };
    Diagnostic::new(Rule::PlainWord, message)
        .at(&item.key_span)
        .label("expected printable ASCII without blanks, quotes, backslashes and colons")
        .help(help)
}

/// The key of a section is not the word of a code.
pub(super) fn key_of_section(item: &Item<'_>) -> Diagnostic {
    let message = format!("the word {} is a key of sections", quoted(item.key));
    Diagnostic::new(Rule::PlainWord, message)
        .at(&item.key_span)
        .label("cannot be a code")
        .help("delete the code, and compare its text without a table")
}

/// Returns what to write in place of a header of several parts, if a word with dots was meant, which needs quotes.
pub(super) fn dotted(source: &Source, third: &Span) -> Option<String> {
    let header = source.line_at(third.start).trim().strip_prefix('[')?.strip_suffix(']')?;
    let (section, word) = header.split_once('.')?;
    is_word(word).then(|| format!("write `[{section}.\"{word}\"]` if the word has dots"))
}

#[cfg(test)]
mod tests {
    use super::is_word;

    #[test]
    fn a_word_is_printable_ascii() {
        for word in ["card_declined", "22P02", "08006", "5.1.1", "a-b", "A/B", "-7", "*", "[]", "~!"] {
            assert!(is_word(word), "{word}");
        }
        for key in ["", " ", "a b", "a\tb", "a\"", "a'", "a`", "a\\", "a:b", "é", "a\u{7f}", "я"] {
            assert!(!is_word(key), "{key}");
        }
    }
}
