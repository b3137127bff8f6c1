//! The trait `ResponseCode` returns what the inherent methods return, for every table.

use amo_codes::{Code, ResponseCode};

mod shop {
    amo_codes::amo_codes!("examples/shop.toml");
}

/// Formats the values that the trait returns for a code.
fn by_trait(code: &dyn ResponseCode) -> String {
    format!(
        "{} {} {:?} {:?} {:?} {:?} {} {} {:?}",
        code.number(),
        code.name(),
        code.description(),
        code.note(),
        code.http_status(),
        code.advice(),
        code.is_error(),
        code.is_documented(),
        code.docs_url()
    )
}

macro_rules! assert_equal {
    ($codes:expr) => {
        for &code in $codes {
            let by_methods = format!(
                "{} {} {:?} {:?} {:?} {:?} {} {} {:?}",
                code.number(),
                code.name(),
                code.description(),
                code.note(),
                code.http_status(),
                code.advice(),
                code.is_error(),
                code.is_documented(),
                code.docs_url()
            );
            assert_eq!(by_trait(&code), by_methods);
        }
    };
}

#[test]
fn the_trait_returns_what_the_methods_return() {
    assert_equal!(Code::ALL);
    assert_equal!(amo_codes::Leads::ALL);
    assert_equal!(shop::Invoices::ALL);
    assert_equal!(shop::Code::ALL);
    for code in Code::ALL {
        assert_eq!(code.section_key(), code.section().as_str());
    }
    for code in shop::Invoices::ALL {
        assert_eq!(code.section_key(), "invoices");
    }
}

#[test]
fn codes_of_several_tables_fit_in_one_list() {
    let codes: [&dyn ResponseCode; 2] = [&Code::ALL[0], &shop::Orders::OutOfStock];
    assert_eq!(
        codes.map(|code| format!("{}.{code:?}: {code}", code.section_key())),
        [
            "authorization.Authorization(WrongCredentials): General authorization error. Incorrect login or password.",
            "orders.OutOfStock: An article is out of stock.",
        ]
    );
}
