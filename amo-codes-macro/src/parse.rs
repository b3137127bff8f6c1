//! Parses the text of a table into the model, with an error for each invalid part.

mod conflict;
mod draft;
mod duplicate;
mod header;
mod item;
mod kind;
mod layout;
mod line;
mod misspelled;
mod read;
mod recover;
mod row;
mod scan;
mod syntax;
mod types;
mod values;

use toml::de::DeTable;

use self::item::Block;
use self::layout::Layout;
use self::recover::{Recovered, recover};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Table;
use crate::rule::Rule;
use crate::source::Source;

pub(crate) const SECTION_KEYS: [&str; 2] = ["title", "paths"];
pub(crate) const ROW_KEYS: [&str; 6] = ["name", "description", "http", "note", "advice", "undocumented"];

fn is_known_key(key: &str) -> bool {
    SECTION_KEYS.contains(&key) || ROW_KEYS.contains(&key)
}

/// Reads a table, in file order.
///
/// If the file is valid TOML, it is read as a whole; otherwise, its blocks are read one by one.
pub(crate) fn table(source: &Source, diagnostics: &mut Diagnostics) -> Table {
    let parsed = DeTable::parse(&source.text);
    let is_toml = parsed.is_ok();
    let Recovered { blocks, broken } = match parsed {
        Ok(table) => Recovered { blocks: vec![Block { table: table.into_inner(), offset: 0 }], broken: Vec::new() },
        Err(_) => recover(source, diagnostics),
    };
    let mut layout = Layout::new(source, broken);
    let table = read::table(&blocks, &mut layout, diagnostics);
    layout.report(diagnostics);
    if !is_toml && diagnostics.all.is_empty() {
        // Each block is TOML, but not all together: a key is both a value and a table.
        diagnostics.push(syntax::error(source, &(0..source.text.len())));
    }
    if table.sections.is_empty() && diagnostics.all.is_empty() {
        let help =
            "start with a section, such as `[invoices]` with its `title`, and add its codes, such as `[invoices.7]`";
        diagnostics.push(Diagnostic::new(Rule::NotEmpty, "the table has no sections").at(&(0..0)).help(help));
    }
    table
}

#[cfg(test)]
mod tests;
