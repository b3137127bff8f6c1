//! The fields of one object of a body, and the failure that they describe.

use core::iter;
use std::borrow::Cow;
use std::vec::Vec;

use crate::reply::grammar::{Field, Kind, Place};
use crate::reply::known_texts;
use crate::{Advice, Code, HttpStatus};

/// The fields of an object that describe a failure, each at most once. If JSON has a key twice, the last one counts.
#[derive(Debug, Default)]
pub(super) struct Fields<'b> {
    values: Vec<Value<'b>>,
    /// Whether `error` is `true`, a number or an object.
    pub(super) is_error: bool,
    /// Whether the object has a container of errors of its own.
    pub(super) has_errors: bool,
    /// Whether the object has fields that are not read.
    pub(super) has_others: bool,
}

/// The value of a field, without the white space around it. A number is kept as its digits.
#[derive(Debug)]
struct Value<'b> {
    field: Field,
    /// The number of findings before it.
    index: usize,
    text: Cow<'b, str>,
}

/// A failure, as an object or a text of the body describes it.
#[derive(Debug, Default)]
pub(super) struct Failure<'a> {
    /// Its index among the findings.
    pub(super) index: usize,
    /// The key of the field that decided, or `None` if it is the object itself.
    pub(super) key: Option<&'static str>,
    pub(super) number: Option<u16>,
    /// The HTTP status that the body gives, which may differ from the reply's.
    pub(super) status: Option<HttpStatus>,
    /// The next step, if the kind of reply determines it.
    pub(super) advice: Option<Advice>,
    pub(super) text: &'a str,
    pub(super) error_key: Option<&'a str>,
    pub(super) entity: Option<Entity<'a>>,
    pub(super) field: Option<&'a str>,
}

/// The entity, or the batch item, that a failure concerns.
#[derive(Debug, Clone, Copy)]
pub(super) enum Entity<'a> {
    /// An entity, by its id.
    Id(&'a str),
    /// A batch item, by its `request_id`.
    RequestId(&'a str),
}

/// The fields of an error that hold human-readable text, the most specific ones first.
const TEXTS: [Field; 8] = [
    Field::Message,
    Field::Text,
    Field::Detail,
    Field::Description,
    Field::Error,
    Field::Hint,
    Field::Title,
    Field::Status,
];
/// The values of `status` that report a failure.
const FAILED: [&str; 3] = ["fail", "failed", "error"];

impl<'b> Fields<'b> {
    /// Sets a field; `index` is the number of findings before it.
    pub(super) fn set(&mut self, field: Field, index: usize, text: Cow<'b, str>) {
        match self.values.iter_mut().find(|value| value.field == field) {
            Some(value) => (value.index, value.text) = (index, text),
            None => self.values.push(Value { field, index, text }),
        }
    }

    /// Records that the object has a key with a value at this place.
    pub(super) fn note(&mut self, place: Place) {
        match place {
            Place::Field(Field::Links) => self.set(Field::Links, 0, "given".into()),
            Place::Errors(_) => self.has_errors = true,
            Place::Skip => self.has_others = true,
            _ => {}
        }
    }

    /// Returns the text of a field, unless it is missing or empty.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.find(field).map(|value| &*value.text)
    }

    /// Returns how many findings were before a field, which must exist.
    pub(super) fn index(&self, field: Field) -> usize {
        self.find(field).map_or(0, |value| value.index)
    }

    fn find(&self, field: Field) -> Option<&Value<'b>> {
        self.values.iter().find(|value| value.field == field && !value.text.is_empty())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty() && !self.has_others
    }

    /// Returns whether the object has `_links`, as every entity of v4 has and no error does.
    pub(super) fn is_resource(&self) -> bool {
        self.get(Field::Links).is_some()
    }

    /// Returns the entity, or the batch item, that the object concerns.
    pub(super) fn entity(&self) -> Option<Entity<'_>> {
        self.get(Field::Id).map(Entity::Id).or_else(|| self.get(Field::RequestId).map(Entity::RequestId))
    }

    /// Returns the failure that the text of one of these fields describes: of the first text with a number, otherwise of
    /// the first known text, otherwise of the first text. A title is often only the name of the HTTP status.
    pub(super) fn text_among(&self, fields: &[Field]) -> Option<Failure<'_>> {
        let is_text = |value: &&Value<'b>| value.field != Field::Status || is_failed(&value.text);
        let mut values = fields.iter().filter_map(|&field| self.find(field)).filter(is_text);
        let (first, others) = (values.next()?, values);
        let mut all = iter::once(first).chain(others);
        let with_number = all.clone().find_map(|value| Some((value, known_texts::number(&value.text)?)));
        let is_known = |value: &&Value<'b>| value.field != Field::Title && known_texts::advice(&value.text).is_some();
        let (value, number) = match with_number {
            Some((value, number)) => (value, Some(number)),
            None => (all.find(is_known).unwrap_or(first), None),
        };
        Some(Failure { index: value.index, key: Some(value.field.key()), number, text: &value.text, ..self.subject() })
    }

    /// Returns a failure with what the object concerns and nothing else.
    fn subject(&self) -> Failure<'_> {
        Failure { entity: self.entity(), field: self.get(Field::Path), ..Failure::default() }
    }

    /// Returns the failure that `error` and `error_code` describe, at any place.
    pub(super) fn envelope(&self, http: HttpStatus) -> Option<Failure<'_>> {
        let has_error = self.get(Field::Error).is_some_and(|error| number(error) != Some(0));
        let has_code = self.get(Field::ErrorCode).is_some_and(|code| number(code) != Some(0));
        if has_code || self.is_error || has_error { Some(self.failure(Kind::Table, http)) } else { None }
    }

    /// Returns the failure of an action whose `status` is not `success`.
    pub(super) fn failed_action(&self) -> Option<Failure<'_>> {
        let status = self.find(Field::Status)?;
        let is_number = status.text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number || status.text.eq_ignore_ascii_case("success") {
            return None;
        }
        let (text, error_key) = if is_failed(&status.text) { (&*status.text, None) } else { ("", Some(&*status.text)) };
        Some(Failure { key: Some(Field::Status.key()), text, error_key, ..self.subject() })
    }

    /// Returns the failure of one item of an action. An item may have a `status` of its own, so only the known values
    /// count.
    pub(super) fn failed_item(&self) -> Option<Failure<'_>> {
        self.failed_action().filter(|failure| !failure.text.is_empty())
    }

    /// Returns the failure that an error of a container describes; `kind` says what its `code` holds.
    pub(super) fn error(&self, kind: Kind, http: HttpStatus) -> Option<Failure<'_>> {
        let code = self.get(Field::ErrorCode).or_else(|| self.get(Field::Code)).or_else(|| self.get(Field::Status));
        let has_code = code.is_some_and(|code| number(code) != Some(0));
        let has_text = || TEXTS.iter().any(|&field| self.get(field).is_some_and(|text| number(text) != Some(0)));
        if has_code || self.is_error || has_text() { Some(self.failure(kind, http)) } else { None }
    }

    /// Returns whether the object is a single error, with a code or a text of its own.
    pub(super) fn is_one_error(&self) -> bool {
        [Field::Code, Field::ErrorCode, Field::Message, Field::Detail].iter().any(|&field| self.get(field).is_some())
    }

    /// Returns whether a code is given, which may be 0.
    pub(super) fn has_code(&self) -> bool {
        [Field::Code, Field::ErrorCode].iter().any(|&field| self.get(field).is_some())
    }

    fn failure(&self, kind: Kind, http: HttpStatus) -> Failure<'_> {
        let mut failure = self.text_among(&TEXTS).unwrap_or_else(|| self.subject());
        let code = self.find(Field::ErrorCode).map(|code| (code, Kind::Table, true));
        let code = code.or_else(|| self.find(Field::Code).map(|code| (code, kind, false)));
        let Some((code, kind, is_certain)) = code else {
            if kind != Kind::Word {
                self.read_status(&mut failure, http);
            }
            return failure;
        };
        let number = number(&code.text).filter(|_| kind != Kind::Word);
        if number == Some(http.as_u16()) && !is_certain {
            // It repeats the HTTP status.
            return failure;
        }
        let status = number.filter(|number| !is_certain && (400..=599).contains(number)).and_then(HttpStatus::from_u16);
        if number.is_none() {
            failure.error_key = Some(&code.text);
        }
        let decides = number.is_some() && (status.is_none() || (failure.number.is_none() && kind == Kind::Table));
        if decides || failure.text.is_empty() {
            (failure.key, failure.index) = (Some(code.field.key()), code.index);
        }
        if decides {
            failure.number = number;
        }
        if kind == Kind::Http {
            failure.status = status;
        }
        failure
    }

    /// Reads the `status` of an error without a code: a code of the table or an HTTP status.
    fn read_status(&self, failure: &mut Failure<'_>, http: HttpStatus) {
        let Some((status, number)) = self.find(Field::Status).and_then(|status| Some((status, number(&status.text)?)))
        else {
            return;
        };
        let is_another = number != http.as_u16();
        if is_another && (is_never_http_failure(number) || !Code::meanings(number.into()).is_empty()) {
            if failure.number.is_none() {
                (failure.number, failure.key, failure.index) = (Some(number), Some(status.field.key()), status.index);
            }
        } else {
            failure.status = HttpStatus::from_u16(number).filter(|status| status.as_u16() >= 400);
        }
    }
}

/// Returns whether a value of `status` reports a failure.
pub(super) fn is_failed(status: &str) -> bool {
    FAILED.iter().any(|failed| failed.eq_ignore_ascii_case(status)) || known_texts::advice(status).is_some()
}

/// Returns whether a number in a failing reply cannot be an HTTP status, because a body only repeats statuses
/// from 400 to 599.
pub(super) const fn is_never_http_failure(number: u16) -> bool {
    matches!(number, 100..400 | 600..)
}

/// Parses a text of digits; leading zeros do not matter.
pub(super) fn number(text: &str) -> Option<u16> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}
