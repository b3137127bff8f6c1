#![no_implicit_prelude]
#![deny(warnings, missing_docs, unused, unreachable_pub, unused_qualifications, unused_results, non_ascii_idents)]
#![deny(missing_debug_implementations, missing_copy_implementations, single_use_lifetimes, trivial_casts)]
#![deny(trivial_numeric_casts, let_underscore_drop, unsafe_code, variant_size_differences, elided_lifetimes_in_paths)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![deny(rustdoc::all)]
//! A crate without the prelude, under every lint, that gives the names which generated code might use to its own.

/// A table in a scope where no name means what it should.
pub mod table {
    #![allow(dead_code, missing_docs, non_camel_case_types, clippy::pedantic)]
    mod shadows {
        pub(super) struct Vec;
        pub(super) struct From;
        pub(super) struct TryFrom;
        pub(super) struct Iterator;
        pub(super) struct str;
        pub(super) struct u16;
        pub(super) struct u32;
        pub(super) struct usize;
        pub(super) struct bool;
        pub(super) struct Clone;
        pub(super) struct Copy;
        pub(super) struct Debug;
        pub(super) struct Default;
        pub(super) struct HttpStatus;
        pub(super) struct Advice;
        pub(super) struct Number;
        pub(super) struct UnknownCode;
        pub(super) mod core {}
        pub(super) mod std {}
        pub(super) mod amo_codes {}
        pub(super) const fn drop() {}
    }
    #[allow(unused_imports)]
    use shadows::*;
    ::amo_codes::amo_codes!("hostile.toml");
}

/// The same table under the lints.
pub mod plain {
    ::amo_codes::amo_codes!("hostile.toml");
}

mod private {
    ::amo_codes::amo_codes!("hostile.toml");
}

fn main() {
    ::amo_codes::amo_codes!("hostile.toml");
    ::std::assert_eq!(::amo_codes::code!(2 in Option), Option::None);
    ::std::assert_eq!(table::Code::ALL.len(), 8);
    ::std::assert_eq!(::amo_codes::code!(16 in table::Code), table::Code::U16(table::U16::U16));
    ::std::assert!(plain::Section::from_path("/option") as u8 == private::Section::Option as u8);
    ::std::assert_eq!(plain::Result::Code.as_u16(), plain::Known::Number.as_u16());
    ::std::assert_eq!(::std::format!("{:#}", plain::String::Err), "string.2: Err");
}
