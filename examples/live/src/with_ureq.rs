//! A client on ureq, which blocks.

use std::thread;

use amo_codes::HttpStatus;
use amo_codes::reply::Reply;
use tracing::info;
use ureq::Agent;
use ureq::http;

use crate::Error;
use crate::plan::{Next, Outcome, Plan, Request, access_token};
use crate::server::EXPIRED;

/// A client with a token that it renews when it has to.
#[derive(Debug)]
pub struct Client {
    http: Agent,
    url: String,
    token: String,
}

impl Client {
    /// A client of the server at this URL, with a token that has expired.
    ///
    /// ureq takes a status of 400 and above for an error of its own and drops the body, unless told not to.
    #[must_use]
    pub fn new(url: String) -> Self {
        let http = Agent::config_builder().http_status_as_error(false).build().into();
        Self { http, url, token: EXPIRED.to_owned() }
    }

    /// Makes a request, as often as the advice says.
    ///
    /// # Errors
    /// Where the server cannot be reached.
    pub fn run(&mut self, request: Request) -> Result<Outcome, Error> {
        let mut plan = Plan::default();
        loop {
            let (reply, _) = self.send(request.method, request.path)?;
            match plan.next(request, &reply) {
                Next::End(outcome) => return Ok(outcome),
                Next::Pause(pause) => thread::sleep(pause),
                Next::Renew => self.renew()?,
            }
        }
    }

    /// One request; the reply is read whatever its status is.
    fn send(&self, method: &str, path: &str) -> Result<(Reply, Vec<u8>), Error> {
        let request = http::Request::builder().method(method).uri(format!("{}{path}", self.url));
        let request = request.header("authorization", format!("Bearer {}", self.token)).body(())?;
        let mut response = self.http.run(request)?;
        let status = HttpStatus::try_from(response.status().as_u16())?;
        let body = response.body_mut().read_to_vec()?;
        Ok((Reply::read(path, status, &body), body))
    }

    fn renew(&mut self) -> Result<(), Error> {
        let (reply, body) = self.send("POST", "/oauth2/access_token")?;
        reply.into_result()?;
        self.token = access_token(&body)?;
        info!("the token is renewed");
        Ok(())
    }
}
