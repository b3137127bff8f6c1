//! The enum of one section, and what it shares with `Code`.

/// The inherent items and the trait impls of the enum of one section.
#[doc(hidden)]
#[macro_export]
macro_rules! __section {
    ($type:ident, $key:literal, $all:expr, $numbers:expr, $slots:literal, [$bytes:literal, $bits:literal]) => {
        impl $type {
            /// Every code of this section, in the table's order.
            pub const ALL: &'static [Self] = &$all;

            /// The numbers, in the table's order. To evaluate one from its variant takes the compiler a search of all.
            const __NUMBERS: &'static [::core::primitive::u16] = &$numbers;

            /// This section.
            pub const SECTION: Section = Section::$type;

            /// The code with this number, if this section has it.
            #[inline]
            #[must_use]
            pub const fn from_u16(number: ::core::primitive::u16) -> ::core::option::Option<Self> {
                const SLOTS: &[$type; $slots] = &{
                    let mut slots = [$type::ALL[0]; $slots];
                    let mut place = 0;
                    while place < $type::ALL.len() {
                        let number = $type::__NUMBERS[place];
                        slots[number as ::core::primitive::usize & ($slots - 1)] = $type::ALL[place];
                        place += 1;
                    }
                    slots
                };
                if SLOTS.len() < Self::ALL.len() {
                    return match Section::$type.lookup(number) {
                        ::core::option::Option::Some(Code::$type(code)) => ::core::option::Option::Some(code),
                        _ => ::core::option::Option::None,
                    };
                }
                let code = SLOTS[number as ::core::primitive::usize & ($slots - 1)];
                if code.as_u16() == number { ::core::option::Option::Some(code) } else { ::core::option::Option::None }
            }

            /// The number that the API answers with.
            #[inline]
            #[must_use]
            pub const fn as_u16(self) -> ::core::primitive::u16 {
                self as ::core::primitive::u16
            }

            #[doc(hidden)]
            #[track_caller]
            #[must_use]
            pub const fn __number(
                /* `code!(217)` or `code!(244 in Tasks)` */ number: ::core::primitive::u32,
            ) -> ::core::primitive::u32 {
                const BITS: &[::core::primitive::u8; $bytes] = $bits;
                // `number` has its bit in this byte. Each step here is one for the compiler at each `code!`.
                let byte = (number >> 3) as ::core::primitive::usize;
                if byte < $bytes && (BITS[byte] >> (number & 7)) & 1 == 1 {
                    return number;
                }
                let section = ::core::option::Option::Some((::core::stringify!($type), Self::__NUMBERS));
                $crate::__private::refuse(number, section, Code::__SECTIONS)
            }
        }

        $crate::__getters!($type, Code::$type);
        $crate::__meaning!($type, Code::$type);
        $crate::__serde!(section $type, $key);

        impl<const N: ::core::primitive::u32> $crate::Known<$type> for $crate::Number<N> {
            const CODE: $type = match $type::from_u16($crate::__private::narrow($type::__number(N))) {
                ::core::option::Option::Some(code) => code,
                ::core::option::Option::None => $type::ALL[0],
            };
        }

        impl ::core::convert::From<$type> for Code {
            #[inline]
            fn from(code: $type) -> Self {
                Code::$type(code)
            }
        }

        /// Gives the code back where it is of another section.
        impl ::core::convert::TryFrom<Code> for $type {
            type Error = Code;

            #[inline]
            fn try_from(code: Code) -> ::core::result::Result<Self, Code> {
                match code {
                    Code::$type(code) => ::core::result::Result::Ok(code),
                    other => ::core::result::Result::Err(other),
                }
            }
        }

        impl ::core::convert::TryFrom<::core::primitive::u16> for $type {
            type Error = $crate::UnknownCode;

            #[inline]
            fn try_from(number: ::core::primitive::u16) -> ::core::result::Result<Self, $crate::UnknownCode> {
                match Self::from_u16(number) {
                    ::core::option::Option::Some(code) => ::core::result::Result::Ok(code),
                    ::core::option::Option::None => {
                        ::core::result::Result::Err($crate::UnknownCode::__new($key, number))
                    }
                }
            }
        }

        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

/// The getters that a section's enum passes on to `Code`, which looks them up.
#[doc(hidden)]
#[macro_export]
macro_rules! __getters {
    ($type:ident, $code:path) => {
        impl $type {
            /// The variant's name.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static ::core::primitive::str {
                $code(self).name()
            }

            /// The document's own words.
            // By reference: on a reference a method by value is found after the deprecated `Error::description`.
            #[inline]
            #[must_use]
            pub const fn description(&self) -> &'static ::core::primitive::str {
                $code(*self).description()
            }

            /// The document's note, where it has one.
            #[inline]
            #[must_use]
            pub const fn note(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                $code(self).note()
            }

            /// The HTTP status that the document gives, where it gives one.
            #[inline]
            #[must_use]
            pub const fn http_status(self) -> ::core::option::Option<$crate::HttpStatus> {
                $code(self).http_status()
            }

            /// What the caller does next.
            #[inline]
            #[must_use]
            pub const fn advice(self) -> $crate::Advice {
                $code(self).advice()
            }

            /// Whether the code reports a failure: its advice is another than `NotAnError`.
            #[inline]
            #[must_use]
            pub const fn is_error(self) -> ::core::primitive::bool {
                $code(self).is_error()
            }
        }

        $crate::__display!($type, $code);
    };
}

/// `Display` as the description, `{:#}` with the address before it; and `Error`.
#[doc(hidden)]
#[macro_export]
macro_rules! __display {
    ($type:ident, $code:path) => {
        /// The description; `{:#}` puts the address before it: `tasks.244: Adding transactions: no rights.`
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    f.write_fmt(::core::format_args!(
                        "{}.{}: {}",
                        $code(*self).section().as_str(),
                        self.as_u16(),
                        self.description()
                    ))
                } else {
                    f.pad(self.description())
                }
            }
        }

        impl ::core::error::Error for $type {}
    };
}

/// What the reader of replies asks a table for.
#[cfg(feature = "reply")]
#[doc(hidden)]
#[macro_export]
macro_rules! __reply {
    ($section:ident, $code:ident) => {
        impl $crate::reply::Table for $code {
            type Section = $section;

            fn section_of(path: &::core::primitive::str) -> $section {
                $section::from_path(path)
            }

            fn meanings(number: ::core::primitive::u16) -> &'static [Self] {
                $code::meanings(number)
            }

            fn section(self) -> $section {
                $code::section(self)
            }

            fn advice(self) -> $crate::Advice {
                $code::advice(self)
            }
        }
    };
}

/// Nothing: without the feature `reply` there is no reader.
#[cfg(not(feature = "reply"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __reply {
    ($section:ident, $code:ident) => {};
}
