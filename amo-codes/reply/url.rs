//! Removes what may be confidential from a word that may be a URL: scheme, host, user info and query.

use std::borrow::Cow;
use std::string::String;

/// Browsers and libraries read both as a slash.
const SLASHES: [char; 2] = ['/', '\\'];
/// What takes the place of a URL without a path.
const REMOVED: &str = "…";

/// Appends a word, in which every URL is reduced to its path.
///
/// A URL ends at a quote, a bracket of a tag or the end of the word: any other character may be part of a password.
pub(super) fn push_without_urls(line: &mut String, word: &str) {
    let (mut rest, mut is_quoted) = (word, false);
    loop {
        let end = rest.find(['"', '<', '>', '«', '»', '“', '”', '„', '`']);
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        let is_shorter = push_part(line, part);
        let Some(delimiter) = after.chars().next() else { return };
        if is_quoted || !is_shorter {
            line.push(delimiter);
        }
        // A quote may be part of the password or the query that was removed.
        if is_shorter {
            return;
        }
        is_quoted = !is_quoted;
        rest = after.split_at(delimiter.len_utf8()).1;
    }
}

/// Appends a part of a word, and returns whether anything was removed at its end.
fn push_part(line: &mut String, part: &str) -> bool {
    // Nothing this short is confidential, and `…` would be longer.
    if part.len() < REMOVED.len() {
        line.push_str(part);
        return false;
    }
    // JSON within a text has `\/` for a slash.
    let part: Cow<'_, str> = if part.contains("\\/") { part.replace("\\/", "/").into() } else { part.into() };
    let url = without_query(&part);
    let path = if is_encoded(&part) {
        ""
    } else if let Some(authority) = authority(url) {
        let (_, rest) = url.split_at(authority);
        rest.find(SLASHES).map_or("", |slash| rest.split_at(slash).1)
    } else if let Some(slash) = url.find(SLASHES) {
        // `(x.amocrm.ru/leads`: a parenthesis, a host and a path.
        let is_mark = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '.' | ':' | '/' | '\\');
        let host = url.len() - url.trim_start_matches(is_mark).len();
        let (marks, rest) = url.split_at(host);
        line.push_str(marks);
        let (first, path) = rest.split_at(slash - host);
        if first.contains(['.', ':']) { path } else { rest }
    } else if is_host(url) {
        ""
    } else {
        url
    };
    line.push_str(if path.is_empty() { REMOVED } else { path });
    path.is_empty() || url.len() < part.len()
}

/// Returns where the last host of a part starts: at the end of user info, or after the slashes behind a scheme.
fn authority(part: &str) -> Option<usize> {
    let bytes = part.as_bytes();
    let is_slash = |byte: u8| matches!(byte, b'/' | b'\\');
    let after_slashes = bytes.windows(2).rposition(|pair| matches!(pair[0], b'/' | b'\\' | b':') && is_slash(pair[1]));
    let user_end = bytes.iter().rposition(|&byte| byte == b'@');
    after_slashes.map(|index| index + 2).max(user_end)
}

/// Returns whether a part has characters of a URL or of JSON that are encoded: `%2F`, `\u002f` or `&#x2f;`.
fn is_encoded(part: &str) -> bool {
    const ENCODED: [&[u8]; 8] = [b"%22", b"%25", b"%2f", b"%3a", b"%3f", b"%40", b"%5c", b"%7b"];
    let is_escape = |window: &[u8]| ENCODED.iter().any(|encoded| encoded.eq_ignore_ascii_case(window));
    let has_escape = || part.contains('%') && part.as_bytes().windows(3).any(is_escape);
    part.contains("\\u00") || part.contains("&#") || has_escape()
}

/// Returns a part without its query or fragment. `AT&T`, `you?` and `#5` have none.
fn without_query(part: &str) -> &str {
    // Only the first mark decides: looking at the others would take quadratic time.
    let Some(start) = part.find(['?', '#', '&']) else { return part };
    let (before, query) = part.split_at(start);
    let is_query = match query.as_bytes() {
        _ if part.contains(SLASHES) || part.contains('@') => true,
        [b'?', ..] => query.contains(char::is_alphanumeric),
        [b'#', ..] => query.contains(char::is_alphabetic),
        _ => query.contains('='),
    };
    if is_query { before } else { part }
}

/// Returns whether a name is certainly a host: one of amoCRM's, an IP address, or with a port.
fn is_host(name: &str) -> bool {
    let name = name.trim_matches(|edge: char| !edge.is_alphanumeric());
    let is_amocrm = || ["amocrm.", "kommo."].iter().any(|domain| name.to_ascii_lowercase().contains(domain));
    let is_number = |part: &str| part.len() <= 3 && part.bytes().all(|digit| digit.is_ascii_digit());
    let is_address = || name.split('.').count() == 4 && name.split('.').all(is_number);
    let has_port = || {
        let is_port = |port: &str| !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit());
        name.rsplit_once(':').is_some_and(|(host, port)| host.contains('.') && is_port(port))
    };
    name.contains('.') && (is_amocrm() || is_address() || has_port())
}

#[cfg(test)]
mod tests {
    use std::string::String;

    use super::push_without_urls;

    #[test]
    fn only_the_path_of_a_url_is_left() {
        for (word, expected) in [
            ("https://user:pass@x.amocrm.ru/api/v5?token=s#f", "/api/v5"),
            ("//user:pass@host/a", "/a"),
            ("user:pa/ss@host/a", "/a"),
            ("user:pass/@host/a", "/a"),
            ("user:pa,ss@host/a", "/a"),
            ("x.amocrm.ru/a?b=c", "/a"),
            ("localhost:8080/a", "/a"),
            ("https://x.amocrm.ru", "…"),
            ("https:/host/a", "/a"),
            ("https:\\\\host\\a", "\\a"),
            ("user@host", "…"),
            ("a@b", "…"),
            ("@", "@"),
            ("url=\"https://user:pass@host/a?b\"", "url=\"/a\""),
            ("url=\"//user:pass@host/a\"", "url=\"/a\""),
            ("url=https://host/a?b", "/a"),
            ("(https://host/a)", "/a)"),
            ("(x.amocrm.ru/a)", "(/a)"),
            ("«https://host/a»", "«/a»"),
            ("<https://host/a>", "</a>"),
            ("https:\\/\\/user:pass@host\\/a?b", "/a"),
            ("https://host//other.host/a", "/a"),
            ("/proxy/https://user:pass@host/b", "/b"),
            ("/a/b(https://user:pass@host/b)", "/b)"),
            ("and/or:https://user:pass@host/b", "/b"),
            ("and/or,user@host.ru", "…"),
            ("/a;//user.host/b", "/b"),
            ("/a?q=1,pass;(word", "/a"),
            ("https://host/a?token=b//c/d", "/a"),
            ("https://host/a?next=https://other.host/b/c", "/a"),
            ("/a?user=b@c/d", "/a"),
            ("?token=a/b", "…"),
            ("#a/b", "…"),
            ("https://host/a?token=\"b\"c", "/a"),
            ("https://user:\"pass\"@host/a", "…"),
            ("<a>https://host/a?<b>", "<a>/a"),
            ("\"/a?b=\"c\"\"", "\"/a\""),
            ("\"a\"=\"/c?d\"", "\"a\"=\"/c\""),
            ("https:\\u002f\\u002fhost\\u002fa", "…"),
            ("https:&#x2F;&#x2F;host", "…"),
            ("https%3A%2Fhost", "…"),
            ("user%40host", "…"),
            ("%7B%22token%22", "…"),
            ("https%3A%2F%2Fuser%3Apass%40host", "…"),
            ("https%3a%2f%2fhost", "…"),
            ("[::1]:80/a", "[/a"),
        ] {
            let mut line = String::new();
            push_without_urls(&mut line, word);
            assert_eq!(line, expected, "{word}");
        }
    }

    #[test]
    fn queries_and_hosts_without_a_slash_are_removed() {
        for (word, expected) in [
            ("host.ru?token", "host.ru"),
            ("index.php?token", "index.php"),
            ("localhost:8080?token", "localhost:8080"),
            ("x.amocrm.ru#token", "…"),
            ("?token", "…"),
            ("#token", "…"),
            ("a=1&token=s", "a=1"),
            ("index.php?&token=s", "index.php"),
            ("page??token", "page"),
            ("page#?token", "page"),
            ("page#1a", "page"),
            ("x.amocrm.ru", "…"),
            ("host=x.amocrm.ru,", "…"),
            ("X.KOMMO.COM:443", "…"),
            ("host.ru:443", "…"),
            ("192.168.0.17", "…"),
        ] {
            let mut line = String::new();
            push_without_urls(&mut line, word);
            assert_eq!(line, expected, "{word}");
        }
    }

    #[test]
    fn a_word_that_is_not_a_url_is_left() {
        for word in [
            "AT&T",
            "and/or",
            "you?",
            "#5",
            "(#5)",
            "why??",
            "AT&T's",
            "10:30",
            "e.g.",
            "1.5",
            "1.2.3",
            "1.2.3.4567",
            "50%",
            "custom_fields.0.id",
            "",
            "ключ=значение",
            "a:b",
            "«цитата»",
            "x.y:z",
            "C#",
            "amoCRM.",
        ] {
            let mut line = String::new();
            push_without_urls(&mut line, word);
            assert_eq!(line, word);
        }
    }
}
