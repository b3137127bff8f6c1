//! Both clients do what the replies of the mock server recommend, and create no lead twice.
use std::error::Error as StdError;
use std::time::Duration;

use amo_codes::Advice;
use amo_codes_live::error::{Error, LONGEST_DELAY, LOOK_DELAY, delay};
use amo_codes_live::request::{Request, Success, Tokens, contains_lead};
use amo_codes_live::scenarios::scenarios;
use amo_codes_live::server::{
    BUSY, Counts, EXPIRED_TOKEN, FINISHED, FIRST_REFRESH_TOKEN, INVALID_STATUS, NOT_ALLOWED, REPLY_LOST, REQUEST_LOST,
    REQUESTS_PER_SECOND, Server, TIMED_OUT, UNFINISHED, VALID_TOKEN,
};
use amo_codes_live::{with_reqwest, with_ureq};
use amo_codes_reply::{Effect, NextStep};

type TestResult = Result<(), Box<dyn StdError>>;

/// Long enough for a busy machine: only one scenario waits for it.
const TIMEOUT: Duration = Duration::from_secs(3);

fn tokens(access_token: &str, refresh_token: &str) -> Tokens {
    Tokens { access_token: access_token.to_owned(), refresh_token: refresh_token.to_owned() }
}

fn advice(error: &Error) -> Option<Advice> {
    if let Error::Reply(reply) = error { Some(reply.advice()) } else { None }
}

fn next_step(result: Result<Vec<u8>, Error>) -> Option<NextStep> {
    result.err().map(|error| error.next_step(Effect::Write))
}

/// The results of the scenarios, in order.
const RESULTS: [Result<Success, Option<Advice>>; 14] = [
    Ok(Success::Done),
    Ok(Success::Done),
    Ok(Success::Done),
    Ok(Success::Skipped),
    Ok(Success::Skipped),
    Ok(Success::Done),
    Ok(Success::Done),
    Ok(Success::Done),
    Ok(Success::Done),
    Ok(Success::Done),
    Ok(Success::Done),
    Err(Some(Advice::AskUser)),
    Err(Some(Advice::FixRequest)),
    Err(Some(Advice::FixRequest)),
];

/// Checks what happened on the server. How many requests were over the rate limit depends on the machine.
fn check(server: &Server) {
    let counts = Counts { rate_limited: 0, ..server.counts() };
    assert_eq!(counts, Counts { unauthorized: 1, tokens: 1, gateway_errors: 5, ..Counts::default() });
    let names = [REQUEST_LOST, REPLY_LOST, TIMED_OUT, INVALID_STATUS, FINISHED, UNFINISHED, BUSY, NOT_ALLOWED];
    assert_eq!(names.map(|name| server.leads_named(name)), [1, 1, 1, 1, 1, 1, 1, 0]);
}

#[tokio::test]
async fn reqwest_client_does_what_the_replies_recommend() -> TestResult {
    let server = Server::start().await?;
    let mut client = with_reqwest::Client::new(server.url(), tokens(EXPIRED_TOKEN, FIRST_REFRESH_TOKEN), TIMEOUT)?;
    let mut results = Vec::new();
    for (_, request) in scenarios() {
        results.push(client.run(&request).await.map_err(|error| advice(&error)));
    }
    assert_eq!(results, RESULTS);
    check(&server);
    Ok(())
}

#[tokio::test]
async fn ureq_client_does_what_the_replies_recommend() -> TestResult {
    let server = Server::start().await?;
    let mut client = with_ureq::Client::new(server.url(), tokens(EXPIRED_TOKEN, FIRST_REFRESH_TOKEN), TIMEOUT);
    let run = move || scenarios().map(|(_, request)| client.run(&request).map_err(|error| advice(&error)));
    assert_eq!(tokio::task::spawn_blocking(run).await?, RESULTS);
    check(&server);
    Ok(())
}

/// The scenarios detect clients that send a request again because they get no success.
#[tokio::test]
async fn naive_client_creates_duplicates() -> TestResult {
    let server = Server::start().await?;
    let client = with_reqwest::Client::new(server.url(), tokens(VALID_TOKEN, FIRST_REFRESH_TOKEN), TIMEOUT)?;
    let batches: [&[&str]; 4] = [&[REPLY_LOST], &[TIMED_OUT], &[INVALID_STATUS], &[FINISHED, UNFINISHED]];
    for names in batches {
        let request = Request::create_leads(names);
        assert_eq!(next_step(client.send(&request).await), Some(NextStep::Check), "{names:?}");
        let _again = client.send(&request).await;
        tokio::time::sleep(LOOK_DELAY).await;
        assert_eq!(server.leads_named(names[0]), 2);
    }
    assert_eq!(server.counts().sent_twice, 4);
    Ok(())
}

/// The scenario detects clients that look before the lead can be there.
#[tokio::test]
async fn hasty_client_finds_nothing() -> TestResult {
    let server = Server::start().await?;
    let client = with_reqwest::Client::new(server.url(), tokens(VALID_TOKEN, FIRST_REFRESH_TOKEN), TIMEOUT)?;
    let request = Request::create_leads(&[REPLY_LOST]);
    assert_eq!(next_step(client.send(&request).await), Some(NextStep::Check));
    let list = client.send(&Request::find_lead(REPLY_LOST)).await?;
    assert!(!contains_lead(&list, REPLY_LOST)?);
    tokio::time::sleep(LOOK_DELAY).await;
    assert_eq!(server.leads_named(REPLY_LOST), 1);
    Ok(())
}

/// The scenario detects clients that do not wait as long as they are told.
#[tokio::test]
async fn impatient_client_is_too_early() -> TestResult {
    let server = Server::start().await?;
    let client = with_reqwest::Client::new(server.url(), tokens(VALID_TOKEN, FIRST_REFRESH_TOKEN), TIMEOUT)?;
    let request = Request::create_leads(&[BUSY]);
    let retry = NextStep::Retry { after: Some(Duration::from_secs(1)) };
    assert_eq!(next_step(client.send(&request).await), Some(retry));
    assert!(client.send(&request).await.is_err());
    assert_eq!(server.counts().too_early, 1);
    Ok(())
}

#[tokio::test]
async fn rate_limit_is_enforced() -> TestResult {
    let server = Server::start().await?;
    let http = reqwest::Client::new();
    let mut refused = 0;
    for _ in 0..REQUESTS_PER_SECOND * 20 {
        let response = http.get(server.url()).send().await?;
        refused += usize::from(response.status() == 429);
    }
    assert_eq!(server.counts().rate_limited, refused);
    assert!(refused > 0);
    Ok(())
}

#[tokio::test]
async fn refresh_token_is_replaced() -> TestResult {
    let server = Server::start().await?;
    let read = Request::get("/api/v4/account");
    let client =
        |refresh_token: &str| with_reqwest::Client::new(server.url(), tokens(EXPIRED_TOKEN, refresh_token), TIMEOUT);
    let mut first = client(FIRST_REFRESH_TOKEN)?;
    first.run(&read).await?;
    let stored = first.tokens().refresh_token.clone();
    client(&stored)?.run(&read).await?;
    // With a refresh token that was used before, a person must authorize the integration again.
    let error = client(&stored)?.run(&read).await.err();
    assert_eq!(error.and_then(|error| advice(&error)), Some(Advice::AskUser));
    Ok(())
}

#[test]
fn a_client_waits_as_long_as_it_is_told_up_to_a_limit() {
    let (second, limit) = (Duration::from_secs(1), LONGEST_DELAY);
    for (backoff, after, expected) in [
        (Some(second), None, Some(second)),
        (Some(second), Some(Duration::ZERO), Some(second)),
        (Some(second), Some(5 * second), Some(5 * second)),
        (Some(second), Some(limit), Some(limit)),
        (Some(second), Some(limit + second), None),
        // There were enough attempts.
        (None, Some(second), None),
        (None, None, None),
    ] {
        assert_eq!(delay(backoff, after), expected, "{backoff:?}, {after:?}");
    }
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
