//! `Code`, the enum of a section and the trait `ResponseCode` return the same, for every table.

use amo_codes::{Code, Leads, ResponseCode, Tasks};

mod shop {
    amo_codes::amo_codes!("examples/shop.toml");
}

/// Formats what the getters of a code return.
macro_rules! values {
    ($code:expr) => {
        format!(
            "{} {} {:?} {:?} {:?} {:?} {:?} {} {} {:?} {:?} {} {:#}",
            $code.address(),
            $code.section_key(),
            $code.name(),
            $code.description(),
            $code.note(),
            $code.http_status(),
            $code.advice(),
            $code.is_error(),
            $code.is_documented(),
            $code.evidence(),
            $code.docs_url(),
            $code,
            $code
        )
    };
}

fn by_trait(code: &dyn ResponseCode) -> String {
    values!(code)
}

macro_rules! assert_equal {
    ($codes:expr) => {
        for &code in $codes {
            assert_eq!(by_trait(&code), values!(code));
        }
    };
}

#[test]
fn the_trait_returns_what_the_methods_return() {
    assert_equal!(Code::ALL);
    assert_equal!(Tasks::ALL);
    assert_equal!(shop::Invoices::ALL);
    assert_equal!(shop::Code::ALL);
    for code in Code::ALL {
        assert_eq!(code.section_key(), code.section().as_str());
        assert_eq!((code.as_number(), code.as_word()), (Some(code.number()), None));
    }
    for code in shop::Invoices::ALL {
        assert_eq!(code.section_key(), "invoices");
        assert_eq!((code.as_number(), code.as_word()), (Some(code.number()), None));
    }
}

#[test]
fn the_enum_of_a_section_returns_what_code_returns() {
    for &task in Tasks::ALL {
        let code = Code::from(task);
        assert_eq!(values!(task), values!(code));
        assert_eq!((task.number(), task.section_key()), (i64::from(task), "tasks"));
        assert_eq!((Tasks::try_from(code), Leads::try_from(code)), (Ok(task), Err(code)));
    }
}

#[test]
fn codes_of_several_tables_fit_in_one_list() {
    let codes: [&dyn ResponseCode; 2] = [&Code::ALL[0], &shop::Orders::OutOfStock];
    assert_eq!(
        codes.map(|code| format!("{} {code:?}: {code}", code.address())),
        [
            "authorization.110 Authorization(WrongCredentials): General authorization error. Incorrect login or password.",
            "orders.7 OutOfStock: An article is out of stock.",
        ]
    );
}
