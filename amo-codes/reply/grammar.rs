//! The grammar of amoCRM's replies: the places in a body that may report a failure. Nothing else is read.

/// The place of a value in the body, which determines those of its keys and elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The whole body.
    Root,
    /// The envelope of the old API, `response`.
    Response,
    /// The kind of entity of the request, in the old envelope: `response.contacts`.
    Entity,
    /// The same without the envelope. Any field of a successful reply may be here, so only actions are followed.
    Bare,
    /// An action on the entities: `response.contacts.add`.
    Action,
    /// One of the items of the action: `response.contacts.add.0`.
    Item,
    /// `_embedded`, which also holds the entities themselves.
    Embedded,
    /// A container of errors: a text, a list, a map of actions, a map of ids.
    Errors(Kind),
    /// One error in it.
    Error(Kind),
    /// One error of a map whose key names the entity.
    Entry(Kind),
    /// A field of one of those objects.
    Field(Field),
    /// A number, as `serde_json` represents it if its feature `arbitrary_precision` is on.
    Number,
    /// Anything else, which is not read.
    Skip,
}

/// The kind of value in the field `code` of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A code of the table.
    Table,
    /// A code of the table or, from 400 to 599, an HTTP status.
    Http,
    /// An error key or a UUID.
    Word,
}

/// A field that describes a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    ErrorCode,
    ErrorType,
    Code,
    Status,
    Error,
    Message,
    Text,
    Detail,
    Description,
    Hint,
    Title,
    Type,
    Id,
    RequestId,
    Path,
    Links,
}

impl Field {
    /// Returns whether a list or an object of errors may appear instead of the field's text.
    pub(super) const fn may_have_errors(self) -> bool {
        matches!(self, Self::Error | Self::Message | Self::Detail)
    }

    /// Returns whether the field may be a number: a code, a status or an id.
    pub(super) const fn may_be_number(self) -> bool {
        matches!(self, Self::ErrorCode | Self::Code | Self::Status | Self::Id | Self::RequestId)
    }

    /// Returns the key of the field in a body.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::ErrorCode => "error_code",
            Self::ErrorType => "error_type",
            Self::Code => "code",
            Self::Status => "status",
            Self::Error => "error",
            Self::Message => "message",
            Self::Text => "text",
            Self::Detail => "detail",
            Self::Description => "error_description",
            Self::Hint => "hint",
            Self::Title => "title",
            Self::Type => "type",
            Self::Id => "id",
            Self::RequestId => "request_id",
            Self::Path => "path",
            Self::Links => "_links",
        }
    }
}

/// The actions of the old API and of v2.
const ACTIONS: [&str; 10] =
    ["add", "update", "delete", "set", "list", "link", "unlink", "accept", "decline", "restore"];
/// The key that `serde_json` gives to a number if a program turns its feature `arbitrary_precision` on.
const NUMBER: &str = "$serde_json::private::Number";

impl Place {
    /// Returns the place of the value of a key, in an object at this place.
    pub(super) fn child(self, key: &str) -> Self {
        if key == NUMBER {
            return Self::Number;
        }
        match self {
            Self::Root => root(key),
            Self::Response => envelope(key).unwrap_or(Self::Entity),
            Self::Entity => envelope(key).unwrap_or_else(|| action(key)),
            Self::Bare => action(key),
            Self::Action => result(key),
            Self::Item => item(key),
            Self::Embedded if key == "errors" => Self::Errors(Kind::Table),
            Self::Errors(kind) => errors(key, kind),
            Self::Error(kind) | Self::Entry(kind) => error(key, kind),
            Self::Field(field) if field.may_have_errors() => error(key, Kind::Table),
            Self::Embedded | Self::Field(_) | Self::Number | Self::Skip => Self::Skip,
        }
    }

    /// Returns the place of the elements of a list at this place.
    pub(super) const fn element(self) -> Self {
        match self {
            Self::Action => Self::Item,
            Self::Errors(kind) | Self::Error(kind) | Self::Entry(kind) => Self::Error(kind),
            Self::Field(field) if field.may_have_errors() => Self::Error(Kind::Table),
            _ => Self::Skip,
        }
    }
}

fn root(key: &str) -> Place {
    match key {
        "response" => Place::Response,
        "_embedded" => Place::Embedded,
        "errors" => Place::Errors(Kind::Table),
        "validation-errors" | "validation_errors" => Place::Errors(Kind::Word),
        "error" => Place::Field(Field::Error),
        "error_code" => Place::Field(Field::ErrorCode),
        "error_type" => Place::Field(Field::ErrorType),
        "status" => Place::Field(Field::Status),
        "title" => Place::Field(Field::Title),
        "type" => Place::Field(Field::Type),
        "detail" => Place::Field(Field::Detail),
        "error_description" => Place::Field(Field::Description),
        "hint" => Place::Field(Field::Hint),
        "message" => Place::Field(Field::Message),
        "id" => Place::Field(Field::Id),
        "_links" => Place::Field(Field::Links),
        _ => Place::Bare,
    }
}

/// Returns the place of a key that every level of the old envelope may have.
fn envelope(key: &str) -> Option<Place> {
    match key {
        "error" => Some(Place::Field(Field::Error)),
        "error_code" => Some(Place::Field(Field::ErrorCode)),
        "errors" => Some(Place::Errors(Kind::Http)),
        _ => None,
    }
}

fn action(key: &str) -> Place {
    if ACTIONS.contains(&key) { Place::Action } else { Place::Skip }
}

/// Returns the place of a key in the result of an action. PHP writes a list with gaps as a map of its indexes.
fn result(key: &str) -> Place {
    match key {
        "status" => Place::Field(Field::Status),
        _ if !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()) => Place::Item,
        _ => envelope(key).unwrap_or(Place::Skip),
    }
}

fn item(key: &str) -> Place {
    match key {
        "id" => Place::Field(Field::Id),
        "request_id" => Place::Field(Field::RequestId),
        _ => result(key),
    }
}

/// Returns the place of a key in a container of errors: a map of actions, a map of ids or, with these keys, a single
/// error.
fn errors(key: &str, kind: Kind) -> Place {
    match key {
        "code" | "error_code" | "message" | "detail" | "id" | "request_id" | "errors" => error(key, kind),
        _ if ACTIONS.contains(&key) => Place::Errors(kind),
        "path" | "field" if kind == Kind::Word => error(key, kind),
        // An object of validation errors may have any other key, and a list may come as a map of its indexes.
        _ if kind == Kind::Word && key.bytes().any(|byte| !byte.is_ascii_digit()) => Place::Skip,
        _ => Place::Entry(kind),
    }
}

fn error(key: &str, kind: Kind) -> Place {
    match key {
        "code" => Place::Field(Field::Code),
        "error_code" => Place::Field(Field::ErrorCode),
        "status" => Place::Field(Field::Status),
        "message" => Place::Field(Field::Message),
        "text" => Place::Field(Field::Text),
        "detail" => Place::Field(Field::Detail),
        "error" => Place::Field(Field::Error),
        "error_description" => Place::Field(Field::Description),
        "hint" => Place::Field(Field::Hint),
        "title" => Place::Field(Field::Title),
        "id" | "entity_id" => Place::Field(Field::Id),
        "request_id" => Place::Field(Field::RequestId),
        "path" | "field" => Place::Field(Field::Path),
        "errors" => Place::Errors(kind),
        _ => Place::Skip,
    }
}
