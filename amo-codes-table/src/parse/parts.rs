//! The parts of a section as they are in the file: its header, the keys below it, and its rows.

use toml::de::{DeArray, DeTable, DeValue};

use super::code::number;
use super::fields::{Item, in_order};
use super::keys::SECTION;
use crate::model::Span;
use crate::source::Source;
use crate::words::quoted;

pub(super) struct Parts<'t> {
    pub(super) key: &'t str,
    pub(super) span: Span,
    pub(super) has_header: bool,
    pub(super) own: Vec<Item<'t>>,
    pub(super) rows: Vec<Item<'t>>,
    /// Rows whose headers have a third part, each with that part.
    pub(super) deep: Vec<(Item<'t>, Span)>,
    /// Everything by its key.
    pub(super) table: &'t DeTable<'t>,
}

impl<'t> Parts<'t> {
    pub(super) fn new(source: &Source, section: Item<'t>, table: &'t DeTable<'t>) -> Self {
        let (mut own, mut rows, mut deep) = (Vec::new(), Vec::new(), Vec::new());
        for item in in_order(table) {
            if SECTION.has(item.key) || !is_row(item.key, item.value) {
                own.push(item);
            } else if let Some(third) = third_part(source, item.value) {
                deep.push((item, third));
            } else {
                rows.push(item);
            }
        }
        // Without a header, the span of a table is that of its key in the header of a row.
        let has_header = section.span != section.key_span || !own.is_empty();
        Self { key: section.key, span: section.key_span, has_header, own, rows, deep, table }
    }

    pub(super) fn of(&self) -> String {
        format!("section {}", quoted(self.key))
    }

    pub(super) fn has_codes(&self) -> bool {
        !self.rows.is_empty() || !self.deep.is_empty()
    }
}

/// Returns whether an entry of a section is meant to be a row.
fn is_row(key: &str, value: &DeValue<'_>) -> bool {
    let has_tables = |values: &DeArray<'_>| values.iter().any(|value| value.get_ref().is_table());
    value.is_table() || value.as_array().is_some_and(has_tables) || number(key).is_some()
}

/// Returns the third part of the header of a row, if it has one.
fn third_part(source: &Source, row: &DeValue<'_>) -> Option<Span> {
    for (key, value) in row.as_table()? {
        if value.get_ref().is_table() && source.is_in_header(key.span().start) {
            return Some(key.span());
        }
    }
    None
}
