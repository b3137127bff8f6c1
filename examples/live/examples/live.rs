//! Runs both clients against a local mock of amoCRM and prints their logs:
//! `cargo run -p amo-codes-live --example live`
use std::error::Error;
use std::time::Duration;

use amo_codes_live::request::{Success, Tokens};
use amo_codes_live::scenarios::scenarios;
use amo_codes_live::server::{EXPIRED_TOKEN, FIRST_REFRESH_TOKEN, Server};
use amo_codes_live::{with_reqwest, with_ureq};

const TIMEOUT: Duration = Duration::from_secs(3);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().without_time().with_target(false).with_ansi(false).init();

    println!("\n# reqwest");
    let server = Server::start().await?;
    let mut client = with_reqwest::Client::new(server.url(), expired_tokens(), TIMEOUT)?;
    for (description, request) in scenarios() {
        print_start(description);
        print_result(&client.run(&request).await);
    }
    println!("\n{:?}", server.counts());

    println!("\n# ureq");
    let server = Server::start().await?;
    let mut client = with_ureq::Client::new(server.url(), expired_tokens(), TIMEOUT);
    tokio::task::spawn_blocking(move || {
        for (description, request) in scenarios() {
            print_start(description);
            print_result(&client.run(&request));
        }
    })
    .await?;
    println!("\n{:?}", server.counts());
    Ok(())
}

fn expired_tokens() -> Tokens {
    Tokens { access_token: EXPIRED_TOKEN.to_owned(), refresh_token: FIRST_REFRESH_TOKEN.to_owned() }
}

fn print_start(description: &str) {
    println!("\n## {description}");
}

fn print_result(result: &Result<Success, amo_codes_live::error::Error>) {
    match result {
        Ok(success) => println!("{success:?}"),
        Err(error) => println!("Failed: {error}"),
    }
}
