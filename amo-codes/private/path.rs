//! Finds the section of a request path or URL.

use super::SectionRow;

/// Returns the section whose paths have the longest match with the beginning of a path, in whole segments.
///
/// `url` may be a path; the scheme, user, host, query and fragment of a URL are ignored. A segment `*` matches any segment;
/// of two matches with the same number of segments, the one with fewer `*` wins.
#[must_use]
pub const fn section_of<S: Copy>(url: &str, sections: &[SectionRow], all: &[S]) -> Option<S> {
    let url = url.as_bytes();
    let (start, end) = bounds(url);
    let (mut best, mut best_score) = (None, 0);
    let mut section = 0;
    while section < sections.len() {
        let paths = sections[section].paths;
        let mut index = 0;
        while index < paths.len() {
            if let Some(score) = score(url, start, end, paths[index].as_bytes()) {
                if best.is_none() || score > best_score {
                    (best, best_score) = (Some(all[section]), score);
                }
            }
            index += 1;
        }
        section += 1;
    }
    best
}

/// Returns where the path of a URL starts and ends.
///
/// It ends at the first `?`, `#` or `&`. A scheme, a host or both may precede it. If the URL does not begin with a slash, a
/// first segment with `.`, `:` or `@` counts as a host.
const fn bounds(url: &[u8]) -> (usize, usize) {
    let end = find(url, 0, url.len(), b"?#&");
    let first = find(url, 0, end, SLASHES);
    let is_scheme = first > 0 && url[first - 1] == b':';
    let has_host = find(url, 0, first, b".:@") < first;
    let start = if is_scheme || (first == 0 && 1 < end && is_one_of(url[1], SLASHES)) {
        // After the host, which follows all slashes: `https://host/path`, `//host/path`.
        find(url, skip(url, first, end), end, SLASHES)
    } else if has_host {
        first
    } else {
        return (0, end);
    };
    // A password may contain a slash: `https://user:pass/word@host/path`.
    let mut after_user = start;
    let mut index = start;
    while index < end {
        if url[index] == b'@' {
            after_user = find(url, index, end, SLASHES);
        }
        index += 1;
    }
    (after_user, end)
}

/// Browsers and libraries read both as a slash.
const SLASHES: &[u8] = b"/\\";

/// Returns the index of the first of these bytes, or the end.
const fn find(text: &[u8], start: usize, end: usize, bytes: &[u8]) -> usize {
    let mut index = start;
    while index < end && !is_one_of(text[index], bytes) {
        index += 1;
    }
    index
}

const fn skip(text: &[u8], start: usize, end: usize) -> usize {
    let mut index = start;
    while index < end && is_one_of(text[index], SLASHES) {
        index += 1;
    }
    index
}

const fn is_one_of(byte: u8, bytes: &[u8]) -> bool {
    let mut index = 0;
    while index < bytes.len() {
        if bytes[index] == byte {
            return true;
        }
        index += 1;
    }
    false
}

/// The score of a segment, which outweighs all `*` of a path together.
const SEGMENT: usize = 1 << 15;

/// Scores a match: `SEGMENT` for each segment, minus one for each `*`; `None` if the pattern does not match.
///
/// The two are compared byte by byte, so that most patterns are rejected after a few.
const fn score(path: &[u8], start: usize, end: usize, pattern: &[u8]) -> Option<usize> {
    // `/` matches everything, and any other match is better.
    if pattern.len() == 1 {
        return Some(0);
    }
    // A match is at least as long as its pattern, except for a slash at the beginning. This rejects most patterns.
    if pattern.len() > end - start + 1 {
        return None;
    }
    let (mut index, mut wanted, mut score) = (start, 0, 0);
    while wanted < pattern.len() {
        match pattern[wanted] {
            b'/' if !is_boundary(path, start, index, end) => return None,
            b'/' => {
                index = skip(path, index, end);
                score += SEGMENT;
            }
            _ if index == end => return None,
            // The macro accepts `*` only as a whole segment.
            b'*' => {
                index = find(path, index, end, SLASHES);
                score -= 1;
            }
            byte if byte != path[index] => return None,
            _ => index += 1,
        }
        wanted += 1;
    }
    if is_boundary(path, start, index, end) { Some(score) } else { None }
}

/// Returns whether a segment starts or ends here.
const fn is_boundary(path: &[u8], start: usize, index: usize, end: usize) -> bool {
    index == start || index == end || is_one_of(path[index], SLASHES)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::vec::Vec;

    use super::{SectionRow, bounds, section_of};

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
            let (start, end) = bounds(url.as_bytes());
            assert_eq!(&url[start..end], path, "{url}");
        }
    }
}
