//! Texts that contain a number or imply a next step.

use amo_codes::Advice;

#[cfg(test)]
mod tests;

/// Returns the number that a text begins with, in one of three formats: `Код ошибки 222. …`, `Error code 104.` and
/// `Error 282.`
pub(crate) fn number(text: &str) -> Option<i64> {
    let text = text.trim_start();
    let (rest, needs_stop) = match text.strip_prefix("Код ошибки ") {
        Some(rest) => (rest, false),
        None => (text.strip_prefix("Error code ").or_else(|| text.strip_prefix("Error "))?, true),
    };
    let digits = rest.len() - rest.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
    let (digits, rest) = rest.split_at(digits);
    let mut rest = rest.chars();
    let ends = match rest.next() {
        Some('.') => !rest.next().is_some_and(char::is_alphanumeric),
        Some(next) => !needs_stop && (next.is_whitespace() || matches!(next, ',' | ';' | ')')),
        None => !needs_stop,
    };
    if ends { digits.parse().ok() } else { None }
}

/// Returns the next step that a known text implies.
pub(crate) fn advice(text: &str) -> Option<Advice> {
    let text = text.trim_ascii().trim_end_matches('.');
    match text {
        "no note" | "Entity not found" => Some(Advice::NotFound),
        "invalid_grant" | "invalid_client" | "unauthorized_client" | "Некорректный клиент" => {
            Some(Advice::SignIn)
        }
        // A narrower range is needed: the same request would fail again (S48).
        "Too many data" => Some(Advice::FixRequest),
        "Customers disabled" | "Payment Required" => Some(Advice::AskUser),
        _ if is_about_token(text) => Some(Advice::SignIn),
        _ if text.contains("едостаточно прав") => Some(Advice::AskUser),
        _ if text.starts_with("Пользователь с данным логином") => Some(Advice::AskUser),
        _ if text.contains("овторите попытку") => Some(Advice::RetryLater),
        _ => None,
    }
}

/// Returns whether the text of an entry whose key is an id says that the entity does not exist: `Lead not found`.
pub(crate) fn is_missing_entity(text: &str) -> bool {
    #[rustfmt::skip]
    const TEXTS: [&str; 14] = [
        "lead not found", "contact not found", "company not found", "task not found", "note not found",
        "customer not found", "element not found", "сделка не найдена", "контакт не найден", "компания не найдена",
        "задача не найдена", "примечание не найдено", "покупатель не найден", "элемент не найден",
    ];
    TEXTS.contains(&text.trim().trim_end_matches('.').to_lowercase().as_str())
}

/// Returns whether the text of a 404 names a URL: the route does not exist, whatever the language is.
pub(crate) fn has_url(text: &str) -> bool {
    let is_path = |rest: &str| rest.starts_with(char::is_alphanumeric);
    text.contains("://") || text.split_once(" /").is_some_and(|(_, rest)| is_path(rest))
}

/// Returns whether a page with this title is the one on which a person signs in.
pub(crate) fn is_sign_in_page(title: &str) -> bool {
    title.ends_with(": Авторизация") || title.ends_with(": Authorization")
}

/// Returns whether the text says that a token or an authorization code is no longer valid.
fn is_about_token(text: &str) -> bool {
    const NAMES: [&str; 4] = ["token", "access token", "refresh token", "authorization code"];
    const STATES: [&str; 5] = [" has been revoked", " has expired", " is expired", " is revoked", " is invalid"];
    const VERBS: [&str; 2] = ["Invalid ", "Cannot decrypt "];
    let name = STATES
        .iter()
        .find_map(|state| text.strip_suffix(state))
        .or_else(|| VERBS.iter().find_map(|verb| text.strip_prefix(verb)));
    name.is_some_and(|name| {
        let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
        NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
    })
}
