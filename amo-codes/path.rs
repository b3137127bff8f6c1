//! From a request's path to the section that answers it.

/// The place of the pattern that matches the longest beginning of `path`, in whole segments.
///
/// `path` may be a URL; its scheme, host, query and fragment are passed over. A pattern's segment `*` matches any
/// segment; of two patterns of one length the one that spells more segments out wins.
#[must_use]
pub const fn longest_match(path: &str, patterns: &[&str]) -> Option<usize> {
    let path = path.as_bytes();
    let (start, end) = bounds(path);
    let (mut best, mut best_score) = (None, 0);
    let mut place = 0;
    while place < patterns.len() {
        if let Some(score) = score(path, start, end, patterns[place].as_bytes()) {
            if best.is_none() || score > best_score {
                (best, best_score) = (Some(place), score);
            }
        }
        place += 1;
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
const fn score(path: &[u8], start: usize, end: usize, pattern: &[u8]) -> Option<usize> {
    let (mut at, mut score) = (start, 0);
    let mut wanted = next(pattern, 0, pattern.len());
    while let Some((from, to)) = wanted {
        let Some((segment_from, segment_to)) = next(path, at, end) else {
            return None;
        };
        if to - from == 1 && pattern[from] == b'*' {
            score += SEGMENT;
        } else if same(pattern, from, to, path, segment_from, segment_to) {
            score += SEGMENT + 1;
        } else {
            return None;
        }
        at = segment_to;
        wanted = next(pattern, to, pattern.len());
    }
    Some(score)
}

/// The next segment that is not empty.
const fn next(text: &[u8], mut from: usize, end: usize) -> Option<(usize, usize)> {
    while from < end && text[from] == b'/' {
        from += 1;
    }
    let mut to = from;
    while to < end && text[to] != b'/' {
        to += 1;
    }
    if from < to { Some((from, to)) } else { None }
}

const fn same(a: &[u8], a_from: usize, a_to: usize, b: &[u8], b_from: usize, b_to: usize) -> bool {
    if a_to - a_from != b_to - b_from {
        return false;
    }
    let mut place = 0;
    while a_from + place < a_to {
        if a[a_from + place] != b[b_from + place] {
            return false;
        }
        place += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::longest_match;

    const PATTERNS: &[&str] = &["/leads", "/leads/*/notes", "/leads/notes", "/leads/hot/*", "/a/b/c", "/"];

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
            let found = longest_match(path, PATTERNS).map(|place| PATTERNS[place]);
            assert_eq!(found, Some(pattern), "{path}");
        }
    }

    #[test]
    fn nothing_matches_where_no_pattern_does() {
        assert_eq!(longest_match("/contacts", &["/leads", "/leads/*"]), None);
        assert_eq!(longest_match("/leads", &[]), None);
    }
}
