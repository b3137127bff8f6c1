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

    fn code(&self, row: &Row) -> String {
        let code = code(row);
        if self.0.binary_search(&row.number.value).is_ok() { format!("**{code}**") } else { code }
    }
}

/// Returns a number, or a word as Markdown.
fn code(row: &Row) -> String {
    row.word.as_ref().map_or_else(|| row.number.value.to_string(), |word| markdown(word))
}

/// Returns what the codes of a section are.
fn kind(section: &Section) -> &'static str {
    if section.rows.iter().any(|row| row.word.is_some()) { "word" } else { "number" }
}

/// Returns the docs of `Section`: every section with its numbers or words, each a link to its variant.
pub(super) fn all_sections(table: &Table) -> String {
    let shared = Shared::of(table);
    let kind = if table.has_words { "word" } else { "number" };
    let mut page = format!(
        "The sections with their {kind}s. A {kind} in bold is in several sections.\n\n| section | {kind}s |\n|---|---|\n"
    );
    for section in &table.sections {
        let (name, title) = (&section.type_name, markdown(&section.title));
        let mut links = Vec::new();
        for row in &section.rows {
            links.push(format!("[{}]({name}::{})", shared.code(row), row.variant));
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
        let (key, code) = (markdown(&section.key.value), code(row));
        let target = format!("{}::{}", section.type_name, row.variant);
        page += &format!("| [{key}.{code}]({target}) | {} |\n", meaning(row));
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
    let mut page = format!("{}.\n\n| {} | code |\n|---|---|\n", markdown(&section.title), kind(section));
    for row in &section.rows {
        let (code, variant) = (code(row), &row.variant);
        page += &format!("| {code} | [`{variant}`](Self::{variant}): {} |\n", meaning(row));
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
    doc += &format!("\n\n- address: `{}.{}`", section.key.value, row.code());
    if row.name.value != row.variant && row.word.as_ref() != Some(&row.name.value) {
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
    let mut characters = text.trim().chars().peekable();
    while let Some(character) = characters.next() {
        let is_markup = match character {
            // rustdoc replaces quotes with typographic ones.
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '"' | '\'' => true,
            '_' => !is_within_word(&shown, characters.peek()),
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
        shown.push(if character.is_control() { ' ' } else { character });
    }
    shown
}

fn is_within_word(before: &str, next: Option<&char>) -> bool {
    before.ends_with(char::is_alphanumeric) && next.is_some_and(|next| next.is_alphanumeric())
}

#[cfg(test)]
mod tests;
