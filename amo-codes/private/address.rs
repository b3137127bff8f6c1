//! The address of a code, such as `tasks.244`.

use crate::ParseError;

/// Splits an address into the key of the section and the number, which is decimal, without a sign or leading zeros.
pub(crate) fn split_address(address: &str) -> Result<(&str, u16), ParseError> {
    let (key, digits) = address.rsplit_once('.').ok_or(ParseError::NotAnAddress)?;
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    let number = digits.parse().ok().filter(|_| is_plain).ok_or(ParseError::NotAnAddress)?;
    Ok((key, number))
}

#[cfg(test)]
mod tests {
    use super::split_address;
    use crate::ParseError;

    #[test]
    fn an_address_is_a_key_a_dot_and_a_plain_number() {
        assert_eq!(split_address("tasks.244"), Ok(("tasks", 244)));
        assert_eq!(split_address("tasks.0"), Ok(("tasks", 0)));
        assert_eq!(split_address("a.b.65535"), Ok(("a.b", 65_535)));
        for wrong in [
            "",
            "244",
            "tasks",
            "tasks.",
            "tasks.+1",
            "tasks.-1",
            "tasks.01",
            "tasks.1 ",
            "tasks.65536",
            "tasks.100000",
            "tasks.00",
            "tasks.0000000001",
            ".",
            "5",
        ] {
            assert_eq!(split_address(wrong), Err(ParseError::NotAnAddress), "{wrong}");
        }
    }
}
