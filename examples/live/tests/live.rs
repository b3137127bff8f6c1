//! Both clients reach the end of every request, and the server did answer as they tell.
use amo_codes_live::plan::{Outcome, REQUESTS};
use amo_codes_live::server::{Count, REQUESTS_A_SECOND, Server};
use amo_codes_live::{Error, with_reqwest, with_ureq};

const OUTCOMES: [Outcome; 8] = [
    Outcome::Done,
    Outcome::Done,
    Outcome::Done,
    Outcome::Skipped,
    Outcome::Skipped,
    Outcome::GaveUp,
    Outcome::GaveUp,
    Outcome::GaveUp,
];

/// What the server had to refuse, whatever the speed of the machine.
fn check(count: Count) {
    assert_eq!((count.unauthorized, count.renewed, count.stumbled), (1, 1, 2), "{count:?}");
}

#[tokio::test]
async fn a_client_on_reqwest_does_what_the_advice_says() -> Result<(), Error> {
    let server = Server::start().await?;
    let mut client = with_reqwest::Client::new(server.url());
    let mut outcomes = Vec::new();
    for request in REQUESTS {
        outcomes.push(client.run(request).await?);
    }
    assert_eq!(outcomes, OUTCOMES);
    check(server.count());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_client_on_ureq_does_what_the_advice_says() -> Result<(), Error> {
    let server = Server::start().await?;
    let mut client = with_ureq::Client::new(server.url());
    let outcomes = tokio::task::spawn_blocking(move || REQUESTS.map(|request| client.run(request)));
    let outcomes = outcomes.await?.into_iter().collect::<Result<Vec<_>, _>>()?;
    assert_eq!(outcomes, OUTCOMES);
    check(server.count());
    Ok(())
}

#[tokio::test]
async fn the_rate_limit_limits() -> Result<(), Error> {
    let server = Server::start().await?;
    let http = reqwest::Client::new();
    let mut refused = 0;
    for _ in 0..REQUESTS_A_SECOND * 20 {
        let response = http.get(server.url()).send().await?;
        refused += usize::from(response.status() == 429);
    }
    assert_eq!(server.count().limited, refused);
    assert!(refused > 0);
    Ok(())
}
