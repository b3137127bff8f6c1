//! Deserializes a number that the table may not have, so that it does not make a whole reply unreadable.
//!
//! The enum of a section rejects a number that it does not have, but APIs add codes. So use a `Result` and this module:
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

use serde_core::de::{Deserialize, Deserializer};
use serde_core::ser::{Serialize, Serializer};

use crate::UnknownCode;

/// Serializes the number of the code or of the error.
///
/// # Errors
/// Returns the errors of the serializer.
pub fn serialize<C: Serialize, S: Serializer>(code: &Result<C, UnknownCode>, serializer: S) -> Result<S::Ok, S::Error> {
    match code {
        Ok(code) => code.serialize(serializer),
        Err(error) => serializer.serialize_i64(error.number()),
    }
}

/// Deserializes a number, whether the section has it or not.
///
/// # Errors
/// Returns an error if the value is not a whole number that fits an `i64`, or if the deserializer fails.
pub fn deserialize<'de, C, D>(deserializer: D) -> Result<Result<C, UnknownCode>, D::Error>
where
    C: TryFrom<i64, Error = UnknownCode>,
    D: Deserializer<'de>,
{
    i64::deserialize(deserializer).map(C::try_from)
}
