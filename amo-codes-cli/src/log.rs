//! Reads a line of a log: its codes, the path of the request and the body of a reply.

mod body;
mod numbers;
mod path;

use amo_codes_reply::{Finding, Reply};

use self::body::Objects;
pub(crate) use self::path::path_of;
use crate::table::Codes;

/// What a line of a log says.
pub(crate) struct Line {
    /// The numbers of codes, in the line's order.
    pub(crate) numbers: Vec<i64>,
    /// The path of the request.
    pub(crate) path: Option<String>,
    pub(crate) reply: Option<Reply>,
}

/// Reads a line; `None` if it does not say anything about codes.
pub(crate) fn read(text: &str, codes: &Codes) -> Option<Line> {
    // PHP writes JSON in this way.
    let text = text.replace("\\/", "/");
    let path = || path::find(&text, codes);
    let objects = Objects::of(&text);
    if let Some(reply) = objects.find_reply(path, codes) {
        let numbers = numbers_of(&reply);
        // For another table, only the number in a reply counts: what else it says is read as amoCRM's.
        if codes.is_amocrm || !numbers.is_empty() {
            return Some(Line { numbers, path: path(), reply: Some(reply).filter(|_| codes.is_amocrm) });
        }
    }
    let mut numbers = numbers::find(&objects.without_replies());
    // `error_code=0` is a success, unless the table says otherwise.
    numbers.retain(|number| *number != 0 || !codes.by_number(0).is_empty());
    if numbers.is_empty() { None } else { Some(Line { numbers, path: path(), reply: None }) }
}

/// Returns the numbers that a reply reports, each once.
fn numbers_of(reply: &Reply) -> Vec<i64> {
    let mut numbers = Vec::new();
    for number in reply.findings().iter().filter_map(Finding::number) {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}
