//! A table as plain data, each part with its position in the file.

use std::collections::BTreeMap;
use std::ops::Range;

/// A range of bytes in the text of the table.
pub type Span = Range<usize>;

/// A value and its position in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is.
    pub span: Span,
}

/// The valid sections of a file, in file order.
#[derive(Debug, Default, PartialEq)]
pub struct Table {
    /// The sections, each with at least one row.
    pub sections: Vec<Section>,
    /// Whether the codes are words: the file has the line `words = true`.
    pub has_words: bool,
}

impl Table {
    pub(crate) fn new(mut sections: Vec<Section>, has_words: bool) -> Self {
        if has_words {
            number_words(&mut sections);
        }
        let mut count = 0;
        for (index, section) in sections.iter_mut().enumerate() {
            for row in &mut section.rows {
                (row.section, row.index) = (index, count);
                count += 1;
            }
        }
        Self { sections, has_words }
    }

    /// Returns every row by number; rows that share a number are in table order.
    #[must_use]
    pub fn by_number(&self) -> Vec<&Row> {
        let mut rows = Vec::new();
        for section in &self.sections {
            for row in &section.rows {
                rows.push(row);
            }
        }
        sort_by_number(&mut rows, |row| row.number.value);
        rows
    }

    /// Returns the section of a row of this table.
    ///
    /// # Panics
    /// If the row is one of another table.
    #[must_use]
    pub fn section_of(&self, row: &Row) -> &Section {
        self.sections.get(row.section).expect("a row knows its section")
    }
}

/// A section and its rows, in file order.
#[derive(Debug, PartialEq)]
pub struct Section {
    /// The key, `[a-z][a-z0-9_]*`.
    pub key: Spanned<String>,
    /// The name of the section's enum: `directory_elements` becomes `DirectoryElements`.
    pub type_name: String,
    /// The title in the API's documentation.
    pub title: String,
    /// The request paths whose errors belong to the section.
    pub paths: Vec<Spanned<String>>,
    /// The numbers or words that were once used and must not come back.
    pub reserved: Vec<Spanned<String>>,
    /// The codes of the section.
    pub rows: Vec<Row>,
}

/// A code.
#[derive(Debug, PartialEq)]
pub struct Row {
    /// The index of its section.
    pub section: usize,
    /// The index among all rows of the table.
    pub index: usize,
    /// The number, unique in its section. That of a word is its rank among the words of the table, sorted by their bytes.
    pub number: Spanned<i64>,
    /// The word, if the codes of the table are words.
    pub word: Option<String>,
    /// The API's own name, as it writes it; the word, if it has no other.
    pub name: Spanned<String>,
    /// The name in `UpperCamelCase`, unique in its section.
    pub variant: String,
    /// The API's description.
    pub description: String,
    /// The API's note, if there is one.
    pub note: Option<String>,
    /// The HTTP status that comes with the code, 100 to 599, if the API's documentation gives one.
    pub http_status: Option<u16>,
    /// The recommended next step: the row's own, else the section's, else [`Advice::UNSPECIFIED`].
    pub advice: Advice,
    /// Where replies with the code were seen, if the API's documentation does not have it.
    pub evidence: Option<String>,
    /// The URL of the code's documentation: the section's `docs` with the number and the name filled in; `None` if it is not
    /// documented.
    pub docs_url: Option<String>,
}

impl Row {
    /// Returns the number or the word, as it is in the file.
    #[must_use]
    pub fn code(&self) -> String {
        self.word.clone().unwrap_or_else(|| self.number.value.to_string())
    }
}

/// Numbers the words of a table in their order. Sections that have the same word have the same number for it.
fn number_words(sections: &mut [Section]) {
    let mut ranks = BTreeMap::new();
    for section in &*sections {
        for row in &section.rows {
            ranks.insert(row.code(), 0);
        }
    }
    for (index, rank) in ranks.values_mut().enumerate() {
        *rank = index;
    }
    for section in sections {
        for row in &mut section.rows {
            let rank = ranks.get(&row.code()).copied().and_then(|rank| rank.try_into().ok());
            row.number.value = rank.expect("each word has a rank");
        }
    }
}

/// The recommended next step after a code: the runtime crate's `Advice`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Advice {
    /// The name in a table.
    pub name: &'static str,
    /// The variant of the runtime crate's `Advice`.
    pub variant: &'static str,
    /// The phrase for the docs.
    pub phrase: &'static str,
}

impl Advice {
    /// Every advice, in order of severity.
    pub const ALL: [Self; 7] = [
        Self { name: "not-an-error", variant: "NotAnError", phrase: "not an error" },
        Self::UNSPECIFIED,
        Self { name: "not-found", variant: "NotFound", phrase: "not found" },
        Self { name: "retry-later", variant: "RetryLater", phrase: "retry later" },
        Self { name: "sign-in", variant: "SignIn", phrase: "sign in again" },
        Self { name: "fix-request", variant: "FixRequest", phrase: "fix the request" },
        Self { name: "ask-user", variant: "AskUser", phrase: "ask the user" },
    ];
    /// The advice of a row about which nothing is said.
    pub const UNSPECIFIED: Self = Self { name: "unspecified", variant: "Unspecified", phrase: "not specified" };
}

/// Returns where a span starts, as a number to sort by.
pub(crate) fn offset(span: &Span) -> i64 {
    span.start.try_into().expect("a file fits in memory")
}

/// Sorts items by a number, such as a code's or a position; those with the same number stay in order.
///
/// Everything is sorted by numbers of one type, because the compiler takes long for each type of keys.
pub fn sort_by_number<T>(items: &mut [T], number: fn(&T) -> i64) {
    items.sort_by_cached_key(number);
}

/// Returns the identifier that a name becomes: its words, without whatever is between them, each with a capital at its
/// start. A word in capitals keeps only the first: `ER_DUP_ENTRY` becomes `ErDupEntry`.
#[must_use]
pub fn variant(name: &str) -> String {
    let mut variant = String::new();
    for word in name.split(|character: char| !character.is_ascii_alphanumeric()) {
        let is_in_capitals = !word.contains(|letter: char| letter.is_ascii_lowercase());
        for (index, letter) in word.char_indices() {
            variant.push(match index {
                0 => letter.to_ascii_uppercase(),
                _ if is_in_capitals => letter.to_ascii_lowercase(),
                _ => letter,
            });
        }
    }
    variant
}

#[cfg(test)]
mod tests {
    use super::{sort_by_number, variant};
    use crate::fixtures::{HEADER, ROW, around, valid};

    #[test]
    fn rows_by_number_say_where_they_are_in_the_table() {
        let (first, second) = (ROW.replace("[a.1", "[a.2").replace("One", "Two"), around("", "").replace("[a", "[b"));
        let table = valid(&format!("{HEADER}{first}{ROW}{second}"));
        let rows = table.by_number();
        let found: Vec<_> =
            rows.iter().map(|row| (row.number.value, row.index, &*table.section_of(row).type_name)).collect();
        assert_eq!(found, [(1, 1, "A"), (1, 2, "B"), (2, 0, "A")]);
    }

    #[test]
    fn items_with_the_same_number_stay_in_order() {
        let mut items = [(3, 'a'), (-1, 'b'), (3, 'c'), (-1, 'd')];
        sort_by_number(&mut items, |item| item.0);
        assert_eq!(items, [(-1, 'b'), (-1, 'd'), (3, 'a'), (3, 'c')]);
    }

    #[test]
    fn a_section_becomes_a_type() {
        let table = valid(&around("", "").replace("[a", "[directory_elements"));
        assert_eq!(table.sections[0].type_name, "DirectoryElements");
    }

    #[test]
    fn a_name_becomes_an_identifier_by_its_words() {
        for (name, expected) in [
            ("NotFound", "NotFound"),
            ("ER_DUP_ENTRY", "ErDupEntry"),
            ("card_declined", "CardDeclined"),
            ("OFFSET_OUT_OF_RANGE", "OffsetOutOfRange"),
            ("Call/Transaction Does Not Exist", "CallTransactionDoesNotExist"),
            ("OK", "Ok"),
            ("E2BIG", "E2big"),
            ("HTTPError", "HTTPError"),
            ("A", "A"),
            ("directory_elements", "DirectoryElements"),
            ("a__b_", "AB"),
            ("", ""),
        ] {
            assert_eq!(variant(name), expected);
        }
    }
}
