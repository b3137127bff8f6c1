//! A finding of a reply.

use std::boxed::Box;

use crate::private::path_of;
use crate::reply::advice::{is_failing, of_text};
use crate::reply::fields::{Entity, Failure};
use crate::reply::text::clean;
use crate::{Advice, Code, HttpStatus, Section};

/// What a reply reports: a number with its code, or only a message. Codes that are not errors, such as 280, are findings, too.
///
/// `Display` writes one line: the address and the description, or the message if there is no code; what it concerns;
/// and the advice.
///
/// ```
/// use amo_codes::{HttpStatus, reply::Reply};
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
    number: Option<u16>,
    code: Option<Code>,
    advice: Advice,
    message: Box<str>,
    pointer: Box<str>,
    entity: Option<Box<str>>,
    /// Whether `entity` is the `request_id` of a batch item.
    is_request_id: bool,
    /// Whether it is from an entry of a map whose key is a name. The map may be a single error, and the entry a field of it.
    is_named: bool,
    field: Option<Box<str>>,
    error_key: Option<Box<str>>,
    /// Whether the body gives an HTTP status from 500 for it.
    is_server_error: bool,
}

/// The request and the status that a finding belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'c> {
    pub(super) path: &'c str,
    pub(super) http: HttpStatus,
}

impl Context<'_> {
    /// Returns the code of a number: the only one that has it, or the one of the path's section.
    fn code(&self, meanings: &[Code]) -> Option<Code> {
        match meanings {
            // The path is read only if it matters.
            [] => None,
            [code] => Some(*code),
            _ => {
                let section = Section::from_path(self.path)?;
                meanings.iter().copied().find(|code| code.section() == section)
            }
        }
    }

    fn advice(&self, failure: &Failure<'_>, code: Option<Code>, meanings: &[Code]) -> Advice {
        let status = failure.status.unwrap_or(self.http);
        let by_table = code.as_ref().map_or(meanings, core::slice::from_ref).iter().map(|code| code.advice()).max();
        // A failing status wins over a code that is not an error.
        let by_table = by_table.filter(|&advice| advice != Advice::NotAnError || !is_failing(status));
        match failure.advice.or(by_table).unwrap_or_else(|| of_text(failure.text, status)) {
            // There is no token left to refresh: a person must authorize the integration again.
            Advice::SignIn if self.is_token_request() => Advice::AskUser,
            advice => advice,
        }
    }

    fn is_token_request(&self) -> bool {
        let mut segments = path_of(self.path).rsplit('/').filter(|segment| !segment.is_empty());
        segments.next() == Some("access_token") && segments.next() == Some("oauth2")
    }
}

impl Finding {
    /// Creates the finding for a failure at this pointer.
    pub(super) fn new(failure: &Failure<'_>, pointer: Box<str>, context: &Context<'_>) -> Self {
        let meanings = failure.number.map(|number| Code::meanings(number.into())).unwrap_or_default();
        let code = context.code(meanings);
        let mut finding = Self {
            number: failure.number,
            code,
            advice: context.advice(failure, code, meanings),
            message: clean(failure.text),
            pointer,
            entity: None,
            is_request_id: false,
            is_named: false,
            field: failure.field.map(clean),
            error_key: failure.error_key.map(clean),
            is_server_error: failure.status.is_some_and(|status| status.as_u16() >= 500),
        };
        if let Some(entity) = failure.entity {
            finding.set_entity(entity);
        }
        finding
    }

    /// Sets what the finding concerns, unless it is already set.
    pub(super) fn set_entity(&mut self, entity: Entity<'_>) {
        if self.entity.is_none() {
            let (Entity::Id(id) | Entity::RequestId(id)) = entity;
            self.entity = Some(clean(id));
            self.is_request_id = matches!(entity, Entity::RequestId(_));
        }
    }

    pub(super) fn set_named(&mut self) {
        self.is_named = true;
    }

    pub(super) fn is_named(&self) -> bool {
        self.is_named
    }

    pub(super) fn is_server_error(&self) -> bool {
        self.is_server_error
    }

    /// Returns the number in the body, even if it is not in the table.
    ///
    /// HTTP statuses are not reported here, even if the body repeats one.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let status = HttpStatus::try_from(400)?;
    /// let reply = Reply::read("/api/v4/leads", status, br#"{"errors":[{"code":331}]}"#);
    /// assert_eq!(reply.findings()[0].number(), Some(331));
    /// let reply = Reply::read("/api/v4/leads", status, br#"{"title":"Bad Request","status":400}"#);
    /// assert_eq!(reply.findings()[0].number(), None);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn number(&self) -> Option<u16> {
        self.number
    }

    /// Returns the code with this number: the only one in the table, or the one in the section of the path.
    ///
    /// The section is only a hint: amoCRM also answers with numbers of other sections.
    ///
    /// ```
    /// use amo_codes::{Code, HttpStatus, Tasks, code, reply::Reply};
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
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"response":{"error":"...","error_code":"244"}}"#;
    /// let reply = Reply::read("/api/v4/events", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].meanings().len(), 5);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn meanings(&self) -> &'static [Code] {
        self.number.map(|number| Code::meanings(number.into())).unwrap_or_default()
    }

    /// Returns what to do next: the advice of the code, or the most severe of all codes with this number, or what the message
    /// and the HTTP status suggest.
    ///
    /// A code that is not an error counts only if the HTTP status is not a failure either.
    ///
    /// ```
    /// use amo_codes::{Advice, HttpStatus, reply::Reply};
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

    /// Returns the human-readable text in the body, on one line; empty if there is none.
    ///
    /// If the body is an HTML page, this is its title. URLs are reduced to their paths, because hosts, user info and
    /// query strings may be confidential; control characters are removed.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
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
    /// The empty pointer is the whole body. Below a key of more than 1 KiB, it leads to the object that has the key.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
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

    /// Returns the entity id (or `request_id` of the batch item) that it concerns, if the body gives one of at most 64 bytes.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"errors":{"5512":"Loss reason is for lost leads"},"title":"Bad Request","status":400}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].entity(), Some("5512"));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn entity(&self) -> Option<&str> {
        self.entity.as_deref()
    }

    /// Returns whether [`entity`](Self::entity) is not the id of an entity, but the `request_id` of a batch item: its index,
    /// unless the request set another one.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"validation-errors":[{"request_id":"0","errors":[{"code":"NotBlank","path":"name"}]}]}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].entity(), Some("0"));
    /// assert!(reply.findings()[0].is_request_id());
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn is_request_id(&self) -> bool {
        self.is_request_id
    }

    /// Returns the path of the field in the request that it concerns, if the body gives one.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
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

    /// Returns a code in the body that is not a number from 0 to 65535: a key such as `NotSupportedChoice` or a UUID.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
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
    /// use amo_codes::{HttpStatus, reply::Reply};
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
