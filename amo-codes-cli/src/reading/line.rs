//! What a text is at first sight, before it is read.

/// Returns whether a line may say something: it has a word of amoCRM's errors, a number that may be a status, or the end of a line
/// that `Reply` displays. Most lines of a log do not.
pub(super) fn may_say_something(text: &str) -> bool {
    let ends = ["it)", "user)", "later)", "again)", "request)", "found)"];
    let says = |bytes: &[u8]| match bytes {
        b"rror" | b"RROR" | b"itle" | b"etai" | b"hint" | b"fail" | b"FAIL" | b"\"res" | b": HT" | b"no n" => true,
        [before, b'4' | b'5', b'0'..=b'9', b'0'..=b'9'] => !before.is_ascii_alphanumeric(),
        // `leads.244`
        [letter, b'.', b'1'..=b'9', _] => letter.is_ascii_lowercase(),
        _ => ["ши", "ШИ"].iter().any(|part| bytes == part.as_bytes()),
    };
    let (text, start) = (text.trim_end(), text.as_bytes().first_chunk::<3>());
    start.is_some_and(|[one, two, three]| says(&[b' ', *one, *two, *three]))
        || text.as_bytes().windows(4).any(says)
        || ends.iter().any(|end| text.ends_with(end))
}

/// Returns whether a text is from the log of a web server, as Apache and nginx write it: its status is not amoCRM's.
pub(super) fn is_access_log(text: &str) -> bool {
    // `[27/Nov/2023:`
    let is_date =
        |bytes: &[u8]| matches!(bytes, [b'[', b'0'..=b'3', b'0'..=b'9', b'/', _, _, _, b'/', b'1' | b'2', ..]);
    text.as_bytes().windows(9).any(is_date)
}

/// Returns a text without the escapes for colors, also if they are escaped themselves, and with one kind of line ends.
pub(super) fn without_colors(text: &str) -> String {
    let mut plain = text.replace("\r\n", "\n");
    for start in ["\x1b[", "\\u001b[", "\\x1b[", "\\033["] {
        if !plain.contains(start) {
            continue;
        }
        let mut parts = plain.split(start);
        let mut rest = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let end = part.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ';');
            rest += end.strip_prefix(char::is_alphabetic).unwrap_or(end);
        }
        plain = rest;
    }
    plain
}
