//! The docs of the types, where a number from a log is looked up: by section, by number, and variant by variant.

use std::collections::BTreeMap;

use crate::model::{Code, Section, Table};
use crate::source::Source;

use super::enums::variant;

/// How many numbers the first line of a section's docs lists.
const MOST_LISTED: usize = 40;

/// The first page of the docs: every section with its numbers, each a link to its variant.
pub(crate) fn overview(table: &Table) -> String {
    let meanings = meanings(table);
    let rows = table.sections.iter().map(|section| {
        let numbers = section.codes.iter().map(|code| {
            let shown = number(code, meanings.get(&code.number.value).map_or(0, Vec::len));
            format!("[{shown}]({})", path(section, code))
        });
        let numbers: Vec<_> = numbers.collect();
        format!("| [`{}`] | {} | {} |\n", section.type_name(), text(&section.title), numbers.join(", "))
    });
    let rows: String = rows.collect();
    format!("| section | title | numbers, those that several sections share in bold |\n|---|---|---|\n{rows}")
}

/// `Section`: the same.
pub(super) fn all_sections(table: &Table) -> String {
    format!("A section of the table.\n\n{}", overview(table))
}

/// `Code`: every number with its meanings, in the order of the numbers.
pub(super) fn any_code(table: &Table) -> String {
    let meanings = meanings(table);
    let rows = meanings.iter().map(|(number, meanings)| {
        let codes = meanings.iter().map(|(section, code)| {
            format!("[`{}::{}`]({}): {}", section.type_name(), variant(code), path(section, code), text(&code.text))
        });
        let codes: Vec<_> = codes.collect();
        format!("| {number} | {} |\n", codes.join("<br>"))
    });
    let rows: String = rows.collect();
    let codes = meanings.values().map(Vec::len).sum::<usize>();
    format!(
        "A code of the table: one of {codes} in {} sections, each a variant that holds the section's own enum.\n\n\
         | number | codes |\n|---|---|\n{rows}",
        table.sections.len()
    )
}

/// The codes by their number, in the table's order.
fn meanings(table: &Table) -> BTreeMap<u16, Vec<(&Section, &Code)>> {
    let mut meanings: BTreeMap<u16, Vec<_>> = BTreeMap::new();
    for section in &table.sections {
        for code in &section.codes {
            meanings.entry(code.number.value).or_default().push((section, code));
        }
    }
    meanings
}

/// A number, in bold where several sections share it.
fn number(code: &Code, sections: usize) -> String {
    let number = code.number.value;
    if sections > 1 { format!("**{number}**") } else { number.to_string() }
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
pub(super) fn section(table: &Table, section: &Section) -> String {
    let rows = section.codes.iter().map(|code| {
        let (number, name) = (code.number.value, variant(code));
        let status = code.http.map(|status| status.to_string()).unwrap_or_default();
        format!("| {number} | [`{name}`](Self::{name}) | {} | {status} | {} |\n", text(&code.text), code.advice.phrase)
    });
    let rows: String = rows.collect();
    format!(
        "{}: {}.\n\n| number | name | words | HTTP | advice |\n|---|---|---|---|---|\n{rows}\n{}",
        text(&section.title),
        listed(table, section),
        answered_paths(section)
    )
}

/// The numbers of a section, those that several sections share in bold; how many they are where they are too many.
fn listed(table: &Table, section: &Section) -> String {
    let codes = &section.codes;
    if codes.len() > MOST_LISTED {
        return format!("{} codes of section `{}`", codes.len(), section.key.value);
    }
    let meanings = meanings(table);
    let numbers = codes.iter().map(|code| number(code, meanings.get(&code.number.value).map_or(0, Vec::len)));
    numbers.collect::<Vec<_>>().join(", ")
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
