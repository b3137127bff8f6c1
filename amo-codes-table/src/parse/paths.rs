//! The request paths of the sections.

use crate::diagnostic::Diagnostic;
use crate::model::Spanned;
use crate::rule::Rule;
use crate::words::quoted;

/// Returns a path as it is compared: with single slashes, one before each segment.
pub(super) fn normal(path: &str) -> String {
    let mut normal = String::new();
    for segment in segments(path) {
        normal.push('/');
        normal += segment;
    }
    normal
}

/// Returns the segments of a path; trailing slashes and several in a row do not matter.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

/// Returns whether requests can have this path; otherwise, reports it.
pub(super) fn is_valid(path: &Spanned<String>, errors: &mut Vec<Diagnostic>) -> bool {
    let text = &path.value;
    let is_valid = text.starts_with('/') && segments(text).all(|segment| segment == "*" || is_plain(segment));
    if !is_valid {
        let help = "write a path such as `/api/v4/leads/*/notes`, without a host and a query; a segment `*` matches any segment, \
                    such as an id, and a path matches every request below it";
        let diagnostic = Diagnostic::new(Rule::PathFormat, format!("invalid path {}", quoted(text)));
        errors.push(diagnostic.at(&path.span).label("no request matches it").help(help));
    }
    is_valid
}

/// Returns whether a segment is neither a pattern or placeholder of another router, such as `{id}`, `:id`, `<id>`, `$id` or
/// `[0-9]+`, nor a part of a query, nor dots that clients resolve.
fn is_plain(segment: &str) -> bool {
    let is_part = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"?#&\\*{}<>[]()".contains(letter);
    segment.chars().all(is_part) && !segment.starts_with([':', '$']) && !matches!(segment, "." | "..")
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
            "/leads*",
            "/leads/**",
            "/a/../leads",
            "/./leads",
        ] {
            assert!(!is_valid(path), "{path}");
        }
    }
}
