//! Human-readable text that is safe to log: one line, without control characters, hosts, user info and query strings.

use std::borrow::Cow;
use std::boxed::Box;
use std::string::String;

use crate::private::path_of;

/// The most characters of one text in a line.
const LONGEST: usize = 300;

/// Returns the text on one line, with every URL in it reduced to its path; empty if the text is JSON itself.
pub(super) fn clean(text: &str) -> Box<str> {
    if is_clean(text) {
        return text.into();
    }
    let is_json = ["{", "[{", "[\""].iter().any(|start| text.trim_start().starts_with(start));
    one_line(if is_json { "" } else { text }, push_word)
}

/// Returns the path of a request on one line.
pub(super) fn clean_path(url: &str) -> Box<str> {
    let path = path_of(url);
    if path.bytes().fold(true, |all, byte| all & byte.is_ascii_graphic()) {
        path.into()
    } else {
        one_line(path, String::push_str)
    }
}

/// Returns whether a text has nothing to remove, which is the case for most texts.
#[expect(clippy::needless_bitwise_bool, reason = "without branches, the compiler compares many bytes at once")]
fn is_clean(text: &str) -> bool {
    // Russian letters begin with 0xd0 or 0xd1.
    let is_text = |byte: u8| matches!(byte, b' '..=b'~' | 0x80..=0xbf | 0xd0 | 0xd1);
    let is_special = |byte: u8| matches!(byte, b'/' | b'\\' | b'@' | b'?' | b'#' | b'&' | b'{' | b'[');
    let bytes = text.as_bytes();
    let is_plain = bytes.iter().fold(true, |all, &byte| all & is_text(byte) & !is_special(byte));
    let has_gap = bytes.windows(2).fold(false, |any, pair| any | ((pair[0] == b' ') & (pair[1] == b' ')));
    is_plain && !has_gap && !text.starts_with(' ') && !text.ends_with(' ')
}

/// Joins the words of a text with single spaces.
fn one_line(text: &str, push: impl Fn(&mut String, &str)) -> Box<str> {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|part: char| part.is_whitespace() || part.is_control()) {
        let word = without_invisible(word);
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            push(&mut line, &word);
        }
    }
    line.into()
}

/// Returns the title of an HTML page.
pub(super) fn title(page: &[u8]) -> Box<str> {
    /// Titles are at the beginning of a page.
    const START: usize = 64 * 1024;
    let page = String::from_utf8_lossy(&page[..page.len().min(START)]);
    let lower = page.to_ascii_lowercase();
    let title = lower.find("<title").and_then(|tag| {
        let start = tag + lower[tag..].find('>')? + 1;
        let end = start + lower[start..].find('<')?;
        page.get(start..end)
    });
    // `&amp;` is last, so that its result is not unescaped again.
    let entities = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let text = entities.iter().fold(Cow::Borrowed(title.unwrap_or_default()), |text, (entity, character)| {
        if text.contains(entity) { text.replace(entity, character).into() } else { text }
    });
    shorten(&clean(&text), LONGEST).into()
}

/// Returns the beginning of a text, with `…` if it was cut.
pub(super) fn shorten(text: &str, longest: usize) -> Cow<'_, str> {
    match text.char_indices().nth(longest) {
        Some((end, _)) => [text[..end].trim_end(), "…"].concat().into(),
        None => text.into(),
    }
}

/// Returns whether a text is a single word of ASCII letters, digits, `.`, `_`, `-`, `[` and `]`, like field names and
/// error keys.
pub(super) fn is_word(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'[' | b']');
    !text.is_empty() && text.len() <= 100 && text.bytes().all(is_part)
}

/// Removes the characters that change the direction of text, and the byte order mark.
fn without_invisible(word: &str) -> Cow<'_, str> {
    const INVISIBLE: [char; 13] = [
        '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}',
        '\u{2067}', '\u{2068}', '\u{2069}', '\u{feff}',
    ];
    if word.is_ascii() || !word.contains(INVISIBLE) { word.into() } else { word.replace(INVISIBLE, "").into() }
}

fn push_word(line: &mut String, word: &str) {
    let has_query = || word.find(['?', '#', '&']).is_some_and(|index| word[index..].contains('='));
    // No URL is shorter than `…`, which replaces one without a path.
    if word.len() < '…'.len_utf8() || (!word.contains(['/', '\\', '@']) && !has_query()) {
        return line.push_str(word);
    }
    // JSON within a text has `\/` for a slash.
    let word = word.replace("\\/", "/");
    // A URL may follow a key or a quote: `url="https://…`.
    let mark = word.find(['/', '\\', '@', ':', '?', '#', '&']).unwrap_or(word.len());
    let is_separator = |part: char| !part.is_alphanumeric() && !matches!(part, '.' | '-' | '_' | '%' | '+' | '~');
    let separator = word[..mark].char_indices().rfind(|&(_, part)| is_separator(part));
    let (before, mut url) = word.split_at(separator.map_or(0, |(index, part)| index + part.len_utf8()));
    // What follows one host may begin like another URL.
    while path_of(url) != url {
        url = path_of(url);
    }
    line.push_str(before);
    line.push_str(if url.is_empty() { "…" } else { url });
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::{LONGEST, clean, shorten, title};

    #[test]
    fn a_text_becomes_one_line_without_control_characters() {
        for (text, line) in [
            ("", ""),
            (" a\r\n\tb  c ", "a b c"),
            ("a\u{1b}[31mb", "a [31mb"),
            ("a\u{202e}b\u{2066}\u{feff}c \u{200f} d", "abc d"),
            ("a\u{2028}b\u{85}c", "a b c"),
        ] {
            assert_eq!(&*clean(text), line, "{text:?}");
        }
    }

    #[test]
    fn only_the_path_of_a_url_is_left() {
        for (text, line) in [
            ("Cannot GET https://user:pass@x.amocrm.ru/api/v5?token=s#f !", "Cannot GET /api/v5 !"),
            ("see //user:pass@host/a", "see /a"),
            ("see x.amocrm.ru/a?b=c", "see /a"),
            ("see localhost:8080/a", "see /a"),
            ("see https://x.amocrm.ru", "see …"),
            ("see x.amocrm.ru?token=s", "see …"),
            ("from user@host", "from …"),
            ("from a@b", "from …"),
            ("a @ b", "a @ b"),
            (r#"url="https://user:pass@host/a?b""#, "url=\"/a"),
            (r#"url="//user:pass@host/a""#, "url=\"/a\""),
            ("(https://host/a)", "(/a)"),
            ("«https://host/a»", "«/a»"),
            (r"https:\/\/user:pass@host\/a?b", "/a"),
            ("https://host//other.host/a", "/a"),
            ("a=1&token=s", "a=1"),
            ("AT&T and/or you? #5 10:30 e.g. 1.5", "AT&T and/or you? #5 10:30 e.g. 1.5"),
        ] {
            assert_eq!(&*clean(text), line, "{text}");
        }
    }

    #[test]
    fn json_is_not_text() {
        for text in ["{\"token\":\"s\"}", " [{\"a\":1}]", "[\"a\"]"] {
            assert_eq!(&*clean(text), "", "{text}");
        }
        assert_eq!(&*clean("[a] {b}"), "[a] {b}");
    }

    #[test]
    fn the_title_of_a_page_is_read() {
        for (page, text) in [
            ("<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>", "403 Forbidden"),
            ("<TITLE lang=ru>\n Log &amp; in &amp;lt; </TITLE>", "Log & in &lt;"),
            ("<title>İ 502</title>", "İ 502"),
            ("<h1>502</h1>", ""),
            ("<title>never closed", ""),
            ("<title", ""),
            ("", ""),
        ] {
            assert_eq!(&*title(page.as_bytes()), text, "{page}");
        }
        let long = "ы".repeat(10_000);
        assert_eq!(title(format!("<title>{long}</title>").as_bytes()).chars().count(), LONGEST + 1);
        assert_eq!(&*title(b"<title>\xff</title>"), "\u{fffd}");
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(shorten("абв", 3), "абв");
        assert_eq!(shorten("аб вг", 3), "аб…");
    }
}
