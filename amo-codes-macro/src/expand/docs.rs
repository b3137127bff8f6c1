//! The docs of the types: a table of the codes, and for each variant its words, address, status and advice.

use std::collections::BTreeMap;

use crate::model::{Code, Section, Table};
use crate::source::Source;

use super::enums::variant;

/// `Section`: every section with its numbers; those that several share are in bold.
pub(super) fn all_sections(table: &Table) -> String {
    let mut count: BTreeMap<u16, usize> = BTreeMap::new();
    for code in table.sections.iter().flat_map(|section| &section.codes) {
        *count.entry(code.number.value).or_default() += 1;
    }
    let rows = table.sections.iter().map(|section| {
        let numbers = section.codes.iter().map(|code| {
            let number = code.number.value;
            if count.get(&number).is_some_and(|&count| count > 1) {
                format!("**{number}**")
            } else {
                number.to_string()
            }
        });
        let numbers: Vec<_> = numbers.collect();
        format!("| [`{}`] | {} | {} |\n", section.type_name(), text(&section.title), numbers.join(", "))
    });
    let rows: String = rows.collect();
    format!(
        "A section of the table.\n\n| section | title | numbers, those of several sections in bold |\n|---|---|---|\n{rows}"
    )
}

/// `Code`.
pub(super) fn any_code(table: &Table) -> String {
    let codes: usize = table.sections.iter().map(|section| section.codes.len()).sum();
    format!(
        "A code of the table: one of {codes} in {} sections, each a variant that holds the section's own enum.",
        table.sections.len()
    )
}

pub(super) fn section_variant(section: &Section) -> String {
    format!("{}: `{}`, the codes of [`{}`].", text(&section.title), section.key.value, section.type_name())
}

pub(super) fn code_variant(section: &Section) -> String {
    format!("{}: a code of section `{}`.", text(&section.title), section.key.value)
}

/// A section's enum: its codes as a table.
pub(super) fn section(section: &Section) -> String {
    let rows = section.codes.iter().map(|code| {
        let (number, name) = (code.number.value, variant(code));
        let status = code.http.map(|status| status.to_string()).unwrap_or_default();
        format!("| {number} | [`{name}`](Self::{name}) | {} | {status} | {} |\n", text(&code.text), code.advice.phrase)
    });
    let rows: String = rows.collect();
    format!(
        "{}: the codes of section `{}`.\n\n| number | name | words | HTTP | advice |\n|---|---|---|---|---|\n{rows}",
        text(&section.title),
        section.key.value
    )
}

/// A variant: the words, the address and what the name says, status, note, advice, and where it stands in the table.
pub(super) fn code(source: &Source, section: &Section, code: &Code) -> String {
    let address = format!("{}.{}", section.key.value, code.number.value);
    let status = code.http.map(|status| format!("- HTTP status: {status}\n")).unwrap_or_default();
    let note = code.note.as_ref().map(|note| format!("- note: {}\n", text(note))).unwrap_or_default();
    let line = source.position(code.number.span.start).line;
    format!(
        "{}\n\n- address: `{address}`, {}\n{status}{note}- advice: {}\n- source: `{}`, line {line}",
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
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '+' | '-' | '!' | '|' | '~' | ':'
            | '&' | '.' | ')' => {
                shown.push('\\');
                shown.push(letter);
            }
            _ => shown.push(letter),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{text, words};

    #[test]
    fn a_text_is_shown_to_the_letter() {
        assert_eq!(text("a [b] <i> `c` *d* | e\nf"), r"a \[b\] \<i\> \`c\` \*d\* \| e f");
    }

    #[test]
    fn a_name_is_read_as_words() {
        assert_eq!(words("AddLeadForbidden"), "add lead forbidden");
    }
}
