//! Reads sections from keys and values, with one error for each mistake.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::item::{Block, Item, in_order};
use super::layout::Layout;
use super::{ROW_KEYS, SECTION_KEYS, header, row, values};
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::model::{Row, Section, Spanned, Table};
use crate::rule::Rule;

/// Reads the sections and rows of the blocks.
pub(super) fn table(blocks: &[Block<'_>], layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) -> Table {
    let mut reader =
        Reader { layout, diagnostics, drafts: Vec::new(), indexes: BTreeMap::new(), has_loose_keys: false };
    for block in blocks {
        reader.block(block);
    }
    let mut sections = Vec::new();
    for draft in reader.drafts {
        sections.extend(draft.finish(layout, diagnostics));
    }
    misspelled(&mut sections, layout, diagnostics);
    Table { sections }
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

/// A section to which other blocks may add.
struct Draft {
    key: Spanned<String>,
    title: Option<String>,
    /// Whether there is a title, valid or not.
    has_title: bool,
    paths: Vec<Spanned<String>>,
    rows: Vec<Row>,
    /// Whether there are rows, valid or not.
    has_rows: bool,
    /// The first key that belongs to a row.
    misplaced: Option<Spanned<String>>,
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
        let is_known = SECTION_KEYS.contains(&key) || ROW_KEYS.contains(&key);
        let diagnostic = if item.is_array_of_tables() {
            array_of_tables(key)
        } else if !is_known {
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

impl Draft {
    fn new(section: &Item<'_>) -> Self {
        Self {
            key: Spanned { value: section.key.to_owned(), span: section.key_span.clone() },
            title: None,
            has_title: false,
            paths: Vec::new(),
            rows: Vec::new(),
            has_rows: false,
            misplaced: None,
        }
    }

    /// Adds a key of the section, or a row.
    fn add(&mut self, item: &Item<'_>, layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) {
        let of = format!("section `{}`", self.key.value);
        match (item.key, item.value) {
            ("title", _) => {
                self.has_title = true;
                self.title = values::text(item, &of, diagnostics).map(|title| title.value);
            }
            ("paths", _) => self.paths = values::paths(item, &of, diagnostics),
            (_, DeValue::Table(table)) => {
                self.has_rows = true;
                layout.header(&item.key_span);
                self.rows.extend(row::row(&self.key.value, item, table, layout, diagnostics));
            }
            (key, _) if ROW_KEYS.contains(&key) => {
                layout.mistake(&item.key_span);
                if self.misplaced.is_none() {
                    self.misplaced = Some(Spanned { value: key.to_owned(), span: item.key_span.clone() });
                }
            }
            _ => diagnostics.push(self.unknown(item, &of)),
        }
    }

    /// Returns the error for a value that is neither a key of the section nor a row.
    fn unknown(&mut self, item: &Item<'_>, of: &str) -> Diagnostic {
        let address = format!("{}.{}", self.key.value, item.key);
        let is_number = item.key.bytes().all(|byte| byte.is_ascii_digit());
        self.has_rows |= is_number || item.is_array_of_tables();
        let diagnostic = if item.is_array_of_tables() {
            array_of_tables(&address)
        } else if is_number {
            Diagnostic::new(Rule::ValueType, format!("code `{address}` is not a table"))
                .label("expected a table")
                .help(format!("write `[{address}]`, with `name` and `description` below it"))
        } else {
            self.has_title |= nearest(&item.key.to_ascii_lowercase(), &["title"]).is_some();
            values::unknown(Rule::KnownKey, &format!("key `{}`", item.key), of, item.key, &SECTION_KEYS)
                .label("unknown key")
        };
        diagnostic.at(&item.key_span)
    }

    /// Returns the section, and reports what is missing or misplaced in all of its blocks.
    fn finish(self, layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) -> Option<Section> {
        let Self { key, title, has_title, paths, rows, mut has_rows, misplaced } = self;
        let of = format!("section `{}`", key.value);
        if let Some(misplaced) = misplaced {
            if !has_title && !has_rows {
                layout.mistake(&key.span);
                diagnostics.push(not_a_section(&key));
                return None;
            }
            has_rows = true;
            diagnostics.push(header::missing(&misplaced.value, &misplaced.span, &of, &format!("[{}.217]", key.value)));
        }
        if !has_title {
            let diagnostic = Diagnostic::new(Rule::KeyPresent, format!("{of} has no `title`")).label("missing here");
            let help = "add the title of the section from the documentation: `title = \"…\"`";
            layout.missing(&key.span, diagnostic.help(help));
        }
        if !has_rows {
            let diagnostic =
                Diagnostic::new(Rule::SectionHasCodes, format!("{of} has no codes")).label("no codes below it");
            let help = format!(
                "add a code, such as `[{}.217]`, with its `name` and `description`, or delete the section",
                key.value
            );
            layout.missing(&key.span, diagnostic.help(help));
        }
        // A missing title is reported, but the section is still expanded, so that its users get no further errors.
        Some(Section { key, title: title.unwrap_or_default(), paths, rows, has_rows })
    }
}

/// Reports each section without a title whose key is close to that of one with a title: one of the two headers is
/// misspelled.
fn misspelled(sections: &mut Vec<Section>, layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) {
    let mut titles = Vec::new();
    for section in sections.iter().filter(|section| !section.title.is_empty()) {
        titles.push(section.key.value.as_str());
    }
    let mut wrong = Vec::new();
    for Section { key, .. } in sections.iter().filter(|section| section.title.is_empty() && section.key.value.len() > 2)
    {
        let near = nearest(&key.value, &titles);
        let Some(near) = sections.iter().find(|other| Some(other.key.value.as_str()) == near) else {
            continue;
        };
        layout.explain(&key.span);
        layout.explain(&near.key.span);
        // Of the two, the one with the title and the codes is right, or the one with the codes.
        let (misspelled, right) = if near.has_rows { (key, &near.key) } else { (&near.key, key) };
        let message = format!("unknown section `{}`, did you mean `{}`?", misspelled.value, right.value);
        let help = format!("write `{}`, or give the section a `title` and codes of its own", right.value);
        let diagnostic = Diagnostic::new(Rule::KeyPresent, message).label("misspelled?").help(help);
        diagnostics.push(diagnostic.at(&misspelled.span));
        wrong.push(misspelled.value.clone());
    }
    sections.retain(|section| !wrong.contains(&section.key.value));
}

fn array_of_tables(path: &str) -> Diagnostic {
    Diagnostic::new(Rule::ValueType, format!("`[[{path}]]` is an array of tables"))
        .label("expected a table")
        .help(format!("write `[{path}]`"))
}

/// Returns the error for a section header with the keys of a row below it.
fn not_a_section(key: &Spanned<String>) -> Diagnostic {
    let help = match header::meant(&key.value).filter(|meant| meant.contains('.')) {
        Some(header) => format!("write `{header}`"),
        None => "write the header of a code with its section and its number, such as `[invoices.7]`".to_owned(),
    };
    Diagnostic::new(Rule::KnownKey, format!("section `{}` has the keys of a code", key.value))
        .at(&key.span)
        .label("expected a section and a number")
        .help(help)
}
