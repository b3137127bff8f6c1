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
    let mut reader = RowReader {
        of: format!("code `{section}.{number}`"),
        header: format!("[{section}.{number}]"),
        missing: Vec::new(),
        has_section_keys: false,
        layout,
        diagnostics,
    };
    let items = in_order(table, item.offset);
    for key in ROW_KEYS {
        if items.iter().all(|item| item.key != key) {
            reader.missing.push(key);
        }
    }
    let mut row = Row {
        number: Spanned { value: number, span: item.key_span.clone() },
        name: Spanned { value: String::new(), span: 0..0 },
        description: String::new(),
        note: None,
        http_status: None,
        advice: Advice::FIX_REQUEST,
        is_documented: true,
    };
    for item in &items {
        reader.read(item, &mut row);
    }
    reader.report_missing(item);
    // A missing description is reported, but the row is still expanded, so that its users get no further errors.
    // Without a name, there is no variant.
    (!row.name.value.is_empty()).then_some(row)
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
    fn read(&mut self, item: &Item<'_>, row: &mut Row) {
        let (of, diagnostics) = (&self.of, &mut *self.diagnostics);
        match item.key {
            "name" => row.name = values::text(item, of, diagnostics).unwrap_or(row.name.clone()),
            "description" => {
                row.description = values::text(item, of, diagnostics).map_or_else(String::new, |text| text.value);
            }
            "note" => row.note = values::text(item, of, diagnostics).map(|text| text.value),
            "http" => row.http_status = values::http_status(item, of, diagnostics),
            "advice" => row.advice = values::advice(item, of, diagnostics).unwrap_or(row.advice),
            "undocumented" => row.is_documented = values::is_documented(item, of, diagnostics).unwrap_or(true),
            key if SECTION_KEYS.contains(&key) => self.section_key(item),
            _ => self.unknown(item),
        }
    }

    fn section_key(&mut self, item: &Item<'_>) {
        self.layout.mistake(&item.key_span);
        if !std::mem::replace(&mut self.has_section_keys, true) {
            self.diagnostics.push(header::missing(item.key, &item.key_span, &self.of, "[invoices]"));
        }
    }

    fn unknown(&mut self, item: &Item<'_>) {
        let diagnostic = if let DeValue::Table(_) = item.value {
            self.missing.retain(|key| !REQUIRED.contains(key));
            Diagnostic::new(Rule::KnownKey, format!("unexpected `.{}` in the header of {}", item.key, self.of))
                .label("unexpected")
                .help(format!("write `{}`", self.header))
        } else {
            let meant = nearest(&item.key.to_ascii_lowercase(), &self.missing).map(str::to_owned);
            self.missing.retain(|key| Some(*key) != meant.as_deref());
            values::unknown(Rule::KnownKey, &format!("key `{}`", item.key), &self.of, item.key, &ROW_KEYS)
                .label("unknown key")
        };
        self.diagnostics.push(diagnostic.at(&item.key_span));
    }

    fn report_missing(&mut self, row: &Item<'_>) {
        self.missing.retain(|key| REQUIRED.contains(key));
        if self.missing.is_empty() {
            return;
        }
        let missing = self.missing.iter().map(|key| format!("no `{key}`")).collect();
        let message = format!("{} has {}", self.of, list(missing, "and"));
        let diagnostic = Diagnostic::new(Rule::KeyPresent, message).label("missing here");
        let help =
            "every code needs a `name`, such as `\"NothingFound\"`, and the `description` from the documentation";
        self.layout.missing(&row.key_span, diagnostic.help(help));
    }
}
