//! From the text to the model: what stands in the file, with a fault for each part that has not the form.

mod syntax;
mod values;

use toml::Spanned as TomlSpanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::model::{Advice, Code, Section, Span, Spanned, Table};
use crate::report::{Fault, Report};
use crate::rule::Rule;
use crate::source::Source;

pub(crate) use self::syntax::Broken;
use self::values::{Values, found};

pub(crate) const SECTION_KEYS: [&str; 2] = ["title", "paths"];
pub(crate) const CODE_KEYS: [&str; 5] = ["name", "text", "http", "note", "advice"];

type Key<'i> = TomlSpanned<DeString<'i>>;
type Value<'i> = TomlSpanned<DeValue<'i>>;

/// Reads the table, in the file's order; what stands on the broken lines may be read all the same.
pub(crate) fn table(source: &Source, report: &mut Report) -> (Table, Broken) {
    let Some((text, broken)) = syntax::readable(source, report) else {
        return Default::default();
    };
    let (mut root, mut errors) = DeTable::parse_recoverable(&text);
    let resumed = syntax::without_stops(&text, &errors);
    if let Some(resumed) = &resumed {
        let (rest, more) = DeTable::parse_recoverable(resumed);
        root = rest;
        errors.extend(more);
    }
    let broken = syntax::faults(source, &text, broken, &errors, report);
    let mut reader = Reader { source, broken, report };
    let mut sections: Vec<Section> =
        root.get_ref().iter().filter_map(|(key, value)| reader.section(key, value)).collect();
    sections.sort_by_cached_key(|section| section.key.span.start);
    if sections.is_empty() && reader.report.faults.is_empty() {
        let fault = Fault::new(Rule::NotEmpty, "the table has no section").at(&(0..0));
        reader.report.push(
            fault.help("a table begins with a section, `[invoices]` and its `title`, and has codes, `[invoices.7]`"),
        );
    }
    (Table { sections }, reader.broken)
}

struct Reader<'a> {
    source: &'a Source,
    /// The lines with a syntax fault: what was read from them is no fault of its own.
    broken: Broken,
    report: &'a mut Report,
}

impl Reader<'_> {
    fn section(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<Section> {
        let key = own(key);
        let DeValue::Table(table) = value.get_ref() else {
            self.report.push(
                Fault::new(Rule::KnownKey, format!("the key `{}` stands before the first section", key.value))
                    .at(&key.span)
                    .label("of no section")
                    .help(format!("a section is a table, `[{}]`, with a `title` and codes below it", key.value)),
            );
            return None;
        };
        let place = format!("section `{}`", key.value);
        let (mut codes, mut has_rows) = (Vec::new(), false);
        let mut values = Values::new(&place, &key.span);
        for (name, value) in in_order(table) {
            if SECTION_KEYS.contains(&name.get_ref().as_ref()) {
                values.insert(name, value);
            } else {
                has_rows |= value.get_ref().is_table();
                codes.extend(self.code(&key.value, name, value));
            }
        }
        let title = self.words(&values, "title");
        let paths = self.paths(&values);
        self.missing(&values, "title", "title = \"Responses about …\"");
        Some(Section { title: title.map(|title| title.value).unwrap_or_default(), paths, codes, has_rows, key })
    }

    fn code(&mut self, section: &str, key: &Key<'_>, value: &Value<'_>) -> Option<Code> {
        let key = own(key);
        let DeValue::Table(table) = value.get_ref() else {
            let fault = if key.value.starts_with(|first: char| first.is_ascii_digit()) {
                Fault::new(
                    Rule::ValueType,
                    format!("code `{}` is {}, expected a table", key.value, found(value.get_ref())),
                )
                .at(&key.span)
                .label("of another type")
                .help(format!("write `[{section}.{}]`, and `name` and `text` below it", key.value))
            } else {
                let place = format!("section `{section}`");
                values::unknown_key(&place, &key, &SECTION_KEYS)
            };
            self.report.push(fault);
            return None;
        };
        let number = match values::number(&key.value) {
            Ok(number) => Spanned { value: number, span: key.span.clone() },
            Err(message) => {
                let help = values::number_help(section, &key.value);
                self.report
                    .push(Fault::new(Rule::PlainNumber, message).at(&key.span).label("no number of a code").help(help));
                return None;
            }
        };
        let place = format!("code `{section}.{}`", number.value);
        let mut values = Values::new(&place, &number.span);
        for (name, value) in in_order(table) {
            if CODE_KEYS.contains(&name.get_ref().as_ref()) {
                values.insert(name, value);
            } else {
                self.report.push(values::unknown_key(&place, &own(name), &CODE_KEYS));
            }
        }
        let name = self.words(&values, "name");
        let text = self.words(&values, "text");
        self.missing(&values, "name", "name = \"NothingFound\"");
        self.missing(&values, "text", "text = \"the document's own words\"");
        let (http, advice) = (self.http(&values), self.advice(&values));
        let note = self.words(&values, "note").map(|note| note.value);
        Some(Code { name, text: text.map(|text| text.value).unwrap_or_default(), note, http, advice, number })
    }

    /// A fault where a key that must be there is not, unless a broken line may have held it.
    fn missing(&mut self, values: &Values<'_>, key: &str, example: &str) {
        if values.get(key).is_none() && !self.broken.has_line_in(self.source, &self.source.block(values.span.start)) {
            self.report.push(
                Fault::new(Rule::KeyPresent, format!("{} has no `{key}`", values.place))
                    .at(&values.span)
                    .label("of this one")
                    .help(format!("add `{example}`")),
            );
        }
    }

    /// A text that is not blank.
    fn words(&mut self, values: &Values<'_>, key: &str) -> Option<Spanned<String>> {
        let value = values.get(key)?;
        let DeValue::String(text) = value.get_ref() else {
            self.report.push(values.wrong_type(key, value, "a string"));
            return None;
        };
        if text.trim().is_empty() {
            let help = if key == "note" {
                "leave the key out where the document has no note"
            } else {
                "write the document's own words"
            };
            let help =
                if key == "name" { "write what happened in UpperCamelCase, such as `NothingFound`" } else { help };
            self.report.push(
                Fault::new(Rule::NotBlank, format!("`{key}` of {} is blank", values.place))
                    .at(&value.span())
                    .label("no words")
                    .help(help),
            );
            return None;
        }
        Some(Spanned { value: text.clone().into_owned(), span: value.span() })
    }

    fn http(&mut self, values: &Values<'_>) -> Option<u16> {
        let value = values.get("http")?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.report.push(values.wrong_type("http", value, "an integer of 100 to 599"));
            return None;
        };
        if let Ok(status @ 100..=599) = u16::from_str_radix(number.as_str(), number.radix()) {
            return Some(status);
        }
        let message = format!("`http` of {} is {number}, expected an HTTP status of 100 to 599", values.place);
        self.report.push(
            Fault::new(Rule::HttpRange, message)
                .at(&value.span())
                .label("out of range")
                .help("give the status only where the document gives it; a code of the table is no status"),
        );
        None
    }

    fn advice(&mut self, values: &Values<'_>) -> Advice {
        let Some(value) = values.get("advice") else {
            return Advice::FIX_REQUEST;
        };
        let DeValue::String(text) = value.get_ref() else {
            self.report.push(values.wrong_type("advice", value, "a string"));
            return Advice::FIX_REQUEST;
        };
        if let Some(advice) = Advice::ALL.into_iter().find(|advice| advice.key == text.as_ref()) {
            return advice;
        }
        let keys = Advice::ALL.map(|advice| advice.key);
        let fault = values::unknown(Rule::KnownAdvice, &format!("advice `{text}`"), &values.place, text, &keys);
        self.report.push(fault.at(&value.span()).label("no advice"));
        Advice::FIX_REQUEST
    }

    fn paths(&mut self, values: &Values<'_>) -> Vec<Spanned<String>> {
        let Some(value) = values.get("paths") else {
            return Vec::new();
        };
        let DeValue::Array(array) = value.get_ref() else {
            self.report.push(values.wrong_type("paths", value, "an array of strings"));
            return Vec::new();
        };
        let mut paths = Vec::new();
        for item in array {
            match item.get_ref() {
                DeValue::String(path) => paths.push(Spanned { value: path.clone().into_owned(), span: item.span() }),
                _ => self.report.push(values.wrong_type("a path", item, "a string")),
            }
        }
        paths
    }
}

/// A table's entries in the file's order; the tree has them in the order of their keys.
fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<(&'t Key<'i>, &'t Value<'i>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_cached_key(|(key, _)| key.span().start);
    entries
}

fn own(key: &Key<'_>) -> Spanned<String> {
    let span: Span = key.span();
    Spanned { value: key.get_ref().clone().into_owned(), span }
}

#[cfg(test)]
mod tests;
