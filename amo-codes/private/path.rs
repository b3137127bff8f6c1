//! Finds the section of a request path or URL.

use super::SectionRow;

/// Browsers and libraries read both as a slash.
const SLASHES: [char; 2] = ['/', '\\'];

/// Returns the section whose paths have the longest match with the beginning of a path, in whole segments.
///
/// `url` may be a path; the scheme, user, host, query and fragment of a URL are ignored. A segment `*` matches any segment;
/// of two matches with the same number of segments, the one with fewer `*` wins.
#[must_use]
pub fn section_of<S: Copy>(url: &str, sections: &[SectionRow], all: &[S]) -> Option<S> {
    let sections = sections.iter().zip(all);
    best_match(url, sections.flat_map(|(row, section)| row.paths.iter().map(move |pattern| (*pattern, *section))))
}

/// Returns what belongs to the pattern that matches best, the first of several that are equally good.
pub fn best_match<'p, S>(url: &str, patterns: impl Iterator<Item = (&'p str, S)>) -> Option<S> {
    let path = path_of(url);
    let mut best = None;
    for (pattern, section) in patterns {
        if let Some(score) = score(path, pattern) {
            if best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, section));
            }
        }
    }
    best.map(|(_, section)| section)
}

/// Returns how well a pattern matches, or `None` if it does not: by its number of segments, then of those without `*`.
fn score(path: &str, pattern: &str) -> Option<(usize, usize)> {
    let mut found = segments(path);
    let mut score = (0, 0);
    for wanted in segments(pattern) {
        let found = found.next()?;
        match wanted {
            "*" => {}
            _ if wanted == found => score.1 += 1,
            _ => return None,
        }
        score.0 += 1;
    }
    Some(score)
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split(SLASHES).filter(|segment| !segment.is_empty())
}

/// Returns the path of a URL or path, without what may be secret: scheme, user, host, query and fragment.
///
/// It ends at the first `?`, `#` or `&`; amoCRM's old API has requests such as `/auth.php&USER_LOGIN=…`. A scheme, a host or both
/// may precede it, and blanks around it are ignored. If the URL does not begin with a slash, a first segment with `.`, `:` or `@`
/// counts as a host.
#[must_use]
pub fn path_of(url: &str) -> &str {
    let url = url.split(['?', '#', '&']).next().unwrap_or_default().trim();
    let (first, rest) = url.split_at(url.find(SLASHES).unwrap_or(url.len()));
    let after_slashes = rest.trim_start_matches(SLASHES);
    let has_two_slashes = rest.len() > after_slashes.len() + 1;
    let path = if first.ends_with(':') || (first.is_empty() && has_two_slashes) {
        // After the host, which follows all slashes: `https://host/path`, `//host/path`.
        from_slash(after_slashes)
    } else if first.contains(['.', ':', '@']) {
        rest
    } else {
        return url;
    };
    // A password may contain a slash: `https://user:pass/word@host/path`.
    path.rsplit_once('@').map_or(path, |(_, host)| from_slash(host))
}

/// Returns the text from its first slash.
fn from_slash(text: &str) -> &str {
    text.split_at(text.find(SLASHES).unwrap_or(text.len())).1
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::vec::Vec;

    use super::{SectionRow, path_of, section_of};

    const PATTERNS: &[&str] =
        &["/leads", "/leads/*/notes", "/leads/notes", "/leads/hot/*", "/a/*/c", "/a/b/c", "/d/e", "/d/*/*", "/"];

    /// Returns the pattern that matches best.
    fn longest_match(url: &str, patterns: &'static [&'static str]) -> Option<&'static str> {
        let section =
            |pattern| SectionRow { key: "", title: "", paths: core::slice::from_ref(pattern), start: 0, end: 0 };
        let sections: Vec<SectionRow> = patterns.iter().map(section).collect();
        section_of(url, &sections, patterns)
    }

    #[test]
    fn the_longest_match_of_whole_segments_wins() {
        for (url, pattern) in [
            ("/leads", "/leads"),
            ("/leads/", "/leads"),
            ("/leads//55", "/leads"),
            ("leads/55", "/leads"),
            ("/leads?a=/leads/notes", "/leads"),
            ("/leads#/notes", "/leads"),
            ("/leads/55/notes", "/leads/*/notes"),
            ("/leads/notes/7", "/leads/notes"),
            ("/leads/hot/notes", "/leads/*/notes"),
            ("leads/hot/3", "/leads/hot/*"),
            ("https://x.amocrm.ru/leads/1/notes?page=2", "/leads/*/notes"),
            ("https://host//a/b/c", "/a/b/c"),
            ("/a/b?from=https://x/leads", "/"),
            ("https://leads", "/"),
            ("/d/e/f", "/d/*/*"),
            ("/d/e", "/d/e"),
            ("/de", "/"),
            ("/leadss", "/"),
            ("/lead", "/"),
            ("/api/leads", "/"),
            ("", "/"),
        ] {
            assert_eq!(longest_match(url, PATTERNS), Some(pattern), "{url}");
        }
    }

    #[test]
    fn any_match_is_better_than_the_root_whatever_the_order() {
        for patterns in [&["/", "/leads", "/*"], &["/*", "/leads", "/"]] {
            for (url, pattern) in
                [("/leads", "/leads"), ("/leads/5", "/leads"), ("/contacts", "/*"), ("/", "/"), ("", "/")]
            {
                assert_eq!(longest_match(url, patterns), Some(pattern), "{url}");
            }
        }
    }

    #[test]
    fn nothing_matches_if_no_pattern_does() {
        assert_eq!(longest_match("/contacts", &["/leads", "/leads/*"]), None);
        assert_eq!(longest_match("/leads", &[]), None);
    }

    #[test]
    fn only_the_path_of_a_url_is_left() {
        for (url, path) in [
            ("user:pa/ss@host/x", "/x"),
            ("/auth.php&USER_HASH=s3cret", "/auth.php"),
            ("/api/v4/leads&access_token=x", "/api/v4/leads"),
            ("user:pa?ss@host/x", ""),
            ("https://user:pa#ss/@host/x", ""),
            (" /a \n", "/a"),
            ("\thttps://user:pass@host/a b ?c", "/a b"),
            ("", ""),
            ("/", "/"),
            ("/a/b", "/a/b"),
            ("a/b", "a/b"),
            ("/a.b/c:d/e@f", "/a.b/c:d/e@f"),
            ("/a?b/c", "/a"),
            ("/a#b", "/a"),
            ("/a&b=c", "/a"),
            ("https://host/a", "/a"),
            ("HTTPS://user:pass@host:443/a?b#c", "/a"),
            ("https://user:pa/ss@host/a", "/a"),
            ("https://user@host@host/a", "/a"),
            ("https://host", ""),
            ("https://host?a", ""),
            ("https:/host/a", "/a"),
            ("https:\\\\host\\a", "\\a"),
            ("//host/a", "/a"),
            ("//user:pass@host/a", "/a"),
            ("///host/a", "/a"),
            ("\\\\host\\a", "\\a"),
            ("x.amocrm.ru/a", "/a"),
            ("x.amocrm.ru", ""),
            ("localhost:8080/a", "/a"),
            ("user@host/a", "/a"),
            ("mailto:user@host", ""),
        ] {
            assert_eq!(path_of(url), path, "{url}");
        }
    }
}
