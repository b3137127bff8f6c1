//! Reads a text in quotes, in any notation.

/// Returns the content of a text in quotes, and what follows it, unless the text is not closed.
pub(super) fn quoted(text: &str) -> Option<(String, Option<&str>)> {
    let mut letters = text.chars();
    let quote = letters.next()?;
    let mut content = Vec::new();
    while let Some(letter) = letters.next() {
        let after = letters.as_str();
        if letter == quote {
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
            let Some(unit) = hex(1, 5) else { return 1 };
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
