//! Parses the text of a table, in two phases.
//!
//! If the file is not TOML, only that is reported, because anything else may follow from it. If it is, every mistake in its
//! content is reported. In both cases, the valid rows are returned.

mod blocks;
mod code;
mod content;
mod docs;
mod errors;
mod fields;
mod identifiers;
mod keys;
mod parts;
mod paths;
mod reader;
mod row;
mod section;
mod syntax;
mod unique;

use toml::de::DeTable;

use crate::diagnostic::Diagnostic;
use crate::model::{Table, offset, sort_by_number};
use crate::source::Source;

/// Returns the valid rows of a table, and its errors in file order.
pub(crate) fn table(source: &Source) -> (Table, Vec<Diagnostic>) {
    let (table, mut errors) = if let Ok(toml) = DeTable::parse(&source.text) {
        content::read(source, toml.get_ref(), false)
    } else {
        let (valid, errors) = syntax::valid_part(source);
        let (toml, _) = DeTable::parse_recoverable(&valid);
        (content::read(source, toml.get_ref(), code::begins_line(source)).0, errors)
    };
    sort_by_number(&mut errors, |error| error.span.as_ref().map_or(0, offset));
    (table, errors)
}

/// Returns the keys of a section.
///
/// ```
/// assert!(amo_codes_table::section_keys().contains(&"title"));
/// ```
#[must_use]
pub fn section_keys() -> Vec<&'static str> {
    keys::names(keys::SECTION.keys)
}

/// Returns the keys of a row.
///
/// ```
/// assert!(amo_codes_table::row_keys().contains(&"description"));
/// ```
#[must_use]
pub fn row_keys() -> Vec<&'static str> {
    keys::names(keys::CODE.keys)
}

#[cfg(test)]
mod tests;
