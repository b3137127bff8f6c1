//! Reads any bytes as a reply: the body and, after each NUL byte, the path and the HTTP status.
//!
//! `.ci/fuzz` runs it, starting from the replies of the tests.
#![no_main]

use amo_codes::Advice;
use amo_codes::private::is_unprintable;
use amo_codes_reply::{Effect, NextStep, Outcome, Reply};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |&byte| byte == 0);
    let body = parts.next().unwrap_or_default();
    let path = parts.next().map_or("/api/v4/leads".into(), String::from_utf8_lossy);
    let number = parts.next().map_or(300, |rest| rest.iter().fold(0_u16, |sum, &byte| sum.wrapping_add(byte.into())));
    let status = number % 700;

    let reply = Reply::read(&path, status, body);
    assert_eq!(reply.status().is_some(), (100..600).contains(&status));
    assert!(status < 400 || !reply.findings().is_empty());
    assert!(reply.findings().len() <= 1000);
    assert_eq!(reply.is_failure(), reply.outcome() != Outcome::Done);
    let is_repeated = matches!(reply.next_step(Effect::Write), NextStep::Retry { .. } | NextStep::SignIn);
    assert!(!is_repeated || reply.outcome() == Outcome::Refused);
    assert_ne!(Reply::without_status(&path, body).outcome(), Outcome::Done);
    assert!(!reply.to_string().contains(is_unprintable));
    assert_eq!(reply.is_failure(), reply.advice() != Advice::NotAnError);

    // A key that appears twice in the body appears once in the value.
    let Ok(value) = serde_json::from_slice::<serde_json::Value>(body) else { return };
    for finding in Reply::read(&path, status, value.to_string().as_bytes()).findings() {
        let there = value.pointer(finding.pointer()).expect("the pointer leads somewhere").to_string();
        // A text such as `-05` is -5.
        let is_there = |number: i64| there.contains(&number.unsigned_abs().to_string());
        assert!(finding.number().is_none_or(is_there), "{finding:?} at {there}");
    }
});
