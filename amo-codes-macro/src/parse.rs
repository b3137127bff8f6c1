//! From the text of a table to the model, with an error for each part that is not as it should be.

mod conflict;
mod header;
mod kind;
mod layout;
mod read;
mod recover;
mod scan;
mod syntax;
mod tree;
mod types;
mod values;

use toml::de::DeTable;

use self::layout::Layout;
use self::recover::{Recovered, recover};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Table;
use crate::rule::Rule;
use crate::source::Source;

pub(crate) const SECTION_KEYS: [&str; 2] = ["title", "paths"];
pub(crate) const ROW_KEYS: [&str; 6] = ["name", "description", "http", "note", "advice", "undocumented"];

/// Reads a table, in file order.
///
/// If the whole file is TOML, that is the table. Only if it is not, its blocks are read one by one.
pub(crate) fn table(source: &Source, diagnostics: &mut Diagnostics) -> Table {
    let Recovered { tree, broken } = match DeTable::parse(&source.text) {
        Ok(table) => Recovered { tree: tree::tree(table.into_inner(), 0), broken: Vec::new() },
        Err(_) => recover(source, diagnostics),
    };
    let mut layout = Layout::new(source, &broken);
    let table = read::table(&tree, &mut layout, diagnostics);
    layout.report(diagnostics);
    if table.sections.is_empty() && diagnostics.all.is_empty() {
        let help = "a table begins with a section, `[invoices]` and its `title`, and has codes, `[invoices.7]`";
        diagnostics.push(Diagnostic::new(Rule::NotEmpty, "the table has no section").at(&(0..0)).help(help));
    }
    table
}

#[cfg(test)]
mod tests;
