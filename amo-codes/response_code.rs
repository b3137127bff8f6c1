//! The trait of the codes of all tables.

use core::fmt;

use crate::private::Row;
use crate::{Address, Advice, HttpStatus};

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
///     format!("{} {}: {}", code.address(), code.name(), code.advice())
/// }
///
/// assert_eq!(line(Tasks::AddLeadForbidden), "tasks.244 AddLeadForbidden: ask the user");
/// assert_eq!(line(code!(429)), "other.429 TooManyRequests: retry later");
/// assert_eq!(line(code!(8 in shop::Code)), "invoices.8 invoice_not_found: not found");
/// ```
pub trait ResponseCode: fmt::Debug + fmt::Display {
    /// Returns the row of the code, which most of the other methods read.
    #[doc(hidden)]
    fn __row(&self) -> &'static Row;

    /// Returns the address of the code, such as `tasks.244`.
    ///
    /// ```
    /// assert_eq!(amo_codes::ResponseCode::address(&amo_codes::code!(429)).to_string(), "other.429");
    /// ```
    fn address(&self) -> Address;

    /// Returns the key of the code's section, such as `tasks`.
    ///
    /// ```
    /// assert_eq!(amo_codes::ResponseCode::section_key(&amo_codes::code!(429)), "other");
    /// ```
    fn section_key(&self) -> &'static str {
        self.address().section_key()
    }

    /// Returns the number of the code, if it is a number.
    ///
    /// ```
    /// assert_eq!(amo_codes::ResponseCode::as_number(&amo_codes::code!(429)), Some(429));
    /// ```
    fn as_number(&self) -> Option<i64> {
        self.address().as_number()
    }

    /// Returns the word of the code, if it is a word. Those of amoCRM's table are numbers.
    ///
    /// ```
    /// assert_eq!(amo_codes::ResponseCode::as_word(&amo_codes::code!(429)), None);
    /// ```
    fn as_word(&self) -> Option<&'static str> {
        self.address().as_word()
    }

    /// Returns the name, as the API writes it.
    ///
    /// ```
    /// assert_eq!(amo_codes::ResponseCode::name(&amo_codes::code!(429)), "TooManyRequests");
    /// ```
    fn name(&self) -> &'static str {
        self.__row().name
    }

    /// Returns the description, verbatim from the API's documentation if the code is documented.
    ///
    /// ```
    /// let description = "The number of requests per second exceeded";
    /// assert_eq!(amo_codes::ResponseCode::description(&amo_codes::code!(429)), description);
    /// ```
    fn description(&self) -> &'static str {
        self.__row().description
    }

    /// Returns the note, if there is one, verbatim from the API's documentation if the code is documented.
    ///
    /// ```
    /// let note = "With the response, the HTTP code #429 is sent";
    /// assert_eq!(amo_codes::ResponseCode::note(&amo_codes::code!(429)), Some(note));
    /// ```
    fn note(&self) -> Option<&'static str> {
        self.__row().details.note
    }

    /// Returns the HTTP status that comes with the code, if the API's documentation gives one.
    ///
    /// ```
    /// let status = amo_codes::ResponseCode::http_status(&amo_codes::code!(2002));
    /// assert_eq!(status, amo_codes::HttpStatus::from_u16(204));
    /// ```
    fn http_status(&self) -> Option<HttpStatus> {
        self.__row().details.http_status
    }

    /// Returns the recommended next step.
    ///
    /// ```
    /// let advice = amo_codes::ResponseCode::advice(&amo_codes::code!(429));
    /// assert_eq!(advice, amo_codes::Advice::RetryLater);
    /// ```
    fn advice(&self) -> Advice {
        self.__row().advice
    }

    /// Returns whether the code is an error: its advice is not [`Advice::NotAnError`].
    ///
    /// ```
    /// assert!(!amo_codes::ResponseCode::is_error(&amo_codes::code!(280)));
    /// ```
    fn is_error(&self) -> bool {
        self.advice() != Advice::NotAnError
    }

    /// Returns whether the API's documentation lists the code: it has no [`evidence`](Self::evidence).
    ///
    /// ```
    /// assert!(!amo_codes::ResponseCode::is_documented(&amo_codes::code!(263)));
    /// ```
    fn is_documented(&self) -> bool {
        self.evidence().is_none()
    }

    /// Returns where replies with the code were seen, if the API's documentation does not have it.
    ///
    /// ```
    /// let evidence = amo_codes::ResponseCode::evidence(&amo_codes::code!(263));
    /// assert_eq!(evidence, Some("Seen in replies on /api/v4/calls"));
    /// ```
    fn evidence(&self) -> Option<&'static str> {
        self.__row().details.evidence
    }

    /// Returns the URL of the API's documentation of the code, if it is documented and the table gives one.
    ///
    /// ```
    /// let url = "https://www.amocrm.com/developers/content/api/errors";
    /// assert_eq!(amo_codes::ResponseCode::docs_url(&amo_codes::code!(429)), Some(url));
    /// ```
    fn docs_url(&self) -> Option<&'static str> {
        self.__row().details.docs_url
    }
}
