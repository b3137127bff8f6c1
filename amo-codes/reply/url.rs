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
    let mut rest = word;
    loop {
        let end = rest.find(['"', '<', '>', '«', '»', '“', '”', '„', '`']);
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        push_part(line, part);
        let Some(delimiter) = after.chars().next() else { return };
        line.push(delimiter);
        rest = after.split_at(delimiter.len_utf8()).1;
    }
}

fn push_part(line: &mut String, part: &str) {
    // Nothing this short is confidential, and `…` would be longer.
    if part.len() < REMOVED.len() {
        return line.push_str(part);
    }
    // JSON within a text has `\/` for a slash.
    let part: Cow<'_, str> = if part.contains("\\/") { part.replace("\\/", "/").into() } else { part.into() };
    if is_encoded_url(&part) {
        return line.push_str(REMOVED);
    }
    if let Some(authority) = authority(&part) {
        let (_, rest) = part.split_at(authority);
        return push_path(line, rest.find(SLASHES).map_or("", |slash| rest.split_at(slash).1));
    }
    let Some(slash) = part.find(SLASHES) else {
        return push_name(line, &part);
    };
    // `(x.amocrm.ru/leads`: a parenthesis, a host and a path.
    let is_mark = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '.' | ':' | '/' | '\\');
    let host = part.len() - part.trim_start_matches(is_mark).len();
    let (marks, rest) = part.split_at(host);
    line.push_str(marks);
    let (first, path) = rest.split_at(slash - host);
    push_path(line, if first.contains(['.', ':']) { path } else { rest });
}

/// Returns where the last host of a part starts: after user info, or after the slashes behind a scheme.
fn authority(part: &str) -> Option<usize> {
    let bytes = part.as_bytes();
    let is_slash = |byte: u8| matches!(byte, b'/' | b'\\');
    let after_slashes = bytes.windows(2).rposition(|pair| matches!(pair[0], b'/' | b'\\' | b':') && is_slash(pair[1]));
    let after_user = bytes.iter().rposition(|&byte| byte == b'@');
    after_slashes.map(|index| index + 2).max(after_user.map(|index| index + 1))
}

/// Returns whether a part has a URL whose slashes are percent-encoded.
fn is_encoded_url(part: &str) -> bool {
    part.contains('%') && part.as_bytes().windows(6).any(|window| window.eq_ignore_ascii_case(b"%2f%2f"))
}

/// Appends the path of a URL without its query.
fn push_path(line: &mut String, path: &str) {
    let end = path.find(['?', '#', '&']).unwrap_or(path.len());
    let (path, _) = path.split_at(end);
    line.push_str(if path.is_empty() { REMOVED } else { path });
}

/// Appends a part without slashes, unless it is a host, and without its query.
fn push_name(line: &mut String, part: &str) {
    let (name, query) = part.split_at(query_start(part));
    let is_removed = is_host(name) || (name.is_empty() && !query.is_empty());
    line.push_str(if is_removed { REMOVED } else { name });
}

/// Returns where a query or a fragment starts. `AT&T`, `you?` and `#5` are not queries.
fn query_start(part: &str) -> usize {
    let is_query = |(index, mark): (usize, char)| {
        let after = part.split_at(index + mark.len_utf8()).1;
        match mark {
            '?' => after.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '_' | '%' | '=')),
            '#' => {
                after.starts_with(|first: char| first.is_alphanumeric())
                    && after.contains(|letter: char| !letter.is_ascii_digit())
            }
            _ => after.contains('='),
        }
    };
    // Only the first mark decides: looking at the others would take quadratic time.
    let first = part.char_indices().find(|&(_, letter)| matches!(letter, '?' | '#' | '&'));
    first.filter(|&mark| is_query(mark)).map_or(part.len(), |(index, _)| index)
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
