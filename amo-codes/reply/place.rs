//! The places of a reply that may tell of a failure: the grammar of amoCRM's answers, and all that is ever read.

/// What stands at a place of the body, and so what its keys lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The whole body.
    Root,
    /// The old API's envelope, `response`.
    Response,
    /// What the request was about, in the old envelope: `response.contacts`.
    Entity,
    /// The same without the envelope; any field of a success body may stand here, so only actions are followed.
    Bare,
    /// What was done to it: `response.contacts.add`.
    Action,
    /// One of the things that it was done to: `response.contacts.add.0`.
    Item,
    /// `_embedded`, which holds the entities themselves too.
    Embedded,
    /// A container of errors: a text, a list, a map of actions, a map of ids.
    Errors(Kind),
    /// One error in it.
    Error(Kind),
    /// One error of a map, whose key names the entity.
    Entry(Kind),
    /// A field of one of those objects.
    Field(Field),
    /// A number in the form that `arbitrary_precision` of `serde_json` gives it.
    Number,
    /// Anything else: never looked into.
    Skip,
}

/// What a field `code` of an error holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A code of the table.
    Table,
    /// A code of the table or, from 400 on, an HTTP status.
    Http,
    /// A word or a UUID.
    Word,
}

/// A field of which a failure is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    ErrorCode,
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
    /// Whether the field holds words for people, which may be a list or an object of errors as well.
    pub(super) const fn has_words(self) -> bool {
        matches!(self, Self::Error | Self::Message | Self::Detail)
    }

    /// The key that the field has in a body.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::ErrorCode => "error_code",
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

/// What the old API and v2 do to entities.
const ACTIONS: [&str; 10] =
    ["add", "update", "delete", "set", "list", "link", "unlink", "accept", "decline", "restore"];
/// The key that `serde_json` gives to a number, if a program turns its feature `arbitrary_precision` on.
const NUMBER: &str = "$serde_json::private::Number";

impl Place {
    /// What stands below this place at a key.
    pub(super) fn child(self, key: &str) -> Self {
        if key == NUMBER {
            return Self::Number;
        }
        match self {
            Self::Root => root(key),
            Self::Response => envelope(key).unwrap_or(Self::Entity),
            Self::Entity => envelope(key).unwrap_or_else(|| action(key)),
            Self::Bare => action(key),
            Self::Action => envelope(key).unwrap_or(Self::Skip),
            Self::Item => item(key),
            Self::Embedded if key == "errors" => Self::Errors(Kind::Table),
            Self::Errors(kind) => errors(key, kind),
            Self::Error(kind) | Self::Entry(kind) => error(key, kind),
            Self::Field(field) if field.has_words() => error(key, Kind::Table),
            Self::Embedded | Self::Field(_) | Self::Number | Self::Skip => Self::Skip,
        }
    }

    /// What the elements are, where there is a list at this place.
    pub(super) const fn element(self) -> Self {
        match self {
            Self::Action => Self::Item,
            Self::Errors(kind) | Self::Error(kind) | Self::Entry(kind) => Self::Error(kind),
            Self::Field(field) if field.has_words() => Self::Error(Kind::Table),
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

/// The keys of every level of the old envelope.
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

fn item(key: &str) -> Place {
    match key {
        "id" => Place::Field(Field::Id),
        "request_id" => Place::Field(Field::RequestId),
        _ => envelope(key).unwrap_or(Place::Skip),
    }
}

/// A container that is an object is the map of actions, the map of ids, or, with these keys, a single error.
fn errors(key: &str, kind: Kind) -> Place {
    match key {
        "code" | "error_code" | "message" | "detail" | "id" | "request_id" | "errors" => error(key, kind),
        _ if ACTIONS.contains(&key) => Place::Errors(kind),
        _ => Place::Entry(kind),
    }
}

fn error(key: &str, kind: Kind) -> Place {
    match key {
        "code" => Place::Field(Field::Code),
        "error_code" => Place::Field(Field::ErrorCode),
        "message" => Place::Field(Field::Message),
        "text" => Place::Field(Field::Text),
        "detail" => Place::Field(Field::Detail),
        "error" => Place::Field(Field::Error),
        "hint" => Place::Field(Field::Hint),
        "title" => Place::Field(Field::Title),
        "id" | "entity_id" => Place::Field(Field::Id),
        "request_id" => Place::Field(Field::RequestId),
        "path" | "field" => Place::Field(Field::Path),
        "errors" => Place::Errors(kind),
        _ => Place::Skip,
    }
}
