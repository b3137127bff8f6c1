//! The kinds of bodies that a reply may have.

/// The kind of a reply's body.
///
/// ```
/// use amo_codes::HttpStatus;
/// use amo_codes::reply::{Body, Reply};
///
/// let status = HttpStatus::try_from(200)?;
/// let body = |body: &str| Reply::read("/api/v4/leads", status, body.as_bytes()).body();
/// assert_eq!(body(" \n"), Body::Empty);
/// assert_eq!(body(r#"{"_embedded":{}}"#), Body::Json);
/// assert_eq!(body("<html><title>Log in</title></html>"), Body::Html);
/// assert_eq!(body(r#"{"_embedded":{"#), Body::Other); // truncated
/// # Ok::<_, amo_codes::InvalidHttpStatus>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Body {
    /// Nothing, or only white space.
    Empty,
    /// One complete JSON value. Errors in it are nested at most 127 levels deep.
    Json,
    /// An HTML page, such as a gateway's error page or a login page.
    Html,
    /// Anything else: truncated JSON, XML, plain text, compressed or binary data.
    Other,
}

impl Body {
    /// Returns the kind of a body that is not JSON.
    pub(super) fn of_text(body: &[u8]) -> Self {
        /// A page begins with one of these, or has one of the first two near its beginning.
        const TAGS: [&[u8]; 8] =
            [b"<html", b"<!doctype html", b"<head", b"<title", b"<body", b"<h1", b"<center", b"<p>"];
        let body = body.trim_ascii();
        if body.is_empty() {
            return Self::Empty;
        }
        let begins_with =
            |text: &[u8], tag: &[u8]| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
        let is_page = || {
            let start = &body[..body.len().min(1024)];
            TAGS[..2].iter().any(|tag| start.windows(tag.len()).any(|window| window.eq_ignore_ascii_case(tag)))
        };
        let is_html = body.starts_with(b"<") && (TAGS.iter().any(|tag| begins_with(body, tag)) || is_page());
        if is_html { Self::Html } else { Self::Other }
    }

    /// Returns whether a body that is not JSON begins like JSON and so was probably truncated in transit.
    pub(super) fn is_truncated_json(body: &[u8]) -> bool {
        matches!(body.trim_ascii_start(), [b'{' | b'[', ..])
    }
}
