//! Feature `serde`: serializes replies for structured logs.

use std::collections::BTreeMap;

use serde_core::ser::{Serialize, SerializeStruct as _, Serializer};

use crate::{BodyKind, Effect, Finding, Outcome, Reply, Subject};

/// Serializes as an object; each field has the name of the method that returns its value. `retry_after` is in seconds, and
/// `next_step` is that of a request that reads, and of one that writes.
///
/// ```
/// use amo_codes_reply::Reply;
///
/// let reply = Reply::read("/api/v4/leads", 204, b"");
/// let expected = serde_json::json!({
///     "path": "/api/v4/leads", "status": 204, "body_kind": "empty", "is_failure": false,
///     "outcome": "done", "advice": "not-an-error",
///     "next_step": { "read": "continue", "write": "continue" },
///     "retry_after": null, "trace_id": null, "findings": [], "omitted_findings": 0
/// });
/// assert_eq!(serde_json::to_value(&reply)?, expected);
/// # Ok::<_, serde_json::Error>(())
/// ```
impl Serialize for Reply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Reply", 11)?;
        fields.serialize_field("path", self.path())?;
        fields.serialize_field("status", &self.status())?;
        fields.serialize_field("body_kind", &self.body_kind())?;
        fields.serialize_field("is_failure", &self.is_failure())?;
        fields.serialize_field("outcome", &self.outcome())?;
        fields.serialize_field("advice", &self.advice())?;
        let steps = [Effect::Read, Effect::Write].map(|effect| (effect.as_str(), self.next_step(effect).as_str()));
        fields.serialize_field("next_step", &BTreeMap::from(steps))?;
        fields.serialize_field("retry_after", &self.retry_after().map(|delay| delay.as_secs_f64()))?;
        fields.serialize_field("trace_id", &self.trace_id())?;
        fields.serialize_field("findings", self.findings())?;
        fields.serialize_field("omitted_findings", &self.omitted_findings())?;
        fields.end()
    }
}

/// Serializes as an object; each field has the name of the method that returns its value.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Finding", 8)?;
        fields.serialize_field("number", &self.number())?;
        fields.serialize_field("code", &self.code())?;
        fields.serialize_field("advice", &self.advice())?;
        fields.serialize_field("message", self.message())?;
        fields.serialize_field("pointer", self.pointer())?;
        fields.serialize_field("subject", &self.subject())?;
        fields.serialize_field("field", &self.field())?;
        fields.serialize_field("error_key", &self.error_key())?;
        fields.end()
    }
}

/// Serializes as `empty`, `json`, `html` or `other`.
impl Serialize for BodyKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Empty => "empty",
            Self::Json => "json",
            Self::Html => "html",
            Self::Other => "other",
        })
    }
}

/// Serializes as `done`, `refused`, `partial` or `unknown`.
impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Serializes as `{"entity":"31"}` or `{"request_item":"0"}`.
impl Serialize for Subject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Entity(id) => serializer.serialize_newtype_variant("Subject", 0, "entity", id),
            Self::RequestItem(id) => serializer.serialize_newtype_variant("Subject", 1, "request_item", id),
        }
    }
}
