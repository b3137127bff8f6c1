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
        match item.value.as_table() {
            Some(table) => parts.push(Parts::new(source, item, table)),
            None => others.push(item),
        }
    }
    for item in &others {
        // Nothing else before the first header is `true` or `false`.
        says_words |= item.key == LINE || item.value.is_bool();
    }
    for part in &parts {
        says_words |= part.own.iter().any(|item| item.key == LINE);
    }
    let mut reader = Reader::new(source, &parts, says_words || has_only_words(&parts));
    if parts.is_empty() {
        reader.errors.report(no_sections());
        others.clear();
    }
    for item in &others {
        check_outside(&mut reader, item);
    }
    if !says_words {
        check_words_declared(&mut reader, &parts);
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
        reader.errors.report_misplaced(key, || {
            let help = "add the header of its section before it, such as `[invoices]`";
            let help = if item.value.is_bool() { LINE_HELP } else { help };
            let message = format!("{} is not in a section", quoted(key));
            Diagnostic::new(&message, help).at(&item.key_span, "before the first header")
        });
    }
}

fn has_only_words(parts: &[Parts<'_>]) -> bool {
    let mut has_rows = false;
    for part in parts {
        for row in &part.rows {
            has_rows = true;
            if !row.key.starts_with(|first: char| first.is_ascii_alphabetic()) {
                return false;
            }
        }
    }
    has_rows
}

/// A table whose codes are words says so.
fn check_words_declared(reader: &mut Reader<'_>, parts: &[Parts<'_>]) {
    let Some(first) = parts.iter().find_map(|part| part.rows.first()).filter(|_| reader.has_words) else { return };
    let message = "the codes of the table are words, but it does not say so";
    let help = "add the line `words = true` before the first header, or write the numbers of the codes";
    reader.errors.report(Diagnostic::new(message, help).at(&first.key_span, "expected a decimal number"));
}
