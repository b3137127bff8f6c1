//! A reply: what is read, and the getters.

use std::time::Duration;

use amo_codes::private::path_of;
use amo_codes::{Advice, HttpStatus};

use crate::body::BodyKind;
use crate::findings::Findings;
use crate::hints::Hints;
use crate::json::{self, Json};
use crate::problem::own_status;
use crate::{Effect, Finding, NextStep, Outcome};

mod displayed;

/// An amoCRM reply: what went wrong, if anything, and what to do next.
///
/// `Display` writes a single human-readable line, which ends with the advice and, if the request was not refused, with whether it
/// was carried out. `Reply` implements [`Error`](core::error::Error).
///
/// ```
/// use amo_codes_reply::{Effect, NextStep, Reply};
///
/// fn next(status: u16, body: &[u8]) -> Result<&'static str, Reply> {
///     let reply = Reply::read("/api/v4/leads", status, body);
///     Ok(match reply.next_step(Effect::Write) {
///         NextStep::Continue => "continue",
///         NextStep::Retry { .. } => "wait, then send it again",
///         NextStep::Check => "check whether the lead was created",
///         NextStep::SignIn => "refresh the token once, then send it again",
///         NextStep::Skip => "leave out what does not exist",
///         NextStep::GiveUp => return Err(reply),
///     })
/// }
/// assert_eq!(next(204, b"")?, "continue");
/// assert_eq!(next(429, b"<html>429 Too Many Requests</html>")?, "wait, then send it again");
/// assert_eq!(next(502, b"")?, "check whether the lead was created");
/// let error = next(403, br#"{"title":"Forbidden","detail":"Invalid scope"}"#).unwrap_err();
/// assert_eq!(error.to_string(), "/api/v4/leads: HTTP 403: Invalid scope (ask the user)");
/// # Ok::<_, Reply>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    path: Box<str>,
    status: Option<HttpStatus>,
    body_kind: BodyKind,
    findings: Vec<Finding>,
    omitted_findings: usize,
    outcome: Outcome,
    pub(crate) hints: Hints,
}

impl Reply {
    /// Reads an amoCRM reply: the requested path or URL, and the HTTP status and the body of the response.
    ///
    /// Any bytes are accepted. If the body does not say why a request failed, there is one finding without a number. A status that
    /// is not from 100 to 599, such as 0 or 999, is treated like a lost reply: a failure, [`Advice::RetryLater`] unless the body
    /// says something else, and [`Outcome::Unknown`].
    ///
    /// ```
    /// use amo_codes::code;
    /// use amo_codes_reply::Reply;
    ///
    /// let body = r#"{"response":{"contacts":{"add":{"error":"Код ошибки 205."}}}}"#;
    /// let reply = Reply::read("/api/v2/contacts", 200, body.as_bytes());
    /// assert_eq!(reply.findings()[0].code(), Some(code!(205)));
    /// ```
    #[must_use]
    pub fn read(url: &str, status: u16, body: &[u8]) -> Self {
        let status = HttpStatus::from_u16(status);
        // What is not an HTTP status says as little as a server error.
        Self::new(url, status, body, |_| Some(status.map_or(500, |status| status.as_u16().into())))
    }

    /// Reads a body whose HTTP status nobody knows: a saved one, or one in a log.
    ///
    /// The outcome is [`Refused`](Outcome::Refused) if the body has an HTTP status from 400 to 499 of its own in `status`, and
    /// nothing else in it says otherwise; otherwise it is [`Unknown`](Outcome::Unknown), even if there is no error. A code such as
    /// 429 does not prove a refusal, because it may come with any status.
    ///
    /// ```
    /// use amo_codes_reply::{Effect, NextStep, Outcome, Reply};
    ///
    /// let body = br#"{"title":"Bad Request","status":400,"detail":"Invalid filter"}"#;
    /// let reply = Reply::without_status("/api/v4/leads", body);
    /// assert_eq!((reply.status(), reply.outcome()), (None, Outcome::Refused));
    ///
    /// let body = br#"{"response":{"error":"...","error_code":"429"}}"#;
    /// let reply = Reply::without_status("/api/v2/leads", body);
    /// assert_eq!(reply.next_step(Effect::Write), NextStep::Check);
    /// ```
    #[must_use]
    pub fn without_status(url: &str, body: &[u8]) -> Self {
        Self::new(url, None, body, |tree| tree.and_then(own_status))
    }

    /// Reads a body with an HTTP status, which may depend on it.
    fn new(
        url: &str,
        status: Option<HttpStatus>,
        body: &[u8],
        http: impl Fn(Option<&Json<'_>>) -> Option<i64>,
    ) -> Self {
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let tree = json::parse(body).ok();
        let kind = if tree.is_some() { BodyKind::Json } else { BodyKind::of_text(body) };
        let mut found = Findings::new(url, http(tree.as_ref()), kind);
        match &tree {
            Some(tree) => found.read(tree),
            None => found.read_text(body),
        }
        Self {
            path: path_of(url).into(),
            status,
            body_kind: kind,
            outcome: found.outcome(),
            findings: found.kept,
            omitted_findings: found.omitted,
            hints: found.hints,
        }
    }

    /// Decides what to do next, by the advice, by whether the request was carried out, and by what it does.
    ///
    /// | advice | outcome | to read | to delete | to write |
    /// |---|---|---|---|---|
    /// | not an error | `Done` | `Continue` | `Continue` | `Continue` |
    /// | retry later | `Refused` | `Retry` | `Retry` | `Retry` |
    /// | retry later, not an error | `Partial`, `Unknown` | `Retry` | `Retry` | `Check` |
    /// | sign in again | `Refused` | `SignIn` | `SignIn` | `SignIn` |
    /// | sign in again | `Partial`, `Unknown` | `SignIn` | `SignIn` | `Check` |
    /// | not found | `Refused` | `Skip` | `Skip` | `GiveUp` |
    /// | not found | `Partial` | `GiveUp` | `Skip` | `Check` |
    /// | not found | `Unknown` | `Retry` | `Retry` | `Check` |
    /// | any other | `Refused` | `GiveUp` | `GiveUp` | `GiveUp` |
    /// | any other | `Partial`, `Unknown` | `GiveUp` | `GiveUp` | `Check` |
    ///
    /// If there is no reply at all, ask [`NextStep::without_reply`].
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use amo_codes_reply::{Effect, NextStep, Reply};
    ///
    /// let reply = Reply::read("/api/v4/leads", 429, br#"{"retry_after":300}"#);
    /// let after = Some(Duration::from_secs(300));
    /// assert_eq!(reply.next_step(Effect::Write), NextStep::Retry { after });
    ///
    /// // It may have been carried out.
    /// let reply = Reply::read("/api/v4/leads", 504, b"");
    /// assert_eq!(reply.next_step(Effect::Read), NextStep::Retry { after: None });
    /// assert_eq!(reply.next_step(Effect::Write), NextStep::Check);
    /// ```
    #[must_use]
    pub fn next_step(&self, effect: Effect) -> NextStep {
        NextStep::decide(self.advice(), self.outcome, effect, self.retry_after())
    }

    /// Returns whether anything went wrong.
    ///
    /// HTTP 200 replies may contain failures; 204 and code 2002 are not failures.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let body = br#"{"errors":["Not saved"]}"#;
    /// let reply = Reply::read("/api/v4/leads", 200, body);
    /// assert!(reply.is_failure());
    /// ```
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.advice() != Advice::NotAnError
    }

    /// Returns whether the request was carried out, or a part of it.
    ///
    /// ```
    /// # use amo_codes_reply::{Outcome, Reply};
    /// let reply = Reply::read("/api/v4/leads", 502, b"");
    /// assert_eq!(reply.outcome(), Outcome::Unknown);
    /// ```
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Returns how long to wait before the next request, if the body's `retry_after` or the header `Retry-After` says so: the
    /// longer of the two. The header needs the feature `http`.
    ///
    /// ```
    /// # use std::time::Duration; use amo_codes_reply::Reply;
    /// let body = br#"{"retry_after":300}"#;
    /// let reply = Reply::read("/api/v4/leads", 429, body);
    /// assert_eq!(reply.retry_after(), Some(Duration::from_secs(300)));
    /// ```
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.hints.retry_after
    }

    /// Returns the id of the request that amoCRM's support asks for, if the body's `trace_id` or the header `X-Request-Id`
    /// gives one. The header needs the feature `http`.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let body = br#"{"trace_id":"8e9b"}"#;
    /// let reply = Reply::read("/api/v4/leads", 500, body);
    /// assert_eq!(reply.trace_id(), Some("8e9b"));
    /// ```
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.hints.trace_id.as_deref()
    }

    /// Returns the kind of the body.
    ///
    /// ```
    /// # use amo_codes_reply::{BodyKind, Reply};
    /// let reply = Reply::read("/api/v4/leads", 502, b"<h1>502</h1>");
    /// assert_eq!(reply.body_kind(), BodyKind::Html);
    /// ```
    #[must_use]
    pub fn body_kind(&self) -> BodyKind {
        self.body_kind
    }

    /// Returns the advice of the [most severe](Self::worst) finding. It does not depend on what the request does, or on whether
    /// it was carried out: [`next_step`](Self::next_step) decides.
    ///
    /// ```
    /// # use amo_codes::Advice; use amo_codes_reply::Reply;
    /// let reply = Reply::read("/api/v4/leads", 402, b"");
    /// assert_eq!(reply.advice(), Advice::AskUser);
    /// ```
    #[must_use]
    pub fn advice(&self) -> Advice {
        self.worst().map_or(Advice::NotAnError, Finding::advice)
    }

    /// Returns everything that the body reports, in the body's order, including codes that are not errors, such as 280.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let body = br#"{"errors":{"31":"Gone","32":"Old"}}"#;
    /// let reply = Reply::read("/api/v4/leads", 400, body);
    /// let messages = reply.findings().iter().map(|finding| finding.message());
    /// assert!(messages.eq(["Gone", "Old"]));
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
    /// # use amo_codes_reply::Reply;
    /// let body = format!("{{\"errors\":[{}]}}", vec!["\"Is old\""; 1001].join(","));
    /// let reply = Reply::read("/api/v4/leads", 400, body.as_bytes());
    /// assert_eq!((reply.findings().len(), reply.omitted_findings()), (1000, 1));
    /// ```
    #[must_use]
    pub fn omitted_findings(&self) -> usize {
        self.omitted_findings
    }

    /// Returns the most severe finding, in the order of [`Advice`]; the first one, if several are equally severe.
    ///
    /// ```
    /// # use amo_codes::Advice; use amo_codes_reply::Reply;
    /// let body = br#"{"errors":[{"code":226},{"code":213}]}"#;
    /// let reply = Reply::read("/api/v4/leads", 400, body);
    /// assert_eq!(reply.worst().map(|finding| finding.advice()), Some(Advice::FixRequest));
    /// ```
    #[must_use]
    pub fn worst(&self) -> Option<&Finding> {
        self.findings.iter().rev().max_by_key(|finding| finding.advice())
    }

    /// Returns the path of the request, without host and query.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let url = "https://acme.amocrm.ru/api/v4/leads?page=2";
    /// let reply = Reply::read(url, 204, b"");
    /// assert_eq!(reply.path(), "/api/v4/leads");
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the HTTP status of the reply, if it is known and valid.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let reply = Reply::read("/api/v4/leads", 204, b"");
    /// assert_eq!(reply.status().map(u16::from), Some(204));
    /// ```
    #[must_use]
    pub fn status(&self) -> Option<HttpStatus> {
        self.status
    }

    /// Returns `Err(self)` if the reply is a failure, for use with `?`.
    ///
    /// # Errors
    /// Returns the reply if [`is_failure`](Self::is_failure) is true.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// fn check(status: u16, body: &[u8]) -> Result<(), Reply> {
    ///     Reply::read("/api/v4/leads", status, body).into_result()
    /// }
    /// assert!(check(204, b"").is_ok());
    /// ```
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_failure() { Err(self) } else { Ok(()) }
    }
}

impl std::error::Error for Reply {}
