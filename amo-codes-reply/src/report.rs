//! What an object or a text of the body reports.

use amo_codes::Advice;

use crate::known_texts;
use crate::numbers::leading_code;

/// What an object or a text reports: a failure, or a code that is not an error, such as 280. What it concerns is said by the
/// [place](crate::at::At).
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Report<'a> {
    /// The key of the field that decided, or `None` if it is the value itself.
    pub(crate) key: Option<&'static str>,
    pub(crate) number: Option<i64>,
    /// The HTTP status that the body gives, which may differ from the reply's.
    pub(crate) status: Option<i64>,
    /// The advice, if the kind of reply determines it.
    pub(crate) advice: Option<Advice>,
    pub(crate) text: &'a str,
    pub(crate) error_key: Option<&'a str>,
    /// Whether it only sums up the reports of the values in the object, if there are any.
    pub(crate) is_summary: bool,
}

impl<'a> Report<'a> {
    /// Creates the report of a text.
    pub(crate) fn of_text(text: &'a str) -> Self {
        Self { number: leading_code(text), text, ..Self::default() }
    }

    /// Returns whether the number or the text says what to do next.
    pub(crate) fn says_what_to_do(&self) -> bool {
        self.number.is_some() || known_texts::advice(self.text).is_some()
    }

    /// Adds the key of an error, which decides if there is no text.
    pub(crate) fn with_error_key(self, name: &'static str, error_key: &'a str) -> Self {
        Self { error_key: Some(error_key), key: self.key.or(Some(name)), ..self }
    }
}

/// Parses a decimal number, which may have zeros before it and white space around it.
pub(crate) fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}
