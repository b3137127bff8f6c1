//! The code that both clients share: requests, errors, and the rule that decides what to do after an error.

use std::time::Duration;

use amo_codes::reply::Reply;
use amo_codes::{Advice, InvalidHttpStatus};
use backon::ExponentialBuilder;
use http::Method;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use serde::Deserialize;
use serde_json::json;
use tracing::warn;

/// The delays between retries: at most five, each about twice as long as the one before.
///
/// amoCRM blocks accounts that exceed the rate limit repeatedly. The jitter keeps clients from retrying in step.
pub const BACKOFF: ExponentialBuilder =
    ExponentialBuilder::new().with_min_delay(Duration::from_millis(300)).with_max_times(5).with_jitter();

/// How long to wait for a reply. Without a limit, a lost connection could block a client forever.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// How long to wait before looking for a lead: after HTTP 504, amoCRM may still be creating it.
pub const LOOK_DELAY: Duration = Duration::from_millis(500);

/// A request to amoCRM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The HTTP method.
    pub method: Method,
    /// The path, with the query if there is one.
    pub path: String,
    /// The JSON body. Empty if the request does not have one.
    pub body: String,
    /// The name of the lead that this request creates. No other lead has it, so it shows whether the lead exists.
    pub unique_name: Option<String>,
}

impl Request {
    /// Creates a request that reads something.
    #[must_use]
    pub fn get(path: &str) -> Self {
        Self { method: Method::GET, path: path.to_owned(), body: String::new(), unique_name: None }
    }

    /// Creates a request that writes something.
    #[must_use]
    pub fn post(path: &str, body: &serde_json::Value) -> Self {
        Self { method: Method::POST, path: path.to_owned(), body: body.to_string(), unique_name: None }
    }

    /// Creates a request that adds a lead with a unique name, such as the number of an order.
    #[must_use]
    pub fn create_lead(unique_name: &str) -> Self {
        let request = Self::post("/api/v4/leads", &json!([{ "name": unique_name }]));
        Self { unique_name: Some(unique_name.to_owned()), ..request }
    }

    /// Creates a request that searches for leads with this name, which must not need escaping in a URL.
    #[must_use]
    pub fn find_lead(unique_name: &str) -> Self {
        Self::get(&format!("/api/v4/leads?query={unique_name}"))
    }

    /// Creates a request for a new access token. The credentials of your integration belong here.
    #[must_use]
    pub fn refresh_token() -> Self {
        Self::post("/oauth2/access_token", &json!({ "grant_type": "refresh_token", "refresh_token": "…" }))
    }

    /// Converts the request to the type that reqwest and ureq accept.
    ///
    /// # Errors
    /// Returns an error if the URL or the access token is invalid.
    pub fn to_http(&self, url: &str, access_token: &str) -> http::Result<http::Request<String>> {
        http::Request::builder()
            .method(&self.method)
            .uri(format!("{url}{}", self.path))
            .header(AUTHORIZATION, format!("Bearer {access_token}"))
            .header(CONTENT_TYPE, "application/json")
            .body(self.body.clone())
    }

    /// Returns whether sending the request twice has the same effect as sending it once.
    ///
    /// POST creates entities. The v2 API also uses it for updates, but treating those as unsafe does no harm.
    #[must_use]
    pub fn is_safe_to_repeat(&self) -> bool {
        self.method != Method::POST
    }
}

/// The result of a request that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// amoCRM carried it out.
    Done,
    /// The entity does not exist, so there is nothing to do.
    Skipped,
}

/// The error returned when a request fails.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// amoCRM replied with a failure.
    #[error(transparent)]
    Reply(#[from] Reply),
    /// There is no reply, for example because the connection was lost.
    #[error(transparent)]
    NoReply(Box<dyn std::error::Error + Send + Sync>),
    /// The request could not be sent, because its URL or its access token is invalid.
    #[error("invalid request")]
    InvalidRequest(#[from] http::Error),
    /// The reply is a success, but its body is not in the expected format.
    #[error("unexpected body")]
    UnexpectedBody(#[from] serde_json::Error),
}

impl Error {
    /// Returns the recommended next step.
    #[must_use]
    pub fn advice(&self) -> Advice {
        match self {
            Self::Reply(reply) => reply.advice(),
            Self::NoReply(_) => Advice::RetryLater,
            Self::InvalidRequest(_) | Self::UnexpectedBody(_) => Advice::FixRequest,
        }
    }

    /// Returns whether amoCRM may have carried out the request even though it failed.
    #[must_use]
    pub fn is_outcome_unknown(&self) -> bool {
        match self {
            Self::Reply(reply) => reply.is_outcome_unknown(),
            Self::NoReply(_) => true,
            Self::InvalidRequest(_) | Self::UnexpectedBody(_) => false,
        }
    }
}

impl From<InvalidHttpStatus> for Error {
    fn from(error: InvalidHttpStatus) -> Self {
        Self::NoReply(error.into())
    }
}

/// The next step of a client after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep<'a> {
    /// Wait, then send the request again.
    Retry,
    /// Look for the lead with this unique name. Send the request again only if the lead does not exist.
    LookFirst(&'a str),
    /// Refresh the access token once, then send the request again.
    RefreshToken,
    /// Continue without the entity, which does not exist.
    Skip,
    /// Return the error.
    GiveUp,
}

/// Decides what to do after an error.
///
/// If the outcome is unknown, a request that is not safe to repeat is not simply sent again: the first attempt may
/// have created the entity, and the second one would create a duplicate.
#[must_use]
pub fn next_step<'a>(request: &'a Request, error: &Error) -> NextStep<'a> {
    match error.advice() {
        Advice::RetryLater if request.is_safe_to_repeat() || !error.is_outcome_unknown() => NextStep::Retry,
        Advice::RetryLater => request.unique_name.as_deref().map_or(NextStep::GiveUp, NextStep::LookFirst),
        Advice::SignIn => NextStep::RefreshToken,
        Advice::NotFound => NextStep::Skip,
        _ => NextStep::GiveUp,
    }
}

/// Logs that a request will be sent again after a delay.
pub fn log_retry(error: &Error, delay: Duration) {
    warn!(%error, ?delay, "retrying");
}

/// Returns whether the reply to [`Request::find_lead`] lists a lead with exactly this name.
///
/// # Errors
/// Returns an error if the body is not a list of leads.
pub fn contains_lead(body: &[u8], unique_name: &str) -> Result<bool, Error> {
    #[derive(Deserialize)]
    struct Page {
        #[serde(rename = "_embedded")]
        embedded: Embedded,
    }
    #[derive(Deserialize)]
    struct Embedded {
        leads: Vec<Lead>,
    }
    #[derive(Deserialize)]
    struct Lead {
        name: String,
    }
    // If there are no leads, amoCRM replies with HTTP 204 and an empty body.
    if body.is_empty() {
        return Ok(false);
    }
    let page: Page = serde_json::from_slice(body)?;
    Ok(page.embedded.leads.iter().any(|lead| lead.name == unique_name))
}

/// Returns the access token in the reply to [`Request::refresh_token`].
///
/// # Errors
/// Returns an error if the body does not have one.
pub fn access_token(body: &[u8]) -> Result<String, Error> {
    #[derive(Deserialize)]
    struct Token {
        access_token: String,
    }
    let token: Token = serde_json::from_slice(body)?;
    Ok(token.access_token)
}
