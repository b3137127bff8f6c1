//! Reads amoCRM's replies: turns a path, an HTTP status and a body into codes and a recommended next step.
//!
//! amoCRM reports failures in many formats, some of them with HTTP 200, and often without a number.
//!
//! ```
//! use amo_codes::{Advice, HttpStatus, reply::Reply};
//!
//! let body = br#"{"response":{"error":"...","error_code":"244","server_time":1767225600}}"#;
//! let reply = Reply::read("/api/v2/tasks", HttpStatus::try_from(400)?, body);
//! assert!(reply.is_failure());
//! assert_eq!(reply.advice(), Advice::AskUser);
//! assert_eq!(
//!     reply.to_string(),
//!     "/api/v2/tasks: HTTP 400: tasks.244: Adding transactions: no rights. (ask the user)"
//! );
//! # Ok::<_, amo_codes::InvalidHttpStatus>(())
//! ```
//!
//! # Supported formats
//!
//! The old API and v2, with HTTP 200 as well. `response` may be missing, and `error_code` may be a string or a number:
//!
//! | body | what is read |
//! |---|---|
//! | `{"response":{"error_code":"110","error":"…"}}` | the number in `error_code` |
//! | `{"response":{"contacts":{"add":{"error":"Код ошибки 205. …"}}}}` | the number in the text |
//! | `{"response":{"unsorted":{"add":{"error_code":231,"error":"…"}}}}` | the number in `error_code` |
//! | `{"response":{"unsorted":{"add":{"status":"fail"}}}}` | a failure, because `status` is not `success` |
//! | `{"response":{"leads":{"update":{"errors":{"17207117":"…"}}}}}` | the text for each entity id |
//! | `{"response":{"customers":{"delete":{"errors":[{"code":404,"message":"Error 282."}]}}}}` | the number in the text; a `code` from 400 to 599 is an HTTP status |
//! | `{"_embedded":{"errors":{"update":[{"code":217,"message":"…"}]}}}` | the number in `code` |
//! | `{"_embedded":{"errors":[["Код ошибки 222. …"]]}}` | the number in the text |
//! | `{"status":"fail","id":7}`, `{"status":"no note"}` | a failure |
//! | `{"status":"fail","errors":["Недостаточно прав …"]}` | the texts |
//! | `{"error":0,"error_code":0}` | a success |
//!
//! v4:
//!
//! | body | what is read |
//! |---|---|
//! | `{"title":"Bad Request","type":"…","status":400,"detail":"Код ошибки 244. …"}` | the number in the text; `status` is the HTTP status |
//! | `{"title":"Error","status":244,"detail":"…"}`, also with `type` | the number in `status`, unless it equals the HTTP status; with `type`, not from 400 to 599 |
//! | `{"errors":[{"code":226}]}` | the number in `code`, unless it equals the HTTP status |
//! | `{"errors":[{"title":"Entity not found","status":263}]}` | the number in `status`, if it is from 100 to 399 or above 599, or is in the table, and differs from the HTTP status |
//! | `{"errors":{"11062353":"…"}}` | the text for each entity id |
//! | `{"validation-errors":[{"request_id":"0","errors":[{"code":"NotBlank","path":"name","detail":"…"}]}]}` | each error's key, field and text; `code` is never a number |
//! | `{"validation-errors":{"request_id":"0","errors":[{"code":"NotBlank"}],"other":1}}` | the same; other keys are ignored |
//! | `{"hint":"Token has been revoked","title":"…","status":401}` | the text; on `/oauth2/access_token`, a person must act |
//! | `{"title":"Некорректный клиент","status":401}` | the title; on `/oauth2/access_token`, a person must act |
//! | `{"title":"Bad Request","status":400,"detail":"Customers disabled"}` | the text; a person must act |
//! | `{"title":"Not Found","status":404,"detail":"Cannot DELETE https://…"}` | the text: the path or method is wrong; the entity may exist |
//!
//! Others:
//!
//! | body | what is read |
//! |---|---|
//! | `{"error_code":403,"error_type":"ORIGIN_INVALID_SIGNATURE","error_description":"…"}` (chats) | the key in `error_type` and the text; `error_code` is the HTTP status |
//! | `{"error_code":100500}` | a number above 65535 is the key of an error, not a code |
//! | an HTML page, an empty body, anything else | the HTTP status and the page's title |
//!
//! No other numbers are interpreted: not those in a successful reply, not ids, times, UUIDs or pages of HTML.
//!
//! # Confidential data
//!
//! Messages come only from the fields above that hold human-readable text and from the title of an HTML page. Raw JSON in them
//! is removed, and every URL is reduced to its path: without scheme, host, user info and query. So the `Display` output of a
//! [`Reply`] is safe to log. What cannot be recognized is a secret in plain words, such as `password: …`, and most hosts on
//! their own. A [`pointer`](Finding::pointer) has the keys of the body as they are.
//!
//! # Memory
//!
//! Reading takes at most 1 MiB plus three times the size of the body; most bodies need only a few kilobytes.

mod advice;
mod body;
mod collector;
mod fields;
mod finding;
mod grammar;
mod known_texts;
mod line;
mod pointer;
mod problem;
#[cfg(feature = "serde")]
mod serialize;
mod text;
mod url;
mod visit;

use std::boxed::Box;
use std::vec::Vec;

use self::advice::is_failing;
pub use self::body::Body;
use self::collector::Collector;
use self::fields::Failure;
use self::finding::Context;
pub use self::finding::Finding;
use crate::{Advice, HttpStatus};

/// An amoCRM reply: what went wrong, if anything, and what to do next.
///
/// `Display` writes a single human-readable line, and `Reply` implements [`Error`](core::error::Error).
///
/// ```
/// use amo_codes::{Advice, HttpStatus, reply::Reply};
///
/// fn next(path: &str, status: u16, body: &[u8]) -> Result<&'static str, Box<dyn std::error::Error>> {
///     let reply = Reply::read(path, HttpStatus::try_from(status)?, body);
///     Ok(match reply.advice() {
///         Advice::NotAnError => "continue",
///         Advice::NotFound => "skip it",
///         Advice::RetryLater if reply.is_outcome_unknown() => "check whether the entity was created",
///         Advice::RetryLater => "retry with backoff",
///         Advice::SignIn => "refresh the token once, then retry",
///         _ => return Err(reply.into()),
///     })
/// }
/// assert_eq!(next("/api/v4/leads", 204, b"")?, "continue");
/// assert_eq!(next("/api/v4/leads", 429, b"<html>429 Too Many Requests</html>")?, "retry with backoff");
/// assert_eq!(next("/api/v4/leads", 502, b"")?, "check whether the entity was created");
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
}

impl Reply {
    /// Reads an amoCRM reply: the requested path or URL, and the response's status and body.
    ///
    /// Any bytes are accepted. If the body does not say why a request failed, there is one finding without a number.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, code, reply::Reply};
    ///
    /// let body = r#"{"response":{"contacts":{"add":{"error":"Код ошибки 205. Обратитесь в поддержку"}}}}"#;
    /// let reply = Reply::read("https://x.amocrm.ru/api/v2/contacts", HttpStatus::try_from(200)?, body.as_bytes());
    /// assert_eq!(reply.findings()[0].code(), Some(code!(205)));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn read(path: &str, status: HttpStatus, body: &[u8]) -> Self {
        /// How much memory the findings may take in addition to the size of the body: enough for any first one, whose pointer
        /// has at most 127 keys of 2 KiB.
        const BUDGET: usize = 256 * 1024;
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let context = Context { path, http: status };
        let mut collector = Collector::new(context, BUDGET.saturating_add(body.len()));
        let fields = visit::visit(&mut collector, body);
        let kind = if fields.is_ok() { Body::Json } else { Body::of_text(body) };
        let (mut findings, omitted) = if let Ok(fields) = fields {
            if let Some(failure) = problem::problem(&fields, status, !collector.found.is_empty()) {
                collector.push(&failure, 0);
            }
            (collector.found, collector.omitted)
        } else {
            (Vec::new(), 0)
        };
        let is_unreadable = is_success(status) && matches!(kind, Body::Html | Body::Other);
        if findings.is_empty() && (is_failing(status) || is_unreadable) {
            let title = if kind == Body::Html { text::title(body) } else { Box::default() };
            let repeat = if Body::is_truncated_json(body) { Advice::RetryLater } else { Advice::FixRequest };
            let advice = if is_unreadable { Some(repeat) } else { None };
            let failure = Failure { text: &title, advice, ..Failure::default() };
            findings.push(Finding::new(&failure, Box::default(), &context));
        }
        Self { path: text::clean_path(path), status, body: kind, findings, omitted }
    }

    /// Returns whether anything went wrong.
    ///
    /// HTTP 200 replies may contain failures; 204 and code 2002 are not failures.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
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

    /// Returns whether the request may have been carried out even though the reply is a failure.
    ///
    /// This is the case for every HTTP status from 500, even if only the body gives it, and for a 2xx reply whose body cannot
    /// be read. Repeat a request that creates something only if this is `false`; otherwise, first check whether the entity
    /// exists, or you may create a duplicate.
    ///
    /// If a 2xx reply has findings for some items of a batch, the others were carried out: do not repeat those.
    ///
    /// ```
    /// use amo_codes::{Advice, HttpStatus, reply::Reply};
    ///
    /// let read = |status, body| HttpStatus::try_from(status).map(|status| Reply::read("/api/v4/leads", status, body));
    /// let (limited, gateway, truncated) = (read(429, b"")?, read(504, b"")?, read(200, br#"{"_embedded":{"le"#)?);
    /// assert!(!limited.is_outcome_unknown());
    /// assert!(gateway.is_outcome_unknown());
    /// assert!(truncated.is_outcome_unknown());
    /// for reply in [limited, gateway, truncated] {
    ///     assert_eq!(reply.advice(), Advice::RetryLater);
    /// }
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn is_outcome_unknown(&self) -> bool {
        let is_unreadable = is_success(self.status) && matches!(self.body, Body::Html | Body::Other);
        let is_server_error = self.status.as_u16() >= 500 || self.findings.iter().any(Finding::is_server_error);
        self.is_failure() && (is_server_error || is_unreadable)
    }

    /// Returns the kind of the body.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    /// use amo_codes::reply::{Body, Reply};
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
    /// Before you repeat a request that creates something, see [`is_outcome_unknown`](Self::is_outcome_unknown).
    ///
    /// ```
    /// use amo_codes::{Advice, HttpStatus, reply::Reply};
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
    /// use amo_codes::{HttpStatus, reply::Reply};
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

    /// Returns the number of findings dropped because of the memory limit, which is 256 KiB plus the size of the body.
    ///
    /// amoCRM's replies stay far below it, because a request has at most 500 entities. A finding that is more severe than all
    /// others is never dropped.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = format!("{{\"errors\":[{}1]}}", "1,".repeat(99_999));
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body.as_bytes());
    /// assert_eq!(reply.findings().len() + reply.omitted(), 100_000);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// Returns the most severe finding, in the order of [`Advice`]; the first one, if several are equally severe.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
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

    /// Returns the request path, without host and query, so it is safe to log.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
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
    /// use amo_codes::{HttpStatus, reply::Reply};
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
    /// use amo_codes::{HttpStatus, reply::Reply};
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

fn is_success(status: HttpStatus) -> bool {
    (200..300).contains(&status.as_u16())
}

impl core::error::Error for Reply {}
