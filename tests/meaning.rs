//! The trait `Meaning` says what the inherent methods say, of any table.

use amo_codes::{Code, Meaning};

mod shop {
    amo_codes::amo_codes!("examples/shop.toml");
}

/// What a code says through the trait alone.
fn said(code: &dyn Meaning) -> String {
    format!(
        "{}.{} {} {:?} {:?} {:?} {:?} {}",
        code.section_key(),
        code.as_u16(),
        code.name(),
        code.description(),
        code.note(),
        code.http_status(),
        code.advice(),
        code.is_error()
    )
}

macro_rules! says_what_its_methods_say {
    ($code:expr) => {{
        let code = $code;
        let methods = format!(
            "{} {} {:?} {:?} {:?} {:?} {}",
            code.as_u16(),
            code.name(),
            code.description(),
            code.note(),
            code.http_status(),
            code.advice(),
            code.is_error()
        );
        assert_eq!(said(&code).split_once('.').map(|(_, rest)| rest), Some(&*methods));
    }};
}

#[test]
fn the_trait_says_what_the_inherent_methods_say() {
    for &code in Code::ALL {
        says_what_its_methods_say!(code);
        assert_eq!(code.section_key(), code.section().as_str());
    }
    for &code in shop::Invoices::ALL {
        says_what_its_methods_say!(code);
    }
    for &code in shop::Code::ALL {
        says_what_its_methods_say!(code);
    }
}

#[test]
fn codes_of_several_tables_stand_in_one_list() {
    let codes: [&dyn Meaning; 2] = [&Code::ALL[0], &shop::Orders::OutOfStock];
    assert_eq!(
        codes.map(said),
        [
            r#"authorization.110 WrongCredentials "General authorization error. Incorrect login or password." None Some(HttpStatus(401)) SignIn true"#,
            r#"orders.7 OutOfStock "An article is out of stock." None None RetryLater true"#,
        ]
    );
}
