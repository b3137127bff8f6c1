//! The body of a reply in a line.

use std::fmt::Write;

use amo_codes_reply::{Finding, Reply};
use serde_json::{Deserializer, Map, Value};

use super::{numbers, path};
use crate::table::Codes;

/// The number of braces that may begin an object. More would be slow in a line of nothing but braces.
const MOST: usize = 32;
/// The keys of amoCRM's replies.
const KNOWN: [&str; 6] = ["_embedded", "_links", "error_type", "errors", "response", "validation-errors"];

type Object = Map<String, Value>;

/// The JSON objects in a line.
#[derive(Default)]
pub(super) struct Objects {
    objects: Vec<Object>,
    /// The line without them.
    outside: String,
}

impl Objects {
    /// Finds the objects in a line, also if their quotes are escaped.
    pub(super) fn of(line: &str) -> Self {
        let found = Self::parse(line);
        let is_escaped = found.objects.is_empty() && line.contains("{\\\"");
        if is_escaped { Self::parse(&line.replace("\\\"", "\"")) } else { found }
    }

    fn parse(line: &str) -> Self {
        let (mut found, mut rest) = (Self::default(), line);
        for _ in 0..MOST {
            let Some(start) = rest.find('{') else { break };
            let (before, after) = rest.split_at(start);
            found.outside += before;
            let mut values = Deserializer::from_str(after).into_iter::<Object>();
            if let Some(Ok(object)) = values.next() {
                found.objects.push(object);
                rest = after.split_at(values.byte_offset()).1;
            } else {
                found.outside.push('{');
                rest = after.split_at(1).1;
            }
        }
        found.outside += rest;
        found
    }

    /// Returns the line without replies: in a successful one, nothing is a code, such as the name of a lead.
    pub(super) fn without_replies(&self) -> String {
        let mut text = self.outside.clone();
        for object in self.objects.iter().filter(|object| !is_known(object)) {
            for (key, value) in object.iter().filter(|(_, value)| inner(value).is_empty()) {
                let _ = write!(text, "\n{key}: {value}");
            }
        }
        text
    }

    /// Reads the first body of a failure with a number, otherwise the first body of a failure.
    pub(super) fn find_reply(&self, path: impl Fn() -> Option<String>, codes: &Codes) -> Option<Reply> {
        if self.objects.is_empty() {
            return None;
        }
        let path = path().unwrap_or_default();
        let bodies = self.bodies(codes);
        let numbered = bodies.iter().filter_map(|body| body.read(&path)).find(has_number);
        numbered.or_else(|| {
            let certain = bodies.iter().filter(|body| body.is_certain);
            certain.filter_map(|body| body.read(&path)).find(|reply| reply.findings().iter().any(has_text))
        })
    }

    /// Returns what may be the body of a reply: an object in amoCRM's format, or any object in a line with a path; in the
    /// object of a structured log, what its fields contain.
    fn bodies(&self, codes: &Codes) -> Vec<Body> {
        let status = numbers::http_status(&self.outside);
        let has_path = path::find(&self.outside, codes).is_some();
        let mut found = Vec::new();
        for object in &self.objects {
            if !is_known(object) {
                let status = status_of(object, 100).or(status);
                found.extend(object.values().flat_map(inner).map(|object| Body { object, status, is_certain: true }));
            }
            found.push(Body { object: object.clone(), status, is_certain: has_path || is_known(object) });
        }
        found
    }
}

/// What may be the body of a reply.
struct Body {
    object: Object,
    status: Option<u16>,
    /// Whether it is surely a body, so that it counts even if there is no number in it.
    is_certain: bool,
}

impl Body {
    /// Reads the body. If the HTTP status is not known, it is read as that of a success, in which fewer values count.
    fn read(&self, path: &str) -> Option<Reply> {
        let status = self.status.or_else(|| status_of(&self.object, 400)).unwrap_or(200);
        let text = serde_json::to_string(&self.object).ok()?;
        Some(Reply::read(path, status, text.as_bytes()))
    }
}

fn has_number(reply: &Reply) -> bool {
    reply.findings().iter().any(|finding| finding.number().is_some())
}

/// Returns whether a finding says more than that the request failed.
fn has_text(finding: &Finding) -> bool {
    !finding.message().is_empty() || finding.error_key().is_some()
}

/// Returns the HTTP status that an object gives, if it is at least the lowest one that may be one there.
fn status_of(object: &Object, lowest: u16) -> Option<u16> {
    let status =
        ["status", "status_code", "http_status", "http_code"].iter().find_map(|key| object.get(*key)?.as_u64());
    status.and_then(|status| u16::try_from(status).ok()).filter(|status| (lowest..600).contains(status))
}

/// Returns whether an object has the format of amoCRM's replies.
fn is_known(body: &Object) -> bool {
    KNOWN.iter().any(|key| body.contains_key(*key)) || (body.contains_key("title") && body.contains_key("status"))
}

/// Returns the bodies in a field of a structured log: JSON in a text, or an object in amoCRM's format.
fn inner(field: &Value) -> Vec<Object> {
    match field {
        Value::String(text) => Objects::of(text).objects,
        Value::Object(inner) if is_known(inner) => vec![inner.clone()],
        _ => Vec::new(),
    }
}
