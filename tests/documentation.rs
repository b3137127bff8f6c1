//! The table compared with amoCRM's documentation.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod support;

use amo_codes::{Advice, Code, HttpStatus, Section};
use support::address;

const PAGE: &str = include_str!("documentation/amocrm-responses.txt");

/// The titles of the sections, in order.
const TITLES: [&str; 10] = [
    "Responses during authorization",
    "Responses while working with your account",
    "Responses when working with contacts",
    "Response when dealing with lead",
    "Responses when working with events",
    "Responses when working with tasks",
    "Responses when working with directories",
    "Responses when working with directory elements",
    "Responses when working with customers",
    "Other Responses",
];

/// A row of the documentation: the section's title, the number, the HTTP status, and description and note in one.
#[derive(Debug, PartialEq)]
struct Row {
    title: &'static str,
    number: i64,
    status: Option<u16>,
    text: String,
}

/// Reads the documentation: a title begins a section, and a line that begins with a number is a row of it.
fn page() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut title = None;
    for line in PAGE.lines().map(str::trim_end) {
        title = TITLES.into_iter().find(|title| *title == line).or(title);
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (Some(title), Ok(number)) = (title, line[..digits].parse()) else { continue };
        let mut text = line[digits..].trim_start();
        let mut status = None;
        if title == TITLES[0] {
            // This section has a column for the HTTP status: `401 Unauthorized`.
            let (column, rest) = text.split_once(' ').unwrap();
            status = Some(column.parse().unwrap());
            text = rest.split_once(' ').unwrap().1;
        } else if let Some((_, code)) = text.split_once("HTTP code #") {
            // The last section gives it in the note.
            status = Some(code[..3].parse().unwrap());
        }
        rows.push(Row { title, number, status, text: text.to_owned() });
    }
    rows
}

/// The codes that the documentation has.
fn documented() -> Vec<Code> {
    Code::ALL.iter().copied().filter(|code| code.is_documented()).collect()
}

#[test]
fn the_documented_rows_are_exactly_those_of_the_documentation() {
    let page = page();
    let documented = documented();
    assert_eq!(page.len(), documented.len());
    for (row, code) in page.iter().zip(documented) {
        // The text has the note glued to the description, with or without a space.
        let note = code.note().unwrap_or_default();
        let glued = [format!("{}{note}", code.description()), format!("{} {note}", code.description())];
        let text = glued.into_iter().find(|text| *text == row.text).unwrap_or(code.description().to_owned());
        let status = code.http_status().map(HttpStatus::as_u16);
        let found = Row { title: code.section().title(), number: code.number(), status, text };
        assert_eq!(found, *row);
    }
}

#[test]
fn the_undocumented_rows_are_those_that_replies_have() {
    let undocumented = Code::ALL.iter().filter(|code| !code.is_documented());
    let rows: Vec<_> = undocumented.map(|&code| (address(code), code.name(), code.advice())).collect();
    assert_eq!(
        rows,
        [
            ("contacts.330".to_owned(), "TooManyLinkedLeads", Advice::FixRequest),
            ("leads.244".to_owned(), "AddLeadForbidden", Advice::AskUser),
            ("leads.330".to_owned(), "TooManyLinkedContacts", Advice::FixRequest),
            ("other.263".to_owned(), "EntityNotFound", Advice::NotFound),
            ("other.405".to_owned(), "MethodNotSupported", Advice::FixRequest),
            ("other.422".to_owned(), "UnprocessableEntity", Advice::FixRequest),
        ]
    );
    // The note names the evidence.
    assert!(Code::ALL.iter().all(|code| code.is_documented() || code.note().is_some()));
}

#[test]
fn the_sections_have_the_titles_of_the_documentation() {
    assert_eq!(Section::ALL.iter().map(|section| section.title()).collect::<Vec<_>>(), TITLES);
}

#[test]
fn notes_are_separate_from_descriptions() {
    let notes: Vec<_> = documented().iter().filter_map(|code| Some((code.number(), code.note()?))).collect();
    assert_eq!(
        notes,
        [
            (402, "With this reply, you receive a HTTP code #402 \"Payment Required\""),
            (403, "Together with this response, HTTP code #403"),
            (429, "With the response, the HTTP code #429 is sent"),
            (2002, "At the same time HTTP code #204 \"No Content\" is given with this response."),
        ]
    );
}

#[test]
fn the_advice_follows_from_the_descriptions() {
    let with = |advice| -> Vec<String> {
        documented().into_iter().filter(|code| code.advice() == advice).map(address).collect()
    };
    assert_eq!(with(Advice::NotAnError), ["directory_elements.280", "other.2002"]);
    assert_eq!(with(Advice::RetryLater), ["contacts.219", "other.429"]);
    assert_eq!(with(Advice::SignIn), ["authorization.110"]);
    assert_eq!(
        with(Advice::AskUser).join(" "),
        "authorization.111 authorization.112 authorization.113 authorization.101 account.101 contacts.202 events.244 \
         tasks.244 directories.244 directory_elements.244 customers.288 customers.402 customers.425 customers.426 \
         other.402 other.403"
    );
    assert_eq!(
        with(Advice::NotFound).join(" "),
        "contacts.204 contacts.211 events.226 events.225 tasks.231 tasks.233 tasks.234 tasks.236 tasks.237 \
         directories.282 directory_elements.204 directory_elements.282"
    );
    assert_eq!(with(Advice::Unspecified), [""; 0]);
}

/// Whoever upgrades must not have to rename a variant, and `name()` must not change.
#[test]
fn the_names_of_amocrm_are_their_variants() {
    for code in Code::ALL {
        let (section, name) = (code.section(), code.name());
        assert_eq!(format!("{code:?}"), format!("{section:?}({name})"));
    }
}

#[test]
fn names_contain_no_digits() {
    for code in Code::ALL {
        assert!(!code.name().contains(|c: char| c.is_ascii_digit()), "{code:?}");
    }
}

#[test]
fn the_hover_in_the_docs_matches_the_table() {
    let code = amo_codes::code!(217);
    let header = format!("[{}]", address(code));
    let line = include_str!("../codes.toml").lines().position(|line| line == header).unwrap() + 1;
    let number = code.number();
    let shown = [
        format!("{} = {number} ({number:#X})", code.name()).replace("0X", "0x"),
        code.description().to_owned(),
        format!("• address: {}", address(code)),
        format!("• advice: {}", code.advice()),
        format!("• documentation: {}", code.docs_url().unwrap()),
        format!("• source: codes.toml, line {line}"),
    ];
    for shown in &shown {
        assert!(include_str!("../amo-codes/macros.rs").contains(shown), "{shown}");
    }
}
