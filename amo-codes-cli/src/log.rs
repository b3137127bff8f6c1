//! Reads a line of a log: its codes, the path of the request and the body of a reply.

mod body;
mod numbers;
mod path;

use amo_codes_reply::Reply;

use crate::table::Codes;

/// What a line of a log says.
pub(crate) struct Line {
    /// The numbers of codes, in the line's order.
    pub(crate) numbers: Vec<i64>,
    /// The path or URL of the request.
    pub(crate) path: Option<String>,
    pub(crate) reply: Option<Reply>,
}

/// Reads a line; `None` if it does not say anything about codes.
pub(crate) fn read(text: &str, codes: &Codes) -> Option<Line> {
    // PHP writes JSON in this way.
    let text = text.replace("\\/", "/");
    let path = path::find(&text, codes).map(str::to_owned);
    if codes.is_amocrm {
        if let Some(reply) = body::find(&text, path.as_deref()) {
            let mut numbers: Vec<i64> = Vec::new();
            for number in reply.findings().iter().filter_map(amo_codes_reply::Finding::number) {
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
            return Some(Line { numbers, path, reply: Some(reply) });
        }
    }
    let numbers = numbers::find(&text);
    if numbers.is_empty() { None } else { Some(Line { numbers, path, reply: None }) }
}
