//! A client based on reqwest.

use amo_codes_reply::Reply;
use backon::Retryable as _;
use tracing::warn;

use crate::policy::{self, Error, NextStep, Request, Success, Tokens, next_step};

/// A client for one account.
pub struct Client {
    http: reqwest::Client,
    url: String,
    tokens: Tokens,
}

impl Client {
    /// Creates a client for the account at this URL.
    ///
    /// # Errors
    /// Returns an error if reqwest cannot be initialized.
    pub fn new(url: String, tokens: Tokens) -> reqwest::Result<Self> {
        let http = reqwest::Client::builder().timeout(policy::TIMEOUT).build()?;
        Ok(Self { http, url, tokens })
    }

    /// Sends a request and follows the advice in the replies.
    ///
    /// # Errors
    /// Returns the last error if a retry does not help or is not safe.
    pub async fn run(&mut self, request: &Request) -> Result<Success, Error> {
        let Err(error) = self.send_authorized(request).await else {
            return Ok(Success::Done);
        };
        match next_step(request, &error) {
            NextStep::Skip => Ok(Success::Skipped),
            NextStep::LookFirst(name) => {
                warn!(%error, "checking whether the lead was created");
                tokio::time::sleep(policy::LOOK_DELAY).await;
                let list = self.send_authorized(&Request::find_lead(name)).await;
                match list.and_then(|list| policy::contains_lead(&list, name)) {
                    Ok(true) => Ok(Success::Done),
                    // The lead does not exist, so sending the request again cannot create a duplicate.
                    Ok(false) => self.send_authorized(request).await.map(|_| Success::Done),
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
    async fn send_authorized(&mut self, request: &Request) -> Result<Vec<u8>, Error> {
        match self.send_with_retries(request).await {
            Err(error) if next_step(request, &error) == NextStep::RefreshTokens => {
                warn!(%error, "refreshing the tokens");
                let body = self.send_with_retries(&Request::refresh_tokens(&self.tokens.refresh_token)).await?;
                self.tokens = Tokens::read(&body)?;
                self.send_with_retries(request).await
            }
            result => result,
        }
    }

    /// Sends a request, and sends it again after a delay as long as that may help and is safe.
    async fn send_with_retries(&self, request: &Request) -> Result<Vec<u8>, Error> {
        (|| self.send(request))
            .retry(policy::BACKOFF)
            .when(|error| next_step(request, error) == NextStep::Retry)
            .adjust(Error::delay)
            .notify(policy::log_retry)
            .await
    }

    /// Sends a request once and returns the body of the reply.
    ///
    /// # Errors
    /// Returns an error if there is no reply, or if the reply is a failure.
    pub async fn send(&self, request: &Request) -> Result<Vec<u8>, Error> {
        let http_request = request.to_http(&self.url, &self.tokens.access_token)?;
        let response = self.http.execute(http_request.try_into()?).await?;
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let body = response.bytes().await?;
        Reply::read(&request.path, status, &body).with_headers(&headers).into_result()?;
        Ok(body.into())
    }
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        // The message would have the URL, which may be confidential.
        Self::NoReply(error.without_url().into())
    }
}
