//! Reads sections from keys and values, with one error for each mistake.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::draft::{Draft, array_of_tables};
use super::item::{Block, Item, in_order};
use super::layout::Layout;
use super::{is_known_key, misspelled};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Table;
use crate::rule::Rule;

/// Reads the sections and rows of the blocks.
pub(super) fn table(blocks: &[Block<'_>], layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) -> Table {
    let mut reader =
        Reader { layout, diagnostics, drafts: Vec::new(), indexes: BTreeMap::new(), has_loose_keys: false };
    for block in blocks {
        reader.block(block);
    }
    let mut drafts = Vec::new();
    for mut draft in reader.drafts {
        if draft.check_misplaced(reader.layout, reader.diagnostics) {
            drafts.push(draft);
        }
    }
    misspelled::merge(&mut drafts, layout, diagnostics);
    let mut table = Table::default();
    for draft in drafts {
        table.sections.push(draft.finish(layout, diagnostics));
    }
    table
}

struct Reader<'a, 'l> {
    layout: &'a mut Layout<'l>,
    diagnostics: &'a mut Diagnostics,
    drafts: Vec<Draft>,
    /// The index of each section in `drafts`.
    indexes: BTreeMap<String, usize>,
    /// Whether keys of a section or a row are before the first header; all of them count as one mistake.
    has_loose_keys: bool,
}

impl Reader<'_, '_> {
    fn block(&mut self, block: &Block<'_>) {
        for item in in_order(&block.table, block.offset) {
            if let DeValue::Table(table) = item.value {
                self.layout.header(&item.key_span);
                self.section(&item, table);
            } else {
                self.layout.mistake(&item.key_span);
                self.loose_key(&item);
            }
        }
    }

    /// Reports a key that is not in a section.
    fn loose_key(&mut self, item: &Item<'_>) {
        let key = item.key;
        let diagnostic = if item.is_array_of_tables() {
            array_of_tables(key)
        } else if !is_known_key(key) {
            Diagnostic::new(Rule::KnownKey, format!("unknown key `{key}`"))
                .label("not in a section")
                .help("a table has sections, such as `[invoices]`, and codes, such as `[invoices.7]`")
        } else if !std::mem::replace(&mut self.has_loose_keys, true) {
            Diagnostic::new(Rule::KnownKey, format!("`{key}` is not in a section"))
                .label("before the first header")
                .help("add the header of its section before it, such as `[invoices]`")
        } else {
            return;
        };
        self.diagnostics.push(diagnostic.at(&item.key_span));
    }

    fn section(&mut self, section: &Item<'_>, table: &DeTable<'_>) {
        let index = *self.indexes.entry(section.key.to_owned()).or_insert(self.drafts.len());
        if index == self.drafts.len() {
            self.drafts.push(Draft::new(section));
        }
        for item in in_order(table, section.offset) {
            let draft = self.drafts.get_mut(index).expect("the section was found or added");
            draft.add(&item, self.layout, self.diagnostics);
        }
    }
}
