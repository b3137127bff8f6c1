//! A section: its keys, and how it is read.

use toml::de::DeTable;

use super::content::Reader;
use super::fields::{Fields, Item, Key, Keys, TEXT, TEXTS, has, in_order};
use super::names::Unique;
use super::{docs, names, paths, row};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Advice, Section, Spanned};
use crate::rule::Rule;

pub(super) static KEYS: &Keys = &[&TITLE.declared, &PATHS.declared, &row::ADVICE.declared, &DOCS.declared];

const TITLE_HELP: &str = "copy the title of the section from the API's documentation, in quotes";
const PATHS_HELP: &str =
    "write an array of request paths, such as `paths = [\"/v1/invoices\", \"/v2/invoices\"]`, or omit the key";
const DOCS_HELP: &str = "write the URL of the documentation of its codes, such as \
    `docs = \"https://example.com/errors#{number}\"`, or omit the key";

static TITLE: Key<String> = Key::required("title", &TEXT, TITLE_HELP).instead_of(&["name", "description"]);
static PATHS: Key<Vec<Spanned<String>>> = Key::optional("paths", &TEXTS, PATHS_HELP);
static DOCS: Key<String> = Key::optional("docs", &TEXT, DOCS_HELP).instead_of(&["url", "docs_url"]);

/// What a section says about all of its rows.
pub(super) struct Defaults {
    pub(super) advice: Option<Advice>,
    pub(super) docs: Option<String>,
}

/// Reads a section and its rows; `None` if its key cannot become a type.
pub(super) fn section<'t>(reader: &mut Reader<'t>, item: &Item<'t>, table: &'t DeTable<'t>) -> Option<Section> {
    let (key, span) = (item.key, &item.key_span);
    let (rows, own): (Vec<Item<'_>>, Vec<Item<'_>>) =
        in_order(table).into_iter().partition(|item| !has(KEYS, item.key) && row::is_row(item));
    let type_name = match names::type_name(key, span) {
        Ok(name) => name,
        Err(diagnostic) => {
            reader.errors.push(*diagnostic);
            return None;
        }
    };
    if rows.is_empty() && !own.is_empty() && own.iter().all(|item| has(row::KEYS, item.key)) {
        reader.errors.push(row::is_section(key, span, &reader.sections));
        return None;
    }
    let has_header = !own.is_empty() || reader.early.contains(&TITLE.declared.name);
    if has_header {
        let mut fields = Fields { of: of(key), header: span, items: &own, errors: &mut reader.errors };
        fields.check(KEYS, row::KEYS, "code", &mut reader.early);
    } else {
        reader.errors.extend(without_header(reader, item, &rows));
    }
    if rows.is_empty() && reader.early.is_empty() {
        reader.errors.push(without_codes(reader, item));
    }
    // Without a header or codes, it was reported, and is probably another section.
    let mut reported = Vec::new();
    let errors = if has_header && !rows.is_empty() { &mut reader.errors } else { &mut reported };
    let is_new = reader.types.add(&type_name, key, span, errors);
    let (mut section, defaults) = own_values(reader, item, &own);
    let mut variants = Unique::new(Rule::NameOnce);
    for item in &rows {
        let Some(row) = row::row(reader, &section, &defaults, item) else { continue };
        if variants.add(&row.variant, &row.name.value, &row.name.span, &mut reader.errors) && reader.has_room(&row) {
            section.rows.push(row);
        }
    }
    is_new.then_some(section)
}

/// Reads the values of a section, without its rows.
fn own_values<'t>(reader: &mut Reader<'t>, item: &Item<'t>, own: &[Item<'t>]) -> (Section, Defaults) {
    let key = Spanned { value: item.key.to_owned(), span: item.key_span.clone() };
    let mut fields = Fields { of: of(item.key), header: &item.key_span, items: own, errors: &mut reader.errors };
    let title = fields.text(&TITLE).map_or(String::new(), |title| title.value);
    let mut paths = fields.get(&PATHS).map_or(Vec::new(), |paths| paths.value);
    let advice = row::advice(&mut fields);
    let docs = fields.text(&DOCS).filter(|url| docs::is_valid(url, &mut reader.errors)).map(|url| url.value);
    paths.retain(|path| {
        paths::is_valid(path, &mut reader.errors)
            && reader.paths.add(&paths::normal(&path.value), &path.value, &path.span, &mut reader.errors)
    });
    (Section { key, title, paths, rows: Vec::new() }, Defaults { advice, docs })
}

fn of(key: &str) -> String {
    format!("section `{key}`")
}

/// Returns the error for rows whose section has no header, unless it is reported elsewhere.
fn without_header(reader: &Reader<'_>, item: &Item<'_>, rows: &[Item<'_>]) -> Option<Diagnostic> {
    let key = item.key;
    // The header of another section is misspelled, or that of a row has three parts.
    if reader.misspelled.contains(&key)
        || rows.iter().all(|row| row.is_header(reader.source) && row.key.parse::<i64>().is_err())
    {
        return None;
    }
    let (hint, help) = match nearest(key, &reader.titled) {
        Some(near) => (
            format!(", did you mean `{near}`?"),
            format!("write `{near}`, or add the header `[{key}]` with a `title` before this line"),
        ),
        None => (String::new(), format!("add the header `[{key}]` with a `title` before this line")),
    };
    let diagnostic = Diagnostic::new(Rule::KeyPresent, format!("{} has no header and no `title`{hint}", of(key)));
    Some(diagnostic.at(&item.key_span).label("first code of the section").help(help))
}

fn without_codes(reader: &Reader<'_>, item: &Item<'_>) -> Diagnostic {
    let key = item.key;
    let (hint, help) = match nearest(key, &reader.without_header) {
        Some(near) => {
            (format!(", did you mean `{near}`?"), format!("write `[{near}]`, or add the codes of this section"))
        }
        None => (String::new(), "add its codes, each with a header of its own, or delete the section".to_owned()),
    };
    let diagnostic = Diagnostic::new(Rule::SectionHasCodes, format!("{} has no codes{hint}", of(key)));
    diagnostic.at(&item.key_span).label("without codes").help(help)
}
