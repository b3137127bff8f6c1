//! The table compared with amoCRM's documentation, and every count that the docs of this crate state.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

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
    number: u16,
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
    assert_eq!(with(Advice::FixRequest).len(), 77 - 2 - 2 - 1 - 16 - 12);
}

/// A count as the docs write it.
fn word(count: usize) -> &'static str {
    const WORDS: [&str; 21] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    WORDS[count]
}

#[test]
fn the_counts_in_the_docs_are_right() {
    assert_eq!((documented().len(), Code::ALL.len(), Section::ALL.len()), (77, 83, 10));
    let mut sections: BTreeMap<u16, usize> = BTreeMap::new();
    for code in documented() {
        *sections.entry(code.number()).or_default() += 1;
    }
    let shared: Vec<u16> = sections.iter().filter(|(_, count)| **count > 1).map(|(number, _)| *number).collect();
    assert_eq!(sections.len(), 63);
    assert_eq!(shared, [101, 203, 204, 222, 244, 282, 283, 284, 285, 402, 405]);
    assert_eq!((sections[&244], Code::meanings(244).len()), (4, 5));

    // As permanently registered by IANA.
    let statuses: BTreeSet<u16> =
        [100..=103, 200..=208, 226..=226, 300..=308, 400..=417, 421..=426, 428..=429, 431..=431]
            .into_iter()
            .chain([451..=451, 500..=508, 510..=511])
            .flatten()
            .collect();
    let also_statuses: BTreeSet<u16> = sections.keys().copied().filter(|number| statuses.contains(number)).collect();
    let with_that_status = |number: &&u16| {
        Code::meanings(**number).iter().any(|code| code.http_status().map(HttpStatus::as_u16) == Some(**number))
    };
    let with_theirs: Vec<_> = also_statuses.iter().copied().filter(|number| with_that_status(&number)).collect();
    assert_eq!((also_statuses.len(), &*with_theirs), (20, &[401, 402, 403, 429][..]));

    // What the docs say, without line breaks.
    let docs = |text: &str| {
        let lines = text.lines().map(|line| line.trim().trim_start_matches("//!").trim_start_matches("///").trim());
        lines.collect::<Vec<_>>().join(" ").to_lowercase()
    };
    let [readme, changelog, front, table, status] = [
        include_str!("../README.md"),
        include_str!("../CHANGELOG.md"),
        include_str!("../amo-codes/lib.rs"),
        include_str!("../amo-codes/table.rs"),
        include_str!("../amo-codes/status.rs"),
    ]
    .map(docs);
    let (all, documented, sections) = (Code::ALL.len(), documented().len(), word(Section::ALL.len()));
    let undocumented = word(all - documented);
    let (shared, meanings, also) = (word(shared.len()), word(Code::meanings(244).len()), word(also_statuses.len()));
    let (come, never) = (word(with_theirs.len()), word(also_statuses.len() - with_theirs.len()));
    let fine = word(Code::ALL.iter().filter(|code| !code.is_error()).count());
    for (docs, count) in [
        (&readme, format!("{shared} of the documented numbers mean different things")),
        (&readme, format!("244 has {meanings} meanings")),
        (&readme, format!("{also} of them have the same number as an http status, but only {come} ever come with it")),
        (&readme, format!("{fine} of the codes are not errors")),
        (&readme, format!("{undocumented} more codes, which appear only in replies")),
        (&readme, format!("and {all} rows to maintain")),
        (&changelog, format!("the {documented} response codes of amocrm's documentation in {sections} sections")),
        (&changelog, format!("and {undocumented} undocumented codes")),
        (&front, format!("244 has {meanings} meanings in {meanings} sections")),
        (&front, format!("`244` finds all {meanings} codes")),
        (&table, format!("documentation has {sections}, and {shared} numbers appear in more than one")),
        (&status, format!("{also} of the documented numbers are also http statuses, but {never} of them never come")),
    ] {
        assert!(docs.contains(&count), "expected `{count}`");
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
        format!("• source: codes.toml, line {line}"),
    ];
    for docs in [include_str!("../README.md"), include_str!("../amo-codes/macros.rs")] {
        for shown in &shown {
            assert!(docs.contains(shown), "{shown}");
        }
    }
}
