//! The docs of the types, where a number from a log is looked up: by section, by number, and variant by variant.

use std::collections::BTreeSet;

use crate::model::{Code, Row, Section, Table};
use crate::source::Source;

use super::enums::variant;

/// How many numbers the first line of a section's docs lists.
const MOST_LISTED: usize = 40;

/// The numbers that several sections share, which the docs show in bold.
pub(super) struct Shared(BTreeSet<usize>);

impl Shared {
    pub(super) fn of(table: &Table) -> Self {
        let (mut all, mut shared) = (BTreeSet::new(), BTreeSet::new());
        for row in table.rows() {
            let number = usize::from(row.number());
            if !all.insert(number) {
                shared.insert(number);
            }
        }
        Self(shared)
    }

    fn number(&self, code: &Code) -> String {
        let number = code.number.value;
        if self.0.contains(&usize::from(number)) { format!("**{number}**") } else { number.to_string() }
    }
}

/// The first page of the docs: every section with its numbers, each a link to its variant.
pub(crate) fn overview(table: &Table) -> String {
    let shared = Shared::of(table);
    let head = "| section | title | numbers, those that several sections share in bold |\n|---|---|---|\n";
    let mut page = vec![head.to_owned()];
    for section in &table.sections {
        let mut numbers = Vec::new();
        for code in &section.codes {
            numbers.push(format!("[{}]({})", shared.number(code), path(section, code)));
        }
        let (name, title) = (section.type_name(), text(&section.title));
        page.push(format!("| [`{name}`] | {title} | {} |\n", numbers.join(", ")));
    }
    page.concat()
}

/// `Section`: the same.
pub(super) fn all_sections(table: &Table) -> String {
    format!("A section of the table.\n\n{}", overview(table))
}

/// `Code`: every number with its meanings, in the order of the numbers.
pub(super) fn any_code(table: &Table) -> String {
    let rows = table.by_number();
    let head = format!(
        "A code of the table: one of {} in {} sections, each a variant that holds the section's own enum.\n\n\
         | number | codes |\n|---|---|\n",
        rows.len(),
        table.sections.len()
    );
    let mut page = vec![head];
    for meanings in rows.chunk_by(|one, other| one.number() == other.number()) {
        let mut codes = Vec::new();
        for row in meanings {
            let path = path(row.section, row.code);
            codes.push(format!("[`{path}`]({path}): {}", text(&row.code.text)));
        }
        let number = meanings.first().map(Row::number).unwrap_or_default();
        page.push(format!("| {number} | {} |\n", codes.join("<br>")));
    }
    page.concat()
}

/// Where a link to the variant leads.
fn path(section: &Section, code: &Code) -> String {
    format!("{}::{}", section.type_name(), variant(code))
}

pub(super) fn section_variant(section: &Section) -> String {
    format!("{}: `{}`, the codes of [`{}`].", text(&section.title), section.key.value, section.type_name())
}

pub(super) fn code_variant(section: &Section) -> String {
    format!("{}: a code of section `{}`.", text(&section.title), section.key.value)
}

/// A section's enum: its numbers in the first line, which lists of types show, then its codes as a table.
pub(super) fn section(shared: &Shared, section: &Section) -> String {
    let mut page = vec![format!(
        "{}: {}.\n\n| number | name | words | HTTP | advice |\n|---|---|---|---|---|\n",
        text(&section.title),
        listed(shared, section)
    )];
    for code in &section.codes {
        let (number, name) = (code.number.value, variant(code));
        let status = code.http.map(|status| status.to_string()).unwrap_or_default();
        let (words, advice) = (text(&code.text), code.advice.phrase);
        page.push(format!("| {number} | [`{name}`](Self::{name}) | {words} | {status} | {advice} |\n"));
    }
    page.push(format!("\n{}", answered_paths(section)));
    page.concat()
}

/// The numbers of a section; how many they are where they are too many.
fn listed(shared: &Shared, section: &Section) -> String {
    let codes = &section.codes;
    if codes.len() > MOST_LISTED {
        return format!("{} codes of section `{}`", codes.len(), section.key.value);
    }
    let mut numbers = Vec::new();
    for code in codes {
        numbers.push(shared.number(code));
    }
    numbers.join(", ")
}

/// The requests that answer in a section tell what it is about where its title does not.
fn answered_paths(section: &Section) -> String {
    if section.paths.is_empty() {
        return format!("Its key is `{}`.", section.key.value);
    }
    let paths: Vec<_> = section.paths.iter().map(|path| format!("`{}`", path.value.replace('`', ""))).collect();
    format!("Its key is `{}`; it answers requests to {}.", section.key.value, paths.join(", "))
}

/// A variant: the words, the address, what the name says, status, note, advice, and where it stands in the table.
///
/// The words may be a poor translation; the name is where the table says what is meant.
pub(super) fn code(source: &Source, section: &Section, code: &Code) -> String {
    let address = format!("{}.{}", section.key.value, code.number.value);
    let status = code.http.map(|status| format!("- HTTP status: {status}\n")).unwrap_or_default();
    let note = code.note.as_ref().map(|note| format!("- note: {}\n", text(note))).unwrap_or_default();
    let line = source.position(code.number.span.start).line;
    format!(
        "{}\n\n- address: `{address}`\n- meaning: {}\n{status}{note}- advice: {}\n- source: `{}`, line {line}",
        text(&code.text),
        words(&variant(code)),
        code.advice.phrase,
        source.tracked
    )
}

/// What a name says, in words: `AddLeadForbidden` is `add lead forbidden`.
fn words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// A text of the table as Markdown that shows it to the letter.
fn text(text: &str) -> String {
    let mut shown = String::new();
    for letter in text.trim().chars() {
        match letter {
            '\n' | '\r' | '\t' => shown.push(' '),
            '\\' | '"' | '\'' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '+' | '-' | '!' | '|'
            | '~' | ':' | '&' | '.' | ')' => {
                shown.push('\\');
                shown.push(letter);
            }
            _ => shown.push(letter),
        }
    }
    shown
}

#[cfg(test)]
mod tests;
