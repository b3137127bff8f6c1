//! What all replies have in common.

use std::time::Duration;

use crate::support::read;
use amo_codes::Advice;
use amo_codes_reply::{Finding, Outcome};

#[test]
fn a_success_is_not_a_failure() {
    for body in [
        r#"{"_embedded":{"leads":[{"name":"Error 217."}]}}"#,
        r#"{"id":7,"name":"Error 217.","error":{"code":217},"errors":["a"],"_links":{}}"#,
        r#"{"message":{"id":"a1","text":"Error 217."},"detail":["a"],"code":"OK"}"#,
        r#"{"id":5,"status":"rejected","name":"A template"}"#,
        r#"{"_embedded":{"notes":[{"is_error":true,"params":{"text":"Error 217."}}]}}"#,
        r#"{"response":{"widgets":{"list":{"status":"paid"}}}}"#,
        r#"{"code":200,"status":"ok"}"#,
        r#"{"lead":{"errors":["Error 217."]}}"#,
        r#"{"status":"fail","_links":{}}"#,
        r#"{"response":{"leads":{"add":{"status":1}}}}"#,
        r#"{"error":{"error_code":"0","message":"OK"}}"#,
        r#"{"response":{"error":{"code":0},"errors":{"code":0}}}"#,
        r#"{"message":{"add":{"error":"Error 217."}}}"#,
        r#"{"errors":"0"}"#,
        r#"{"errors":{"count":"0"}}"#,
        r#"{"response":{"widgets":{"list":[{"id":1,"status":"error","error":"Error 217."}]}}}"#,
        r#"{"title":"Error 217.","text":"A template"}"#,
        r#"{"_page":2,"_page_count":0,"_embedded":{"leads":[],"errors":[]}}"#,
        r#"{"id":1,"rights":{"leads":{"add":"D"}},"leads":{"add":{"status":"denied"}},"_links":{}}"#,
        r#"{"destination":"https://example.com/error","settings":["error_lead"],"sort":1}"#,
        r#""Error""#,
        "[217]",
    ] {
        let reply = read(200, body);
        assert!(reply.findings().is_empty(), "{body}: {reply:?}");
        assert_eq!(reply.outcome(), Outcome::Done, "{body}");
    }
}

#[test]
fn the_first_of_the_most_severe_findings_is_the_worst() {
    let reply = read(400, r#"{"errors":[{"code":226},{"code":217},{"code":216}]}"#);
    assert_eq!(reply.worst().and_then(Finding::number), Some(217));
}

#[test]
fn a_url_in_a_text_does_not_change_the_advice_of_other_statuses() {
    for (http, advice) in [(401, Advice::SignIn), (403, Advice::AskUser), (429, Advice::RetryLater)] {
        assert_eq!(read(http, r#"{"detail":"See https://www.amocrm.ru/developers"}"#).advice(), advice, "{http}");
    }
}

#[test]
fn the_next_request_waits_as_long_as_the_body_says() {
    for (value, expected) in [
        ("300", Some(300.0)),
        ("\"60\"", Some(60.0)),
        ("0.5", Some(0.5)),
        ("0", Some(0.0)),
        ("-1", None),
        ("1e300", None),
        ("\"soon\"", None),
        ("null", None),
    ] {
        let expected = expected.map(Duration::from_secs_f64);
        for body in [format!("{{\"retry_after\":{value}}}"), format!("{{\"response\":{{\"retry_after\":{value}}}}}")] {
            assert_eq!(read(429, &body).retry_after(), expected, "{body}");
        }
    }
    assert_eq!(read(429, "[]").retry_after(), None);
}

#[test]
fn a_reply_is_an_error_for_the_question_mark_operator() {
    fn is_error<T: std::error::Error + Send + Sync + 'static>(_: &T) {}
    let reply = read(500, b"");
    is_error(&reply);
    assert_eq!(reply.clone().into_result(), Err(reply));
    assert_eq!(read(200, b"").into_result(), Ok(()));
}
