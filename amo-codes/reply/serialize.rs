//! Features `reply` and `serde` together: serializes replies for structured logs.

use serde_core::ser::{Serialize, SerializeStruct as _, Serializer};

use crate::reply::{Body, Finding, Reply};

/// Serializes as an object; each field has the name of the method that returns its value.
///
/// ```
/// use amo_codes::{HttpStatus, reply::Reply};
/// use serde_json::json;
///
/// let body = br#"{"response":{"error":"No rights","error_code":"217"}}"#;
/// let reply = Reply::read("/api/v2/leads", HttpStatus::try_from(400)?, body);
/// assert_eq!(
///     serde_json::to_value(&reply)?,
///     json!({
///         "path": "/api/v2/leads",
///         "status": 400,
///         "body": "json",
///         "is_failure": true,
///         "is_outcome_unknown": false,
///         "advice": "fix-request",
///         "findings": [{
///             "number": 217,
///             "code": "leads.217",
///             "meanings": ["leads.217"],
///             "advice": "fix-request",
///             "message": "No rights",
///             "pointer": "/response/error_code",
///             "entity": null,
///             "is_request_id": false,
///             "field": null,
///             "error_key": null,
///         }],
///         "omitted": 0,
///     })
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
impl Serialize for Reply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Reply", 8)?;
        fields.serialize_field("path", self.path())?;
        fields.serialize_field("status", &self.status())?;
        fields.serialize_field("body", &self.body())?;
        fields.serialize_field("is_failure", &self.is_failure())?;
        fields.serialize_field("is_outcome_unknown", &self.is_outcome_unknown())?;
        fields.serialize_field("advice", &self.advice())?;
        fields.serialize_field("findings", self.findings())?;
        fields.serialize_field("omitted", &self.omitted())?;
        fields.end()
    }
}

/// Serializes as an object; each field has the name of the method that returns its value. See [`Reply`] for an example.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Finding", 10)?;
        fields.serialize_field("number", &self.number())?;
        fields.serialize_field("code", &self.code())?;
        fields.serialize_field("meanings", self.meanings())?;
        fields.serialize_field("advice", &self.advice())?;
        fields.serialize_field("message", self.message())?;
        fields.serialize_field("pointer", self.pointer())?;
        fields.serialize_field("entity", &self.entity())?;
        fields.serialize_field("is_request_id", &self.is_request_id())?;
        fields.serialize_field("field", &self.field())?;
        fields.serialize_field("error_key", &self.error_key())?;
        fields.end()
    }
}

/// Serializes as `empty`, `json`, `html` or `other`.
impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Empty => "empty",
            Self::Json => "json",
            Self::Html => "html",
            Self::Other => "other",
        })
    }
}
