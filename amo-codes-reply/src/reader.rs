//! The places in a body that may report a failure. Nothing else is read.
//!
//! Each kind of object has a function here, and a list of its fields in `objects`:
//!
//! ```text
//! the body                                     root
//! response, and response.leads                 envelope
//! response.leads.add, or leads.add             action, result
//! _embedded                                    embedded
//! errors, in any of these                      errors: a list, an error_object or a map_of_errors
//! validation-errors                            the same, but its codes are keys
//! error, or a text of an error, as an object   instead_of_text
//! ```

use crate::at::At;
use crate::fields::{Fields, is_code_zero, is_text_field};
use crate::findings::Findings;
use crate::json::{Json, Map};
use crate::objects::{ACTIONS, CodeField, ENVELOPE, ERROR, ERRORS, RESULT, ROOT};
use crate::report::{Report, number};
use crate::status::Class;
use crate::{Subject, problem};

impl Findings<'_> {
    /// Reads a whole body.
    pub(crate) fn read(&mut self, body: &Json<'_>) {
        let is_failing = Class::of(self.http).is_failure();
        match body {
            Json::Map(map) => self.root(map),
            // A success may be any text. If it is an error, it has a number or is known.
            Json::Text(text) if is_failing || Report::of_text(text).says_what_to_do() => {
                self.error(body, &At::default());
            }
            _ => {}
        }
        if is_failing && self.count() == 0 {
            self.push(&Report::default(), &At::default());
        }
    }

    /// Reads an object: each of its values with `read`, and what its own fields report, which comes before the findings in the value
    /// that decided and in those after it.
    fn object<'m>(
        &mut self,
        fields: &Fields<'m>,
        at: &At<'_>,
        own: Option<Report<'m>>,
        mut read: impl FnMut(&mut Self, &'m str, &'m Json<'m>, At<'_>),
    ) {
        let (before, mut place) = (self.count(), self.kept.len());
        for (key, value) in fields.map {
            if own.is_some_and(|report| report.key == Some(key)) {
                place = self.kept.len();
            }
            read(self, key, value, at.key(key));
        }
        if let Some(report) = own.filter(|report| !report.is_summary || self.count() == before) {
            self.insert(place, &report, at);
        }
    }

    /// Reads a body that is an object.
    fn root(&mut self, map: &Map<'_>) {
        let (fields, http) = (Fields::new(map, ROOT), self.http);
        if problem::is_entity(&fields, http) {
            return;
        }
        self.hints.read(&fields);
        // Only a request for a token has errors of this type (S46).
        if fields.word("type").is_some_and(|kind| kind.ends_with("OAuthProblemJson")) {
            self.set_sign_in();
        }
        let mut at = At::default().within(&fields);
        at.error_key = fields.word("code").filter(|code| number(code).is_none());
        let is_server_error = |number| Class::of(number) == Class::ServerError;
        self.is_unclear |= ["status", "code"].iter().filter_map(|name| fields.number(name)).any(is_server_error);
        let read = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match (key, value) {
            ("response", Json::Map(map)) => this.envelope(map, &at, true),
            ("_embedded", Json::Map(map)) => this.embedded(map, &at),
            ("_embedded", _) => this.has_entities |= !value.is_empty(),
            ("errors", _) => this.errors(value, &at.with_code(CodeField::Code)),
            ("validation-errors" | "validation_errors", _) => this.errors(value, &at.with_code(CodeField::Key)),
            // A success may have data with the same names.
            ("error", _) => this.instead_of_text(key, value, &at),
            _ if fields.is_field(key) && Class::of(http).is_failure() => this.instead_of_text(key, value, &at),
            _ if fields.is_field(key) => {}
            (_, Json::Map(map)) => this.without_envelope(key, map, &at),
            _ => this.data(key, value),
        };
        self.object(&fields, &at, problem::problem(&fields, http), read);
    }

    /// Reads `_embedded`: entities, and in v2 the errors of others.
    fn embedded(&mut self, map: &Map<'_>, at: &At<'_>) {
        for (key, value) in map {
            match key.as_str() {
                "errors" => self.errors(value, &at.key(key).with_code(CodeField::Code)),
                _ => self.has_entities |= !value.is_empty(),
            }
        }
    }

    /// Reads an object outside of an envelope, which may be anything: only what has the name of an action (S4, S36).
    fn without_envelope(&mut self, key: &str, map: &Map<'_>, at: &At<'_>) {
        for (name, value) in map {
            if ACTIONS.contains(&name.as_str()) {
                self.action(name, value, &at.key(name));
            } else if name == "errors" && ACTIONS.contains(&key) {
                self.errors(value, &at.key(name));
            } else {
                self.data(name, value);
            }
        }
    }

    /// Reads other data. If a success has an error as well, it may have been carried out in part.
    fn data(&mut self, key: &str, value: &Json<'_>) {
        let may_be_entity = key == "id" || matches!(value, Json::List(_) | Json::Map(_));
        self.has_part |= may_be_entity && !value.is_empty();
    }

    /// Reads the envelope of the old API, or a kind of entity in it.
    fn envelope(&mut self, map: &Map<'_>, at: &At<'_>, is_outer: bool) {
        let (fields, http) = (Fields::new(map, ENVELOPE), self.http);
        self.hints.read(&fields);
        let read = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match (key, value) {
            ("errors", _) => this.errors(value, &at),
            _ if fields.is_field(key) => this.instead_of_text(key, value, &at),
            (_, Json::Map(map)) if is_outer => this.envelope(map, &at, false),
            _ if ACTIONS.contains(&key) => this.action(key, value, &at),
            _ => this.data(key, value),
        };
        self.object(&fields, at, fields.envelope(http), read);
    }

    /// Reads the results of an action.
    fn action(&mut self, action: &str, value: &Json<'_>, at: &At<'_>) {
        match value {
            Json::Map(map) => self.result(map, at, action == "list"),
            // These are the entities that were read.
            _ if action == "list" => {}
            Json::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    match item {
                        Json::Map(map) => self.result(map, &at.index(index), true),
                        _ => self.has_part |= !item.is_empty(),
                    }
                }
            }
            _ => self.has_part |= !value.is_empty(),
        }
    }

    /// Reads the result of an action, or of one of its items. PHP writes a list with gaps as a map of its indexes.
    fn result(&mut self, map: &Map<'_>, at: &At<'_>, is_any_status: bool) {
        let (fields, http, before) = (Fields::new(map, RESULT), self.http, self.count());
        let read = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match (key, value) {
            ("errors", _) => this.errors(value, &at),
            ("error", _) => this.instead_of_text(key, value, &at),
            (_, Json::Map(map)) if is_id(key) => this.result(map, &at.part(), true),
            _ => this.data(key, value),
        };
        let own = fields.envelope(http).or_else(|| fields.failed_action(is_any_status));
        self.object(&fields, &at.within(&fields), own, read);
        // What has no error was carried out, whatever happened to the others.
        self.has_part |= !map.is_empty() && self.count() == before;
    }

    /// Reads errors: a text, a list, a single error, or a map of actions, of ids or of fields.
    fn errors(&mut self, value: &Json<'_>, at: &At<'_>) {
        let Json::Map(map) = value else { return self.error(value, at) };
        let error = Fields::new(map, ERROR);
        let is_one_error = match at.code {
            CodeField::Key => error.has("errors") || error.has_code(),
            _ => error.single_code().is_some_and(|code| code != 0),
        };
        if is_one_error { self.error_object(error, &at.part()) } else { self.map_of_errors(map, &at.part()) }
    }

    /// Reads a map of errors, which may have a text or a code for all of them.
    fn map_of_errors(&mut self, map: &Map<'_>, at: &At<'_>) {
        let (fields, http) = (Fields::new(map, ERRORS), self.http);
        let read = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match value {
            _ if key == "errors" || ACTIONS.contains(&key) => this.errors(value, &at),
            Json::Text(_) | Json::Number(_) | Json::Bool(_) if fields.is_field(key) => {}
            _ if fields.is_field(key) && is_text_field(key) => this.instead_of_text(key, value, &at),
            _ if is_id(key) && at.code == CodeField::Key => this.entry(value, &at.about(Subject::RequestItem(key))),
            _ if is_id(key) => this.entry(value, &at.about(Subject::Entity(key))),
            // The echo of the request (S37), and the kind of the error.
            Json::Map(_) if key == "source" => {}
            Json::Text(_) if key == "type" => {}
            _ => this.entry(value, &at.field(key)),
        };
        let at = at.within(&fields);
        self.object(&fields, &at, fields.error(at.code, http), read);
    }

    /// Reads the errors of an entity or of a field. An object is another map of errors, unless only an error has such fields.
    fn entry(&mut self, value: &Json<'_>, at: &At<'_>) {
        let is_only_in_errors = |key: &str| ERROR.contains(&key) && !ERRORS.contains(&key);
        match value {
            Json::Map(map) if !map.iter().any(|(key, _)| is_only_in_errors(key)) => self.errors(value, at),
            _ => self.error(value, at),
        }
    }

    /// Reads one error, or a list of errors.
    fn error(&mut self, value: &Json<'_>, at: &At<'_>) {
        match value {
            _ if value.is_empty() => {}
            Json::Null | Json::Bool(_) | Json::Number(_) => self.push(&Report::default(), at),
            Json::Text(text) => self.push(&Report::of_text(text), at),
            Json::List(list) => {
                for (index, value) in list.iter().enumerate() {
                    self.error(value, &at.index(index));
                }
            }
            Json::Map(map) => {
                let (before, fields) = (self.count(), Fields::new(map, ERROR));
                self.error_object(fields, at);
                // It counts even if none of its fields is known, unless its code is 0 or its list of errors is empty.
                let is_success = fields.has_code() || fields.has("errors");
                if self.count() == before && !is_success {
                    self.push(&Report::default(), &at.within(&fields));
                }
            }
        }
    }

    /// Reads an error that is an object.
    fn error_object(&mut self, fields: Fields<'_>, at: &At<'_>) {
        let (at, http) = (at.within(&fields), self.http);
        let is_validation = at.code == CodeField::Key;
        let has_number = !is_validation && fields.single_code().is_some();
        let read = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match value {
            _ if key == "errors" => this.errors(value, &at),
            _ if is_text_field(key) => this.instead_of_text(key, value, &at),
            _ if !has_number && is_texts(value) => this.error(value, &at.field(key)),
            _ => {}
        };
        // The text of a list of validation errors sums them up.
        let is_list = is_validation && fields.has("errors");
        self.object(&fields, &at, fields.error(at.code, http).filter(|_| !is_list), read);
    }

    /// Reads errors that appear instead of a field's text.
    fn instead_of_text(&mut self, key: &str, value: &Json<'_>, at: &At<'_>) {
        match value {
            _ if !is_text_field(key) => {}
            Json::Map(map) if is_code_zero(map) && !Class::of(self.http).is_failure() => {}
            Json::Map(map) if key == "error" => self.error_object(Fields::new(map, ERROR), at),
            Json::Map(_) => self.entry(value, at),
            Json::List(_) => self.error(value, at),
            _ => {}
        }
    }
}

/// Returns whether a value is a list of texts.
fn is_texts(value: &Json<'_>) -> bool {
    matches!(value, Json::List(list) if list.iter().all(|value| matches!(value, Json::Text(_))))
}

/// Returns whether a key is an id, or the index of an item.
fn is_id(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit())
}
