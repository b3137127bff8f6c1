//! What the codes of every table have in common, for generic code.

use core::fmt;

use crate::{Advice, HttpStatus};

/// A code of some table: what `Code` and the enum of each section say, for functions that take codes of any table.
///
/// The macros write the impls, for amoCRM's table and for tables of your own; a later release may add methods, so do
/// not write impls by hand. `&dyn Meaning` works too. Where a code is to be an error, ask for `Meaning + Error`: the
/// trait alone does not, for the deprecated `Error::description` would hide [`description`](Self::description).
///
/// ```
/// use amo_codes::{Meaning, Tasks, code};
///
/// mod shop {
///     amo_codes::amo_codes!("examples/shop.toml"); // a table of your own
/// }
///
/// fn line(code: impl Meaning) -> String {
///     format!("{}.{} {}: {}", code.section_key(), code.as_u16(), code.name(), code.advice())
/// }
///
/// assert_eq!(line(Tasks::AddLeadForbidden), "tasks.244 AddLeadForbidden: ask the user");
/// assert_eq!(line(code!(429)), "other.429 TooManyRequests: retry later");
/// assert_eq!(line(code!(8 in shop::Code)), "invoices.8 NotFound: not found");
/// ```
pub trait Meaning: fmt::Debug + fmt::Display {
    /// The key of the section that the code stands in, such as `tasks`.
    ///
    /// ```
    /// assert_eq!(amo_codes::Meaning::section_key(&amo_codes::code!(429)), "other");
    /// ```
    fn section_key(&self) -> &'static str;

    /// The number that the API answers with.
    ///
    /// ```
    /// assert_eq!(amo_codes::Meaning::as_u16(&amo_codes::code!(429)), 429);
    /// ```
    fn as_u16(&self) -> u16;

    /// The variant's name.
    ///
    /// ```
    /// assert_eq!(amo_codes::Meaning::name(&amo_codes::code!(429)), "TooManyRequests");
    /// ```
    fn name(&self) -> &'static str;

    /// The document's own words.
    ///
    /// ```
    /// let words = "The number of requests per second exceeded";
    /// assert_eq!(amo_codes::Meaning::description(&amo_codes::code!(429)), words);
    /// ```
    fn description(&self) -> &'static str;

    /// The document's note, where it has one.
    ///
    /// ```
    /// let note = "With the response, the HTTP code #429 is sent";
    /// assert_eq!(amo_codes::Meaning::note(&amo_codes::code!(429)), Some(note));
    /// ```
    fn note(&self) -> Option<&'static str>;

    /// The HTTP status that the document gives, where it gives one.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, Meaning, code};
    ///
    /// assert_eq!(Meaning::http_status(&code!(2002)), HttpStatus::from_u16(204));
    /// ```
    fn http_status(&self) -> Option<HttpStatus>;

    /// What the caller does next.
    ///
    /// ```
    /// use amo_codes::{Advice, Meaning, code};
    ///
    /// assert_eq!(Meaning::advice(&code!(429)), Advice::RetryLater);
    /// ```
    fn advice(&self) -> Advice;

    /// Whether the code reports a failure: its advice is another than [`Advice::NotAnError`].
    ///
    /// ```
    /// use amo_codes::{Meaning, code};
    ///
    /// assert!(Meaning::is_error(&code!(429)) && !Meaning::is_error(&code!(280)));
    /// ```
    #[inline]
    fn is_error(&self) -> bool {
        self.advice() != Advice::NotAnError
    }
}

/// The impl for one type; `$code` makes a `Code` of a value.
#[doc(hidden)]
#[macro_export]
macro_rules! __meaning {
    ($type:ident, $code:path) => {
        impl $crate::Meaning for $type {
            #[inline]
            fn section_key(&self) -> &'static ::core::primitive::str {
                $code(*self).section().as_str()
            }

            #[inline]
            fn as_u16(&self) -> ::core::primitive::u16 {
                $type::as_u16(*self)
            }

            #[inline]
            fn name(&self) -> &'static ::core::primitive::str {
                $type::name(*self)
            }

            #[inline]
            fn description(&self) -> &'static ::core::primitive::str {
                $type::description(self)
            }

            #[inline]
            fn note(&self) -> ::core::option::Option<&'static ::core::primitive::str> {
                $type::note(*self)
            }

            #[inline]
            fn http_status(&self) -> ::core::option::Option<$crate::HttpStatus> {
                $type::http_status(*self)
            }

            #[inline]
            fn advice(&self) -> $crate::Advice {
                $type::advice(*self)
            }
        }
    };
}
