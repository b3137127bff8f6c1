//! Feature `serde` for the types that are the same for every table.

use serde_core::de::{Deserialize, Deserializer};
use serde_core::ser::{Error as _, Serialize, Serializer};

use crate::private::{Number, Text, from_text};
use crate::{Address, Advice, Code, HttpStatus, UnknownCode, UnknownWord};

/// Serializes as the number.
impl Serialize for HttpStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.as_u16())
    }
}

impl<'de> Deserialize<'de> for HttpStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |number| Self::from_u16(u16::try_from(number).ok()?);
        // As a `u16`, as it is written: formats such as postcard do not say which type a number has.
        deserializer.deserialize_u16(Number { expected: format_args!("an HTTP status, 100 to 599"), read })
    }
}

/// Serializes as the name, such as `ask-user`.
impl Serialize for Advice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Advice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, format_args!("the name of an `Advice`, such as `ask-user`"))
    }
}

/// Serializes as the address, such as `tasks.330`.
impl Serialize for UnknownCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Address::__new(self.section_key(), self.number()))
    }
}

/// Serializes as the address, such as `card_errors.card_stolen`; fails if the word was cut.
impl Serialize for UnknownWord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let word = whole(self).map_err(S::Error::custom)?;
        serializer.collect_str(&format_args!("{}.{word}", self.section_key()))
    }
}

/// Returns the word, or what is wrong with writing it.
pub(crate) fn whole(error: &UnknownWord) -> Result<&str, &'static str> {
    if error.is_cut() {
        Err("the word was longer than 64 bytes, so only its beginning is known")
    } else {
        Ok(error.word())
    }
}

/// Deserializes from an address in a section of amoCRM's table, even if the section has a code with this number.
///
/// An address in a section of your own table cannot be read back, because the error keeps the key as a `&'static str`.
impl<'de> Deserialize<'de> for UnknownCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |address: &str| match address.parse::<Code>() {
            Ok(code) => Ok(Self::__new(code.section_key(), code.number())),
            Err(error) => error.unknown_code().ok_or(error),
        };
        deserializer
            .deserialize_str(Text { expected: format_args!("the address of a code, such as `tasks.244`"), read })
    }
}
