//! What the caller does next.

use core::fmt;

/// What the caller of the API does next, after a reply with a certain code.
///
/// The vendor's page gives no such column; the reasons for each code stand in the README.
///
/// ```
/// use amo_codes::{Advice, code};
///
/// assert_eq!(code!(429).advice(), Advice::RetryLater);
/// assert_eq!(code!(280).advice(), Advice::NotAnError);
/// assert_eq!(Advice::AskUser.to_string(), "ask the user");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Advice {
    /// The reply reports a success or an empty answer.
    NotAnError,
    /// The same request may succeed after a pause; back off, repeated breaches of the rate limit block the account.
    RetryLater,
    /// The credentials are wrong or the token has expired: renew once, then repeat.
    SignIn,
    /// A person must act first: grant rights, pay, switch a feature on, log in by browser.
    AskUser,
    /// The request itself must change; repeating it as it is will fail again.
    FixRequest,
    /// The field, entity or element is not there; harmless when it was to be deleted.
    NotFound,
}

impl Advice {
    /// Every advice, in the order of the declaration, which is the order of the numbers that an expansion gives.
    ///
    /// ```
    /// assert_eq!(amo_codes::Advice::ALL.len(), 6);
    /// ```
    pub const ALL: &'static [Self] =
        &[Self::NotAnError, Self::RetryLater, Self::SignIn, Self::AskUser, Self::FixRequest, Self::NotFound];

    /// The key of this advice in a table, such as `ask-user`.
    ///
    /// ```
    /// assert_eq!(amo_codes::Advice::AskUser.as_str(), "ask-user");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotAnError => "not-an-error",
            Self::RetryLater => "retry-later",
            Self::SignIn => "sign-in",
            Self::AskUser => "ask-user",
            Self::FixRequest => "fix-request",
            Self::NotFound => "not-found",
        }
    }
}

/// A phrase for people: `ask the user`.
impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotAnError => "not an error",
            Self::RetryLater => "retry later",
            Self::SignIn => "sign in again",
            Self::AskUser => "ask the user",
            Self::FixRequest => "fix the request",
            Self::NotFound => "not found",
        })
    }
}

/// Turns the numbers that an expansion gives, places in [`Advice::ALL`], into advice.
#[must_use]
pub const fn to_advice<const N: usize>(places: [u8; N]) -> [Advice; N] {
    let mut advice = [Advice::FixRequest; N];
    let mut row = 0;
    while row < N {
        advice[row] = Advice::ALL[places[row] as usize];
        row += 1;
    }
    advice
}
