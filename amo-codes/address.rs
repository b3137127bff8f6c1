//! The address of a code, such as `tasks.244`.

use crate::ParseError;

/// Parts an address into the section's key and the number: decimal, without sign or leading zero.
///
/// # Errors
/// [`ParseError::NoAddress`] where the text has another form.
pub fn split_address(address: &str) -> Result<(&str, u16), ParseError> {
    let (section, number) = address.split_once('.').ok_or(ParseError::NoAddress)?;
    let plain = number == "0" || number.starts_with(|first: char| matches!(first, '1'..='9'));
    match number.parse() {
        Ok(number) if plain => Ok((section, number)),
        _ => Err(ParseError::NoAddress),
    }
}

#[cfg(test)]
mod tests {
    use super::split_address;
    use crate::ParseError;

    #[test]
    fn an_address_is_a_key_a_dot_and_a_plain_number() {
        assert_eq!(split_address("tasks.244"), Ok(("tasks", 244)));
        assert_eq!(split_address("tasks.0"), Ok(("tasks", 0)));
        for wrong in
            ["", "244", "tasks", "tasks.", "tasks.+1", "tasks.-1", "tasks.01", "tasks.1 ", "tasks.65536", "a.b.1"]
        {
            assert_eq!(split_address(wrong), Err(ParseError::NoAddress), "{wrong}");
        }
    }
}
