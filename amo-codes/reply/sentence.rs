//! What the texts of amoCRM say beyond their words: a number at their beginning, or what to do next.

use crate::Advice;

/// The number that a text begins with, in one of the three sentences that carry one: `Код ошибки 222. …`,
/// `Error code 104.` and `Error 282.`
pub(super) fn number(text: &str) -> Option<u16> {
    let text = text.trim_start();
    let (rest, needs_stop) = match text.strip_prefix("Код ошибки ") {
        Some(rest) => (rest, false),
        None => (text.strip_prefix("Error code ").or_else(|| text.strip_prefix("Error "))?, true),
    };
    let digits = rest.len() - rest.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
    let (digits, rest) = rest.split_at(digits);
    let mut rest = rest.chars();
    let ends = match rest.next() {
        Some('.') => !rest.next().is_some_and(char::is_alphanumeric),
        Some(next) => !needs_stop && (next.is_whitespace() || matches!(next, ',' | ';' | ')')),
        None => !needs_stop,
    };
    if ends { digits.parse().ok() } else { None }
}

/// What to do next, where the text is one of the known sentences.
pub(super) fn advice(text: &str) -> Option<Advice> {
    const SIGN_IN: [&str; 6] = [
        "Token has been revoked",
        "Token has expired",
        "Authorization code has been revoked",
        "Authorization code has expired",
        "Cannot decrypt the authorization code",
        "Cannot decrypt the refresh token",
    ];
    let text = text.trim();
    if SIGN_IN.contains(&text.trim_end_matches('.')) {
        Some(Advice::SignIn)
    } else if text == "no note" {
        Some(Advice::NotFound)
    } else if !text.is_ascii() && text.contains("овторите попытку") {
        Some(Advice::RetryLater)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{advice, number};
    use crate::Advice;

    #[test]
    fn a_number_stands_in_three_sentences_alone() {
        for (text, expected) in [
            ("Код ошибки 222.", Some(222)),
            ("Код ошибки 244. В случае повторения обратитесь в поддержку", Some(244)),
            ("Код ошибки 205", Some(205)),
            ("  Код ошибки 330, лимит", Some(330)),
            ("Error code 104.", Some(104)),
            ("Error 282.", Some(282)),
            ("\nError 282. Element is gone", Some(282)),
            ("Error 65535.", Some(65535)),
            ("Error 65536.", None),
            ("Error 282", None),
            ("Error 404 Not Found", None),
            ("Error 282.5", None),
            ("Error 10.02.2026", None),
            ("Error 10:30.", None),
            ("Error .", None),
            ("Error -1.", None),
            ("Error code 1e3.", None),
            ("Код ошибки 2026-11-22", None),
            ("Код ошибки 36b4f074-7403-11ea-af30-00163e2085ae", None),
            ("Код ошибки 36.b", None),
            ("Код ошибки ", None),
            ("Lead named Error 217.", None),
            ("error 217.", None),
            ("Errors 217.", None),
            ("217.", None),
            ("", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn known_sentences_tell_what_to_do() {
        for (text, expected) in [
            ("Token has been revoked", Some(Advice::SignIn)),
            (" Token has expired. ", Some(Advice::SignIn)),
            ("Authorization code has been revoked", Some(Advice::SignIn)),
            ("The note says: Token has been revoked", None),
            ("no note", Some(Advice::NotFound)),
            ("no notes", None),
            ("Произошла ошибка, повторите попытку позднее", Some(Advice::RetryLater)),
            ("Повторите попытку.", Some(Advice::RetryLater)),
            ("Invalid scope", None),
            ("", None),
        ] {
            assert_eq!(advice(text), expected, "{text}");
        }
    }
}
