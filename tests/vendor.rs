//! The table against the vendor's page: every row, in its order, to the letter.
#![allow(clippy::unwrap_used)]

use amo_codes::{Advice, Code, Section};

const PAGE: &str = include_str!("vendor/amocrm-responses.txt");

/// The headings of the page's sections, in its order; they are the sections' titles.
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

/// A row of the page: the section's title, the number, the HTTP status, and the words, text and note in one.
#[derive(Debug, PartialEq)]
struct Row {
    title: &'static str,
    number: u16,
    status: Option<u16>,
    words: String,
}

/// Reads the page: a heading opens a section, a line that begins with a number is a row of it.
fn page() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut title = None;
    for line in PAGE.lines().map(str::trim_end) {
        title = TITLES.into_iter().find(|title| *title == line).or(title);
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (Some(title), Ok(number)) = (title, line[..digits].parse()) else { continue };
        let mut words = line[digits..].trim_start();
        let mut status = None;
        if title == TITLES[0] {
            // This section has a column of its own for the HTTP status: `401 Unauthorized`.
            let (column, rest) = words.split_once(' ').unwrap();
            status = Some(column.parse().unwrap());
            words = rest.split_once(' ').unwrap().1;
        } else if let Some((_, code)) = words.split_once("HTTP code #") {
            // The last section tells it in the note.
            status = Some(code[..3].parse().unwrap());
        }
        rows.push(Row { title, number, status, words: words.to_owned() });
    }
    rows
}

#[test]
fn every_row_of_the_page_stands_in_the_table() {
    let page = page();
    assert_eq!(page.len(), 77, "the page's own parser");
    assert_eq!(Code::ALL.len(), page.len());
    for (row, code) in page.iter().zip(Code::ALL) {
        // The pasted page has the note's cell glued to the text's, with or without a space.
        let note = code.note().unwrap_or_default();
        let glued = [format!("{}{note}", code.description()), format!("{} {note}", code.description())];
        let words = glued.into_iter().find(|words| *words == row.words).unwrap_or(code.description().to_owned());
        let status = code.http_status().map(amo_codes::HttpStatus::as_u16);
        let found = Row { title: code.section().title(), number: code.as_u16(), status, words };
        assert_eq!(found, *row);
    }
}

#[test]
fn the_sections_have_the_pages_titles_in_its_order() {
    let titles: Vec<_> = Section::ALL.iter().map(|section| section.title()).collect();
    assert_eq!(titles, TITLES);
}

#[test]
fn notes_are_parted_from_the_texts() {
    let notes: Vec<_> = Code::ALL.iter().filter_map(|code| Some((code.as_u16(), code.note()?))).collect();
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
fn advice_is_given_by_what_the_words_mean() {
    let with = |advice| -> Vec<String> {
        let codes = Code::ALL.iter().filter(|code| code.advice() == advice);
        codes.map(|code| format!("{}.{}", code.section(), code.as_u16())).collect()
    };
    assert_eq!(with(Advice::NotAnError), ["directory_elements.280", "other.2002"]);
    assert_eq!(with(Advice::RetryLater), ["contacts.219", "other.429"]);
    assert_eq!(with(Advice::SignIn), ["authorization.110", "authorization.401"]);
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
    assert_eq!(with(Advice::FixRequest).len(), 77 - 2 - 2 - 2 - 16 - 12);
}

#[test]
fn eleven_numbers_stand_in_more_than_one_section() {
    let mut shared: Vec<_> =
        Code::ALL.iter().map(|code| code.as_u16()).filter(|n| Code::meanings(*n).len() > 1).collect();
    shared.sort_unstable();
    shared.dedup();
    assert_eq!(shared, [101, 203, 204, 222, 244, 282, 283, 284, 285, 402, 405]);
}

#[test]
fn names_say_what_happened() {
    for code in Code::ALL {
        assert!(!code.name().contains(|c: char| c.is_ascii_digit()), "{code:?}");
    }
}
