//! `code!` with every kind of argument and every number of the table.

use amo_codes::{Code, Leads, Tasks, code};

/// Every address, in table order.
const ADDRESSES: &[Code] = &[
    code!(authorization.110),
    code!(authorization.111),
    code!(authorization.112),
    code!(authorization.113),
    code!(authorization.101),
    code!(authorization.401),
    code!(account.101),
    code!(account.102),
    code!(account.103),
    code!(account.104),
    code!(contacts.201),
    code!(contacts.202),
    code!(contacts.203),
    code!(contacts.204),
    code!(contacts.205),
    code!(contacts.206),
    code!(contacts.207),
    code!(contacts.208),
    code!(contacts.209),
    code!(contacts.210),
    code!(contacts.211),
    code!(contacts.212),
    code!(contacts.219),
    code!(contacts.330),
    code!(leads.213),
    code!(leads.214),
    code!(leads.215),
    code!(leads.216),
    code!(leads.217),
    code!(leads.240),
    code!(leads.244),
    code!(leads.330),
    code!(events.218),
    code!(events.221),
    code!(events.226),
    code!(events.244),
    code!(events.222),
    code!(events.223),
    code!(events.224),
    code!(events.225),
    code!(tasks.227),
    code!(tasks.228),
    code!(tasks.229),
    code!(tasks.230),
    code!(tasks.231),
    code!(tasks.232),
    code!(tasks.233),
    code!(tasks.234),
    code!(tasks.235),
    code!(tasks.236),
    code!(tasks.237),
    code!(tasks.238),
    code!(tasks.244),
    code!(directories.405),
    code!(directories.222),
    code!(directories.244),
    code!(directories.281),
    code!(directories.282),
    code!(directories.283),
    code!(directories.284),
    code!(directories.285),
    code!(directory_elements.405),
    code!(directory_elements.203),
    code!(directory_elements.204),
    code!(directory_elements.222),
    code!(directory_elements.244),
    code!(directory_elements.280),
    code!(directory_elements.282),
    code!(directory_elements.283),
    code!(directory_elements.284),
    code!(directory_elements.285),
    code!(customers.288),
    code!(customers.402),
    code!(customers.425),
    code!(customers.426),
    code!(other.400),
    code!(other.402),
    code!(other.403),
    code!(other.429),
    code!(other.2002),
    code!(other.263),
    code!(other.405),
    code!(other.422),
];

/// Returns every number with its section's type, in table order.
fn typed() -> Vec<Code> {
    vec![
        code!(110 in Authorization).into(),
        code!(111 in Authorization).into(),
        code!(112 in Authorization).into(),
        code!(113 in Authorization).into(),
        code!(101 in Authorization).into(),
        code!(401 in Authorization).into(),
        code!(101 in Account).into(),
        code!(102 in Account).into(),
        code!(103 in Account).into(),
        code!(104 in Account).into(),
        code!(201 in Contacts).into(),
        code!(202 in Contacts).into(),
        code!(203 in Contacts).into(),
        code!(204 in Contacts).into(),
        code!(205 in Contacts).into(),
        code!(206 in Contacts).into(),
        code!(207 in Contacts).into(),
        code!(208 in Contacts).into(),
        code!(209 in Contacts).into(),
        code!(210 in Contacts).into(),
        code!(211 in Contacts).into(),
        code!(212 in Contacts).into(),
        code!(219 in Contacts).into(),
        code!(330 in Contacts).into(),
        code!(213 in Leads).into(),
        code!(214 in Leads).into(),
        code!(215 in Leads).into(),
        code!(216 in Leads).into(),
        code!(217 in Leads).into(),
        code!(240 in Leads).into(),
        code!(244 in Leads).into(),
        code!(330 in Leads).into(),
        code!(218 in Events).into(),
        code!(221 in Events).into(),
        code!(226 in Events).into(),
        code!(244 in Events).into(),
        code!(222 in Events).into(),
        code!(223 in Events).into(),
        code!(224 in Events).into(),
        code!(225 in Events).into(),
        code!(227 in Tasks).into(),
        code!(228 in Tasks).into(),
        code!(229 in Tasks).into(),
        code!(230 in Tasks).into(),
        code!(231 in Tasks).into(),
        code!(232 in Tasks).into(),
        code!(233 in Tasks).into(),
        code!(234 in Tasks).into(),
        code!(235 in Tasks).into(),
        code!(236 in Tasks).into(),
        code!(237 in Tasks).into(),
        code!(238 in Tasks).into(),
        code!(244 in Tasks).into(),
        code!(405 in Directories).into(),
        code!(222 in Directories).into(),
        code!(244 in Directories).into(),
        code!(281 in Directories).into(),
        code!(282 in Directories).into(),
        code!(283 in Directories).into(),
        code!(284 in Directories).into(),
        code!(285 in Directories).into(),
        code!(405 in DirectoryElements).into(),
        code!(203 in DirectoryElements).into(),
        code!(204 in DirectoryElements).into(),
        code!(222 in DirectoryElements).into(),
        code!(244 in DirectoryElements).into(),
        code!(280 in DirectoryElements).into(),
        code!(282 in DirectoryElements).into(),
        code!(283 in DirectoryElements).into(),
        code!(284 in DirectoryElements).into(),
        code!(285 in DirectoryElements).into(),
        code!(288 in Customers).into(),
        code!(402 in Customers).into(),
        code!(425 in Customers).into(),
        code!(426 in Customers).into(),
        code!(400 in Other).into(),
        code!(402 in Other).into(),
        code!(403 in Other).into(),
        code!(429 in Other).into(),
        code!(2002 in Other).into(),
        code!(263 in Other).into(),
        code!(405 in Other).into(),
        code!(422 in Other).into(),
    ]
}

/// Every number that only one section has, in table order.
const NUMBERS: &[Code] = &[
    code!(110),
    code!(111),
    code!(112),
    code!(113),
    code!(401),
    code!(102),
    code!(103),
    code!(104),
    code!(201),
    code!(202),
    code!(205),
    code!(206),
    code!(207),
    code!(208),
    code!(209),
    code!(210),
    code!(211),
    code!(212),
    code!(219),
    code!(213),
    code!(214),
    code!(215),
    code!(216),
    code!(217),
    code!(240),
    code!(218),
    code!(221),
    code!(226),
    code!(223),
    code!(224),
    code!(225),
    code!(227),
    code!(228),
    code!(229),
    code!(230),
    code!(231),
    code!(232),
    code!(233),
    code!(234),
    code!(235),
    code!(236),
    code!(237),
    code!(238),
    code!(281),
    code!(280),
    code!(288),
    code!(425),
    code!(426),
    code!(400),
    code!(403),
    code!(429),
    code!(2002),
    code!(263),
    code!(422),
];

#[test]
fn every_code_has_an_address_and_a_type() {
    assert_eq!(ADDRESSES, Code::ALL);
    assert_eq!(typed(), Code::ALL);
}

#[test]
fn a_number_in_only_one_section_needs_no_section() {
    let is_unique = |code: &&Code| Code::meanings(code.number()).len() == 1;
    assert_eq!(NUMBERS.to_vec(), Code::ALL.iter().filter(is_unique).copied().collect::<Vec<_>>());
}

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
