//! The address of a code, such as `tasks.244`.

use crate::ParseError;

/// Parts an address into the section's key and the number: decimal, without sign or leading zero.
///
/// # Errors
/// [`ParseError::NoAddress`] where the text has another form.
#[inline]
pub fn split_address(address: &str) -> Result<(&str, u16), ParseError> {
    let bytes = address.as_bytes();
    let (mut number, mut scale, mut at) = (0, 1, bytes.len());
    loop {
        at = at.checked_sub(1).ok_or(ParseError::NoAddress)?;
        match bytes[at] {
            digit @ b'0'..=b'9' if scale <= 10_000 => number += u32::from(digit - b'0') * scale,
            b'.' => break,
            _ => return Err(ParseError::NoAddress),
        }
        scale *= 10;
    }
    // A number of several digits is at least a tenth of what the next digit would count.
    let is_plain = scale == 10 || scale > 10 && number * 10 >= scale;
    match u16::try_from(number) {
        Ok(number) if is_plain => Ok((&address[..at], number)),
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
            assert_eq!(split_address(wrong), Err(ParseError::NoAddress), "{wrong}");
        }
    }
}
