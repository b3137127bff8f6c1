//! Reads a row from its keys and values.

use toml::de::{DeTable, DeValue};

use super::item::{Item, in_order};
use super::layout::Layout;
use super::{ROW_KEYS, SECTION_KEYS, header, values};
use crate::diagnostic::{Diagnostic, Diagnostics, list, nearest};
use crate::model::{Advice, Row, Spanned};
use crate::rule::Rule;

const REQUIRED: [&str; 2] = ["name", "description"];

/// Reads a row; `None` if it has no valid number or name.
pub(super) fn row(
    section: &str,
    item: &Item<'_>,
    table: &DeTable<'_>,
    layout: &mut Layout<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Row> {
    let number = match values::number(item, section) {
        Ok(number) => number,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return None;
        }
    };
    let items = in_order(table, item.offset);
    let mut reader = RowReader {
        of: format!("code `{section}.{number}`"),
        header: format!("[{section}.{number}]"),
        missing: ROW_KEYS.into_iter().filter(|key| items.iter().all(|item| item.key != *key)).collect(),
        has_section_keys: false,
        layout,
        diagnostics,
    };
    let mut values = Values::default();
    for item in &items {
        reader.read(item, &mut values);
    }
    reader.report_missing(item);
    let Values { name, description, note, http_status, advice, is_undocumented } = values;
    Some(Row {
        number: Spanned { value: number, span: item.key_span.clone() },
        // Without a name, there is no variant.
        name: name?,
        // A missing description was reported. The row is expanded all the same, so that its users get no further errors.
        description: description.unwrap_or_default(),
        note,
        http_status,
        advice: advice.unwrap_or(Advice::FIX_REQUEST),
        is_documented: is_undocumented != Some(true),
    })
}

/// The valid values of a row.
#[derive(Default)]
struct Values {
    name: Option<Spanned<String>>,
    description: Option<String>,
    note: Option<String>,
    http_status: Option<u16>,
    advice: Option<Advice>,
    is_undocumented: Option<bool>,
}

struct RowReader<'a, 'l> {
    /// The name of the row in messages.
    of: String,
    /// Its header, for fixes.
    header: String,
    /// The keys that are missing, except those that are misspelled or misplaced.
    missing: Vec<&'static str>,
    /// Whether it has keys of a section; all of them count as one mistake.
    has_section_keys: bool,
    layout: &'a mut Layout<'l>,
    diagnostics: &'a mut Diagnostics,
}

impl RowReader<'_, '_> {
    fn read(&mut self, item: &Item<'_>, row: &mut Values) {
        let (of, diagnostics) = (&self.of, &mut *self.diagnostics);
        match item.key {
            "name" => row.name = values::text(item, of, diagnostics),
            "description" => row.description = values::text(item, of, diagnostics).map(|text| text.value),
            "note" => row.note = values::text(item, of, diagnostics).map(|text| text.value),
            "http" => row.http_status = values::http_status(item, of, diagnostics),
            "advice" => row.advice = values::advice(item, of, diagnostics),
            "undocumented" => row.is_undocumented = values::boolean(item, of, diagnostics),
            "title" if self.only_required(item).is_some() => self.unknown(item),
            key if SECTION_KEYS.contains(&key) => self.section_key(item),
            _ => self.unknown(item),
        }
    }

    fn section_key(&mut self, item: &Item<'_>) {
        self.layout.mistake(&item.key_span);
        if !std::mem::replace(&mut self.has_section_keys, true) {
            let section = self.header.split_once('.').expect("the header of a row has a dot").0;
            let help = match item.key {
                "paths" => format!("move it below `{section}]`, or add the missing header of its section before it"),
                _ => "add the missing header before it, such as `[invoices]`".to_owned(),
            };
            self.diagnostics.push(header::missing(item.key, &item.key_span, &self.of).help(help));
        }
    }

    fn unknown(&mut self, item: &Item<'_>) {
        let is_table = matches!(item.value, DeValue::Table(_));
        let diagnostic = if is_table && self.layout.is_in_header(&item.key_span) {
            self.missing.clear();
            Diagnostic::new(Rule::KnownKey, format!("unexpected `.{}` in the header of {}", item.key, self.of))
                .label("unexpected")
                .help(self.shorter_header(item.key))
        } else {
            let near = nearest(&item.key.to_ascii_lowercase(), &self.missing).or_else(|| self.only_required(item));
            if let Some(index) = self.missing.iter().position(|key| Some(*key) == near) {
                self.missing.remove(index);
            }
            // `documented` is not a misspelling of its opposite.
            let near = near.or_else(|| nearest(&item.key.to_ascii_lowercase(), &ROW_KEYS));
            let near = near.filter(|near| near.strip_prefix("un") != Some(item.key));
            values::unknown(Rule::KnownKey, &format!("key `{}`", item.key), &self.of, near, &ROW_KEYS)
                .label("unknown key")
        };
        self.diagnostics.push(diagnostic.at(&item.key_span));
    }

    /// Returns the fix for a header with one key too many: `[leads.21.7]` may be `[leads.217]`.
    fn shorter_header(&self, key: &str) -> String {
        let header = &self.header;
        if key.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("write `{header}` or `{}{key}]`", header.trim_end_matches(']'))
        } else {
            format!("write `{header}`")
        }
    }

    /// Returns the only missing required key. An unknown key with a text is probably meant to be it, such as `text` for
    /// `description`.
    fn only_required(&self, item: &Item<'_>) -> Option<&'static str> {
        let mut missing = self.missing.iter().filter(|key| REQUIRED.contains(key));
        let only = missing.next().filter(|_| missing.next().is_none());
        only.copied().filter(|_| matches!(item.value, DeValue::String(_)))
    }

    fn report_missing(&mut self, row: &Item<'_>) {
        let mut missing = Vec::new();
        for key in REQUIRED.iter().filter(|key| self.missing.contains(key)) {
            missing.push(format!("no `{key}`"));
        }
        if missing.is_empty() {
            return;
        }
        let message = format!("{} has {}", self.of, list(missing, "and"));
        let diagnostic = Diagnostic::new(Rule::KeyPresent, message).label("missing here");
        let help =
            "every code needs a `name`, such as `\"NothingFound\"`, and the `description` from the documentation";
        self.layout.missing(&row.key_span, diagnostic.help(help));
    }
}
