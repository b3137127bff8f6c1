//! A client on reqwest.

use amo_codes::HttpStatus;
use amo_codes::reply::Reply;
use reqwest::Method;
use tracing::info;

use crate::Error;
use crate::plan::{Next, Outcome, Plan, Request, access_token};
use crate::server::EXPIRED;

/// A client with a token that it renews when it has to.
#[derive(Debug)]
pub struct Client {
    http: reqwest::Client,
    url: String,
    token: String,
}

impl Client {
    /// A client of the server at this URL, with a token that has expired.
    #[must_use]
    pub fn new(url: String) -> Self {
        Self { http: reqwest::Client::new(), url, token: EXPIRED.to_owned() }
    }

    /// Makes a request, as often as the advice says.
    ///
    /// # Errors
    /// Where the server cannot be reached.
    pub async fn run(&mut self, request: Request) -> Result<Outcome, Error> {
        let mut plan = Plan::default();
        loop {
            let (reply, _) = self.send(request.method, request.path).await?;
            match plan.next(request, &reply) {
                Next::End(outcome) => return Ok(outcome),
                Next::Pause(pause) => tokio::time::sleep(pause).await,
                Next::Renew => self.renew().await?,
            }
        }
    }

    /// One request; the reply is read whatever its status is.
    async fn send(&self, method: &str, path: &str) -> Result<(Reply, Vec<u8>), Error> {
        let request = self.http.request(Method::from_bytes(method.as_bytes())?, format!("{}{path}", self.url));
        let response = request.bearer_auth(&self.token).send().await?;
        let status = HttpStatus::try_from(response.status().as_u16())?;
        let body = response.bytes().await?;
        Ok((Reply::read(path, status, &body), body.to_vec()))
    }

    async fn renew(&mut self) -> Result<(), Error> {
        let (reply, body) = self.send("POST", "/oauth2/access_token").await?;
        reply.into_result()?;
        self.token = access_token(&body)?;
        info!("the token is renewed");
        Ok(())
    }
}
