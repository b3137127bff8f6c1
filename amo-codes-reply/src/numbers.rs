//! Numbers in texts, in the words that amoCRM uses. The program reads logs with the same grammar.

#[cfg(test)]
mod tests;

/// The words before a code, in lower case: `Код ошибки 222. …`, `Error code 104.`
pub const LABELS: [&str; 5] = ["код ошибки", "error code", "error_code", "error-code", "errorcode"];
/// The words before a code that ends the sentence: `Error 282.`
pub const SENTENCES: [&str; 2] = ["error", "ошибка"];
/// What may be between the words and the number: `"error_code":"244"`, `[error_code] => 244`, `error code: #244`.
pub const BETWEEN: &str = " \t\"'`\\]:=>(#№*";
/// The numbers that amoCRM's example for PHP prints as `Код ошибки: 401`, although they are HTTP statuses (S52).
pub const STATUSES: [i64; 7] = [400, 401, 403, 404, 500, 502, 503];

/// Returns the code that a text begins with.
pub(crate) fn leading_code(text: &str) -> Option<i64> {
    let text = text.trim_start();
    let labelled = LABELS.iter().find_map(|label| {
        let rest = after_words(text, label)?;
        let (number, _) = number_after(rest)?;
        (!rest.starts_with(':') || !STATUSES.contains(&number)).then_some(number)
    });
    labelled.or_else(|| {
        let (number, rest) = SENTENCES.iter().find_map(|label| number_after(after_words(text, label)?))?;
        rest.starts_with('.').then_some(number)
    })
}

/// Returns the number that follows a label, and what follows the number, unless it is a part of something else: a date, a time, an
/// amount, an id.
#[must_use]
pub fn number_after(label_end: &str) -> Option<(i64, &str)> {
    let rest = label_end.trim_start_matches(|character| BETWEEN.contains(character));
    // A dash between spaces is not a sign.
    let rest = ["- ", "– ", "— "].iter().find_map(|dash| rest.strip_prefix(dash)).unwrap_or(rest);
    let unsigned = rest.strip_prefix('-').unwrap_or(rest);
    let after = unsigned.trim_start_matches(|character: char| character.is_ascii_digit());
    let number = rest[..rest.len() - after.len()].parse().ok()?;
    let mut next = after.chars();
    let is_part = match next.next() {
        Some('.' | ',' | ':' | '/') => next.next().is_some_and(|character| character.is_ascii_digit()),
        Some('-') => next.next().is_some_and(char::is_alphanumeric),
        Some(character) => character.is_alphanumeric() || character == '_',
        None => false,
    };
    if is_part { None } else { Some((number, after)) }
}

/// Returns what follows the words at the beginning of a text, in any case.
fn after_words<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut characters = text.chars();
    let is_there =
        words.chars().all(|word| characters.next().is_some_and(|character| character.to_lowercase().eq([word])));
    Some(characters.as_str()).filter(|rest| is_there && !rest.starts_with(char::is_alphanumeric))
}
