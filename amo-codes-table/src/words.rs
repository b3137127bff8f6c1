//! What messages have in common: quotes, lists and suggestions.

/// The maximum number of characters of a text from the file in a message.
pub(crate) const LONGEST_QUOTE: usize = 80;

/// Returns a text from the file in backticks, shortened if it is long. What a message suggests is never shortened.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("`{}…`", text.split_at(end).0),
        None => format!("`{text}`"),
    }
}

/// Returns whether a character must not reach a terminal as it is, because it changes what a person sees. The list is that of
/// amo-codes, with which a test compares it.
///
/// ```
/// assert!(amo_codes_table::is_unprintable('\u{202e}') && !amo_codes_table::is_unprintable('ы'));
/// ```
#[must_use]
pub const fn is_unprintable(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Returns a text with its unprintable characters, those that end a line included, escaped.
///
/// ```
/// assert_eq!(amo_codes_table::one_line("two\nlines"), r"two\nlines");
/// ```
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars() {
        if is_unprintable(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// Joins items into a list, with a comma between all but the last two.
///
/// ```
/// let items = ["a", "b", "c"].map(str::to_owned);
/// assert_eq!(amo_codes_table::list(&items, " or "), "a, b or c");
/// ```
#[must_use]
pub fn list(items: &[String], before_last: &str) -> String {
    match items {
        [others @ .., last] if !others.is_empty() => format!("{}{before_last}{last}", others.join(", ")),
        _ => items.concat(),
    }
}

/// Joins names into a list, each in backticks.
///
/// ```
/// assert_eq!(amo_codes_table::quoted_list(&["a", "b"], " and "), "`a` and `b`");
/// ```
#[must_use]
pub fn quoted_list(names: &[&str], before_last: &str) -> String {
    let mut quoted = Vec::new();
    for name in names {
        quoted.push(format!("`{name}`"));
    }
    list(&quoted, before_last)
}

/// Returns the candidate that `word` is probably a misspelling of, for "did you mean": one edit for every three letters is
/// allowed, but at least one and at most three.
///
/// ```
/// assert_eq!(amo_codes_table::nearest("laeds", &["tasks", "leads"]), Some("leads"));
/// assert_eq!(amo_codes_table::nearest("x", &["tasks", "leads"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let word: Vec<char> = word.chars().collect();
    // What is too long to be quoted is not compared, because that takes long.
    if word.len() > LONGEST_QUOTE {
        return None;
    }
    for edits in 0..=(word.len() / 3).clamp(1, 3) {
        for candidate in candidates {
            let candidate_letters: Vec<char> = candidate.chars().collect();
            if is_near(&word, &candidate_letters, edits) {
                return Some(candidate);
            }
        }
    }
    None
}

/// Returns whether so many edits are enough to turn one word into the other: each inserts, deletes or replaces a letter, or swaps
/// two.
fn is_near(one: &[char], other: &[char], edits: usize) -> bool {
    match (one, other) {
        ([], []) => true,
        ([a, one @ ..], [b, other @ ..]) if a == b => is_near(one, other, edits),
        _ if edits == 0 => false,
        ([a, b, one @ ..], [c, d, other @ ..]) if a == d && b == c && is_near(one, other, edits - 1) => true,
        _ => {
            let (rest, other_rest) = (one.get(1..).unwrap_or_default(), other.get(1..).unwrap_or_default());
            is_near(rest, other, edits - 1)
                || is_near(one, other_rest, edits - 1)
                || is_near(rest, other_rest, edits - 1)
        }
    }
}

/// Returns the end of a message that suggests another name, if there is one.
pub(crate) fn did_you_mean(name: Option<&str>) -> String {
    name.map_or(String::new(), |name| format!(", did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::{list, nearest, quoted};

    #[test]
    fn a_quote_is_shortened() {
        for (text, shown) in [("", "``"), (&"я".repeat(80), &format!("`{}`", "я".repeat(80)))] {
            assert_eq!(quoted(text), shown);
        }
        assert_eq!(quoted(&"я".repeat(81)), format!("`{}…`", "я".repeat(80)));
    }

    #[test]
    fn items_are_joined_into_a_list() {
        for (items, listed) in [(&[][..], ""), (&["a"], "a"), (&["a", "b"], "a or b"), (&["a", "b", "c"], "a, b or c")]
        {
            assert_eq!(list(&items.iter().map(|&item| item.to_owned()).collect::<Vec<_>>(), " or "), listed);
        }
    }

    #[test]
    fn what_is_too_long_to_be_quoted_is_not_compared() {
        for (length, is_compared) in [(80, true), (81, false)] {
            let word = "x".repeat(length);
            assert_eq!(nearest(&word, &[&word]).is_some(), is_compared, "{length}");
        }
        assert_eq!(nearest("name", &[&"name".repeat(1_000_000), "nam"]), Some("nam"));
    }

    #[test]
    fn only_close_names_are_suggested() {
        let keys = ["name", "description", "http", "note", "advice"];
        for (word, near) in [
            ("htpp", Some("http")),
            ("adwise", Some("advice")),
            ("descripton", Some("description")),
            ("discripton", Some("description")),
            ("advxxe", Some("advice")),
            ("advcie", Some("advice")),
            ("dvaice", Some("advice")),
            ("dxescxriptixon", Some("description")),
            ("dxesxcxriptixon", None),
            ("anem", None),
            ("adxxxe", None),
            // Two are equally near.
            ("nate", Some("name")),
            ("status", None),
            ("more", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, &keys), near, "{word}");
        }
    }
}
