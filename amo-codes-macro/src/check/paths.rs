//! The request paths of the sections.

use super::{Invalid, Unique};
use crate::diagnostic::Diagnostic;
use crate::model::{Table, segments};
use crate::rule::Rule;

/// Every path can match a request, and is unique.
pub(super) fn paths(table: &Table, invalid: &mut Invalid<'_>) {
    let mut unique = Unique::default();
    for section in &table.sections {
        for path in &section.paths {
            let text = &path.value;
            if let Some(expected) = unmatchable(text) {
                let diagnostic = Diagnostic::new(Rule::PathFormat, format!("invalid path `{text}`")).label(expected);
                invalid.push(&path.span, diagnostic.help(help(text)));
                continue;
            }
            let Some((earlier, first)) = unique.add(segments(text).join("/"), section, &path.span) else {
                continue;
            };
            let message = if earlier.key.value == section.key.value {
                format!("duplicate path `{text}` in section `{}`", section.key.value)
            } else {
                format!("sections `{}` and `{}` both have the path `{text}`", earlier.key.value, section.key.value)
            };
            let diagnostic = Diagnostic::new(Rule::PathOnce, message).label("again here").other(first, "first here");
            invalid.push(&path.span, diagnostic.help("keep it in one section only"));
        }
    }
}

/// Why no request has a path like this; `None` for a path that can match.
fn unmatchable(path: &str) -> Option<&'static str> {
    let has = |is: fn(&str) -> bool| segments(path).into_iter().any(is);
    if !path.starts_with('/') {
        Some("expected `/` first")
    } else if path.contains(['?', '#']) {
        Some("expected a path without a query or a fragment")
    } else if path.contains(char::is_whitespace) {
        Some("expected no spaces")
    } else if has(is_placeholder) {
        Some("a segment for an id is `*`")
    } else if has(|segment| segment.contains('*') && segment != "*") {
        Some("`*` is a whole segment")
    } else if has(|segment| matches!(segment, "." | "..")) {
        Some("expected no `.` and `..`")
    } else {
        None
    }
}

/// A segment in the notation of another router: `{id}`, `:id` or `<id>`.
fn is_placeholder(segment: &str) -> bool {
    segment.starts_with(':') || segment.contains(['{', '}', '<', '>'])
}

/// The path as it should be.
fn help(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or(path).trim();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest.find('/').map_or("/", |at| rest.split_at(at).1));
    let mut fixed = String::new();
    for segment in segments(path) {
        let segment = match segment {
            segment if is_placeholder(segment) => "*",
            // A path matches everything below it.
            "*" => "*",
            segment => segment.trim_end_matches('*'),
        };
        if segment == ".." {
            fixed.truncate(fixed.rfind('/').unwrap_or(0));
        } else if !segment.is_empty() && segment != "." {
            fixed.push('/');
            fixed.push_str(segment);
        }
    }
    if unmatchable(&fixed).is_some() {
        return "write a path such as `/api/v4/leads/*/notes`, in which `*` is any segment".to_owned();
    }
    format!("write `{fixed}`; a path matches every request below it, and a segment `*` matches any segment")
}

#[cfg(test)]
mod tests {
    use super::{help, unmatchable};

    #[test]
    fn what_no_request_matches_is_rejected_with_the_right_spelling() {
        for (path, fixed) in [
            ("/leads/{id}/notes", "/leads/*/notes"),
            ("/leads/:id", "/leads/*"),
            ("/leads/<id>", "/leads/*"),
            ("/leads*", "/leads"),
            ("/leads/**", "/leads"),
            ("/a/../leads", "/leads"),
            ("/./leads", "/leads"),
            ("leads", "/leads"),
            ("/leads?page=2", "/leads"),
            ("https://example.com/leads#x", "/leads"),
        ] {
            assert!(unmatchable(path).is_some(), "{path}");
            assert!(help(path).starts_with(&format!("write `{fixed}`;")), "{path}: {}", help(path));
        }
        for path in ["/a*b", "/a b", "", "?"] {
            assert!(unmatchable(path).is_some(), "{path}");
            assert!(help(path).starts_with("write a path such as"), "{path}: {}", help(path));
        }
    }

    #[test]
    fn what_a_request_can_match_is_accepted() {
        for path in ["/", "/leads", "/leads/", "/leads/*/notes", "/*", "/a.b/..c", "//leads"] {
            assert_eq!(unmatchable(path), None, "{path}");
        }
    }
}
