//! Human-readable text that is safe to log: one line, without control characters, hosts, user info and query strings.

use std::borrow::Cow;
use std::boxed::Box;
use std::string::String;

use serde_core::de::IgnoredAny;

use crate::private::path_of;
use crate::reply::url::push_without_urls;

/// The maximum number of characters of a page's title.
const LONGEST: usize = 300;

/// Returns the text on one line, without raw JSON and with every URL in it reduced to its path.
pub(super) fn clean(text: &str) -> Box<str> {
    if is_clean(text) { text.into() } else { one_line(without_json(text), push_without_urls) }
}

/// Returns the path of a request on one line.
pub(super) fn clean_path(url: &str) -> Box<str> {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b':';
    if url.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        return path_of(url).into();
    }
    let line = one_line(url, String::push_str);
    let path = path_of(&line);
    // A path may contain a URL: `/proxy/https://user:pass@host/path`.
    path.rfind("://").map_or(path, |scheme| path_of(path.split_at(scheme).1)).into()
}

/// Returns whether a text has nothing to remove, which is the case for most texts.
#[expect(clippy::needless_bitwise_bool, reason = "without branches, the compiler compares many bytes at once")]
fn is_clean(text: &str) -> bool {
    // Russian letters begin with 0xd0 or 0xd1.
    let is_text = |byte: u8| matches!(byte, b' '..=b'~' | 0x80..=0xbf | 0xd0 | 0xd1);
    let is_special = |byte: u8| matches!(byte, b'"' | b'/' | b'\\' | b'@' | b'?' | b'#' | b'&' | b'%' | b'{' | b'[');
    let bytes = text.as_bytes();
    let is_plain = bytes.iter().fold(true, |all, &byte| all & is_text(byte) & !is_special(byte));
    // Two spaces, or a dot within a word, which may be a host.
    let is_odd = |pair: &[u8]| ((pair[0] == b' ') & (pair[1] == b' ')) | ((pair[0] == b'.') & (pair[1] != b' '));
    let has_odd_pair = bytes.windows(2).fold(false, |any, pair| any | is_odd(pair));
    is_plain && !has_odd_pair && !text.starts_with(' ') && !text.ends_with(' ')
}

/// Returns the part of a text before raw JSON: before a bracket that is followed by a quote or another bracket, or
/// before a key. A text that is a JSON list is removed completely.
fn without_json(text: &str) -> &str {
    let text = text.trim_matches(is_invisible);
    if text.starts_with('[') && serde_json::from_str::<IgnoredAny>(text).is_ok() {
        return "";
    }
    // Numbers, `null`, `true` and `false` may come before the first text of a list.
    let is_scalar = |letter: char| letter.is_ascii_digit() || "+-.,nulltruefalsE".contains(letter);
    let is_json = |&(index, bracket): &(usize, char)| {
        let inside = text.split_at(index + bracket.len_utf8()).1;
        let is_before = |letter| is_invisible(letter) || (bracket == '[' && is_scalar(letter));
        matches!(bracket, '{' | '[')
            && inside.trim_start_matches(is_before).starts_with(['"', '\'', '\\', '{', '[', '&'])
    };
    let bracket = text.char_indices().find(is_json).map(|(start, _)| start);
    match bracket.into_iter().chain(key_start(text)).min() {
        Some(start) => text[..start].trim_end_matches([' ', '"', '\'', '(', ':', '=']),
        None => text,
    }
}

/// Returns where the first key of JSON starts, if the brackets around it are missing: `"token":"…"`.
fn key_start(text: &str) -> Option<usize> {
    let is_value =
        |&(end, _): &(usize, &str)| text[end + 2..].trim_start_matches(is_invisible).starts_with(['"', '{', '[']);
    let (end, _) = text.match_indices("\":").find(is_value)?;
    Some(text[..end].rfind('"').unwrap_or(0))
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

/// Returns whether a text is a single word of ASCII letters, digits, `.`, `_`, `-`, `[` and `]`, like field names.
pub(super) fn is_word(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'[' | b']');
    !text.is_empty() && text.len() <= 100 && text.bytes().all(is_part)
}

/// Returns whether a text is a decimal number or a UUID.
pub(super) fn is_id(text: &str) -> bool {
    let is_number = text.len() <= 20 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_uuid = || {
        let parts = text.split('-').map(str::len);
        parts.eq([8, 4, 4, 4, 12]) && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
    };
    !text.is_empty() && (is_number || is_uuid())
}

/// Returns whether a text is certainly the key of an error and nothing confidential: letters and `_`, or an id.
pub(super) fn is_error_key(text: &str) -> bool {
    let is_name = text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    !text.is_empty() && (is_name || is_id(text))
}

/// Returns whether a character changes the direction of text, or has no width and could hide a URL.
const fn has_no_width(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn without_invisible(word: &str) -> Cow<'_, str> {
    if word.contains(has_no_width) { word.replace(has_no_width, "").into() } else { word.into() }
}

fn is_invisible(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || (!letter.is_ascii() && has_no_width(letter))
}

#[cfg(test)]
mod tests {
    use std::format;
    use std::string::String;
    use std::vec::Vec;

    use super::{LONGEST, clean, clean_path, is_clean, one_line, push_without_urls, shorten, title, without_json};

    #[test]
    fn a_text_becomes_one_line_without_control_characters() {
        for (text, line) in [
            ("", ""),
            (" a\r\n\tb  c ", "a b c"),
            ("a\u{1b}[31mb", "a [31mb"),
            ("a\u{202e}b\u{2066}\u{feff}c \u{200f} d", "abc d"),
            ("a\u{2028}b\u{85}c", "a b c"),
            ("\u{ad}\u{61c}\u{180e}\u{200b}\u{200d}a\u{2069}\u{fff9}\u{e0001}", "a"),
        ] {
            assert_eq!(&*clean(text), line, "{text:?}");
        }
    }

    #[test]
    fn urls_in_a_text_are_reduced_to_their_paths() {
        for (text, line) in [
            ("Cannot GET https://user:pass@x.amocrm.ru/api/v5?token=s#f !", "Cannot GET /api/v5 !"),
            ("see x.amocrm.ru", "see …"),
            ("see 50%", "see 50%"),
            ("at\u{feff}//user:pass@host/a", "/a"),
            ("a @ b", "a @ b"),
            ("AT&T and/or you? #5 10:30 e.g. 1.5", "AT&T and/or you? #5 10:30 e.g. 1.5"),
        ] {
            assert_eq!(&*clean(text), line, "{text}");
        }
        assert_eq!(&*clean_path(" //user:pass@host/a\n"), "/a");
        assert_eq!(&*clean_path("/proxy/https://us:er@host/b"), "/b");
        assert_eq!(&*clean_path("/https://user:pa/ss@host/a://other/b:c?d"), "/b:c");
        assert_eq!(&*clean_path("/proxy/https://host"), "");
        assert_eq!(&*clean_path("/\u{feff}/user:pass@host/a"), "/a");
        assert_eq!(&*clean_path("/a \u{202e}b?c"), "/a b");
    }

    #[test]
    fn a_clean_text_is_not_changed() {
        // Every text of up to three of these characters.
        let characters: Vec<char> = " .\"/\\@?#&%{[:a1~\u{7f}\n\u{ad}\u{2069}яé".chars().collect();
        let mut texts = std::vec![String::new()];
        let mut start = 0;
        for _ in 0..3 {
            let end = texts.len();
            for index in start..end {
                texts.extend(characters.iter().map(|last| format!("{}{last}", texts[index])).collect::<Vec<_>>());
            }
            start = end;
        }
        assert_eq!(texts.len(), 1 + 22 + 22 * 22 + 22 * 22 * 22);
        for text in texts {
            let line = one_line(without_json(&text), push_without_urls);
            assert_eq!(clean(&text), line, "{text:?}");
        }
        for text in ["Invalid scope", "Код ошибки 244. В случае повторения", "a: b, c; d"] {
            assert!(is_clean(text), "{text}");
        }
    }

    #[test]
    fn json_is_not_text() {
        for text in [
            "{\"token\":\"s\"}",
            " [{\"a\":1}]",
            "[\"a\"]",
            "\u{feff}{\"a\":1}",
            "\u{1}[1]\u{1}",
            "\u{feff}[1]\u{200b}",
            "[ {\"a\":1} ]",
            "[1,\"a\"]",
            "[null,\"a\"]",
            "[[\"a\"]]",
            "{ 'a': 1 }",
            "{\n  \"a\"",
            "\"{\\\"a\\\":1}\"",
            "[1, -2.5, null, \"a\"",
            "[1E5,\"a\"]",
            "\"token\":\"s\",\"id\":5}",
            "\"token\": [",
            "token\":\"s\"",
            "{&quot;token&quot;:&quot;s&quot;}",
        ] {
            assert_eq!(&*clean(text), "", "{text}");
        }
        assert_eq!(&*clean("Invalid JSON {\"token\":\"s\"} given"), "Invalid JSON");
        assert_eq!(&*clean("Invalid: ({\"token\":\"s\"})"), "Invalid");
        assert_eq!(&*clean("Parse error near \"token\":\"s\",\"id\":5}"), "Parse error near");
        for text in ["\"name\": required", "[a] {b}", "[a", "Field {name} is required", "[1] and [2]", "ids [1, 2]"] {
            assert_eq!(&*clean(text), text);
        }
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
