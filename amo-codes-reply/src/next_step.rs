//! The decision what to do after a reply, or without one.

use std::fmt::{self, Display, Formatter};
use std::time::Duration;

use amo_codes::Advice;

use crate::Outcome;

#[cfg(test)]
mod tests;

/// What a request does.
///
/// The HTTP method does not say it: v2 uses POST for everything, and the old API deletes with POST.
///
/// ```
/// use amo_codes_reply::{Effect, NextStep, Reply};
///
/// // The same reply to a request that deletes a lead, and to one that changes it.
/// let reply = Reply::read("/api/v4/leads/31", 404, b"");
/// assert_eq!(reply.next_step(Effect::Delete), NextStep::Skip);
/// assert_eq!(reply.next_step(Effect::Write), NextStep::GiveUp);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Effect {
    /// It changes nothing, so it can be sent any number of times.
    Read,
    /// It deletes entities. Sent twice, it does the same as sent once, except that the second reply reports that nothing was found.
    Delete,
    /// It does anything else: it creates or changes entities, their tags, links or fields, or it exchanges a token.
    Write,
}

impl Effect {
    /// Returns the name of the variant: `read`, `delete` or `write`.
    ///
    /// ```
    /// assert_eq!(amo_codes_reply::Effect::Write.as_str(), "write");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Delete => "delete",
            Self::Write => "write",
        }
    }
}

/// What a client should do next, as [`Reply::next_step`](crate::Reply::next_step) decides.
///
/// The six cases are all that there are, so a `match` needs no catch-all arm.
///
/// The client counts: if there were enough retries, or if the reply says [`SignIn`](Self::SignIn) again after the token was
/// refreshed, treat it as [`GiveUp`](Self::GiveUp).
///
/// ```
/// use amo_codes_reply::{Effect, NextStep, Reply};
///
/// let step = Reply::read("/api/v4/leads", 429, b"").next_step(Effect::Write);
/// assert_eq!(step, NextStep::Retry { after: None });
/// assert_eq!((step.as_str(), step.to_string()), ("retry", "retry".to_owned()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NextStep {
    /// Use the reply: the request succeeded. A success may have an empty body (HTTP 204).
    Continue,
    /// Wait, then send the same request again.
    ///
    /// Wait longer each time, and stop after some attempts: amoCRM blocks clients that exceed the rate limit repeatedly.
    Retry {
        /// The shortest time to wait, if amoCRM says so.
        after: Option<Duration>,
    },
    /// Look at what exists before you send anything again: all of the request or a part of it may have been carried out.
    ///
    /// After a timeout, wait before you look: amoCRM may still be carrying out the request.
    /// If the outcome is [`Partial`](Outcome::Partial), only what the findings name remains to be done.
    Check,
    /// Refresh the token once, then send the same request again.
    SignIn,
    /// Leave out what the findings name, which does not exist. If there is anything else in the request, send the rest.
    Skip,
    /// Show the message to a person: someone must act first, or the request must change.
    GiveUp,
}

impl NextStep {
    /// Decides what to do if there is no reply, because the connection was lost or timed out: retry what reads or deletes, but
    /// check whether anything else was carried out.
    ///
    /// ```
    /// use amo_codes_reply::{Effect, NextStep};
    ///
    /// assert_eq!(NextStep::without_reply(Effect::Read), NextStep::Retry { after: None });
    /// assert_eq!(NextStep::without_reply(Effect::Write), NextStep::Check);
    /// ```
    #[must_use]
    pub fn without_reply(effect: Effect) -> Self {
        Self::decide(Advice::RetryLater, Outcome::Unknown, effect, None)
    }

    /// Decides what to do. Nothing else does.
    pub(crate) fn decide(advice: Advice, outcome: Outcome, effect: Effect, after: Option<Duration>) -> Self {
        match (advice, outcome, effect) {
            (Advice::NotAnError, Outcome::Done, _) => Self::Continue,
            (Advice::RetryLater, Outcome::Refused, _) => Self::Retry { after },
            (Advice::SignIn, Outcome::Refused, _) => Self::SignIn,
            // To skip a write would lose its data.
            (Advice::NotFound, Outcome::Refused, Effect::Read | Effect::Delete)
            | (Advice::NotFound, Outcome::Partial, Effect::Delete) => Self::Skip,
            (_, Outcome::Refused, _) => Self::GiveUp,
            // From here on, some of the request may have been carried out.
            (_, _, Effect::Write) => Self::Check,
            (Advice::NotFound, Outcome::Partial, _) => Self::GiveUp,
            (Advice::RetryLater | Advice::NotAnError | Advice::NotFound, ..) => Self::Retry { after },
            (Advice::SignIn, ..) => Self::SignIn,
            _ => Self::GiveUp,
        }
    }

    /// Returns the name of the variant: `continue`, `retry`, `check`, `sign-in`, `skip` or `give-up`.
    ///
    /// ```
    /// assert_eq!(amo_codes_reply::NextStep::SignIn.as_str(), "sign-in");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::Retry { .. } => "retry",
            Self::Check => "check",
            Self::SignIn => "sign-in",
            Self::Skip => "skip",
            Self::GiveUp => "give-up",
        }
    }

    /// Returns what to do, in a sentence or two.
    ///
    /// ```
    /// let sentence = amo_codes_reply::NextStep::Check.explanation();
    /// assert!(sentence.starts_with("All of the request or a part of it may have been carried out."));
    /// ```
    #[must_use]
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::Continue => "The request succeeded.",
            Self::Retry { .. } => "Wait, longer each time, then send the same request again.",
            Self::Check => {
                "All of the request or a part of it may have been carried out. Check what exists before sending anything again."
            }
            Self::SignIn => {
                "Refresh the token once, then send the same request again. If that fails as well, a person must sign in."
            }
            Self::Skip => "What the request names does not exist. Leave it out, and send the rest if there is any.",
            Self::GiveUp => "Show the message to a person: someone must act first, or the request must change.",
        }
    }
}

/// Writes a human-readable phrase, such as `give up`. The duration of `Retry` is not in it.
impl Display for NextStep {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&self.as_str().replace('-', " "))
    }
}
