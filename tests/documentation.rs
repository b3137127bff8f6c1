//! The table compared with amoCRM's documentation. A failing test names one row, and what to change.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use amo_codes::{Advice, Code, HttpStatus, Section};

const DOCUMENTATION: &str = include_str!("documentation/amocrm-responses.txt");
const PATH: &str = "tests/documentation/amocrm-responses.txt";

fn address(code: Code) -> String {
    format!("{}.{}", code.section(), code.number())
}

/// A row of the documentation: its section, the number, the HTTP status, and description and note in one.
#[derive(Debug, PartialEq)]
struct Row {
    section: Section,
    number: i64,
    status: Option<u16>,
    text: String,
}

/// Reads the documentation: a title begins a section, and a line that begins with a number is a row of it.
fn documentation() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut current = None;
    for line in DOCUMENTATION.lines().map(str::trim_end) {
        current = Section::ALL.iter().copied().find(|section| section.title() == line).or(current);
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (Some(section), Ok(number)) = (current, line[..digits].parse()) else { continue };
        let mut text = line[digits..].trim_start();
        let mut status = None;
        if section == Section::Authorization {
            // This section has a column for the HTTP status: `401 Unauthorized`.
            let (column, rest) = text.split_once(' ').unwrap();
            status = Some(column.parse().unwrap());
            text = rest.split_once(' ').unwrap().1;
        } else if let Some((_, code)) = text.split_once("HTTP code #") {
            // The last section gives it in the note.
            status = Some(code[..3].parse().unwrap());
        }
        rows.push(Row { section, number, status, text: text.to_owned() });
    }
    rows
}

/// The row that the documentation should have for a code.
fn row(code: Code, documented_text: &str) -> Row {
    // The text has the note glued to the description, with or without a space.
    let note = code.note().unwrap_or_default();
    let glued = [format!("{}{note}", code.description()), format!("{} {note}", code.description())];
    let text = glued.into_iter().find(|text| text == documented_text).unwrap_or(code.description().to_owned());
    Row { section: code.section(), number: code.number(), status: code.http_status().map(HttpStatus::as_u16), text }
}

#[test]
fn the_documented_rows_are_those_of_the_documentation() {
    for section in Section::ALL {
        let title = section.title();
        assert!(DOCUMENTATION.lines().any(|line| line == title), "the title of `{section}` is not in {PATH}: {title}");
    }
    let rows = documentation();
    let documented: Vec<Code> = Code::ALL.iter().copied().filter(|code| code.is_documented()).collect();
    for &code in &documented {
        let found = rows.iter().find(|row| (row.section, row.number) == (code.section(), code.number()));
        let (address, title) = (address(code), code.section().title());
        let Some(found) = found else {
            panic!("add {address} to {PATH}, below `{title}`, or write its `evidence` in codes.toml")
        };
        let expected = row(code, &found.text);
        assert_eq!(expected, *found, "{address} of codes.toml, on the left, differs from {PATH}, on the right");
    }
    for Row { section, number, .. } in &rows {
        let has_code = section.lookup(*number).is_some_and(Code::is_documented);
        assert!(has_code, "add {section}.{number} of {PATH} to codes.toml, without `evidence`");
    }
    for (row, code) in rows.iter().zip(documented) {
        let expected = format!("{}.{}", row.section, row.number);
        assert_eq!(
            address(code),
            expected,
            "the next row of codes.toml, on the left, is not that of {PATH}, on the right"
        );
    }
}

#[test]
fn a_note_is_that_of_the_documentation() {
    for code in Code::ALL {
        let is_quoted = code.note().is_none() || code.is_documented();
        assert!(is_quoted, "{} of codes.toml is not documented: write `evidence`, not a `note`", address(*code));
    }
}

#[test]
fn what_says_which_http_status_comes_with_a_code_is_a_note() {
    for code in Code::ALL {
        let is_separate = !code.description().contains("HTTP code");
        assert!(is_separate, "move the HTTP status of {} to its `note` in codes.toml", address(*code));
    }
}

/// A client acts on these by itself: a wrong one hides an error, leaves out what exists, or repeats a request that creates something.
#[test]
fn few_codes_are_not_errors_or_may_be_skipped_or_retried() {
    for (advice, listed) in [
        (Advice::NotAnError, "directory_elements.280 other.2002"),
        (Advice::Unspecified, ""),
        (
            Advice::NotFound,
            "contacts.204 contacts.211 events.225 events.226 tasks.231 tasks.233 tasks.234 tasks.236 tasks.237 \
             directories.282 directory_elements.204 directory_elements.282 other.263",
        ),
        (Advice::RetryLater, "contacts.219 other.429"),
        (Advice::SignIn, "authorization.110"),
    ] {
        for &code in Code::ALL {
            let (address, name) = (address(code), advice.as_str());
            let is_as_listed = (code.advice() == advice) == listed.split(' ').any(|listed| listed == address);
            let found = code.advice().as_str();
            assert!(
                is_as_listed,
                "{address} is `{found}` in codes.toml; if that is right, change the list of `{name}` in tests/documentation.rs"
            );
        }
    }
}

/// amoCRM's documentation has no names, so they are this project's own.
#[test]
fn a_name_is_its_variant() {
    for code in Code::ALL {
        let (section, name) = (code.section(), code.name());
        let is_variant = format!("{code:?}") == format!("{section:?}({name})");
        assert!(is_variant, "the `name` of {} in codes.toml should be in UpperCamelCase: {name}", address(*code));
    }
}
