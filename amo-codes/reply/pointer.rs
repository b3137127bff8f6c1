//! The JSON pointer to the value that is being read (RFC 6901).

use std::borrow::Cow;
use std::boxed::Box;
use std::fmt::Write as _;
use std::string::String;

#[derive(Debug)]
pub(super) struct Pointer(String);

impl Default for Pointer {
    fn default() -> Self {
        // Most pointers fit.
        Self(String::with_capacity(64))
    }
}

impl Pointer {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn push_key(&mut self, key: &str) {
        self.0.push('/');
        if !key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
            return self.0.push_str(key);
        }
        for part in key.chars() {
            match part {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                other => self.0.push(other),
            }
        }
    }

    pub(super) fn push_index(&mut self, index: usize) {
        self.0.push('/');
        match u8::try_from(index) {
            Ok(digit @ 0..10) => self.0.push(char::from(b'0' + digit)),
            // Writing to a String cannot fail.
            _ => drop(write!(self.0, "{index}")),
        }
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.0.truncate(len);
    }

    /// Returns the last key.
    pub(super) fn last(&self) -> Cow<'_, str> {
        let (_, last) = self.0.rsplit_once('/').unwrap_or_default();
        if last.contains('~') { last.replace("~1", "/").replace("~0", "~").into() } else { last.into() }
    }

    /// Returns the pointer to a field of the value, or to the value itself.
    pub(super) fn to(&self, field: Option<&str>) -> Box<str> {
        match field {
            Some(key) => [self.0.as_str(), "/", key].concat().into(),
            None => self.0.as_str().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn keys_are_escaped_and_unescaped() {
        let mut pointer = Pointer::default();
        pointer.push_key("a/b~1c");
        assert_eq!(&*pointer.to(None), "/a~1b~01c");
        assert_eq!(pointer.last(), "a/b~1c");
        pointer.push_index(7);
        assert_eq!(&*pointer.to(Some("code")), "/a~1b~01c/7/code");
    }
}
