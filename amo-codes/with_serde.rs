//! Feature `serde`: the enum of a section as its number, `Section` as its key, `Code` as its address, and so on.
//!
//! The expansion of a table calls `__serde!`, which is empty without the feature: own tables have the same impls, and
//! the crates that they stand in need no feature of that name.

/// No impls: the feature is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($($any:tt)*) => {};
}

/// The impls of `Section` and `Code`, or of the enum of one section.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    (table) => {
        $crate::__serde!(impl Section, |section, to| to.serialize_str(section.as_str()), |from| {
            $crate::__private::from_text(from, "the key of a section")
        });
        $crate::__serde!(
            impl Code,
            |code, to| to.collect_str(&::core::format_args!("{}.{}", code.section().as_str(), code.as_u16())),
            |from| $crate::__private::from_text(from, "the address of a code: its section, a dot and its number")
        );
    };
    (section $type:ident, $key:literal) => {
        $crate::__serde!(impl $type, |code, to| to.serialize_u16(code.as_u16()), |from| {
            $crate::__private::from_number(
                from,
                Self::from_u16,
                ::core::concat!("the number of a code of section `", $key, "`"),
            )
        });
    };
    (impl $type:ident, |$value:ident, $to:ident| $serialize:expr, |$from:ident| $deserialize:expr) => {
        impl $crate::__private::serde_core::Serialize for $type {
            fn serialize<S>(&self, $to: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde_core::Serializer,
            {
                let $value = self;
                $serialize
            }
        }

        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $type {
            fn deserialize<D>($from: D) -> ::core::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde_core::Deserializer<'de>,
            {
                $deserialize
            }
        }
    };
}

#[cfg(feature = "serde")]
pub use forms::{from_number, from_text};

#[cfg(feature = "serde")]
mod forms {
    use core::fmt;
    use core::marker::PhantomData;
    use core::str::FromStr;

    use serde_core::de::{Deserialize, Deserializer, Error, Expected, Unexpected, Visitor};
    use serde_core::ser::{Serialize, Serializer};

    use crate::{Advice, HttpStatus, ParseError, Section, UnknownCode};

    /// Reads a value from its text; `form` says what the text is.
    ///
    /// # Errors
    /// Those of `from`, and an error with the text where it is none of a `T`.
    pub fn from_text<'de, D: Deserializer<'de>, T: FromStr<Err = ParseError>>(
        from: D,
        form: &'static str,
    ) -> Result<T, D::Error> {
        from.deserialize_str(Text { form, value: PhantomData })
    }

    /// Reads a value from its number; `form` says what the number is.
    ///
    /// # Errors
    /// Those of `from`, and an error with the number where `read` knows none such.
    pub fn from_number<'de, D: Deserializer<'de>, T>(
        from: D,
        read: fn(u16) -> Option<T>,
        form: &'static str,
    ) -> Result<T, D::Error> {
        from.deserialize_u16(Number { form, read })
    }

    struct Text<T> {
        form: &'static str,
        value: PhantomData<T>,
    }

    impl<T: FromStr<Err = ParseError>> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.form)
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(|error| E::invalid_value(Unexpected::Str(text), &Reason(error, self.form)))
        }
    }

    /// What was expected where a text cannot be parsed.
    struct Reason(ParseError, &'static str);

    impl Expected for Reason {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.0 {
                ParseError::UnknownCode(error) => write!(f, "a code of section `{}`", error.section()),
                ParseError::UnknownSection { expected } => {
                    f.write_str("one of the sections")?;
                    expected
                        .iter()
                        .enumerate()
                        .try_for_each(|(place, key)| write!(f, "{} `{key}`", if place == 0 { "" } else { "," }))
                }
                ParseError::NoAddress => f.write_str(self.1),
            }
        }
    }

    struct Number<T> {
        form: &'static str,
        read: fn(u16) -> Option<T>,
    }

    impl<T> Visitor<'_> for Number<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.form)
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
            let value = u16::try_from(number).ok().and_then(self.read);
            value.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
        }

        fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
            let value = u16::try_from(number).ok().and_then(self.read);
            value.ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
        }
    }

    /// As its number.
    impl Serialize for HttpStatus {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_u16(self.as_u16())
        }
    }

    impl<'de> Deserialize<'de> for HttpStatus {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            from_number(from, Self::from_u16, "an HTTP status, 100 to 599")
        }
    }

    /// As its key, such as `ask-user`.
    impl Serialize for Advice {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(self.as_str())
        }
    }

    impl<'de> Deserialize<'de> for Advice {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            from.deserialize_str(AdviceKey)
        }
    }

    struct AdviceKey;

    impl Visitor<'_> for AdviceKey {
        type Value = Advice;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("one of")?;
            Advice::ALL.iter().enumerate().try_for_each(|(place, advice)| {
                write!(f, "{} `{}`", if place == 0 { "" } else { "," }, advice.as_str())
            })
        }

        fn visit_str<E: Error>(self, key: &str) -> Result<Advice, E> {
            let advice = Advice::ALL.iter().copied().find(|advice| advice.as_str() == key);
            advice.ok_or_else(|| E::invalid_value(Unexpected::Str(key), &self))
        }
    }

    /// As the address that no row has, such as `tasks.330`.
    impl Serialize for UnknownCode {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.collect_str(&format_args!("{}.{}", self.section(), self.number()))
        }
    }

    /// An address of a section of amoCRM's table, whether or not a row has it by now.
    ///
    /// The key of a section of a table of your own cannot be read back: it is a `&'static str` of that table.
    impl<'de> Deserialize<'de> for UnknownCode {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            let Address(error) = from_text(from, "the address of a code: its section, a dot and its number")?;
            Ok(error)
        }
    }

    struct Address(UnknownCode);

    impl FromStr for Address {
        type Err = ParseError;

        fn from_str(address: &str) -> Result<Self, ParseError> {
            let (key, number) = crate::address::split_address(address)?;
            let section: Section = key.parse()?;
            Ok(Self(UnknownCode::__new(section.as_str(), number)))
        }
    }
}
