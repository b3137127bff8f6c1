//! What the key of a code may be: a decimal number, or a word in a table that declares words.

use std::num::IntErrorKind;

use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::source::Source;
use crate::words::quoted;

/// The key before the first header of a table whose codes are words.
pub(super) const LINE: &str = "words";
pub(super) const LINE_HELP: &str =
    "write `words = true` before the first header if the API's codes are words, or omit the line";

/// Returns whether a line before the first header begins like the one that declares words.
pub(super) fn begins_line(source: &Source) -> bool {
    let mut lines = source.text.lines().take_while(|line| !line.starts_with('['));
    lines.any(|line| line.starts_with(LINE))
}

/// Returns the number of a code, if this is one: a decimal i64.
pub(super) fn number(key: &str) -> Option<i64> {
    key.parse().ok().filter(|number: &i64| number.to_string() == key)
}

/// Returns whether a key can be a code that is a word. Dots are allowed: the first dot of an address ends its section.
pub(super) fn is_word(key: &str) -> bool {
    !key.is_empty() && key.chars().all(is_part)
}

fn is_part(character: char) -> bool {
    character.is_ascii_graphic() && !"\"'`\\:".contains(character)
}

/// The key of a code is a number.
pub(super) fn not_a_number(section: &str, key: &str, span: &Span) -> Diagnostic {
    let too_large = [IntErrorKind::PosOverflow, IntErrorKind::NegOverflow];
    let help = if let Some(Ok(number)) = key.strip_prefix("0x").map(|digits| i64::from_str_radix(digits, 16)) {
        format!("write `[{section}.{number}]`")
    } else if key.parse::<i64>().is_err_and(|error| too_large.contains(error.kind())) {
        format!("the number must be from {} to {}", i64::MIN, i64::MAX)
    } else {
        "write a decimal number, without a plus sign, leading zeros or underscores; if the API's codes are words, add the line \
         `words = true` before the first header"
            .to_owned()
    };
    let message = format!("{} in section {} is not a code number", quoted(key), quoted(section));
    Diagnostic::new(&message, &help).at(span, "expected a decimal number")
}

/// The key of a code is a word.
pub(super) fn not_a_word(section: &str, key: &str, span: &Span) -> Diagnostic {
    let message = match key.chars().find(|&character| !is_part(character)) {
        Some(wrong) => format!("the word {} in section {} has the character {wrong:?}", quoted(key), quoted(section)),
        None => format!("a word in section {} is empty", quoted(section)),
    };
    let help = "write the code as the API sends it; a text with blanks may be its `name`; if the code really has such a \
                character, compare its text without a table";
    Diagnostic::new(&message, help).at(span, "expected printable ASCII without blanks, quotes, backslashes or colons")
}

#[cfg(test)]
mod tests {
    use super::is_word;

    #[test]
    fn a_word_is_printable_ascii() {
        for word in ["card_declined", "22P02", "08006", "5.1.1", "a-b", "A/B", "-7", "*", "[]", "~!"] {
            assert!(is_word(word), "{word}");
        }
        for key in ["", " ", "a b", "a\tb", "a\"", "a'", "a`", "a\\", "a:b", "é", "a\u{7f}", "я"] {
            assert!(!is_word(key), "{key}");
        }
    }
}
