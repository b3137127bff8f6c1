//! The codes and the HTTP status of a text without a body.

use amo_codes_reply::private::{BETWEEN, LABELS, SENTENCES, STATUSES, number_after};

use super::context::Context;

/// The words before a code of another table.
const OTHERS: [&str; 6] = ["code", "error", "err", "errno", "err_code", "errcode"];

/// Returns the codes in a text, each once: numbers and addresses. `is_known`: whether the text is certainly about the table, so that
/// a number that it does not have is a code as well.
pub(super) fn codes(context: &Context, is_known: impl Fn() -> bool) -> Vec<String> {
    let table = context.codes;
    let mut found: Vec<(usize, String)> = addresses(context).collect();
    let mut add = |at: usize, number: i64| {
        let is_code = !table.by_number(number).is_empty();
        let is_status = table.is_amocrm && STATUSES.contains(&number);
        let is_unknown = || table.is_amocrm && number != 0 && !(400..600).contains(&number) && is_known();
        if (is_code && !is_status) || is_unknown() {
            found.push((at, number.to_string()));
        }
    };
    let others: &[&str] = if table.is_amocrm { &[] } else { &OTHERS };
    for (at, rest) in LABELS.iter().chain(others).flat_map(|label| after(&context.lower, label)) {
        if let Some((number, _)) = number_after(rest) {
            add(at, number);
        }
    }
    for (at, rest) in SENTENCES.iter().flat_map(|label| after(&context.lower, label)) {
        let ends = |rest: &str| rest.starts_with('.') || (rest.trim_matches(['"', '\'', ')']).is_empty() && is_known());
        let number = number_after(rest).filter(|(number, rest)| ends(rest) && !(400..600).contains(number));
        if let Some((number, _)) = number {
            add(at, number);
        }
    }
    found.sort();
    let mut codes: Vec<String> = Vec::new();
    for (_, code) in found {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Returns the addresses of the table in a text, such as `leads.244`.
fn addresses(context: &Context) -> impl Iterator<Item = (usize, String)> {
    let is_between = |letter: char| !(letter.is_alphanumeric() || "._-/".contains(letter));
    context.text.split(is_between).filter_map(|word| {
        let at = word.as_ptr() as usize - context.text.as_ptr() as usize;
        let (section, number) = word.trim_end_matches('.').split_once('.')?;
        let code = context.codes.lookup(section, number.parse().ok()?)?;
        Some((at, code.address()))
    })
}

/// Returns what follows each occurrence of the words, unless they are a part of a longer word.
fn after<'l>(text: &'l str, label: &'l str) -> impl Iterator<Item = (usize, &'l str)> {
    text.match_indices(label).filter_map(move |(start, _)| {
        let rest = &text[start + label.len()..];
        let is_word = !text[..start].ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric);
        is_word.then_some((start, rest))
    })
}

/// Returns whether an HTTP status is the whole text: `HTTP 403`, `504 Gateway Time-out`, `статус 429`. On standard input,
/// `status: 404` is a field of something.
pub(super) fn is_whole(context: &Context, at: usize, is_query: bool) -> bool {
    let (before, after) = (&context.lower[..at], &context.lower[at + 3..]);
    let is_label = |word: &str| {
        word.is_empty() || "http/1.1 http/2 status code error статус код ошибка ответ ошибки response".contains(word)
    };
    (is_query || !before.contains([':', '=']))
        && before.split([' ', ':', '=']).all(is_label)
        && after.split_whitespace().count() <= 3
        && !after.contains(|letter: char| letter.is_ascii_digit())
}

/// Returns whether an HTTP status is after amoCRM's words for a code, as its example for PHP prints it: `Код ошибки: 401`.
pub(super) fn is_labelled(context: &Context, at: usize) -> bool {
    context.lower[..at].trim_end_matches(|letter| BETWEEN.contains(letter)).ends_with("код ошибки")
}
