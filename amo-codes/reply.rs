//! Reading what the API answers: from a path, an HTTP status and a body to the codes and to what to do next.
//!
//! amoCRM puts the number of an error in one of fifteen places, as a string or as a number, or in a sentence; it
//! reports failures with HTTP 200; and often there is no number. [`Reply::read`] knows the places:
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
//! # Where a number may stand
//!
//! | body | number |
//! |---|---|
//! | `{"response":{"error_code":"110","error":"…"}}`, also without `response` | `error_code` |
//! | `{"response":{"contacts":{"add":{"error":"Код ошибки 205. …"}}}}` | in the sentence |
//! | `{"response":{"unsorted":{"add":{"error_code":231,"error":"…"}}}}` | `error_code` |
//! | `{"response":{"customers":{"delete":{"errors":[{"code":404,"message":"Error 282."}]}}}}` | in the sentence: from 400 to 599 such a `code` is an HTTP status |
//! | `{"_embedded":{"errors":{"update":[{"code":217,"message":"…"}]}}}` | `code` |
//! | `{"_embedded":{"errors":[["Код ошибки 222. …"]]}}` | in the sentence |
//! | `{"errors":[{"code":226}]}` | `code` |
//! | `{"title":"Error","status":244,"detail":"…"}`, without `type` | `status` |
//! | `{"title":"Bad Request","type":"…","status":400,"detail":"Код ошибки 244. …"}` | in the sentence: here `status` is HTTP |
//! | `{"validation-errors":[{"request_id":"0","errors":[{"code":"NotSupportedChoice"}]}]}` | none |
//! | `{"errors":{"17207117":"…"}}`, `{"status":"fail","id":7}`, HTML, nothing | none |
//!
//! Digits are read nowhere else: not in what a success holds, not in ids, times, UUIDs or pages of HTML.

mod advice;
mod fields;
mod finding;
mod node;
mod place;
mod pointer;
mod problem;
mod sentence;
mod text;
mod walk;

use core::cell::LazyCell;
use core::fmt;
use std::boxed::Box;
use std::vec::Vec;

pub use self::finding::Finding;
use self::text::OneLine;
use self::walk::{Raw, Walk};
use crate::{Advice, HttpStatus, Section};

/// What the API answered: everything that went wrong, and what to do next.
///
/// As an [`Error`](core::error::Error) it is one line for a person to act on: path, HTTP status, the address and the
/// description of the worst finding, the advice. See the [module](self) for what is read.
///
/// ```
/// use amo_codes::{Advice, HttpStatus, reply::Reply};
///
/// fn next(path: &str, status: u16, body: &[u8]) -> Result<&'static str, Box<dyn std::error::Error>> {
///     let reply = Reply::read(path, HttpStatus::try_from(status)?, body);
///     Ok(match reply.advice() {
///         Advice::NotAnError => "go on",
///         Advice::RetryLater => "pause and repeat",
///         Advice::SignIn => "renew the token and repeat",
///         Advice::NotFound => "skip it",
///         _ => return Err(reply.into()),
///     })
/// }
/// assert_eq!(next("/api/v4/leads", 204, b"")?, "go on");
/// assert_eq!(next("/api/v4/leads", 429, b"<html>429 Too Many Requests</html>")?, "pause and repeat");
/// let error = next("/api/v4/leads", 403, br#"{"title":"Forbidden","status":403,"detail":"Invalid scope"}"#);
/// assert_eq!(error.unwrap_err().to_string(), "/api/v4/leads: HTTP 403: Invalid scope (ask the user)");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    path: Box<str>,
    status: HttpStatus,
    findings: Vec<Finding>,
    omitted: usize,
}

impl Reply {
    /// Reads an answer of amoCRM: the path or the URL that was asked, the HTTP status and the body as they came.
    ///
    /// Any bytes are read, without a panic and in memory of at most a few times their size. A failure without a body
    /// that can be read is one finding without a number.
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
        let (raws, omitted) = raws(status, body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body));
        let section = LazyCell::new(|| Section::from_path(path));
        let findings = raws.into_iter().map(|raw| Finding::new(raw, || *section, status)).collect();
        Self { path: crate::private::bare(path).into(), status, findings, omitted }
    }

    /// Whether anything went wrong: HTTP 200 may hold failures, while 204 and the code 2002 are none.
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

    /// What to do next about the whole reply: the advice of the [worst](Self::worst) finding.
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

    /// Everything that the body says went wrong, in the body's order; codes that are no errors, such as 280, too.
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

    /// How many findings were not kept, as together they would take more than 256 KiB and four times the body.
    ///
    /// A reply of amoCRM, whose requests name 500 entities at most, stays far below that.
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

    /// The finding of which the least can be mended by a program; of several such, the first.
    ///
    /// From bad to worse: [`NotFound`](Advice::NotFound), [`RetryLater`](Advice::RetryLater),
    /// [`SignIn`](Advice::SignIn), [`FixRequest`](Advice::FixRequest), [`AskUser`](Advice::AskUser).
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

    /// The path that was asked, without host and query, which may hold what no log should.
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

    /// The HTTP status that the reply came with.
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

    /// The reply as an error where it tells of a failure, for the operator `?`.
    ///
    /// # Errors
    /// The reply itself.
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

/// What the body and the status say, before a table is asked; and how many findings were not kept.
fn raws(status: HttpStatus, body: &[u8]) -> (Vec<Raw>, usize) {
    let (mut walk, read) = Walk::new(body);
    if read.is_ok() {
        let fields = core::mem::take(&mut walk.fields);
        if let Some(said) = problem::problem(&fields, status, !walk.found.is_empty()) {
            walk.push(&said);
        }
    }
    let is_failure = !walk.found.is_empty() || walk.omitted > 0 || advice::is_failing(status);
    if is_failure && (read.is_err() || walk.found.is_empty()) {
        let others = if read.is_ok() { walk.omitted.saturating_sub(1) } else { 0 };
        return (Vec::from([Raw::new(text::first_line(body))]), others);
    }
    walk.found.sort_by_key(|raw| raw.order);
    (walk.found, walk.omitted)
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: HTTP {}: ", OneLine(&self.path), self.status)?;
        let Some(worst) = self.worst() else {
            return write!(f, "{}", Advice::NotAnError);
        };
        write!(f, "{worst}")?;
        match self.findings.len() + self.omitted - 1 {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

impl core::error::Error for Reply {}
