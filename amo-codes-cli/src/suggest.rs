//! What was probably meant by a query that nothing was found for.

use std::path::Path;

use amo_codes_table::nearest;

use crate::query::{addresses, is_code, is_number};
use crate::table::{Code, Codes};

/// What the number of a code must follow in a line.
const LABELS: &str = "words such as `Код ошибки`, `Error code` or `error_code`";

/// Returns what to say about a number that the table does not have.
pub(crate) fn unknown_number(number: i64, codes: &Codes) -> String {
    let numbers = || codes.all().map(Code::number);
    let below = numbers().filter(|other| *other < number).max();
    let above = numbers().filter(|other| *other > number).min();
    let nearest: Vec<String> = below.into_iter().chain(above).map(|number| number.to_string()).collect();
    format!("unknown code {number} (nearest: {}){}", nearest.join(", "), as_status(number, codes))
}

/// Returns what to say about a number that is rather an HTTP status.
fn as_status(number: i64, codes: &Codes) -> String {
    let Some(status) = u16::try_from(number).ok().filter(|number| (100..600).contains(number)) else {
        return String::new();
    };
    match &*codes.by_http_status(status) {
        [] if status < 400 => String::new(),
        [] => format!("; {status} is an HTTP status, and no code is documented with it"),
        documented => format!("; {status} is an HTTP status; documented with it: {}", addresses(documented)),
    }
}

/// Returns what to say about a text that is not in the table.
pub(crate) fn unknown_name(name: &str, codes: &Codes) -> String {
    if is_file(name) {
        return explain_file(name);
    }
    let message = format!("nothing in the table matches `{name}`");
    if let Some(number) = number_in(name, codes) {
        return format!(
            "{message}; in a line, a number counts only after {LABELS}; to look up the number itself, run `amo-codes {number}`"
        );
    }
    match meant(&name.to_lowercase(), codes) {
        Some(meant) => format!("{message}, did you mean `{meant}`?"),
        None => format!("{message}; `amo-codes --all` shows the whole table"),
    }
}

/// Returns the number among the words of a line, preferably one that the table has.
fn number_in<'l>(line: &'l str, codes: &Codes) -> Option<&'l str> {
    let numbers = || line.split_whitespace().filter(|word| is_number(word, codes));
    let number = numbers().find(|number| is_code(number, codes)).or_else(|| numbers().next())?;
    Some(number.trim_matches(|letter: char| !letter.is_ascii_digit() && letter != '-'))
}

/// Returns what to say about standard input without a code.
pub(crate) fn no_code() -> String {
    format!("no code in standard input; a line must be a code of the table, or have a number after {LABELS}")
}

pub(crate) fn is_file(name: &str) -> bool {
    Path::new(name).is_file()
}

/// Returns how to explain what a file contains.
pub(crate) fn explain_file(name: &str) -> String {
    format!(
        "`{name}` is a file: run `amo-codes < {name}`, or for a saved reply `amo-codes reply --path … --status … {name}`"
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

/// Returns the address, the section or the name that was probably meant.
fn meant(query: &str, codes: &Codes) -> Option<String> {
    let keys: Vec<&str> = codes.sections().iter().map(|section| section.key.value.as_str()).collect();
    if let Some((key, number)) = query.split_once(['.', '/']) {
        return codes.lookup(nearest(key, &keys)?, number.parse().ok()?).map(Code::address);
    }
    if let Some(key) = nearest(query, &keys) {
        return Some(key.to_owned());
    }
    let lower: Vec<String> = codes.all().map(|code| code.name().to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let near = nearest(query, &lower)?;
    codes.all().map(Code::name).find(|name| name.to_lowercase() == near).map(str::to_owned)
}
