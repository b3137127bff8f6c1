//! A reply: what is read, and the getters.

use std::time::Duration;

use amo_codes::{Advice, HttpStatus};

use crate::Finding;
use crate::body::Body;
use crate::findings::Findings;
use crate::hints::Hints;
use crate::json;
use crate::outcome::Outcome;
use crate::url::path_of;

/// An amoCRM reply: what went wrong, if anything, and what to do next.
///
/// `Display` writes a single human-readable line, and `Reply` implements [`Error`](core::error::Error).
///
/// ```
/// use std::error::Error;
///
/// use amo_codes::{Advice, HttpStatus};
/// use amo_codes_reply::{Outcome, Reply};
///
/// fn next(status: u16, body: &[u8]) -> Result<&'static str, Box<dyn Error>> {
///     let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(status)?, body);
///     Ok(match reply.advice() {
///         Advice::NotAnError => "continue",
///         Advice::NotFound => "skip it",
///         Advice::RetryLater if reply.is_repeatable() => "retry with backoff",
///         Advice::RetryLater => "check what was created",
///         Advice::SignIn if reply.outcome() == Outcome::Refused => "refresh the token once",
///         _ => return Err(reply.into()),
///     })
/// }
/// assert_eq!(next(204, b"")?, "continue");
/// assert_eq!(next(429, b"<html>429 Too Many Requests</html>")?, "retry with backoff");
/// assert_eq!(next(502, b"")?, "check what was created");
/// let error = next(403, br#"{"title":"Forbidden","detail":"Invalid scope"}"#).unwrap_err();
/// assert_eq!(error.to_string(), "/api/v4/leads: HTTP 403: Invalid scope (ask the user)");
/// # Ok::<_, Box<dyn Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    path: Box<str>,
    status: HttpStatus,
    body: Body,
    findings: Vec<Finding>,
    omitted: usize,
    outcome: Outcome,
    pub(crate) hints: Hints,
}

impl Reply {
    /// Reads an amoCRM reply: the requested path or URL, and the response's status and body.
    ///
    /// Any bytes are accepted. If the body does not say why a request failed, there is one finding without a number.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, code};
    /// use amo_codes_reply::Reply;
    ///
    /// let body = r#"{"response":{"contacts":{"add":{"error":"Код ошибки 205."}}}}"#;
    /// let reply = Reply::read("/api/v2/contacts", HttpStatus::try_from(200)?, body.as_bytes());
    /// assert_eq!(reply.findings()[0].code(), Some(code!(205)));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn read(url: &str, status: HttpStatus, body: &[u8]) -> Self {
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let tree = json::parse(body).ok();
        let kind = if tree.is_some() { Body::Json } else { Body::of_text(body) };
        let mut found = Findings::new(url, status, kind);
        match &tree {
            Some(tree) => found.read(tree),
            None => found.read_text(body),
        }
        Self {
            path: path_of(url).into(),
            status,
            body: kind,
            outcome: found.outcome(),
            findings: found.kept,
            omitted: found.omitted,
            hints: found.hints,
        }
    }

    /// Returns whether anything went wrong.
    ///
    /// HTTP 200 replies may contain failures; 204 and code 2002 are not failures.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::Reply;
    /// let body = br#"{"errors":["Not saved"]}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(200)?, body);
    /// assert!(reply.is_failure());
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.findings.iter().any(Finding::is_failure)
    }

    /// Returns what became of the request.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::{Outcome, Reply};
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(502)?, b"");
    /// assert_eq!(reply.outcome(), Outcome::Unknown);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Returns whether the same request may be repeated blindly: the advice is [`Advice::RetryLater`], and nothing was carried
    /// out ([`Outcome::Refused`]).
    ///
    /// Wait at least [`retry_after`](Self::retry_after), and longer each time. A request that changes nothing may be repeated
    /// whatever its outcome is.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::Reply;
    /// let reply = |status| Ok(Reply::read("/api/v4/leads", HttpStatus::try_from(status)?, b""));
    /// assert!(reply(429)?.is_repeatable());
    /// assert!(!reply(502)?.is_repeatable()); // it may have been carried out
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        self.advice() == Advice::RetryLater && self.outcome == Outcome::Refused
    }

    /// Returns how long to wait before the next request, if the body's `retry_after` or the header `Retry-After` says so: the
    /// longer of both. The header needs the feature `http`.
    ///
    /// ```
    /// # use std::time::Duration; use amo_codes::HttpStatus; use amo_codes_reply::Reply;
    /// let body = br#"{"retry_after":300}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(429)?, body);
    /// assert_eq!(reply.retry_after(), Some(Duration::from_secs(300)));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.hints.retry_after
    }

    /// Returns the id of the request that amoCRM's support asks for, if the body's `trace_id` or the header `X-Request-Id`
    /// gives one. The header needs the feature `http`.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::Reply;
    /// let body = br#"{"trace_id":"8e9b"}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(500)?, body);
    /// assert_eq!(reply.trace_id(), Some("8e9b"));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.hints.trace_id.as_deref()
    }

    /// Returns the kind of the body.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::{Body, Reply};
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(502)?, b"<h1>502</h1>");
    /// assert_eq!(reply.body(), Body::Html);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn body(&self) -> Body {
        self.body
    }

    /// Returns what to do next: the advice of the [most severe](Self::worst) finding.
    ///
    /// Before you repeat a request that creates something, see [`is_repeatable`](Self::is_repeatable).
    ///
    /// ```
    /// # use amo_codes::{Advice, HttpStatus}; use amo_codes_reply::Reply;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(402)?, b"");
    /// assert_eq!(reply.advice(), Advice::AskUser);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn advice(&self) -> Advice {
        self.worst().map_or(Advice::NotAnError, Finding::advice)
    }

    /// Returns everything that the body reports, in the body's order, including codes that are not errors, such as 280.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::Reply;
    /// let body = br#"{"errors":{"31":"Gone","32":"Old"}}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// let messages = reply.findings().iter().map(|finding| finding.message());
    /// assert!(messages.eq(["Gone", "Old"]));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns the number of findings that were not kept. At most 1,000 are, which is more than amoCRM's replies have: a
    /// request has at most 500 entities. Findings below keys of more than 4 KiB in all are not kept either.
    ///
    /// The most severe finding is always kept.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::Reply;
    /// let body = format!("{{\"errors\":[{}]}}", vec!["\"Is old\""; 1001].join(","));
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body.as_bytes());
    /// assert_eq!((reply.findings().len(), reply.omitted()), (1000, 1));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// Returns the most severe finding, in the order of [`Advice`]; the first one, if several are equally severe.
    ///
    /// ```
    /// # use amo_codes::{Advice, HttpStatus}; use amo_codes_reply::Reply;
    /// let body = br#"{"errors":[{"code":226},{"code":213}]}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.worst().map(|finding| finding.advice()), Some(Advice::FixRequest));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn worst(&self) -> Option<&Finding> {
        self.findings.iter().rev().max_by_key(|finding| finding.advice())
    }

    /// Returns the path of the request, without host and query.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::Reply;
    /// let url = "https://acme.amocrm.ru/api/v4/leads?page=2";
    /// let reply = Reply::read(url, HttpStatus::try_from(204)?, b"");
    /// assert_eq!(reply.path(), "/api/v4/leads");
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the HTTP status of the reply.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::Reply;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(204)?, b"");
    /// assert_eq!(reply.status().as_u16(), 204);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn status(&self) -> HttpStatus {
        self.status
    }

    /// Returns `Err(self)` if the reply is a failure, for use with `?`.
    ///
    /// # Errors
    /// Returns the reply if [`is_failure`](Self::is_failure) is true.
    ///
    /// ```
    /// # use amo_codes::HttpStatus; use amo_codes_reply::Reply;
    /// fn check(status: HttpStatus, body: &[u8]) -> Result<(), Reply> {
    ///     Reply::read("/api/v4/leads", status, body).into_result()
    /// }
    /// assert!(check(HttpStatus::try_from(204)?, b"").is_ok());
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_failure() { Err(self) } else { Ok(()) }
    }
}

impl std::error::Error for Reply {}
