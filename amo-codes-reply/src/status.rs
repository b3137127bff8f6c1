//! What an HTTP status says, and the advice for failures without a known code.

use amo_codes::Advice;

use crate::known_texts;

/// What a number says as an HTTP status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// It is not an HTTP status.
    None,
    /// The request succeeded, or nothing has changed (304).
    Success,
    Redirect,
    /// The request was refused.
    ClientError,
    /// It may have been carried out.
    ServerError,
}

impl Class {
    pub(crate) fn of(number: i64) -> Self {
        match number {
            100..300 | 304 => Self::Success,
            300..400 => Self::Redirect,
            400..500 => Self::ClientError,
            500..600 => Self::ServerError,
            _ => Self::None,
        }
    }

    pub(crate) fn is_failure(self) -> bool {
        self >= Self::Redirect
    }

    /// Returns whether a body may repeat the status of a failure: from 400 to 599.
    pub(crate) fn is_error(self) -> bool {
        self >= Self::ClientError
    }
}

/// Returns the advice for a text and a status.
///
/// A known text takes precedence over the status, except that a client that was refused is never told to retry.
pub(crate) fn advice_of_text(text: &str, status: i64) -> Advice {
    let by_status = advice(status);
    match known_texts::advice(text) {
        Some(Advice::RetryLater) if matches!(by_status, Advice::SignIn | Advice::AskUser) => by_status,
        Some(advice) => advice,
        // The route does not exist; the entity may.
        None if by_status == Advice::NotFound && known_texts::has_url(text) => Advice::FixRequest,
        None => by_status,
    }
}

/// Returns the advice for a failure with this status, if nothing else is known.
pub(crate) fn advice(status: i64) -> Advice {
    match status {
        401 => Advice::SignIn,
        402 | 403 => Advice::AskUser,
        404 => Advice::NotFound,
        501 => Advice::FixRequest,
        408 | 429 | 500.. => Advice::RetryLater,
        _ => Advice::FixRequest,
    }
}
