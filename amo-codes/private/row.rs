//! What a table says about a section and about a code, and the getters of every type that read it.
//!
//! A new key of rows needs a field in `Details`, and a getter in `__getters!` and in `ResponseCode`.

use core::fmt;

use crate::private::{Index, best_match};
use crate::{Address, Advice, HttpStatus, ParseError};

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

/// All codes of a table or of a section. The impls are for every `L`, and only generic functions name their constants.
///
/// In every `cargo check`, the compiler evaluates what a constant without type parameters contains and what a function names. It searches all
/// variants of an enum to validate one value, so that would take time that is quadratic in the size of a section.
#[doc(hidden)]
pub trait All<L = ()>: Copy + 'static {
    /// Every code, in table order.
    const ALL: &'static [Self];
}

/// All codes of a table by number, then by section.
#[doc(hidden)]
pub trait Codes<L = ()>: All<L> {
    /// Every code.
    const BY_NUMBER: &'static [Self];
}

/// Returns every code, in table order.
#[must_use]
pub const fn all<C: All>() -> &'static [C] {
    C::ALL
}

/// Returns the first code of a table, for examples.
#[must_use]
pub const fn first<C: All>() -> C {
    C::ALL[0]
}

/// Returns the codes of a section.
#[inline]
#[must_use]
pub const fn codes<C: All>(section: &SectionRow) -> &'static [C] {
    C::ALL.split_at(section.end).0.split_at(section.start).1
}

/// Returns the codes for which a getter returns this value.
pub fn filter<C: All + fmt::Debug, V: PartialEq + Clone>(
    getter: fn(C) -> V,
    value: V,
) -> impl Iterator<Item = C> + Clone + fmt::Debug {
    C::ALL.iter().copied().filter(move |&code| getter(code) == value)
}

/// Returns the first of these codes of a section with this name, as the section's own type.
pub fn from_name<C: Copy, T: TryFrom<C>>(codes: &[C], name_of: fn(C) -> &'static str, name: &str) -> Option<T> {
    codes.iter().find(|&&code| name_of(code) == name).and_then(|&code| T::try_from(code).ok())
}

/// Returns which of the codes with one number a reply to a request has: that of the section whose paths have the longest match,
/// or else the only one.
pub fn at<C: Copy>(url: &str, codes: &[C], section_of: fn(C) -> &'static SectionRow) -> Option<C> {
    let patterns = |&code: &C| section_of(code).paths.iter().map(move |&pattern| (pattern, code));
    match codes {
        &[code] => Some(code),
        _ => best_match(url, codes.iter().flat_map(patterns)),
    }
}

/// Returns the rank of a word among the words of a table, which are sorted.
#[must_use]
pub fn rank(words: &[&str], word: &str) -> Option<i64> {
    words.binary_search(&word).ok().and_then(|rank| i64::try_from(rank).ok())
}

/// Returns the codes with this word.
#[must_use]
pub fn by_word<C: Codes>(index: &Index, words: &[&str], word: &str) -> &'static [C] {
    rank(words, word).map_or(&[], |rank| index.by_number(rank))
}

/// Parses the key of a section.
///
/// # Errors
/// Returns an error if no section has the key.
pub fn parse_section<S: Copy>(
    key: &str,
    sections: &[SectionRow],
    keys: &'static [&'static str],
    all: &[S],
) -> Result<S, ParseError> {
    let section = sections.iter().zip(all).find(|(row, _)| row.key == key);
    section.map(|(_, &section)| section).ok_or(ParseError::unknown_name("section", key, keys))
}

/// The row of a code. Its fields and its details are what the getters of the same name return.
#[allow(missing_docs, reason = "the getters have the docs")]
#[derive(Debug)]
pub struct Row {
    pub name: &'static str,
    pub description: &'static str,
    pub advice: Advice,
    pub details: &'static Details,
}

/// What most rows do not have.
#[allow(missing_docs, reason = "the getters have the docs")]
#[derive(Debug)]
pub struct Details {
    /// The name of the variant, if it may differ.
    pub variant: Option<&'static str>,
    pub note: Option<&'static str>,
    pub http_status: Option<HttpStatus>,
    pub evidence: Option<&'static str>,
    pub docs_url: Option<&'static str>,
}

impl Details {
    /// The details of a row that has none.
    pub const NONE: &'static Self =
        &Self { variant: None, note: None, http_status: None, evidence: None, docs_url: None };
}

impl Row {
    /// Returns the name of the variant, for `Debug`.
    #[must_use]
    pub fn variant(&self) -> &'static str {
        self.details.variant.unwrap_or(self.name)
    }
}

/// Writes the description of a code; `{:#}` also writes its address.
///
/// # Errors
/// Returns the errors of the formatter.
pub fn display(address: Address, row: &Row, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if f.alternate() { write!(f, "{address}: {}", row.description) } else { f.pad(row.description) }
}

/// The getters of `Code` and of the enum of each section.
#[doc(hidden)]
#[macro_export]
macro_rules! __getters {
    ($type:ident) => {
        impl $type {
            /// Returns the name, as the API writes it.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                self.__row().name
            }

            /// Returns the description, verbatim from the API's documentation if the code is documented.
            // By reference: on a reference to a code, the deprecated `Error::description` would be found before a method
            // that takes the code by value.
            #[inline]
            #[must_use]
            pub const fn description(&self) -> &'static str {
                self.__row().description
            }

            /// Returns the note, if there is one, verbatim from the API's documentation if the code is documented.
            #[inline]
            #[must_use]
            pub const fn note(self) -> ::core::option::Option<&'static str> {
                self.__row().details.note
            }

            /// Returns the HTTP status that comes with the code, if the API's documentation gives one.
            #[inline]
            #[must_use]
            pub const fn http_status(self) -> ::core::option::Option<$crate::HttpStatus> {
                self.__row().details.http_status
            }

            /// Returns the recommended next step.
            #[inline]
            #[must_use]
            pub const fn advice(self) -> $crate::Advice {
                self.__row().advice
            }

            /// Returns whether the code is an error: its advice is not `NotAnError`.
            #[inline]
            #[must_use]
            pub const fn is_error(self) -> bool {
                !::core::matches!(self.advice(), $crate::Advice::NotAnError)
            }

            /// Returns whether the API's documentation lists the code: it has no [`evidence`](Self::evidence).
            #[inline]
            #[must_use]
            pub const fn is_documented(self) -> bool {
                self.evidence().is_none()
            }

            /// Returns where replies with the code were seen, if the API's documentation does not have it.
            #[inline]
            #[must_use]
            pub const fn evidence(self) -> ::core::option::Option<&'static str> {
                self.__row().details.evidence
            }

            /// Returns the URL of the API's documentation of the code, if it is documented and the table gives one.
            #[inline]
            #[must_use]
            pub const fn docs_url(self) -> ::core::option::Option<&'static str> {
                self.__row().details.docs_url
            }
        }
    };
}
