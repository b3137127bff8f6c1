//! A row: what is below its header, and its rules.

use std::num::IntErrorKind;

use toml::de::{DeArray, DeValue};

use super::code::number;
use super::errors::Errors;
use super::fields::{Fields, Item, in_order};
use super::keys::{ADVICE, DESCRIPTION, EVIDENCE, HTTP, NAME, NOTE, Owner, http_status};
use super::reader::Reader;
use super::{code, docs, identifiers};
use crate::diagnostic::Diagnostic;
use crate::model::{Advice, Row, Span, Spanned};
use crate::rule::Rule;
use crate::source::Source;
use crate::words::{did_you_mean, nearest, quoted, quoted_list};

/// What a section says about all of its rows.
pub(super) struct Defaults {
    pub(super) advice: Option<Advice>,
    pub(super) docs: Option<String>,
}

/// Reads a row of a section; `None` if it has no valid number, word or name.
pub(super) fn row<'t>(reader: &mut Reader<'t>, section: &str, defaults: &Defaults, item: &Item<'t>) -> Option<Row> {
    let before = reader.errors.count();
    let (has_two_parts, has_words) = (check_header(reader, section, item), reader.has_words);
    if !reader.is_code(item.key) {
        if has_two_parts && has_words {
            reader.errors.report(code::not_a_word(section, item.key, &item.key_span));
        } else if has_two_parts {
            report_number(reader, section, item);
        }
        return None;
    }
    let (span, address) = (&item.key_span, format!("{section}.{}", item.key));
    let of = format!("code {}", quoted(&address));
    let Some(table) = item.value.as_table() else {
        let error = Diagnostic::new(Rule::ValueType, format!("{of} is not a table")).at(span).label("expected a table");
        reader.errors.report(error.help(format!("write `[{address}]`, with `name` and `description` below it")));
        return None;
    };
    let items = in_order(table);
    let errors = &mut reader.errors;
    let is_name_elsewhere = errors.misplaced.contains(&NAME.name);
    let mut fields = Fields { owner: Owner::Code, of, header: span, has_words, items: &items, errors };
    if has_two_parts {
        fields.check_keys();
    }
    let name = fields.text(&NAME);
    // A missing description was reported. The row is expanded all the same, so that its users get no further errors.
    let description = fields.text(&DESCRIPTION).map_or(String::new(), |text| text.value);
    let http_status = fields.get(&HTTP).and_then(|item| http_status(item.value));
    let note = fields.text(&NOTE).map(|text| text.value);
    let advice = advice(&mut fields).or(defaults.advice).unwrap_or(Advice::UNSPECIFIED);
    let evidence = fields.text(&EVIDENCE).map(|text| text.value);
    let word = has_words.then(|| item.key.to_owned());
    let is_unnamed = has_words && name.is_none();
    // Without a name, a word is the name, and a number has no variant.
    let name = name.or_else(|| Some(Spanned { value: word.clone()?, span: span.clone() }))?;
    // If an error of the row is about its name, a word that cannot become a variant is a consequence.
    let is_reported = is_unnamed && (is_name_elsewhere || reader.errors.count() > before);
    let mut consequences = Errors::default();
    let errors = if is_reported { &mut consequences } else { &mut reader.errors };
    let variant = identifiers::to_variant(&name, is_unnamed, reader.source, errors)?;
    let docs_url = defaults.docs.as_ref().filter(|_| evidence.is_none());
    let docs_url = docs_url.map(|url| docs::fill(url, reader.code().0, item.key, &name.value));
    // The words are numbered when all are known.
    let number = number(item.key).unwrap_or_default();
    let number = Spanned { value: number, span: span.clone() };
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

/// Returns whether an entry of a section is meant to be a row.
pub(super) fn is_row(key: &str, value: &DeValue<'_>) -> bool {
    let has_tables = |values: &DeArray<'_>| values.iter().any(|value| value.get_ref().is_table());
    value.is_table() || value.as_array().is_some_and(has_tables) || number(key).is_some()
}

/// Returns the third part of the header of a row, if it has one.
pub(super) fn third_part<'t>(source: &Source, item: &Item<'t>) -> Option<(Span, &'t str)> {
    let mut parts = item.value.as_table().into_iter().flatten();
    let is_in_header = |part: &Span| source.is_in_header(part.start);
    let (third, _) = parts.find(|(third, value)| value.get_ref().is_table() && is_in_header(&third.span()))?;
    Some((third.span(), third.get_ref()))
}

/// The header of a code has two parts: returns whether this one does.
fn check_header(reader: &mut Reader<'_>, section: &str, item: &Item<'_>) -> bool {
    let Some((span, third)) = third_part(reader.source, item) else { return true };
    let key = item.key;
    let error = Diagnostic::new(Rule::KnownKey, format!("the header `[{section}.{key}.{third}]` has three parts"));
    let (kind, _) = reader.code();
    let help = if reader.has_words {
        code::dotted(reader.source, &span)
    } else {
        number(key).map(|_| format!("write `[{section}.{key}]`"))
    };
    let help = help.unwrap_or_else(|| format!("a section and a {kind}"));
    let help = format!("the header of a code has two parts: {help}");
    reader.errors.report(error.at(&span).label("unexpected").help(help));
    false
}

/// A code has a number.
fn report_number(reader: &mut Reader<'_>, section: &str, item: &Item<'_>) {
    let (key, too_large) = (item.key, [IntErrorKind::PosOverflow, IntErrorKind::NegOverflow]);
    let help = if let Some(Ok(number)) = key.strip_prefix("0x").map(|digits| i64::from_str_radix(digits, 16)) {
        format!("write `[{section}.{number}]`")
    } else if key.parse::<i64>().is_err_and(|error| too_large.contains(error.kind())) {
        format!("the number must be from {} to {}", i64::MIN, i64::MAX)
    } else {
        "write a decimal number, without a plus sign, leading zeros or underscores; if the API's codes are words, add the line \
         `words = true` before the first header"
            .to_owned()
    };
    let message = format!("{} in section {} is not a code number", quoted(key), quoted(section));
    let error = Diagnostic::new(Rule::PlainNumber, message).at(&item.key_span).label("expected a decimal number");
    reader.errors.report(error.help(help));
}

/// Returns the advice of a section or a code, which must be known.
pub(super) fn advice(fields: &mut Fields<'_, '_>) -> Option<Advice> {
    let text = fields.text(&ADVICE)?;
    let given = text.value.to_ascii_lowercase();
    let mut names = Vec::new();
    // What people write instead: the phrase that is displayed, or `retry`.
    let mut meant = if given == "retry" { Some("retry-later") } else { None };
    for advice in &Advice::ALL {
        if advice.name == text.value {
            return Some(*advice);
        }
        if advice.phrase == given {
            meant = Some(advice.name);
        }
        names.push(advice.name);
    }
    let meant = did_you_mean(meant.or_else(|| nearest(&given, &names)));
    let message = format!("unknown advice {} in {}{meant}", quoted(&text.value), fields.of);
    let error = Diagnostic::new(Rule::KnownAdvice, message).at(&text.span).label("unknown advice");
    fields.errors.report(error.help(format!("expected {}", quoted_list(&names, " or "))));
    None
}
