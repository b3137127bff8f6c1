//! Reads a text in quotes, in any notation.

use super::value::is_of_name;

/// Returns the content of a text in quotes, and what follows it, unless the text is not closed.
///
/// A quote closes the text if a separator, a bracket, a line end or the end follows: PHP's dumps do not escape quotes.
pub(super) fn quoted(text: &str) -> Option<(String, Option<&str>)> {
    let mut letters = text.chars();
    let quote = letters.next()?;
    let mut content = Vec::new();
    while let Some(letter) = letters.next() {
        let after = letters.as_str();
        if letter == quote && ends_text(after) {
            return Some((String::from_utf8_lossy(&content).into_owned(), Some(after)));
        }
        if letter == '\\' {
            let length = escaped(after, &mut content);
            letters = after[length..].chars();
        } else {
            content.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
    Some((String::from_utf8_lossy(&content).into_owned(), None))
}

/// Returns whether a quote before this text closes it.
fn ends_text(after: &str) -> bool {
    let next = after.trim_start_matches([' ', '\t']);
    // `msg="…" status=400`, or the next key of a dump that was joined to one line
    let is_key = || {
        let name = next.trim_start_matches(['[', '"', '\'']).trim_start_matches(is_of_name);
        let value = name.trim_start_matches(['"', '\'', ']', ' ']);
        next.len() < after.len()
            && name.len() < next.len()
            && value.starts_with(if next.starts_with(['[', '"', '\'']) { "=>" } else { "=" })
    };
    next.is_empty() || next.starts_with([',', ';', ':', ')', ']', '}', '=', '>', '\n', '\r', '\\']) || is_key()
}

/// Adds the character of an escape, and returns how long the escape is, without its backslash.
fn escaped(text: &str, content: &mut Vec<u8>) -> usize {
    let Some(letter) = text.chars().next() else { return 0 };
    let hex = |from: usize, to: usize| text.get(from..to).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let mut push = |letter: char| content.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    match letter {
        'n' | 'r' | 't' => push(if letter == 't' { '\t' } else { '\n' }),
        // A byte, as Python prints it.
        'x' => {
            let Some(byte) = hex(1, 3) else { return 1 };
            content.extend(u8::try_from(byte));
            return 3;
        }
        'u' => {
            let Some(unit) = hex(1, 5) else { return if text.len() < 5 { text.len() } else { 1 } };
            push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
            return 5;
        }
        '"' | '\'' | '`' | '\\' | '/' => push(letter),
        // `AmoCRM\Client`
        _ => {
            push('\\');
            push(letter);
        }
    }
    letter.len_utf8()
}
