//! The trait of all codes, for generic code.

use core::fmt;

use crate::private::Entry;
use crate::{Advice, HttpStatus};

/// A code of any table: `Code` and the enum of each section implement it.
///
/// Only the macros implement this trait; do not implement it by hand, because later releases may add methods. It is
/// dyn-compatible. If you need an [`Error`](core::error::Error), ask for `ResponseCode + Error`; it is not a supertrait,
/// because its deprecated method `description` would hide [`description`](Self::description).
///
/// ```
/// use amo_codes::{ResponseCode, Tasks, code};
///
/// mod shop {
///     amo_codes::amo_codes!("examples/shop.toml"); // your own table
/// }
///
/// fn line(code: impl ResponseCode) -> String {
///     format!("{}.{} {}: {}", code.section_key(), code.as_u16(), code.name(), code.advice())
/// }
///
/// assert_eq!(line(Tasks::AddLeadForbidden), "tasks.244 AddLeadForbidden: ask the user");
/// assert_eq!(line(code!(429)), "other.429 TooManyRequests: retry later");
/// assert_eq!(line(code!(8 in shop::Code)), "invoices.8 NotFound: not found");
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
    /// assert_eq!(amo_codes::ResponseCode::as_u16(&amo_codes::code!(429)), 429);
    /// ```
    fn as_u16(&self) -> u16 {
        self.__entry().number
    }

    /// Returns the name of the variant.
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
        self.__entry().row.note
    }

    /// Returns the HTTP status that comes with the code, if the API's documentation gives one.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, ResponseCode, code};
    ///
    /// assert_eq!(ResponseCode::http_status(&code!(2002)), HttpStatus::from_u16(204));
    /// ```
    fn http_status(&self) -> Option<HttpStatus> {
        self.__entry().row.http_status
    }

    /// Returns the recommended next step.
    ///
    /// ```
    /// use amo_codes::{Advice, ResponseCode, code};
    ///
    /// assert_eq!(ResponseCode::advice(&code!(429)), Advice::RetryLater);
    /// ```
    fn advice(&self) -> Advice {
        self.__entry().row.advice
    }

    /// Returns whether the code is an error: its advice is not [`Advice::NotAnError`].
    ///
    /// ```
    /// use amo_codes::{ResponseCode, code};
    ///
    /// assert!(ResponseCode::is_error(&code!(429)) && !ResponseCode::is_error(&code!(280)));
    /// ```
    fn is_error(&self) -> bool {
        self.advice() != Advice::NotAnError
    }

    /// Returns whether the API's documentation has the code; replies may contain others.
    ///
    /// ```
    /// use amo_codes::{ResponseCode, code};
    ///
    /// assert!(ResponseCode::is_documented(&code!(429)) && !ResponseCode::is_documented(&code!(263)));
    /// ```
    fn is_documented(&self) -> bool {
        self.__entry().row.is_documented
    }
}
