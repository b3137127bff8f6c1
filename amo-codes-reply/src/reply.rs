//! A reply: what is read, and the getters.

use std::time::Duration;

use amo_codes::{Advice, HttpStatus, Section};

use crate::advice::{is_failing, is_success};
use crate::at::At;
use crate::body::Body;
use crate::failure::Failure;
use crate::findings::{Context, Findings};
use crate::json::{self, Json};
use crate::outcome::Outcome;
use crate::reader::Reader;
use crate::url::path_of;
use crate::{Finding, hints};

/// An amoCRM reply: what went wrong, if anything, and what to do next.
///
/// `Display` writes a single human-readable line, and `Reply` implements [`Error`](core::error::Error).
///
/// ```
/// use amo_codes::{Advice, HttpStatus};
/// use amo_codes_reply::Reply;
///
/// fn next(path: &str, status: u16, body: &[u8]) -> Result<&'static str, Box<dyn std::error::Error>> {
///     let reply = Reply::read(path, HttpStatus::try_from(status)?, body);
///     Ok(match reply.advice() {
///         Advice::NotAnError => "continue",
///         Advice::NotFound => "skip it",
///         Advice::RetryLater if reply.is_repeatable() => "retry with backoff",
///         Advice::RetryLater => "check what was created",
///         Advice::SignIn => "refresh the token once, then retry",
///         _ => return Err(reply.into()),
///     })
/// }
/// assert_eq!(next("/api/v4/leads", 204, b"")?, "continue");
/// assert_eq!(next("/api/v4/leads", 429, b"<html>429 Too Many Requests</html>")?, "retry with backoff");
/// assert_eq!(next("/api/v4/leads", 502, b"")?, "check what was created");
/// let error = next("/api/v4/leads", 403, br#"{"title":"Forbidden","status":403,"detail":"Invalid scope"}"#);
/// assert_eq!(error.unwrap_err().to_string(), "/api/v4/leads: HTTP 403: Invalid scope (ask the user)");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    path: Box<str>,
    status: HttpStatus,
    body: Body,
    findings: Vec<Finding>,
    omitted: usize,
    outcome: Outcome,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) trace_id: Option<Box<str>>,
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
    /// let body = r#"{"response":{"contacts":{"add":{"error":"Код ошибки 205. Обратитесь в поддержку"}}}}"#;
    /// let reply = Reply::read("https://x.amocrm.ru/api/v2/contacts", HttpStatus::try_from(200)?, body.as_bytes());
    /// assert_eq!(reply.findings()[0].code(), Some(code!(205)));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn read(url: &str, status: HttpStatus, body: &[u8]) -> Self {
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let found = Findings::new(Context { section: Section::from_path(url), http: status });
        let mut reply = Self {
            path: path_of(url).into(),
            status,
            body: Body::Json,
            findings: Vec::new(),
            omitted: 0,
            outcome: Outcome::Done,
            retry_after: None,
            trace_id: None,
        };
        let found = match json::parse(body) {
            Ok(tree) => reply.read_json(&tree, found),
            Err(_) => reply.read_text(body, found),
        };
        (reply.findings, reply.omitted) = (found.kept, found.omitted);
        reply
    }

    fn read_json(&mut self, tree: &Json<'_>, found: Findings) -> Findings {
        (self.retry_after, self.trace_id) = hints::read(tree);
        let mut reader = Reader { found };
        reader.read(tree);
        let mut found = reader.found;
        if found.kept.is_empty() && is_failing(self.status) {
            found.push(&Failure::default(), &At::default());
        }
        self.outcome = if found.worst == Advice::NotAnError {
            Outcome::Done
        } else if self.status.as_u16() >= 500 || found.has_server_error {
            Outcome::Unknown
        } else if is_success(self.status) && (found.has_part || found.lists_entities) {
            Outcome::Partial
        } else {
            Outcome::Refused
        };
        found
    }

    /// Reads a body that is not JSON.
    fn read_text(&mut self, body: &[u8], mut found: Findings) -> Findings {
        self.body = Body::of_text(body);
        let text = self.body.text(body);
        let mut failure = Failure { text: &text, ..Failure::default() };
        let is_unreadable = self.body != Body::Empty;
        if self.body == Body::Other {
            failure = Failure::of_text(&text);
        }
        let is_truncated = Body::is_truncated_json(body);
        if is_success(self.status) && is_unreadable && failure.number.is_none() {
            failure.advice = Some(if is_truncated { Advice::RetryLater } else { Advice::FixRequest });
        }
        // The API answers in JSON, so the host or the route is wrong.
        if self.status.as_u16() == 404 && is_unreadable && !is_truncated && !failure.says_what_to_do() {
            failure.advice = Some(Advice::FixRequest);
        }
        if is_failing(self.status) || (is_success(self.status) && is_unreadable) {
            found.push(&failure, &At::default());
        }
        for finding in &mut found.kept {
            finding.without_text = self.body.without_text();
        }
        self.outcome = match found.worst {
            Advice::NotAnError => Outcome::Done,
            _ if self.status.as_u16() >= 500 => Outcome::Unknown,
            _ if is_success(self.status) && failure.number.is_none() => Outcome::Unknown,
            _ => Outcome::Refused,
        };
        found
    }

    /// Returns whether anything went wrong.
    ///
    /// HTTP 200 replies may contain failures; 204 and code 2002 are not failures.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let ok = HttpStatus::try_from(200)?;
    /// assert!(Reply::read("/api/v4/leads", ok, br#"{"status":"fail","id":7}"#).is_failure());
    /// assert!(!Reply::read("/api/v4/leads", ok, br#"{"_embedded":{"leads":[{"name":"Error 217."}]}}"#).is_failure());
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.findings.iter().any(Finding::is_failure)
    }

    /// Returns what became of the request: whether any of it was carried out.
    ///
    /// ```
    /// use amo_codes::{Advice, HttpStatus};
    /// use amo_codes_reply::{Outcome, Reply};
    ///
    /// let read = |status, body| HttpStatus::try_from(status).map(|status| Reply::read("/api/v4/leads", status, body));
    /// let (limited, gateway, truncated) = (read(429, b"")?, read(504, b"")?, read(200, br#"{"_embedded":{"le"#)?);
    /// assert_eq!(limited.outcome(), Outcome::Refused);
    /// assert_eq!(gateway.outcome(), Outcome::Unknown);
    /// assert_eq!(truncated.outcome(), Outcome::Unknown);
    /// for reply in [limited, gateway, truncated] {
    ///     assert_eq!(reply.advice(), Advice::RetryLater);
    /// }
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
    /// use amo_codes::{Advice, HttpStatus};
    /// use amo_codes_reply::Reply;
    ///
    /// assert!(Reply::read("/api/v4/leads", HttpStatus::try_from(429)?, b"").is_repeatable());
    ///
    /// // Lead 1 was created. Sending both again would create it twice.
    /// let body = br#"{"_embedded":{"items":[{"id":1}],"errors":{"add":[{"code":429}]}}}"#;
    /// let reply = Reply::read("/api/v2/leads", HttpStatus::try_from(200)?, body);
    /// assert_eq!(reply.advice(), Advice::RetryLater);
    /// assert!(!reply.is_repeatable());
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
    /// use std::time::Duration;
    ///
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"title":"Too Many Requests","status":429,"detail":"...","retry_after":300}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(429)?, body);
    /// assert_eq!(reply.retry_after(), Some(Duration::from_secs(300)));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Returns the id of the request that amoCRM's support asks for, if the body's `trace_id` or the header `X-Request-Id`
    /// gives one. The header needs the feature `http`.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"title":"ErrInternalServer","status":500,"detail":"...","trace_id":"8e9b7f"}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(500)?, body);
    /// assert_eq!(reply.trace_id(), Some("8e9b7f"));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.trace_id.as_deref()
    }

    /// Returns the kind of the body.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::{Body, Reply};
    ///
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(200)?, b"<html><title>Log in</title></html>");
    /// assert_eq!(reply.body(), Body::Html);
    /// assert!(reply.is_failure()); // the API never answers with a page
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
    /// use amo_codes::{Advice, HttpStatus};
    /// use amo_codes_reply::Reply;
    ///
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(504)?, b"");
    /// assert_eq!(reply.advice(), Advice::RetryLater);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn advice(&self) -> Advice {
        self.worst().map_or(Advice::NotAnError, Finding::advice)
    }

    /// Returns everything that the body reports, in the body's order, including codes that are not errors, such as 280.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"_embedded":{"errors":{"update":[{"code":217},{"code":216}]}}}"#;
    /// let reply = Reply::read("/api/v2/leads", HttpStatus::try_from(200)?, body);
    /// let numbers: Vec<_> = reply.findings().iter().filter_map(|finding| finding.number()).collect();
    /// assert_eq!(numbers, [217, 216]);
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
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = format!("{{\"errors\":[{}1]}}", "1,".repeat(99_999));
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body.as_bytes());
    /// assert_eq!((reply.findings().len(), reply.omitted()), (1_000, 99_000));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// Returns the most severe finding, in the order of [`Advice`]; the first one, if several are equally severe.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = br#"{"_embedded":{"errors":{"add":[{"code":226},{"code":244}]}}}"#;
    /// let reply = Reply::read("/api/v2/notes", HttpStatus::try_from(200)?, body);
    /// assert_eq!(reply.worst().and_then(|finding| finding.number()), Some(244));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn worst(&self) -> Option<&Finding> {
        self.findings.iter().rev().max_by_key(|finding| finding.advice())
    }

    /// Returns the path of the request, without host and query.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let url = "https://x.amocrm.ru/private/api/auth.php?USER_HASH=secret";
    /// let reply = Reply::read(url, HttpStatus::try_from(200)?, b"{}");
    /// assert_eq!(reply.path(), "/private/api/auth.php");
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the HTTP status of the reply.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// let status = HttpStatus::try_from(202)?;
    /// assert_eq!(Reply::read("/api/v4/leads", status, b"").status(), status);
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
    /// use amo_codes::HttpStatus;
    /// use amo_codes_reply::Reply;
    ///
    /// fn check(status: HttpStatus, body: &[u8]) -> Result<(), Reply> {
    ///     Reply::read("/api/v4/leads", status, body).into_result()
    /// }
    /// assert!(check(HttpStatus::try_from(200)?, b"{}").is_ok());
    /// assert!(check(HttpStatus::try_from(500)?, b"{}").is_err());
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_failure() { Err(self) } else { Ok(()) }
    }
}

impl std::error::Error for Reply {}
