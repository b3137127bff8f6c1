//! A section: its keys, and how it is read.

use toml::de::DeTable;

use super::content::Reader;
use super::fields::{Fields, Item, Key, Keys, TEXT, TEXTS, has, in_order, texts};
use super::names::Unique;
use super::{docs, names, paths, row};
use crate::diagnostic::Diagnostic;
use crate::model::{Advice, Section, Spanned};
use crate::rule::Rule;
use crate::words::{did_you_mean, nearest};

pub(super) static KEYS: &Keys = &[&TITLE, &PATHS, &row::ADVICE, &DOCS];

const TITLE_HELP: &str = "copy the title of the section from the API's documentation, in quotes";
const PATHS_HELP: &str =
    "write an array of request paths, such as `paths = [\"/v1/invoices\", \"/v2/invoices\"]`, or omit the key";
const DOCS_HELP: &str = "write the URL of the documentation of its codes, such as \
    `docs = \"https://example.com/errors#{number}\"`, or omit the key";

static TITLE: Key = Key::required("title", &TEXT, TITLE_HELP).instead_of(&["name", "description"]);
static PATHS: Key = Key::optional("paths", &TEXTS, PATHS_HELP);
static DOCS: Key = Key::optional("docs", &TEXT, DOCS_HELP).instead_of(&["url", "docs_url"]);

/// What a section says about all of its rows.
pub(super) struct Defaults {
    pub(super) advice: Option<Advice>,
    pub(super) docs: Option<String>,
}

/// Reads a section and its rows; `None` if its key cannot become a type.
pub(super) fn section<'t>(reader: &mut Reader<'t>, item: &Item<'t>, table: &'t DeTable<'t>) -> Option<Section> {
    let (key, span) = (item.key, &item.key_span);
    let (mut rows, mut own) = (Vec::new(), Vec::new());
    for item in in_order(table) {
        let is_row = !has(KEYS, item.key) && row::is_row(item.key, item.value);
        if is_row { rows.push(item) } else { own.push(item) }
    }
    let type_name = names::type_name(key, span, &mut reader.errors)?;
    if rows.is_empty() && !own.is_empty() && own.iter().all(|item| has(row::KEYS, item.key)) {
        reader.errors.push(row::is_section(key, span, &reader.sections));
        return None;
    }
    let has_header = !own.is_empty() || reader.early.contains(&TITLE.name);
    if has_header {
        let mut fields = Fields { of: of(key), header: span, items: &own, errors: &mut reader.errors };
        fields.check(KEYS, row::KEYS, "code", &mut reader.early);
    } else {
        without_header(reader, item, &rows);
    }
    if rows.is_empty() && reader.early.is_empty() {
        without_codes(reader, item);
    }
    // Without a header or codes, it was reported, and is probably another section.
    let mut reported = Vec::new();
    let errors = if has_header && !rows.is_empty() { &mut reader.errors } else { &mut reported };
    let is_new = reader.types.add(type_name, key, span, errors);
    let (mut section, defaults) = own_values(reader, item, &own);
    let mut variants = Unique::new(Rule::NameOnce);
    for item in &rows {
        let Some(row) = row::row(reader, &section, &defaults, item) else { continue };
        let is_new = variants.add(row.variant.clone(), &row.name.value, &row.name.span, &mut reader.errors);
        if is_new && reader.has_room(&row) {
            section.rows.push(row);
        }
    }
    is_new.then_some(section)
}

/// Reads the values of a section, without its rows.
fn own_values<'t>(reader: &mut Reader<'t>, item: &Item<'t>, own: &[Item<'t>]) -> (Section, Defaults) {
    let key = Spanned { value: item.key.to_owned(), span: item.key_span.clone() };
    let errors = &mut reader.errors;
    let mut fields = Fields { of: of(item.key), header: &item.key_span, items: own, errors };
    let title = fields.text(&TITLE).map_or(String::new(), |title| title.value);
    let advice = row::advice(&mut fields);
    let mut paths = fields.get(&PATHS).and_then(|item| texts(item.value)).unwrap_or_default();
    let docs = fields.text(&DOCS).filter(|url| docs::is_valid(url, errors)).map(|url| url.value);
    paths.retain(|path| {
        paths::is_valid(path, errors) && reader.paths.add(paths::normal(&path.value), &path.value, &path.span, errors)
    });
    (Section { key, title, paths, rows: Vec::new() }, Defaults { advice, docs })
}

fn of(key: &str) -> String {
    format!("section `{key}`")
}

/// Reports rows whose section has no header, unless it is reported elsewhere.
fn without_header(reader: &mut Reader<'_>, item: &Item<'_>, rows: &[Item<'_>]) {
    let key = item.key;
    // The header of another section is misspelled, or that of a row has three parts.
    if reader.misspelled.contains(&key)
        || rows.iter().all(|row| row.is_header(reader.source) && row.key.parse::<i64>().is_err())
    {
        return;
    }
    let near = nearest(key, &reader.titled);
    let message = format!("{} has no header and no `title`{}", of(key), did_you_mean(near));
    let rename = near.map_or(String::new(), |near| format!("write `{near}`, or "));
    let help = format!("{rename}add the header `[{key}]` with a `title` before this line");
    let diagnostic = Diagnostic::new(Rule::KeyPresent, message).at(&item.key_span).label("first code of the section");
    reader.errors.push(diagnostic.help(help));
}

fn without_codes(reader: &mut Reader<'_>, item: &Item<'_>) {
    let near = nearest(item.key, &reader.without_header);
    let message = format!("{} has no codes{}", of(item.key), did_you_mean(near));
    let help = match near {
        Some(near) => format!("write `[{near}]`, or add the codes of this section"),
        None => "add its codes, each with a header of its own, or delete the section".to_owned(),
    };
    let diagnostic = Diagnostic::new(Rule::SectionHasCodes, message).at(&item.key_span).label("without codes");
    reader.errors.push(diagnostic.help(help));
}
