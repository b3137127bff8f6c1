//! The address of a code, such as `tasks.244`.

use core::fmt;
use core::str::FromStr;

use crate::ParseError;

/// The address of a code of any table, such as `tasks.244`.
///
/// [`Display`](fmt::Display) writes what `code!`, [`FromStr for Code`](crate::Code#impl-FromStr-for-Code) and the program
/// `amo-codes` read. `{:#}` of a code begins with it.
///
/// ```
/// use amo_codes::{Code, ResponseCode, code};
///
/// let address = code!(tasks.244).address();
/// assert_eq!(address.to_string(), "tasks.244");
/// assert_eq!((address.section_key(), address.as_number()), ("tasks", Some(244)));
/// assert_eq!("tasks.244".parse().map(Code::address), Ok(address));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    section_key: &'static str,
    code: Kind,
}

/// A code in its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    Number(i64),
    Word(&'static str),
}

impl Address {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(section_key: &'static str, number: i64) -> Self {
        Self { section_key, code: Kind::Number(number) }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __word(section_key: &'static str, word: &'static str) -> Self {
        Self { section_key, code: Kind::Word(word) }
    }

    /// Returns the key of the section, such as `tasks`.
    ///
    /// ```
    /// assert_eq!(amo_codes::code!(429).address().section_key(), "other");
    /// ```
    #[must_use]
    pub const fn section_key(self) -> &'static str {
        self.section_key
    }

    /// Returns the number of the code, if it is a number.
    ///
    /// ```
    /// assert_eq!(amo_codes::code!(429).address().as_number(), Some(429));
    /// ```
    #[must_use]
    pub const fn as_number(self) -> Option<i64> {
        match self.code {
            Kind::Number(number) => Some(number),
            Kind::Word(_) => None,
        }
    }

    /// Returns the word of the code, if it is a word. Those of amoCRM's table are numbers.
    ///
    /// ```
    /// assert_eq!(amo_codes::code!(429).address().as_word(), None);
    /// ```
    #[must_use]
    pub const fn as_word(self) -> Option<&'static str> {
        match self.code {
            Kind::Number(_) => None,
            Kind::Word(word) => Some(word),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Kind::Number(number) => write!(f, "{}.{number}", self.section_key),
            Kind::Word(word) => write!(f, "{}.{word}", self.section_key),
        }
    }
}

/// Parses an address into its section and its number. The example is the address of a code of the table.
///
/// # Errors
/// Returns an error if the text is not an address, or if there is no such section.
pub fn parse_address<S: FromStr<Err = ParseError>>(address: &str, example: Address) -> Result<(S, i64), ParseError> {
    let (key, number) = split_address(address).ok_or(ParseError::not_an_address(example))?;
    Ok((key.parse()?, number))
}

/// Parses an address into its section and its word. The example is the address of a code of the table.
///
/// # Errors
/// Returns an error if the text is not an address, or if there is no such section.
pub fn parse_word_address<S: FromStr<Err = ParseError>>(
    address: &str,
    example: Address,
) -> Result<(S, &str), ParseError> {
    // A word may contain dots; the key of a section does not.
    match address.split_once('.') {
        Some((key, word)) if !word.is_empty() => Ok((key.parse()?, word)),
        _ => Err(ParseError::not_an_address(example)),
    }
}

/// Splits an address into the key of the section and the number, which is decimal, without a plus or leading zeros.
fn split_address(address: &str) -> Option<(&str, i64)> {
    let (key, number) = address.rsplit_once('.')?;
    let digits = number.strip_prefix('-').unwrap_or(number);
    let is_plain = digits.starts_with(|first| matches!(first, '1'..='9')) || number == "0";
    // The first character is a digit, so a plus is rejected too.
    number.parse().ok().filter(|_| is_plain).map(|number| (key, number))
}

#[cfg(test)]
mod tests {
    use super::split_address;

    #[test]
    fn an_address_is_a_key_a_dot_and_a_plain_number() {
        assert_eq!(split_address("tasks.244"), Some(("tasks", 244)));
        assert_eq!(split_address("tasks.0"), Some(("tasks", 0)));
        assert_eq!(split_address("rpc.-32602"), Some(("rpc", -32_602)));
        assert_eq!(split_address("a.b.9223372036854775807"), Some(("a.b", i64::MAX)));
        assert_eq!(split_address("a.-9223372036854775808"), Some(("a", i64::MIN)));
        for wrong in [
            "",
            "244",
            "tasks",
            "tasks.",
            "tasks.+1",
            "tasks.-0",
            "tasks.--1",
            "tasks.-+1",
            "tasks.01",
            "tasks.-01",
            "tasks.1 ",
            "tasks. 1",
            "tasks.1_0",
            "tasks.0x1",
            "tasks.00",
            "tasks.-",
            "tasks.9223372036854775808",
            ".",
            "5",
        ] {
            assert_eq!(split_address(wrong), None, "{wrong}");
        }
    }
}
