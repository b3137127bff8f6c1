//! From start to end, with its log: `cargo run -p amo-codes-live --example live`
//!
//! A server on the loopback answers like amoCRM; a client on reqwest and one on ureq do what the advice says.
use amo_codes_live::plan::{REQUESTS, Request};
use amo_codes_live::server::Server;
use amo_codes_live::{Error, with_reqwest, with_ureq};

#[tokio::main]
async fn main() -> Result<(), Error> {
    tracing_subscriber::fmt().without_time().with_ansi(false).init();

    println!("\nreqwest");
    let server = Server::start().await?;
    let mut client = with_reqwest::Client::new(server.url());
    for request in REQUESTS {
        tell(request, client.run(request).await?);
    }
    println!("the server refused and stumbled: {:?}", server.count());

    println!("\nureq");
    let server = Server::start().await?;
    let url = server.url();
    tokio::task::spawn_blocking(move || {
        let mut client = with_ureq::Client::new(url);
        REQUESTS.into_iter().try_for_each(|request| client.run(request).map(|outcome| tell(request, outcome)))
    })
    .await??;
    println!("the server refused and stumbled: {:?}", server.count());
    Ok(())
}

fn tell(request: Request, outcome: impl std::fmt::Debug) {
    println!("  {outcome:?}: {}\n", request.purpose);
}
