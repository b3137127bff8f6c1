//! What the key of a code may be: a decimal number, or a word in a table that declares words.

use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;
use crate::words::quoted;

/// The key before the first header of a table whose codes are words.
pub(super) const LINE: &str = "words";
pub(super) const LINE_HELP: &str =
    "write `words = true` before the first header if the API's codes are words, or omit the line";

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

/// The key of a code is a word.
pub(super) fn not_a_word(section: &str, key: &str, span: &Span) -> Diagnostic {
    let help = if key.trim().is_empty() {
        "write the code as the API sends it"
    } else if key.contains(char::is_whitespace) {
        "write the code as the API sends it; a text with blanks may be its `name`"
    } else {
        "write the code as the API sends it; if it really has this character, compare its text without a table"
    };
    let message = match key.chars().find(|&character| !is_part(character)) {
        Some(wrong) => {
            format!("the word {} in section {} has the character {wrong:?}", quoted(key), quoted(section))
        }
        None => format!("a word in section {} is empty", quoted(section)),
    };
    Diagnostic::new(Rule::PlainWord, message)
        .at(span)
        .label("expected printable ASCII without blanks, quotes, backslashes and colons")
        .help(help)
}

/// The key of a section is not the word of a code.
pub(super) fn key_of_section(key: &str, span: &Span) -> Diagnostic {
    let message = format!("the word {} is a key of sections", quoted(key));
    Diagnostic::new(Rule::PlainWord, message)
        .at(span)
        .label("cannot be a code")
        .help("delete the code, and compare its text without a table")
}

/// Returns what to write in place of a header of several parts, if a word with dots was meant, which needs quotes.
pub(super) fn dotted(source: &Source, third: &Span) -> Option<String> {
    let header = source.line_at(third.start).trim().strip_prefix('[')?.strip_suffix(']')?;
    let (section, word) = header.split_once('.')?;
    is_word(word).then(|| format!("write `[{section}.\"{word}\"]` if the word has dots"))
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
