//! The body of a reply in a line.

use amo_codes::HttpStatus;
use amo_codes_reply::{Finding, Reply};
use serde_json::{Deserializer, Map, Value};

use super::numbers;

/// The number of braces at which JSON is tried to begin.
const MOST: usize = 32;
/// The keys of amoCRM's replies.
const KNOWN: [&str; 5] = ["_embedded", "_links", "errors", "response", "validation-errors"];

type Object = Map<String, Value>;

/// The JSON objects in a line.
#[derive(Default)]
pub(super) struct Objects {
    /// Each with its text.
    objects: Vec<(Object, String)>,
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
                let (text, after) = after.split_at(values.byte_offset());
                found.objects.push((object, text.to_owned()));
                rest = after;
            } else {
                found.outside.push('{');
                rest = after.split_at(1).1;
            }
        }
        found.outside += rest;
        found
    }

    /// Returns the line without amoCRM's replies: in a successful one, nothing is a code, such as the name of a lead.
    pub(super) fn without_replies(&self) -> String {
        let others = self.objects.iter().filter(|(object, _)| !is_known(object)).map(|(_, text)| text.as_str());
        [self.outside.as_str()].into_iter().chain(others).collect::<Vec<_>>().join("\n")
    }

    /// Reads the first reply that is a failure with a number, otherwise one that is a failure in amoCRM's format.
    pub(super) fn find_reply(&self, path: impl Fn() -> Option<String>) -> Option<Reply> {
        if self.objects.is_empty() {
            return None;
        }
        let path = path().unwrap_or_default();
        let status = numbers::http_status(&self.outside);
        let bodies: Vec<Object> = self.objects.iter().flat_map(|(object, _)| with_inner(object)).collect();
        let numbered = bodies.iter().find_map(|body| read(&path, status, body, has_number));
        numbered
            .or_else(|| bodies.iter().filter(|body| is_known(body)).find_map(|body| read(&path, status, body, fails)))
    }
}

/// Reads a body, and returns the reply if it reports something of this kind.
fn read(path: &str, status: Option<u16>, body: &Object, reports: fn(&Finding) -> bool) -> Option<Reply> {
    let text = serde_json::to_string(body).ok()?;
    let own = body.get("status").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
    let own = own.filter(|status| (400..600).contains(status));
    // Without a status, the body is read as that of a success, in which fewer numbers count; then as that of a failure.
    let statuses = match status.or(own) {
        Some(status) => vec![status],
        None if is_known(body) => vec![200, 400],
        None => vec![200],
    };
    let replies = statuses.into_iter().filter_map(HttpStatus::from_u16);
    replies.map(|status| Reply::read(path, status, text.as_bytes())).find(|reply| reply.findings().iter().any(reports))
}

fn has_number(finding: &Finding) -> bool {
    finding.number().is_some()
}

fn fails(finding: &Finding) -> bool {
    finding.is_failure() && !(finding.message().is_empty() && finding.error_key().is_none())
}

/// Returns whether an object has the format of amoCRM's replies.
fn is_known(body: &Object) -> bool {
    KNOWN.iter().any(|key| body.contains_key(*key)) || (body.contains_key("title") && body.contains_key("status"))
}

/// Returns a reply, or what another object contains and then the object: a structured log has the body in a field, as text or
/// as an object.
fn with_inner(object: &Object) -> Vec<Object> {
    let mut found = Vec::new();
    for value in object.values().filter(|_| !is_known(object)) {
        match value {
            Value::String(text) => found.extend(Objects::of(text).objects.into_iter().map(|(inner, _)| inner)),
            Value::Object(inner) => found.push(inner.clone()),
            _ => {}
        }
    }
    found.push(object.clone());
    found
}
