//! What the body says about the next request: how long to wait, and the id that support asks for.

use std::time::Duration;

use crate::fields::Fields;
use crate::json::Json;

const HINTS: &[&str] = &["retry_after", "trace_id"];

/// Reads the hints of a body, at the top or in the envelope of the old API.
pub(crate) fn read(body: &Json<'_>) -> (Option<Duration>, Option<Box<str>>) {
    let Json::Map(map) = body else { return (None, None) };
    let envelope = map.iter().find_map(|(key, value)| match value {
        Json::Map(map) if key == "response" => Some(map),
        _ => None,
    });
    let find = |name| [Some(map), envelope].into_iter().flatten().find_map(|map| Fields::new(map, HINTS).word(name));
    (find("retry_after").and_then(seconds), find("trace_id").map(Into::into))
}

/// Parses a number of seconds.
pub(crate) fn seconds(text: &str) -> Option<Duration> {
    text.trim().parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
}
