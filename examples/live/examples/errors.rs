//! A reply as an error of `anyhow`, of `thiserror`, and in a log of `tracing`.
use amo_codes::reply::Reply;
use amo_codes::{Advice, HttpStatus};
use anyhow::Context as _;

/// An error of one's own, with a reply in it.
#[derive(Debug, thiserror::Error)]
enum SyncError {
    #[error("the leads could not be synchronised")]
    Refused(#[from] Reply),
    #[error("the answer is no answer of HTTP")]
    Status(#[from] amo_codes::InvalidHttpStatus),
}

/// With `thiserror`: `?` turns a failed reply into the program's own error.
fn synchronise(status: u16, body: &[u8]) -> Result<(), SyncError> {
    let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(status)?, body);
    Ok(reply.into_result()?)
}

/// With `anyhow`: a context is added, and the reply is found again behind it.
fn report(status: u16, body: &[u8]) -> anyhow::Result<()> {
    let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(status)?, body);
    reply.into_result().context("nightly import")
}

/// With `tracing`: one event for each finding, with fields to search by.
fn log(reply: &Reply) {
    for finding in reply.findings() {
        tracing::warn!(
            path = reply.path(),
            status = reply.status().as_u16(),
            number = finding.number(),
            entity = finding.entity(),
            at = finding.at(),
            "{finding}"
        );
    }
}

fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt().without_time().with_ansi(false).init();
    let body = br#"{"errors":{"11000217":"Lead is deleted"},"title":"Bad Request","status":400}"#;
    log(&Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body));

    if let Err(error) = synchronise(402, b"") {
        println!("{:#}", anyhow::Error::from(error));
    }
    if let Err(error) = report(429, b"<h1>429 Too Many Requests</h1>") {
        println!("{error:#}");
        let advice = error.downcast_ref::<Reply>().map(Reply::advice);
        anyhow::ensure!(advice == Some(Advice::RetryLater), "the reply is not found behind the context");
    }
    Ok(())
}
