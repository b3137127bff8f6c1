//! Feature `serde` for the types of every table: serializes `Section` as its key, `Code` as its address, and the enum
//! of a section as its number.
//!
//! Without the feature, `__serde!` expands to nothing. So the types of a user's table have the impls if this crate has the
//! feature, and the user's crate does not need a feature for them.

/// Expands to nothing, because the feature is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($($any:tt)*) => {};
}

/// Expands to the impls for one type, from what it is written as.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    (key of $type:ident) => {
        $crate::__serde! {
            $type: serialize_str(Self::as_str), from_text("the key of a section, such as `{}`", Self::__KEYS[0])
        }
    };
    (address of $type:ident) => {
        $crate::__serde! {
            $type: collect_str(&Self::address),
            from_text("the address of a code, such as `{}`", Self::address($crate::private::first()))
        }
    };
    (word of $type:ident) => {
        $crate::__serde! {
            $type: serialize_str(Self::word), from_text("the word of a code of section `{}`", Self::SECTION)
        }
    };
    (number of $type:ident) => {
        $crate::__serde! {
            $type: serialize_i64(Self::number), from_number("the number of a code of section `{}`", Self::SECTION)
        }
    };
    ($type:ident: $serialize:ident($($getter:tt)+), $deserialize:ident($($expected:tt)+)) => {
        impl $crate::private::serde_core::Serialize for $type {
            #[inline]
            fn serialize<S>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: $crate::private::serde_core::Serializer,
            {
                serializer.$serialize($($getter)+(*self))
            }
        }

        impl<'de> $crate::private::serde_core::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D>(deserializer: D) -> ::core::result::Result<Self, D::Error>
            where
                D: $crate::private::serde_core::Deserializer<'de>,
            {
                $crate::private::$deserialize(deserializer, ::core::format_args!($($expected)+))
            }
        }
    };
}

#[cfg(feature = "serde")]
pub(crate) use self::read::{Number, Text};
#[cfg(feature = "serde")]
pub use self::read::{OrUnknown, from_number, from_text};

#[cfg(feature = "serde")]
mod read {
    use core::convert::Infallible;
    use core::fmt;
    use core::str::FromStr;

    use serde_core::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
    use serde_core::ser::{Error as _, Serialize, Serializer};

    use crate::with_serde::whole;
    use crate::{UnknownCode, UnknownWord};

    /// The error of a code that a section may not have: `UnknownCode` or `UnknownWord`, which decides how the code is read.
    pub trait OrUnknown<C>: Sized {
        /// Writes the number or the word.
        ///
        /// # Errors
        /// Returns an error if the word was cut, or if the serializer fails.
        fn serialize<S: Serializer>(code: &Result<C, Self>, serializer: S) -> Result<S::Ok, S::Error>;

        /// Reads the number or the word.
        ///
        /// # Errors
        /// Returns the errors of the deserializer.
        fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Result<C, Self>, D::Error>;
    }

    impl<C: Serialize + TryFrom<i64, Error = Self>> OrUnknown<C> for UnknownCode {
        fn serialize<S: Serializer>(code: &Result<C, Self>, serializer: S) -> Result<S::Ok, S::Error> {
            match code {
                Ok(code) => code.serialize(serializer),
                Err(error) => serializer.serialize_i64(error.number()),
            }
        }

        fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Result<C, Self>, D::Error> {
            i64::deserialize(deserializer).map(C::try_from)
        }
    }

    impl<C: Serialize + FromStr<Err = Self>> OrUnknown<C> for UnknownWord {
        fn serialize<S: Serializer>(code: &Result<C, Self>, serializer: S) -> Result<S::Ok, S::Error> {
            match code {
                Ok(code) => code.serialize(serializer),
                Err(error) => serializer.serialize_str(whole(error).map_err(S::Error::custom)?),
            }
        }

        fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Result<C, Self>, D::Error> {
            let read = |word: &str| Ok::<_, Infallible>(word.parse());
            deserializer.deserialize_str(Text { expected: format_args!("the word of a code"), read })
        }
    }

    /// Reads a value from its text.
    ///
    /// # Errors
    /// Returns the errors of the deserializer and of `FromStr`.
    pub fn from_text<'de, D: Deserializer<'de>, T: FromStr<Err: fmt::Display>>(
        deserializer: D,
        expected: fmt::Arguments<'_>,
    ) -> Result<T, D::Error> {
        deserializer.deserialize_str(Text { expected, read: str::parse })
    }

    /// Reads a value from its number.
    ///
    /// # Errors
    /// Returns the errors of the deserializer, and an error if the type does not have the number.
    pub fn from_number<'de, D: Deserializer<'de>, T: TryFrom<i64>>(
        deserializer: D,
        expected: fmt::Arguments<'_>,
    ) -> Result<T, D::Error> {
        deserializer.deserialize_i64(Number { expected, read: |number| number.try_into().ok() })
    }

    /// Reads a value from a text.
    pub(crate) struct Text<'e, T, F> {
        pub(crate) expected: fmt::Arguments<'e>,
        pub(crate) read: fn(&str) -> Result<T, F>,
    }

    impl<T, F: fmt::Display> Visitor<'_> for Text<'_, T, F> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_fmt(self.expected)
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            (self.read)(text).map_err(E::custom)
        }
    }

    /// Reads a value from a number of any type.
    pub(crate) struct Number<'e, T> {
        pub(crate) expected: fmt::Arguments<'e>,
        pub(crate) read: fn(i64) -> Option<T>,
    }

    impl<T> Visitor<'_> for Number<'_, T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_fmt(self.expected)
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
            let value = i64::try_from(number).ok().and_then(self.read);
            value.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
        }

        fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
            (self.read)(number).ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
        }
    }
}
