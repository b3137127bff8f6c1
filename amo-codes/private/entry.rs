//! The rows of an expanded table, and the code that all tables share.

use core::fmt;

use super::{Index, split_address};
use crate::{Advice, HttpStatus, ParseError, UnknownCode};

/// The row of a code. A new key of rows needs a field here, a line in the macro crate's `expand/data.rs`, a getter in
/// `template.rs` and one in `ResponseCode`.
#[derive(Debug)]
pub struct Row {
    /// The variant's name.
    pub name: &'static str,
    /// The description, verbatim from the API's documentation if the code is documented.
    pub description: &'static str,
    /// The note, verbatim from the API's documentation if the code is documented.
    pub note: Option<&'static str>,
    /// The HTTP status in the API's documentation.
    pub http_status: Option<HttpStatus>,
    /// The recommended next step.
    pub advice: Advice,
    /// Whether the API's documentation has the row.
    pub is_documented: bool,
}

/// The row of a section.
#[derive(Debug)]
pub struct SectionRow {
    /// The key in the table.
    pub key: &'static str,
    /// The title in the API's documentation.
    pub title: &'static str,
    /// The request paths whose errors belong to the section.
    pub paths: &'static [&'static str],
    /// The index of the section's first code in the table.
    pub start: usize,
    /// The index after the section's last code.
    pub end: usize,
}

/// A code of any table.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its section.
    pub section: &'static SectionRow,
    /// Its number.
    pub number: u16,
    /// Its row.
    pub row: &'static Row,
}

/// Returns the codes of a section, out of all codes.
#[inline]
#[must_use]
pub const fn codes<C>(all: &'static [C], section: &SectionRow) -> &'static [C] {
    all.split_at(section.end).0.split_at(section.start).1
}

/// Returns the codes that come with an HTTP status, out of all codes.
pub fn with_http_status<C: Copy + fmt::Debug>(
    all: &'static [C],
    of: fn(C) -> Option<HttpStatus>,
    status: HttpStatus,
) -> impl Iterator<Item = C> + Clone + fmt::Debug {
    all.iter().copied().filter(move |&code| of(code) == Some(status))
}

/// Writes the description of a code; `{:#}` also writes its address.
///
/// # Errors
/// Returns the errors of the formatter.
pub fn display(entry: Entry, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let description = entry.row.description;
    if f.alternate() { write!(f, "{}: {description}", Address(entry)) } else { f.pad(description) }
}

/// Parses the key of a section.
///
/// # Errors
/// Returns [`ParseError::UnknownSection`] if no section has the key.
pub fn parse_section<S: Copy>(
    key: &str,
    sections: &[SectionRow],
    keys: &'static [&'static str],
    all: &[S],
) -> Result<S, ParseError> {
    let section = sections.iter().zip(all).find(|(row, _)| row.key == key);
    section.map(|(_, &section)| section).ok_or_else(|| ParseError::unknown_section(key, keys))
}

/// Parses an address, such as `tasks.244`.
///
/// # Errors
/// Returns an error if the text is not an address, or if there is no such section or code.
pub fn parse_code<C: Copy>(
    address: &str,
    sections: &'static [SectionRow],
    keys: &'static [&'static str],
    index: &Index,
    by_number: &'static [C],
) -> Result<C, ParseError> {
    let (key, number) = split_address(address)?;
    let (section, row) =
        (0..).zip(sections).find(|(_, row)| row.key == key).ok_or_else(|| ParseError::unknown_section(key, keys))?;
    index.lookup(by_number, section, number).ok_or_else(|| UnknownCode::__new(row.key, number).into())
}

/// The address of a code, as `Display` writes it.
#[derive(Debug)]
pub struct Address(pub Entry);

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0.section.key, self.0.number)
    }
}
