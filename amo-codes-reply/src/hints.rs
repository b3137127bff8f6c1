//! What a reply says about the next request.

use std::time::Duration;

use crate::fields::Fields;

/// How long to wait, and the id that support asks for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Hints {
    pub(crate) retry_after: Option<Duration>,
    pub(crate) trace_id: Option<Box<str>>,
}

impl Hints {
    /// Reads the fields of a body or of the envelope in it. What was read first counts.
    pub(crate) fn read(&mut self, fields: &Fields<'_>) {
        self.retry_after = self.retry_after.or_else(|| fields.word("retry_after").and_then(seconds));
        self.trace_id = self.trace_id.take().or_else(|| fields.word("trace_id").map(Into::into));
    }
}

/// Parses a number of seconds.
pub(crate) fn seconds(text: &str) -> Option<Duration> {
    text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
}
