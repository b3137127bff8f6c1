//! The rule that decides what to do after an error.
use amo_codes::reply::Reply;
use amo_codes::{HttpStatus, InvalidHttpStatus};
use amo_codes_live::policy::NextStep::{GiveUp, LookFirst, RefreshToken, Retry, Skip};
use amo_codes_live::policy::{Error, NextStep, Request, contains_lead, next_step};
use serde_json::json;

type TestResult = Result<(), Box<dyn std::error::Error>>;

fn reply(status: u16) -> Result<Error, InvalidHttpStatus> {
    Ok(Error::Reply(Reply::read("/api/v4/leads", HttpStatus::try_from(status)?, b"")))
}

fn no_reply() -> Error {
    Error::NoReply("connection reset".into())
}

#[test]
fn next_step_depends_on_the_request_and_the_error() -> TestResult {
    let read = Request::get("/api/v4/leads");
    let create = Request::create_lead("order-1");
    let write = Request::post("/api/v4/leads", &json!([]));
    let expected: [(Error, [NextStep<'_>; 3]); 8] = [
        (reply(401)?, [RefreshToken, RefreshToken, RefreshToken]),
        (reply(402)?, [GiveUp, GiveUp, GiveUp]),
        (reply(400)?, [GiveUp, GiveUp, GiveUp]),
        (reply(404)?, [Skip, Skip, Skip]),
        // The request was not carried out.
        (reply(429)?, [Retry, Retry, Retry]),
        // The request may have been carried out.
        (reply(502)?, [Retry, LookFirst("order-1"), GiveUp]),
        (reply(504)?, [Retry, LookFirst("order-1"), GiveUp]),
        (no_reply(), [Retry, LookFirst("order-1"), GiveUp]),
    ];
    for (error, steps) in expected {
        assert_eq!([&read, &create, &write].map(|request| next_step(request, &error)), steps, "{error:?}");
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
