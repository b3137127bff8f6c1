//! From the path of a request to its section.

use super::SectionRow;

/// The section whose paths have the longest match with the beginning of `path`, in whole segments.
///
/// `path` may be a URL; its scheme, host, query and fragment are ignored. A segment `*` matches any segment; of two
/// matches with the same number of segments, the one with fewer `*` wins.
#[must_use]
pub const fn section_of<S: Copy>(path: &str, sections: &[SectionRow], all: &[S]) -> Option<S> {
    let path = path.as_bytes();
    let (start, end) = bounds(path);
    let (mut best, mut best_score) = (None, 0);
    let mut section = 0;
    while section < sections.len() {
        let paths = sections[section].paths;
        let mut index = 0;
        while index < paths.len() {
            if let Some(score) = score(path, start, end, paths[index].as_bytes()) {
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

/// The path alone, without the scheme, host, query and fragment that a URL has.
#[cfg(feature = "reply")]
pub(crate) fn bare(path: &str) -> &str {
    let (start, end) = bounds(path.as_bytes());
    path.get(start..end).unwrap_or_default()
}

/// What a matched segment counts, more than all the spelled out ones together.
const SEGMENT: usize = 1 << 15;

/// Where the path itself begins and ends: behind `scheme://host`, before `?` or `#`.
const fn bounds(path: &[u8]) -> (usize, usize) {
    let mut end = 0;
    let mut start = 0;
    while end < path.len() && path[end] != b'?' && path[end] != b'#' {
        if start == 0 && end > 1 && path[end - 2] == b':' && path[end - 1] == b'/' && path[end] == b'/' {
            start = end + 1;
        }
        end += 1;
    }
    if start > 0 {
        while start < end && path[start] != b'/' {
            start += 1;
        }
    }
    (start, end)
}

/// How well the pattern matches: its segments, and among as many those spelled out; `None` where it does not match.
///
/// The two are compared byte by byte, so that most patterns are out after a few.
const fn score(path: &[u8], start: usize, end: usize, pattern: &[u8]) -> Option<usize> {
    let (mut at, mut wanted, mut score) = (start, 0, 0);
    loop {
        wanted = skip_slashes(pattern, wanted, pattern.len());
        at = skip_slashes(path, at, end);
        if wanted == pattern.len() {
            return Some(score);
        }
        if at == end {
            return None;
        }
        score += SEGMENT;
        if pattern[wanted] == b'*' && is_segment_end(pattern, wanted + 1, pattern.len()) {
            wanted += 1;
            while !is_segment_end(path, at, end) {
                at += 1;
            }
            continue;
        }
        while !is_segment_end(pattern, wanted, pattern.len()) {
            if at == end || path[at] != pattern[wanted] {
                return None;
            }
            at += 1;
            wanted += 1;
        }
        if !is_segment_end(path, at, end) {
            return None;
        }
        score += 1;
    }
}

const fn skip_slashes(text: &[u8], mut at: usize, end: usize) -> usize {
    while at < end && text[at] == b'/' {
        at += 1;
    }
    at
}

const fn is_segment_end(text: &[u8], at: usize, end: usize) -> bool {
    at == end || text[at] == b'/'
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::vec::Vec;

    use super::{SectionRow, section_of};

    const PATTERNS: &[&str] = &["/leads", "/leads/*/notes", "/leads/notes", "/leads/hot/*", "/a/*/c", "/a/b/c", "/"];

    /// The pattern that matches best.
    fn longest_match(path: &str, patterns: &'static [&'static str]) -> Option<&'static str> {
        let section = |pattern| SectionRow { key: "", title: "", paths: core::slice::from_ref(pattern), start: 0, end: 0 };
        let sections: Vec<SectionRow> = patterns.iter().map(section).collect();
        section_of(path, &sections, patterns)
    }

    #[test]
    fn the_longest_match_of_whole_segments_wins() {
        for (path, pattern) in [
            ("/leads", "/leads"),
            ("/leads/", "/leads"),
            ("//leads//55", "/leads"),
            ("/leads/55", "/leads"),
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
            ("/leadss", "/"),
            ("/lead", "/"),
            ("/api/leads", "/"),
            ("", "/"),
        ] {
            assert_eq!(longest_match(path, PATTERNS), Some(pattern), "{path}");
        }
    }

    #[test]
    fn nothing_matches_where_no_pattern_does() {
        assert_eq!(longest_match("/contacts", &["/leads", "/leads/*"]), None);
        assert_eq!(longest_match("/leads", &[]), None);
    }
}
