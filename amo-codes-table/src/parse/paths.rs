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
    let is_valid =
        path.value.starts_with('/') && segments(&path.value).all(|segment| segment == "*" || is_plain(segment));
    if !is_valid {
        let help = "write a path such as `/api/v4/leads/*/notes`, without a host and a query; a segment `*` matches any segment, \
                    such as an id, and a path matches every request below it";
        let diagnostic = Diagnostic::new(Rule::PathFormat, format!("invalid path {}", quoted(&path.value)));
        errors.push(diagnostic.at(&path.span).label("no request matches it").help(help));
    }
    is_valid
}

/// Returns whether a segment is neither a pattern or placeholder of another router, such as `{id}`, `:id`, `<id>`, `$id` or
/// `[0-9]+`, nor a part of a query, nor dots that clients resolve.
fn is_plain(segment: &str) -> bool {
    let is_part = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"?#&\\*{}<>[]()".contains(letter);
    segment.chars().all(is_part)
        && !segment.starts_with([':', '$'])
        && !segment.to_ascii_lowercase().contains("%7b")
        && !matches!(segment, "." | "..")
}

#[cfg(test)]
mod tests {
    use super::is_valid;
    use crate::model::Spanned;

    #[test]
    fn a_path_that_no_request_can_have_is_rejected() {
        let is_valid = |path: &str| is_valid(&Spanned { value: path.to_owned(), span: 0..0 }, &mut Vec::new());
        for path in ["/", "/leads", "/leads/", "/leads/*/notes", "/*", "/a.b/..c", "//leads", "/a:b"] {
            assert!(is_valid(path), "{path}");
        }
        for path in [
            "",
            "leads",
            "example.com/leads",
            "/leads?page=2",
            "/leads&page=2",
            "/leads#x",
            "/leads\\notes",
            "/a b",
            "/a\u{7}",
            "/leads/{id}/notes",
            "/leads/:id",
            "/leads/<id>",
            "/leads/$id",
            "/leads/[0-9]+/notes",
            "/leads/(id)",
            "/leads/%7Bid%7D",
            "/leads*",
            "/leads/**",
            "/a/../leads",
            "/./leads",
        ] {
            assert!(!is_valid(path), "{path}");
        }
    }
}
