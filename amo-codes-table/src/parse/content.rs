//! The second phase: every mistake in the content of a file that is TOML.

use toml::de::DeTable;

use super::code::{LINE, LINE_HELP};
use super::fields::{Item, in_order};
use super::parts::Parts;
use super::reader::Reader;
use super::section::section;
use crate::diagnostic::Diagnostic;
use crate::model::Table;
use crate::source::Source;
use crate::words::quoted;

/// Returns the valid rows of a file, and its errors. The codes are words if the file says so, although perhaps not correctly, or
/// if they cannot be numbers.
pub(super) fn read(source: &Source, toml: &DeTable<'_>, says_words: bool) -> (Table, Vec<Diagnostic>) {
    let (mut parts, mut others, mut says_words) = (Vec::new(), Vec::new(), says_words);
    for item in in_order(toml) {
        if let Some(table) = item.value.as_table() {
            let part = Parts::new(source, item, table);
            says_words |= part.own.iter().any(|item| item.key == LINE);
            parts.push(part);
        } else {
            // Nothing else before the first header is `true` or `false`.
            says_words |= item.key == LINE || item.value.is_bool();
            others.push(item);
        }
    }
    let mut rows = parts.iter().flat_map(|part| &part.rows);
    let is_word = |row: &Item<'_>| row.key.starts_with(|first: char| first.is_ascii_alphabetic());
    let first_word = rows.clone().next().filter(|_| rows.all(is_word));
    let mut reader = Reader::new(source, &parts, says_words || first_word.is_some());
    if parts.is_empty() {
        reader.errors.report(no_sections());
        others.clear();
    }
    for item in &others {
        check_outside(&mut reader, item);
    }
    if let Some(first) = first_word.filter(|_| !says_words) {
        reader.errors.report(words_undeclared(first));
    }
    let mut sections = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        sections.extend(section(&mut reader, part, parts.get(index + 1)));
    }
    (Table::new(sections, reader.has_words), reader.errors.list)
}

/// A table has sections.
pub(super) fn no_sections() -> Diagnostic {
    let help = "begin with a section, such as `[invoices]` with its `title`, and add its codes, such as `[invoices.7]`";
    Diagnostic::new("the file is not a table of codes: it has no sections", help).at(&(0..0), "")
}

/// Only the line `words = true` is before the first header, and there are no arrays of tables.
fn check_outside<'t>(reader: &mut Reader<'t>, item: &Item<'t>) {
    let key = item.key;
    if reader.source.is_in_header(item.key_span.start) {
        let error = Diagnostic::new(&format!("`[[{key}]]` is an array of tables"), &format!("write `[{key}]`"));
        reader.errors.report(error.at(&item.key_span, "expected a table"));
    } else if key == LINE {
        if item.value.as_bool() != Some(true) {
            let error = Diagnostic::new("`words` is not `true`", LINE_HELP);
            reader.errors.report(error.at(&item.span, "expected `true`"));
        }
    } else {
        let help = "add the header of its section before it, such as `[invoices]`";
        let help = if item.value.is_bool() { LINE_HELP } else { help };
        let error = Diagnostic::new(&format!("{} is not in a section", quoted(key)), help);
        reader.errors.report_misplaced(key, error.at(&item.key_span, "before the first header"));
    }
}

/// A table whose codes are words says so.
fn words_undeclared(first: &Item<'_>) -> Diagnostic {
    let help = "add the line `words = true` before the first header, or write the numbers of the codes";
    Diagnostic::new("the codes of the table are words, but it does not say so", help)
        .at(&first.key_span, "expected a decimal number")
}
