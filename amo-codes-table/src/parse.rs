//! Parses the text of a table, in two phases.
//!
//! If the file is not TOML, only that is reported, because anything else may follow from it. If it is, every mistake in its
//! content is reported. In both cases, the valid rows are returned.

mod content;
mod docs;
mod fields;
mod names;
mod outline;
mod paths;
mod row;
mod section;
mod syntax;

use toml::de::DeTable;

use crate::diagnostic::Diagnostic;
use crate::model::{Table, offset, sort_by_number};
use crate::source::Source;

/// Returns the valid rows of a table, and its errors in file order.
pub(crate) fn table(source: &Source) -> (Table, Vec<Diagnostic>) {
    let (table, mut errors) = if let Ok(toml) = DeTable::parse(&source.text) {
        content::read(source, toml.get_ref())
    } else {
        let (valid, errors) = syntax::valid_part(source);
        let (toml, _) = DeTable::parse_recoverable(&valid);
        (content::read(source, toml.get_ref()).0, errors)
    };
    sort_by_number(&mut errors, |error| error.span.as_ref().map_or(0, offset));
    (table, errors)
}

/// Returns the keys of a section, and those of a code.
///
/// ```
/// let [section, code] = amo_codes_table::keys();
/// assert!(section.contains(&"title") && code.contains(&"description"));
/// ```
#[must_use]
pub fn keys() -> [Vec<&'static str>; 2] {
    [fields::names_of(section::KEYS), fields::names_of(row::KEYS)]
}

#[cfg(test)]
mod tests;
