//! The items and impls of every table that do not depend on its rows.
//!
//! The expansion of a table calls `__impls!`, or `__words!`, in the caller's scope, where any name may mean something else. So
//! everything is fully qualified, methods are called as functions, and bindings have names that no constant has: a
//! pattern with the name of a constant compares instead of binding.

/// The items and impls of `Section`, `Code` and the enum of each section, whether codes are numbers or words.
#[doc(hidden)]
#[macro_export]
macro_rules! __shared {
    ($section:ident, $code:ident, [$($type:ident,)+]) => {
        impl $section {
            /// Every section, in table order.
            pub const ALL: &'static [Self] = &[$(Self::$type),+];

            const __KEYS: &'static [&'static ::core::primitive::str] = &[$(Self::as_str(Self::$type)),+];

            /// Returns the key of the section in the table, such as `directory_elements`.
            #[inline]
            #[must_use]
            pub const fn as_str(self) -> &'static ::core::primitive::str {
                Self::__ROWS[self as ::core::primitive::usize].key
            }

            /// Returns the title of the section in the API's documentation.
            #[inline]
            #[must_use]
            pub const fn title(self) -> &'static ::core::primitive::str {
                Self::__ROWS[self as ::core::primitive::usize].title
            }

            /// Returns every code of the section, in table order.
            #[inline]
            #[must_use]
            pub const fn codes(self) -> &'static [$code] {
                $crate::private::codes(&Self::__ROWS[self as ::core::primitive::usize])
            }

            /// Returns the section of a request path or URL: the one whose `paths` have the longest match, segment by
            /// segment. The path `/` matches every request.
            ///
            /// This is only a hint: the API may return a code of another section.
            #[inline]
            #[must_use]
            pub fn from_path(request_path: &::core::primitive::str) -> ::core::option::Option<Self> {
                $crate::private::section_of(request_path, Self::__ROWS, Self::ALL)
            }
        }

        /// Writes the key.
        impl ::core::fmt::Display for $section {
            #[inline]
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Formatter::pad(__f, Self::as_str(*self))
            }
        }

        /// Parses the key.
        impl ::core::str::FromStr for $section {
            type Err = $crate::ParseError;

            #[inline]
            fn from_str(__key: &::core::primitive::str) -> ::core::result::Result<Self, $crate::ParseError> {
                $crate::private::parse_section(__key, Self::__ROWS, Self::__KEYS, Self::ALL)
            }
        }

        impl $code {
            #[allow(long_running_const_eval)]
            const __INDEX: $crate::private::Index = {
                const NUMBERS: &[::core::primitive::i64] = $code::__NUMBERS;
                const STARTS: &[::core::primitive::u16; $crate::private::start_count(NUMBERS)] =
                    &$crate::private::starts(NUMBERS);
                $crate::private::Index::new(NUMBERS, Self::__SECTIONS, STARTS)
            };

            /// Returns every code that comes with this HTTP status in the API's documentation, in table order.
            #[inline]
            pub fn by_http_status(
                http_status: $crate::HttpStatus,
            ) -> impl ::core::iter::Iterator<Item = Self> + ::core::clone::Clone + ::core::fmt::Debug {
                $crate::private::filter(Self::http_status, $crate::private::Some(http_status))
            }

            /// Returns every code with this name, as the API writes it, in table order: at most one for each section.
            #[inline]
            pub fn by_name(
                code_name: &::core::primitive::str,
            ) -> impl ::core::iter::Iterator<Item = Self> + ::core::clone::Clone + ::core::fmt::Debug {
                $crate::private::filter(Self::name, code_name)
            }

            /// Returns the section of the code.
            #[inline]
            #[must_use]
            pub const fn section(self) -> $section {
                match self { $(Self::$type(_) => $section::$type),+ }
            }

            /// Returns the number by which the index finds the row.
            #[inline]
            const fn __rank(self) -> ::core::primitive::i64 {
                match self { $(Self::$type(__code) => __code as ::core::primitive::i64),+ }
            }

            #[inline]
            const fn __section(self) -> $section {
                Self::section(self)
            }
        }

        $crate::__getters! { $code }
        $crate::__traits! { $section, $code, $code }
        $crate::__serde! { key of $section }

        $(
            impl $type {
                /// The section of these codes.
                pub const SECTION: $section = $section::$type;

                /// Returns the code with this name, as the API writes it, if the section has one.
                #[inline]
                #[must_use]
                pub fn from_name(code_name: &::core::primitive::str) -> ::core::option::Option<Self> {
                    $crate::private::from_name($section::codes(Self::SECTION), $code::name, code_name)
                }

                #[inline]
                const fn __rank(self) -> ::core::primitive::i64 {
                    self as ::core::primitive::i64
                }

                #[inline]
                const fn __section(self) -> $section {
                    $section::$type
                }
            }

            $crate::__getters! { $type }
            $crate::__traits! { $section, $code, $type }

            /// Writes the variant's name.
            impl ::core::fmt::Debug for $type {
                #[inline]
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Formatter::write_str(__f, $crate::private::Row::variant(Self::__row(*self)))
                }
            }

            impl ::core::convert::From<$type> for $code {
                #[inline]
                fn from(__code: $type) -> Self {
                    Self::$type(__code)
                }
            }

            /// Returns the code unchanged if it belongs to another section.
            impl ::core::convert::TryFrom<$code> for $type {
                type Error = $code;

                #[inline]
                fn try_from(__code: $code) -> ::core::result::Result<Self, $code> {
                    match __code {
                        $code::$type(__code) => ::core::result::Result::Ok(__code),
                        __other => ::core::result::Result::Err(__other),
                    }
                }
            }

        )+
    };
}

/// The items and impls of a table whose codes are numbers.
#[doc(hidden)]
#[macro_export]
macro_rules! __impls {
    ($section:ident, $code:ident, [$($type:ident,)+]) => {
        $crate::__shared! { $section, $code, [$($type,)+] }

        impl $section {
            /// Returns the code with this number, if the section has one. See also [`Code::by_number`].
            #[inline]
            #[must_use]
            pub const fn lookup(self, code_number: ::core::primitive::i64) -> ::core::option::Option<$code> {
                $crate::private::Index::lookup(&$code::__INDEX, self as ::core::primitive::u16, code_number)
            }
        }

        impl $code {
            /// Returns every code with this number, in table order: at most one for each section.
            #[inline]
            #[must_use]
            pub const fn by_number(code_number: ::core::primitive::i64) -> &'static [Self] {
                $crate::private::Index::by_number(&Self::__INDEX, code_number)
            }

            /// Returns the code with this number in the section that [fits the request path or URL](Section::from_path) best
            /// and has such a code, or else the only code with this number.
            ///
            /// It returns `None` if no section has the number, or if several have it and none of them fits.
            #[must_use]
            pub fn at(
                request_path: &::core::primitive::str,
                code_number: ::core::primitive::i64,
            ) -> ::core::option::Option<Self> {
                $crate::private::at(request_path, Self::by_number(code_number), Self::__section_row)
            }

            /// Returns the number of the code.
            #[inline]
            #[must_use]
            pub const fn number(self) -> ::core::primitive::i64 {
                Self::__rank(self)
            }

            /// Returns the address of the code, such as `tasks.244`.
            #[inline]
            #[must_use]
            pub const fn address(self) -> $crate::Address {
                $crate::Address::__new(Self::section_key(self), Self::number(self))
            }
        }

        /// Parses an address, such as `tasks.244`.
        impl ::core::str::FromStr for $code {
            type Err = $crate::ParseError;

            #[inline]
            fn from_str(__address: &::core::primitive::str) -> ::core::result::Result<Self, $crate::ParseError> {
                let (__section, __number) =
                    $crate::private::parse_address::<$section>(__address, Self::address($crate::private::first()))?;
                ::core::option::Option::ok_or(
                    $section::lookup(__section, __number),
                    $crate::ParseError::__unknown($section::as_str(__section), __number),
                )
            }
        }

        $crate::__serde! { address of $code }

        $(
            impl $type {
                /// Returns the number of the code.
                #[inline]
                #[must_use]
                pub const fn number(self) -> ::core::primitive::i64 {
                    self as ::core::primitive::i64
                }

                /// Returns the address of the code, such as `tasks.244`.
                #[inline]
                #[must_use]
                pub const fn address(self) -> $crate::Address {
                    $crate::Address::__new(Self::section_key(self), Self::number(self))
                }
            }

            $crate::__serde! { number of $type }

            impl ::core::convert::From<$type> for ::core::primitive::i64 {
                #[inline]
                fn from(__code: $type) -> Self {
                    __code as Self
                }
            }

            impl ::core::convert::TryFrom<::core::primitive::i64> for $type {
                type Error = $crate::UnknownCode;

                #[inline]
                fn try_from(__number: ::core::primitive::i64) -> ::core::result::Result<Self, $crate::UnknownCode> {
                    ::core::option::Option::ok_or(
                        Self::from_number(__number),
                        $crate::UnknownCode::__new($section::as_str($section::$type), __number),
                    )
                }
            }
        )+
    };
}

/// The items and impls of a table whose codes are words. The number of a word is its rank among the words, which are sorted.
#[doc(hidden)]
#[macro_export]
macro_rules! __words {
    ($section:ident, $code:ident, [$($type:ident,)+]) => {
        $crate::__shared! { $section, $code, [$($type,)+] }

        impl $section {
            /// Returns the code with this word, if the section has one. See also [`Code::by_word`].
            #[must_use]
            pub fn lookup(self, code_word: &::core::primitive::str) -> ::core::option::Option<$code> {
                $crate::private::Index::lookup(
                    &$code::__INDEX,
                    self as ::core::primitive::u16,
                    $crate::private::rank($code::__WORDS, code_word)?,
                )
            }
        }

        impl $code {
            /// Returns every code with this word, in table order: at most one for each section.
            #[must_use]
            pub fn by_word(code_word: &::core::primitive::str) -> &'static [Self] {
                $crate::private::by_word(&Self::__INDEX, Self::__WORDS, code_word)
            }

            /// Returns the code with this word in the section that [fits the request path or URL](Section::from_path) best
            /// and has such a code, or else the only code with this word.
            ///
            /// It returns `None` if no section has the word, or if several have it and none of them fits.
            #[must_use]
            pub fn at(
                request_path: &::core::primitive::str,
                code_word: &::core::primitive::str,
            ) -> ::core::option::Option<Self> {
                $crate::private::at(request_path, Self::by_word(code_word), Self::__section_row)
            }
        }

        /// Parses an address: the key of a section, a dot and a word.
        impl ::core::str::FromStr for $code {
            type Err = $crate::ParseError;

            fn from_str(__address: &::core::primitive::str) -> ::core::result::Result<Self, $crate::ParseError> {
                let (__section, __word) = $crate::private::parse_word_address::<$section>(
                    __address,
                    Self::address($crate::private::first()),
                )?;
                ::core::option::Option::ok_or_else($section::lookup(__section, __word), || {
                    $crate::ParseError::__unknown_word($section::as_str(__section), __word)
                })
            }
        }

        $crate::__word! { $code }
        $crate::__serde! { address of $code }

        $(
            $crate::__word! { $type in $code }
            $crate::__serde! { word of $type }

            impl $type {
                /// Returns the code with this word, if the section has one.
                #[must_use]
                pub fn from_word(code_word: &::core::primitive::str) -> ::core::option::Option<Self> {
                    match $section::lookup($section::$type, code_word) {
                        ::core::option::Option::Some($code::$type(__code)) => ::core::option::Option::Some(__code),
                        _ => ::core::option::Option::None,
                    }
                }
            }

            /// Parses a word of the section.
            impl ::core::str::FromStr for $type {
                type Err = $crate::UnknownWord;

                fn from_str(__word: &::core::primitive::str) -> ::core::result::Result<Self, $crate::UnknownWord> {
                    ::core::option::Option::ok_or_else(Self::from_word(__word), || {
                        $crate::UnknownWord::__new($section::as_str($section::$type), __word)
                    })
                }
            }
        )+
    };
}

/// The word and the address of a code.
#[doc(hidden)]
#[macro_export]
macro_rules! __word {
    ($code:ident) => {
        $crate::__word! { $code in $code }
    };
    ($type:ident in $code:ident) => {
        impl $type {
            /// Returns the word of the code, as the API sends it.
            #[inline]
            #[must_use]
            pub const fn word(self) -> &'static ::core::primitive::str {
                $code::__WORDS[Self::__rank(self) as ::core::primitive::usize]
            }

            /// Returns the address of the code: the key of its section, a dot and its word.
            #[inline]
            #[must_use]
            pub const fn address(self) -> $crate::Address {
                $crate::Address::__word(Self::section_key(self), Self::word(self))
            }
        }
    };
}

/// How `Code` and the enum of each section find their row, and the traits that need nothing else.
#[doc(hidden)]
#[macro_export]
macro_rules! __traits {
    ($section:ident, $code:ident, $type:ident) => {
        impl $type {
            #[inline]
            const fn __row(self) -> &'static $crate::private::Row {
                $crate::private::Index::row(
                    &$code::__INDEX,
                    $code::__ROWS,
                    Self::__section(self) as ::core::primitive::u16,
                    Self::__rank(self),
                )
            }

            #[inline]
            const fn __section_row(self) -> &'static $crate::private::SectionRow {
                &$section::__ROWS[Self::__section(self) as ::core::primitive::usize]
            }

            /// Returns the key of the section of the code, such as `tasks`.
            #[inline]
            #[must_use]
            pub const fn section_key(self) -> &'static ::core::primitive::str {
                Self::__section_row(self).key
            }
        }

        impl $crate::ResponseCode for $type {
            #[inline]
            fn __row(&self) -> &'static $crate::private::Row {
                Self::__row(*self)
            }

            #[inline]
            fn address(&self) -> $crate::Address {
                Self::address(*self)
            }
        }

        /// Writes the description; `{:#}` also writes the address: `tasks.244: Adding transactions: no rights.`
        impl ::core::fmt::Display for $type {
            #[inline]
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::private::display(Self::address(*self), Self::__row(*self), __f)
            }
        }

        impl ::core::error::Error for $type {}
    };
}
