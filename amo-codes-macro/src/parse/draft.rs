//! A section while its blocks are read.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::item::Item;
use super::layout::Layout;
use super::{ROW_KEYS, SECTION_KEYS, duplicate, header, row, values};
use crate::diagnostic::{Diagnostic, Diagnostics, list, nearest};
use crate::model::{Row, Section, Span, Spanned};
use crate::rule::Rule;

pub(super) struct Draft {
    pub(super) key: Spanned<String>,
    title: Option<String>,
    paths: Vec<Spanned<String>>,
    rows: Vec<Row>,
    /// The first `title`, valid, misspelled or not, and the first `paths`.
    title_key: Option<Span>,
    paths_key: Option<Span>,
    /// The index of each row in `rows`, by its number.
    indexes: BTreeMap<String, usize>,
    /// Whether there are rows, valid or not.
    has_rows: bool,
    /// The keys that belong to a row.
    misplaced: Vec<Spanned<String>>,
}

impl Draft {
    pub(super) fn new(section: &Item<'_>) -> Self {
        Self {
            key: Spanned { value: section.key.to_owned(), span: section.key_span.clone() },
            title: None,
            paths: Vec::new(),
            rows: Vec::new(),
            title_key: None,
            paths_key: None,
            indexes: BTreeMap::new(),
            has_rows: false,
            misplaced: Vec::new(),
        }
    }

    pub(super) fn has_title(&self) -> bool {
        self.title_key.is_some()
    }

    pub(super) fn has_rows(&self) -> bool {
        self.has_rows
    }

    pub(super) fn has_several_rows(&self) -> bool {
        self.rows.len() > 1
    }

    /// Adds a key of the section, or a row.
    pub(super) fn add(&mut self, item: &Item<'_>, layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) {
        if !layout.is_cut(&item.key_span) {
            return self.read(item, layout, diagnostics);
        }
        // The error of the block may be the reason for others.
        let misplaced = self.misplaced.len();
        self.read(item, layout, &mut Diagnostics::default());
        self.misplaced.truncate(misplaced);
    }

    fn read(&mut self, item: &Item<'_>, layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) {
        let of = format!("section `{}`", self.key.value);
        match (item.key, item.value) {
            ("title", _) if is_first(&mut self.title_key, item, diagnostics) => {
                self.title = values::text(item, &of, diagnostics).map(|title| title.value);
            }
            ("paths", _) if is_first(&mut self.paths_key, item, diagnostics) => {
                self.paths = values::paths(item, &of, diagnostics);
            }
            ("title" | "paths", _) => {}
            (_, DeValue::Table(table)) => {
                self.has_rows = true;
                layout.header(&item.key_span);
                if let Some(row) = row::row(&self.key.value, item, table, layout, diagnostics) {
                    self.add_row(row, diagnostics);
                }
            }
            (key, _) if ROW_KEYS.contains(&key) => {
                layout.mistake(&item.key_span);
                self.misplaced.push(Spanned { value: key.to_owned(), span: item.key_span.clone() });
            }
            _ => diagnostics.push(self.unknown(item, &of)),
        }
    }

    /// Adds a row, unless there is one with the same number in another block.
    fn add_row(&mut self, row: Row, diagnostics: &mut Diagnostics) {
        let number = row.number.value.to_string();
        if let Some(first) = self.indexes.get(&number).and_then(|&index| self.rows.get(index)) {
            diagnostics.push(duplicate::code(&self.key.value, &number, &row.number.span, &first.number.span));
            return;
        }
        self.indexes.insert(number, self.rows.len());
        self.rows.push(row);
    }

    /// Returns the error for a value that is neither a key of the section nor a row.
    fn unknown(&mut self, item: &Item<'_>, of: &str) -> Diagnostic {
        let address = format!("{}.{}", self.key.value, item.key);
        let is_number = !item.key.is_empty() && item.key.bytes().all(|byte| byte.is_ascii_digit());
        self.has_rows |= is_number || item.is_array_of_tables();
        let diagnostic = if item.is_array_of_tables() {
            array_of_tables(&address)
        } else if is_number {
            Diagnostic::new(Rule::ValueType, format!("code `{address}` needs its own header"))
                .label("expected a header")
                .help(format!("write `[{address}]`, with `name` and `description` below it"))
        } else {
            let near = nearest(&item.key.to_ascii_lowercase(), &SECTION_KEYS);
            if near == Some("title") {
                self.title_key.get_or_insert(item.key_span.clone());
            }
            values::unknown(Rule::KnownKey, &format!("key `{}`", item.key), of, near, &SECTION_KEYS)
                .label("unknown key")
        };
        diagnostic.at(&item.key_span)
    }

    /// Reports the keys that belong to a row, as one mistake. Returns whether this is a section at all.
    pub(super) fn check_misplaced(&mut self, layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) -> bool {
        let Some(Spanned { value: key, span }) = self.misplaced.first() else {
            return true;
        };
        if !self.has_title() && !self.has_rows {
            layout.mistake(&self.key.span);
            diagnostics.push(not_a_section(&self.key));
            return false;
        }
        let of = format!("section `{}`", self.key.value);
        let diagnostic = if !self.has_title() && self.misplaced.len() == 1 && matches!(&**key, "name" | "description") {
            self.title_key = Some(span.clone());
            let what = format!("key `{key}`");
            let diagnostic = values::unknown(Rule::KnownKey, &what, &of, Some("title"), &SECTION_KEYS);
            diagnostic.label("unknown key").at(span)
        } else {
            let help = format!("add the missing header before it, such as `[{}.NUMBER]`", self.key.value);
            header::missing(key, span, &of).help(help)
        };
        self.has_rows = true;
        diagnostics.push(diagnostic);
        true
    }

    /// Moves everything to the section whose key was misspelled here.
    pub(super) fn merge_into(self, right: &mut Self) {
        if right.title_key.is_none() {
            (right.title, right.title_key) = (self.title, self.title_key);
        }
        if right.paths_key.is_none() {
            (right.paths, right.paths_key) = (self.paths, self.paths_key);
        }
        right.has_rows |= self.has_rows;
        for row in self.rows {
            // A duplicate is reported when the key is corrected.
            right.add_row(row, &mut Diagnostics::default());
        }
    }

    /// Returns the section, and reports what is missing in all of its blocks.
    pub(super) fn finish(self, layout: &Layout<'_>, diagnostics: &mut Diagnostics) -> Section {
        let Spanned { value: key, span } = &self.key;
        let has_title = self.has_title() || layout.explains_title(key, span);
        let has_rows = self.has_rows || layout.explains_codes(key, span);
        let code = format!("a code, such as `[{key}.217]`, with its `name` and `description`");
        let (rule, missing, help) = match (has_title, has_rows) {
            (true, true) => return self.into_section(),
            (false, true) => (
                Rule::KeyPresent,
                vec!["no `title`"],
                "add the title of the section from the documentation: `title = \"…\"`".to_owned(),
            ),
            (true, false) => (Rule::SectionHasCodes, vec!["no codes"], format!("add {code}, or delete the section")),
            (false, false) => (
                Rule::KeyPresent,
                vec!["no `title`", "no codes"],
                format!("add its `title = \"…\"` and {code}, or delete the section"),
            ),
        };
        let missing = list(missing.into_iter().map(str::to_owned).collect(), "and");
        let diagnostic = Diagnostic::new(rule, format!("section `{key}` has {missing}")).label("missing here");
        diagnostics.push(diagnostic.at(span).help(help));
        self.into_section()
    }

    fn into_section(self) -> Section {
        // A missing title was reported. The section is expanded all the same, so that its users get no further errors.
        Section { key: self.key, title: self.title.unwrap_or_default(), paths: self.paths, rows: self.rows }
    }
}

/// Records the first value of a key, or reports another one, which is in another block.
fn is_first(first: &mut Option<Span>, item: &Item<'_>, diagnostics: &mut Diagnostics) -> bool {
    if let Some(first) = first {
        diagnostics.push(duplicate::key(item.key, &item.key_span, first));
        return false;
    }
    *first = Some(item.key_span.clone());
    true
}

/// Returns the error for `[[leads]]` or `[[leads.217]]`.
pub(super) fn array_of_tables(path: &str) -> Diagnostic {
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
