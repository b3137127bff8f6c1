//! What a reply says about the next request.

use std::time::Duration;

use crate::fields::Fields;
use crate::json::Json;

/// How long to wait, and the id that support asks for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Hints {
    pub(crate) retry_after: Option<Duration>,
    pub(crate) trace_id: Option<Box<str>>,
}

const HINTS: &[&str] = &["retry_after", "trace_id"];

impl Hints {
    /// Reads the hints at the top of a body, or in the envelope of the old API.
    pub(crate) fn read(body: &Json<'_>) -> Self {
        let Json::Map(map) = body else { return Self::default() };
        let envelope = map.iter().find_map(|(key, value)| match value {
            Json::Map(map) if key == "response" => Some(map),
            _ => None,
        });
        let find =
            |name| [Some(map), envelope].into_iter().flatten().find_map(|map| Fields::new(map, HINTS).word(name));
        Self { retry_after: find("retry_after").and_then(seconds), trace_id: find("trace_id").map(Into::into) }
    }
}

/// Parses a number of seconds.
pub(crate) fn seconds(text: &str) -> Option<Duration> {
    text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
}
