//! A section: its keys, and how it is read.

use toml::de::DeTable;

use super::content::Reader;
use super::fields::{Fields, Item, Key, Keys, TEXT, TEXTS, has, in_order, texts};
use super::names::Unique;
use super::{docs, names, paths, row};
use crate::diagnostic::Diagnostic;
use crate::model::{Advice, Section, Span, Spanned};
use crate::rule::Rule;
use crate::words::{did_you_mean, nearest};

pub(super) static KEYS: &Keys = &[&TITLE, &PATHS, &row::ADVICE, &DOCS];

const TITLE_HELP: &str = "copy the title of the section from the API's documentation, in quotes";
const PATHS_HELP: &str =
    "write an array of request paths, such as `paths = [\"/v1/invoices\", \"/v2/invoices\"]`, or omit the key";
const DOCS_HELP: &str = "write the URL of the documentation of its codes, such as \
    `docs = \"https://example.com/errors#{number}\"`, or omit the key";

pub(super) static TITLE: Key = Key::required("title", &TEXT, TITLE_HELP).instead_of(&["name", "description"]);
static PATHS: Key = Key::optional("paths", &TEXTS, PATHS_HELP);
static DOCS: Key = Key::optional("docs", &TEXT, DOCS_HELP).instead_of(&["url", "docs_url"]);

/// A section as it is in the file: its key, the keys below its header, and its rows.
pub(super) struct Parts<'t> {
    pub(super) key: &'t str,
    pub(super) span: Span,
    pub(super) own: Vec<Item<'t>>,
    pub(super) rows: Vec<Item<'t>>,
}

impl<'t> Parts<'t> {
    pub(super) fn new(section: Item<'t>, table: &'t DeTable<'t>) -> Self {
        let (mut own, mut rows) = (Vec::new(), Vec::new());
        for item in in_order(table) {
            let is_row = !has(KEYS, item.key) && row::is_row(item.key, item.value);
            if is_row { rows.push(item) } else { own.push(item) }
        }
        Self { key: section.key, span: section.key_span, own, rows }
    }
}

/// What a section says about all of its rows.
pub(super) struct Defaults {
    pub(super) advice: Option<Advice>,
    pub(super) docs: Option<String>,
}

/// Reads a section and its rows; `None` if its key cannot become a type of its own.
pub(super) fn section<'t>(reader: &mut Reader<'t>, parts: &Parts<'t>) -> Option<Section> {
    let Parts { key, span, own, rows } = parts;
    let type_name = names::type_name(key, span, &mut reader.errors)?;
    if rows.is_empty() && !own.is_empty() && own.iter().all(|item| has(row::KEYS, item.key)) {
        reader.errors.push(row::is_section(key, span, &reader.outline.titled));
        return None;
    }
    let has_header = !own.is_empty() || reader.early.contains(&TITLE.name);
    let mut fields = Fields { of: of(key), header: span, items: own, errors: &mut reader.errors };
    if has_header {
        fields.check(KEYS, row::KEYS, "code", &mut reader.early);
    }
    let (title, paths, defaults) = values(fields, &mut reader.paths);
    if !has_header {
        without_header(reader, parts);
    }
    if rows.is_empty() && reader.early.is_empty() {
        without_codes(reader, parts);
    }
    // Without a header or codes, it was reported, and is probably another section, which has the same type.
    let mut reported = Vec::new();
    let errors = if has_header && !rows.is_empty() { &mut reader.errors } else { &mut reported };
    let is_new = reader.types.add(type_name, key, span, errors);
    let (mut valid, mut variants) = (Vec::new(), Unique::new(Rule::NameOnce));
    for item in rows {
        let Some(row) = row::row(reader, key, &defaults, item) else { continue };
        let is_new = variants.add(row.variant.clone(), &row.name.value, &row.name.span, &mut reader.errors);
        if is_new && reader.has_room(&row) {
            valid.push(row);
        }
    }
    let key = Spanned { value: (*key).to_owned(), span: span.clone() };
    is_new.then_some(Section { key, title, paths, rows: valid })
}

/// Reads the values of a section: its title, its paths, and what is the default of its rows.
fn values(mut fields: Fields<'_, '_>, unique: &mut Unique) -> (String, Vec<Spanned<String>>, Defaults) {
    let title = fields.text(&TITLE).map_or(String::new(), |title| title.value);
    let advice = row::advice(&mut fields);
    let docs = fields.text(&DOCS);
    let mut paths = fields.get(&PATHS).and_then(|item| texts(item.value)).unwrap_or_default();
    let errors = fields.errors;
    let docs = docs.filter(|url| docs::is_valid(url, errors)).map(|url| url.value);
    paths.retain(|path| {
        paths::is_valid(path, errors) && unique.add(paths::normal(&path.value), &path.value, &path.span, errors)
    });
    (title, paths, Defaults { advice, docs })
}

fn of(key: &str) -> String {
    format!("section `{key}`")
}

/// Reports rows whose section has no header, unless it is reported elsewhere.
fn without_header(reader: &mut Reader<'_>, Parts { key, span, rows, .. }: &Parts<'_>) {
    // The header of another section is misspelled, or that of a row has three parts.
    if reader.outline.misspelled.contains(key)
        || rows.iter().all(|row| row.is_header(reader.source) && row.key.parse::<i64>().is_err())
    {
        return;
    }
    let near = nearest(key, &reader.outline.titled);
    let message = format!("{} has no header and no `title`{}", of(key), did_you_mean(near));
    let rename = near.map_or(String::new(), |near| format!("write `{near}`, or "));
    let help = format!("{rename}add the header `[{key}]` with a `title` before this line");
    let diagnostic = Diagnostic::new(Rule::KeyPresent, message).at(span).label("first code of the section");
    reader.errors.push(diagnostic.help(help));
}

fn without_codes(reader: &mut Reader<'_>, Parts { key, span, .. }: &Parts<'_>) {
    let near = nearest(key, &reader.outline.without_header);
    let message = format!("{} has no codes{}", of(key), did_you_mean(near));
    let help = match near {
        Some(near) => format!("write `[{near}]`, or add the codes of this section"),
        None => "add its codes, each with a header of its own, or delete the section".to_owned(),
    };
    let diagnostic = Diagnostic::new(Rule::SectionHasCodes, message).at(span).label("without codes");
    reader.errors.push(diagnostic.help(help));
}
