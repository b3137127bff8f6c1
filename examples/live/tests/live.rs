//! Both clients follow the advice in the replies of the mock server.
use std::error::Error;

use amo_codes::Advice;
use amo_codes_live::policy::{BACKOFF, Request, Success, Tokens};
use amo_codes_live::scenarios::scenarios;
use amo_codes_live::server::{
    BUSY, Counts, EXPIRED_TOKEN, FINISHED, FIRST_REFRESH_TOKEN, NOT_ALLOWED, REPLY_LOST, REQUEST_LOST,
    REQUESTS_PER_SECOND, Server, UNFINISHED, VALID_TOKEN,
};
use amo_codes_live::{with_reqwest, with_ureq};
use backon::Retryable as _;

type TestResult = Result<(), Box<dyn Error>>;

fn tokens(access_token: &str, refresh_token: &str) -> Tokens {
    Tokens { access_token: access_token.to_owned(), refresh_token: refresh_token.to_owned() }
}

/// The results of the scenarios, in order.
const RESULTS: [Result<Success, Advice>; 12] = [
    Ok(Success::Done),
    Ok(Success::Done),
    Ok(Success::Done),
    Ok(Success::Skipped),
    Ok(Success::Skipped),
    Ok(Success::Done),
    Ok(Success::Done),
    Err(Advice::FixRequest),
    Err(Advice::RetryLater),
    Ok(Success::Done),
    Err(Advice::FixRequest),
    Err(Advice::AskUser),
];

/// Checks what happened on the server. How many requests were over the rate limit depends on the machine.
fn check(server: &Server) {
    let counts = Counts { rate_limited: 0, ..server.counts() };
    assert_eq!(counts, Counts { unauthorized: 1, tokens: 1, gateway_errors: 3, ..Counts::default() });
    let names = [REQUEST_LOST, REPLY_LOST, NOT_ALLOWED, FINISHED, UNFINISHED, BUSY];
    assert_eq!(names.map(|name| server.leads_named(name)), [1, 1, 0, 1, 0, 1]);
}

#[tokio::test]
async fn reqwest_client_follows_the_advice() -> TestResult {
    let server = Server::start().await?;
    let mut client = with_reqwest::Client::new(server.url(), tokens(EXPIRED_TOKEN, FIRST_REFRESH_TOKEN))?;
    let mut results = Vec::new();
    for (_, request) in scenarios() {
        results.push(client.run(&request).await.map_err(|error| error.advice()));
    }
    assert_eq!(results, RESULTS);
    check(&server);
    Ok(())
}

#[tokio::test]
async fn ureq_client_follows_the_advice() -> TestResult {
    let server = Server::start().await?;
    let mut client = with_ureq::Client::new(server.url(), tokens(EXPIRED_TOKEN, FIRST_REFRESH_TOKEN));
    let run = move || scenarios().map(|(_, request)| client.run(&request).map_err(|error| error.advice()));
    assert_eq!(tokio::task::spawn_blocking(run).await?, RESULTS);
    check(&server);
    Ok(())
}

/// The scenario detects clients that retry even though the outcome is unknown.
#[tokio::test]
async fn naive_client_creates_a_duplicate() -> TestResult {
    let server = Server::start().await?;
    let client = with_reqwest::Client::new(server.url(), tokens(VALID_TOKEN, FIRST_REFRESH_TOKEN))?;
    let request = Request::create_lead(REPLY_LOST);
    (|| client.send(&request)).retry(BACKOFF).when(|error| error.advice() == Advice::RetryLater).await?;
    assert_eq!(server.leads_named(REPLY_LOST), 2);
    Ok(())
}

/// The scenario detects clients that send a finished item again because another item of the batch should be retried.
#[tokio::test]
async fn naive_client_sends_a_finished_item_again() -> TestResult {
    let server = Server::start().await?;
    let client = with_reqwest::Client::new(server.url(), tokens(VALID_TOKEN, FIRST_REFRESH_TOKEN))?;
    let request = scenarios().into_iter().map(|(_, request)| request).find(|request| request.body.contains(FINISHED));
    let request = request.ok_or("there is no such scenario")?;
    let sent = (|| client.send(&request)).retry(BACKOFF.with_max_times(1));
    assert!(sent.when(|error| error.advice() == Advice::RetryLater).await.is_err());
    assert_eq!(server.leads_named(FINISHED), 2);
    Ok(())
}

/// The scenario detects clients that do not wait as long as they are told.
#[tokio::test]
async fn impatient_client_is_too_early() -> TestResult {
    let server = Server::start().await?;
    let client = with_reqwest::Client::new(server.url(), tokens(VALID_TOKEN, FIRST_REFRESH_TOKEN))?;
    let request = Request::create_lead(BUSY);
    assert!(client.send(&request).await.is_err());
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
    let mut client = with_reqwest::Client::new(server.url(), tokens(EXPIRED_TOKEN, FIRST_REFRESH_TOKEN))?;
    client.run(&read).await?;
    let stored = client.tokens().refresh_token.clone();
    let mut later = with_reqwest::Client::new(server.url(), tokens(EXPIRED_TOKEN, &stored))?;
    later.run(&read).await?;
    // With a refresh token that was used before, a person must authorize the integration again.
    let mut outdated = with_reqwest::Client::new(server.url(), tokens(EXPIRED_TOKEN, &stored))?;
    let error = outdated.run(&read).await.err();
    assert_eq!(error.map(|error| error.advice()), Some(Advice::AskUser));
    Ok(())
}
