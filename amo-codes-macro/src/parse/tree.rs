//! A table as its TOML has it, before any rule: keys and values with their positions in the file.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::model::Span;

/// How deep the tables of a file are: sections, rows, and the keys of a row. What is deeper is a value.
const DEPTH: usize = 2;

/// A TOML table. The spans of its keys give the order of the file.
pub(super) type Tree<'s> = BTreeMap<String, Node<'s>>;

/// What a key leads to.
#[derive(Debug)]
pub(super) struct Node<'s> {
    pub(super) key: Span,
    pub(super) value: Value<'s>,
}

#[derive(Debug)]
pub(super) enum Value<'s> {
    Table(Tree<'s>),
    Other(Other<'s>),
}

impl Node<'_> {
    /// Where the value is; for a table, where its key is.
    pub(super) fn span(&self) -> Span {
        match &self.value {
            Value::Other(other) => other.within(&other.span),
            Value::Table(_) => self.key.clone(),
        }
    }
}

/// A value that is not a table of sections or rows.
#[derive(Debug)]
pub(super) struct Other<'s> {
    pub(super) value: DeValue<'s>,
    /// Where the value is in the text that was parsed.
    span: Span,
    /// Where that text starts in the file.
    offset: usize,
}

impl Other<'_> {
    /// The position in the file of a part of the value.
    pub(super) fn within(&self, span: &Span) -> Span {
        shift(span, self.offset)
    }
}

fn shift(span: &Span, offset: usize) -> Span {
    span.start + offset..span.end + offset
}

/// The tree of a text that starts at this offset of the file.
pub(super) fn tree(table: DeTable<'_>, offset: usize) -> Tree<'_> {
    subtree(table, offset, DEPTH)
}

fn subtree(table: DeTable<'_>, offset: usize, depth: usize) -> Tree<'_> {
    table.into_iter().map(|(key, value)| (key.get_ref().to_string(), node(&key.span(), value, offset, depth))).collect()
}

fn node<'s>(key: &Span, value: Spanned<DeValue<'s>>, offset: usize, depth: usize) -> Node<'s> {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::Table(table) if depth > 0 => Value::Table(subtree(table, offset, depth - 1)),
        value => Value::Other(Other { value, span, offset }),
    };
    Node { key: shift(key, offset), value }
}

/// Adds a tree; where both have a value, the first stays.
pub(super) fn merge<'s>(tree: &mut Tree<'s>, more: Tree<'s>) {
    for (key, node) in more {
        match tree.get_mut(&key) {
            None => {
                tree.insert(key, node);
            }
            Some(Node { value: Value::Table(tree), .. }) => {
                if let Value::Table(more) = node.value {
                    merge(tree, more);
                }
            }
            Some(_) => {}
        }
    }
}

/// The entries of a tree in file order.
pub(super) fn in_order<'t, 's>(tree: &'t Tree<'s>) -> Vec<(&'t str, &'t Node<'s>)> {
    let mut entries: Vec<_> = tree.iter().map(|(key, node)| (key.as_str(), node)).collect();
    entries.sort_by_key(|(_, node)| node.key.start);
    entries
}
