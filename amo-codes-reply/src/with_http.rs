//! Feature `http`: reads responses and headers of the crate `http`.

use http::{HeaderMap, Response};

use crate::Reply;
use crate::hints::seconds;

/// These methods need the feature `http`.
impl Reply {
    /// Reads a response whose body was received, with its status and headers.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use amo_codes_reply::Reply;
    ///
    /// let response = http::Response::builder().status(429).header("Retry-After", "60").body("")?;
    /// let reply = Reply::from_http("https://acme.amocrm.ru/api/v4/leads", &response);
    /// assert_eq!((reply.path(), reply.status().map(u16::from)), ("/api/v4/leads", Some(429)));
    /// assert_eq!(reply.retry_after(), Some(Duration::from_secs(60)));
    /// # Ok::<_, http::Error>(())
    /// ```
    pub fn from_http(url: &str, response: &Response<impl AsRef<[u8]>>) -> Self {
        Self::read(url, response.status().as_u16(), response.body().as_ref()).with_headers(response.headers())
    }

    /// Adds what the headers say: `Retry-After` in seconds, and `X-Request-Id` if the body does not have a `trace_id`.
    ///
    /// ```
    /// # use amo_codes_reply::Reply;
    /// let mut headers = http::HeaderMap::new();
    /// headers.insert("X-Request-Id", http::HeaderValue::from_static("8e9b"));
    /// let reply = Reply::read("/api/v4/leads", 502, b"");
    /// let reply = reply.with_headers(&headers);
    /// assert_eq!(reply.trace_id(), Some("8e9b"));
    /// ```
    #[must_use]
    pub fn with_headers(mut self, headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
        self.hints.retry_after = self.hints.retry_after.max(text("retry-after").and_then(seconds));
        if self.hints.trace_id.is_none() {
            self.hints.trace_id = text("x-request-id").filter(|id| !id.is_empty()).map(Into::into);
        }
        self
    }
}
