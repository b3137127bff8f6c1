//! The keys and values of a TOML table, with their positions in the file.

use toml::de::{DeTable, DeValue};

use crate::model::Span;

/// A part of the file that is TOML: all of it, or a block.
#[derive(Debug)]
pub(super) struct Block<'s> {
    pub(super) table: DeTable<'s>,
    /// Where the part starts in the file.
    pub(super) offset: usize,
}

/// A key and its value.
pub(super) struct Item<'t> {
    pub(super) key: &'t str,
    pub(super) key_span: Span,
    pub(super) value: &'t DeValue<'t>,
    pub(super) span: Span,
    /// Where the spans within the value start.
    pub(super) offset: usize,
}

impl Item<'_> {
    /// Where a part of the value is in the file.
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

/// The entries of a table in file order; the table has them in the order of their keys.
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
