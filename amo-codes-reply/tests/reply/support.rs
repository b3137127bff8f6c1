//! What several tests share: a short form, and the saved replies.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use amo_codes_reply::Reply;
use serde_json::Value;

/// Reads a reply to a request to `/api/v4/leads`.
pub(crate) fn read(http: u16, body: impl AsRef<[u8]>) -> Reply {
    Reply::read("/api/v4/leads", http, body.as_ref())
}

/// A saved reply and its expected result, `NAME.expected.json`.
pub(crate) struct Case {
    name: String,
    pub(crate) body: Vec<u8>,
    pub(crate) expected: Value,
}

impl Case {
    pub(crate) fn read(&self) -> Reply {
        self.read_other(&self.body)
    }

    /// Reads another body with the path and the HTTP status of this reply.
    pub(crate) fn read_other(&self, body: &[u8]) -> Reply {
        let path = self.text("path");
        match &self.expected["status"] {
            Value::Null if self.expected.get("status").is_some() => Reply::without_status(path, body),
            status => {
                let http = status.as_u64().and_then(|number| u16::try_from(number).ok());
                let missing =
                    || panic!("{}.expected.json needs the HTTP `status`, or null if nobody knows it", self.name);
                Reply::read(path, http.unwrap_or_else(missing), body)
            }
        }
    }

    pub(crate) fn format(&self) -> &str {
        self.text("format")
    }

    /// Returns a text of the expected result.
    pub(crate) fn text(&self, key: &str) -> &str {
        self.expected[key].as_str().unwrap_or_else(|| panic!("{}.expected.json needs a `{key}`", self.name))
    }
}

/// Returns the saved replies by name.
pub(crate) fn cases() -> BTreeMap<String, Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/replies");
    let (mut bodies, mut expected) = (BTreeMap::new(), BTreeMap::new());
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let (name, kind) = path.file_name().and_then(|name| name.to_str()).unwrap().split_once('.').unwrap();
        let bytes = fs::read(&path).unwrap();
        if kind == "expected.json" {
            expected.insert(name.to_owned(), serde_json::from_slice(&bytes).expect(name));
        } else {
            bodies.insert(name.to_owned(), bytes);
        }
    }
    for name in bodies.keys().chain(expected.keys()) {
        let is_paired = bodies.contains_key(name) && expected.contains_key(name);
        assert!(is_paired, "{name} in tests/replies needs a body and an expected result, {name}.expected.json");
    }
    let case = |((name, body), expected): ((String, _), _)| (name.clone(), Case { name, body, expected });
    bodies.into_iter().zip(expected.into_values()).map(case).collect()
}
