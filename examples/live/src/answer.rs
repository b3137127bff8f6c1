//! What both clients do with a reply, or if there is none. [`Reply::next_step`] decides; the clients only count.

use std::time::Duration;

use amo_codes::Advice;
use amo_codes_reply::{NextStep, Reply};
use backon::ExponentialBuilder;
use tracing::warn;

use crate::request::Request;

/// The delays between retries: at most five, each about twice as long as the one before.
///
/// amoCRM blocks accounts that exceed the rate limit repeatedly. The jitter keeps clients from retrying in step.
pub const BACKOFF: ExponentialBuilder =
    ExponentialBuilder::new().with_min_delay(Duration::from_millis(300)).with_max_times(5).with_jitter();

/// The longest delay that amoCRM may ask for. If it asks for more, the request is given up instead of blocking the program.
pub const LONGEST_DELAY: Duration = Duration::from_secs(60);

/// How often a client looks for leads that a request may have created, and sends those again that do not exist.
pub const CHECKS: usize = 3;

/// How long to wait before looking for a lead: after a timeout or HTTP 504, amoCRM may still be creating it.
///
/// This is enough for the mock. For amoCRM, wait at least as long as the timeout of your client.
pub const LOOK_DELAY: Duration = Duration::from_millis(500);

/// The answer to a request that was sent once: the reply and its body, or the reason why there is no reply.
pub type Answer = Result<(Reply, Vec<u8>), NoReply>;

/// The error returned if there is no reply, for example because the connection was lost.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct NoReply(Box<dyn std::error::Error + Send + Sync>);

impl From<reqwest::Error> for NoReply {
    fn from(error: reqwest::Error) -> Self {
        // The message would have the URL, which may be confidential.
        Self(error.without_url().into())
    }
}

impl From<ureq::Error> for NoReply {
    fn from(error: ureq::Error) -> Self {
        Self(error.into())
    }
}

/// Returns the next step after an answer.
#[must_use]
pub fn next_step(request: &Request, answer: &Answer) -> NextStep {
    match answer {
        Ok((reply, _)) => reply.next_step(request.effect),
        Err(NoReply(_)) => NextStep::without_reply(request.effect),
    }
}

/// Logs why there is something to do before the request is finished.
pub fn log(step: NextStep, answer: &Answer) {
    match answer {
        Ok((reply, _)) => warn!("{step}: {reply}"),
        Err(no_reply) => warn!("{step}: {no_reply}"),
    }
}

/// Returns how long to wait before a retry: as long as amoCRM says, but at least the backoff. `None` if there were enough
/// attempts, or if amoCRM asks for more than [`LONGEST_DELAY`].
#[must_use]
pub fn delay(backoff: Option<Duration>, after: Option<Duration>) -> Option<Duration> {
    let after = after.unwrap_or_default();
    backoff.map(|delay| delay.max(after)).filter(|_| after <= LONGEST_DELAY)
}

/// Returns whether what a request did not do can be sent again unchanged, as opposed to a request that must change first.
#[must_use]
pub fn may_send_rest(request: &Request, answer: &Answer) -> bool {
    let must_change = |reply: &Reply| matches!(reply.advice(), Advice::FixRequest | Advice::AskUser);
    !request.lead_names.is_empty() && !answer.as_ref().is_ok_and(|(reply, _)| must_change(reply))
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
    /// There is no reply.
    #[error(transparent)]
    NoReply(#[from] NoReply),
    /// The reply is a success, but its body is not in the expected format.
    #[error("unexpected body")]
    UnexpectedBody(#[from] serde_json::Error),
}

/// Returns the body of a success.
///
/// # Errors
/// Returns an error if there is no reply, or if the reply is a failure.
pub fn body(answer: Answer) -> Result<Vec<u8>, Error> {
    let (reply, body) = answer?;
    reply.into_result()?;
    Ok(body)
}

/// Returns the error of an answer that is not a success.
#[must_use]
pub fn error(answer: Answer) -> Error {
    match answer {
        Ok((reply, _)) => Error::Reply(reply),
        Err(no_reply) => Error::NoReply(no_reply),
    }
}
