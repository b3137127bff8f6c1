//! Replies are read the same if a program turns on the feature `arbitrary_precision` of `serde_json`, as this crate does.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use amo_codes::HttpStatus;
use amo_codes::reply::Reply;

#[test]
fn arbitrary_precision_does_not_change_how_numbers_are_read() {
    let is_on = serde_json::from_str::<serde_json::Value>("1.0e99999").is_ok();
    assert!(is_on, "without the feature, the number is too large");
    for (body, number, entity, error_key) in [
        (r#"{"errors":[{"code":217,"id":5}]}"#, Some(217), Some("5"), None),
        (r#"{"response":{"error_code":217.0}}"#, Some(217), None, None),
        (r#"{"response":{"error_code":2.17e2}}"#, Some(217), None, None),
        (r#"{"response":{"error_code":100500}}"#, None, None, Some("100500")),
        (r#"{"title":"Error","status":217}"#, Some(217), None, None),
        (r#"{"errors":[217]}"#, None, None, None),
    ] {
        let reply = Reply::read("/api/v2/leads", HttpStatus::try_from(400).unwrap(), body.as_bytes());
        let [finding] = reply.findings() else { panic!("{body}: {reply:?}") };
        assert_eq!((finding.number(), finding.entity(), finding.error_key()), (number, entity, error_key), "{body}");
    }
    let success = Reply::read("/api/v2/leads", HttpStatus::try_from(200).unwrap(), br#"{"error":0,"error_code":0}"#);
    assert!(!success.is_failure());
}
