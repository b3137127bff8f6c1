//! The docs of the types, in which users look up a number from a log: by section, by number, and variant by variant.

use crate::model::{Row, Section, Table};
use crate::source::Source;

/// The maximum number of numbers in the first line of a section's docs.
const MOST_LISTED: usize = 40;

/// The numbers that several sections share, sorted; the docs show them in bold.
pub(super) struct Shared(Vec<u16>);

impl Shared {
    pub(super) fn of(table: &Table) -> Self {
        let mut shared = Vec::new();
        let mut last = None;
        for (_, _, row) in table.by_number() {
            let number = row.number.value;
            if last.replace(number) == Some(number) {
                shared.push(number);
            }
        }
        Self(shared)
    }

    fn number(&self, row: &Row) -> String {
        let number = row.number.value;
        if self.0.binary_search(&number).is_ok() { format!("**{number}**") } else { number.to_string() }
    }
}

/// Returns the docs of `Section`: every section with its numbers, each a link to its variant.
pub(super) fn all_sections(table: &Table) -> String {
    let shared = Shared::of(table);
    let mut page = vec![
        "Every section, with its numbers (bold: in several sections):\n\n| section | title | numbers |\n|---|---|---|\n"
            .to_owned(),
    ];
    for section in &table.sections {
        let mut links = Vec::new();
        for row in &section.rows {
            links.push(format!("[{}]({})", shared.number(row), path(section, row)));
        }
        let (name, title) = (section.type_name(), markdown(&section.title));
        page.push(format!("| [`{name}`] | {title} | {} |\n", links.join(", ")));
    }
    page.concat()
}

/// Returns the docs of `Code`: every number with its codes, by number.
pub(super) fn any_code(table: &Table) -> String {
    let rows = table.by_number();
    let mut page = vec![format!(
        "The table has {} in {}. Each variant holds a code of one section.\n\n\
         | number | codes |\n|---|---|\n",
        counted(rows.len(), "code"),
        counted(table.sections.len(), "section")
    )];
    let mut last = None;
    for (_, section, row) in rows {
        let (number, path) = (row.number.value, path(section, row));
        let cell = format!("[`{path}`]({path}): {}", markdown(&row.description));
        page.push(match last.replace(number) {
            Some(last) if last == number => format!("<br>{cell}"),
            Some(_) => format!(" |\n| {number} | {cell}"),
            None => format!("| {number} | {cell}"),
        });
    }
    page.push(" |\n".to_owned());
    page.concat()
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("one {noun}") } else { format!("{count} {noun}s") }
}

/// Returns the link target of a variant.
fn path(section: &Section, row: &Row) -> String {
    format!("{}::{}", section.type_name(), row.name.value)
}

pub(super) fn section_variant(section: &Section) -> String {
    format!("{} (`{}`): see [`{}`].", markdown(&section.title), section.key.value, section.type_name())
}

pub(super) fn code_variant(section: &Section) -> String {
    format!("{}: a code of section `{}`.", markdown(&section.title), section.key.value)
}

/// Returns the docs of a section's enum: its numbers in the first line, which lists of types show, then its codes as a
/// table.
pub(super) fn section(shared: &Shared, section: &Section) -> String {
    // A column that is always empty would only make the table wider than a phone.
    let has_status = section.rows.iter().any(|row| row.http_status.is_some());
    let mut page = vec![format!("{}: {}.\n\n", markdown(&section.title), numbers(shared, section))];
    page.push(if has_status {
        "| number | code | HTTP | advice |\n|---|---|---|---|\n".to_owned()
    } else {
        "| number | code | advice |\n|---|---|---|\n".to_owned()
    });
    for row in &section.rows {
        let (number, name, description) = (row.number.value, &row.name.value, markdown(&row.description));
        let status = match row.http_status {
            Some(status) => format!(" {status} |"),
            None if has_status => " |".to_owned(),
            None => String::new(),
        };
        page.push(format!("| {number} | [`{name}`](Self::{name}): {description} |{status} {} |\n", row.advice.phrase));
    }
    page.push(format!("\n{}", key_and_paths(section)));
    page.concat()
}

/// Returns the numbers of a section, or how many there are.
fn numbers(shared: &Shared, section: &Section) -> String {
    if section.rows.len() > MOST_LISTED {
        return format!("{} codes of section `{}`", section.rows.len(), section.key.value);
    }
    let numbers: Vec<_> = section.rows.iter().map(|row| shared.number(row)).collect();
    numbers.join(", ")
}

/// Returns the key and the paths of a section. The paths show what a section is about if its title does not.
fn key_and_paths(section: &Section) -> String {
    let key = format!("Key: `{}`.", section.key.value);
    if section.paths.is_empty() {
        return key;
    }
    let paths: Vec<_> = section.paths.iter().map(|path| format!("`{}`", path.value.replace('`', ""))).collect();
    format!("{key} Paths: {}.", paths.join(", "))
}

/// Returns the docs of a variant: its description, the rest of its row, and the location of the row.
pub(super) fn row(source: &Source, section: &Section, row: &Row) -> String {
    let mut lines = vec![markdown(&row.description), String::new()];
    lines.push(format!("- address: `{}.{}`", section.key.value, row.number.value));
    lines.extend(row.http_status.map(|status| format!("- HTTP status: {status}")));
    lines.extend(row.note.as_ref().map(|note| format!("- note: {}", markdown(note))));
    lines.push(format!("- advice: {}", row.advice.phrase));
    if !row.is_documented {
        lines.push("- not in the API's documentation".to_owned());
    }
    let line = source.position(row.number.span.start).line;
    lines.push(format!("- source: `{}`, line {line}", source.relative_path));
    lines.join("\n")
}

/// Converts a text of the table to Markdown that shows it verbatim, on one line.
///
/// Some editors show escapes as they are, so only what would change the text is escaped.
fn markdown(text: &str) -> String {
    let mut shown = String::new();
    let mut letters = text.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        let is_markup = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '&' => true,
            '_' => !is_within_word(&shown, letters.peek()),
            // The beginning of a heading, of a list or of a numbered item.
            '#' | '+' | '-' => shown.is_empty(),
            '.' | ')' => !shown.is_empty() && shown.bytes().all(|byte| byte.is_ascii_digit()),
            // A bare address would become a link.
            ':' => shown.ends_with("http") || shown.ends_with("https"),
            _ => false,
        };
        if is_markup {
            shown.push('\\');
        }
        shown.push(if letter.is_control() { ' ' } else { letter });
    }
    shown
}

fn is_within_word(before: &str, next: Option<&char>) -> bool {
    before.ends_with(char::is_alphanumeric) && next.is_some_and(|next| next.is_alphanumeric())
}

#[cfg(test)]
mod tests;
