//! Finds the HTTP statuses in a text: numbers that its other words say are one.

/// Words before an HTTP status, whatever follows it. Underscores and hyphens are blanks.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "http", "http/1.0", "http/1.1", "http/2", "http/2.0", "http/3", "status", "statuscode", "status code", "http code", "httpcode",
    "httpstatus", "httpstatuscode", "response code", "responsecode", "статус", "статусом", "код ответа", "код состояния",
    "код статуса",
];
/// Words before the HTTP status of a failure, unless it counts something, as in `got 404 contacts`.
#[rustfmt::skip]
const WEAK: &[&str] = &[
    "error", "errors", "exception", "code", "errorcode", "response", "returned", "returns", "got", "api", "failed", "failure", "with",
    "answered", "responded", "reply", "received", "ошибка", "ошибки", "ошибку", "ошибкой", "ответ", "вернул", "вернула", "получили",
    "код", "кодом",
];
/// The beginnings of reason phrases, and what Python's requests writes instead.
#[rustfmt::skip]
const REASONS: &[&str] = &[
    "bad request", "unauthorized", "payment required", "forbidden", "not found", "method not allowed", "not acceptable",
    "request time", "conflict", "gone", "payload too", "request entity", "unsupported media", "unprocessable", "locked", "too many",
    "internal server", "bad gateway", "service unavail", "gateway time", "client error", "server error",
];
/// What may follow the status of a failure in a sentence.
#[rustfmt::skip]
const AFTER: &[&str] = &[
    "http", "https", "for", "from", "on", "in", "at", "when", "while", "after", "and", "error", "response", "при", "на", "от", "в", "для",
    "и", "amocrm", "kommo",
];
const METHODS: &[&str] = &["get", "post", "patch", "put", "delete", "head"];
/// What may be between the words and the number.
const BETWEEN: &str = " \t\"'`\\]:=>(#№*[<|-→–—";

/// An HTTP status, and where it is.
#[derive(Clone, Copy)]
pub(super) struct Status {
    pub(super) at: usize,
    pub(super) number: u16,
}

/// Returns the HTTP statuses in a text in lower case. Whatever number is directly before a body is one.
pub(super) fn statuses(text: &str, body: usize) -> impl Iterator<Item = Status> {
    let is_digits = |digits: &[u8]| matches!(digits, [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9']);
    let numbers = text.as_bytes().windows(3).enumerate().filter(move |(_, digits)| is_digits(digits));
    numbers.filter_map(move |(at, _)| {
        let (before, after) = (&text[..at], &text[at + 3..]);
        if is_part_of_number(before, after) {
            return None;
        }
        let number = text[at..at + 3].parse().ok()?;
        let is_between = |letter: char| letter.is_whitespace() || ":-–—)]`\"'.>".contains(letter);
        let is_before_body = body < text.len() && text.get(at + 3..body)?.chars().all(is_between);
        (is_before_body || is_status(before, number, after)).then_some(Status { at, number })
    })
}

/// Returns whether the digits between these texts are a part of something else: of a URL, a time, an amount, an id.
fn is_part_of_number(before: &str, after: &str) -> bool {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let mut last = before.chars().rev();
    let is_end = match last.next() {
        Some('.' | ',' | ':') => is_digit(last.next()),
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
    let label = before.trim_end_matches(|letter| BETWEEN.contains(letter));
    let start = label.char_indices().rev().nth(24).map_or(0, |(start, _)| start);
    let is_failure = number >= 400;
    // `404 Not Found`, `Too Many Requests (429)`
    let reason = after.trim_start_matches([' ', ':', '-', '—', '(', ')', ',', '"', '\'', '`']);
    let has_reason =
        |words: &&str| reason.starts_with(words) || (before.ends_with('(') && label[start..].contains(words));
    if is_failure && REASONS.iter().any(has_reason) {
        return true;
    }
    if label.len() == before.len() {
        return false;
    }
    // `POST /api/v4/leads 503`
    let mut words = label.rsplit([' ', '\t', '"', '\n']);
    let has_path = words.next().is_some_and(|path| path.contains('/'));
    if has_path && words.next().is_some_and(|method| METHODS.contains(&method)) {
        return true;
    }
    let label = label[start..].replace(['_', '-'], " ");
    let ends = |words: &&str| label.strip_suffix(words).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    if LABELS.iter().any(ends) {
        return true;
    }
    // `got 404 for /api/v4/leads`, but not `got 404 contacts`
    let next = after.strip_prefix(' ').unwrap_or("").split(|letter: char| !letter.is_alphanumeric()).next();
    let counts_nothing = next.is_none_or(|next| next.is_empty() || AFTER.contains(&next));
    let is_error = label.ends_with("error") || label.ends_with("exception");
    is_failure && counts_nothing && (is_error || WEAK.iter().any(ends))
}
