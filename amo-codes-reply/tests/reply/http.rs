//! Feature `http`: responses and headers.

use std::time::Duration;

use crate::support::read;
use amo_codes::Advice;
use amo_codes_reply::{Outcome, Reply};
use http::{HeaderMap, HeaderName, HeaderValue, Response};

fn headers(headers: &[(&'static str, &'static str)]) -> HeaderMap {
    let headers = headers.iter();
    headers.map(|&(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
}

#[test]
fn a_response_is_read_with_its_headers() {
    let response = Response::builder()
        .status(429)
        .header("Retry-After", "60")
        .header("X-Request-Id", "8e9b")
        .body(br#"{"title":"Too Many Requests","status":429}"#.to_vec())
        .unwrap();
    let reply = Reply::from_http("https://acme.amocrm.ru/api/v4/leads?page=1", &response);
    assert_eq!((reply.path(), reply.advice()), ("/api/v4/leads", Advice::RetryLater));
    assert_eq!((reply.retry_after(), reply.trace_id()), (Some(Duration::from_secs(60)), Some("8e9b")));
    let invalid = Response::builder().status(600).body("").unwrap();
    let reply = Reply::from_http("/", &invalid);
    assert_eq!((reply.status(), reply.outcome()), (None, Outcome::Unknown));
}

#[test]
fn the_longer_delay_counts() {
    for (body, header, expected) in [
        ("{}", "60", Some(60)),
        (r#"{"retry_after":300}"#, "60", Some(300)),
        (r#"{"retry_after":30}"#, " 60 ", Some(60)),
        (r#"{"retry_after":30}"#, "Wed, 21 Oct 2026 07:28:00 GMT", Some(30)),
        ("{}", "soon", None),
        ("{}", "-5", None),
        ("{}", "99999999999999999999", None),
    ] {
        let reply = read(429, body).with_headers(&headers(&[("retry-after", header)]));
        assert_eq!(reply.retry_after(), expected.map(Duration::from_secs), "{body} {header}");
    }
    assert_eq!(read(429, r#"{"retry_after":30}"#).with_headers(&HeaderMap::new()).retry_after().unwrap().as_secs(), 30);
}

#[test]
fn the_id_in_the_body_takes_precedence() {
    let headers = headers(&[("x-request-id", "b")]);
    for (body, id) in [(r#"{"trace_id":"a"}"#, "a"), (r#"{"trace_id":""}"#, "b"), ("", "b")] {
        assert_eq!(read(500, body).with_headers(&headers).trace_id(), Some(id), "{body}");
    }
    let blank = self::headers(&[("x-request-id", " ")]);
    assert_eq!(read(500, "").with_headers(&blank).trace_id(), None);
}
