//! A finding of a reply.

use amo_codes::{Advice, Code};

use crate::at::At;
use crate::failure::{Failure, Subject};
use crate::table;

/// What a reply reports: a number with its code, or only a message. Codes that are not errors, such as 280, are findings, too.
///
/// `Display` writes one line: the address and the description, or the message if there is no code; what it concerns;
/// and the advice.
///
/// ```
/// use amo_codes::HttpStatus;
/// use amo_codes_reply::Reply;
///
/// let body = br#"{"response":{"catalogs":{"delete":{"errors":[{"id":31,"code":404,"message":"Error 282."}]}}}}"#;
/// let reply = Reply::read("/api/v2/catalogs", HttpStatus::try_from(200)?, body);
/// assert_eq!(
///     reply.findings()[0].to_string(),
///     "directories.282: The directory was not found in the account. (entity 31; not found)"
/// );
/// # Ok::<_, amo_codes::InvalidHttpStatus>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    number: Option<i64>,
    code: Option<Code>,
    advice: Advice,
    message: Box<str>,
    pointer: Box<str>,
    subject: Option<OwnedSubject>,
    field: Option<Box<str>>,
    error_key: Option<Box<str>>,
    /// What `Display` writes if there is neither a number nor a text.
    pub(crate) without_text: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum OwnedSubject {
    Entity(Box<str>),
    Item(Box<str>),
}

impl Finding {
    /// Creates the finding for a failure at this place.
    pub(crate) fn new(failure: &Failure<'_>, at: &At<'_>, code: Option<Code>, advice: Advice) -> Self {
        Self {
            number: failure.number,
            code,
            advice,
            message: failure.text.into(),
            pointer: at.pointer(failure.key).into(),
            subject: at.subject.map(|subject| match subject {
                Subject::Entity(id) => OwnedSubject::Entity(id.into()),
                Subject::Item(id) => OwnedSubject::Item(id.into()),
            }),
            field: at.field.map(Into::into),
            error_key: failure.error_key.or(at.error_key).map(Into::into),
            without_text: "(no message)",
        }
    }

    /// Returns the number in the body, even if it is not in the table.
    ///
    /// HTTP statuses are not reported here, even if the body repeats one.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let status = HttpStatus::try_from(400)?;
    /// let reply = Reply::read("/api/v4/leads", status, br#"{"errors":[{"code":331}]}"#);
    /// assert_eq!(reply.findings()[0].number(), Some(331));
    /// let reply = Reply::read("/api/v4/leads", status, br#"{"title":"Bad Request","status":400}"#);
    /// assert_eq!(reply.findings()[0].number(), None);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
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
    /// use amo_codes::{Code, HttpStatus, Tasks, code};
    /// use amo_codes_reply::Reply;
    ///
    /// let status = HttpStatus::try_from(400)?;
    /// let body = br#"{"response":{"error":"...","error_code":"244"}}"#;
    /// let code = |path| Reply::read(path, status, body).findings()[0].code();
    /// assert_eq!(code("/api/v2/tasks"), Some(Code::Tasks(code!(244 in Tasks))));
    /// assert_eq!(code("/api/v4/events"), None); // five sections have it
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        self.code
    }

    /// Returns the codes of all sections with this number, in table order; empty if the table does not contain it.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"response":{"error":"...","error_code":"244"}}"#;
    /// let reply = Reply::read("/api/v4/events", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].meanings().len(), 5);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn meanings(&self) -> &'static [Code] {
        self.number.map(table::meanings).unwrap_or_default()
    }

    /// Returns what to do next: the advice of the code, or the most severe of all codes with this number, or what the message
    /// and the HTTP status suggest.
    ///
    /// A code that is not an error counts only if the HTTP status is not a failure either.
    ///
    /// ```
    /// use amo_codes::{Advice, HttpStatus};
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"hint":"Token has been revoked","title":"Unauthorized","status":401}"#;
    /// let status = HttpStatus::try_from(401)?;
    /// assert_eq!(Reply::read("/api/v4/leads", status, body).findings()[0].advice(), Advice::SignIn);
    /// // If even the token request is refused, a person must authorize the integration again.
    /// assert_eq!(Reply::read("/oauth2/access_token", status, body).findings()[0].advice(), Advice::AskUser);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
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
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = b"<html><head><title>502 Bad Gateway</title></head></html>";
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(502)?, body);
    /// assert_eq!(reply.findings()[0].message(), "502 Bad Gateway");
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the JSON pointer (RFC 6901) to the number in the body, or to the message if there is no number.
    ///
    /// The empty pointer is the whole body.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"_embedded":{"errors":{"update":[{"code":"217","message":"..."}]}}}"#;
    /// let reply = Reply::read("/api/v2/leads", HttpStatus::try_from(200)?, body);
    /// assert_eq!(reply.findings()[0].pointer(), "/_embedded/errors/update/0/code");
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns what it concerns, if the body says so: an entity or an item of the request. The id 0 is not an entity.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::{Reply, Subject};
    ///
    /// let body = br#"{"errors":{"5512":"Loss reason is for lost leads"},"title":"Bad Request","status":400}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].subject(), Some(Subject::Entity("5512")));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn subject(&self) -> Option<Subject<'_>> {
        self.subject.as_ref().map(|subject| match subject {
            OwnedSubject::Entity(id) => Subject::Entity(id),
            OwnedSubject::Item(id) => Subject::Item(id),
        })
    }

    /// Returns the field of the request that it concerns, if the body gives one: a path, or the key of the error.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"validation-errors":[{"request_id":"0","errors":[
    ///     {"code":"NotSupportedChoice","path":"status_id","detail":"No such choice."}]}]}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].field(), Some("status_id"));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// Returns a code in the body that is not a number: a key such as `NotSupportedChoice` or a UUID.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"validation-errors":[{"request_id":"0","errors":[
    ///     {"code":"NotSupportedChoice","path":"status_id","detail":"No such choice."}]}]}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].error_key(), Some("NotSupportedChoice"));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn error_key(&self) -> Option<&str> {
        self.error_key.as_deref()
    }

    /// Returns whether this is a failure: its advice is not [`Advice::NotAnError`].
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"response":{"error":"element created","error_code":280}}"#;
    /// let reply = Reply::read("/api/v2/catalog_elements", HttpStatus::try_from(200)?, body);
    /// assert!(!reply.findings()[0].is_failure());
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.advice != Advice::NotAnError
    }
}
