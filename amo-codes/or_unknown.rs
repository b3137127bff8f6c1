//! Deserializes a number or a word that the table may not have, so that it does not make a whole reply unreadable.
//!
//! The enum of a section rejects a code that it does not have, but APIs add codes. So use a `Result` and this module:
//!
//! ```
//! use amo_codes::{Tasks, UnknownCode, code};
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! struct Reply {
//!     #[serde(with = "amo_codes::or_unknown")]
//!     error_code: Result<Tasks, UnknownCode>,
//!     title: String,
//! }
//!
//! let reply: Reply = serde_json::from_str(r#"{"error_code":244,"title":"Error"}"#)?;
//! assert_eq!(reply.error_code, Ok(code!(244 in Tasks)));
//!
//! let reply: Reply = serde_json::from_str(r#"{"error_code":331,"title":"Error"}"#)?;
//! assert_eq!(reply.error_code.unwrap_err().number(), 331);
//! assert_eq!(reply.title, "Error");
//! # Ok::<_, serde_json::Error>(())
//! ```
//!
//! For a field that may be missing or null, read an `Option<i64>` and convert it. Likewise, a number by itself does not say which
//! [`Code`](crate::Code) it is, so read an `i64` and look it up in its section:
//!
//! ```
//! use amo_codes::{Code, Section, Tasks, UnknownCode, code};
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! struct Reply {
//!     error_code: Option<i64>,
//! }
//!
//! let reply: Reply = serde_json::from_str(r#"{"error_code":244}"#)?;
//! let task: Option<Result<Tasks, UnknownCode>> = reply.error_code.map(Tasks::try_from);
//! assert_eq!(task, Some(Ok(code!(244 in Tasks))));
//! let code: Option<Code> = reply.error_code.and_then(|number| Section::Tasks.lookup(number));
//! assert_eq!(code, Some(code!(tasks.244)));
//!
//! let reply: Reply = serde_json::from_str("{}")?;
//! assert_eq!(reply.error_code, None);
//! # Ok::<_, serde_json::Error>(())
//! ```
//!
//! If codes are words, the error is an [`UnknownWord`]. One whose word [was cut](UnknownWord::is_cut) cannot be serialized:
//!
//! ```
//! mod stripe {
//!     amo_codes::amo_codes!("examples/stripe.toml");
//! }
//! use amo_codes::{UnknownWord, code};
//! use serde::Deserialize;
//! use stripe::CardErrors;
//!
//! #[derive(Deserialize)]
//! struct Failure {
//!     #[serde(with = "amo_codes::or_unknown")]
//!     code: Result<CardErrors, UnknownWord>,
//! }
//!
//! let failure: Failure = serde_json::from_str(r#"{"code":"card_declined"}"#)?;
//! assert_eq!(failure.code, Ok(code!(card_declined in stripe::CardErrors)));
//!
//! let failure: Failure = serde_json::from_str(r#"{"code":"card_stolen"}"#)?;
//! assert_eq!(failure.code.unwrap_err().word(), "card_stolen");
//! # Ok::<_, serde_json::Error>(())
//! ```

use serde_core::de::Deserializer;
use serde_core::ser::Serializer;

#[cfg(doc)]
use crate::UnknownWord;
use crate::private::OrUnknown;

/// Serializes the number or the word of the code or of the error.
///
/// # Errors
/// Returns an error if the word of the error was cut, or if the serializer fails.
pub fn serialize<C, E: OrUnknown<C>, S: Serializer>(code: &Result<C, E>, serializer: S) -> Result<S::Ok, S::Error> {
    E::serialize(code, serializer)
}

/// Deserializes a number or a word, whether the section has it or not.
///
/// # Errors
/// Returns an error if the value is not a whole number that fits an `i64`, or not a text, or if the deserializer fails.
pub fn deserialize<'de, C, E, D>(deserializer: D) -> Result<Result<C, E>, D::Error>
where
    E: OrUnknown<C>,
    D: Deserializer<'de>,
{
    E::deserialize(deserializer)
}
