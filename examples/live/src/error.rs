//! What both clients do after an error. [`Reply::next_step`] decides; the clients only count.

use std::time::Duration;

use amo_codes::Advice;
use amo_codes_reply::{Effect, NextStep, Reply};
use backon::ExponentialBuilder;
use tracing::warn;

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

/// The error returned when a request fails.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// amoCRM replied with a failure.
    #[error(transparent)]
    Reply(#[from] Reply),
    /// There is no reply, for example because the connection was lost.
    #[error(transparent)]
    NoReply(Box<dyn std::error::Error + Send + Sync>),
    /// The reply is a success, but its body is not in the expected format.
    #[error("unexpected body")]
    UnexpectedBody(#[from] serde_json::Error),
}

impl Error {
    /// Returns the next step after a request that has this effect.
    #[must_use]
    pub fn next_step(&self, effect: Effect) -> NextStep {
        match self {
            Self::Reply(reply) => reply.next_step(effect),
            Self::NoReply(_) => NextStep::without_reply(effect),
            Self::UnexpectedBody(_) => NextStep::GiveUp,
        }
    }

    /// Returns whether the request must change, or a person must act, before any of it is sent again.
    #[must_use]
    pub fn needs_a_change(&self) -> bool {
        matches!(self, Self::Reply(reply) if matches!(reply.advice(), Advice::FixRequest | Advice::AskUser))
    }

    /// Logs the error, with what the client does about it.
    pub fn log(&self, step: NextStep) {
        warn!("{step}: {self}");
    }
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        // The message would have the URL, which may be confidential.
        Self::NoReply(error.without_url().into())
    }
}

impl From<ureq::Error> for Error {
    fn from(error: ureq::Error) -> Self {
        Self::NoReply(error.into())
    }
}

/// Returns how long to wait before a retry: as long as amoCRM says, but at least the backoff. `None` if there were enough
/// attempts, or if amoCRM asks for more than [`LONGEST_DELAY`].
#[must_use]
pub fn delay(backoff: Option<Duration>, after: Option<Duration>) -> Option<Duration> {
    let after = after.unwrap_or_default();
    backoff.map(|delay| delay.max(after)).filter(|_| after <= LONGEST_DELAY)
}
