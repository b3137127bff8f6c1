//! The recommended next step after a reply.

use core::fmt;
use core::str::FromStr;

use crate::ParseError;

/// The recommended next step after receiving a code, in order of severity, so the maximum of several is the one to
/// follow.
///
/// This is not part of amoCRM's documentation. The README lists the codes of each variant.
///
/// ```
/// use amo_codes::{Advice, code};
///
/// assert_eq!(code!(429).advice(), Advice::RetryLater);
/// assert_eq!(code!(280).advice(), Advice::NotAnError);
/// assert_eq!(Advice::AskUser.to_string(), "ask the user");
/// assert_eq!("ask-user".parse(), Ok(Advice::AskUser));
/// assert_eq!(Advice::RetryLater.max(Advice::AskUser), Advice::AskUser);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Advice {
    /// The reply reports a success or an empty result.
    NotAnError,
    /// The field, entity or element does not exist; this can be ignored when deleting.
    NotFound,
    /// The same request may succeed later. Retry with exponential backoff: repeatedly exceeding the rate limit blocks the
    /// account.
    ///
    /// A request that creates something may have been carried out although the reply is a failure: `Reply::is_repeatable` of
    /// the crate `amo-codes-reply` says whether it may be repeated.
    RetryLater,
    /// The credentials are wrong or the token has expired: refresh the token once, then retry.
    SignIn,
    /// The request itself must change; retrying it unchanged will fail again.
    FixRequest,
    /// A person must act first: grant permissions, pay, enable a feature or log in through a browser.
    AskUser,
}

impl Advice {
    /// All variants, in order of severity.
    ///
    /// ```
    /// assert!(amo_codes::Advice::ALL.is_sorted());
    /// ```
    pub const ALL: &'static [Self] =
        &[Self::NotAnError, Self::NotFound, Self::RetryLater, Self::SignIn, Self::FixRequest, Self::AskUser];

    /// Their names, in the same order.
    const NAMES: &'static [&'static str] = &[
        Self::NotAnError.as_str(),
        Self::NotFound.as_str(),
        Self::RetryLater.as_str(),
        Self::SignIn.as_str(),
        Self::FixRequest.as_str(),
        Self::AskUser.as_str(),
    ];

    /// Returns the name of the variant in a table, such as `ask-user`.
    ///
    /// ```
    /// assert_eq!(amo_codes::Advice::AskUser.as_str(), "ask-user");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotAnError => "not-an-error",
            Self::NotFound => "not-found",
            Self::RetryLater => "retry-later",
            Self::SignIn => "sign-in",
            Self::FixRequest => "fix-request",
            Self::AskUser => "ask-user",
        }
    }
}

/// Writes a human-readable phrase, such as `ask the user`.
impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotAnError => "not an error",
            Self::NotFound => "not found",
            Self::RetryLater => "retry later",
            Self::SignIn => "sign in again",
            Self::FixRequest => "fix the request",
            Self::AskUser => "ask the user",
        })
    }
}

/// Parses the name in a table, such as `ask-user`.
impl FromStr for Advice {
    type Err = ParseError;

    fn from_str(name: &str) -> Result<Self, ParseError> {
        let advice = Self::ALL.iter().find(|advice| advice.as_str() == name);
        advice.copied().ok_or_else(|| ParseError::unknown_advice(name, Self::NAMES))
    }
}
