//! The fields of one object of a body, and the failure that they tell of.

use core::iter;
use std::borrow::Cow;
use std::vec::Vec;

use crate::HttpStatus;
use crate::reply::place::{Field, Kind, Place};
use crate::reply::sentence;

/// The fields of an object that a failure is made of, each once; as JSON has it, the last one counts.
#[derive(Debug, Default)]
pub(super) struct Fields<'b> {
    given: Vec<Given<'b>>,
    /// Whether `error` is `true`.
    pub(super) is_error: bool,
    /// Whether the object has a container of errors of its own.
    pub(super) has_errors: bool,
    /// Whether the object has fields that say nothing.
    pub(super) has_others: bool,
}

/// A field as the body gives it; a number is kept as its digits.
#[derive(Debug)]
struct Given<'b> {
    field: Field,
    order: usize,
    text: Cow<'b, str>,
}

/// What an object says went wrong.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    /// When the walk met it.
    pub(super) order: usize,
    /// The key of the field that says so; none where the object itself does.
    pub(super) key: Option<&'static str>,
    pub(super) number: Option<u16>,
    pub(super) status: Option<HttpStatus>,
    pub(super) words: &'a str,
    pub(super) word: Option<&'a str>,
    pub(super) entity: Option<&'a str>,
    pub(super) field: Option<&'a str>,
}

/// The fields that hold words for people, those that say it best first.
const WORDS: [Field; 7] =
    [Field::Message, Field::Text, Field::Detail, Field::Description, Field::Error, Field::Hint, Field::Title];

impl<'b> Fields<'b> {
    pub(super) fn set(&mut self, field: Field, order: usize, text: Cow<'b, str>) {
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().into()),
        };
        match self.given.iter_mut().find(|given| given.field == field) {
            Some(given) => (given.order, given.text) = (order, text),
            None => self.given.push(Given { field, order, text }),
        }
    }

    /// Takes note of what a key leads to.
    pub(super) fn see(&mut self, place: Place) {
        match place {
            Place::Field(Field::Links) => self.set(Field::Links, 0, "given".into()),
            Place::Errors(_) => self.has_errors = true,
            Place::Skip => self.has_others = true,
            _ => {}
        }
    }

    /// The text of a field; none where it is missing or empty.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.find(field).map(|given| &*given.text)
    }

    fn find(&self, field: Field) -> Option<&Given<'b>> {
        self.given.iter().find(|given| given.field == field && !given.text.is_empty())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.given.is_empty() && !self.has_others
    }

    /// Whether the object has `_links`, as every entity of v4 and no error has.
    pub(super) fn is_resource(&self) -> bool {
        self.get(Field::Links).is_some()
    }

    /// The id of the entity, or of the part of the request, that the object is about.
    pub(super) fn entity(&self) -> Option<&str> {
        self.get(Field::Id).or_else(|| self.get(Field::RequestId))
    }

    /// Of the words given, those that decide: with a number, else with a known sentence, else the first.
    pub(super) fn words(&self, among: &[Field]) -> Option<Said<'_>> {
        let is_word = |given: &&Given<'b>| given.field != Field::Status || numeric(&given.text).is_none();
        let mut given = among.iter().filter_map(|&field| self.find(field)).filter(is_word);
        let (first, others) = (given.next()?, given);
        let mut all = iter::once(first).chain(others);
        let with_number = all.clone().find(|given| sentence::number(&given.text).is_some());
        let given = with_number.or_else(|| all.find(|given| sentence::advice(&given.text).is_some())).unwrap_or(first);
        Some(Said {
            order: given.order,
            key: Some(given.field.key()),
            number: sentence::number(&given.text),
            words: &given.text,
            entity: self.entity(),
            field: self.get(Field::Path),
            ..Said::default()
        })
    }

    /// What `error` and `error_code` say, wherever the two stand.
    pub(super) fn envelope(&self) -> Option<Said<'_>> {
        let has_code = self.get(Field::ErrorCode).is_some_and(|code| numeric(code) != Some(0));
        if has_code || self.is_error || self.get(Field::Error).is_some() { Some(self.said(Kind::Table)) } else { None }
    }

    /// What an error of a container says; `kind` tells what its `code` holds.
    pub(super) fn error(&self, kind: Kind) -> Option<Said<'_>> {
        let code = self.get(Field::ErrorCode).or_else(|| self.get(Field::Code));
        let has_code = code.is_some_and(|code| numeric(code) != Some(0));
        let has_words = || WORDS.iter().any(|&field| self.get(field).is_some());
        if has_code || self.is_error || has_words() { Some(self.said(kind)) } else { None }
    }

    /// Whether the object is an error by its form, with a code or with words of its own.
    pub(super) fn is_one_error(&self) -> bool {
        [Field::Code, Field::ErrorCode, Field::Message, Field::Detail].iter().any(|&field| self.get(field).is_some())
    }

    /// Whether a code is given, be it 0.
    pub(super) fn has_code(&self) -> bool {
        [Field::Code, Field::ErrorCode].iter().any(|&field| self.get(field).is_some())
    }

    fn said(&self, kind: Kind) -> Said<'_> {
        let mut said = self.words(&WORDS).unwrap_or_else(|| Said {
            entity: self.entity(),
            field: self.get(Field::Path),
            ..Said::default()
        });
        let code = self.find(Field::ErrorCode).map(|code| (code, Kind::Table, true));
        let code = code.or_else(|| self.find(Field::Code).map(|code| (code, kind, false)));
        let Some((code, kind, is_sure)) = code else {
            return said;
        };
        let number = numeric(&code.text).filter(|_| kind != Kind::Word);
        let status = number.filter(|number| !is_sure && (400..=599).contains(number)).and_then(HttpStatus::from_u16);
        if number.is_none() {
            said.word = Some(&code.text);
        }
        let replaces = number.is_some() && (status.is_none() || (said.number.is_none() && kind == Kind::Table));
        if replaces {
            (said.number, said.key, said.order) = (number, Some(code.field.key()), code.order);
        } else if said.words.is_empty() {
            (said.key, said.order) = (Some(code.field.key()), code.order);
        }
        if kind == Kind::Http {
            said.status = status;
        }
        if said.words.is_empty() && number.is_none() {
            said.words = &code.text;
        }
        said
    }
}

/// The number that a field is, as digits alone; leading zeros do not matter.
pub(super) fn numeric(text: &str) -> Option<u16> {
    let text = text.trim();
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}
