//! Reads the line that `Display` writes.

use amo_codes::{Advice, Code, HttpStatus};

use super::Reply;
use crate::at::At;
use crate::hints::Hints;
use crate::line::{PARTIAL, UNKNOWN};
use crate::report::Report;
use crate::{BodyKind, Finding, Outcome, Subject};

impl Reply {
    /// Reads the line that `Display` writes, for the program `amo-codes`. The line has no pointers, and the messages only of findings
    /// without a code.
    #[doc(hidden)]
    #[must_use]
    pub fn of_line(line: &str) -> Option<Self> {
        let (before, end) = line.trim_end().strip_suffix(')')?.rsplit_once(" (")?;
        let (mut advice, mut outcome) = (Advice::RetryLater, Outcome::Refused);
        for part in end.split("; ") {
            match part {
                PARTIAL => outcome = Outcome::Partial,
                UNKNOWN => outcome = Outcome::Unknown,
                _ => advice = *Advice::ALL.iter().find(|advice| advice.to_string() == part)?,
            }
        }
        let (start, what, status) = match before.split_once(": HTTP ") {
            Some((start, rest)) => {
                let (status, what) = rest.split_once(": ")?;
                (start, what, Some(HttpStatus::from_u16(status.parse().ok()?)?))
            }
            None => before.split_once(": ").map(|(start, what)| (start, what, None))?,
        };
        // The line of a log may have something before the path.
        let path = start.rsplit([' ', '"', '=']).next().filter(|path| path.is_empty() || path.starts_with('/'))?;
        Some(Self {
            path: path.into(),
            status,
            body_kind: BodyKind::Other,
            findings: findings(what, advice),
            omitted_findings: 0,
            outcome,
            hints: Hints::default(),
        })
    }
}

/// Returns the findings that the line lists, the first of which has the advice of the reply.
fn findings(what: &str, worst: Advice) -> Vec<Finding> {
    let is_finding = |part: &&str| !part.starts_with("it may be ") && !part.starts_with("and ");
    let parts = split(what).filter(is_finding).enumerate();
    parts.map(|(index, part)| finding(part, worst, index == 0)).collect()
}

/// Reads a finding: a code or a message, and in brackets what it concerns.
fn finding(part: &str, worst: Advice, is_worst: bool) -> Finding {
    let is_details = |details: &str| ["entity ", "item ", "field "].iter().any(|name| details.starts_with(name));
    let parts = part.strip_suffix(')').and_then(|part| part.rsplit_once(" ("));
    let (text, details) = parts.filter(|(_, details)| is_details(details)).unwrap_or((part, ""));
    let detail = |name: &str| details.split("; ").find_map(|detail| detail.strip_prefix(name));
    let mut at = At::default();
    at.subject = detail("entity ").map(Subject::Entity).or_else(|| detail("item ").map(Subject::RequestItem));
    at.field = detail("field ");

    let code: Option<Code> = text.split_once(": ").and_then(|(address, _)| address.parse().ok());
    let number = ["unknown code ", "ambiguous code "].iter().find_map(|start| text.strip_prefix(start));
    let number = number.and_then(|number| number.split([':', ' ']).next()?.parse().ok());
    let text = if code.is_some() { "" } else { text };
    let report = Report { number: code.map(Code::number).or(number), text, ..Report::default() };
    let advice = code.map(Code::advice).filter(|_| !is_worst).unwrap_or(worst).min(worst);
    Finding::new(&report, &at, code, advice, BodyKind::Other)
}

/// Splits a list, but not the details of an error in brackets.
fn split(what: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    what.split(move |character: char| {
        depth += i32::from(character == '(') - i32::from(character == ')');
        character == ';' && depth <= 0
    })
    .map(str::trim)
}
