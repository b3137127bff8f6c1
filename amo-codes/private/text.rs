//! Texts from outside that are shown to people.

use core::fmt::{self, Write as _};

/// Returns whether a character must not reach a terminal as it is, because it changes what a person sees: control characters,
/// separators of lines and paragraphs, and characters that have no width or change the direction of text.
#[must_use]
pub const fn is_unprintable(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' // control characters
            | '\u{ad}' // soft hyphen
            | '\u{61c}' // Arabic letter mark
            | '\u{180e}' // Mongolian vowel separator
            | '\u{200b}'..='\u{200f}' // zero-width characters, direction marks
            | '\u{2028}'..='\u{202e}' // separators, embeddings and overrides
            | '\u{2060}'..='\u{206f}' // word joiner, invisible operators, isolates
            | '\u{feff}' // byte order mark
            | '\u{fff9}'..='\u{fffb}' // interlinear annotations
            | '\u{e0000}'..='\u{e007f}' // tags
    )
}

/// The beginning of a text, at most `LEN` bytes of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Excerpt<const LEN: usize> {
    bytes: [u8; LEN],
    len: usize,
    is_cut: bool,
}

impl<const LEN: usize> Excerpt<LEN> {
    pub(crate) fn new(text: &str) -> Self {
        let ends = text.char_indices().map(|(start, character)| start + character.len_utf8());
        let len = ends.take_while(|&end| end <= LEN).last().unwrap_or_default();
        let mut bytes = [0; LEN];
        for (byte, kept) in bytes.iter_mut().zip(text.bytes().take(len)) {
            *byte = kept;
        }
        Self { bytes, len, is_cut: len < text.len() }
    }

    pub(crate) const fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Returns the part of the text that was kept.
    pub(crate) fn as_str(&self) -> &str {
        let kept = self.bytes.get(..self.len).unwrap_or_default();
        // Only whole characters were copied, so this cannot fail.
        core::str::from_utf8(kept).unwrap_or_default()
    }
}

impl<const LEN: usize> fmt::Debug for Excerpt<LEN> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// Writes the text with its unprintable characters escaped, and `…` if it was cut.
impl<const LEN: usize> fmt::Display for Excerpt<LEN> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.as_str().chars() {
            if is_unprintable(character) {
                write!(f, "{}", character.escape_default())?;
            } else {
                f.write_char(character)?;
            }
        }
        f.write_str(if self.is_cut { "…" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::string::ToString as _;

    use super::{Excerpt, is_unprintable};

    #[test]
    fn what_a_person_reads_is_printable() {
        for text in ["Код ошибки 244", "naïve “text” — … №5\u{a0}€", "日本語 العربية עברית", "\u{301}é"]
        {
            assert!(!text.contains(is_unprintable), "{text}");
        }
    }

    #[test]
    fn what_a_terminal_might_obey_or_hide_is_not() {
        for character in [
            '\0',
            '\n',
            '\r',
            '\t',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{9b}',
            '\u{61c}',
            '\u{200b}',
            '\u{200d}',
            '\u{200e}',
            '\u{2028}',
            '\u{2029}',
            '\u{202a}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2069}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            assert!(is_unprintable(character), "{character:?}");
        }
    }

    #[test]
    fn an_excerpt_keeps_whole_characters() {
        for (text, kept, shown) in [
            ("", "", ""),
            ("abcd", "abcd", "abcd"),
            ("abcde", "abcd", "abcd…"),
            ("ыыы", "ыы", "ыы…"),
            ("aыы", "aы", "aы…"),
            ("a\u{1b}b", "a\u{1b}b", "a\\u{1b}b"),
            ("\u{202e}", "\u{202e}", "\\u{202e}"),
        ] {
            let excerpt = Excerpt::<4>::new(text);
            assert_eq!((excerpt.as_str(), excerpt.to_string().as_str()), (kept, shown));
        }
    }
}
