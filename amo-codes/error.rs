//! The errors of lookups and of parsing.

use core::fmt;

use crate::excerpt::{Excerpt, nearest};

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
    number: u16,
}

impl UnknownCode {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(section: &'static str, number: u16) -> Self {
        Self { section, number }
    }

    /// Returns the number that was looked up.
    ///
    /// ```
    /// assert_eq!(amo_codes::Tasks::try_from(330).unwrap_err().number(), 330);
    /// ```
    #[must_use]
    pub const fn number(self) -> u16 {
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
/// use amo_codes::{Advice, Code, ParseError, Section};
///
/// let error = "task.244".parse::<Code>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown section `task`, did you mean `tasks`?");
/// assert!(matches!(error, ParseError::UnknownSection { nearest: Some("tasks"), .. }));
/// assert!(matches!("tasks.330".parse::<Code>().unwrap_err(), ParseError::UnknownCode(_)));
/// assert_eq!("244".parse::<Code>().unwrap_err(), ParseError::NotAnAddress);
/// assert!(matches!("wait".parse::<Advice>().unwrap_err(), ParseError::UnknownAdvice { .. }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseError {
    /// The text is not an address: a section's key, a dot and a decimal number from 0 to 65535.
    NotAnAddress,
    /// No section has this key.
    #[non_exhaustive]
    UnknownSection {
        /// The key that was given.
        key: Excerpt,
        /// The key that was probably meant.
        nearest: Option<&'static str>,
        /// The valid keys, in table order.
        expected: &'static [&'static str],
    },
    /// The section exists, but has no code with this number.
    UnknownCode(UnknownCode),
    /// This is not the name of an [`Advice`](crate::Advice).
    #[non_exhaustive]
    UnknownAdvice {
        /// The name that was given.
        name: Excerpt,
        /// The name that was probably meant.
        nearest: Option<&'static str>,
        /// The valid names, in order of severity.
        expected: &'static [&'static str],
    },
}

impl ParseError {
    pub(crate) fn unknown_section(key: &str, expected: &'static [&'static str]) -> Self {
        Self::UnknownSection { key: Excerpt::new(key), nearest: nearest(key, expected), expected }
    }

    pub(crate) fn unknown_advice(name: &str, expected: &'static [&'static str]) -> Self {
        Self::UnknownAdvice { name: Excerpt::new(name), nearest: nearest(name, expected), expected }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, given, nearest, expected) = match self {
            Self::NotAnAddress => {
                return f
                    .write_str("expected the address of a code: a section, a dot and a number, such as `tasks.244`");
            }
            Self::UnknownCode(error) => return error.fmt(f),
            Self::UnknownSection { key, nearest, expected } => ("section", key, nearest, expected),
            Self::UnknownAdvice { name, nearest, expected } => ("advice", name, nearest, expected),
        };
        write!(f, "unknown {what} `{given}`, ")?;
        if let Some(nearest) = nearest {
            return write!(f, "did you mean `{nearest}`?");
        }
        f.write_str("expected ")?;
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
