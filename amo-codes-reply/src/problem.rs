//! What the top-level fields of a body report: a problem, a failed `status`, or nothing.

use amo_codes::Advice;

use crate::fields::{Fields, is_failed};
use crate::json::Json;
use crate::known_texts;
use crate::objects::{CodeField, ROOT};
use crate::report::Report;
use crate::status::{self, Class};

/// Returns whether the fields are those of an entity, which may have any name and value.
pub(crate) fn is_entity(fields: &Fields<'_>, http: i64) -> bool {
    !Class::of(http).is_failure() && is_resource(fields) && fields.get("id").is_some()
}

/// Returns whether the object has `_links`, as every entity of v4 has and no error does.
fn is_resource(fields: &Fields<'_>) -> bool {
    fields.has("_links")
}

/// Returns what the top-level fields report.
pub(crate) fn problem<'f>(fields: &Fields<'f>, http: i64) -> Option<Report<'f>> {
    chats(fields, http).or_else(|| fields.envelope(http)).or_else(|| {
        let report = code_in_status(fields, http).or_else(|| text(fields, http))?;
        let is_failed = || fields.word("status").is_some_and(is_failed) && !is_resource(fields);
        let is_failure = Class::of(http).is_failure() || is_problem(fields) || is_failed();
        // The text of a problem sums up the other errors, unless it has a number or is known.
        is_failure.then(|| Report { is_summary: !report.says_what_to_do(), ..report })
    })
}

/// Reads the text and the code of a problem, with the HTTP status that the body repeats. If the text is not known, its
/// title may be.
fn text<'f>(fields: &Fields<'f>, http: i64) -> Option<Report<'f>> {
    let code = fields.word("code");
    let report = fields.text().or_else(|| code.map(|_| Report::default()))?;
    let title = fields.get("title").and_then(known_texts::advice);
    let advice = title.filter(|_| !report.says_what_to_do());
    let status = fields.number("status").filter(|&status| Class::of(status) != Class::None);
    let report = Report { status, advice, ..report };
    Some(code.map_or(report, |code| CodeField::HttpStatus.read(code, http, report)))
}

/// Reads a reply of the chats API, with `error_type` (S19, S35). Its `error_code` repeats the HTTP status.
fn chats<'f>(fields: &Fields<'f>, http: i64) -> Option<Report<'f>> {
    let error_key = fields.word("error_type")?;
    let code = fields.number("error_code").filter(|&code| code != 0);
    let text = fields.text();
    if !Class::of(http).is_failure() && code.is_none() && text.is_none() {
        return None;
    }
    let status = code.filter(|&code| Class::of(code) != Class::None).unwrap_or(http);
    let advice = match status::advice(status) {
        Advice::RetryLater => Advice::RetryLater,
        _ => Advice::FixRequest,
    };
    let report = text.unwrap_or(Report { key: Some("error_type"), ..Report::default() });
    Some(Report { number: None, error_key: Some(error_key), status: Some(status), advice: Some(advice), ..report })
}

/// Reads a problem whose `status` is a code of the table: its title is only "Error" (S7), or the `status` cannot be the HTTP
/// status of a failure (S18).
fn code_in_status<'f>(fields: &Fields<'f>, http: i64) -> Option<Report<'f>> {
    let status = fields.number("status")?;
    let is_code = is_titled_error(fields, status) || (Class::of(http).is_failure() && is_never_http_failure(status));
    if status == http || !is_code {
        return None;
    }
    Some(Report { number: Some(status), key: Some("status"), ..fields.text().unwrap_or_default() })
}

/// Returns whether the title is only "Error". With a `type`, the `status` may be the HTTP status all the same.
fn is_titled_error(fields: &Fields<'_>, status: i64) -> bool {
    let is_untyped = fields.get("type").is_none() || is_never_http_failure(status);
    is_untyped && matches!(fields.word("title"), Some("Error" | "Ошибка"))
}

/// Returns whether the fields are a problem even though the HTTP status is a success.
fn is_problem(fields: &Fields<'_>) -> bool {
    let is_entity = is_resource(fields) || fields.get("id").is_some();
    let has_status = || {
        let status = fields.number("status");
        status.is_some_and(|status| is_titled_error(fields, status) || Class::of(status).is_failure())
    };
    !is_entity && fields.get("title").is_some_and(|title| known_texts::advice(title).is_some() || has_status())
}

/// Returns the HTTP status that a body gives by itself, if it is that of a failure.
pub(crate) fn own_status(body: &Json<'_>) -> Option<i64> {
    let Json::Map(map) = body else { return None };
    let fields = Fields::new(map, ROOT);
    fields.number("status").filter(|&status| Class::of(status).is_error() && !is_titled_error(&fields, status))
}

/// Returns whether a `status` cannot be the HTTP status of a failure.
fn is_never_http_failure(status: i64) -> bool {
    status >= 100 && !Class::of(status).is_error()
}
