//! Displays findings and replies as one human-readable line.

use core::fmt::{self, Display, Formatter};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use crate::Advice;
use crate::reply::text::{is_error_key, is_id, is_word, shorten};
use crate::reply::{Finding, Reply};

/// The maximum number of findings in the line of a reply.
const MOST: usize = 5;
/// The maximum number of characters of a message or a description, on its own and in a list.
const LONGEST: usize = 300;
const LONGEST_IN_LIST: usize = 100;

impl Display for Finding {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_what(f, self, LONGEST)?;
        let details = subject(self).into_iter().chain([self.advice().to_string()]).collect::<Vec<_>>();
        write!(f, " ({})", details.join("; "))
    }
}

impl Display for Reply {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: HTTP {}: ", shorten(self.path(), LONGEST), self.status())?;
        match self.findings() {
            [] => write!(f, "{}", Advice::NotAnError),
            [finding] if self.omitted() == 0 => write!(f, "{finding}"),
            findings => {
                write_all(f, findings, self.omitted())?;
                write!(f, " ({})", self.advice())
            }
        }
    }
}

/// Writes the most severe findings and how many others there are.
fn write_all(f: &mut Formatter<'_>, findings: &[Finding], omitted: usize) -> fmt::Result {
    let mut shown = 0;
    for advice in Advice::ALL.iter().rev() {
        for finding in findings.iter().filter(|finding| finding.advice() == *advice).take(MOST - shown) {
            if shown > 0 {
                f.write_str("; ")?;
            }
            write_what(f, finding, LONGEST_IN_LIST)?;
            let subject = subject(finding);
            if !subject.is_empty() {
                write!(f, " ({})", subject.join("; "))?;
            }
            shown += 1;
        }
    }
    match findings.len() - shown + omitted {
        0 => Ok(()),
        others => write!(f, "; and {others} more"),
    }
}

/// Writes what went wrong: the code, the possible codes, or the message.
fn write_what(f: &mut Formatter<'_>, finding: &Finding, longest: usize) -> fmt::Result {
    let message = shorten(finding.message(), longest);
    let (Some(number), code) = (finding.number(), finding.code()) else {
        return match finding.error_key() {
            Some(key) if message.is_empty() && is_error_key(key) => f.write_str(key),
            _ if message.is_empty() => f.write_str("(no message)"),
            _ => f.write_str(&message),
        };
    };
    if let Some(code) = code {
        return write!(f, "{}.{number}: {}", code.section(), shorten(code.description(), longest));
    }
    let meanings = finding.meanings();
    let is = if meanings.is_empty() { "unknown" } else { "ambiguous" };
    write!(f, "{is} code {number}")?;
    if !message.is_empty() {
        write!(f, ": {message}")?;
    }
    for (index, code) in meanings.iter().enumerate() {
        let before = if index == 0 { "; it may be" } else { "," };
        let description = shorten(code.description(), LONGEST_IN_LIST);
        write!(f, "{before} {}.{number} ({description})", code.section())?;
    }
    Ok(())
}

/// Returns the ids and field names that a finding concerns, except those that may be confidential.
fn subject(finding: &Finding) -> Vec<String> {
    let kind = if finding.is_request_id() { "item" } else { "entity" };
    let entity = finding.entity().filter(|id| is_id(id)).map(|id| format!("{kind} {id}"));
    let field = finding.field().filter(|field| is_word(field)).map(|field| format!("field {field}"));
    entity.into_iter().chain(field).collect()
}
