//! The code that both clients share: requests, errors, and the rule that decides what to do after an error.

use std::time::Duration;

use amo_codes::Advice;
use amo_codes_reply::{Outcome, Reply};
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

/// The longest delay that amoCRM may ask for. If it asks for more, the request is given up instead of blocking the program.
pub const LONGEST_DELAY: Duration = Duration::from_secs(60);

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
    /// What the request does.
    pub effect: Effect,
}

/// What a request does, which decides how a client may react to a failure. The HTTP method does not: v2 uses POST for
/// everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// It reads something.
    Read,
    /// It deletes something.
    Delete,
    /// It creates the lead with this name. No other lead has it, so it shows whether the lead exists.
    CreateLead {
        /// The name of the lead.
        unique_name: String,
    },
    /// It changes something else.
    Write,
}

impl Request {
    /// Creates a request that reads something.
    #[must_use]
    pub fn get(path: &str) -> Self {
        Self { method: Method::GET, path: path.to_owned(), body: String::new(), effect: Effect::Read }
    }

    /// Creates a request with a body and an effect.
    #[must_use]
    pub fn post(path: &str, body: &serde_json::Value, effect: Effect) -> Self {
        Self { method: Method::POST, path: path.to_owned(), body: body.to_string(), effect }
    }

    /// Creates a request that adds a lead with a unique name, such as the number of an order.
    #[must_use]
    pub fn create_lead(unique_name: &str) -> Self {
        let effect = Effect::CreateLead { unique_name: unique_name.to_owned() };
        Self::post("/api/v4/leads", &json!([{ "name": unique_name }]), effect)
    }

    /// Creates a request that searches for leads with this name, which must not need escaping in a URL.
    ///
    /// The search also finds leads that only contain the name; 250 is the longest page.
    #[must_use]
    pub fn find_lead(unique_name: &str) -> Self {
        Self::get(&format!("/api/v4/leads?query={unique_name}&limit=250"))
    }

    /// Creates a request for new tokens. The credentials of your integration belong here, too.
    #[must_use]
    pub fn refresh_tokens(refresh_token: &str) -> Self {
        let body = json!({ "grant_type": "refresh_token", "refresh_token": refresh_token });
        // A refresh token can be used only once.
        Self::post("/oauth2/access_token", &body, Effect::Write)
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
    #[must_use]
    pub fn is_safe_to_repeat(&self) -> bool {
        matches!(self.effect, Effect::Read | Effect::Delete)
    }
}

/// The result of a request that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Success {
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

    /// Returns whether nothing of the request was carried out. If there is no reply, amoCRM may have carried it out.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Reply(reply) if reply.outcome() == Outcome::Refused)
    }

    /// Returns how long to wait before the request is sent again: as long as amoCRM says, but at least the backoff. `None` if
    /// there were enough attempts, or if amoCRM asks for more than [`LONGEST_DELAY`].
    #[must_use]
    pub fn delay(&self, backoff: Option<Duration>) -> Option<Duration> {
        let told = if let Self::Reply(reply) = self { reply.retry_after() } else { None };
        backoff
            .map(|delay| delay.max(told.unwrap_or_default()))
            .filter(|_| told.is_none_or(|told| told <= LONGEST_DELAY))
    }
}

/// The next step of a client after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep<'a> {
    /// Wait, then send the request again.
    Retry,
    /// Look for the lead with this unique name. Send the request again only if the lead does not exist.
    LookFirst(&'a str),
    /// Refresh the tokens once, then send the request again.
    RefreshTokens,
    /// Continue without the entity, which does not exist.
    Skip,
    /// Return the error.
    GiveUp,
}

/// Decides what to do after an error.
///
/// A request that changes something is sent again only if [nothing was carried out](Error::is_refusal): otherwise, the first
/// attempt may have created an entity, or some of the entities of a batch, and the second one would create duplicates.
#[must_use]
pub fn next_step<'a>(request: &'a Request, error: &Error) -> NextStep<'a> {
    let may_repeat = request.is_safe_to_repeat() || error.is_refusal();
    match (error.advice(), &request.effect) {
        (Advice::RetryLater, _) if may_repeat => NextStep::Retry,
        (Advice::RetryLater, Effect::CreateLead { unique_name }) => NextStep::LookFirst(unique_name),
        (Advice::SignIn, _) if may_repeat => NextStep::RefreshTokens,
        // If something is missing for a request that creates or changes, skipping the request would lose its data.
        (Advice::NotFound, Effect::Read | Effect::Delete) => NextStep::Skip,
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

/// The tokens of an integration. Store both after each refresh: the old refresh token is no longer valid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Tokens {
    /// Authorizes requests for a day.
    pub access_token: String,
    /// Can be exchanged once for new tokens.
    pub refresh_token: String,
}

impl Tokens {
    /// Reads the reply to [`Request::refresh_tokens`].
    ///
    /// # Errors
    /// Returns an error if the body does not contain both tokens.
    pub fn read(body: &[u8]) -> Result<Self, Error> {
        Ok(serde_json::from_slice(body)?)
    }
}
