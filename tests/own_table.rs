//! Your own tables: at the crate root, in modules, in a function body, several in one crate.

mod scan;

use amo_codes::{Advice, HttpStatus, UnknownCode, code};
use scan::assert_lookups;

mod billing {
    amo_codes::amo_codes!("tests/tables/billing.toml");
}

mod deep {
    mod private {
        amo_codes::amo_codes!("tests/tables/numbers.toml");

        pub(crate) fn only() -> &'static str {
            amo_codes::code!(-1 in self::Code).name()
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
table_in_a_module!(raw, r#"tests/tables/names.toml"#);

const UNPAID: billing::Code = code!(65535 in billing::Code);

#[test]
fn it_has_the_types_of_the_built_in_one() {
    use billing::{Code, Invoices, Refunds, Section};
    assert_eq!(UNPAID, Code::Invoices(Invoices::Last));
    assert_eq!(Code::by_number(7), [Code::Invoices(Invoices::NotPaid), Code::Refunds(Refunds::NotPossible)]);
    assert_eq!(Section::Refunds.lookup(7), Some(Code::Refunds(Refunds::NotPossible)));
    assert_eq!("invoices.7".parse::<Code>().map(Code::http_status), Ok(HttpStatus::from_u16(402)));
    assert_eq!(format!("{:#}", Invoices::NotPaid), "invoices.7: The invoice is not paid.");
    assert_eq!((Invoices::NotPaid.advice(), Invoices::Last.advice()), (Advice::AskUser, Advice::Unspecified));
    assert!(Invoices::Last.is_error());
    assert!(!Refunds::Done.is_error() && Refunds::Done.is_documented() && !Refunds::NotPossible.is_documented());
    assert_eq!(Refunds::try_from(8).map_err(UnknownCode::section_key), Err("refunds"));
    assert_eq!(Refunds::NotPossible.evidence(), Some("Seen in replies."));
    assert_eq!(i64::from(Invoices::Last), 65_535);
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
    assert_eq!(code!(-1 in deep::glob::Far).name(), deep::glob::only());
    assert_eq!(code!(1 in crate::Code).name(), code!(1 in self::Only).name());
}

/// The numbers of a table, through the macros of a user.
macro_rules! number {
    ($number:literal) => {
        code!($number in deep::glob::Code)
    };
}
macro_rules! address {
    ($key:ident . $($number:tt)+) => {
        code!($key.$($number)+ in deep::glob::Code)
    };
}

#[test]
fn a_number_may_be_negative_or_large() {
    use deep::glob::{Code, Far, Near, Small};
    assert_eq!(code!(-32602 in deep::glob::Code), Code::Near(Near::InvalidParams));
    assert_eq!(code!(near.-32602 in deep::glob::Code), Code::Near(Near::InvalidParams));
    assert_eq!([code!(-32_602 in deep::glob::Near), code!(-0x7F5A in deep::glob::Near)], [Near::InvalidParams; 2]);
    assert_eq!((number!(-32602), address!(near.-32602)), (Near::InvalidParams.into(), Near::InvalidParams.into()));
    assert_eq!(code!(-9223372036854775808 in deep::glob::Code), Far::Least.into());
    assert_eq!(code!(9223372036854775807 in deep::glob::Code), Far::Most.into());
    assert!(matches!(Code::Far(Far::Least), code!(-9_223_372_036_854_775_808 in deep::glob::Code)));
    assert_eq!(
        Far::ALL.iter().map(|code| code.number()).collect::<Vec<_>>(),
        [i64::MAX, -1, i64::MIN, 0, 64, -64, -65]
    );
    assert!(Far::Least < Far::MinusOne && Far::MinusOne < Far::Zero && Far::Zero < Far::Most);
    for address in ["far.-0", "far.+1", "far.00", "far.-01", "far.9223372036854775808", "far.1_000"] {
        let message = "expected the address of a code: a section, a dot and a decimal number, such as `small.65535`";
        assert_eq!(address.parse::<Code>().map_err(|error| error.to_string()), Err(message.to_owned()), "{address}");
    }
    // The discriminant is the smallest of u16, i32 and i64 that fits.
    assert_eq!((size_of::<Small>(), size_of::<Near>(), size_of::<Far>(), size_of::<Code>()), (2, 4, 8, 16));
}

#[test]
fn every_lookup_finds_what_a_scan_finds() {
    use deep::glob::{Code, Section};
    let others = [-32_768, 128, 1 << 32, -(1 << 32)];
    assert_lookups(others, Code::ALL, Section::ALL, Code::by_number, Section::lookup);
}

#[test]
fn a_name_is_what_the_api_writes() {
    use raw::Names;
    let names: Vec<String> = Names::ALL.iter().map(|code| format!("{} {code:?}", code.name())).collect();
    assert_eq!(
        names,
        [
            "ER_DUP_ENTRY ErDupEntry",
            "card_declined CardDeclined",
            "Call/Transaction Does Not Exist CallTransactionDoesNotExist",
            "OK Ok"
        ]
    );
    for code in Names::ALL {
        assert_eq!(Names::from_name(code.name()), Some(*code));
        assert!(raw::Code::by_name(code.name()).eq([raw::Code::Names(*code)]));
    }
    assert_eq!(Names::from_name("ErDupEntry"), None);
}

#[test]
fn a_code_leads_to_its_documentation() {
    use raw::Names;
    assert_eq!(Names::ErDupEntry.docs_url(), Some("https://example.com/errors?id=3#ER_DUP_ENTRY"));
    assert_eq!(
        Names::CallTransactionDoesNotExist.docs_url(),
        Some("https://example.com/errors?id=1#Call%2FTransaction%20Does%20Not%20Exist")
    );
    assert_eq!(billing::Invoices::NotPaid.docs_url(), None);
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
    amo_codes::amo_codes!("tests/tables/body.toml");
    assert_eq!(Body::from_number(7), Some(Body::Seven));
    assert_eq!(Section::Body.codes().len(), 1);
}

/// In scope, but not the types of amoCRM's table.
mod gateway {
    amo_codes::amo_codes!("tests/tables/gateway.toml");
}

#[test]
fn the_table_that_answers_is_the_table_of_the_type() {
    use gateway::{Code, Other};
    assert_eq!(
        (code!(29 in gateway::Other), code!(429 in Other)),
        (Other::TooManyRequests, amo_codes::Other::TooManyRequests)
    );
    assert_eq!(
        (code!(29 in gateway::Code), code!(429 in Code)),
        (Code::ALL[0], amo_codes::Other::TooManyRequests.into())
    );
}
