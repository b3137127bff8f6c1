//! A section and its rules.

use super::code::is_word;
use super::fields::Fields;
use super::keys::{CODE, DOCS, Owner, PATHS, RESERVED, SECTION, TITLE, codes, texts};
use super::parts::Parts;
use super::reader::Reader;
use super::row::{Defaults, advice, row};
use super::unique::Unique;
use super::{docs, identifiers, paths};
use crate::diagnostic::Diagnostic;
use crate::model::{Section, Spanned};
use crate::words::{did_you_mean, nearest, quoted};

/// The maximum number of sections among which a similar one is looked for.
const MOST_SIMILAR: usize = 30;

/// Reads a section and its rows, before another one; `None` if it has no valid rows, or cannot become a type of its own.
pub(super) fn section<'t>(reader: &mut Reader<'t>, parts: &Parts<'t>, after: Option<&Parts<'t>>) -> Option<Section> {
    if has_keys_of_code(parts) {
        report_header_of_code(reader, parts);
        return None;
    }
    reader.last_section = Some(parts.key);
    let Parts { key, span, has_header, own, rows, .. } = parts;
    let type_name = identifiers::to_type(key, span, &mut reader.errors)?;
    if !has_header {
        check_header(reader, parts);
    }
    let (has_words, kind) = (reader.has_words, reader.code().0);
    let errors = &mut reader.errors;
    let mut fields =
        Fields { owner: &SECTION, other: &CODE, of: parts.of(), header: span, has_words, items: own, errors };
    // A section with nothing below its header is one error.
    if *has_header && (parts.has_codes() || !own.is_empty()) {
        fields.check_keys();
    }
    let title = fields.text(&TITLE).map_or(String::new(), |title| title.value);
    let docs = fields.text(&DOCS).filter(|url| docs::check_url(url, kind, fields.errors)).map(|url| url.value);
    let defaults = Defaults { advice: advice(&mut fields), docs };
    let paths = paths(&mut fields, &mut reader.paths);
    let reserved = fields.get(&RESERVED).and_then(|item| codes(item.value, has_words)).unwrap_or_default();
    check_reserved(reader, parts, &reserved);
    check_depth(reader, parts);
    if !parts.has_codes() {
        check_codes(reader, parts, after);
        return None;
    }
    let section = Spanned { value: (*key).to_owned(), span: span.clone() };
    let is_first = reader.types.add(&type_name, &section, has_header.then_some(&mut reader.errors));
    let help = "give one of them a `name` that tells the two codes apart";
    let (mut valid, mut variants) = (Vec::new(), Unique::new(["name", "become the variant"], help));
    for item in rows {
        let Some(row) = row(reader, key, &defaults, item) else { continue };
        if variants.add(&row.variant, &row.name, Some(&mut reader.errors)) && reader.has_room(&row.number.span) {
            valid.push(row);
        }
    }
    (is_first && !valid.is_empty()).then_some(Section { key: section, type_name, title, paths, reserved, rows: valid })
}

/// Returns whether this is a code without a section or a number in its header.
fn has_keys_of_code(parts: &Parts<'_>) -> bool {
    let has_key_of =
        |one: &Owner, other: &Owner| parts.own.iter().any(|item| one.has(item.key) && !other.has(item.key));
    !parts.has_codes() && has_key_of(&CODE, &SECTION) && !has_key_of(&SECTION, &CODE)
}

/// A code has a header with a section and a number.
fn report_header_of_code(reader: &mut Reader<'_>, parts: &Parts<'_>) {
    let (key, (kind, example)) = (parts.key, reader.code());
    let mut help = format!("the header of a code has two parts, a section and a {kind}, such as `{example}`");
    if reader.is_code(key) {
        let section = reader.last_section.unwrap_or("invoices");
        help = format!("write the key of its section before the {kind}, such as `[{section}.{key}]`");
    }
    for section in &reader.sections {
        let code = key.strip_prefix(section).map(|code| code.trim_start_matches(['_', '-', '.', ' ']));
        if let Some(code) = code.filter(|code| reader.is_code(code)) {
            help = format!("write `[{section}.{code}]`");
        }
    }
    let error = Diagnostic::new(&format!("{} has the keys of a code", parts.of()), &help);
    let label = if reader.has_words { "expected a section and a word" } else { "expected a section and a number" };
    reader.errors.report(error.at(&parts.span, label));
}

/// A section has a header.
fn check_header(reader: &mut Reader<'_>, parts: &Parts<'_>) {
    let key = parts.key;
    let is_reported = reader.errors.misplaced.contains(&TITLE.name)
        || reader.errors.headerless == Some(parts.span.start)
        // It is the header of a row that is wrong.
        || parts.rows.iter().all(|row| !reader.is_code(row.key));
    if is_reported {
        return;
    }
    let near = if reader.sections.len() > MOST_SIMILAR { None } else { nearest(key, &reader.sections) };
    let rename = near.map_or(String::new(), |near| format!("write `{near}`, or "));
    let message = format!("{} has no header{}", parts.of(), did_you_mean(near));
    let help = format!("{rename}add the header `[{key}]` with a `title` before this line");
    reader.errors.report(Diagnostic::new(&message, &help).at(&parts.span, "first code of the section"));
}

/// A section has codes.
fn check_codes(reader: &mut Reader<'_>, parts: &Parts<'_>, after: Option<&Parts<'_>>) {
    // Then the header of a code is missing or wrong.
    if !reader.errors.misplaced.is_empty() || after.is_some_and(has_keys_of_code) {
        return;
    }
    let mut message = format!("{} has no codes", parts.of());
    let help = "add its codes, each with a header of its own, or delete the section";
    // If the codes of the next section have no header, it may be this one, misspelled. Then one error is about both.
    let error = if let Some(after) = after.filter(|after| !after.has_header) {
        reader.errors.headerless = Some(after.span.start);
        message += &format!(", and {} has no header", after.of());
        let (key, other) = (parts.key, after.key);
        let help =
            format!("write the same key in both, or add codes to `{key}`, and a header `[{other}]` with a `title`");
        Diagnostic::new(&message, &help).other(&after.span, "without a header")
    } else {
        Diagnostic::new(&message, help)
    };
    reader.errors.report(error.at(&parts.span, "without codes"));
}

/// The header of a code has two parts.
fn check_depth(reader: &mut Reader<'_>, parts: &Parts<'_>) {
    for (row, third) in &parts.deep {
        let header = reader.source.line_at(third.start).trim().trim_matches(['[', ']']);
        let dotted = header.split_once('.').map_or("", |(_, dotted)| dotted);
        let help = if reader.has_words && is_word(dotted) {
            format!("write `[{}.\"{dotted}\"]` if the word has dots", parts.key)
        } else if reader.is_code(row.key) {
            format!("write `[{}.{}]`", parts.key, row.key)
        } else {
            format!("a section and a {}", reader.code().0)
        };
        let message = format!("the header {} has three parts", quoted(&format!("[{header}]")));
        let help = format!("the header of a code has two parts: {help}");
        reader.errors.report(Diagnostic::new(&message, &help).at(third, "unexpected"));
    }
}

/// A number or a word that is reserved does not come back.
fn check_reserved(reader: &mut Reader<'_>, parts: &Parts<'_>, reserved: &[Spanned<String>]) {
    for entry in reserved {
        let found = parts.table.get_key_value(&*entry.value).filter(|_| !SECTION.has(&entry.value));
        let Some((key, _)) = found else { continue };
        let kind = reader.code().0;
        let message = format!("the {kind} of code {} is reserved", quoted(&format!("{}.{}", parts.key, entry.value)));
        let help = format!(
            "use another {kind}, because this one had another meaning; if the same code is back, delete its {kind} from `reserved`"
        );
        let error = Diagnostic::new(&message, &help).at(&key.span(), "used again");
        reader.errors.report(error.other(&entry.span, "reserved here"));
    }
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
