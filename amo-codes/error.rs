//! What a lookup that fails gives back.

use core::fmt;

/// A number that no row of a section has; both are kept.
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

    /// The number that was looked for.
    ///
    /// ```
    /// assert_eq!(amo_codes::Tasks::try_from(330).unwrap_err().number(), 330);
    /// ```
    #[must_use]
    pub const fn number(self) -> u16 {
        self.number
    }

    /// The key of the section that it was looked for in.
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

/// Why a text is no address such as `tasks.244`, or no section's key such as `tasks`.
///
/// ```
/// use amo_codes::{Code, ParseError, Section};
///
/// assert_eq!("244".parse::<Code>().unwrap_err(), ParseError::NoAddress);
/// assert!(matches!("task".parse::<Section>().unwrap_err(), ParseError::UnknownSection { .. }));
/// assert!(matches!("tasks.330".parse::<Code>().unwrap_err(), ParseError::UnknownCode(_)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseError {
    /// The text has not the form of an address: a section's key, a dot, a decimal number of 0 to 65535.
    NoAddress,
    /// No section has this key.
    UnknownSection {
        /// The keys that there are, in the table's order.
        expected: &'static [&'static str],
    },
    /// The section is there, and has no row with this number.
    UnknownCode(UnknownCode),
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAddress => {
                f.write_str("expected the address of a code: a section, a dot and a number, such as `tasks.244`")
            }
            Self::UnknownSection { expected } => {
                f.write_str("no section has this key, expected ")?;
                for (place, key) in expected.iter().enumerate() {
                    let before = match place {
                        0 => "",
                        _ if place + 1 == expected.len() => " or ",
                        _ => ", ",
                    };
                    write!(f, "{before}`{key}`")?;
                }
                Ok(())
            }
            Self::UnknownCode(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for ParseError {}

impl From<UnknownCode> for ParseError {
    fn from(error: UnknownCode) -> Self {
        Self::UnknownCode(error)
    }
}
