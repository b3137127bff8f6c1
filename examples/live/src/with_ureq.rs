//! A blocking client based on ureq.

use std::thread::sleep;
use std::time::Duration;

use amo_codes_reply::{NextStep, Reply};
use backon::BackoffBuilder as _;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use ureq::Agent;

use crate::error::{BACKOFF, CHECKS, Error, LOOK_DELAY, delay};
use crate::request::{Request, Success, Tokens, contains_lead};

/// A client for one account.
pub struct Client {
    http: Agent,
    url: String,
    tokens: Tokens,
}

impl Client {
    /// Creates a client for the account at this URL. Without a timeout, a lost connection could block it forever.
    #[must_use]
    pub fn new(url: String, tokens: Tokens, timeout: Duration) -> Self {
        // By default, ureq returns its own error for HTTP 400 and above and discards the body.
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(timeout)).build();
        Self { http: config.into(), url, tokens }
    }

    /// Sends a request until it succeeds, or until nothing else can be done.
    ///
    /// # Errors
    /// Returns the last error.
    pub fn run(&mut self, request: &Request) -> Result<Success, Error> {
        let (mut request, mut is_refreshed, mut checks) = (request.clone(), false, 0);
        loop {
            let Err(error) = self.send_with_retries(&request) else { return Ok(Success::Done) };
            let step = error.next_step(request.effect);
            match step {
                NextStep::Skip => return Ok(Success::Skipped),
                NextStep::SignIn if !is_refreshed => {
                    error.log(step);
                    self.refresh_tokens()?;
                    is_refreshed = true;
                }
                NextStep::Check if checks < CHECKS && !request.lead_names.is_empty() && !error.needs_a_change() => {
                    error.log(step);
                    // If nobody knows which leads exist, the first error is the one that matters.
                    let Ok(missing) = self.missing_leads(&request) else { return Err(error) };
                    if missing.is_empty() {
                        return Ok(Success::Done);
                    }
                    request = Request::create_leads(&missing);
                    checks += 1;
                }
                // There were enough retries, refreshes and checks, or none of them helps.
                NextStep::Retry { .. } | NextStep::SignIn | NextStep::Check | NextStep::GiveUp | NextStep::Continue => {
                    return Err(error);
                }
            }
        }
    }

    /// Returns the current tokens, to be stored.
    #[must_use]
    pub fn tokens(&self) -> &Tokens {
        &self.tokens
    }

    /// Exchanges the refresh token. If the reply is lost, nothing can be checked: a person must sign in again.
    fn refresh_tokens(&mut self) -> Result<(), Error> {
        let tokens = self.send_with_retries(&Request::refresh_tokens(&self.tokens.refresh_token))?;
        self.tokens = serde_json::from_slice(&tokens)?;
        Ok(())
    }

    /// Returns the names of those leads of a request that do not exist.
    fn missing_leads<'a>(&self, request: &'a Request) -> Result<Vec<&'a str>, Error> {
        sleep(LOOK_DELAY);
        let mut missing = Vec::new();
        for name in &request.lead_names {
            let list = self.send_with_retries(&Request::find_lead(name))?;
            if !contains_lead(&list, name)? {
                missing.push(name.as_str());
            }
        }
        Ok(missing)
    }

    /// Sends a request, and sends it again after a delay as long as that may help and is safe.
    fn send_with_retries(&self, request: &Request) -> Result<Vec<u8>, Error> {
        let mut backoff = BACKOFF.build();
        loop {
            let error = match self.send(request) {
                Ok(body) => return Ok(body),
                Err(error) => error,
            };
            let step = error.next_step(request.effect);
            let NextStep::Retry { after } = step else { return Err(error) };
            let Some(delay) = delay(backoff.next(), after) else { return Err(error) };
            error.log(step);
            sleep(delay);
        }
    }

    /// Sends a request once and returns the body of the reply.
    ///
    /// # Errors
    /// Returns an error if there is no reply, or if the reply is a failure.
    pub fn send(&self, request: &Request) -> Result<Vec<u8>, Error> {
        let url = format!("{}{}", self.url, request.path);
        let sent = http::Request::builder().method(&request.method).uri(&url).header(CONTENT_TYPE, "application/json");
        let sent = sent.header(AUTHORIZATION, format!("Bearer {}", self.tokens.access_token));
        let mut response = self.http.run(sent.body(request.body.clone()).map_err(ureq::Error::from)?)?;
        let body = response.body_mut().read_to_vec()?;
        Reply::read(&url, response.status().as_u16(), &body).with_headers(response.headers()).into_result()?;
        Ok(body)
    }
}
