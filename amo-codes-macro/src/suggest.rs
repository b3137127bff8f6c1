//! The nearest word, for "did you mean".

/// The candidate with the least edits from `word`, if they are few for its length.
pub(crate) fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let mut most = (word.chars().count() / 3).max(1);
    let mut nearest = None;
    for candidate in candidates {
        let edits = edits(word, candidate);
        if edits < most || (edits == most && nearest.is_none()) {
            (most, nearest) = (edits, Some(*candidate));
        }
    }
    nearest
}

/// The least number of insertions, deletions, replacements and swaps of neighbours between two words.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut two_back: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut before = None;
    for (row, from) in a.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, &to) in b.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or_default();
            let mut least = (at(&above, column + 1) + 1)
                .min(at(&current, column) + 1)
                .min(at(&above, column) + usize::from(from != to));
            let swapped = column > 0 && before == Some(to) && b.get(column - 1) == Some(&from);
            if swapped {
                least = least.min(at(&two_back, column - 1) + 1);
            }
            current.push(least);
        }
        two_back = std::mem::replace(&mut above, current);
        before = Some(from);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{edits, nearest};

    #[test]
    fn edits_are_counted() {
        for (a, b, count) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("http", "http", 0),
            ("htpp", "http", 1),
            ("htp", "http", 1),
            ("hhttp", "http", 1),
            ("tetx", "text", 1),
            ("name", "note", 2),
            ("abcx", "abc", 1),
            ("ca", "abc", 3),
        ] {
            assert_eq!(edits(a, b), count, "{a} {b}");
        }
    }

    #[test]
    fn only_what_is_near_is_suggested() {
        let keys = ["name", "text", "http", "note", "advice"];
        assert_eq!(nearest("htpp", &keys), Some("http"));
        assert_eq!(nearest("Text", &keys), Some("text"));
        assert_eq!(nearest("adwise", &keys), Some("advice"));
        assert_eq!(nearest("status", &keys), None);
        assert_eq!(nearest("more", &keys), None);
        assert_eq!(nearest("", &keys), None);
        assert_eq!(nearest("nate", &keys), Some("name"), "the first of those that are equally near");
    }
}
