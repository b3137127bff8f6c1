//! What to do next where no code of the table says so, and which advice counts where there are several.

use crate::reply::sentence;
use crate::{Advice, HttpStatus};

/// Whether the status alone tells that the request was not fulfilled; 304 tells that nothing changed.
pub(super) fn is_failing(status: HttpStatus) -> bool {
    status.as_u16() >= 300 && status.as_u16() != 304
}

/// The advice for a status, and for words without a number that is known.
///
/// The words say more than the status, but for one thing: whoever has been refused is not asked to try again.
pub(super) fn of_words(words: &str, status: HttpStatus) -> Advice {
    let by_status = of_status(status);
    match sentence::advice(words) {
        Some(Advice::RetryLater) if matches!(by_status, Advice::SignIn | Advice::AskUser) => by_status,
        Some(advice) => advice,
        None => by_status,
    }
}

fn of_status(status: HttpStatus) -> Advice {
    match status.as_u16() {
        401 => Advice::SignIn,
        402 | 403 => Advice::AskUser,
        404 => Advice::NotFound,
        429 | 500.. => Advice::RetryLater,
        _ => Advice::FixRequest,
    }
}
