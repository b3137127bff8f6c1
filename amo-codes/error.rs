//! The errors of lookups and of parsing.

use core::fmt::{self, Write as _};

/// The error returned when a section has no code with the given number.
///
/// ```
/// use amo_codes::Tasks;
///
/// let error = Tasks::try_from(330).unwrap_err();
/// assert_eq!((error.section(), error.number()), ("tasks", 330));
/// assert_eq!(error.to_string(), "section `tasks` has no code 330");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCode {
    section: &'static str,
    number: i64,
}

impl UnknownCode {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(section: &'static str, number: i64) -> Self {
        Self { section, number }
    }

    /// Returns the number that was looked up.
    ///
    /// ```
    /// assert_eq!(amo_codes::Tasks::try_from(-330).unwrap_err().number(), -330);
    /// ```
    #[must_use]
    pub const fn number(self) -> i64 {
        self.number
    }

    /// Returns the key of the section in which the number was looked up.
    ///
    /// ```
    /// assert_eq!(amo_codes::Tasks::try_from(330).unwrap_err().section(), "tasks");
    /// ```
    #[must_use]
    pub const fn section(self) -> &'static str {
        self.section
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "section `{}` has no code {}", self.section, self.number)
    }
}

impl core::error::Error for UnknownCode {}

/// The error returned when parsing the address of a code (`tasks.244`), the key of a section (`tasks`) or the name of
/// an [`Advice`](crate::Advice) (`ask-user`).
///
/// ```
/// use amo_codes::{Advice, Code, ParseError};
///
/// assert!(matches!("244".parse::<Code>(), Err(ParseError::NotAnAddress { .. })));
/// assert!(matches!("task.244".parse::<Code>(), Err(ParseError::UnknownSection { .. })));
/// assert!(matches!("tasks.330".parse::<Code>(), Err(ParseError::UnknownCode(_))));
/// let error = "wait".parse::<Advice>().unwrap_err();
/// assert!(error.to_string().starts_with("unknown advice `wait`, expected `not-an-error`, "));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseError {
    /// The text is not an address: a section's key, a dot and a decimal number.
    #[non_exhaustive]
    NotAnAddress {
        /// The key of a section of the table, as an example.
        section: &'static str,
        /// The number of a code of that section.
        number: i64,
    },
    /// No section has this key.
    #[non_exhaustive]
    UnknownSection {
        /// The key that was given.
        key: Excerpt,
        /// The valid keys, in table order.
        expected: &'static [&'static str],
    },
    /// The section exists, but has no code with this number.
    UnknownCode(UnknownCode),
    /// No [`Advice`](crate::Advice) has this name.
    #[non_exhaustive]
    UnknownAdvice {
        /// The name that was given.
        name: Excerpt,
        /// The valid names, in order of severity.
        expected: &'static [&'static str],
    },
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, given, expected) = match self {
            Self::NotAnAddress { section, number } => {
                let expected = "expected the address of a code: a section, a dot and a decimal number";
                return write!(f, "{expected}, such as `{section}.{number}`");
            }
            Self::UnknownCode(error) => return error.fmt(f),
            Self::UnknownSection { key, expected } => ("section", key, expected),
            Self::UnknownAdvice { name, expected } => ("advice", name, expected),
        };
        write!(f, "unknown {what} `{given}`, expected ")?;
        for (index, name) in expected.iter().enumerate() {
            let separator = match index {
                0 => "",
                _ if index + 1 == expected.len() => " or ",
                _ => ", ",
            };
            write!(f, "{separator}`{name}`")?;
        }
        Ok(())
    }
}

impl core::error::Error for ParseError {}

impl From<UnknownCode> for ParseError {
    fn from(error: UnknownCode) -> Self {
        Self::UnknownCode(error)
    }
}

/// The beginning of a text that could not be parsed, at most 32 bytes of it.
///
/// ```
/// use amo_codes::{ParseError, Section};
///
/// let Err(ParseError::UnknownSection { key, .. }) = "a\nb".parse::<Section>() else { panic!() };
/// assert_eq!(key.as_str(), "a\nb");
/// assert_eq!(key.to_string(), r"a\nb"); // control characters are escaped
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
        let ends = text.char_indices().map(|(start, letter)| start + letter.len_utf8());
        let len = ends.take_while(|&end| end <= Self::LEN).last().unwrap_or_default();
        let mut bytes = [0; Self::LEN];
        for (byte, kept) in bytes.iter_mut().zip(text.bytes().take(len)) {
            *byte = kept;
        }
        Self { bytes, len, is_cut: len < text.len() }
    }

    /// Returns the part of the text that was kept.
    ///
    /// ```
    /// # use amo_codes::{ParseError, Section};
    /// # let Err(ParseError::UnknownSection { key, .. }) = "long".repeat(9).parse::<Section>() else { panic!() };
    /// assert_eq!(key.as_str(), "long".repeat(8)); // of "long".repeat(9)
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

/// Writes the text with its control characters escaped, which a terminal might obey, and `…` if it was cut.
impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.as_str().chars() {
            if letter.is_control() {
                write!(f, "{}", letter.escape_default())?;
            } else {
                f.write_char(letter)?;
            }
        }
        f.write_str(if self.is_cut { "…" } else { "" })
    }
}
