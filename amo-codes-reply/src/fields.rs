//! The fields of one object of a body, and the failure that they describe.

use amo_codes::{Code, HttpStatus};

use crate::failure::{Failure, Kind, Subject, http_status, is_http_failure, is_never_http_failure, number};
use crate::json::{Json, Map};
use crate::known_texts;

/// The fields of an object that are read: those of its keys that are among `names`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields<'m> {
    pub(crate) map: &'m Map<'m>,
    names: &'static [&'static str],
}

/// The fields of an error that hold human-readable text, the most specific ones first.
pub(crate) const TEXTS: [&str; 9] =
    ["error_reason", "message", "text", "detail", "error_description", "error", "hint", "title", "status"];
/// The fields that may be a number: a code, a status, an id or seconds.
const NUMBERS: [&str; 7] = ["error_code", "code", "status", "id", "entity_id", "request_id", "retry_after"];
/// The values of `status` that report a failure.
const FAILED: [&str; 3] = ["fail", "failed", "error"];

impl<'m> Fields<'m> {
    pub(crate) fn new(map: &'m Map<'m>, names: &'static [&'static str]) -> Self {
        Self { map, names }
    }

    pub(crate) fn is_field(&self, key: &str) -> bool {
        self.names.contains(&key)
    }

    /// Returns whether the object has a key, whatever its value is.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.map.iter().any(|(name, _)| name == key)
    }

    /// Returns the last value of a field, as JSON parsers do.
    fn value(&self, name: &str) -> Option<&'m Json<'m>> {
        let value = self.map.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value);
        value.filter(|_| self.is_field(name))
    }

    /// Returns the text or the digits of a field, unless it is missing or blank.
    pub(crate) fn get(&self, name: &str) -> Option<&'m str> {
        match self.value(name)? {
            Json::Text(text) => Some(&**text),
            Json::Number(digits) if NUMBERS.contains(&name) => Some(digits.as_str()),
            _ => None,
        }
        .filter(|text| !text.trim().is_empty())
    }

    /// Returns a field without the white space around it: an id, a key or a status.
    pub(crate) fn word(&self, name: &str) -> Option<&'m str> {
        self.get(name).map(str::trim)
    }

    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.get(name).and_then(number)
    }

    /// Returns whether a field has a text or a number other than 0.
    pub(crate) fn is_set(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| number(value) != Some(0))
    }

    /// Returns whether `error` is `true`, a number or an object.
    fn has_error(&self) -> bool {
        match self.value("error") {
            None | Some(Json::Text(_) | Json::List(_)) => false,
            Some(Json::Map(map)) if Fields::new(map, &["code", "error_code"]).single_code() == Some(0) => false,
            Some(error) => !error.is_empty(),
        }
    }

    /// Returns the entity, or the item of the request, that the object concerns. The id 0 is not an entity.
    pub(crate) fn subject(&self) -> Option<Subject<'m>> {
        let id = ["entity_id", "id"].iter().find_map(|name| self.word(name).filter(|id| number(id) != Some(0)));
        id.map(Subject::Entity).or_else(|| self.word("request_id").map(Subject::Item))
    }

    /// Returns the failure that the text of one of these fields describes: of the first text with a number, otherwise of
    /// the first known text, otherwise of the first text. A title is often only the name of the HTTP status.
    pub(crate) fn text_among(&self, names: &[&'static str]) -> Option<Failure<'m>> {
        let texts = names.iter().filter_map(|&name| Some((name, self.get(name)?)));
        let mut texts = texts.filter(|&(name, text)| name != "status" || is_failed(text));
        let with_number = texts.clone().find(|(_, text)| known_texts::number(text).is_some());
        let is_known = |&(name, text): &(&str, &str)| name != "title" && known_texts::advice(text).is_some();
        let (key, text) = with_number.or_else(|| texts.clone().find(is_known)).or_else(|| texts.next())?;
        Some(Failure { key: Some(key), ..Failure::of_text(text) })
    }

    /// Returns the failure that `error` and `error_code` describe, at any place.
    pub(crate) fn envelope(&self, http: HttpStatus, has_findings: bool) -> Option<Failure<'m>> {
        let is_error = self.is_set("error_code") || self.is_set("error") || (self.has_error() && !has_findings);
        is_error.then(|| self.failure(Kind::Table, http))
    }

    /// Returns the failure of an action whose `status` is not `success`. With `is_any_status`, of an item or an action that
    /// reads: they may have a `status` of their own, so only the known values count.
    pub(crate) fn failed_action(&self, is_any_status: bool) -> Option<Failure<'m>> {
        let status = self.word("status")?;
        let is_failed = is_failed(status);
        if number(status).is_some() || status.eq_ignore_ascii_case("success") || (is_any_status && !is_failed) {
            return None;
        }
        let (text, error_key) = if is_failed { (status, None) } else { ("", Some(status)) };
        Some(Failure { key: Some("status"), text, error_key, ..Failure::default() })
    }

    /// Returns the failure that an error of a container describes; `kind` says what its `code` holds.
    pub(crate) fn error(&self, kind: Kind, http: HttpStatus, has_findings: bool) -> Option<Failure<'m>> {
        let is_error = ["error_code", "code"].iter().chain(&TEXTS).any(|name| self.is_set(name));
        let is_error = is_error || (self.has_error() && !has_findings);
        is_error.then(|| self.failure(kind, http))
    }

    /// Returns the code of an object that is a single error, whatever other keys it has.
    pub(crate) fn single_code(&self) -> Option<i64> {
        ["code", "error_code", "status"].iter().find_map(|name| self.number(name))
    }

    /// Returns the failure of an object that is an error.
    pub(crate) fn failure(&self, kind: Kind, http: HttpStatus) -> Failure<'m> {
        let failure = self.text_among(&TEXTS).unwrap_or_default();
        if let Some(code) = self.word("error_code") {
            return match number(code) {
                Some(0) => failure,
                Some(number) => Failure { number: Some(number), key: Some("error_code"), ..failure },
                None => keyed("error_code", code, failure),
            };
        }
        match self.word("code") {
            Some(code) => read_code(code, kind, http, failure),
            None => self.read_status(http, failure),
        }
    }

    /// Reads the `status` of an error without a code: a code of the table or an HTTP status.
    fn read_status(&self, http: HttpStatus, failure: Failure<'m>) -> Failure<'m> {
        let Some(status) = self.number("status") else { return failure };
        let is_another = status != i64::from(http.as_u16());
        if is_another && (is_never_http_failure(status) || !Code::meanings(status).is_empty()) {
            let decided = Failure { number: Some(status), key: Some("status"), ..failure };
            return if failure.number.is_none() { decided } else { failure };
        }
        Failure { status: http_status(status).filter(|status| status.as_u16() >= 400), ..failure }
    }
}

pub(crate) fn read_code<'m>(code: &'m str, kind: Kind, http: HttpStatus, failure: Failure<'m>) -> Failure<'m> {
    let Some(number) = number(code).filter(|_| kind != Kind::Word) else { return keyed("code", code, failure) };
    if number == 0 || number == i64::from(http.as_u16()) {
        // There is no code, or it repeats the HTTP status.
        return failure;
    }
    if is_http_failure(number) {
        let is_status = kind == Kind::Http || Code::meanings(number).is_empty();
        if is_status || failure.number.is_some() {
            return Failure { status: http_status(number), ..failure };
        }
    }
    Failure { number: Some(number), key: Some("code"), ..failure }
}

/// Adds the key of an error, which decides if there is no text.
fn keyed<'m>(name: &'static str, error_key: &'m str, failure: Failure<'m>) -> Failure<'m> {
    Failure { error_key: Some(error_key), key: failure.key.or(Some(name)), ..failure }
}

pub(crate) fn is_failed(status: &str) -> bool {
    let status = status.trim();
    FAILED.iter().any(|failed| failed.eq_ignore_ascii_case(status)) || known_texts::advice(status).is_some()
}
