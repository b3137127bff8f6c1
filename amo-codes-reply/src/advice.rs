//! The advice for failures without a known code.

use amo_codes::Advice;

use crate::known_texts;

/// Returns whether the status reports a failure. A 304 does not: it only says that nothing has changed.
pub(crate) fn is_failing(status: u16) -> bool {
    status >= 300 && status != 304
}

/// Returns the advice for a text and a status.
///
/// A known text takes precedence over the status, except that a client that was refused is never told to retry.
pub(crate) fn of_text(text: &str, status: u16) -> Advice {
    let by_status = of_status(status);
    match known_texts::advice(text) {
        Some(Advice::RetryLater) if matches!(by_status, Advice::SignIn | Advice::AskUser) => by_status,
        Some(advice) => advice,
        // The route does not exist; the entity may.
        None if by_status == Advice::NotFound && known_texts::has_url(text) => Advice::FixRequest,
        None => by_status,
    }
}

/// Returns the advice for a failure with this status, if nothing else is known.
pub(crate) fn of_status(status: u16) -> Advice {
    match status {
        401 => Advice::SignIn,
        402 | 403 => Advice::AskUser,
        404 => Advice::NotFound,
        501 => Advice::FixRequest,
        408 | 429 | 500.. => Advice::RetryLater,
        _ => Advice::FixRequest,
    }
}
