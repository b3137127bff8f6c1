//! What the body says as a whole, in its outermost fields: a problem, a word of failure, or nothing.

use crate::HttpStatus;
use crate::reply::advice::is_failing;
use crate::reply::fields::{Fields, Said, numeric};
use crate::reply::place::Field;

/// The fields that hold words for people; amoCRM's `hint` says more than its `detail`, which is the same for all.
const WORDS: [Field; 6] = [Field::Hint, Field::Detail, Field::Description, Field::Message, Field::Title, Field::Status];
/// What `status` says where it is a word and something failed.
const FAILURES: [&str; 4] = ["fail", "failed", "error", "no note"];

/// What the body's own fields say went wrong; `is_told` where its errors have said so already.
pub(super) fn problem<'f>(fields: &'f Fields<'_>, http: HttpStatus, is_told: bool) -> Option<Said<'f>> {
    if let Some(said) = fields.envelope() {
        return Some(said);
    }
    let has_problem = is_failing(http) || is_problem(fields);
    let said = table_code(fields).or_else(|| {
        let words = fields.words(&WORDS);
        words.map(|said| Said { status: http_status(fields), ..said })
    });
    match said {
        Some(said) if has_problem && (said.number.is_some() || !is_told) => Some(said),
        _ if is_told => None,
        _ => word(fields),
    }
}

/// The old form, `{"title":"Error","status":244}`: here `status` is a code of the table.
fn table_code<'f>(fields: &'f Fields<'_>) -> Option<Said<'f>> {
    let has_form = fields.get(Field::Title) == Some("Error") && fields.get(Field::Type).is_none();
    let number = numeric(fields.get(Field::Status)?).filter(|_| has_form)?;
    let said = fields.words(&[Field::Detail, Field::Hint, Field::Message, Field::Title])?;
    Some(Said { number: Some(number), key: Some(Field::Status.key()), ..said })
}

/// The HTTP status that a problem repeats.
fn http_status(fields: &Fields<'_>) -> Option<HttpStatus> {
    HttpStatus::from_u16(numeric(fields.get(Field::Status)?)?).filter(|&status| is_failing(status))
}

/// Whether the fields have the form of a problem, in an answer whose status tells of a success.
fn is_problem(fields: &Fields<'_>) -> bool {
    let is_entity = fields.is_resource() || fields.get(Field::Id).is_some();
    !is_entity && fields.get(Field::Title).is_some() && (table_code(fields).is_some() || http_status(fields).is_some())
}

/// `{"status":"fail"}`.
fn word<'f>(fields: &'f Fields<'_>) -> Option<Said<'f>> {
    let is_failure = fields.get(Field::Status).is_some_and(|word| FAILURES.contains(&word));
    if is_failure && !fields.is_resource() { fields.words(&WORDS) } else { None }
}
