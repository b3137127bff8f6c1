//! The fields of one object of a body, and what they report.

use crate::Subject;
use crate::json::{Json, Map};
use crate::known_texts;
use crate::numbers::leading_code;
use crate::objects::CodeField;
use crate::report::{Report, number};

/// The fields of an object that are read: those of its keys that are among `names`, one of the lists in `objects`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields<'m> {
    pub(crate) map: &'m Map<'m>,
    names: &'static [&'static str],
}

/// The fields that hold human-readable text, the most specific ones first.
const TEXTS: [&str; 9] =
    ["error_reason", "hint", "message", "text", "detail", "error_description", "error", "title", "status"];
/// The fields that may be a number: a code, a status, an id or seconds.
const NUMBERS: [&str; 7] = ["error_code", "code", "status", "id", "entity_id", "request_id", "retry_after"];
/// The values of `status` that report a failure (S13, S34).
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

    /// Returns a text or a number other than 0. An `error` that is "0" is not one (S24).
    fn unless_zero(&self, name: &str) -> Option<&'m str> {
        self.get(name).filter(|value| number(value) != Some(0))
    }

    fn is_set(&self, name: &str) -> bool {
        self.unless_zero(name).is_some()
    }

    /// Returns whether `error` is `true`, a number, or an object other than `{"code": 0}`.
    fn has_error(&self) -> bool {
        match self.value("error") {
            None | Some(Json::Text(_) | Json::List(_)) => false,
            Some(Json::Map(map)) if is_code_zero(map) => false,
            Some(error) => !error.is_empty(),
        }
    }

    /// Returns the entity, or the item of the request, that the object concerns. The id 0 is not an entity (S36).
    pub(crate) fn subject(&self) -> Option<Subject<'m>> {
        let id = ["entity_id", "id"].iter().find_map(|name| self.unless_zero(name));
        id.map(|id| Subject::Entity(id.trim())).or_else(|| self.word("request_id").map(Subject::RequestItem))
    }

    pub(crate) fn has_code(&self) -> bool {
        self.get("code").or_else(|| self.get("error_code")).is_some()
    }

    /// Returns the number of an object that is a single error, whatever other keys it has.
    pub(crate) fn single_code(&self) -> Option<i64> {
        ["code", "error_code", "status"].iter().find_map(|name| self.number(name))
    }

    /// Returns what the texts report: the first text with a number, otherwise the first known text, otherwise
    /// the first text. A title is often only the name of the HTTP status.
    pub(crate) fn text(&self) -> Option<Report<'m>> {
        let texts = TEXTS.iter().filter_map(|&name| Some((name, self.unless_zero(name)?)));
        let mut texts = texts.filter(|&(name, text)| name != "status" || is_failed(text));
        let with_number = texts.clone().find(|(_, text)| leading_code(text).is_some());
        let is_known = |&(name, text): &(&str, &str)| name != "title" && known_texts::advice(text).is_some();
        let (key, text) = with_number.or_else(|| texts.clone().find(is_known)).or_else(|| texts.next())?;
        Some(Report { key: Some(key), ..Report::of_text(text) })
    }

    /// Returns what `error` and `error_code` report, in any object.
    pub(crate) fn envelope(&self, http: i64) -> Option<Report<'m>> {
        self.report_if(self.is_set("error_code") || self.is_set("error"), CodeField::HttpStatus, http)
    }

    /// Returns what an error reports, unless it has neither a text nor a code.
    pub(crate) fn error(&self, code: CodeField, http: i64) -> Option<Report<'m>> {
        self.report_if(["error_code", "code"].iter().chain(&TEXTS).any(|name| self.is_set(name)), code, http)
    }

    /// Returns the report of an object in which a field of an error is set, or an `error` without a text: then it sums up what is in there.
    fn report_if(&self, is_set: bool, code: CodeField, http: i64) -> Option<Report<'m>> {
        if !is_set && !self.has_error() {
            return None;
        }
        let report = self.report(code, http);
        Some(Report { is_summary: !is_set && !report.says_what_to_do(), ..report })
    }

    /// Returns the report of an action whose `status` is not `success` (S16). With `is_any_status`, of an item or an action that
    /// reads: they may have a `status` of their own, so only the known values count (S43).
    pub(crate) fn failed_action(&self, is_any_status: bool) -> Option<Report<'m>> {
        let status = self.word("status")?;
        let is_failed = is_failed(status);
        if number(status).is_some() || status.eq_ignore_ascii_case("success") || (is_any_status && !is_failed) {
            return None;
        }
        let (text, error_key) = if is_failed { (status, None) } else { ("", Some(status)) };
        Some(Report { key: Some("status"), text, error_key, is_summary: true, ..Report::default() })
    }

    /// Returns the report of an object that is an error.
    fn report(&self, code: CodeField, http: i64) -> Report<'m> {
        let report = self.text().unwrap_or_default();
        if let Some(error_code) = self.word("error_code") {
            return match number(error_code) {
                Some(0) => report,
                Some(number) => Report { number: Some(number), key: Some("error_code"), ..report },
                None => report.with_error_key("error_code", error_code),
            };
        }
        let status = self.number("status").filter(|&status| status >= 100);
        match (self.word("code"), status) {
            (Some(word), _) => code.read(word, http, report),
            (None, Some(status)) => code.read_number("status", status, http, report),
            (None, None) => report,
        }
    }
}

/// Returns whether an object says that nothing went wrong (S44).
pub(crate) fn is_code_zero(map: &Map<'_>) -> bool {
    Fields::new(map, &["code", "error_code"]).single_code() == Some(0)
}

/// Returns whether errors may appear instead of the text of a field.
pub(crate) fn is_text_field(key: &str) -> bool {
    TEXTS.contains(&key)
}

/// Returns whether a `status` reports a failure.
pub(crate) fn is_failed(status: &str) -> bool {
    FAILED.iter().any(|failed| failed.eq_ignore_ascii_case(status)) || known_texts::advice(status).is_some()
}
