//! The second phase: every mistake in the content of a file that is TOML.

use toml::de::DeTable;

use super::fields::{Item, in_order};
use super::names::Unique;
use super::{row, section};
use crate::diagnostic::Diagnostic;
use crate::model::{Row, Table};
use crate::rule::Rule;
use crate::source::Source;
use crate::words::{nearest, quoted};

/// The maximum number of rows, which the index can count.
const MOST_CODES: usize = 65_535;

/// What the reader of a table knows while it reads one section after the other.
pub(super) struct Reader<'t> {
    pub(super) source: &'t Source,
    pub(super) errors: Vec<Diagnostic>,
    /// The keys of the sections: all, those with a title, those with a title but without codes, and those that only the headers
    /// of their rows name.
    pub(super) sections: Vec<&'t str>,
    pub(super) titled: Vec<&'t str>,
    without_codes: Vec<&'t str>,
    pub(super) without_header: Vec<&'t str>,
    /// Those without a header that a section without codes was probably meant to be.
    pub(super) misspelled: Vec<&'t str>,
    /// The keys that were found below the header before theirs.
    pub(super) early: Vec<&'t str>,
    pub(super) types: Unique,
    pub(super) paths: Unique,
    codes: usize,
}

/// Returns the valid rows of a file, and its errors.
pub(super) fn read(source: &Source, toml: &DeTable<'_>) -> (Table, Vec<Diagnostic>) {
    let items = in_order(toml);
    let mut reader = Reader {
        source,
        errors: Vec::new(),
        sections: Vec::new(),
        titled: Vec::new(),
        without_codes: Vec::new(),
        without_header: Vec::new(),
        misspelled: Vec::new(),
        early: Vec::new(),
        types: Unique::new(Rule::TypeOnce),
        paths: Unique::new(Rule::PathOnce),
        codes: 0,
    };
    for item in &items {
        if let Some(table) = item.value.as_table() {
            reader.outline(item.key, table);
        }
    }
    for key in &reader.without_codes {
        if let Some(near) = nearest(key, &reader.without_header) {
            reader.misspelled.push(near);
        }
    }
    let mut table = Table::default();
    if reader.sections.is_empty() {
        let help =
            "begin with a section, such as `[invoices]` with its `title`, and add its codes, such as `[invoices.7]`";
        reader.errors.push(Diagnostic::new(Rule::NotEmpty, "the table has no sections").at(&(0..0)).help(help));
        return (table, reader.errors);
    }
    for item in &items {
        if let Some(content) = item.value.as_table() {
            let section = section::section(&mut reader, item, content);
            if let Some(section) = section.filter(|section| !section.rows.is_empty()) {
                table.sections.push(section);
            }
        } else {
            reader.outside(item);
        }
    }
    (table, reader.errors)
}

impl<'t> Reader<'t> {
    /// Notes what a section has, before the sections are read.
    fn outline(&mut self, key: &'t str, table: &DeTable<'_>) {
        let (mut has_rows, mut has_own, mut has_title) = (false, false, false);
        for (key, value) in table {
            let is_row = row::is_row(key.get_ref(), value.get_ref());
            has_rows |= is_row;
            has_own |= !is_row;
            has_title |= key.get_ref() == "title";
        }
        self.sections.push(key);
        if !has_own {
            self.without_header.push(key);
        }
        if has_title {
            self.titled.push(key);
        }
        if has_title && !has_rows {
            self.without_codes.push(key);
        }
    }

    /// Reports a key or an array that is not in a section; those before the first header are one mistake.
    fn outside(&mut self, item: &Item<'t>) {
        let is_first = self.early.is_empty();
        self.early.push(item.key);
        let diagnostic = if item.is_header(self.source) {
            let message = format!("`[[{}]]` is an array of tables", item.key);
            Diagnostic::new(Rule::ValueType, message).label("expected a table").help(format!("write `[{}]`", item.key))
        } else if is_first {
            let message = format!("{} is not in a section", quoted(item.key));
            Diagnostic::new(Rule::KnownKey, message)
                .label("before the first header")
                .help("add the header of its section before it, such as `[invoices]`")
        } else {
            return;
        };
        self.errors.push(diagnostic.at(&item.key_span));
    }

    /// Returns whether the table has room for another row; reports the first one that is too much.
    pub(super) fn has_room(&mut self, row: &Row) -> bool {
        self.codes += 1;
        if self.codes == MOST_CODES + 1 {
            let diagnostic = Diagnostic::new(Rule::TableSize, format!("the table has more than {MOST_CODES} codes"));
            let diagnostic = diagnostic.at(&row.number.span).label("over the limit");
            self.errors.push(diagnostic.help("split the table: each `amo_codes!` goes in its own module"));
        }
        self.codes <= MOST_CODES
    }
}
