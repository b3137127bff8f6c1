//! The rules that hold across the rows of a table, and for names: one function for each.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Section, Span, Table, upper_camel, words};
use crate::report::{Fault, Report};
use crate::rule::Rule;

const RULES: [fn(&Table, &mut Wrong<'_>); 8] =
    [section_keys, sections_have_codes, type_names, types_once, variant_names, names_once, paths, table_size];

/// Names that the expansion of every table takes for itself, or that no type can have.
const TYPES_TAKEN: [&str; 3] = ["Code", "Section", "Self"];
/// Names that every section's enum has already, or that no variant can have.
const VARIANTS_TAKEN: [&str; 3] = ["ALL", "SECTION", "Self"];
/// The most rows that the index of a table tells apart.
pub(super) const MOST_CODES: usize = 65_535;

/// Checks every rule; what is left of the table is whole.
pub(crate) fn whole(table: Table, report: &mut Report) -> Table {
    let mut wrong = Wrong { report, places: BTreeSet::new() };
    for rule in RULES {
        rule(&table, &mut wrong);
    }
    let places = wrong.places;
    without(table, &places)
}

/// The faults found, and which sections, names and rows are not to be expanded, by where they begin.
struct Wrong<'a> {
    report: &'a mut Report,
    places: BTreeSet<usize>,
}

impl Wrong<'_> {
    fn push(&mut self, span: &Span, fault: Fault) {
        self.places.insert(span.start);
        self.report.push(fault.at(span));
    }
}

/// Where each of the names that may stand only once stood first, and in which section.
#[derive(Default)]
struct First<'t>(BTreeMap<String, (&'t Section, &'t Span)>);

impl<'t> First<'t> {
    /// Where the name stood before; else this is the first place.
    fn before(&mut self, name: String, section: &'t Section, span: &'t Span) -> Option<(&'t Section, &'t Span)> {
        let before = self.0.get(&name).copied();
        if before.is_none() {
            self.0.insert(name, (section, span));
        }
        before
    }
}

/// A row without a good name keeps its number, under a name that stands for it.
fn without(mut table: Table, wrong: &BTreeSet<usize>) -> Table {
    table.sections.retain(|section| !wrong.contains(&section.key.span.start));
    for section in &mut table.sections {
        section.paths.retain(|path| !wrong.contains(&path.span.start));
        section.codes.retain(|code| !wrong.contains(&code.number.span.start));
        for code in &mut section.codes {
            code.name = code.name.take().filter(|name| !wrong.contains(&name.span.start));
        }
    }
    table.sections.retain(|section| !section.codes.is_empty());
    table
}

fn section_keys(table: &Table, wrong: &mut Wrong<'_>) {
    for Section { key, .. } in &table.sections {
        let starts = key.value.starts_with(|first: char| first.is_ascii_lowercase());
        if !starts || !key.value.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')) {
            let fault = Fault::new(Rule::SectionKey, format!("`{}` is no key of a section", key.value));
            let mended = snake(&key.value);
            let help = if mended.starts_with(|first: char| first.is_ascii_lowercase()) {
                format!("write `{mended}`")
            } else {
                "begin with a letter, in lower case with underscores, such as `directory_elements`".to_owned()
            };
            wrong.push(&key.span, fault.label("expected `[a-z][a-z0-9_]*`").help(help));
        }
    }
}

/// A key's ASCII letters and digits in lower case, parted by underscores.
fn snake(key: &str) -> String {
    let mut snake = String::new();
    for word in words(key) {
        if !snake.is_empty() {
            snake.push('_');
        }
        snake.push_str(&word.to_ascii_lowercase());
    }
    snake
}

fn sections_have_codes(table: &Table, wrong: &mut Wrong<'_>) {
    for section in table.sections.iter().filter(|section| !section.has_rows) {
        let key = &section.key.value;
        let fault = Fault::new(Rule::SectionHasCodes, format!("section `{key}` has no codes"));
        wrong.push(
            &section.key.span,
            fault
                .label("nothing below it")
                .help(format!("add a code, `[{key}.217]` with its `name` and `text`, or delete the section")),
        );
    }
}

fn type_names(table: &Table, wrong: &mut Wrong<'_>) {
    for section in &table.sections {
        let name = section.type_name();
        if TYPES_TAKEN.contains(&name.as_str()) {
            let key = &section.key.value;
            let fault =
                Fault::new(Rule::TypeName, format!("section `{key}` would become the type `{name}`, which is taken"));
            wrong.push(
                &section.key.span,
                fault.label("taken").help(format!("give it another key, such as `{key}_responses`")),
            );
        }
    }
}

fn types_once(table: &Table, wrong: &mut Wrong<'_>) {
    let mut first = First::default();
    for section in &table.sections {
        let name = section.type_name();
        let Some((earlier, span)) = first.before(name.clone(), section, &section.key.span) else {
            continue;
        };
        let keys = (&earlier.key.value, &section.key.value);
        let fault =
            Fault::new(Rule::TypeOnce, format!("sections `{}` and `{}` both become the type `{name}`", keys.0, keys.1));
        wrong.push(
            &section.key.span,
            fault.label("again here").other(span, "first here").help("give one of them another key"),
        );
    }
}

fn variant_names(table: &Table, wrong: &mut Wrong<'_>) {
    for row in table.rows() {
        let Some(name) = &row.code.name else {
            continue;
        };
        let text = &name.value;
        let is_camel = text.starts_with(|first: char| first.is_ascii_uppercase())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if VARIANTS_TAKEN.contains(&text.as_str()) {
            let fault = Fault::new(
                Rule::VariantName,
                format!("the name `{text}` is taken, by Rust or by an item of every section's enum"),
            );
            wrong.push(&name.span, fault.label("taken").help("say what happened, such as `NothingFound`"));
        } else if !is_camel {
            let mended = upper_camel(text);
            let is_mended = text.is_ascii() && mended.starts_with(|first: char| first.is_ascii_uppercase());
            let help = if is_mended {
                format!("write `{mended}`")
            } else {
                "say what happened, such as `NothingFound`".to_owned()
            };
            let fault = Fault::new(Rule::VariantName, format!("the name `{text}` is no UpperCamelCase identifier"));
            wrong.push(&name.span, fault.label("expected ASCII letters and digits, a capital first").help(help));
        }
    }
}

fn names_once(table: &Table, wrong: &mut Wrong<'_>) {
    for section in &table.sections {
        let mut first = First::default();
        for code in &section.codes {
            let Some(name) = &code.name else {
                continue;
            };
            let Some((_, earlier)) = first.before(name.value.clone(), section, &name.span) else {
                continue;
            };
            let fault = Fault::new(
                Rule::NameOnce,
                format!("the name `{}` stands twice in section `{}`", name.value, section.key.value),
            );
            wrong.push(
                &name.span,
                fault
                    .label("again here")
                    .other(earlier, "first here")
                    .help("give each code of a section a name of its own"),
            );
        }
    }
}

fn paths(table: &Table, wrong: &mut Wrong<'_>) {
    let mut first = First::default();
    for section in &table.sections {
        for path in &section.paths {
            let text = &path.value;
            if !text.starts_with('/') || text.contains(['?', '#']) || text.contains(char::is_whitespace) {
                let fault = Fault::new(Rule::PathForm, format!("`{text}` is no path"));
                wrong.push(
                    &path.span,
                    fault
                        .label("expected `/` first, and no query")
                        .help("write the path alone, such as `/api/v4/leads/*/notes`, where `*` is any one segment"),
                );
                continue;
            }
            let mut segments = String::new();
            for segment in text.split('/').filter(|segment| !segment.is_empty()) {
                segments.push('/');
                segments.push_str(segment);
            }
            let Some((earlier, span)) = first.before(segments, section, &path.span) else {
                continue;
            };
            let keys = (&earlier.key.value, &section.key.value);
            let message = if keys.0 == keys.1 {
                format!("the path `{text}` stands twice in section `{}`", keys.0)
            } else {
                format!("the sections `{}` and `{}` both have the path `{text}`", keys.0, keys.1)
            };
            let fault = Fault::new(Rule::PathOnce, message);
            wrong.push(
                &path.span,
                fault
                    .label("again here")
                    .other(span, "first here")
                    .help("leave it with the section that answers requests to it"),
            );
        }
    }
}

fn table_size(table: &Table, wrong: &mut Wrong<'_>) {
    let rows = table.rows();
    for row in rows.iter().skip(MOST_CODES) {
        let span = &row.code.number.span;
        if row.place == MOST_CODES {
            let message = format!("the table has {} codes, the most is {MOST_CODES}", rows.len());
            let fault = Fault::new(Rule::TableSize, message).label("the first too many");
            wrong.push(span, fault.help("part the table: each `amo_codes!` in a module of its own"));
        }
        wrong.places.insert(span.start);
    }
}

#[cfg(test)]
mod tests;
