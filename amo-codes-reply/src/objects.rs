//! The kinds of objects in a body: which of their fields are read, and what the numbers in them mean.
//!
//! amoCRM writes codes of its table and HTTP statuses into the same fields, and each of its APIs does so in its own way. S12 and
//! the like are formats of formats.md, which have saved replies.
//!
//! | field | in | holds |
//! |---|---|---|
//! | `error_code` | any object | a code (S1, S3), but the HTTP status in replies of the chats API (S19) |
//! | `code` | an error of v2 or v4: in `errors` or in `_embedded.errors` | a code (S5, S11) |
//! | `code` | a validation error of v4 | a key, never a number (S9) |
//! | `code` | any other object: the root, the old API | from 400 to 599 an HTTP status (S12, S34, S36), otherwise a code |
//! | `status` | an error | from 100, the same as `code` (S17); in a validation error, the same as in the other errors of v4 |
//! | `status` | the root | the HTTP status, unless it cannot be one (S18) or the title is "Error" (S7); see `problem` |

use amo_codes::Code;

use crate::report::{Report, number};
use crate::status::Class;

/// The whole body. Each of amoCRM's APIs has its own names for the text.
#[rustfmt::skip]
pub(crate) const ROOT: &[&str] = &[
    "error", "error_code", "error_type", "error_reason", "error_description", "status", "title", "type", "detail",
    "hint", "message", "id", "_links", "code", "retry_after", "trace_id",
];
/// The envelope of the old API, which is the object `response`, and the kinds of entities in it (S1).
pub(crate) const ENVELOPE: &[&str] = &["error", "error_code", "retry_after", "trace_id"];
/// The result of an action of the old API, or of one of its items (S2, S3, S16).
pub(crate) const RESULT: &[&str] = &["error", "error_code", "status", "id", "request_id"];
/// One error.
#[rustfmt::skip]
pub(crate) const ERROR: &[&str] = &[
    "code", "error_code", "status", "error_reason", "message", "text", "detail", "error", "error_description", "hint",
    "title", "id", "entity_id", "request_id", "path", "field",
];
/// A map of errors. Any other key of it is an id or a field of the request (S4, S10, S39), also those that only an error has.
#[rustfmt::skip]
pub(crate) const ERRORS: &[&str] = &[
    "code", "error_code", "error_reason", "message", "text", "detail", "error", "error_description", "hint", "id",
    "request_id",
];

/// The actions of the old API and of v2. All but `list` change something.
#[rustfmt::skip]
pub(crate) const ACTIONS: [&str; 10] =
    ["add", "update", "delete", "set", "link", "unlink", "accept", "decline", "restore", "list"];

/// What the field `code` holds in the errors at a place.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeField {
    /// From 400 to 599 an HTTP status, otherwise a code of the table.
    ///
    /// The old API gives the status that the action would have had by itself, and the code in the text: 404 and "Error 282."
    /// (S12). The AI API repeats the status of the reply (S34).
    #[default]
    HttpStatus,
    /// A code of the table, such as 226 (S11). One from 400 to 599 that the table does not have is an HTTP status all the same.
    Code,
    /// A word, such as `NotBlank`, or a UUID (S9). One that has only digits is not a number either.
    Key,
}

impl CodeField {
    /// Adds what `code` says to a report.
    pub(crate) fn read<'m>(self, code: &'m str, http: i64, report: Report<'m>) -> Report<'m> {
        match number(code) {
            Some(number) if self != Self::Key => self.read_number("code", number, http, report),
            _ => report.with_error_key("code", code),
        }
    }

    /// Adds what the number in `code` or `status` says. If the text has another number, that one is the code (S12).
    pub(crate) fn read_number<'m>(self, key: &'static str, number: i64, http: i64, report: Report<'m>) -> Report<'m> {
        // There is no code (S24), or it is the HTTP status of the reply.
        if number == 0 || number == http {
            return report;
        }
        if Class::of(number).is_error() && (self == Self::HttpStatus || Code::by_number(number).is_empty()) {
            return Report { status: Some(number), ..report };
        }
        match report.number {
            Some(code) if code != number => report,
            _ => Report { number: Some(number), key: Some(key), ..report },
        }
    }
}
