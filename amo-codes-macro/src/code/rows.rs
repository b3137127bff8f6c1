//! The rows of a table as its hidden macro hands them over, `" 217:leads:UpdateLeadsParametersRequired 244:… "`, sorted by
//! number, or by word after the mark of words; and the search for a code.
//!
//! The literal is searched as written, quotes included: parsing it as a string would take twenty times as long, for every
//! `code!`.

use amo_codes_table::{Table, variant};

/// Marks the rows of a table with errors, of which some are missing.
const INCOMPLETE: &str = "!";
/// Marks the rows of a table whose codes are words. No word has a blank, a quote, a backslash or a colon.
const WORDS: &str = "#";

/// Returns the rows of a table as a text.
pub(crate) fn rows(table: &Table, is_incomplete: bool) -> String {
    let (errors, words) = (if is_incomplete { INCOMPLETE } else { "" }, if table.has_words { WORDS } else { "" });
    let mut rows = format!("{errors}{words} ");
    for row in table.by_number() {
        let section = table.section_of(row);
        rows += &format!("{}:{}:{} ", row.code(), section.key.value, row.variant);
    }
    rows
}

pub(super) struct Rows<'t> {
    literal: &'t str,
}

/// The parts of a row of a table that `code!` needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row<'t> {
    /// The number or the word.
    pub(super) code: &'t str,
    pub(super) key: &'t str,
    pub(super) variant: &'t str,
}

impl Row<'_> {
    /// Returns the number, in a table of numbers.
    pub(super) fn number(&self) -> i64 {
        self.code.parse().expect("a row begins with its number")
    }

    /// Returns the name of the section's enum.
    pub(super) fn type_name(&self) -> String {
        variant(self.key)
    }
}

impl<'t> Rows<'t> {
    pub(super) fn new(literal: &'t str) -> Self {
        Self { literal }
    }

    pub(super) fn is_incomplete(&self) -> bool {
        self.literal.trim_start_matches('"').starts_with(INCOMPLETE)
    }

    /// Returns whether the codes are words.
    pub(super) fn are_words(&self) -> bool {
        self.literal.trim_start_matches('"').trim_start_matches(INCOMPLETE).starts_with(WORDS)
    }

    /// Returns whether the table has errors and no rows.
    pub(super) fn are_all_missing(&self) -> bool {
        self.is_incomplete() && self.all().is_empty()
    }

    /// Returns every row, by code.
    pub(super) fn all(&self) -> Vec<Row<'t>> {
        let mut rows = Vec::new();
        for row in self.literal.split(' ') {
            if let Some(row) = parse(row) {
                rows.push(row);
            }
        }
        rows
    }

    /// Returns the rows with this number or word, in table order.
    pub(super) fn with_code(&self, code: &str) -> Vec<Row<'t>> {
        let mut rows = Vec::new();
        if let Some(before) = self.literal.find(&format!(" {code}:")) {
            for row in self.literal.split_at(before + 1).1.split(' ') {
                match parse(row) {
                    Some(row) if row.code == code => rows.push(row),
                    _ => break,
                }
            }
        }
        rows
    }
}

/// Parses a row in the format `217:leads:UpdateLeadsParametersRequired`.
fn parse(row: &str) -> Option<Row<'_>> {
    // What is before the first row and after the last one has no colon.
    let (code, rest) = row.split_once(':')?;
    let (key, variant) = rest.split_once(':').expect("a row has three parts");
    Some(Row { code, key, variant })
}
