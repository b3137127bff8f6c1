//! The items and impls of every table that do not depend on its rows.
//!
//! The expansion of a table calls `__impls!`, or `__words!`, in a module that has nothing but the types of the table. One of them may
//! be called `Option` or `Result`, and the prelude may be missing, so types and functions of core are fully qualified.
//! What only a table of words has is in words.rs.

/// The items and impls of `Section`, `Code` and the enum of each section, whether codes are numbers or words.
#[doc(hidden)]
#[macro_export]
macro_rules! __shared {
    ($section:ident, $code:ident, [$($type:ident,)+]) => {
        impl $section {
            /// Every section, in table order.
            pub const ALL: &'static [Self] = &[$(Self::$type),+];

            const __KEYS: &'static [&'static str] = &[$(Self::$type.as_str()),+];

            /// Returns the key of the section in the table, such as `directory_elements`.
            #[inline]
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                Self::__ROWS[self as usize].key
            }

            /// Returns the title of the section in the API's documentation.
            #[inline]
            #[must_use]
            pub const fn title(self) -> &'static str {
                Self::__ROWS[self as usize].title
            }

            /// Returns every code of the section, in table order.
            #[inline]
            #[must_use]
            pub const fn codes(self) -> &'static [$code] {
                $crate::private::codes(&Self::__ROWS[self as usize])
            }

            /// Returns the section of a request path or URL: the one whose `paths` have the longest match, segment by
            /// segment. The path `/` matches every request.
            ///
            /// This is only a hint: the API may return a code of another section.
            #[inline]
            #[must_use]
            pub fn from_path(request_path: &str) -> ::core::option::Option<Self> {
                $crate::private::section_of(request_path, Self::__ROWS, Self::ALL)
            }
        }

        /// Writes the key.
        impl ::core::fmt::Display for $section {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        /// Parses the key.
        impl ::core::str::FromStr for $section {
            type Err = $crate::ParseError;

            #[inline]
            fn from_str(key: &str) -> ::core::result::Result<Self, $crate::ParseError> {
                $crate::private::parse_section(key, Self::__ROWS, Self::__KEYS, Self::ALL)
            }
        }

        impl $code {
            #[allow(long_running_const_eval)]
            const __INDEX: $crate::private::Index = {
                const NUMBERS: &[i64] = $code::__NUMBERS;
                const STARTS: &[u16; $crate::private::start_count(NUMBERS)] =
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
                code_name: &str,
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
            const fn __rank(self) -> i64 {
                match self { $(Self::$type(code) => code as i64),+ }
            }

            #[inline]
            const fn __section(self) -> $section {
                self.section()
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
                pub fn from_name(code_name: &str) -> ::core::option::Option<Self> {
                    $crate::private::from_name(Self::SECTION.codes(), $code::name, code_name)
                }

                #[inline]
                const fn __rank(self) -> i64 {
                    self as i64
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
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.write_str(self.__row().variant())
                }
            }

            impl ::core::convert::From<$type> for $code {
                #[inline]
                fn from(code: $type) -> Self {
                    Self::$type(code)
                }
            }

            /// Returns the code unchanged if it belongs to another section.
            impl ::core::convert::TryFrom<$code> for $type {
                type Error = $code;

                #[inline]
                fn try_from(code: $code) -> ::core::result::Result<Self, $code> {
                    match code {
                        $code::$type(code) => ::core::result::Result::Ok(code),
                        other => ::core::result::Result::Err(other),
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
            pub const fn lookup(self, code_number: i64) -> ::core::option::Option<$code> {
                $code::__INDEX.lookup(self as u16, code_number)
            }
        }

        impl $code {
            /// Returns every code with this number, in table order: at most one for each section.
            #[inline]
            #[must_use]
            pub const fn by_number(code_number: i64) -> &'static [Self] {
                Self::__INDEX.by_number(code_number)
            }

            /// Returns the code with this number in the section that [fits the request path or URL](Section::from_path) best
            /// and has such a code, or else the only code with this number.
            ///
            /// It returns `None` if no section has the number, or if several have it and none of them fits.
            #[must_use]
            pub fn at(request_path: &str, code_number: i64) -> ::core::option::Option<Self> {
                $crate::private::at(request_path, Self::by_number(code_number), Self::__section_row)
            }

            /// Returns the number of the code.
            #[inline]
            #[must_use]
            pub const fn number(self) -> i64 {
                self.__rank()
            }

            /// Returns the address of the code, such as `tasks.244`.
            #[inline]
            #[must_use]
            pub const fn address(self) -> $crate::Address {
                $crate::Address::__new(self.section_key(), self.number())
            }
        }

        /// Parses an address, such as `tasks.244`.
        impl ::core::str::FromStr for $code {
            type Err = $crate::ParseError;

            #[inline]
            fn from_str(address: &str) -> ::core::result::Result<Self, $crate::ParseError> {
                let (section, number) =
                    $crate::private::parse_address::<$section>(address, $crate::private::first::<Self>().address())?;
                section.lookup(number).ok_or($crate::ParseError::__unknown(section.as_str(), number))
            }
        }

        $crate::__serde! { address of $code }

        $(
            impl $type {
                /// Returns the number of the code.
                #[inline]
                #[must_use]
                pub const fn number(self) -> i64 {
                    self as i64
                }

                /// Returns the address of the code, such as `tasks.244`.
                #[inline]
                #[must_use]
                pub const fn address(self) -> $crate::Address {
                    $crate::Address::__new(self.section_key(), self.number())
                }
            }

            $crate::__serde! { number of $type }

            impl ::core::convert::From<$type> for i64 {
                #[inline]
                fn from(code: $type) -> Self {
                    code as Self
                }
            }

            impl ::core::convert::TryFrom<i64> for $type {
                type Error = $crate::UnknownCode;

                #[inline]
                fn try_from(number: i64) -> ::core::result::Result<Self, $crate::UnknownCode> {
                    Self::from_number(number).ok_or($crate::UnknownCode::__new($section::$type.as_str(), number))
                }
            }
        )+
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
                $code::__INDEX.row($code::__ROWS, self.__section() as u16, self.__rank())
            }

            #[inline]
            const fn __section_row(self) -> &'static $crate::private::SectionRow {
                &$section::__ROWS[self.__section() as usize]
            }

            /// Returns the key of the section of the code, such as `tasks`.
            #[inline]
            #[must_use]
            pub const fn section_key(self) -> &'static str {
                self.__section_row().key
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
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::private::display(self.address(), self.__row(), f)
            }
        }

        impl ::core::error::Error for $type {}
    };
}
