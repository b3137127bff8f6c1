//! The rule that decides what to do after an error.
use std::time::Duration;

use amo_codes_live::policy::NextStep::{GiveUp, LookFirst, RefreshTokens, Retry, Skip};
use amo_codes_live::policy::{Effect, Error, LONGEST_DELAY, NextStep, Request, contains_lead, next_step};
use amo_codes_reply::Reply;
use serde_json::json;

type TestResult = Result<(), Box<dyn std::error::Error>>;

fn reply(status: u16) -> Error {
    Error::Reply(Reply::read("/api/v4/leads", status, b""))
}

fn no_reply() -> Error {
    Error::NoReply("connection reset".into())
}

#[test]
fn next_step_depends_on_the_request_and_the_error() -> TestResult {
    let read = Request::get("/api/v4/leads");
    let create = Request::create_lead("order-1");
    let write = Request::post("/api/v4/leads", &json!([]), Effect::Write);
    let delete = Request::post("/api/v2/leads", &json!([]), Effect::Delete);
    let batch = |code: i64| -> Error {
        let body = json!({ "_embedded": { "items": [{ "id": 1 }], "errors": { "add": [{ "code": code }] } } });
        Error::Reply(Reply::read("/api/v2/leads", 200, body.to_string().as_bytes()))
    };
    let expected: [(Error, [NextStep<'_>; 4]); 10] = [
        (reply(401), [RefreshTokens, RefreshTokens, RefreshTokens, RefreshTokens]),
        (reply(402), [GiveUp, GiveUp, GiveUp, GiveUp]),
        (reply(400), [GiveUp, GiveUp, GiveUp, GiveUp]),
        // Skipping a request that creates something would lose its data.
        (reply(404), [Skip, Skip, GiveUp, GiveUp]),
        // The request was not carried out.
        (reply(429), [Retry, Retry, Retry, Retry]),
        // The request may have been carried out.
        (reply(502), [Retry, Retry, LookFirst("order-1"), GiveUp]),
        (reply(504), [Retry, Retry, LookFirst("order-1"), GiveUp]),
        (no_reply(), [Retry, Retry, LookFirst("order-1"), GiveUp]),
        // A part of it was carried out.
        (batch(429), [Retry, Retry, LookFirst("order-1"), GiveUp]),
        (batch(110), [RefreshTokens, RefreshTokens, GiveUp, GiveUp]),
    ];
    for (error, steps) in expected {
        assert_eq!([&read, &delete, &create, &write].map(|request| next_step(request, &error)), steps, "{error:?}");
    }
    Ok(())
}

#[test]
fn a_client_waits_as_long_as_it_is_told_up_to_a_limit() -> TestResult {
    let told = |seconds: u64| -> Error {
        let body = json!({ "retry_after": seconds }).to_string();
        Error::Reply(Reply::read("/api/v4/leads", 429, body.as_bytes()))
    };
    let (second, limit) = (Duration::from_secs(1), LONGEST_DELAY.as_secs());
    for (error, backoff, delay) in [
        (reply(429), Some(second), Some(second)),
        (no_reply(), Some(second), Some(second)),
        (told(0), Some(second), Some(second)),
        (told(5), Some(second), Some(5 * second)),
        (told(limit), Some(second), Some(LONGEST_DELAY)),
        (told(limit + 1), Some(second), None),
        // There were enough attempts.
        (told(5), None, None),
        (reply(429), None, None),
    ] {
        assert_eq!(error.delay(backoff), delay, "{error:?}");
    }
    Ok(())
}

#[test]
fn only_an_exact_name_counts_as_found() -> TestResult {
    let list = br#"{"_embedded":{"leads":[{"name":"order-10"},{"name":"order-2"}]}}"#;
    assert!(contains_lead(list, "order-10")?);
    assert!(!contains_lead(list, "order-1")?);
    assert!(!contains_lead(b"", "order-1")?);
    assert!(contains_lead(b"{}", "order-1").is_err());
    Ok(())
}
