//! The second phase: every mistake in the content of a file that is TOML.

use toml::de::DeTable;

use super::fields::{Item, in_order};
use super::names::Unique;
use super::outline::Outline;
use super::section::{Parts, section};
use crate::diagnostic::Diagnostic;
use crate::model::{Row, Table};
use crate::rule::Rule;
use crate::source::Source;
use crate::words::quoted;

/// The maximum number of rows, which the index can count.
const MOST_CODES: usize = 65_535;

/// What the reader of a table knows while it reads one section after the other.
pub(super) struct Reader<'t> {
    pub(super) source: &'t Source,
    pub(super) errors: Vec<Diagnostic>,
    pub(super) outline: Outline<'t>,
    /// The keys that were found below the header before theirs.
    pub(super) early: Vec<&'t str>,
    pub(super) types: Unique,
    pub(super) paths: Unique,
    codes: usize,
}

/// Returns the valid rows of a file, and its errors.
pub(super) fn read(source: &Source, toml: &DeTable<'_>) -> (Table, Vec<Diagnostic>) {
    let (mut sections, mut others) = (Vec::new(), Vec::new());
    for item in in_order(toml) {
        match item.value.as_table() {
            Some(table) => sections.push(Parts::new(item, table)),
            None => others.push(item),
        }
    }
    let mut table = Table::default();
    if sections.is_empty() {
        return (table, vec![no_sections()]);
    }
    let mut reader = Reader {
        source,
        errors: Vec::new(),
        outline: Outline::new(&sections),
        early: Vec::new(),
        types: Unique::new(Rule::TypeOnce),
        paths: Unique::new(Rule::PathOnce),
        codes: 0,
    };
    for item in &others {
        reader.outside(item);
    }
    for parts in &sections {
        if let Some(section) = section(&mut reader, parts).filter(|section| !section.rows.is_empty()) {
            table.sections.push(section);
        }
    }
    (table, reader.errors)
}

fn no_sections() -> Diagnostic {
    let help = "begin with a section, such as `[invoices]` with its `title`, and add its codes, such as `[invoices.7]`";
    Diagnostic::new(Rule::NotEmpty, "the table has no sections").at(&(0..0)).help(help)
}

impl<'t> Reader<'t> {
    /// Reports a key or an array that is not in a section; the keys before the first header are one mistake.
    fn outside(&mut self, item: &Item<'t>) {
        let key = item.key;
        if item.is_header(self.source) {
            let diagnostic = Diagnostic::new(Rule::ValueType, format!("`[[{key}]]` is an array of tables"));
            let diagnostic = diagnostic.at(&item.key_span).label("expected a table");
            self.errors.push(diagnostic.help(format!("write `[{key}]`")));
            return;
        }
        if self.early.is_empty() {
            let diagnostic = Diagnostic::new(Rule::KnownKey, format!("{} is not in a section", quoted(key)));
            let diagnostic = diagnostic.at(&item.key_span).label("before the first header");
            self.errors.push(diagnostic.help("add the header of its section before it, such as `[invoices]`"));
        }
        self.early.push(key);
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
