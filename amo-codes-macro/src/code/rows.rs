//! The rows of a table as its hidden macro hands them over, `" 217:leads:UpdateLeadsParametersRequired 244:… "`, sorted by
//! number; and the search for one of them.
//!
//! The literal is searched as written, quotes included: parsing it as a string would take twenty times as long, and that
//! at every `code!`.

use super::error;
use super::query::Query;
use crate::model::upper_camel;

/// The beginning of the rows of a table that has errors, so that some rows are missing.
pub(crate) const INCOMPLETE: &str = "!";

pub(super) struct Rows<'t> {
    literal: &'t str,
}

/// A row as far as `code!` needs it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Entry<'t> {
    pub(super) number: u16,
    pub(super) key: &'t str,
    pub(super) name: &'t str,
}

impl Entry<'_> {
    /// The name of the section's enum.
    pub(super) fn type_name(&self) -> String {
        upper_camel(self.key)
    }
}

impl<'t> Rows<'t> {
    pub(super) fn new(literal: &'t str) -> Self {
        Self { literal }
    }

    pub(super) fn is_incomplete(&self) -> bool {
        self.literal.trim_start_matches('"').starts_with(INCOMPLETE)
    }

    /// Every row, by number.
    pub(super) fn all(&self) -> impl Iterator<Item = Entry<'t>> {
        self.literal.split(' ').filter_map(entry)
    }

    /// The rows with this number, in table order.
    pub(super) fn with_number(&self, number: u16) -> Vec<Entry<'t>> {
        let Some(before) = self.literal.find(&format!(" {number}:")) else {
            return Vec::new();
        };
        let rows = self.literal.split_at(before + 1).1.split(' ').map_while(entry);
        rows.take_while(|row| row.number == number).collect()
    }

    /// The row that a query names, or the error that says what to write instead.
    pub(super) fn find(&self, query: &Query) -> syn::Result<Entry<'t>> {
        let rows = match query.number.base10_parse() {
            Ok(number) => self.with_number(number),
            // Negative or above 65535: in no table.
            Err(_) => Vec::new(),
        };
        let meant: Vec<_> = rows.iter().copied().filter(|row| query.means(row)).collect();
        match meant[..] {
            [row] => Ok(row),
            _ => Err(error::explain(self, query, &rows)),
        }
    }
}

/// A row in the form `217:leads:UpdateLeadsParametersRequired`.
fn entry(row: &str) -> Option<Entry<'_>> {
    let (number, rest) = row.split_once(':')?;
    let (key, name) = rest.split_once(':')?;
    Some(Entry { number: number.parse().ok()?, key, name })
}
