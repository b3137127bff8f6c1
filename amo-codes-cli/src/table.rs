//! The table that the program explains: amoCRM's in one of its languages, or a file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use amo_codes::Advice;
use amo_codes_table::{Row, Section, Table};

use crate::language::Language;
use crate::{input, overlay};

/// A table, and how to find its codes.
pub(crate) struct Codes {
    pub(crate) table: Table,
    pub(crate) language: Language,
    pub(crate) is_amocrm: bool,
    /// The program with the option for this table, for hints: `amo-codes --table billing.toml`.
    pub(crate) command: String,
}

/// A code and its section.
#[derive(Clone, Copy)]
pub(crate) struct Code<'t> {
    pub(crate) section: &'t Section,
    pub(crate) row: &'t Row,
}

pub(crate) type ByKey<'t> = BTreeMap<(Option<i64>, String), Vec<Code<'t>>>;

impl PartialEq for Code<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.row, other.row)
    }
}

impl<'t> Code<'t> {
    /// Returns the number; `None` if the code is a word.
    pub(crate) fn number(self) -> Option<i64> {
        Some(self.row.number.value).filter(|_| self.row.word.is_none())
    }

    /// Returns the code as replies have it: the word, or the number in decimal.
    pub(crate) fn key(self) -> String {
        self.row.code()
    }

    pub(crate) fn name(self) -> &'t str {
        &self.row.name.value
    }

    pub(crate) fn address(self) -> String {
        format!("{}.{}", self.section.key.value, self.key())
    }

    pub(crate) fn advice(self) -> Advice {
        // The two crates have the same names, which a test compares.
        self.row.advice.name.parse().unwrap_or(Advice::Unspecified)
    }
}

impl Codes {
    /// Reads a file, or amoCRM's table if there is none. The errors are those of the table.
    pub(crate) fn load(file: Option<&PathBuf>, language: Language) -> Result<Self, Vec<String>> {
        let is_amocrm = file.is_none();
        let (name, bytes) = match file {
            Some(file) => (file.display().to_string(), input::file(file)?),
            None => ("codes.toml".to_owned(), amo_codes::private::CODES_TOML.as_bytes().to_vec()),
        };
        let command = if is_amocrm { "amo-codes".to_owned() } else { format!("amo-codes --table {name}") };
        let reading = amo_codes_table::read_bytes(&name, &bytes);
        let errors: Vec<String> = reading.rendered().collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut table = reading.table;
        if is_amocrm && language == Language::Ru {
            overlay::translate(&mut table);
        }
        Ok(Self { table, language, is_amocrm, command })
    }

    pub(crate) fn sections(&self) -> &[Section] {
        &self.table.sections
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = Code<'_>> {
        all_of(&self.table)
    }

    pub(crate) fn section(&self, key: &str) -> Option<&Section> {
        self.sections().iter().find(|section| section.key.value.eq_ignore_ascii_case(key))
    }

    pub(crate) fn by_number(&self, number: i64) -> Vec<Code<'_>> {
        self.all().filter(|code| code.number() == Some(number)).collect()
    }

    /// Returns the codes with this number or word.
    pub(crate) fn by_key(&self, key: &str) -> Vec<Code<'_>> {
        if self.has_words() {
            return self.all().filter(|code| code.row.word.as_deref() == Some(key)).collect();
        }
        key.parse().map_or_else(|_| Vec::new(), |number| self.by_number(number))
    }

    /// Returns whether the codes are words.
    pub(crate) fn has_words(&self) -> bool {
        self.table.has_words
    }

    pub(crate) fn by_name(&self, name: &str) -> Vec<Code<'_>> {
        let is_name =
            |code: &Code| code.name().eq_ignore_ascii_case(name) || code.row.variant.eq_ignore_ascii_case(name);
        self.all().filter(is_name).collect()
    }

    pub(crate) fn by_http_status(&self, status: u16) -> Vec<Code<'_>> {
        self.all().filter(|code| code.row.http_status == Some(status)).collect()
    }

    /// Returns the codes whose texts contain all words of a query. What the advice means, and amoCRM's table in the other
    /// language, are searched only if nothing else is found.
    pub(crate) fn by_words(&self, query: &str) -> Vec<Code<'_>> {
        let own = self.search(query, false);
        if !own.is_empty() {
            return own;
        }
        let language = if self.language == Language::En { Language::Ru } else { Language::En };
        let other = if self.is_amocrm { Self::load(None, language).ok() } else { None };
        let attempts = [(other.as_ref(), false), (Some(self), true), (other.as_ref(), true)];
        let mut found = attempts.into_iter().filter_map(|(codes, with_advice)| Some(codes?.search(query, with_advice)));
        let found = found.find(|found| !found.is_empty()).unwrap_or_default();
        found.into_iter().filter_map(|code| self.all().nth(code.row.index)).collect()
    }

    fn search(&self, query: &str, with_advice: bool) -> Vec<Code<'_>> {
        let mut words = words(query);
        for word in words.iter_mut().filter(|word| word.chars().count() > 4) {
            // The endings of words differ, most of all in Russian.
            word.pop();
        }
        let has_words = |code: &Code| {
            let note = code.row.note.as_ref().or(code.row.evidence.as_ref()).map_or("", |text| text);
            let advice = if with_advice { self.language.explanation(code.advice()) } else { "" };
            let word = code.row.word.as_deref().unwrap_or_default();
            let text = [word, code.name(), &code.row.description, note, &code.section.title, advice].join(" ");
            let found = self::words(&text);
            words.iter().all(|word| found.iter().any(|found| found.starts_with(word)))
        };
        if words.is_empty() { Vec::new() } else { self.all().filter(has_words).collect() }
    }

    pub(crate) fn lookup(&self, section: &str, number: i64) -> Option<Code<'_>> {
        codes_of(self.section(section)?).find(|code| code.number() == Some(number))
    }

    /// Returns the code with this number or word in the section that fits a path or URL best and has it.
    pub(crate) fn at(&self, url: &str, key: &str) -> Option<Code<'_>> {
        let patterns = self
            .by_key(key)
            .into_iter()
            .flat_map(|code| code.section.paths.iter().map(move |path| (&*path.value, code)));
        amo_codes::private::best_match(url, patterns)
    }

    /// Returns the section that a path or URL belongs to, and the pattern that matches it.
    pub(crate) fn match_path(&self, url: &str) -> Option<(&Section, &str)> {
        let patterns = self.sections().iter().flat_map(|section| section.paths.iter().map(move |path| (section, path)));
        amo_codes::private::best_match(url, patterns.map(|(section, path)| (&*path.value, (section, &*path.value))))
    }
}

/// Returns the addresses of codes, as a list for a sentence.
pub(crate) fn addresses(codes: &[Code]) -> String {
    codes.iter().copied().map(Code::address).collect::<Vec<_>>().join(", ")
}

/// Returns the codes of a table, in its order.
pub(crate) fn all_of(table: &Table) -> impl Iterator<Item = Code<'_>> {
    table.sections.iter().flat_map(codes_of)
}

/// Returns the codes of each number or word, sorted by those.
pub(crate) fn by_key(table: &Table) -> ByKey<'_> {
    let mut codes = ByKey::new();
    for code in all_of(table) {
        codes.entry((code.number(), code.key())).or_default().push(code);
    }
    codes
}

pub(crate) fn codes_of(section: &Section) -> impl Iterator<Item = Code<'_>> {
    section.rows.iter().map(move |row| Code { section, row })
}

/// Returns the words of a text in lower case, without the dots of `ё`, which few people type.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('ё', "е");
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
