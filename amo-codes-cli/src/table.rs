//! The table that the program explains: amoCRM's in one of its languages, or a file.

use std::path::Path;

use amo_codes::Advice;
use amo_codes_table::{Row, Section, Table};

use crate::input;
use crate::language::Language;

const RUSSIAN: &str = include_str!("../codes.ru.toml");

/// A table, and how to find its codes.
pub(crate) struct Codes {
    table: Table,
    /// The same table in the other language, if there is one: a word in either language finds its codes.
    translation: Table,
    pub(crate) is_amocrm: bool,
}

/// A code and its section.
#[derive(Clone, Copy)]
pub(crate) struct Code<'t> {
    pub(crate) section: &'t Section,
    pub(crate) row: &'t Row,
}

impl PartialEq for Code<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.row, other.row)
    }
}

impl<'t> Code<'t> {
    pub(crate) fn number(self) -> i64 {
        self.row.number.value
    }

    pub(crate) fn name(self) -> &'t str {
        &self.row.name.value
    }

    pub(crate) fn address(self) -> String {
        format!("{}.{}", self.section.key.value, self.number())
    }

    pub(crate) fn advice(self) -> Advice {
        // The two crates have the same names, which a test compares.
        self.row.advice.name.parse().unwrap_or(Advice::Unspecified)
    }

    /// Returns the address of the documentation, unless the code is not in it.
    pub(crate) fn docs_url(self) -> Option<&'t str> {
        self.row.docs_url.as_deref().filter(|_| self.row.is_documented)
    }
}

impl Codes {
    /// Reads a file, or amoCRM's table if there is none. The errors are those of the table.
    pub(crate) fn load(file: Option<&Path>, language: Language) -> Result<Self, Vec<String>> {
        if let Some(file) = file {
            let table = valid(&file.display().to_string(), &input::file(file)?)?;
            return Ok(Self { table, translation: Table::default(), is_amocrm: false });
        }
        let english = valid("codes.toml", amo_codes::private::CODES_TOML.as_bytes())?;
        let russian = valid("codes.ru.toml", RUSSIAN.as_bytes())?;
        let (table, translation) = match language {
            Language::En => (english, russian),
            Language::Ru => (russian, english),
        };
        Ok(Self { table, translation, is_amocrm: true })
    }

    pub(crate) fn sections(&self) -> &[Section] {
        &self.table.sections
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = Code<'_>> {
        self.sections().iter().flat_map(codes_of)
    }

    pub(crate) fn section(&self, key: &str) -> Option<&Section> {
        self.sections().iter().find(|section| section.key.value.eq_ignore_ascii_case(key))
    }

    pub(crate) fn by_number(&self, number: i64) -> Vec<Code<'_>> {
        self.all().filter(|code| code.number() == number).collect()
    }

    pub(crate) fn by_name(&self, name: &str) -> Vec<Code<'_>> {
        let is_name =
            |code: &Code| code.name().eq_ignore_ascii_case(name) || code.row.variant.eq_ignore_ascii_case(name);
        self.all().filter(is_name).collect()
    }

    pub(crate) fn by_http_status(&self, status: u16) -> Vec<Code<'_>> {
        self.all().filter(|code| code.row.http_status == Some(status)).collect()
    }

    /// Returns the codes whose text contains all of these words, or words that begin with them.
    pub(crate) fn by_words(&self, words: &[String]) -> Vec<Code<'_>> {
        let found: Vec<Code> = self.all().filter(|code| has_words(*code, words)).collect();
        if !found.is_empty() {
            return found;
        }
        let other = self.translation.sections.iter().flat_map(codes_of).filter(|code| has_words(*code, words));
        other.filter_map(|code| self.lookup(&code.section.key.value, code.number())).collect()
    }

    pub(crate) fn lookup(&self, section: &str, number: i64) -> Option<Code<'_>> {
        codes_of(self.section(section)?).find(|code| code.number() == number)
    }

    /// Returns the section that a path or URL belongs to.
    pub(crate) fn section_of(&self, url: &str) -> Option<&Section> {
        self.match_path(url).map(|(section, _)| section)
    }

    /// Returns the section that a path or URL belongs to, and the pattern that matches it.
    pub(crate) fn match_path(&self, url: &str) -> Option<(&Section, &str)> {
        let patterns = self.sections().iter().flat_map(|section| section.paths.iter().map(move |path| (section, path)));
        amo_codes::private::best_match(url, patterns.map(|(section, path)| (&*path.value, (section, &*path.value))))
    }
}

pub(crate) fn codes_of(section: &Section) -> impl Iterator<Item = Code<'_>> {
    section.rows.iter().map(move |row| Code { section, row })
}

fn valid(path: &str, bytes: &[u8]) -> Result<Table, Vec<String>> {
    let reading = amo_codes_table::read_bytes(path, bytes);
    let errors: Vec<String> = reading.errors().collect();
    if errors.is_empty() { Ok(reading.table) } else { Err(errors) }
}

fn has_words(code: Code, words: &[String]) -> bool {
    let note = code.row.note.as_deref().unwrap_or_default();
    let text = format!("{} {} {note}", code.name(), code.row.description).to_lowercase();
    let found: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    words.iter().all(|word| found.iter().any(|found| found.starts_with(word.as_str())))
}
