//! A finding of a reply.

use amo_codes::{Advice, Code};

use crate::at::At;
use crate::body::BodyKind;
use crate::report::Report;

/// What a [`Finding`] concerns.
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

/// What a reply reports: a number with its code, or only a message. Codes that are not errors, such as 280, are findings, too.
///
/// `Display` writes one line: the address and the description, or the message if there is no code, and what it concerns. The
/// line of the whole [`Reply`](crate::Reply) has the advice as well.
///
/// ```
/// use amo_codes_reply::Reply;
///
/// let body =
///     br#"{"response":{"catalogs":{"delete":{"errors":[{"id":31,"message":"Error 282."}]}}}}"#;
/// let reply = Reply::read("/api/v2/catalogs", 200, body);
/// assert_eq!(
///     reply.findings()[0].to_string(),
///     "directories.282: The directory was not found in the account. (entity 31)"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    number: Option<i64>,
    code: Option<Code>,
    advice: Advice,
    message: Box<str>,
    pointer: Box<str>,
    subject: Option<Box<str>>,
    /// Whether the subject is an item of the request.
    is_item: bool,
    field: Option<Box<str>>,
    error_key: Option<Box<str>>,
    /// The kind of the body, which `Display` writes if there is neither a number nor a text.
    pub(crate) body_kind: BodyKind,
}

impl Finding {
    /// Creates the finding for a failure at this place.
    pub(crate) fn new(
        report: &Report<'_>,
        at: &At<'_>,
        code: Option<Code>,
        advice: Advice,
        body_kind: BodyKind,
    ) -> Self {
        Self {
            number: report.number,
            code,
            advice,
            message: report.text.into(),
            pointer: at.pointer(report.key).into(),
            subject: at.subject.map(|(Subject::Entity(id) | Subject::RequestItem(id))| id.into()),
            is_item: matches!(at.subject, Some(Subject::RequestItem(_))),
            field: at.field.map(Into::into),
            error_key: report.error_key.or(at.error_key).map(Into::into),
            body_kind,
        }
    }

    /// Returns the number in the body, even if it is not in the table. An HTTP status that the body repeats is not one.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let body = br#"{"errors":[{"code":226}]}"#;
    /// let reply = Reply::read("/api/v4/leads", 400, body);
    /// assert_eq!(reply.findings()[0].number(), Some(226));
    /// ```
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        self.number
    }

    /// Returns the code with this number: the only one in the table, or the one in the section of the path.
    ///
    /// The section is only a hint: amoCRM also answers with numbers of other sections.
    ///
    /// ```
    /// # use amo_codes::code; use amo_codes_reply::Reply;
    /// let body = br#"{"errors":[{"code":226}]}"#;
    /// let reply = Reply::read("/api/v4/leads", 400, body);
    /// assert_eq!(reply.findings()[0].code(), Some(code!(events.226)));
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        self.code
    }

    /// Returns what to do next: the advice of the code, or the most severe of all codes with this number, or what the message
    /// and the HTTP status suggest.
    ///
    /// A code that is not an error counts only if the HTTP status is not a failure either.
    ///
    /// ```
    /// # use amo_codes::Advice; use amo_codes_reply::Reply;
    /// let body = br#"{"errors":[{"code":226}]}"#;
    /// let reply = Reply::read("/api/v4/leads", 400, body);
    /// assert_eq!(reply.findings()[0].advice(), Advice::NotFound);
    /// ```
    #[must_use]
    pub fn advice(&self) -> Advice {
        self.advice
    }

    /// Returns amoCRM's text, verbatim; empty if there is none. If the body is an HTML page, this is its title.
    ///
    /// It may have several lines and control characters, and it may repeat what the request contained. `Display` writes one
    /// line.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let body = b"<title>Slow down</title>";
    /// let reply = Reply::read("/api/v4/leads", 429, body);
    /// assert_eq!(reply.findings()[0].message(), "Slow down");
    /// ```
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the JSON pointer (RFC 6901) to the number in the body, or to the message if there is no number. The empty
    /// pointer is the whole body.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let body = br#"{"errors":[{"code":226}]}"#;
    /// let reply = Reply::read("/api/v4/leads", 400, body);
    /// assert_eq!(reply.findings()[0].pointer(), "/errors/0/code");
    /// ```
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns what it concerns, if the body says so: an entity or an item of the request. The id 0 is not an entity.
    ///
    /// ```
    /// # use amo_codes_reply::{Reply, Subject};
    /// let body = br#"{"errors":{"31":"Is deleted"}}"#;
    /// let reply = Reply::read("/api/v4/leads", 400, body);
    /// assert_eq!(reply.findings()[0].subject(), Some(Subject::Entity("31")));
    /// ```
    #[must_use]
    pub fn subject(&self) -> Option<Subject<'_>> {
        let id = self.subject.as_deref()?;
        Some(if self.is_item { Subject::RequestItem(id) } else { Subject::Entity(id) })
    }

    /// Returns the field of the request that it concerns, if the body gives one: a path, or the key of the error.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let body = br#"{"validation-errors":[{"errors":[{"code":"NotBlank","path":"name"}]}]}"#;
    /// let reply = Reply::read("/api/v4/leads", 400, body);
    /// assert_eq!(reply.findings()[0].field(), Some("name"));
    /// ```
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// Returns a code in the body that is not a number: a key such as `NotSupportedChoice` or a UUID.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let body = br#"{"validation-errors":[{"errors":[{"code":"NotBlank","path":"name"}]}]}"#;
    /// let reply = Reply::read("/api/v4/leads", 400, body);
    /// assert_eq!(reply.findings()[0].error_key(), Some("NotBlank"));
    /// ```
    #[must_use]
    pub fn error_key(&self) -> Option<&str> {
        self.error_key.as_deref()
    }
}
