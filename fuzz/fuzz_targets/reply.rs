//! Any bytes as a reply: the body, and behind it, where the bytes have zeros, the path and the HTTP status.
//!
//! `cargo fuzz run -s none reply fuzz/corpus/reply tests/replies -- -max_total_time=600`
#![no_main]

use amo_codes::HttpStatus;
use amo_codes::reply::Reply;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |&byte| byte == 0);
    let body = parts.next().unwrap_or_default();
    let path = parts.next().map_or("/api/v4/leads".into(), String::from_utf8_lossy);
    let status = parts.next().map_or(400, |rest| 100 + rest.iter().map(|&byte| u16::from(byte)).fold(0, u16::wrapping_add) % 500);
    let status = HttpStatus::from_u16(status).expect("100 to 599");

    let reply = Reply::read(&path, status, body);
    assert!(status.as_u16() < 400 || !reply.findings().is_empty());
    let kept: usize = reply.findings().iter().map(|finding| finding.at().len() + finding.message().len()).sum();
    assert!(kept <= 4 * body.len() + 256 * 1024);
    assert!(!reply.to_string().contains(['\n', '\r']));

    let value: Result<serde_json::Value, _> = serde_json::from_slice(body);
    for finding in reply.findings() {
        let there = value.as_ref().ok().and_then(|value| value.pointer(finding.at()));
        assert!(there.is_some() || value.is_err(), "{} leads nowhere", finding.at());
        if let Some(number) = finding.number() {
            let text = there.map(ToString::to_string).unwrap_or_default();
            assert!(value.is_err() || text.contains(&number.to_string()), "{number} is not at {}", finding.at());
        }
    }
});
