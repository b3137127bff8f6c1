//! The numbers in a line that are codes: only those after the words that amoCRM uses.

/// The words before a code, wherever they are in a line.
const LABELS: [&str; 5] = ["код ошибки", "error code", "error_code", "error-code", "errorcode"];
/// The words before a code if the number ends the sentence: `Error 282.`
const SENTENCES: [&str; 2] = ["error ", "ошибка "];
/// The words before an HTTP status.
const STATUSES: [&str; 8] =
    ["http/1.1", "http/1.0", "http/2", "http", "status code", "status_code", "status", "статус"];
/// What may be between the words and the number: `"error_code":"244"`, `[error_code] => 244`, `error code: #244`.
const BETWEEN: &str = " \t\"'`\\]:=>(#№*";

/// Finds the codes of a line, each once.
pub(crate) fn find(line: &str) -> Vec<i64> {
    let line = line.to_lowercase();
    let mut found: Vec<(usize, i64)> = Vec::new();
    for label in LABELS {
        found.extend(after(&line, label).filter_map(|rest| Some((line.len() - rest.len(), labelled(rest)?.0))));
    }
    for label in SENTENCES {
        found.extend(after(&line, label).filter_map(|rest| Some((line.len() - rest.len(), ends_sentence(rest)?))));
    }
    found.sort_by_key(|(place, _)| *place);
    let mut numbers = Vec::new();
    for (_, number) in found {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}

/// Finds the HTTP status of a line.
pub(crate) fn http_status(line: &str) -> Option<u16> {
    let line = line.to_lowercase();
    let labelled = STATUSES.iter().flat_map(|label| after(&line, label)).filter_map(labelled);
    labelled.filter_map(|(number, _)| u16::try_from(number).ok()).find(|number| (100..600).contains(number))
}

/// Returns what follows each occurrence of the words, unless they are the end of a longer word.
fn after<'l>(line: &'l str, label: &'l str) -> impl Iterator<Item = &'l str> {
    line.match_indices(label).filter_map(move |(start, _)| {
        let (before, rest) = line.split_at(start);
        let is_word = !before.ends_with(char::is_alphanumeric);
        if is_word { rest.strip_prefix(label) } else { None }
    })
}

/// Returns the number after the words, and what follows it.
fn labelled(rest: &str) -> Option<(i64, &str)> {
    let rest = rest.trim_start_matches(|letter| BETWEEN.contains(letter));
    // A dash between spaces is not a sign.
    let rest =
        rest.strip_prefix("- ").or_else(|| rest.strip_prefix("– ")).or_else(|| rest.strip_prefix("— ")).unwrap_or(rest);
    leading(rest)
}

/// Returns the number that a text begins with, unless it is a part of something else: a date, a time, an amount, an id.
fn leading(text: &str) -> Option<(i64, &str)> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let digits = unsigned.len() - unsigned.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (number, rest) = text.split_at(text.len() - unsigned.len() + digits);
    let mut next = rest.chars();
    let is_part = match next.next() {
        Some('.' | ',' | ':' | '/') => next.next().is_some_and(|letter| letter.is_ascii_digit()),
        Some('-') => next.next().is_some_and(char::is_alphanumeric),
        Some(letter) => letter.is_alphanumeric() || letter == '_',
        None => false,
    };
    if is_part { None } else { Some((number.parse().ok()?, rest)) }
}

/// Returns the number if it ends the sentence and cannot be an HTTP status: `Error 404 Not Found` is not a code.
fn ends_sentence(rest: &str) -> Option<i64> {
    let (number, rest) = leading(rest.trim_start_matches(['№', '#', ' ']))?;
    let is_end = match rest.trim_start_matches(['"', '\'', '\\']).chars().next() {
        Some('.') => true,
        Some(_) => false,
        None => !(400..600).contains(&number),
    };
    is_end.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{find, http_status};

    #[test]
    fn a_number_is_a_code_after_the_words_of_amocrm() {
        for (line, numbers) in [
            ("Код ошибки 244", &[244][..]),
            ("Код ошибки 244. В случае повторного возникновения ошибки", &[244]),
            ("код ошибки: №244, повторите", &[244]),
            ("Код ошибки - 244", &[244]),
            ("КОД ОШИБКИ 244", &[244]),
            ("Error code 104. If error appears again", &[104]),
            ("Error 282.", &[282]),
            ("message: 'Error 282.'", &[282]),
            ("Error 282", &[282]),
            ("Ошибка 244", &[244]),
            ("2026-11-26 10:30:01 error_code=244 id=17207117", &[244]),
            (r#"{"response":{"error":"...","error_code":"244","#, &[244]),
            (r#""{\"error_code\":\"244\"}""#, &[244]),
            ("    [error_code] => 244", &[244]),
            ("'error_code' => '244',", &[244]),
            ("last_error_code=244", &[244]),
            ("errorCode: 244 (lead 5)", &[244]),
            ("Error code 244, then Код ошибки 217, then error_code=244", &[244, 217]),
            ("error code -32602", &[-32602]),
        ] {
            assert_eq!(find(line), numbers, "{line}");
        }
    }

    #[test]
    fn other_numbers_are_not_codes() {
        for line in [
            "",
            "244",
            "2026-11-26 10:30:01 lead 244 saved",
            "Error 404 Not Found",
            "Error 404",
            "Error 10.02.2026",
            "terror code 244",
            "error code 36b4f074-7403-11ea-af30-00163e2085ae",
            "error_code=2026-11-26",
            "error_code=10:30",
            "error code 3.5",
            "error code 1,000",
            "error_code=null",
            "error_code: none, id 244",
            "error code 99999999999999999999",
            "Код ошибки не указан, сделка 244",
        ] {
            assert_eq!(find(line), [0_i64; 0], "{line}");
        }
    }

    #[test]
    fn an_http_status_follows_its_words() {
        for (line, status) in [
            ("HTTP/1.1 400 Bad Request", Some(400)),
            ("POST /api/v4/leads HTTP 429", Some(429)),
            ("status=400 id=7", Some(400)),
            ("status code: 502", Some(502)),
            ("status=fail 400", None),
            ("lead 400", None),
            ("status=1764152001", None),
        ] {
            assert_eq!(http_status(line), status, "{line}");
        }
    }
}
