//! A failure, as an object or a text of the body describes it.

use amo_codes::Advice;

use crate::known_texts;
use crate::numbers::leading_code;

/// What a [`Finding`](crate::Finding) concerns.
///
/// ```
/// use amo_codes_reply::{Reply, Subject};
///
/// let body = br#"{"errors":{"5512":"Loss reason is for lost leads"},"title":"Bad Request"}"#;
/// let reply = Reply::read("/api/v4/leads", 400, body);
/// assert_eq!(reply.findings()[0].subject(), Some(Subject::Entity("5512")));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Subject<'a> {
    /// The entity with this id.
    Entity(&'a str),
    /// The item of the request with this `request_id`: its index, unless the request set another one.
    RequestItem(&'a str),
}

/// A failure. What it concerns is said by the [place](crate::at::At).
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Failure<'a> {
    /// The key of the field that decided, or `None` if it is the value itself.
    pub(crate) key: Option<&'static str>,
    pub(crate) number: Option<i64>,
    /// The HTTP status that the body gives, which may differ from the reply's.
    pub(crate) status: Option<u16>,
    /// The next step, if the kind of reply determines it.
    pub(crate) advice: Option<Advice>,
    pub(crate) text: &'a str,
    pub(crate) error_key: Option<&'a str>,
}

impl<'a> Failure<'a> {
    /// Creates the failure that a text describes.
    pub(crate) fn of_text(text: &'a str) -> Self {
        Self { number: leading_code(text), text, ..Self::default() }
    }

    /// Returns whether the number or the text says what to do next.
    pub(crate) fn says_what_to_do(&self) -> bool {
        self.number.is_some() || known_texts::advice(self.text).is_some()
    }

    /// Adds the key of an error, which decides if there is no text.
    pub(crate) fn with_error_key(self, name: &'static str, error_key: &'a str) -> Self {
        Self { error_key: Some(error_key), key: self.key.or(Some(name)), ..self }
    }
}

/// Parses a decimal number, which may have zeros before it and white space around it.
pub(crate) fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Returns whether a number may be the HTTP status of a failure: a body only repeats statuses from 400 to 599.
pub(crate) fn is_http_failure(number: i64) -> bool {
    (400..=599).contains(&number)
}

/// Returns whether a number is the HTTP status of a request that may have been carried out.
pub(crate) fn is_http_server_error(number: i64) -> bool {
    (500..=599).contains(&number)
}

/// Returns a number that is an HTTP status.
pub(crate) fn http_status(number: i64) -> Option<u16> {
    u16::try_from(number).ok().filter(|status| (100..=599).contains(status))
}
