//! What a table says about a section and about a code, and the getters of every type that read it.
//!
//! A new key of rows needs a field in `Details`, and a getter in `__getters!` and in `ResponseCode`.

use core::fmt;

use crate::private::best_match;
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
pub fn from_name<C: Copy>(codes: &[C], name_of: fn(C) -> &'static str, name: &str) -> Option<C> {
    codes.iter().copied().find(|&code| name_of(code) == name)
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
    section.map(|(_, &section)| section).ok_or(ParseError::unknown_section(key, keys))
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
            pub const fn name(self) -> &'static ::core::primitive::str {
                Self::__row(self).name
            }

            /// Returns the description, verbatim from the API's documentation if the code is documented.
            // By reference: on a reference to a code, the deprecated `Error::description` would be found before a method
            // that takes the code by value.
            #[inline]
            #[must_use]
            pub const fn description(&self) -> &'static ::core::primitive::str {
                Self::__row(*self).description
            }

            /// Returns the note, if there is one, verbatim from the API's documentation if the code is documented.
            #[inline]
            #[must_use]
            pub const fn note(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                Self::__row(self).details.note
            }

            /// Returns the HTTP status that comes with the code, if the API's documentation gives one.
            #[inline]
            #[must_use]
            pub const fn http_status(self) -> ::core::option::Option<$crate::HttpStatus> {
                Self::__row(self).details.http_status
            }

            /// Returns the recommended next step.
            #[inline]
            #[must_use]
            pub const fn advice(self) -> $crate::Advice {
                Self::__row(self).advice
            }

            /// Returns whether the code is an error: its advice is not `NotAnError`.
            #[inline]
            #[must_use]
            pub const fn is_error(self) -> ::core::primitive::bool {
                !::core::matches!(Self::advice(self), $crate::Advice::NotAnError)
            }

            /// Returns whether the API's documentation has the code: it has no [`evidence`](Self::evidence).
            #[inline]
            #[must_use]
            pub const fn is_documented(self) -> ::core::primitive::bool {
                Self::evidence(self).is_none()
            }

            /// Returns where replies with the code were seen, if the API's documentation does not have it.
            #[inline]
            #[must_use]
            pub const fn evidence(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                Self::__row(self).details.evidence
            }

            /// Returns the URL of the API's documentation of the code, if it is documented and the table gives one.
            #[inline]
            #[must_use]
            pub const fn docs_url(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                Self::__row(self).details.docs_url
            }
        }
    };
}
