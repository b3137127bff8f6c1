//! Displays findings and replies as one human-readable line.

use std::cmp::Reverse;
use std::fmt::{self, Display, Formatter};

use amo_codes::private::is_unprintable;
use amo_codes::{Advice, Code};

use crate::{Finding, Outcome, Reply, Subject};

#[cfg(test)]
mod tests;

/// The maximum number of findings in the line of a reply.
const MAX_LISTED: usize = 5;
/// The maximum number of characters of a message or a description, on its own and in a list.
const MAX_CHARS: usize = 300;
const MAX_CHARS_IN_LIST: usize = 100;

/// How the line of a reply ends if the request was not refused.
pub(crate) const PARTIAL: &str = "partly carried out: check before repeating it";
pub(crate) const UNKNOWN: &str = "may have been carried out: check before repeating it";

impl Display for Finding {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_finding(f, self, MAX_CHARS)
    }
}

impl Display for Reply {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", one_line(self.path(), MAX_CHARS))?;
        if let Some(status) = self.status() {
            write!(f, "HTTP {status}: ")?;
        }
        match self.findings() {
            [] => write!(f, "{}", Advice::NotAnError)?,
            [finding] if self.omitted_findings() == 0 => write!(f, "{finding}")?,
            findings => write_all(f, findings, self.omitted_findings())?,
        }
        let advice = match (self.advice(), self.outcome()) {
            // What was carried out must not be repeated, however late.
            (Advice::NotAnError, _) | (Advice::RetryLater, Outcome::Partial | Outcome::Unknown) => None,
            (advice, _) => Some(advice.to_string()),
        };
        let outcome = match self.outcome() {
            Outcome::Done | Outcome::Refused => None,
            Outcome::Partial => Some(PARTIAL.to_owned()),
            Outcome::Unknown => Some(UNKNOWN.to_owned()),
        };
        write_details(f, [advice, outcome])
    }
}

/// Writes the most severe findings and how many others there are.
fn write_all(f: &mut Formatter<'_>, findings: &[Finding], omitted: usize) -> fmt::Result {
    let mut worst: Vec<_> = findings.iter().collect();
    worst.sort_by_key(|finding| Reverse(finding.advice()));
    for (index, finding) in worst.iter().take(MAX_LISTED).enumerate() {
        f.write_str(if index > 0 { "; " } else { "" })?;
        write_finding(f, finding, MAX_CHARS_IN_LIST)?;
    }
    match findings.len().saturating_sub(MAX_LISTED) + omitted {
        0 => Ok(()),
        others => write!(f, "; and {others} more"),
    }
}

/// Writes what went wrong and what it concerns.
fn write_finding(f: &mut Formatter<'_>, finding: &Finding, max_chars: usize) -> fmt::Result {
    let detail = |what: &str, text: &str| format!("{what} {}", one_line(text, MAX_CHARS_IN_LIST));
    let subject = finding.subject().map(|subject| match subject {
        Subject::Entity(id) => detail("entity", id),
        Subject::RequestItem(id) => detail("item", id),
    });
    write_what(f, finding, max_chars)?;
    write_details(f, [subject, finding.field().map(|field| detail("field", field))])
}

fn write_details(f: &mut Formatter<'_>, details: [Option<String>; 2]) -> fmt::Result {
    let details: Vec<_> = details.into_iter().flatten().collect();
    if details.is_empty() { Ok(()) } else { write!(f, " ({})", details.join("; ")) }
}

/// Writes what went wrong: the code, the possible codes, or the message.
fn write_what(f: &mut Formatter<'_>, finding: &Finding, max_chars: usize) -> fmt::Result {
    let message = one_line(finding.message(), max_chars);
    let (Some(number), code) = (finding.number(), finding.code()) else {
        return match finding.error_key().map(|key| one_line(key, MAX_CHARS_IN_LIST)) {
            Some(key) if message.is_empty() => f.write_str(&key),
            // A single word, such as `NOT_FOUND`, says less than the key.
            Some(key) if !message.contains(' ') => write!(f, "{key}: {message}"),
            _ if message.is_empty() => f.write_str(finding.body_kind.without_text()),
            _ => f.write_str(&message),
        };
    };
    if let Some(code) = code {
        return write!(f, "{}.{number}: {}", code.section(), one_line(code.description(), max_chars));
    }
    let meanings = Code::by_number(number);
    let is = if meanings.is_empty() { "unknown" } else { "ambiguous" };
    write!(f, "{is} code {number}")?;
    if !message.is_empty() {
        write!(f, ": {message}")?;
    }
    for (index, code) in meanings.iter().enumerate() {
        let before = if index == 0 { "; it may be" } else { "," };
        let description = one_line(code.description(), MAX_CHARS_IN_LIST);
        write!(f, "{before} {}.{number} ({description})", code.section())?;
    }
    Ok(())
}

/// Returns the beginning of a text on one line, with `…` if it was cut: its words, without characters that change what a person sees.
fn one_line(text: &str, max_chars: usize) -> String {
    let is_space = |character: char| character.is_control() || character.is_whitespace();
    let visible = text.chars().filter(|&character| is_space(character) || !is_unprintable(character));
    let visible: String = visible.map(|character| if is_space(character) { ' ' } else { character }).collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(max_chars) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
