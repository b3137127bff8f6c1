//! The row of a section, and the functions that all tables share.

use core::fmt;

use crate::{Excerpt, ParseError};

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

/// Returns the codes of a section, out of all codes.
#[inline]
#[must_use]
pub const fn codes<C>(all: &'static [C], section: &SectionRow) -> &'static [C] {
    all.split_at(section.end).0.split_at(section.start).1
}

/// Returns the codes for which a getter returns this value, out of all codes.
pub fn filter<C: Copy + fmt::Debug, V: PartialEq + Clone>(
    all: &'static [C],
    getter: fn(C) -> V,
    value: V,
) -> impl Iterator<Item = C> + Clone + fmt::Debug {
    all.iter().copied().filter(move |&code| getter(code) == value)
}

/// Returns the first of these codes with this name.
pub fn with_name<C: Copy>(codes: &[C], name_of: fn(C) -> &'static str, name: &str) -> Option<C> {
    codes.iter().copied().find(|&code| name_of(code) == name)
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
    section
        .map(|(_, &section)| section)
        .ok_or_else(|| ParseError::UnknownSection { key: Excerpt::new(key), expected: keys })
}
