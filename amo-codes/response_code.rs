//! What a table says about a code: its row, and the getters that read it, of every type and of the trait of all codes.
//!
//! A new key of rows needs a field in `Details` and a getter in `__getters!` and in `ResponseCode`.

use core::fmt;

use crate::private::{Address, SectionRow};
use crate::{Advice, HttpStatus};

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
    pub is_documented: bool,
    pub docs_url: Option<&'static str>,
}

impl Details {
    /// The details of a row that has none.
    pub const NONE: &'static Self =
        &Self { variant: None, note: None, http_status: None, is_documented: true, docs_url: None };
}

impl Row {
    /// Returns the name of the variant, for `Debug`.
    #[must_use]
    pub fn variant(&self) -> &'static str {
        self.details.variant.unwrap_or(self.name)
    }
}

/// A code of any table.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its section.
    pub section: &'static SectionRow,
    /// Its number.
    pub number: i64,
    /// Its row.
    pub row: &'static Row,
}

/// Writes the description of a code; `{:#}` also writes its address.
///
/// # Errors
/// Returns the errors of the formatter.
pub fn display(entry: Entry, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let description = entry.row.description;
    if f.alternate() { write!(f, "{}: {description}", Address(entry)) } else { f.pad(description) }
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

            /// Returns whether the API's documentation has the code; replies may contain others.
            #[inline]
            #[must_use]
            pub const fn is_documented(self) -> ::core::primitive::bool {
                Self::__row(self).details.is_documented
            }

            /// Returns the address of the API's documentation of the code, if the table gives one.
            #[inline]
            #[must_use]
            pub const fn docs_url(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                Self::__row(self).details.docs_url
            }
        }
    };
}

/// A code of any table: `Code` and the enum of each section implement it.
///
/// Only the macros implement this trait; do not implement it by hand, because later releases may add methods. It is
/// dyn-compatible. If you need an [`Error`](core::error::Error), ask for `ResponseCode + Error`. It is not a supertrait:
/// then `code.description()` would be ambiguous in generic code, because of the deprecated `Error::description`.
///
/// ```
/// use amo_codes::{ResponseCode, Tasks, code};
///
/// mod shop {
///     amo_codes::amo_codes!("examples/shop.toml"); // your own table
/// }
///
/// fn line(code: impl ResponseCode) -> String {
///     format!("{}.{} {}: {}", code.section_key(), code.number(), code.name(), code.advice())
/// }
///
/// assert_eq!(line(Tasks::AddLeadForbidden), "tasks.244 AddLeadForbidden: ask the user");
/// assert_eq!(line(code!(429)), "other.429 TooManyRequests: retry later");
/// assert_eq!(line(code!(8 in shop::Code)), "invoices.8 invoice_not_found: not found");
/// ```
pub trait ResponseCode: fmt::Debug + fmt::Display {
    /// Returns the row of the code, which all other methods read.
    #[doc(hidden)]
    fn __entry(&self) -> Entry;

    /// Returns the key of the code's section, such as `tasks`.
    ///
    /// ```
    /// assert_eq!(amo_codes::ResponseCode::section_key(&amo_codes::code!(429)), "other");
    /// ```
    fn section_key(&self) -> &'static str {
        self.__entry().section.key
    }

    /// Returns the number of the code.
    ///
    /// ```
    /// assert_eq!(amo_codes::ResponseCode::number(&amo_codes::code!(429)), 429);
    /// ```
    fn number(&self) -> i64 {
        self.__entry().number
    }

    /// Returns the name, as the API writes it.
    ///
    /// ```
    /// assert_eq!(amo_codes::ResponseCode::name(&amo_codes::code!(429)), "TooManyRequests");
    /// ```
    fn name(&self) -> &'static str {
        self.__entry().row.name
    }

    /// Returns the description, verbatim from the API's documentation if the code is documented.
    ///
    /// ```
    /// let description = "The number of requests per second exceeded";
    /// assert_eq!(amo_codes::ResponseCode::description(&amo_codes::code!(429)), description);
    /// ```
    fn description(&self) -> &'static str {
        self.__entry().row.description
    }

    /// Returns the note, if there is one, verbatim from the API's documentation if the code is documented.
    ///
    /// ```
    /// let note = "With the response, the HTTP code #429 is sent";
    /// assert_eq!(amo_codes::ResponseCode::note(&amo_codes::code!(429)), Some(note));
    /// ```
    fn note(&self) -> Option<&'static str> {
        self.__entry().row.details.note
    }

    /// Returns the HTTP status that comes with the code, if the API's documentation gives one.
    ///
    /// ```
    /// let status = amo_codes::ResponseCode::http_status(&amo_codes::code!(2002));
    /// assert_eq!(status, amo_codes::HttpStatus::from_u16(204));
    /// ```
    fn http_status(&self) -> Option<HttpStatus> {
        self.__entry().row.details.http_status
    }

    /// Returns the recommended next step.
    ///
    /// ```
    /// let advice = amo_codes::ResponseCode::advice(&amo_codes::code!(429));
    /// assert_eq!(advice, amo_codes::Advice::RetryLater);
    /// ```
    fn advice(&self) -> Advice {
        self.__entry().row.advice
    }

    /// Returns whether the code is an error: its advice is not [`Advice::NotAnError`].
    ///
    /// ```
    /// assert!(!amo_codes::ResponseCode::is_error(&amo_codes::code!(280)));
    /// ```
    fn is_error(&self) -> bool {
        self.advice() != Advice::NotAnError
    }

    /// Returns whether the API's documentation has the code; replies may contain others.
    ///
    /// ```
    /// assert!(!amo_codes::ResponseCode::is_documented(&amo_codes::code!(263)));
    /// ```
    fn is_documented(&self) -> bool {
        self.__entry().row.details.is_documented
    }

    /// Returns the address of the API's documentation of the code, if the table gives one.
    ///
    /// ```
    /// let url = "https://www.amocrm.com/developers/content/api/errors";
    /// assert_eq!(amo_codes::ResponseCode::docs_url(&amo_codes::code!(429)), Some(url));
    /// ```
    fn docs_url(&self) -> Option<&'static str> {
        self.__entry().row.details.docs_url
    }
}
