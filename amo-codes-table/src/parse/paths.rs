//! The request paths of the sections.

use crate::diagnostic::{Diagnostic, quoted};
use crate::model::{Spanned, segments};
use crate::rule::Rule;

/// Returns a path as it is compared: with single slashes and none at its end.
pub(super) fn normal(path: &str) -> String {
    format!("/{}", segments(path).collect::<Vec<_>>().join("/"))
}

/// Returns whether requests can have this path; otherwise, reports it.
pub(super) fn is_valid(path: &Spanned<String>, errors: &mut Vec<Diagnostic>) -> bool {
    let Some(expected) = unmatchable(&path.value) else {
        return true;
    };
    let diagnostic = Diagnostic::new(Rule::PathFormat, format!("invalid path {}", quoted(&path.value))).at(&path.span);
    let help = "write a path such as `/api/v4/leads/*/notes`: a segment `*` matches any segment, and a path matches every \
                request below it";
    errors.push(diagnostic.label(expected).help(help));
    false
}

/// Returns why no request can have this path; `None` for a path that can match.
fn unmatchable(path: &str) -> Option<&'static str> {
    let has = |is: fn(&str) -> bool| segments(path).any(is);
    if path.is_empty() {
        Some("empty path")
    } else if !path.starts_with('/') {
        Some("expected a leading `/`")
    } else if path.contains(['?', '#', '&']) {
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

#[cfg(test)]
mod tests {
    use super::unmatchable;

    #[test]
    fn what_no_request_can_match_is_rejected() {
        for (path, expected) in [
            ("", "empty"),
            ("leads", "leading"),
            ("example.com/leads", "leading"),
            ("/leads?page=2", "query"),
            ("/leads&page=2", "query"),
            ("/leads#x", "query"),
            ("/leads\\notes", "separator"),
            ("/a b", "spaces"),
            ("/leads/{id}/notes", "id"),
            ("/leads/:id", "id"),
            ("/leads/<id>", "id"),
            ("/leads/$id", "id"),
            ("/leads/[0-9]+/notes", "id"),
            ("/leads/(id)", "id"),
            ("/leads/%7Bid%7D", "id"),
            ("/leads*", "whole"),
            ("/leads/**", "whole"),
            ("/a/../leads", "`..`"),
            ("/./leads", "`..`"),
        ] {
            assert!(unmatchable(path).is_some_and(|found| found.contains(expected)), "{path}");
        }
    }

    #[test]
    fn what_a_request_can_match_is_accepted() {
        for path in ["/", "/leads", "/leads/", "/leads/*/notes", "/*", "/a.b/..c", "//leads"] {
            assert_eq!(unmatchable(path), None, "{path}");
        }
    }
}
