//! The line `words = true`, which declares that the codes of a table are words.

use super::code::{LINE, LINE_HELP, is_word};
use super::fields::Item;
use super::reader::Reader;
use super::row::third_part;
use super::section::Parts;
use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use crate::source::Source;
use crate::words::{did_you_mean, nearest, quoted};

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
