//! What several tests share: short forms, and the saved replies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#![allow(dead_code, reason = "no test uses all of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use amo_codes::HttpStatus;
use amo_codes_reply::Reply;
use serde_json::Value;

/// Returns the HTTP status with this number.
pub(crate) fn status(number: u16) -> HttpStatus {
    HttpStatus::try_from(number).unwrap()
}

/// Reads a reply to a request to `/api/v4/leads`.
pub(crate) fn read(http: u16, body: impl AsRef<[u8]>) -> Reply {
    Reply::read("/api/v4/leads", status(http), body.as_ref())
}

/// A saved reply and its expected result, `NAME.expected.json`.
pub(crate) struct Case {
    pub(crate) body: Vec<u8>,
    pub(crate) expected: Value,
}

impl Case {
    pub(crate) fn read(&self) -> Reply {
        let http = self.expected["status"].as_u64().and_then(|number| u16::try_from(number).ok()).unwrap();
        Reply::read(self.expected["path"].as_str().unwrap(), status(http), &self.body)
    }

    pub(crate) fn format(&self) -> &str {
        self.expected["format"].as_str().unwrap()
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
    assert!(bodies.keys().eq(expected.keys()), "each body has an expected result");
    bodies.into_iter().zip(expected).map(|((name, body), (_, expected))| (name, Case { body, expected })).collect()
}
