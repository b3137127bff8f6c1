//! A blocking client based on ureq.

use std::thread;

use amo_codes_reply::Reply;
use backon::BackoffBuilder as _;
use tracing::warn;
use ureq::Agent;

use crate::policy::{self, Error, NextStep, Request, Success, Tokens, next_step};

/// A client for one account.
pub struct Client {
    http: Agent,
    url: String,
    tokens: Tokens,
}

impl Client {
    /// Creates a client for the account at this URL.
    #[must_use]
    pub fn new(url: String, tokens: Tokens) -> Self {
        // By default, ureq returns its own error for HTTP 400 and above and discards the body.
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(policy::TIMEOUT)).build();
        Self { http: config.into(), url, tokens }
    }

    /// Sends a request and follows the advice in the replies.
    ///
    /// # Errors
    /// Returns the last error if a retry does not help or is not safe.
    pub fn run(&mut self, request: &Request) -> Result<Success, Error> {
        let Err(error) = self.send_authorized(request) else {
            return Ok(Success::Done);
        };
        match next_step(request, &error) {
            NextStep::Skip => Ok(Success::Skipped),
            NextStep::LookFirst(name) => {
                warn!(%error, "checking whether the lead was created");
                thread::sleep(policy::LOOK_DELAY);
                let list = self.send_authorized(&Request::find_lead(name));
                match list.and_then(|list| policy::contains_lead(&list, name)) {
                    Ok(true) => Ok(Success::Done),
                    // The lead does not exist, so sending the request again cannot create a duplicate.
                    Ok(false) => self.send_authorized(request).map(|_| Success::Done),
                    // It is still unknown whether the lead was created, as the first error says.
                    Err(_) => Err(error),
                }
            }
            _ => Err(error),
        }
    }

    /// Returns the current tokens, to be stored.
    #[must_use]
    pub fn tokens(&self) -> &Tokens {
        &self.tokens
    }

    /// Sends a request. If the access token has expired, refreshes the tokens and sends the request again.
    fn send_authorized(&mut self, request: &Request) -> Result<Vec<u8>, Error> {
        match self.send_with_retries(request) {
            Err(error) if next_step(request, &error) == NextStep::RefreshTokens => {
                warn!(%error, "refreshing the tokens");
                let body = self.send_with_retries(&Request::refresh_tokens(&self.tokens.refresh_token))?;
                self.tokens = Tokens::read(&body)?;
                self.send_with_retries(request)
            }
            result => result,
        }
    }

    /// Sends a request, and sends it again after a delay as long as that may help and is safe.
    fn send_with_retries(&self, request: &Request) -> Result<Vec<u8>, Error> {
        let mut backoff = policy::BACKOFF.build();
        loop {
            match self.send(request) {
                Err(error) if next_step(request, &error) == NextStep::Retry => {
                    let Some(delay) = error.delay(backoff.next()) else { return Err(error) };
                    policy::log_retry(&error, delay);
                    thread::sleep(delay);
                }
                result => return result,
            }
        }
    }

    /// Sends a request once and returns the body of the reply.
    ///
    /// # Errors
    /// Returns an error if there is no reply, or if the reply is a failure.
    pub fn send(&self, request: &Request) -> Result<Vec<u8>, Error> {
        let mut response = self.http.run(request.to_http(&self.url, &self.tokens.access_token)?)?;
        let status = response.status().as_u16();
        let body = response.body_mut().read_to_vec()?;
        Reply::read(&request.path, status, &body).with_headers(response.headers()).into_result()?;
        Ok(body)
    }
}

impl From<ureq::Error> for Error {
    fn from(error: ureq::Error) -> Self {
        Self::NoReply(error.into())
    }
}
