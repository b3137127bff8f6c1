//! What a text says around the bodies in it: the path of the request, its HTTP status, and whether it is about amoCRM.

use std::cell::OnceCell;

use crate::table::Codes;

/// Words before an HTTP status, whatever follows it. Underscores and hyphens are blanks.
#[rustfmt::skip]
const LABELS: [&str; 20] = [
    "http", "http/1.0", "http/1.1", "http/2", "http/2.0", "http/3", "status", "statuscode", "status code", "http code", "httpcode",
    "httpstatus", "httpstatuscode", "response code", "responsecode", "статус", "статусом", "код ответа", "код состояния",
    "код статуса",
];
/// Words before the HTTP status of a failure, unless it counts something, as in `got 404 contacts`.
#[rustfmt::skip]
const WEAK: [&str; 27] = [
    "error", "errors", "exception", "code", "errorcode", "response", "returned", "returns", "got", "api", "failed", "failure", "with",
    "answered", "responded", "reply", "received", "ошибка", "ошибки", "ошибку", "ошибкой", "ответ", "вернул", "вернула", "получили",
    "код", "кодом",
];
/// The beginnings of reason phrases, and what Python's requests writes instead.
#[rustfmt::skip]
const REASONS: [&str; 22] = [
    "bad request", "unauthorized", "payment required", "forbidden", "not found", "method not allowed", "not acceptable",
    "request time", "conflict", "gone", "payload too", "request entity", "unsupported media", "unprocessable", "locked", "too many",
    "internal server", "bad gateway", "service unavail", "gateway time", "client error", "server error",
];
/// What may follow the status of a failure in a sentence.
#[rustfmt::skip]
const AFTER: [&str; 21] = [
    "http", "https", "for", "from", "on", "in", "at", "when", "while", "after", "and", "error", "response", "при", "на", "от", "в", "для", "и", "amocrm",
    "kommo",
];
const METHODS: [&str; 6] = ["get", "post", "patch", "put", "delete", "head"];
/// What may be between the words and the number.
const BETWEEN: &str = " \t\"'`\\]:=>(#№*[<|-→–—";

/// The text around the bodies.
pub(super) struct Context<'c> {
    pub(super) text: &'c str,
    pub(super) lower: String,
    pub(super) codes: &'c Codes,
    /// Where a name of amoCRM counts: the line before a text is often about something else.
    start: usize,
    /// The paths of requests, where they are, and whether a section of the table has them.
    paths: OnceCell<Vec<(usize, &'c str, bool)>>,
}

/// An HTTP status, and where it is.
#[derive(Clone, Copy)]
pub(super) struct Status {
    pub(super) at: usize,
    pub(super) number: u16,
}

impl<'c> Context<'c> {
    pub(super) fn new(text: &'c str, start: usize, codes: &'c Codes) -> Self {
        Self { text, lower: lower(text), codes, start, paths: OnceCell::new() }
    }

    /// Returns whether the text before this place names amoCRM, or has a path that a section of the table has.
    pub(super) fn is_named(&self, end: usize) -> bool {
        let mut names = ["amocrm", "kommo", "amojo"].iter().flat_map(|name| self.lower.match_indices(name));
        self.codes.is_amocrm
            && (names.any(|(at, name)| (self.start..end).contains(&at) && self.is_name(at, at + name.len()))
                || self.paths().iter().any(|(at, _, is_specific)| (self.start..end).contains(at) && *is_specific))
    }

    /// Returns whether a name of amoCRM is not that of another program, such as `amocrm-sync`, nor a part of a path.
    fn is_name(&self, start: usize, end: usize) -> bool {
        let (before, after) = (&self.lower[..start], &self.lower[end..]);
        let is_of_name = |letter: char| letter.is_alphanumeric() || "-_.\\".contains(letter);
        let rest = after[..after.len() - after.trim_start_matches(is_of_name).len()].trim_end_matches(['.', '\\']);
        if before.ends_with(['.', '/']) {
            return [".ru", ".com"].iter().any(|domain| rest.starts_with(domain));
        }
        let kinds = ["api", "client", "error", "exception", "sdk", "http", "request", "response"];
        let is_part = before.ends_with(|letter: char| letter.is_alphanumeric() || "-_@\\".contains(letter));
        !is_part && (rest.is_empty() || kinds.iter().any(|kind| rest.contains(kind)))
    }

    /// Returns the path of the request before this place: the nearest one of the table, otherwise another one of amoCRM's.
    pub(super) fn path_before(&self, end: usize) -> Option<String> {
        let paths = || self.paths().iter().rev().filter(|(at, ..)| *at < end);
        let nearest = paths().find(|(.., is_specific)| *is_specific).or_else(|| paths().next());
        nearest.map(|(_, path, _)| (*path).to_owned())
    }

    fn paths(&self) -> &[(usize, &'c str, bool)] {
        self.paths.get_or_init(|| {
            let is_between = |letter: char| letter.is_whitespace() || "\"'`<>()[]{},;|=\\".contains(letter);
            let words = self.text.split(is_between).filter(|word| word.contains('/'));
            let paths = words.filter_map(|word| {
                let path = path_of(word.trim_end_matches(['.', ':', '!']));
                // PHP's library writes `https://acme.amocrm.ru//api/v4/leads`.
                let path = if path.starts_with("//") { &path[1..] } else { path };
                // Every path matches `/`.
                let is_specific = self.codes.match_path(path).is_some_and(|(_, pattern)| pattern != "/");
                let starts = ["/api/", "/private/api/", "/ajax/", "/oauth2/"];
                let is_request = || starts.iter().any(|start| path.starts_with(start)) || word.contains("//amojo.");
                let at = word.as_ptr() as usize - self.text.as_ptr() as usize;
                (is_specific || is_request()).then_some((at, path, is_specific))
            });
            paths.collect()
        })
    }

    /// Returns the nearest HTTP status before a body.
    pub(super) fn status_before(&self, body: usize) -> Option<Status> {
        self.statuses(body).take_while(|status| status.at < body).last()
    }

    /// Returns the first HTTP status of a failure.
    pub(super) fn failing_status(&self) -> Option<Status> {
        self.statuses(self.text.len()).find(|status| status.number >= 400)
    }

    fn statuses(&self, body: usize) -> impl Iterator<Item = Status> {
        let bytes = self.lower.as_bytes();
        let numbers = bytes
            .windows(3)
            .enumerate()
            .filter(|(_, number)| matches!(number, [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9']));
        numbers.filter_map(move |(at, _)| {
            let (before, after) = (&self.lower[..at], &self.lower[at + 3..]);
            if is_part_of_number(before, after) {
                return None;
            }
            let number = self.lower[at..at + 3].parse().ok()?;
            let is_between = |letter: char| letter.is_whitespace() || ":-–—)]`\"'.>".contains(letter);
            let is_before_body = body < self.text.len() && self.lower.get(at + 3..body)?.chars().all(is_between);
            (is_before_body || is_status(before, number, after)).then_some(Status { at, number })
        })
    }

    /// Returns the HTML page after a status: with 404, it means that the route is wrong, not that an entity does not exist.
    pub(super) fn page_after(&self, status: Status) -> Option<&'c str> {
        let starts = ["<!doctype html", "<html", "<head", "<title"];
        let start = starts.iter().filter_map(|start| self.lower[status.at..].find(start)).min()?;
        Some(&self.text[status.at + start..])
    }

    /// Returns the text after a status, if a colon or a dash introduces it.
    pub(super) fn message_after(&self, status: Status) -> &'c str {
        let rest = self.text[status.at + 3..]
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches(['`', '"', '\'', ')', ']']);
        let message = [":", " - ", " — ", " – "].iter().find_map(|start| rest.strip_prefix(start)).unwrap_or_default();
        if message.contains("://") { "" } else { message.trim() }
    }
}

/// Returns the path of a URL, without host and query.
pub(crate) fn path_of(url: &str) -> &str {
    amo_codes::private::path_of(url)
}

/// Returns a text in lower case, with every letter in its place.
fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = |letter: char| letter.to_lowercase().next().filter(|lower| lower.len_utf8() == letter.len_utf8());
    text.chars().map(|letter| lower(letter).unwrap_or(letter)).collect()
}

/// Returns whether the digits between these texts are a part of something else: of a URL, a time, an amount, an id.
pub(super) fn is_part_of_number(before: &str, after: &str) -> bool {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let mut last = before.chars().rev();
    let is_end = match last.next() {
        Some('.' | ',' | ':') => is_digit(last.next()),
        Some('-') => last.next().is_some_and(char::is_alphanumeric),
        Some(letter) => letter.is_alphanumeric() || "_#$€/".contains(letter),
        None => false,
    };
    let mut next = after.chars();
    let is_beginning = match next.next() {
        Some('.' | ',' | ':' | '/') => is_digit(next.next()),
        Some('-') => next.next().is_some_and(char::is_alphanumeric),
        Some(letter) => letter.is_alphanumeric() || "_%".contains(letter),
        None => false,
    };
    // `?page=403`
    let word = before
        .rsplit(|letter: char| letter.is_whitespace() || "\"'`,;([{|".contains(letter))
        .next()
        .unwrap_or_default();
    is_end || is_beginning || word.contains(['/', '?'])
}

/// Returns whether a text is or begins with the reason phrase of a failure.
pub(super) fn is_reason(text: &str) -> bool {
    let text = text.to_lowercase();
    REASONS.iter().any(|words| text.starts_with(words))
}

/// Returns whether a number between these texts is an HTTP status.
fn is_status(before: &str, number: u16, after: &str) -> bool {
    let reason = after.trim_start_matches([' ', ':', '-', '—', '(', ')', ',', '"', '\'', '`']);
    let has_reason = number >= 400 && REASONS.iter().any(|words| reason.starts_with(words));
    let label = before.trim_end_matches(|letter| BETWEEN.contains(letter));
    // `Too Many Requests (429)`
    let start = label.char_indices().rev().nth(24).map_or(0, |(start, _)| start);
    let is_after_reason =
        number >= 400 && before.ends_with('(') && REASONS.iter().any(|words| label[start..].contains(words));
    if has_reason || is_after_reason || label.len() == before.len() {
        return has_reason || is_after_reason;
    }
    // `POST /api/v4/leads 503`
    let mut words = label.rsplit([' ', '\t', '"', '\n']);
    if words.next().is_some_and(|path| path.contains('/'))
        && words.next().is_some_and(|method| METHODS.contains(&method))
    {
        return true;
    }
    let label = label[start..].replace(['_', '-'], " ");
    let ends = |words: &&&str| label.strip_suffix(**words).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    if LABELS.iter().any(|words| ends(&words)) {
        return true;
    }
    let is_weak = || WEAK.iter().any(|words| ends(&words)) || label.ends_with("error") || label.ends_with("exception");
    let next = after
        .split(|letter: char| !letter.is_alphanumeric())
        .nth(usize::from(after.starts_with(' ')))
        .unwrap_or_default();
    number >= 400 && (!after.starts_with(' ') || next.is_empty() || AFTER.contains(&next)) && is_weak()
}
