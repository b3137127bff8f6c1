//! The places in a body that may report a failure. Nothing else is read.
//!
//! Each kind of object has a function and a list of its fields.

use crate::at::At;
use crate::failure::{Failure, Kind, Subject, is_http_server_error, number};
use crate::fields::{Fields, TEXTS};
use crate::findings::Findings;
use crate::json::{Json, Map};
use crate::{advice, problem};

/// The actions of the old API and of v2. All but `list` change something.
#[rustfmt::skip]
const ACTIONS: [&str; 10] = ["add", "update", "delete", "set", "link", "unlink", "accept", "decline", "restore", "list"];

#[rustfmt::skip]
const ERROR: &[&str] = &[
    "code", "error_code", "status", "error_reason", "message", "text", "detail", "error", "error_description", "hint",
    "title", "id", "entity_id", "request_id", "path", "field",
];
/// A container of errors has these, unless it is one error. Any other key is an id or a field of the request.
#[rustfmt::skip]
const ERRORS: &[&str] = &[
    "code", "error_code", "error_reason", "message", "text", "detail", "error", "error_description", "hint", "id",
    "request_id",
];

impl Findings<'_> {
    /// Reads a whole body.
    pub(crate) fn read(&mut self, body: &Json<'_>) {
        let is_failing = advice::is_failing(self.http);
        match body {
            Json::Map(map) => self.root(map),
            // A success may be any text. If it is an error, it has a number or is known.
            Json::Text(text) if is_failing || Failure::of_text(text).says_what_to_do() => {
                self.error(body, &At::default(), Kind::Table);
            }
            _ => {}
        }
        if is_failing && self.count() == 0 {
            self.push(&Failure::default(), &At::default());
        }
    }

    /// Reads an object: its values, and its own failure, which comes where the field that decides is.
    fn object<'m>(
        &mut self,
        fields: &Fields<'m>,
        at: &At<'_>,
        mut child: impl FnMut(&mut Self, &'m str, &'m Json<'m>, At<'_>),
        own: impl FnOnce(&mut Self, bool) -> Option<Failure<'m>>,
    ) {
        let (before, start) = (self.count(), self.kept.len());
        let mut places = Vec::new();
        for (key, value) in fields.map {
            if fields.is_field(key) {
                places.push((key.as_str(), self.kept.len()));
            }
            child(self, key, value, at.key(key));
        }
        let has_findings = self.count() > before;
        if let Some(failure) = own(self, has_findings) {
            let place = places.iter().rev().find(|(key, _)| failure.key == Some(key));
            self.insert(place.map_or(start, |(_, place)| *place), &failure, &at.within(fields));
        }
    }

    fn root(&mut self, map: &Map<'_>) {
        #[rustfmt::skip]
        const FIELDS: &[&str] = &[
            "error", "error_code", "error_type", "error_reason", "error_description", "status", "title", "type", "detail",
            "hint", "message", "id", "_links", "code", "retry_after", "trace_id",
        ];
        let (fields, http) = (Fields::new(map, FIELDS), self.http);
        if problem::is_entity(&fields, http) {
            return;
        }
        self.hints.read(&fields);
        let mut at = At::default().within(&fields);
        at.error_key = fields.word("code").filter(|code| number(code).is_none());
        self.is_unclear |= ["status", "code"].iter().filter_map(|name| fields.number(name)).any(is_http_server_error);
        let child = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match (key, value) {
            ("response", Json::Map(map)) => this.envelope(map, &at, true),
            ("_embedded", Json::Map(map)) => this.embedded(map, &at),
            ("_embedded", _) => this.has_part |= !value.is_empty(),
            ("errors", _) => this.errors(value, &at, Kind::Table),
            ("validation-errors" | "validation_errors", _) => this.errors(value, &at, Kind::Word),
            // A success may have data with the same names.
            ("error", _) => this.nested(key, value, &at),
            _ if fields.is_field(key) && advice::is_failing(http) => this.nested(key, value, &at),
            _ if fields.is_field(key) => {}
            (_, Json::Map(map)) => this.bare(key, map, &at),
            _ => this.data(key, value),
        };
        self.object(&fields, &at, child, |_, has_findings| problem::problem(&fields, http, has_findings));
    }

    fn embedded(&mut self, map: &Map<'_>, at: &At<'_>) {
        for (key, value) in map {
            match key.as_str() {
                "errors" => self.errors(value, &at.key(key), Kind::Table),
                _ => self.has_part |= !value.is_empty(),
            }
        }
    }

    /// Reads an object outside of an envelope, which may hold anything: only its actions.
    fn bare(&mut self, key: &str, map: &Map<'_>, at: &At<'_>) {
        for (name, value) in map {
            if ACTIONS.contains(&name.as_str()) {
                self.action(name, value, &at.key(name));
            } else if name == "errors" && ACTIONS.contains(&key) {
                self.errors(value, &at.key(name), Kind::Http);
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
        const FIELDS: &[&str] = &["error", "error_code", "retry_after", "trace_id"];
        let fields = Fields::new(map, FIELDS);
        self.hints.read(&fields);
        let child = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match (key, value) {
            ("errors", _) => this.errors(value, &at, Kind::Http),
            _ if fields.is_field(key) => this.nested(key, value, &at),
            (_, Json::Map(map)) if is_outer => this.envelope(map, &at, false),
            _ if ACTIONS.contains(&key) => this.action(key, value, &at),
            _ => this.data(key, value),
        };
        self.object(&fields, at, child, |this, has_findings| fields.envelope(this.http, has_findings));
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
        const FIELDS: &[&str] = &["error", "error_code", "status", "id", "request_id"];
        let (before, fields) = (self.count(), Fields::new(map, FIELDS));
        let child = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match (key, value) {
            ("errors", _) => this.errors(value, &at, Kind::Http),
            ("error", _) => this.nested(key, value, &at),
            (_, Json::Map(map)) if is_index(key) => this.result(map, &at.part(), true),
            _ => this.data(key, value),
        };
        self.object(&fields, &at.within(&fields), child, |this, has_findings| {
            let failed = || fields.failed_action(is_any_status).filter(|_| !has_findings);
            fields.envelope(this.http, has_findings).or_else(failed)
        });
        // What has no error was carried out, whatever happened to the others.
        self.has_part |= !map.is_empty() && self.count() == before;
    }

    /// Reads a container of errors: a text, a list, a map of actions, of ids or of fields, or a single error.
    fn errors(&mut self, value: &Json<'_>, at: &At<'_>, kind: Kind) {
        let Json::Map(map) = value else { return self.error(value, at, kind) };
        let at = at.part();
        let is_word = kind == Kind::Word;
        let error = Fields::new(map, ERROR);
        let is_one_error = !is_word && error.single_code().is_some();
        let fields = if is_word || is_one_error { error } else { Fields::new(map, ERRORS) };
        // An object of validation errors may have any other key beside its list.
        let is_list = is_word && fields.has("errors");
        let child = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match value {
            _ if key == "errors" || ACTIONS.contains(&key) => this.errors(value, &at, kind),
            Json::Text(_) | Json::Number(_) | Json::Bool(_) if fields.is_field(key) => {}
            _ if fields.is_field(key) && is_text_field(key) => this.nested(key, value, &at),
            _ if is_id(key) && is_word => this.entry(value, &at.about(Subject::Item(key)), kind),
            _ if is_id(key) => this.entry(value, &at.about(Subject::Entity(key)), kind),
            _ if is_one_error || is_list => {}
            // The echo of the request, and the kind of the error.
            Json::Map(_) if key == "source" => {}
            Json::Text(_) if key == "type" => {}
            _ => this.entry(value, &at.field(key), kind),
        };
        self.object(&fields, &at.within(&fields), child, |this, has_findings| {
            fields.error(kind, this.http, has_findings).filter(|_| !is_list)
        });
    }

    /// Reads the errors of an entity or of a field. An object is another container, unless only an error has such fields.
    fn entry(&mut self, value: &Json<'_>, at: &At<'_>, kind: Kind) {
        let is_only_in_errors = |key: &str| ERROR.contains(&key) && !ERRORS.contains(&key);
        match value {
            Json::Map(map) if !map.iter().any(|(key, _)| is_only_in_errors(key)) => self.errors(value, at, kind),
            _ => self.error(value, at, kind),
        }
    }

    /// Reads one error.
    fn error(&mut self, value: &Json<'_>, at: &At<'_>, kind: Kind) {
        match value {
            _ if value.is_empty() => {}
            Json::Null | Json::Bool(_) | Json::Number(_) => self.push(&Failure::default(), at),
            Json::Text(text) => self.push(&Failure::of_text(text), at),
            Json::List(list) => {
                for (index, value) in list.iter().enumerate() {
                    self.error(value, &at.index(index), kind);
                }
            }
            Json::Map(map) => self.error_object(map, at, kind, true),
        }
    }

    /// Reads an error that is an object. `is_certain`: it counts even if none of its fields is known.
    fn error_object(&mut self, map: &Map<'_>, at: &At<'_>, kind: Kind, is_certain: bool) {
        let fields = Fields::new(map, ERROR);
        let has_number = kind != Kind::Word && fields.single_code().is_some();
        let child = |this: &mut Self, key: &str, value: &Json<'_>, at: At<'_>| match value {
            _ if key == "errors" => this.errors(value, &at, kind),
            _ if is_text_field(key) => this.nested(key, value, &at),
            _ if !has_number && is_texts(value) => this.error(value, &at.field(key), kind),
            _ => {}
        };
        self.object(&fields, &at.within(&fields), child, |this, has_findings| {
            let has_code = fields.get("code").or_else(|| fields.get("error_code")).is_some();
            let is_silent = is_certain && !(has_findings || has_code || fields.has("errors"));
            let silent = || is_silent.then(Failure::default);
            fields.error(kind, this.http, has_findings).or_else(silent)
        });
    }

    /// Reads errors that appear instead of a field's text.
    fn nested(&mut self, key: &str, value: &Json<'_>, at: &At<'_>) {
        let is_success = |map| Fields::new(map, ERROR).single_code() == Some(0) && !advice::is_failing(self.http);
        match value {
            _ if !is_text_field(key) => {}
            Json::Map(map) if is_success(map) => {}
            Json::Map(map) if key == "error" => self.error_object(map, at, Kind::Table, false),
            Json::Map(_) => self.entry(value, at, Kind::Table),
            Json::List(_) => self.error(value, at, Kind::Table),
            _ => {}
        }
    }
}

/// Returns whether errors may appear instead of the text of a field.
fn is_text_field(key: &str) -> bool {
    key != "status" && TEXTS.contains(&key)
}

/// Returns whether a value is a list of texts.
fn is_texts(value: &Json<'_>) -> bool {
    matches!(value, Json::List(list) if list.iter().all(|value| matches!(value, Json::Text(_))))
}

fn is_index(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether a key is a decimal number or a UUID.
fn is_id(key: &str) -> bool {
    let is_uuid = || {
        key.split('-').map(str::len).eq([8, 4, 4, 4, 12])
            && key.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
    };
    is_index(key) || is_uuid()
}
