//! What became of a request.

/// What became of a request: whether any of it was carried out.
///
/// The four cases are all that there are, so a `match` needs no catch-all arm.
///
/// ```
/// use amo_codes::{Advice, HttpStatus};
/// use amo_codes_reply::{Outcome, Reply};
///
/// fn read(status: u16, body: &[u8]) -> Result<Reply, amo_codes::InvalidHttpStatus> {
///     Ok(Reply::read("/api/v2/leads", HttpStatus::try_from(status)?, body))
/// }
/// assert_eq!(read(204, b"")?.outcome(), Outcome::Done);
/// assert_eq!(read(429, b"")?.outcome(), Outcome::Refused);
/// assert_eq!(read(504, b"")?.outcome(), Outcome::Unknown);
///
/// // Lead 1 was created. Sending both again would create it twice.
/// let body = br#"{"_embedded":{"items":[{"id":1}],"errors":{"add":[{"code":429}]}}}"#;
/// let batch = read(200, body)?;
/// assert_eq!((batch.advice(), batch.outcome()), (Advice::RetryLater, Outcome::Partial));
/// assert!(!batch.is_repeatable());
/// # Ok::<_, amo_codes::InvalidHttpStatus>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It succeeded.
    Done,
    /// Nothing was carried out: a 3xx or 4xx reply, or a 2xx reply that has nothing but an error about the whole request.
    Refused,
    /// Some of it was carried out: a 2xx reply has errors for some items, entities or actions, or any other data beside an
    /// error. Do not repeat that.
    Partial,
    /// It may have been carried out: a 5xx reply, also one that only the body gives, or a 2xx reply whose body cannot be read.
    /// Check before you repeat a request that creates something, or you may create a duplicate.
    Unknown,
}
