//! The body of a reply in a line.

use amo_codes::HttpStatus;
use amo_codes_reply::{Finding, Reply};
use serde_json::{Deserializer, Map, Value};

use super::numbers;

/// The number of braces at which JSON is tried to begin.
const MOST: usize = 32;
/// The keys of a failing reply whose findings may have no number.
const KNOWN: [&str; 4] = ["validation-errors", "errors", "response", "_embedded"];

/// Finds the body of a failing reply and reads it.
pub(crate) fn find(line: &str, path: Option<&str>) -> Option<Reply> {
    let path = path.unwrap_or_default();
    let unescaped = line.replace("\\\"", "\"");
    [line, &unescaped].into_iter().find_map(|line| {
        let (objects, rest) = objects(line);
        let status = numbers::http_status(&rest);
        let bodies: Vec<Map<String, Value>> = objects.into_iter().flat_map(with_inner).collect();
        let numbered = bodies.iter().find_map(|body| read(path, status, body, has_number));
        numbered
            .or_else(|| bodies.iter().filter(|body| is_known(body)).find_map(|body| read(path, status, body, fails)))
    })
}

/// Reads a body, and returns the reply if it reports something of this kind.
fn read(path: &str, status: Option<u16>, body: &Map<String, Value>, reports: fn(&Finding) -> bool) -> Option<Reply> {
    let text = serde_json::to_string(body).ok()?;
    let own = body.get("status").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
    let own = own.filter(|status| (400..600).contains(status));
    // Without a status, the body is read as that of a success, in which fewer numbers count; then as that of a failure.
    let statuses = match status.or(own) {
        Some(status) => vec![status],
        None => vec![200, 400],
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

fn is_known(body: &Map<String, Value>) -> bool {
    KNOWN.iter().any(|key| body.contains_key(*key)) || (body.contains_key("title") && body.contains_key("status"))
}

/// Returns the JSON objects in a line, and what is outside of them.
fn objects(line: &str) -> (Vec<Map<String, Value>>, String) {
    let (mut objects, mut outside, mut rest) = (Vec::new(), String::new(), line);
    for _ in 0..MOST {
        let Some(start) = rest.find('{') else { break };
        let (before, after) = rest.split_at(start);
        outside += before;
        let mut values = Deserializer::from_str(after).into_iter::<Map<String, Value>>();
        if let Some(Ok(object)) = values.next() {
            rest = after.split_at(values.byte_offset()).1;
            objects.push(object);
        } else {
            outside.push('{');
            rest = after.split_at(1).1;
        }
    }
    (objects, outside + rest)
}

/// Returns an object after what it contains: a structured log has the body in a field, as text or as an object.
fn with_inner(object: Map<String, Value>) -> Vec<Map<String, Value>> {
    let mut found = Vec::new();
    for value in object.values() {
        match value {
            Value::String(text) => {
                let (inner, _) = objects(text);
                found.extend(inner);
            }
            Value::Object(inner) => found.push(inner.clone()),
            _ => {}
        }
    }
    found.push(object);
    found
}
