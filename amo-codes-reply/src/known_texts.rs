//! Texts that imply a next step.

use amo_codes::Advice;

#[cfg(test)]
mod tests;

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
        _ if text.contains("едостаточно прав") => Some(Advice::AskUser),
        _ if text.starts_with("Пользователь с данным логином") => Some(Advice::AskUser),
        _ if text.contains("овторите попытку") => Some(Advice::RetryLater),
        _ => about_token(text),
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

/// Returns what to do if the text says that a token or an authorization code is not valid. A token can be refreshed, but only a person
/// gets a new authorization code (S47).
fn about_token(text: &str) -> Option<Advice> {
    const TOKENS: [&str; 3] = ["token", "access token", "refresh token"];
    const STATES: [&str; 6] =
        [" has been revoked", " has expired", " is expired", " is revoked", " is invalid", " malformed"];
    const VERBS: [&str; 3] = ["Invalid ", "Cannot decrypt ", "Issue decrypting "];
    let name = STATES.iter().find_map(|state| text.strip_suffix(state));
    let name = name.or_else(|| VERBS.iter().find_map(|verb| text.strip_prefix(verb)))?;
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let is = |known: &str| known.eq_ignore_ascii_case(name);
    if is("authorization code") { Some(Advice::AskUser) } else { TOKENS.into_iter().any(is).then_some(Advice::SignIn) }
}
