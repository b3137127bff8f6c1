//! The part of an unparsable text that an error keeps, and the search for what was probably meant.

use core::fmt;

/// The beginning of a text that could not be parsed, at most 32 bytes of it.
///
/// ```
/// use amo_codes::{ParseError, Section};
///
/// let Err(ParseError::UnknownSection { key, .. }) = "task".parse::<Section>() else { unreachable!() };
/// assert_eq!(key.as_str(), "task");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Excerpt {
    bytes: [u8; Self::LEN],
    len: usize,
    is_cut: bool,
}

impl Excerpt {
    const LEN: usize = 32;

    pub(crate) fn new(text: &str) -> Self {
        let mut bytes = [0; Self::LEN];
        let mut len = 0;
        for letter in text.chars() {
            let end = len + letter.len_utf8();
            let Some(free) = bytes.get_mut(len..end) else { break };
            letter.encode_utf8(free);
            len = end;
        }
        Self { bytes, len, is_cut: len < text.len() }
    }

    /// Returns the part of the text that was kept.
    ///
    /// ```
    /// use amo_codes::{ParseError, Section};
    ///
    /// let Err(ParseError::UnknownSection { key, .. }) = "long".repeat(9).parse::<Section>() else { unreachable!() };
    /// assert_eq!(key.as_str(), "long".repeat(8));
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        let kept = self.bytes.get(..self.len).unwrap_or_default();
        // Only whole characters were copied, so this cannot fail.
        core::str::from_utf8(kept).unwrap_or_default()
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.as_str(), if self.is_cut { "…" } else { "" })
    }
}

/// Returns the name that `given` is probably a misspelling of: the closest one, if it is close enough for its length.
pub(crate) fn nearest(given: &str, names: &[&'static str]) -> Option<&'static str> {
    let most = (given.len() / 3).max(1);
    let edits = |name: &&&'static str| edits(given.as_bytes(), name.as_bytes());
    names.iter().min_by_key(edits).filter(|name| edits(name) <= most).copied()
}

/// Returns the number of insertions, deletions and replacements between two texts, ignoring ASCII case. Texts longer than an
/// [`Excerpt`] are not compared.
fn edits(one: &[u8], other: &[u8]) -> usize {
    let mut row: [usize; Excerpt::LEN + 1] = core::array::from_fn(|column| column);
    if one.len() > Excerpt::LEN || other.len() > Excerpt::LEN {
        return usize::MAX;
    }
    for (above, from) in one.iter().enumerate() {
        let mut diagonal = above;
        row[0] = above + 1;
        for (column, to) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(!from.eq_ignore_ascii_case(to));
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}
