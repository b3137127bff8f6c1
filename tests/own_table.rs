//! Your own tables: at the crate root, in modules, in a function body, several in one crate.

use amo_codes::{Advice, HttpStatus, UnknownCode, code};

mod billing {
    amo_codes::amo_codes!("tests/tables/billing.toml");
}

mod deep {
    mod private {
        amo_codes::amo_codes!("tests/tables/one.toml");

        pub(crate) fn only() -> &'static str {
            amo_codes::code!(1 in self::Code).name()
        }
    }
    pub(crate) mod glob {
        pub(crate) use super::private::*;
    }
    pub(crate) mod keyword {
        amo_codes::amo_codes!("tests/tables/keyword.toml");
    }
}

amo_codes::amo_codes!("./tests/tables/one.toml");

/// A macro of a user that passes a path on.
macro_rules! table_in_a_module {
    ($module:ident, $path:literal) => {
        mod $module {
            amo_codes::amo_codes!($path);
        }
    };
}
table_in_a_module!(raw, r#"tests/tables/one.toml"#);
table_in_a_module!(escaped, "tests\x2Ftables\u{2f}one.toml");

const UNPAID: billing::Code = code!(65535 in billing::Code);

#[test]
fn it_has_the_types_of_the_built_in_one() {
    use billing::{Code, Invoices, Refunds, Section};
    assert_eq!(UNPAID, Code::Invoices(Invoices::Last));
    assert_eq!(Code::meanings(7), [Code::Invoices(Invoices::NotPaid), Code::Refunds(Refunds::NotPossible)]);
    assert_eq!(Section::Refunds.lookup(7), Some(Code::Refunds(Refunds::NotPossible)));
    assert_eq!("invoices.7".parse::<Code>().map(Code::http_status), Ok(HttpStatus::from_u16(402)));
    assert_eq!(format!("{:#}", Invoices::NotPaid), "invoices.7: The invoice is not paid.");
    assert_eq!((Invoices::NotPaid.advice(), Invoices::Last.advice()), (Advice::AskUser, Advice::FixRequest));
    assert!(!Refunds::Done.is_error() && Refunds::Done.is_documented() && !Refunds::NotPossible.is_documented());
    assert_eq!(Refunds::try_from(8).map_err(UnknownCode::section), Err("refunds"));
    assert_eq!(u16::from(Invoices::Last), u16::MAX);
}

#[test]
fn its_paths_lead_to_its_sections() {
    use billing::Section;
    assert_eq!(Section::from_path("/v1/invoices/3/refunds"), Some(Section::Refunds));
    assert_eq!(Section::from_path("https://example.com/v1/invoices/3?page=2"), Some(Section::Invoices));
    // Slashes do not matter: the table has `/v1//refunds/`.
    assert_eq!(Section::from_path("/v1/refunds"), Some(Section::Refunds));
    assert_eq!(Section::from_path("/v1/refunds/7"), Some(Section::Refunds));
    assert_eq!(Section::from_path("/v1/orders"), None);
}

#[test]
fn code_finds_it_by_the_path_of_a_type() {
    assert_eq!(code!(7 in billing::Invoices), billing::Invoices::NotPaid);
    assert_eq!(code!(invoices.7 in billing::Code), billing::Code::Invoices(billing::Invoices::NotPaid));
    assert_eq!(code!(0 in crate::billing::Code), code!(0 in self::billing::Refunds).into());
    assert!(matches!(UNPAID, code!(65535 in billing::Code)));
    assert_eq!(code!(1 in deep::glob::Only).name(), deep::glob::only());
    assert_eq!(code!(1 in crate::Code).name(), code!(1 in self::Only).name());
    assert_eq!(code!(1 in raw::Code).name(), code!(1 in escaped::Code).name());
}

#[test]
fn a_keyword_may_be_the_key_of_a_section() {
    assert_eq!(code!(type.1 in deep::keyword::Code), code!(1 in deep::keyword::Type).into());
    assert_eq!(code!(r#fn.1 in deep::keyword::Code).section(), deep::keyword::Section::Fn);
}

#[test]
fn a_table_of_one_section_needs_no_tag() {
    assert_eq!(size_of::<Code>(), 2);
    assert_eq!(Section::from_path("/anything"), Some(Section::Only));
}

#[test]
fn a_function_body_may_have_a_table() {
    amo_codes::amo_codes!("tests/tables/billing.toml");
    assert_eq!(Refunds::from_number(7), Some(Refunds::NotPossible));
    assert_eq!(Section::Invoices.codes().len(), 2);
}
