//! Replies are read the same if a program turns on the feature `arbitrary_precision` of `serde_json`, as this crate does.

use amo_codes_reply::{Reply, Subject};

#[test]
fn arbitrary_precision_does_not_change_how_numbers_are_read() {
    let is_on = serde_json::from_str::<serde_json::Value>("1.0e99999").is_ok();
    assert!(is_on, "without the feature, the number is too large");
    for (body, number, subject) in [
        (r#"{"errors":[{"code":217,"id":5}]}"#, Some(217), Some(Subject::Entity("5"))),
        (r#"{"response":{"error_code":217.0}}"#, Some(217), None),
        (r#"{"response":{"error_code":2.17e2}}"#, Some(217), None),
        (r#"{"response":{"error_code":100500}}"#, Some(100_500), None),
        (r#"{"title":"Error","status":217}"#, Some(217), None),
        (r#"{"errors":[217]}"#, None, None),
    ] {
        let reply = Reply::read("/api/v2/leads", 400, body.as_bytes());
        let [finding] = reply.findings() else { panic!("{body}: {reply:?}") };
        assert_eq!((finding.number(), finding.subject()), (number, subject), "{body}");
    }
    let success = Reply::read("/api/v2/leads", 200, br#"{"error":0,"error_code":0}"#);
    assert!(!success.is_failure());
}
