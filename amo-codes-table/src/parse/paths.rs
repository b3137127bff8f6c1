//! The request paths of the sections.

use super::errors::Errors;
use crate::diagnostic::Diagnostic;
use crate::model::Spanned;
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

/// A path can match a request: returns whether this one can.
pub(super) fn check_path(path: &Spanned<String>, errors: &mut Errors<'_>) -> bool {
    let text = &path.value;
    let is_valid = text.starts_with('/') && segments(text).all(|segment| segment == "*" || is_plain(segment));
    if !is_valid {
        let help = "write a path such as `/api/v4/leads/*/notes`, without a host or a query; a segment `*` matches any segment, \
                    such as an id, and a path matches every request below it";
        let error = Diagnostic::new(&format!("invalid path {}", quoted(text)), help);
        errors.report(error.at(&path.span, "can never match a request"));
    }
    is_valid
}

/// Returns whether a segment is neither a pattern or placeholder of another router, such as `{id}`, `:id`, `<id>`, `$id` or
/// `[0-9]+`, nor a part of a query, nor dots that clients resolve.
fn is_plain(segment: &str) -> bool {
    let is_part = |character: char| {
        !character.is_whitespace() && !character.is_control() && !"?#&\\*{}<>[]()".contains(character)
    };
    segment.chars().all(is_part) && !segment.starts_with([':', '$']) && !matches!(segment, "." | "..")
}

#[cfg(test)]
mod tests {
    use super::check_path;
    use crate::model::Spanned;
    use crate::parse::errors::Errors;

    #[test]
    fn a_path_that_no_request_can_have_is_rejected() {
        let is_valid = |path: &str| check_path(&Spanned { value: path.to_owned(), span: 0..0 }, &mut Errors::default());
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
