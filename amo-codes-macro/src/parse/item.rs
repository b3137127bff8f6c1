//! The keys and values of a TOML table, with their positions in the file.

use toml::de::{DeTable, DeValue};

use crate::model::Span;

/// A part of the file that is valid TOML: the whole file or a block.
#[derive(Debug)]
pub(super) struct Block<'s> {
    pub(super) table: DeTable<'s>,
    /// The offset of the part in the file.
    pub(super) offset: usize,
}

/// A key and its value.
pub(super) struct Item<'t> {
    pub(super) key: &'t str,
    pub(super) key_span: Span,
    pub(super) value: &'t DeValue<'t>,
    pub(super) span: Span,
    /// The offset of the spans within the value.
    pub(super) offset: usize,
}

impl Item<'_> {
    /// Returns the position in the file of a part of the value.
    pub(super) fn within(&self, span: &Span) -> Span {
        shift(span, self.offset)
    }

    pub(super) fn is_array_of_tables(&self) -> bool {
        matches!(self.value, DeValue::Array(items) if items.iter().any(|item| item.get_ref().is_table()))
    }
}

fn shift(span: &Span, offset: usize) -> Span {
    span.start + offset..span.end + offset
}

/// Returns the entries of a table in file order; the table sorts them by key.
pub(super) fn in_order<'t>(table: &'t DeTable<'t>, offset: usize) -> Vec<Item<'t>> {
    let mut items = Vec::with_capacity(table.len());
    for (key, value) in table {
        items.push(Item {
            key: key.get_ref(),
            key_span: shift(&key.span(), offset),
            value: value.get_ref(),
            span: shift(&value.span(), offset),
            offset,
        });
    }
    items.sort_by_cached_key(|item| item.key_span.start);
    items
}
