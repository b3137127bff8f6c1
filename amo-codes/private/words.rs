//! The items and impls of a table whose codes are words; template.rs has what it shares with tables of numbers.

/// The items and impls of a table whose codes are words. The number of a word is its rank among the words, which are sorted.
#[doc(hidden)]
#[macro_export]
macro_rules! __words {
    ($section:ident, $code:ident, [$($type:ident,)+]) => {
        $crate::__shared! { $section, $code, [$($type,)+] }

        impl $section {
            /// Returns the code with this word, if the section has one. See also [`Code::by_word`].
            #[must_use]
            pub fn lookup(self, code_word: &str) -> ::core::option::Option<$code> {
                $code::__INDEX.lookup(self as u16, $crate::private::rank($code::__WORDS, code_word)?)
            }
        }

        impl $code {
            /// Returns every code with this word, in table order: at most one for each section.
            #[must_use]
            pub fn by_word(code_word: &str) -> &'static [Self] {
                $crate::private::by_word(&Self::__INDEX, Self::__WORDS, code_word)
            }

            /// Returns the code with this word in the section that [fits the request path or URL](Section::from_path) best
            /// and has such a code, or else the only code with this word.
            ///
            /// It returns `None` if no section has the word, or if several have it and none of them fits.
            #[must_use]
            pub fn at(request_path: &str, code_word: &str) -> ::core::option::Option<Self> {
                $crate::private::at(request_path, Self::by_word(code_word), Self::__section_row)
            }
        }

        /// Parses an address: the key of a section, a dot and a word.
        impl ::core::str::FromStr for $code {
            type Err = $crate::ParseError;

            fn from_str(address: &str) -> ::core::result::Result<Self, $crate::ParseError> {
                let (section, word) = $crate::private::parse_word_address::<$section>(
                    address,
                    $crate::private::first::<Self>().address(),
                )?;
                section.lookup(word).ok_or_else(|| $crate::ParseError::__unknown_word(section.as_str(), word))
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
                pub fn from_word(code_word: &str) -> ::core::option::Option<Self> {
                    match $section::$type.lookup(code_word) {
                        ::core::option::Option::Some($code::$type(code)) => ::core::option::Option::Some(code),
                        _ => ::core::option::Option::None,
                    }
                }
            }

            /// Parses a word of the section.
            impl ::core::str::FromStr for $type {
                type Err = $crate::UnknownWord;

                fn from_str(word: &str) -> ::core::result::Result<Self, $crate::UnknownWord> {
                    Self::from_word(word).ok_or_else(|| $crate::UnknownWord::__new($section::$type.as_str(), word))
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
            pub const fn word(self) -> &'static str {
                $code::__WORDS[self.__rank() as usize]
            }

            /// Returns the address of the code: the key of its section, a dot and its word.
            #[inline]
            #[must_use]
            pub const fn address(self) -> $crate::Address {
                $crate::Address::__word(self.section_key(), self.word())
            }
        }
    };
}
