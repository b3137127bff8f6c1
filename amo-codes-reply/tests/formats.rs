//! Replies of every format: each body in `tests/replies/` has its expected result next to it, `NAME.expected.json`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod support;

use amo_codes_reply::{Finding, Reply};
use serde_json::{Map, Value, json};
use support::cases;

/// Returns an object without the keys that say nothing.
fn without_empty(all: Value) -> Value {
    let Value::Object(all) = all else { panic!("{all} is not an object") };
    let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    all.into_iter().filter(|(key, value)| key == "findings" || !is_empty(value)).collect::<Map<_, _>>().into()
}

/// Returns a reply as in an expected result.
fn as_json(reply: &Reply, expected: &Value) -> Value {
    let findings: Vec<_> = reply.findings().iter().map(|finding: &Finding| without_empty(json!(finding))).collect();
    let mut all = json!(reply);
    all["findings"] = findings.into();
    // The path is the URL of the request there, and what only a few replies have is left out.
    for key in ["format", "why", "path"] {
        all[key] = expected[key].clone();
    }
    for key in ["omitted", "is_repeatable"] {
        all.as_object_mut().unwrap().remove(key);
    }
    without_empty(all)
}

#[test]
fn every_reply_is_read_as_expected() {
    let mut wrong = Vec::new();
    for (name, case) in cases() {
        let actual = as_json(&case.read(), &case.expected);
        if actual != case.expected {
            wrong.push(format!("{name}\nactual: {actual:#}\nexpected: {:#}", case.expected));
        }
    }
    assert!(wrong.is_empty(), "{}\n\n{} replies", wrong.join("\n\n"), wrong.len());
}
