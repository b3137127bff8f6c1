//! The JSON pointer to the value that is being read (RFC 6901).

use std::borrow::Cow;
use std::boxed::Box;
use std::fmt::Write as _;
use std::string::String;

/// The longest key that a pointer has, in bytes; longer ones would be in the pointer of every finding below them.
const LONGEST_KEY: usize = 1024;

#[derive(Debug)]
pub(super) struct Pointer {
    text: String,
    /// Whether a key was too long. The pointer then stays at the object that has it.
    is_cut: bool,
}

/// A value that a pointer can be reset to.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    len: usize,
    is_cut: bool,
}

impl Default for Pointer {
    fn default() -> Self {
        // Most pointers fit.
        Self { text: String::with_capacity(64), is_cut: false }
    }
}

impl Pointer {
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { len: self.text.len(), is_cut: self.is_cut }
    }

    pub(super) fn reset(&mut self, mark: Mark) {
        self.text.truncate(mark.len);
        self.is_cut = mark.is_cut;
    }

    pub(super) fn push_key(&mut self, key: &str) {
        self.is_cut |= key.len() > LONGEST_KEY;
        if self.is_cut {
            return;
        }
        self.text.push('/');
        if !key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
            return self.text.push_str(key);
        }
        for part in key.chars() {
            match part {
                '~' => self.text.push_str("~0"),
                '/' => self.text.push_str("~1"),
                other => self.text.push(other),
            }
        }
    }

    pub(super) fn push_index(&mut self, index: usize) {
        if self.is_cut {
            return;
        }
        self.text.push('/');
        match u8::try_from(index) {
            Ok(digit @ 0..10) => self.text.push(char::from(b'0' + digit)),
            // Writing to a String cannot fail.
            _ => drop(write!(self.text, "{index}")),
        }
    }

    /// Returns the last key.
    pub(super) fn last(&self) -> Cow<'_, str> {
        let (_, last) = self.text.rsplit_once('/').unwrap_or_default();
        if last.contains('~') { last.replace("~1", "/").replace("~0", "~").into() } else { last.into() }
    }

    /// Returns the pointer to a field of the value, or to the value itself.
    pub(super) fn to(&self, field: Option<&str>) -> Box<str> {
        match field {
            Some(key) if !self.is_cut => [self.text.as_str(), "/", key].concat().into(),
            _ => self.text.as_str().into(),
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
