#![no_implicit_prelude]
#![deny(warnings, missing_docs, unused, unreachable_pub, unused_results, non_ascii_idents)]
#![deny(missing_debug_implementations, missing_copy_implementations, single_use_lifetimes, trivial_casts)]
#![deny(trivial_numeric_casts, let_underscore_drop, unsafe_code, variant_size_differences, elided_lifetimes_in_paths)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![deny(rustdoc::all)]
//! A crate without the prelude, under every lint, that uses the names of generated code for something else.

/// Types, traits, modules and functions with the names that generated code might use.
pub mod items {
    #![allow(dead_code, missing_docs, non_camel_case_types, clippy::pedantic)]
    mod shadows {
        pub(super) struct Vec;
        pub(super) struct From;
        pub(super) struct TryFrom;
        pub(super) struct Iterator;
        pub(super) struct str;
        pub(super) struct u16;
        pub(super) struct i64;
        pub(super) struct u32;
        pub(super) struct usize;
        pub(super) struct bool;
        pub(super) struct Clone;
        pub(super) struct Copy;
        pub(super) struct Debug;
        pub(super) struct Default;
        pub(super) struct HttpStatus;
        pub(super) struct Advice;
        pub(super) struct N;
        pub(super) struct Number;
        pub(super) struct UnknownCode;
        pub(super) struct Index;
        pub(super) struct Row;
        pub(super) struct Details;
        pub(super) struct SectionRow;
        pub(super) struct Entry;
        pub(super) mod core {}
        pub(super) mod std {}
        pub(super) mod amo_codes {}
        pub(super) mod private {}
        pub(super) const fn drop() {}
    }
    #[allow(unused_imports)]
    use shadows::*;
    ::amo_codes::amo_codes!("items.toml");

    /// The same codes as words.
    pub mod words {
        #[allow(unused_imports)]
        use super::shadows::*;
        ::amo_codes::amo_codes!("word_items.toml");
    }
}

/// Constants and statics in lower case, which a pattern would be compared with.
pub mod constants {
    #![allow(dead_code, missing_docs, non_upper_case_globals, clippy::pedantic)]
    const n: ::core::primitive::i64 = 1;
    const number: ::core::primitive::i64 = 1;
    const place: ::core::primitive::usize = 0;
    const row: ::core::primitive::usize = 0;
    const index: ::core::primitive::usize = 0;
    const code: Code = Code::N(N::One);
    const PAGES: () = ();
    const STARTS: () = ();
    const NUMBERS: () = ();
    const section: Section = Section::N;
    const path: &::core::primitive::str = "/";
    const key: &::core::primitive::str = "n";
    const address: &::core::primitive::str = "n.1";
    const status: ::core::primitive::u16 = 404;
    const other: () = ();
    const error: () = ();
    static f: () = ();
    static value: () = ();
    static serializer: () = ();
    static deserializer: () = ();
    ::amo_codes::amo_codes!("constants.toml");

    /// The same codes as words.
    pub mod words {
        const word: &::core::primitive::str = "1";
        const code: Code = Code::N(N::One);
        const WORDS: () = ();
        ::amo_codes::amo_codes!("word_constants.toml");
    }
}

/// A trait for all types, with methods like those of the codes and of slices.
pub mod blanket {
    #![allow(clippy::len_without_is_empty)]
    /// The trait.
    pub trait Everything: ::core::marker::Sized {
        /// Like `Code::name`.
        fn name(&self) -> &'static ::core::primitive::str {
            "hijacked"
        }
        /// Like `slice::len`.
        fn len(&self) -> ::core::primitive::usize {
            0
        }
        /// Like `Index::row`.
        fn row(self) {}
        /// Like `Index::lookup`.
        fn lookup(self) {}
        /// Like `Code::description`.
        fn description(self) {}
        /// Like `Formatter::pad`.
        fn pad(self) {}
        /// Like `Option::ok_or`.
        fn ok_or(self) {}
    }
    impl<T> Everything for T {}

    ::amo_codes::amo_codes!("blanket.toml");

    /// The same codes as words.
    pub mod words {
        #[allow(unused_imports)]
        use super::Everything;
        ::amo_codes::amo_codes!("word_blanket.toml");
    }
}

/// Everything of this crate next to a table.
pub mod glob {
    #![allow(clippy::wildcard_imports)]
    use ::amo_codes::*;
    ::amo_codes::amo_codes!("glob.toml");

    /// Returns codes of both tables: the types are those of the table next to it, the macro is that of the crate.
    #[must_use]
    pub const fn codes() -> (Code, ::amo_codes::Code, Advice) {
        (Code::N(N::One), code!(217), Advice::AskUser)
    }
}

/// The trait of all codes next to a table.
pub mod import {
    #[allow(unused_imports)]
    use ::amo_codes::ResponseCode;
    ::amo_codes::amo_codes!("import.toml");
}

/// The same table under the lints.
pub mod plain {
    ::amo_codes::amo_codes!("plain.toml");
}

mod private {
    ::amo_codes::amo_codes!("private.toml");
}

macro_rules! check {
    ($($module:ident)+) => {
        $(
            ::std::assert_eq!($module::Code::ALL.len(), 10);
            ::std::assert_eq!(::std::format!("{:?} {:?}", $module::N::One, $module::Option::Some), "One Some");
            ::std::assert_eq!(::std::format!("{:#}", $module::String::Err), "string.2: Err");
            ::std::assert_eq!($module::Code::U16($module::U16::U16).description(), "U16");
            ::std::assert_eq!($module::Section::Option.lookup(2), ::std::option::Option::Some($module::Code::Option($module::Option::None)));
            ::std::assert_eq!($module::Section::from_path("/option"), ::std::option::Option::Some($module::Section::Option));
            ::std::assert_eq!(::std::primitive::str::parse("result.1"), ::std::result::Result::Ok($module::Code::Result($module::Result::Code)));
        )+
    };
}

macro_rules! check_words {
    ($($module:ident)+) => {
        $(
            ::std::assert_eq!(::std::format!("{:#}", $module::words::String::Err), "string.2: Err");
            ::std::assert_eq!($module::words::Code::by_word("1").len(), 5);
            ::std::assert_eq!($module::words::Section::Option.lookup("2"), ::std::option::Option::Some($module::words::Code::Option($module::words::Option::None)));
            ::std::assert_eq!(::std::primitive::str::parse("result.1"), ::std::result::Result::Ok($module::words::Code::Result($module::words::Result::Code)));
            ::std::assert_eq!(::std::primitive::str::parse("1"), ::std::result::Result::Ok($module::words::Result::Code));
            ::std::assert_eq!(::amo_codes::code!(1 in $module::words::Result), $module::words::Result::Code);
        )+
    };
}

fn main() {
    ::amo_codes::amo_codes!("body.toml");
    check_words! { items constants blanket }
    ::std::assert_eq!(Option::from_number(2), ::std::option::Option::Some(Option::None));
    check! { items constants blanket glob import plain private }
    ::std::assert_eq!(::amo_codes::code!(16 in items::Code), items::Code::U16(items::U16::U16));
    ::std::assert_eq!(::amo_codes::code!(n.1 in constants::Code), constants::Code::N(constants::N::One));
    ::std::assert_eq!(::amo_codes::code!(1 in blanket::Known), blanket::Known::ALL[0]);
    ::std::assert_eq!(glob::codes().1.number(), 217);
}
