//! Takes a text apart: what may be the body of a reply, and what is around it.

use serde_json::Value;

use super::parts::{Part, parts};
use super::status::is_reason;
use super::value::{IsCut, Object};

/// How often a text may be the content of another text: a body that a log has escaped, in a message that another one has escaped.
const DEEPEST: usize = 4;

/// A text that was taken apart.
#[derive(Default)]
pub(super) struct Text {
    /// What is around the bodies.
    pub(super) outside: String,
    pub(super) bodies: Vec<Body>,
    depth: usize,
}

/// What may be the body of a reply.
pub(super) struct Body {
    pub(super) object: Object,
    /// Where it was in the text.
    pub(super) at: usize,
    pub(super) is_cut: IsCut,
    pub(super) shape: Shape,
}

/// How much an object looks like the body of a reply.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// It has keys that only amoCRM's replies have.
    Reply,
    /// It has a key that the replies of others have as well.
    Likely,
    /// It may be anything, such as the line of a structured log.
    Other,
}

impl Text {
    pub(super) fn add(&mut self, text: &str) {
        for part in parts(text) {
            match part {
                Part::Text(text) => self.outside += &text,
                Part::Value(value, is_cut) => {
                    self.add_value(value, is_cut);
                    self.outside.push(' ');
                }
            }
        }
    }

    fn add_value(&mut self, value: Value, is_cut: IsCut) {
        match value {
            Value::String(text) if self.depth < DEEPEST => {
                self.depth += 1;
                self.add(&text);
                self.depth -= 1;
            }
            Value::String(text) => self.outside += &text,
            Value::Object(object) => self.add_object(object, is_cut),
            Value::Array(list) => {
                for value in list {
                    self.add_value(value, is_cut);
                    self.outside.push('\n');
                }
            }
            value => self.outside += &value.to_string(),
        }
    }

    /// Adds what may be a body. If it may be anything, its fields are a part of the text: a body may be in one of them.
    fn add_object(&mut self, object: Object, is_cut: IsCut) {
        let (at, shape) = (self.outside.len(), Shape::of(&object));
        if shape == Shape::Other {
            let may_have_body = |value: &Value| match value {
                Value::String(text) => text.contains(['{', '(']),
                value => value.is_object() || value.is_array(),
            };
            // All fields beside a body say the same as the text before it.
            let (bodies, others): (Vec<_>, Vec<_>) =
                object.clone().into_iter().partition(|(_, value)| may_have_body(value));
            for (key, value) in others.into_iter().chain(bodies) {
                self.outside.extend(["\n", &key, ": "]);
                self.add_value(value, is_cut);
            }
            self.outside.push('\n');
        }
        self.bodies.push(Body { object, at, is_cut, shape });
    }
}

impl Shape {
    pub(super) fn of(object: &Object) -> Self {
        const LIKELY: [&str; 6] = ["_embedded", "_links", "errors", "error", "error_code", "hint"];
        let has = |key: &str| object.contains_key(key);
        let kind = object.get("type").and_then(Value::as_str).unwrap_or_default();
        let is_ours = ["httpstatus.es", "amocrm.", "kommo."].iter().any(|host| kind.contains(host));
        // Others write problems, and GraphQL has errors.
        let others =
            ["instance", "traceId", "timestamp", "locations", "data", "ok", "error_msg", "error_message", "level"];
        let is_others = (kind.contains(':') && !is_ours) || others.iter().any(|key| has(key));
        // Without details, the title is the reason phrase of the status.
        let title = object.get("title").and_then(Value::as_str).unwrap_or_default();
        let is_problem = ["type", "detail", "hint", "errors"].iter().any(|key| has(key)) || is_reason(title);
        let is_problem = has("title") && is_problem;
        let is_chats = has("error_type") && has("error_code");
        let inside = |key: &str| object.get(key).and_then(Value::as_object);
        let is_envelope = object.len() == 1 && inside("response").is_some();
        let is_validation = has("validation-errors") || (has("request_id") && has("errors"));
        let has_errors = inside("_embedded").is_some_and(|embedded| embedded.contains_key("errors"));
        if is_ours || (is_problem && !is_others) || is_chats || is_envelope || has_errors || is_validation {
            Self::Reply
        } else if !is_others && (LIKELY.iter().any(|key| has(key)) || (has("title") && has("status"))) {
            Self::Likely
        } else {
            Self::Other
        }
    }
}
