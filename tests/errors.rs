//! The errors of lookups and of parsing, and codes as errors.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::error::Error;

use amo_codes::{Advice, Code, Customers, HttpStatus, Section, Tasks, UnknownCode};

#[test]
fn errors_name_what_was_given_and_what_was_expected() {
    let address = "expected the address of a code: a section, a dot and a decimal number, such as `authorization.110`";
    let sections = "expected `authorization`, `account`, `contacts`, `leads`, `events`, `tasks`, `directories`, \
                    `directory_elements`, `customers` or `other`";
    for (text, message) in [
        ("244", address.to_owned()),
        ("tasks.0244", address.to_owned()),
        ("tasks.-0", address.to_owned()),
        ("tasks.330", "section `tasks` has no code 330".to_owned()),
        ("tasks.-9223372036854775808", "section `tasks` has no code -9223372036854775808".to_owned()),
        ("leds.217", format!("unknown section `leds`, {sections}")),
        ("a\n\u{1b}[31m.1", format!(r"unknown section `a\n\u{{1b}}[31m`, {sections}")),
    ] {
        assert_eq!(text.parse::<Code>().unwrap_err().to_string(), message);
    }
    let advice =
        "expected `not-an-error`, `unspecified`, `not-found`, `retry-later`, `sign-in`, `fix-request` or `ask-user`";
    assert_eq!("ask".parse::<Advice>().unwrap_err().to_string(), format!("unknown advice `ask`, {advice}"));
    assert_eq!(
        HttpStatus::try_from(600).unwrap_err().to_string(),
        "600 is not a valid HTTP status (expected 100 to 599)"
    );
}

#[test]
fn a_long_text_is_cut_and_what_a_terminal_might_obey_is_escaped() {
    for (text, shown) in [
        ("x".repeat(32), "x".repeat(32)),
        ("x".repeat(33), "x".repeat(32) + "…"),
        ("ы".repeat(17), "ы".repeat(16) + "…"),
        ("x".to_owned() + &"ы".repeat(16), "x".to_owned() + &"ы".repeat(15) + "…"),
        ("a\u{1b}[31m\u{202e}\u{200b}\u{2028}".to_owned(), r"a\u{1b}[31m\u{202e}\u{200b}\u{2028}".to_owned()),
    ] {
        let message = text.parse::<Section>().unwrap_err().to_string();
        assert_eq!(message.split('`').nth(1), Some(shown.as_str()), "{message}");
    }
}

#[test]
fn codes_and_errors_implement_error() {
    let errors: [Box<dyn Error + Send + Sync>; 4] = [
        Box::new(Code::Tasks(Tasks::AddLeadForbidden)),
        Box::new(Customers::PaymentRequired),
        Box::new(Tasks::try_from(330).unwrap_err()),
        Box::new(HttpStatus::try_from(99).unwrap_err()),
    ];
    assert!(errors.iter().all(|error| !error.to_string().is_empty() && error.source().is_none()));
    let unknown: UnknownCode = Tasks::try_from(330).unwrap_err();
    assert_eq!((unknown.section_key(), unknown.number()), ("tasks", 330));
}
