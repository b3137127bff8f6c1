//! `code!` with every kind of argument. The unit tests of the macro crate try every number of the table.

use amo_codes::{Code, Leads, Tasks, code};

#[test]
fn it_is_a_constant_a_static_and_an_array_length() {
    const PARAMETERS_REQUIRED: Code = code!(217);
    static FORBIDDEN: Tasks = code!(244 in Tasks);
    let array = [0_u8; code!(244 in amo_codes::Tasks) as usize];
    assert_eq!((PARAMETERS_REQUIRED.number(), FORBIDDEN.number(), array.len()), (217, 244, 244));
}

#[test]
#[allow(clippy::unnested_or_patterns, reason = "the lint asks for a pattern that `code!` cannot write")]
fn it_is_a_pattern_and_an_or_pattern() {
    let explain = |code| match code {
        code!(217) | code!(216) => "leads",
        code!(tasks.244) => "tasks",
        Code::Tasks(code!(227 in Tasks) | code!(228 in amo_codes::Tasks)) => "more tasks",
        code!(events.244 in amo_codes::Code) => "events",
        _ => "other",
    };
    let codes = [code!(216), code!(tasks.244), code!(228), code!(events.244), code!(directories.244)];
    assert_eq!(codes.map(explain), ["leads", "tasks", "more tasks", "events", "other"]);
}

#[test]
fn any_integer_literal_and_a_trailing_comma_work() {
    let numbers =
        [code!(0xD9), code!(2_17), code!(0b1101_1001), code!(0o331), code!(217u16), code!(217_i64), code!(217,)];
    assert_eq!(numbers, [Code::Leads(Leads::UpdateLeadsParametersRequired); 7]);
    assert_eq!([code!(tasks.0xF4,), code!(tasks . 244u32)], [Code::Tasks(Tasks::AddLeadForbidden); 2]);
    assert_eq!([code!(0xF4 in Tasks,), code!(244 in ::amo_codes::Tasks,)], [Tasks::AddLeadForbidden; 2]);
}

/// Macros of users, which pass on what they are given.
macro_rules! number {
    ($number:literal) => {
        code!($number)
    };
}
macro_rules! number_of {
    ($number:literal in $path:path) => {
        code!($number in $path)
    };
}
macro_rules! number_as {
    ($number:literal as $type:ty) => {
        code!($number in $type)
    };
}
macro_rules! tokens {
    ($($tokens:tt)*) => {
        code!($($tokens)*)
    };
}

#[test]
fn the_arguments_may_come_through_a_macro_of_a_user() {
    assert_eq!(number!(217), code!(217));
    assert_eq!(number_of!(244 in Tasks), Tasks::AddLeadForbidden);
    assert_eq!(number_of!(244 in amo_codes::Tasks), Tasks::AddLeadForbidden);
    assert_eq!(number_as!(244 as amo_codes::Tasks), Tasks::AddLeadForbidden);
    assert_eq!(tokens!(tasks.244), code!(tasks.244));
    assert!(matches!(code!(217), number!(217)));
}

#[test]
fn a_type_that_is_named_decides_the_type() {
    let _: Code = code!(244 in Tasks).into();
    let codes: [Code; 3] = [code!(217 in Code), code!(tasks.244 in Code), code!(217 in amo_codes::Code)];
    assert_eq!(codes.map(Code::number), [217, 244, 217]);
    let tasks: [Tasks; 2] = [code!(244 in Tasks), code!(tasks.244 in Tasks)];
    assert_eq!(tasks, [Tasks::AddLeadForbidden; 2]);
}

#[test]
fn the_hover_in_its_docs_matches_the_table() {
    let code = code!(217);
    let number = code.number();
    let lines = [
        format!("{} = {number} (0x{number:X})", code.name()),
        code.description().to_owned(),
        format!("• address: {}.{number}", code.section()),
        format!("• advice: {}", code.advice()),
        format!("• documentation: {}", code.docs_url().unwrap_or_default()),
        "• source: codes.toml, line …".to_owned(),
    ];
    for line in lines {
        assert!(include_str!("../amo-codes/macros.rs").contains(&line), "amo-codes/macros.rs should show `{line}`");
    }
}
