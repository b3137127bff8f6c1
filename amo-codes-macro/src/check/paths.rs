//! The request paths of the sections.

use super::{Invalid, Unique};
use crate::diagnostic::Diagnostic;
use crate::model::{Table, segments};
use crate::rule::Rule;

/// Reports paths that can never match a request, and duplicates.
pub(super) fn paths(table: &Table, invalid: &mut Invalid<'_>) {
    let mut unique = Unique::default();
    for section in &table.sections {
        for path in &section.paths {
            let text = &path.value;
            if let Some(expected) = unmatchable(text) {
                let message = if text.is_empty() { "empty path".to_owned() } else { format!("invalid path `{text}`") };
                let diagnostic = Diagnostic::new(Rule::PathFormat, message).label(expected);
                invalid.push(&path.span, diagnostic.help(help(text)));
                continue;
            }
            let Some((earlier, first)) = unique.add(segments(text).join("/"), section, &path.span) else {
                continue;
            };
            let (message, help) = if earlier.key.value == section.key.value {
                (format!("duplicate path `{text}` in section `{}`", section.key.value), "delete one of them")
            } else {
                let (earlier, section) = (&earlier.key.value, &section.key.value);
                (
                    format!("sections `{earlier}` and `{section}` both have the path `{text}`"),
                    "keep it in one section only",
                )
            };
            let diagnostic = Diagnostic::new(Rule::PathOnce, message).label("again here").other(first, "first here");
            invalid.push(&path.span, diagnostic.help(help));
        }
    }
}

/// Where the path of a request ends.
const ENDS: [char; 3] = ['?', '#', '&'];

/// Returns why no request can have this path; `None` for a path that can match.
fn unmatchable(path: &str) -> Option<&'static str> {
    let has = |is: fn(&str) -> bool| segments(path).into_iter().any(is);
    if path.is_empty() {
        Some("empty path")
    } else if !path.starts_with('/') {
        Some("expected a leading `/`")
    } else if path.contains(ENDS) {
        Some("expected a path without a query or a fragment")
    } else if path.contains('\\') {
        Some("use `/` as the separator")
    } else if path.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
        Some("spaces and control characters are not allowed")
    } else if has(is_placeholder) {
        Some("use `*` for an id")
    } else if has(|segment| segment.contains('*') && segment != "*") {
        Some("`*` must be a whole segment")
    } else if has(|segment| matches!(segment, "." | "..")) {
        Some("expected no `.` or `..` segment")
    } else {
        None
    }
}

/// Returns whether a segment is a placeholder of another router or a pattern: `{id}`, `:id`, `<id>`, `$id`, `[0-9]+`.
fn is_placeholder(segment: &str) -> bool {
    segment.starts_with([':', '$'])
        || segment.contains(['{', '}', '<', '>', '[', ']', '(', ')'])
        || segment.to_ascii_lowercase().contains("%7b")
}

/// Returns the suggested path.
fn help(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.split(ENDS).next().expect("a text has a first part").trim();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest.find('/').map_or("", |at| rest.split_at(at).1));
    let mut segments = segments(path);
    // A host, such as `example.com/leads`.
    if !path.starts_with('/') && segments.first().is_some_and(|first| first.contains('.')) {
        segments.remove(0);
    }
    let last = segments.len().checked_sub(1);
    let mut fixed = String::new();
    for (index, segment) in segments.into_iter().enumerate() {
        let start = segment.trim_end_matches('*');
        let segment = match segment {
            ".." => {
                fixed.truncate(fixed.rfind('/').unwrap_or(0));
                continue;
            }
            "." | "**" => continue,
            segment if is_placeholder(segment) => "*",
            // A path matches everything below it.
            _ if Some(index) == last && start.ends_with(|end: char| end.is_alphanumeric()) => start,
            segment if segment.contains('*') => "*",
            segment => segment,
        };
        fixed.push('/');
        fixed.push_str(segment);
    }
    if fixed.is_empty() {
        fixed.push('/');
    }
    if unmatchable(&fixed).is_some() {
        return "write a path such as `/api/v4/leads/*/notes`, where `*` matches any segment".to_owned();
    }
    format!("write `{fixed}`; a path matches every request below it, and a segment `*` matches any segment")
}

#[cfg(test)]
mod tests {
    use super::{help, unmatchable};

    #[test]
    fn unmatchable_paths_are_rejected_with_a_suggestion() {
        for (path, fixed) in [
            ("/leads/{id}/notes", "/leads/*/notes"),
            ("/leads/:id", "/leads/*"),
            ("/leads/<id>", "/leads/*"),
            ("/leads/$id", "/leads/*"),
            ("/leads/[0-9]+/notes", "/leads/*/notes"),
            ("/leads/(id)", "/leads/*"),
            ("/leads/%7Bid%7D", "/leads/*"),
            ("/leads*", "/leads"),
            ("/leads-*", "/*"),
            ("/api/v*/leads", "/api/*/leads"),
            ("/leads/**", "/leads"),
            ("/leads&page=2", "/leads"),
            ("/leads\\notes", "/leads/notes"),
            ("example.com/leads", "/leads"),
            ("https://example.com/", "/"),
            ("https://example.com", "/"),
            ("/?", "/"),
            ("", "/"),
            ("/a/../leads", "/leads"),
            ("/./leads", "/leads"),
            ("leads", "/leads"),
            ("/leads?page=2", "/leads"),
            ("https://example.com/leads#x", "/leads"),
        ] {
            assert!(unmatchable(path).is_some(), "{path}");
            assert!(help(path).starts_with(&format!("write `{fixed}`;")), "{path}: {}", help(path));
        }
        for path in ["/a*b", "/a b"] {
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
