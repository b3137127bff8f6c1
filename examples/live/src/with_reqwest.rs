//! A client based on reqwest.

use std::time::Duration;

use amo_codes_reply::{NextStep, Reply};
use backon::BackoffBuilder as _;
use http::header::CONTENT_TYPE;
use tokio::time::sleep;

use crate::answer::{self, Answer, Error, Success, next_step};
use crate::request::{Request, Tokens, contains_lead};

/// A client for one account.
pub struct Client {
    http: reqwest::Client,
    url: String,
    tokens: Tokens,
}

impl Client {
    /// Creates a client for the account at this URL. Without a timeout, a lost connection could block it forever.
    ///
    /// # Errors
    /// Returns an error if reqwest cannot be initialized.
    pub fn new(url: String, tokens: Tokens, timeout: Duration) -> reqwest::Result<Self> {
        let http = reqwest::Client::builder().timeout(timeout).build()?;
        Ok(Self { http, url, tokens })
    }

    /// Sends a request until it succeeds, or until nothing else can be done.
    ///
    /// # Errors
    /// Returns the last error.
    pub async fn run(&mut self, request: &Request) -> Result<Success, Error> {
        let (mut request, mut is_refreshed, mut checks) = (request.clone(), false, 0);
        loop {
            let answer = self.send_with_retries(&request).await;
            let step = next_step(&request, &answer);
            match step {
                NextStep::Continue => return Ok(Success::Done),
                NextStep::Skip => return Ok(Success::Skipped),
                NextStep::SignIn if !is_refreshed => {
                    answer::log(step, &answer);
                    self.refresh_tokens().await?;
                    is_refreshed = true;
                }
                NextStep::Check if checks < answer::CHECKS && answer::may_send_rest(&request, &answer) => {
                    answer::log(step, &answer);
                    // If nobody knows which leads exist, the first error is the one that matters.
                    let Ok(missing) = self.missing_leads(&request).await else { return Err(answer::error(answer)) };
                    if missing.is_empty() {
                        return Ok(Success::Done);
                    }
                    request = Request::create_leads(&missing);
                    checks += 1;
                }
                NextStep::Retry { .. } | NextStep::SignIn | NextStep::Check | NextStep::GiveUp => {
                    return Err(answer::error(answer));
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
    async fn refresh_tokens(&mut self) -> Result<(), Error> {
        let answer = self.send_with_retries(&Request::refresh_tokens(&self.tokens.refresh_token)).await;
        self.tokens = serde_json::from_slice(&answer::body(answer)?)?;
        Ok(())
    }

    /// Returns the names of those leads of a request that do not exist.
    async fn missing_leads<'a>(&self, request: &'a Request) -> Result<Vec<&'a str>, Error> {
        sleep(answer::LOOK_DELAY).await;
        let mut missing = Vec::new();
        for name in &request.lead_names {
            let list = answer::body(self.send_with_retries(&Request::find_lead(name)).await)?;
            if !contains_lead(&list, name)? {
                missing.push(name.as_str());
            }
        }
        Ok(missing)
    }

    /// Sends a request, and sends it again after a delay as long as that may help and is safe.
    async fn send_with_retries(&self, request: &Request) -> Answer {
        let mut backoff = answer::BACKOFF.build();
        loop {
            let answer = self.send(request).await;
            let step = next_step(request, &answer);
            let NextStep::Retry { after } = step else { return answer };
            let Some(delay) = answer::delay(backoff.next(), after) else { return answer };
            answer::log(step, &answer);
            sleep(delay).await;
        }
    }

    /// Sends a request once.
    ///
    /// # Errors
    /// Returns an error if there is no reply.
    pub async fn send(&self, request: &Request) -> Answer {
        let url = format!("{}{}", self.url, request.path);
        let sent = self.http.request(request.method.clone(), &url).bearer_auth(&self.tokens.access_token);
        let response = sent.header(CONTENT_TYPE, "application/json").body(request.body.clone()).send().await?;
        // `bytes` consumes the response, and `Retry-After` with it.
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.bytes().await?;
        Ok((Reply::read(&url, status, &body).with_headers(&headers), body.into()))
    }
}
