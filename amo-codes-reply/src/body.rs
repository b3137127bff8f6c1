//! The kinds of bodies that a reply may have.

#[cfg(test)]
mod tests;

/// The kind of a reply's body.
///
/// ```
/// use amo_codes_reply::{BodyKind, Reply};
///
/// let body = |body: &str| Reply::read("/api/v4/leads", 200, body.as_bytes()).body_kind();
/// assert_eq!(body(" \n"), BodyKind::Empty);
/// assert_eq!(body(r#"{"_embedded":{}}"#), BodyKind::Json);
/// assert_eq!(body("<html><title>Log in</title></html>"), BodyKind::Html);
/// assert_eq!(body(r#"{"_embedded":{"#), BodyKind::Other); // truncated
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyKind {
    /// Nothing, or only white space.
    Empty,
    /// One complete JSON value. Except for the entities in `_embedded`, it nests at most 127 levels deep.
    Json,
    /// An HTML page, such as a gateway's error page or a login page, or anything else with tags, except XML.
    Html,
    /// Anything else: truncated JSON, XML, plain text, compressed or binary data.
    Other,
}

impl BodyKind {
    /// Returns the kind of a body that is not JSON.
    pub(crate) fn of_text(body: &[u8]) -> Self {
        let body = body.trim_ascii();
        let start = String::from_utf8_lossy(&body[..body.len().min(1024)]).to_ascii_lowercase();
        let is_xml = start.starts_with("<?xml") && !start.contains("<html");
        match start.as_bytes() {
            [] => Self::Empty,
            [b'<', ..] if !is_xml => Self::Html,
            _ => Self::Other,
        }
    }

    /// Returns whether a body that is not JSON begins like JSON and so was probably truncated in transit.
    pub(crate) fn is_truncated_json(body: &[u8]) -> bool {
        matches!(body.trim_ascii_start(), [b'{' | b'[', ..])
    }

    /// Returns the human-readable text of a body that is not JSON: the title of a page, or a plain text.
    pub(crate) fn text(self, body: &[u8]) -> String {
        match self {
            Self::Html => title(body),
            Self::Other => std::str::from_utf8(body).ok().filter(|text| is_plain_text(text)).unwrap_or_default().into(),
            Self::Empty | Self::Json => String::new(),
        }
    }

    /// Returns what to say about a failure if the body has no text.
    pub(crate) const fn without_text(self) -> &'static str {
        match self {
            Self::Empty => "(empty body)",
            Self::Json => "(no message)",
            Self::Html => "(HTML page without a title)",
            Self::Other => "(unreadable body)",
        }
    }
}

/// Returns whether a text is neither JSON that was truncated nor markup nor binary data.
fn is_plain_text(text: &str) -> bool {
    !text.trim_start().starts_with(['{', '[', '<'])
        && !text.contains(|character: char| character.is_control() && !character.is_whitespace())
}

fn title(page: &[u8]) -> String {
    /// Titles are at the beginning of a page.
    const START: usize = 64 * 1024;
    let page = String::from_utf8_lossy(&page[..page.len().min(START)]);
    let lower = page.to_ascii_lowercase();
    let title = lower.find("<title").and_then(|tag| {
        let start = tag + lower[tag..].find('>')? + 1;
        let end = start + lower[start..].find('<')?;
        page.get(start..end)
    });
    title.unwrap_or_default().trim().to_owned()
}
