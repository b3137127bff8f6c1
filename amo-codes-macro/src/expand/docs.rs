//! The docs of the types, in which users look up a number from a log: by section, by number, and variant by variant.

use amo_codes_table::{Row, Section, Source, Table, list};

/// The numbers that several sections share, sorted; the docs show them in bold.
struct Shared(Vec<i64>);

impl Shared {
    fn of(table: &Table) -> Self {
        let mut shared = Vec::new();
        let mut last = None;
        for row in table.by_number() {
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
    let mut page =
        "The sections with their numbers. A number in bold is in several sections.\n\n| section | numbers |\n|---|---|\n".to_owned();
    for section in &table.sections {
        let (name, title) = (&section.type_name, markdown(&section.title));
        let mut links = Vec::new();
        for row in &section.rows {
            links.push(format!("[{}]({name}::{})", shared.number(row), row.variant));
        }
        page += &format!("| [`{name}`]: {title} | {} |\n", list(&links, ", "));
    }
    page
}

/// Returns the docs of `Code`: every address, by number.
pub(super) fn any_code(table: &Table) -> String {
    let rows = table.by_number();
    let codes = if rows.len() == 1 { "code" } else { "codes" };
    let sections = if table.sections.len() == 1 { "section" } else { "sections" };
    let (rows_len, sections_len) = (rows.len(), table.sections.len());
    let mut page = format!(
        "The table has {rows_len} {codes} in {sections_len} {sections}. Each variant holds a code of one section.\n\n\
         | address | meaning and advice |\n|---|---|\n"
    );
    for row in rows {
        let section = table.section_of(row);
        let (key, number) = (markdown(&section.key.value), row.number.value);
        let target = format!("{}::{}", section.type_name, row.variant);
        page += &format!("| [{key}.{number}]({target}) | {} |\n", meaning(row));
    }
    page
}

/// Returns what a code means and what to do, for a cell.
fn meaning(row: &Row) -> String {
    format!("{} — *{}*", markdown(&row.description), row.advice.phrase)
}

pub(super) fn section_variant(section: &Section) -> String {
    format!("{}; see [`{}`]. Its key is `{}`.", markdown(&section.title), section.type_name, section.key.value)
}

pub(super) fn code_variant(section: &Section) -> String {
    format!("A code of section `{}`: {}.", section.key.value, markdown(&section.title))
}

/// Returns the docs of a section's enum: its title, its codes as a table, its key and its paths.
pub(super) fn section(section: &Section) -> String {
    let mut page = format!("{}.\n\n| number | code |\n|---|---|\n", markdown(&section.title));
    for row in &section.rows {
        let (number, variant) = (row.number.value, &row.variant);
        page += &format!("| {number} | [`{variant}`](Self::{variant}): {} |\n", meaning(row));
    }
    page += &format!("\nKey: `{}`.", section.key.value);
    let mut paths = Vec::new();
    for path in &section.paths {
        paths.push(format!("`{}`", path.value.replace('`', "")));
    }
    if !paths.is_empty() {
        page += &format!(" Paths: {}.", list(&paths, ", "));
    }
    page
}

/// Returns the docs of a variant: its description, the rest of its row, and the location of the row.
pub(super) fn row(source: &Source, section: &Section, row: &Row) -> String {
    let mut doc = markdown(&row.description);
    doc += &format!("\n\n- address: `{}.{}`", section.key.value, row.number.value);
    if row.name.value != row.variant {
        doc += &format!("\n- name: {}", markdown(&row.name.value));
    }
    if let Some(status) = row.http_status {
        doc += &format!("\n- HTTP status: {status}");
    }
    if let Some(note) = &row.note {
        doc += &format!("\n- note: {}", markdown(note));
    }
    doc += &format!("\n- advice: {}", row.advice.phrase);
    if let Some(evidence) = &row.evidence {
        doc += &format!("\n- not in the API's documentation; evidence: {}", markdown(evidence));
    }
    if let Some(url) = &row.docs_url {
        doc += &format!("\n- documentation: <{url}>");
    }
    let line = source.position(row.number.span.start).line;
    doc + &format!("\n- source: `{}`, line {line}", source.relative_path)
}

/// Converts a text of the table to Markdown that shows it verbatim, on one line.
///
/// Some editors show escapes as they are, so only what would change the text is escaped.
fn markdown(text: &str) -> String {
    let mut shown = String::new();
    let mut letters = text.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        let is_markup = match letter {
            // rustdoc replaces quotes with typographic ones.
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '"' | '\'' => true,
            '_' => !is_within_word(&shown, letters.peek()),
            // The beginning of a heading, of a list or of a numbered item.
            '#' | '+' => shown.is_empty(),
            // It also replaces two hyphens with a dash, and three dots with an ellipsis.
            '-' => shown.is_empty() || shown.ends_with('-'),
            '.' if shown.ends_with('.') => true,
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
