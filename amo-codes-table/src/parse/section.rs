//! A section: what is below its header, and its rules.

use toml::de::DeTable;

use super::code::number;
use super::fields::{Fields, Item, in_order};
use super::keys::{DOCS, Owner, PATHS, RESERVED, RESERVED_WORDS, TITLE, numbers, owners, texts};
use super::reader::Reader;
use super::row::{Defaults, advice, is_row, row, third_part};
use super::unique::Unique;
use super::{docs, identifiers, paths};
use crate::diagnostic::Diagnostic;
use crate::model::{Section, Span, Spanned};
use crate::rule::Rule;
use crate::words::{did_you_mean, nearest, quoted};

/// The maximum number of sections among which a similar one is looked for.
const MOST_SIMILAR: usize = 30;

/// A section as it is in the file: its key, the keys below its header, and its rows.
pub(super) struct Parts<'t> {
    pub(super) key: &'t str,
    span: Span,
    pub(super) has_header: bool,
    pub(super) own: Vec<Item<'t>>,
    pub(super) rows: Vec<Item<'t>>,
}

impl<'t> Parts<'t> {
    pub(super) fn new(section: Item<'t>, table: &'t DeTable<'t>) -> Self {
        let (mut own, mut rows) = (Vec::new(), Vec::new());
        for item in in_order(table) {
            let is_own = owners(item.key).contains(&Owner::Section);
            if !is_own && is_row(item.key, item.value) { rows.push(item) } else { own.push(item) }
        }
        // Without a header, the span of a table is that of its key in the header of a row.
        let has_header = section.span != section.key_span || !own.is_empty();
        Self { key: section.key, span: section.key_span, has_header, own, rows }
    }

    fn of(&self) -> String {
        format!("section {}", quoted(self.key))
    }
}

/// Reads a section and its rows, between those before and after it; `None` if it has no valid rows, or cannot become a type of
/// its own.
pub(super) fn section<'t>(
    reader: &mut Reader<'t>,
    before: Option<&Parts<'t>>,
    parts: &Parts<'t>,
    after: Option<&Parts<'t>>,
) -> Option<Section> {
    if parts.rows.is_empty() && has_keys_of_code(reader, before, parts) {
        return None;
    }
    let Parts { key, span, has_header, own, rows } = parts;
    let type_name = identifiers::to_type(key, span, &mut reader.errors)?;
    if !has_header {
        check_header(reader, before, parts);
    }
    let (of, has_words, kind) = (parts.of(), reader.has_words, reader.code().0);
    let errors = &mut reader.errors;
    let mut fields = Fields { owner: Owner::Section, of, header: span, has_words, items: own, errors };
    // A section with nothing below its header is one error.
    if *has_header && !(own.is_empty() && rows.is_empty()) {
        fields.check_keys();
    }
    let title = fields.text(&TITLE).map_or(String::new(), |title| title.value);
    let docs = fields.text(&DOCS).filter(|url| docs::check_url(url, kind, fields.errors)).map(|url| url.value);
    let defaults = Defaults { advice: advice(&mut fields), docs };
    let paths = paths(&mut fields, &mut reader.paths);
    let reserved = if has_words {
        fields.get(&RESERVED_WORDS).and_then(|item| texts(item.value))
    } else {
        fields.get(&RESERVED).and_then(|item| numbers(item.value))
    };
    let reserved = reserved.unwrap_or_default();
    if rows.is_empty() {
        check_codes(reader, parts, after);
        return None;
    }
    let section = Spanned { value: (*key).to_owned(), span: span.clone() };
    let is_first = reader.types.add(&type_name, &section, has_header.then_some(&mut reader.errors));
    let help = if has_words {
        "give one of them a `name` that tells the two codes apart"
    } else {
        "add a word to one of them that tells the two codes apart"
    };
    let (mut valid, mut variants) = (Vec::new(), Unique::new(Rule::NameOnce, help));
    for item in rows {
        check_reserved(reader, &reserved, key, item);
        let Some(row) = row(reader, key, &defaults, item) else { continue };
        if variants.add(&row.variant, &row.name, Some(&mut reader.errors)) && reader.has_room(&row.number.span) {
            valid.push(row);
        }
    }
    (is_first && !valid.is_empty()).then_some(Section { key: section, type_name, title, paths, reserved, rows: valid })
}

/// A code has a header with a section and a number: returns whether this is a code without one of them, and reports it.
fn has_keys_of_code(reader: &mut Reader<'_>, before: Option<&Parts<'_>>, parts: &Parts<'_>) -> bool {
    let has_key_of = |owner| parts.own.iter().any(|item| owners(item.key) == [owner]);
    if has_key_of(Owner::Section) || !has_key_of(Owner::Code) {
        return false;
    }
    let key = parts.key;
    let section = key.trim_end_matches(|character: char| character.is_ascii_digit());
    let digits = key.strip_prefix(section).unwrap_or_default();
    let section = section.trim_end_matches(['_', '-', '.', ' ']);
    let (kind, example) = reader.code();
    let label = if reader.has_words { "expected a section and a word" } else { "expected a section and a number" };
    let help = if number(key).is_some() || (reader.has_words && before.is_some()) {
        let section = before.map(|before| before.key).filter(|key| number(key).is_none()).unwrap_or("invoices");
        format!("write the key of its section before the {kind}, such as `[{section}.{key}]`")
    } else if reader.sections.contains(&section) && number(digits).is_some() {
        format!("write `[{section}.{digits}]`")
    } else {
        format!("the header of a code has two parts, a section and a {kind}, such as `{example}`")
    };
    let error = Diagnostic::new(Rule::KnownKey, format!("{} has the keys of a code", parts.of()));
    reader.errors.report(error.at(&parts.span).label(label).help(help));
    true
}

/// Returns whether the header of a section before one without a header may be its own, misspelled: it has no codes. Then one
/// error is about both.
fn is_one_section(before: &Parts<'_>, after: &Parts<'_>) -> bool {
    before.has_header && before.rows.is_empty() && !after.has_header
}

/// A section has a header.
fn check_header(reader: &mut Reader<'_>, before: Option<&Parts<'_>>, parts: &Parts<'_>) {
    let is_reported = reader.errors.misplaced.contains(&TITLE.name)
        || before.is_some_and(|before| is_one_section(before, parts))
        // It is the header of a row that is wrong.
        || parts.rows.iter().all(|row| !reader.is_code(row.key) || third_part(reader.source, row).is_some());
    if is_reported {
        return;
    }
    let key = parts.key;
    let near = if reader.sections.len() > MOST_SIMILAR { None } else { nearest(key, &reader.sections) };
    let rename = near.map_or(String::new(), |near| format!("write `{near}`, or "));
    let message = format!("{} has no header{}", parts.of(), did_you_mean(near));
    let error = Diagnostic::new(Rule::HeaderPresent, message).at(&parts.span).label("first code of the section");
    reader.errors.report(error.help(format!("{rename}add the header `[{key}]` with a `title` before this line")));
}

/// A section has codes.
fn check_codes(reader: &mut Reader<'_>, parts: &Parts<'_>, after: Option<&Parts<'_>>) {
    // Then the header of a code is missing.
    if !reader.errors.misplaced.is_empty() {
        return;
    }
    let (of, key) = (parts.of(), parts.key);
    let error =
        |message: String| Diagnostic::new(Rule::SectionHasCodes, message).at(&parts.span).label("without codes");
    reader.errors.report(if let Some(after) = after.filter(|after| is_one_section(parts, after)) {
        let other = after.key;
        error(format!("{of} has no codes, and {} has no header", after.of()))
            .other(&after.span, "without a header")
            .help(format!(
                "write the same key in both, or add codes to `{key}`, and a header `[{other}]` with a `title`"
            ))
    } else {
        error(format!("{of} has no codes")).help("add its codes, each with a header of its own, or delete the section")
    });
}

/// A number or a word that is reserved does not come back.
fn check_reserved(reader: &mut Reader<'_>, reserved: &[Spanned<String>], section: &str, item: &Item<'_>) {
    let Some(entry) = reserved.iter().find(|reserved| reserved.value == item.key) else { return };
    let kind = reader.code().0;
    let message = format!("the {kind} of code {} is reserved", quoted(&format!("{section}.{}", item.key)));
    let error = Diagnostic::new(Rule::NotReserved, message).at(&item.key_span).label("used again");
    reader.errors.report(error.other(&entry.span, "reserved here").help(format!(
        "use another {kind}, because this one had another meaning; if the same code is back, delete its {kind} from `reserved`",
    )));
}

/// Returns the valid paths of a section.
fn paths(fields: &mut Fields<'_, '_>, unique: &mut Unique) -> Vec<Spanned<String>> {
    let mut paths = fields.get(&PATHS).and_then(|item| texts(item.value)).unwrap_or_default();
    paths.retain(|path| {
        paths::check_path(path, fields.errors)
            && unique.add(&paths::normal(&path.value), path, Some(&mut *fields.errors))
    });
    paths
}
