//! The address of a code, such as `tasks.244`.

use core::fmt;

use crate::private::Entry;
use crate::{ParseError, UnknownCode};

/// The address of a code, as `Display` writes it.
#[derive(Debug)]
pub struct Address(pub Entry);

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0.section.key, self.0.number)
    }
}

/// Parses an address, such as `tasks.244`, of a section and a number that `lookup` knows.
///
/// # Errors
/// Returns an error if the text is not an address, or if there is no such section or code.
pub fn parse_code<S: Copy, C>(
    address: &str,
    example: Entry,
    section: fn(&str) -> Result<S, ParseError>,
    key: fn(S) -> &'static str,
    lookup: fn(S, i64) -> Option<C>,
) -> Result<C, ParseError> {
    let expected = ParseError::NotAnAddress { section: example.section.key, number: example.number };
    let (name, number) = split_address(address).ok_or(expected)?;
    let section = section(name)?;
    lookup(section, number).ok_or_else(|| UnknownCode::__new(key(section), number).into())
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
