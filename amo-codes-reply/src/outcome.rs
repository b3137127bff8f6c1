//! Whether a request was carried out.

/// Whether a request was carried out, or a part of it.
///
/// The four cases are all that there are, so a `match` needs no catch-all arm.
///
/// ```
/// use amo_codes_reply::{Effect, NextStep, Outcome, Reply};
///
/// let read = |status, body| Reply::read("/api/v2/leads", status, body);
/// assert_eq!(read(204, b"").outcome(), Outcome::Done);
/// assert_eq!(read(429, b"").outcome(), Outcome::Refused);
/// assert_eq!(read(504, b"").outcome(), Outcome::Unknown);
///
/// // Lead 1 was created. Sending both again would create it twice.
/// let body = br#"{"_embedded":{"items":[{"id":1}],"errors":{"add":[{"code":429}]}}}"#;
/// let batch = read(200, body);
/// assert_eq!(batch.outcome(), Outcome::Partial);
/// assert_eq!(batch.next_step(Effect::Write), NextStep::Check);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It succeeded.
    Done,
    /// Nothing was carried out: a 3xx or 4xx reply, or a 2xx reply that has nothing but an error about the whole request, or that is
    /// the page on which a person signs in. Fix or leave out what the findings name, and send all the rest again.
    Refused,
    /// Some of it was carried out: a 2xx reply has errors for some items, entities or actions, or any other data beside an
    /// error; or a 4xx reply lists entities. Do not repeat that: only what the findings name remains to be done.
    Partial,
    /// It may have been carried out: a 408 or 5xx reply, even if only the body has this status, a 2xx reply whose body cannot be read, or
    /// a reply whose HTTP status is not known. Check before you repeat a request that creates something, or you may create a
    /// duplicate.
    Unknown,
}

impl Outcome {
    /// Returns the name of the variant: `done`, `refused`, `partial` or `unknown`.
    ///
    /// ```
    /// assert_eq!(amo_codes_reply::Outcome::Partial.as_str(), "partial");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Partial => "partial",
            Self::Unknown => "unknown",
        }
    }
}
