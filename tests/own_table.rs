//! Tables of one's own: at a crate's root, in modules, in a function's body, two in one crate.

use amo_codes::{Advice, HttpStatus, code};

mod billing {
    amo_codes::amo_codes!("tests/tables/billing.toml");
}

mod deep {
    pub(crate) mod down {
        amo_codes::amo_codes!("tests/tables/one.toml");
    }
}

amo_codes::amo_codes!("./tests/tables/one.toml");

/// A macro of the user's that hands a path on.
macro_rules! table_in_a_module {
    ($module:ident, $path:literal) => {
        mod $module {
            amo_codes::amo_codes!($path);
        }
    };
}
table_in_a_module!(raw, r#"tests/tables/one.toml"#);

const UNPAID: billing::Code = code!(65535 in billing::Code);

#[test]
fn a_path_may_come_through_another_macro() {
    assert_eq!(raw::Code::ALL.len(), deep::down::Code::ALL.len());
}

#[test]
fn it_has_the_types_of_the_built_in_one() {
    use billing::{Code, Invoices, Refunds, Section};
    assert_eq!(UNPAID, Code::Invoices(Invoices::Last));
    assert_eq!(code!(7 in Invoices), Invoices::NotPaid);
    assert_eq!(code!(0 in Code), Code::Refunds(Refunds::Done));
    assert_eq!(Code::meanings(7), [Code::Invoices(Invoices::NotPaid), Code::Refunds(Refunds::NotPossible)]);
    assert_eq!(Section::Refunds.lookup(7), Some(Code::Refunds(Refunds::NotPossible)));
    assert_eq!(Section::from_path("/v1/invoices/3/refunds"), Section::Refunds);
    assert_eq!(Section::from_path("/v1/invoices/3"), Section::Invoices);
    assert_eq!("invoices.7".parse::<Code>().map(Code::http_status), Ok(HttpStatus::from_u16(402)));
    assert_eq!(format!("{:#}", Invoices::NotPaid), "invoices.7: The invoice is not paid.");
    assert_eq!((Invoices::NotPaid.advice(), Invoices::Last.advice()), (Advice::AskUser, Advice::FixRequest));
    assert!(!Refunds::Done.is_error());
    assert_eq!(Refunds::try_from(8).map_err(amo_codes::UnknownCode::section), Err("refunds"));
    for number in 0..=u16::MAX {
        let meanings: Vec<Code> = Code::ALL.iter().copied().filter(|code| code.as_u16() == number).collect();
        assert_eq!(Code::meanings(number), meanings);
    }
}

#[test]
fn one_table_may_stand_in_several_places() {
    assert_eq!(deep::down::Code::ALL.len(), 1);
    assert_eq!(code!(1 in deep::down::Only).name(), code!(1 in Only).name());
    assert_eq!(Section::from_path("/anything"), Section::Only);
    assert_eq!(size_of::<Code>(), 2, "one section needs no tag");
}

#[test]
fn a_functions_body_is_a_place_too() {
    amo_codes::amo_codes!("tests/tables/billing.toml");
    assert_eq!(code!(7 in Refunds), Refunds::NotPossible);
    assert_eq!(Section::Invoices.codes().len(), 2);
}
