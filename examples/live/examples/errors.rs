//! Uses a failed reply as an error with `anyhow` and `thiserror`, and logs one with `tracing`.
use amo_codes::{Advice, HttpStatus};
use amo_codes_reply::Reply;
use anyhow::Context as _;

/// An error type of the program, which contains the reply.
#[derive(Debug, thiserror::Error)]
enum SyncError {
    #[error("failed to synchronize the leads")]
    Reply(#[from] Reply),
}

/// `thiserror`: `?` converts a failed reply into the program's error.
fn synchronize(status: u16, body: &[u8]) -> Result<(), SyncError> {
    let reply = Reply::read("/api/v4/leads", status, body);
    Ok(reply.into_result()?)
}

/// `anyhow`: `context` describes what failed, and the caller can still get the reply with `downcast_ref`.
fn import(status: u16, body: &[u8]) -> anyhow::Result<()> {
    let reply = Reply::read("/api/v4/leads", status, body);
    reply.into_result().context("nightly import failed")
}

/// `tracing`: one event per finding, with fields that can be searched.
fn log(reply: &Reply) {
    for finding in reply.findings() {
        tracing::warn!(
            path = reply.path(),
            status = reply.status().map(HttpStatus::as_u16),
            number = finding.number(),
            subject = ?finding.subject(),
            pointer = finding.pointer(),
            "{finding}"
        );
    }
}

fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt().without_time().with_ansi(false).init();
    let body = br#"{"errors":{"11000217":"Lead is deleted"},"title":"Bad Request","status":400}"#;
    log(&Reply::read("/api/v4/leads", 400, body));

    if let Err(error) = synchronize(402, b"") {
        println!("{:#}", anyhow::Error::from(error));
    }
    if let Err(error) = import(429, b"<h1>429 Too Many Requests</h1>") {
        println!("{error:#}");
        let advice = error.downcast_ref::<Reply>().map(Reply::advice);
        anyhow::ensure!(advice == Some(Advice::RetryLater), "the error does not contain the reply");
    }
    Ok(())
}
