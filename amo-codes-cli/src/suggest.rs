//! What was probably meant by a query that nothing was found for.

use amo_codes_table::nearest;

use crate::table::{Code, Codes, addresses};

/// What the number of a code must follow in a text.
const LABELS: &str = "words such as `Код ошибки`, `Error code` or `error_code`";

/// Returns what to say about a number that the table does not have.
pub(crate) fn unknown_number(number: i64, codes: &Codes) -> String {
    let numbers = || codes.all().filter_map(Code::number);
    let below = numbers().filter(|other| *other < number).max();
    let above = numbers().filter(|other| *other > number).min();
    let nearest: Vec<String> = below.into_iter().chain(above).map(|number| number.to_string()).collect();
    let message = format!("unknown code {number} (nearest: {})", nearest.join(", "));
    let documented = u16::try_from(number).map_or_else(|_| Vec::new(), |status| codes.by_http_status(status));
    if documented.is_empty() {
        return message;
    }
    format!("{message}; {number} is an HTTP status; documented with it: {}", addresses(&documented))
}

/// Returns what to say about words that are not in the table.
pub(crate) fn unknown_name(query: &str, codes: &Codes) -> String {
    let message = format!("nothing in the table matches `{query}`");
    let command = &codes.command;
    if let Some(number) = number_in(query, codes) {
        return format!(
            "{message}; in a text, a number counts only after {LABELS}; to look up the number itself, run `{command} {number}`"
        );
    }
    match meant(query, codes) {
        Some(meant) => format!("{message}, did you mean `{meant}`?"),
        None => format!("{message}; `{command} --all` shows the whole table"),
    }
}

/// Returns the first number in a text that the table has.
fn number_in(text: &str, codes: &Codes) -> Option<i64> {
    let is_punctuation = |letter: char| "#№(),;:\".!?".contains(letter);
    let mut numbers = text.split_whitespace().filter_map(|word| word.trim_matches(is_punctuation).parse().ok());
    numbers.find(|number| !codes.by_number(*number).is_empty())
}

/// Returns what to say about standard input without a code.
pub(crate) fn no_code() -> String {
    format!("no code in standard input; a line must be a code of the table, or have a number after {LABELS}")
}

/// Returns how to explain what a file contains.
pub(crate) fn explain_file(name: &str, codes: &Codes) -> String {
    let command = &codes.command;
    format!(
        "`{name}` is a file: run `{command} < {name}`, or for a saved reply `{command} reply --path … --status … {name}`"
    )
}

/// Returns what to say about a section that does not exist.
pub(crate) fn unknown_section(key: &str, codes: &Codes) -> String {
    let keys: Vec<&str> = codes.sections().iter().map(|section| section.key.value.as_str()).collect();
    match nearest(&key.to_lowercase(), &keys) {
        Some(near) => format!("no section `{key}`, did you mean `{near}`?"),
        None => format!("no section `{key}`; the sections are: {}", keys.join(", ")),
    }
}

/// Returns the address, the section, the name or the word that was probably meant.
fn meant(query: &str, codes: &Codes) -> Option<String> {
    let candidates: Vec<String> = if let Some((_, key)) = query.split_once(['.', '/']) {
        codes.by_key(key).into_iter().map(Code::address).collect()
    } else {
        let of_codes = codes.all().flat_map(|code| [code.row.word.clone(), Some(code.name().to_owned())]);
        codes.sections().iter().map(|section| section.key.value.clone()).chain(of_codes.flatten()).collect()
    };
    let lower: Vec<String> = candidates.iter().map(|candidate| candidate.to_lowercase()).collect();
    let near = nearest(&query.to_lowercase(), &lower.iter().map(String::as_str).collect::<Vec<_>>())?;
    candidates.into_iter().find(|candidate| candidate.to_lowercase() == near)
}
