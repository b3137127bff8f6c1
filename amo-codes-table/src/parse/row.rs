//! A row and its rules.

use super::fields::{Fields, Item, in_order};
use super::keys::{ADVICE, CODE, DESCRIPTION, EVIDENCE, HTTP, NAME, NOTE, SECTION, http_status};
use super::reader::Reader;
use super::{code, docs, identifiers};
use crate::diagnostic::Diagnostic;
use crate::model::{Advice, Row, Spanned};
use crate::words::{did_you_mean, nearest, quoted, quoted_list};

/// What a section says about all of its rows.
pub(super) struct Defaults {
    pub(super) advice: Option<Advice>,
    pub(super) docs: Option<String>,
}

/// Reads a row of a section; `None` if it has no valid number, word or name.
pub(super) fn row<'t>(reader: &mut Reader<'t>, section: &str, defaults: &Defaults, item: &Item<'t>) -> Option<Row> {
    let (before, has_words, span) = (reader.errors.list.len(), reader.has_words, &item.key_span);
    if !reader.check_code(section, item.key, span) {
        return None;
    }
    let address = format!("{section}.{}", item.key);
    let of = format!("code {}", quoted(&address));
    let Some(table) = item.value.as_table() else {
        let help = format!("write `[{address}]`, with `name` and `description` below it");
        let error = Diagnostic::new(&format!("{of} is not a table"), &help).at(span, "expected a table");
        reader.errors.report(error);
        return None;
    };
    let items = in_order(table);
    let errors = &mut reader.errors;
    let is_name_elsewhere = errors.misplaced.contains(&NAME.name);
    let mut fields = Fields { owner: &CODE, other: &SECTION, of, header: span, has_words, items: &items, errors };
    fields.check_keys();
    let name = fields.text(&NAME);
    // A missing description was reported. The row is expanded all the same, so that its users get no further errors.
    let description = fields.text(&DESCRIPTION).map_or(String::new(), |text| text.value);
    let http_status = fields.get(&HTTP).and_then(|item| http_status(item.value));
    let note = fields.text(&NOTE).map(|text| text.value);
    let advice = advice(&mut fields).or(defaults.advice).unwrap_or(Advice::UNSPECIFIED);
    let evidence = fields.text(&EVIDENCE).map(|text| text.value);
    let word = has_words.then(|| item.key.to_owned());
    // If an error of the row is about its name, a word that cannot become a variant is a consequence.
    let is_excused = name.is_none() && (is_name_elsewhere || reader.errors.list.len() > before);
    // Without a name, a word is the name, and a number has no variant.
    let name = name.or_else(|| Some(Spanned { value: word.clone()?, span: span.clone() }))?;
    let variant = identifiers::to_variant(&name, (!is_excused).then_some(&mut reader.errors))?;
    let docs_url = defaults.docs.as_ref().filter(|_| evidence.is_none());
    let docs_url = docs_url.map(|url| docs::fill(url, reader.code().0, item.key, &name.value));
    // The words are numbered, and the rows counted, when all are known.
    let number = Spanned { value: code::number(item.key).unwrap_or_default(), span: span.clone() };
    let (section, index) = (0, 0);
    Some(Row {
        section,
        index,
        number,
        word,
        name,
        variant,
        description,
        note,
        http_status,
        advice,
        evidence,
        docs_url,
    })
}

/// Returns the advice of a section or a code, which must be known.
pub(super) fn advice(fields: &mut Fields<'_, '_>) -> Option<Advice> {
    let text = fields.text(&ADVICE)?;
    let mut names = Vec::new();
    for advice in Advice::ALL {
        if advice.name == text.value {
            return Some(advice);
        }
        names.push(advice.name);
    }
    let meant = did_you_mean(nearest(&text.value.to_ascii_lowercase(), &names));
    let message = format!("unknown advice {} in {}{meant}", quoted(&text.value), fields.of);
    let help = format!("expected {}", quoted_list(&names, " or "));
    fields.errors.report(Diagnostic::new(&message, &help).at(&text.span, "unknown advice"));
    None
}
