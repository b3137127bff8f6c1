//! The second phase: every mistake in the content of a file that is TOML.

use toml::de::DeTable;

use super::fields::{Item, in_order};
use super::reader::Reader;
use super::section::{Parts, section};
use super::words_line;
use crate::diagnostic::Diagnostic;
use crate::model::Table;
use crate::rule::Rule;
use crate::source::Source;
use crate::words::quoted;

/// Returns the valid rows of a file, and its errors.
pub(super) fn read(source: &Source, toml: &DeTable<'_>) -> (Table, Vec<Diagnostic>) {
    let (mut parts, mut others, mut keys) = (Vec::new(), Vec::new(), Vec::new());
    for item in in_order(toml) {
        match item.value.as_table() {
            Some(table) => parts.push(Parts::new(item, table)),
            None => others.push(item),
        }
    }
    for part in &parts {
        if part.has_header {
            keys.push(part.key);
        }
    }
    let line = others.iter().position(|item| words_line::is_line(source, item)).map(|index| others.remove(index));
    let has_words = words_line::has_words(source, line.as_ref(), &parts);
    let mut reader = Reader::new(source, keys, has_words);
    if parts.is_empty() {
        reader.errors.report(no_sections());
        others.clear();
    }
    words_line::check_line(&mut reader, line.as_ref(), &parts);
    for item in &others {
        check_outside(&mut reader, item);
    }
    let (mut sections, mut before) = (Vec::new(), None);
    for (index, part) in parts.iter().enumerate() {
        sections.extend(section(&mut reader, before, part, parts.get(index + 1)));
        before = Some(part);
    }
    (Table::new(sections, reader.has_words), reader.errors.into_list())
}

/// A table has sections.
fn no_sections() -> Diagnostic {
    let help = "begin with a section, such as `[invoices]` with its `title`, and add its codes, such as `[invoices.7]`";
    Diagnostic::new(Rule::NotEmpty, "the table has no sections").at(&(0..0)).help(help)
}

/// A key or an array is in a section.
fn check_outside<'t>(reader: &mut Reader<'t>, item: &Item<'t>) {
    let key = item.key;
    if reader.source.is_in_header(item.key_span.start) {
        let error = Diagnostic::new(Rule::ValueType, format!("`[[{key}]]` is an array of tables"));
        reader.errors.report(error.at(&item.key_span).label("expected a table").help(format!("write `[{key}]`")));
        return;
    }
    reader.errors.report_misplaced(key, || {
        Diagnostic::new(Rule::KnownKey, format!("{} is not in a section", quoted(key)))
            .at(&item.key_span)
            .label("before the first header")
            .help("add the header of its section before it, such as `[invoices]`")
    });
}
