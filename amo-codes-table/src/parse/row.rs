//! A row: its keys, and how it is read.

use toml::de::DeTable;

use super::content::Reader;
use super::fields::{FLAG, Fields, HTTP_STATUS, Item, Key, Keys, TEXT, in_order};
use super::{docs, names, section};
use crate::diagnostic::{Diagnostic, list, nearest, quoted};
use crate::model::{Advice, Row, Section, Span, Spanned};
use crate::rule::Rule;

pub(super) static KEYS: &Keys =
    &[&NAME.declared, &DESCRIPTION.declared, &HTTP.declared, &NOTE.declared, &ADVICE.declared, &UNDOCUMENTED.declared];

const NAME_HELP: &str =
    "copy the API's own name of the code, such as `name = \"NOT_FOUND\"`, or say what happened if it has none";
const DESCRIPTION_HELP: &str = "copy the description from the API's documentation, in quotes";
const HTTP_HELP: &str = "write an HTTP status as a plain number, such as `http = 402`, or omit the key if the documentation \
    gives none; the number of a code is not an HTTP status";
const NOTE_HELP: &str = "copy the note from the API's documentation, in quotes, or omit the key if it has none";
const ADVICE_HELP: &str = "write what to do next, such as `advice = \"retry-later\"`, or omit the key";
const UNDOCUMENTED_HELP: &str =
    "write `undocumented = true` if the API's documentation does not have the code, or omit the key";

static NAME: Key<String> = Key::required("name", &TEXT, NAME_HELP);
static DESCRIPTION: Key<String> =
    Key::required("description", &TEXT, DESCRIPTION_HELP).instead_of(&["desc", "text", "message"]);
static HTTP: Key<u16> = Key::optional("http", &HTTP_STATUS, HTTP_HELP).instead_of(&["status", "http_status", "code"]);
static NOTE: Key<String> = Key::optional("note", &TEXT, NOTE_HELP);
pub(super) static ADVICE: Key<String> = Key::optional("advice", &TEXT, ADVICE_HELP).instead_of(&["retry"]);
static UNDOCUMENTED: Key<bool> = Key::optional("undocumented", &FLAG, UNDOCUMENTED_HELP).instead_of(&["documented"]);

/// Reads a row of a section; `None` if it has no valid number or name.
pub(super) fn row<'t>(
    reader: &mut Reader<'t>,
    section: &Section,
    defaults: &section::Defaults,
    item: &Item<'t>,
) -> Option<Row> {
    let (key, span) = (&section.key.value, &item.key_span);
    let Some(value) = number(item.key) else {
        reader.errors.push(not_a_number(reader, key, item));
        return None;
    };
    let of = format!("code `{key}.{value}`");
    let Some(table) = item.value.as_table() else {
        let help = format!("write `[{key}.{value}]`, with `name` and `description` below it");
        let diagnostic =
            Diagnostic::new(Rule::ValueType, format!("{of} is not a table")).at(span).label("expected a table");
        reader.errors.push(diagnostic.help(help));
        return None;
    };
    let items = in_order(table);
    if let Some(extra) = items.iter().find(|item| item.value.is_table() && item.is_header(reader.source)) {
        let diagnostic = Diagnostic::new(Rule::KnownKey, format!("unexpected `.{}` in the header of {of}", extra.key));
        let help = format!("the header of a code has two parts: write `[{key}.{value}]`");
        reader.errors.push(diagnostic.at(&extra.key_span).label("unexpected").help(help));
    } else {
        let mut fields = Fields { of: of.clone(), header: span, items: &items, errors: &mut reader.errors };
        fields.check(KEYS, section::KEYS, "section", &mut reader.early);
    }
    let mut fields = Fields { of, header: span, items: &items, errors: &mut reader.errors };
    let name = fields.text(&NAME);
    // A missing description was reported. The row is expanded all the same, so that its users get no further errors.
    let description = fields.text(&DESCRIPTION).map_or(String::new(), |text| text.value);
    let http_status = fields.get(&HTTP).map(|status| status.value);
    let note = fields.text(&NOTE).map(|text| text.value);
    let advice = advice(&mut fields).or(defaults.advice).unwrap_or(Advice::UNSPECIFIED);
    let is_documented = fields.get(&UNDOCUMENTED).is_none_or(|flag| !flag.value);
    // Without a name, there is no variant.
    let name = name?;
    let variant = match names::variant_name(&name, reader.source) {
        Ok(variant) => variant,
        Err(diagnostic) => {
            reader.errors.push(*diagnostic);
            return None;
        }
    };
    let docs_url = defaults.docs.as_ref().map(|url| docs::fill(url, value, &name.value));
    let number = Spanned { value, span: span.clone() };
    Some(Row { number, name, variant, description, note, http_status, advice, is_documented, docs_url })
}

/// Reads the advice of a section or a row.
pub(super) fn advice(fields: &mut Fields<'_, '_>) -> Option<Advice> {
    let text = fields.text(&ADVICE)?;
    let given = text.value.to_ascii_lowercase();
    let known = Advice::ALL.into_iter().find(|advice| advice.name == text.value);
    if known.is_none() {
        let names = Advice::ALL.map(|advice| advice.name);
        // What people write instead: the phrase that is displayed, or `retry`.
        let phrase = Advice::ALL.iter().find(|advice| advice.phrase == given).map(|advice| advice.name);
        let near = phrase.or_else(|| nearest(&given, &names)).or((given == "retry").then_some("retry-later"));
        let meant = near.map_or(String::new(), |near| format!(", did you mean `{near}`?"));
        let message = format!("unknown advice {} in {}{meant}", quoted(&text.value), fields.of);
        let help = format!("expected {}", list(names.map(|name| format!("`{name}`")).to_vec(), "or"));
        fields
            .errors
            .push(Diagnostic::new(Rule::KnownAdvice, message).at(&text.span).label("unknown advice").help(help));
    }
    known
}

/// Returns whether an entry of a section is meant to be a row.
pub(super) fn is_row(item: &Item<'_>) -> bool {
    let is_table = |value: &toml::de::DeValue<'_>| value.is_table();
    let are_tables = item.value.as_array().is_some_and(|values| values.iter().any(|value| is_table(value.get_ref())));
    is_table(item.value) || are_tables || number(item.key).is_some()
}

fn number(key: &str) -> Option<i64> {
    key.parse().ok().filter(|number: &i64| number.to_string() == key)
}

fn not_a_number(reader: &Reader<'_>, section: &str, item: &Item<'_>) -> Diagnostic {
    let inner = item
        .value
        .as_table()
        .and_then(|table: &DeTable<'_>| in_order(table).into_iter().find(|item| item.value.is_table()));
    if let Some(inner) = inner.filter(|_| item.is_header(reader.source)) {
        let message = format!("the header `[{section}.{}.{}]` has three parts", item.key, inner.key);
        let help = "the header of a code has two parts: a section and a number";
        return Diagnostic::new(Rule::PlainNumber, message).at(&item.key_span).label("expected a number").help(help);
    }
    let hexadecimal = item.key.strip_prefix("0x").and_then(|digits| i64::from_str_radix(digits, 16).ok());
    let is_integer = item.key.strip_prefix(['-', '+']).unwrap_or(item.key).bytes().all(|byte| byte.is_ascii_digit());
    let help = match hexadecimal {
        Some(number) => format!("write `[{section}.{number}]`"),
        None if is_integer && item.key.len() > 18 => format!("the number must be from {} to {}", i64::MIN, i64::MAX),
        None => {
            "write a decimal number, without a plus sign, leading zeros or underscores; codes that are words are not \
                 supported"
                .to_owned()
        }
    };
    let message = format!("{} in section `{section}` is not the number of a code", quoted(item.key));
    Diagnostic::new(Rule::PlainNumber, message).at(&item.key_span).label("expected a decimal number").help(help)
}

/// Returns the header that a section with the keys of a code was probably meant to have: `[tasks244]` is `[tasks.244]`.
pub(super) fn with_dot(key: &str, sections: &[&str]) -> Option<String> {
    let digits = key.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let section = key.strip_suffix(digits)?.trim_end_matches(['_', '-']);
    (sections.contains(&section) && number(digits).is_some()).then(|| format!("[{section}.{digits}]"))
}

/// Returns the error for a section that has the keys of a code.
pub(super) fn is_section(key: &str, span: &Span, sections: &[&str]) -> Diagnostic {
    let help = match with_dot(key, sections) {
        Some(header) => format!("write `{header}`"),
        None => "the header of a code has two parts, a section and a number, such as `[invoices.7]`".to_owned(),
    };
    let message = format!("section {} has the keys of a code", quoted(key));
    Diagnostic::new(Rule::KnownKey, message).at(span).label("expected a section and a number").help(help)
}
