//! Interprets the top-level fields of a body: a problem, a failed `status`, or nothing.

use crate::reply::advice::{is_failing, of_status};
use crate::reply::fields::{Failure, Fields, is_failed, is_never_http_failure, number};
use crate::reply::grammar::Field;
use crate::reply::known_texts;
use crate::{Advice, HttpStatus};

/// The fields that hold human-readable text. amoCRM's `hint` is more specific than its `detail`, which is often the
/// same.
const TEXTS: [Field; 6] = [Field::Hint, Field::Detail, Field::Description, Field::Message, Field::Title, Field::Status];

/// Returns the failure that the top-level fields describe. `has_findings`: whether errors in the body have already been
/// found.
pub(super) fn problem<'f>(fields: &'f Fields<'_>, http: HttpStatus, has_findings: bool) -> Option<Failure<'f>> {
    let is_entity = !is_failing(http) && fields.is_resource() && fields.get(Field::Id).is_some();
    if is_entity {
        return None;
    }
    if let Some(failure) = chats(fields, http).or_else(|| fields.envelope(http)) {
        return Some(failure);
    }
    let has_problem = is_failing(http) || is_problem(fields);
    let failure = table_code(fields, http).or_else(|| text(fields));
    match failure {
        Some(failure) if has_problem && (!has_findings || is_certain(&failure)) => Some(failure),
        _ if has_findings => None,
        _ => failed(fields),
    }
}

/// Returns whether the text of a failure says what to do next.
fn is_certain(failure: &Failure<'_>) -> bool {
    failure.number.is_some() || known_texts::advice(failure.text).is_some()
}

/// Reads the text of a problem, with the HTTP status that the body repeats. If the text is not known, its title may be.
fn text<'f>(fields: &'f Fields<'_>) -> Option<Failure<'f>> {
    let failure = fields.text_among(&TEXTS)?;
    let title = fields.get(Field::Title).and_then(known_texts::advice);
    let advice = title.filter(|_| !is_certain(&failure));
    Some(Failure { status: http_status(fields), advice, ..failure })
}

/// Reads a reply of the chats API, with `error_type`. Its `error_code` repeats the HTTP status.
fn chats<'f>(fields: &'f Fields<'_>, http: HttpStatus) -> Option<Failure<'f>> {
    let error_key = fields.get(Field::ErrorType)?;
    let code = fields.get(Field::ErrorCode).filter(|code| number(code) != Some(0));
    let text = fields.text_among(&[Field::Description, Field::Message, Field::Error]);
    if !is_failing(http) && code.is_none() && text.is_none() {
        return None;
    }
    let status = code.and_then(number).and_then(HttpStatus::from_u16).unwrap_or(http);
    let advice = match of_status(status) {
        Advice::RetryLater => Advice::RetryLater,
        _ => Advice::FixRequest,
    };
    let no_text =
        || Failure { key: Some(Field::ErrorType.key()), index: fields.index(Field::ErrorType), ..Failure::default() };
    let failure = text.unwrap_or_else(no_text);
    Some(Failure { number: None, error_key: Some(error_key), status: Some(status), advice: Some(advice), ..failure })
}

/// Reads a problem whose `status` is a code of the table: it has no `type` and only "Error" as its title, or the
/// `status` cannot be the HTTP status of a failure.
fn table_code<'f>(fields: &'f Fields<'_>, http: HttpStatus) -> Option<Failure<'f>> {
    let number = number(fields.get(Field::Status)?)?;
    let is_code = has_table_code_title(fields) || (is_failing(http) && is_never_http_failure(number));
    if number == http.as_u16() || !is_code {
        return None;
    }
    let failure = fields.text_among(&[Field::Detail, Field::Hint, Field::Message, Field::Title]).unwrap_or_default();
    let index = fields.index(Field::Status);
    Some(Failure { number: Some(number), key: Some(Field::Status.key()), index, ..failure })
}

fn has_table_code_title(fields: &Fields<'_>) -> bool {
    let title = fields.get(Field::Title);
    let is_untyped = fields.get(Field::Type).is_none()
        || fields.get(Field::Status).and_then(number).is_some_and(is_never_http_failure);
    is_untyped && matches!(title, Some("Error" | "Ошибка"))
}

/// Returns the HTTP status that a problem repeats.
fn http_status(fields: &Fields<'_>) -> Option<HttpStatus> {
    HttpStatus::from_u16(number(fields.get(Field::Status)?)?).filter(|&status| is_failing(status))
}

/// Returns whether the fields are a problem even though the HTTP status is a success.
fn is_problem(fields: &Fields<'_>) -> bool {
    let is_entity = fields.is_resource() || fields.get(Field::Id).is_some();
    let is_known = |title| known_texts::advice(title).is_some();
    let has_status = || {
        has_table_code_title(fields) && fields.get(Field::Status).and_then(number).is_some()
            || http_status(fields).is_some()
    };
    !is_entity && fields.get(Field::Title).is_some_and(|title| is_known(title) || has_status())
}

/// Reads `{"status":"fail"}`.
fn failed<'f>(fields: &'f Fields<'_>) -> Option<Failure<'f>> {
    let has_failed = fields.get(Field::Status).is_some_and(is_failed);
    if has_failed && !fields.is_resource() { fields.text_among(&TEXTS) } else { None }
}
