//! Texts that contain a number or imply a next step.

use amo_codes::Advice;

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
    if is_about_token(text) {
        return Some(Advice::SignIn);
    }
    match text {
        "no note" | "Entity not found" => return Some(Advice::NotFound),
        "invalid_grant" | "invalid_client" | "unauthorized_client" => return Some(Advice::SignIn),
        "Customers disabled" | "Payment Required" => return Some(Advice::AskUser),
        _ if is_missing_route(text) => return Some(Advice::FixRequest),
        _ if text.is_ascii() => return None,
        _ => {}
    }
    if text.contains("едостаточно прав") || text.starts_with("Пользователь с данным логином")
    {
        Some(Advice::AskUser)
    } else if text == "Некорректный клиент" {
        Some(Advice::SignIn)
    } else if text.contains("овторите попытку") {
        Some(Advice::RetryLater)
    } else {
        None
    }
}

/// Returns whether the text of an entry whose key is an id says that the entity does not exist: `Lead not found`.
pub(crate) fn is_missing_entity(text: &str) -> bool {
    const ENGLISH: [&str; 7] = ["lead", "contact", "company", "task", "note", "customer", "element"];
    const RUSSIAN: [&str; 7] = ["сделка", "контакт", "компания", "задача", "примечание", "покупатель", "элемент"];
    let text = text.trim().trim_end_matches('.').to_lowercase();
    match text.split_once(' ') {
        Some((kind, "not found")) => ENGLISH.contains(&kind),
        Some((kind, "не найдена" | "не найден" | "не найдено")) => RUSSIAN.contains(&kind),
        _ => false,
    }
}

/// Returns whether the text of a 404 names a URL: the route does not exist, whatever the language is.
pub(crate) fn has_url(text: &str) -> bool {
    text.contains("://") || text.contains(" /")
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

/// Returns whether the text says that the server does not know the path or the method: `Cannot DELETE /api/…`.
///
/// This is not the same as an entity that does not exist.
fn is_missing_route(text: &str) -> bool {
    let method = text.strip_prefix("Cannot ").and_then(|rest| rest.split(' ').next());
    method.is_some_and(|method| method.len() > 2 && method.bytes().all(|byte| byte.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::{advice, has_url, is_missing_entity, number};
    use amo_codes::Advice;

    #[test]
    fn a_number_has_one_of_three_formats() {
        for (text, expected) in [
            ("Код ошибки 222.", Some(222)),
            ("Код ошибки 244. В случае повторения обратитесь в поддержку", Some(244)),
            ("Код ошибки 205", Some(205)),
            ("  Код ошибки 330, лимит", Some(330)),
            ("Код ошибки 330; лимит", Some(330)),
            ("(Код ошибки 330)", None),
            ("Код ошибки 330) лимит", Some(330)),
            ("Error code 104.", Some(104)),
            ("Error 282.", Some(282)),
            ("\nError 282. Element is gone", Some(282)),
            ("Error 65535.", Some(65535)),
            ("Error 100500.", Some(100_500)),
            ("Error 9223372036854775808.", None),
            ("Error 282", None),
            ("Error 404 Not Found", None),
            ("Error 282.5", None),
            ("Error 10.02.2026", None),
            ("Error 10:30.", None),
            ("Error .", None),
            ("Error -1.", None),
            ("Error code 1e3.", None),
            ("Код ошибки 2026-11-22", None),
            ("Код ошибки 36b4f074-7403-11ea-af30-00163e2085ae", None),
            ("Код ошибки 36.b", None),
            ("Код ошибки ", None),
            ("Lead named Error 217.", None),
            ("error 217.", None),
            ("Errors 217.", None),
            ("217.", None),
            ("", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn known_texts_imply_a_next_step() {
        for (text, expected) in [
            ("Token has been revoked", Some(Advice::SignIn)),
            (" Token has expired. ", Some(Advice::SignIn)),
            ("Refresh token has been revoked", Some(Advice::SignIn)),
            ("Authorization code has been revoked", Some(Advice::SignIn)),
            ("Authorization code has expired", Some(Advice::SignIn)),
            ("Cannot decrypt the refresh token", Some(Advice::SignIn)),
            ("Invalid refresh token", Some(Advice::SignIn)),
            ("The refresh token is invalid.", Some(Advice::SignIn)),
            ("The note says: Token has been revoked", None),
            ("Некорректный клиент", Some(Advice::SignIn)),
            ("invalid_grant", Some(Advice::SignIn)),
            ("invalid_client", Some(Advice::SignIn)),
            ("unauthorized_client", Some(Advice::SignIn)),
            ("invalid_scope", None),
            ("Invalid scope", None),
            ("Discount has expired", None),
            ("no note", Some(Advice::NotFound)),
            ("no notes", None),
            ("Entity not found", Some(Advice::NotFound)),
            ("Произошла ошибка, повторите попытку позднее", Some(Advice::RetryLater)),
            ("Повторите попытку.", Some(Advice::RetryLater)),
            ("Недостаточно прав для удаления сделки", Some(Advice::AskUser)),
            ("У вас недостаточно прав", Some(Advice::AskUser)),
            ("Пользователь с данным логином для данного аккаунта не найден", Some(Advice::AskUser)),
            ("Customers disabled", Some(Advice::AskUser)),
            ("Payment Required", Some(Advice::AskUser)),
            ("Cannot DELETE https://x.amocrm.ru/api/v4/calls/3!", Some(Advice::FixRequest)),
            ("Cannot GET /api/v5", Some(Advice::FixRequest)),
            ("Cannot delete the lead", None),
            ("Cannot DO this", None),
            ("", None),
        ] {
            assert_eq!(advice(text), expected, "{text}");
        }
    }

    #[test]
    fn an_entity_is_missing_if_the_whole_text_says_so() {
        for text in
            ["Lead not found", "CONTACT NOT FOUND.", "company not found", "Сделка не найдена", " Элемент не найден"]
        {
            assert!(is_missing_entity(text), "{text}");
        }
        for text in ["Stage not found", "Lead not found in pipeline", "Воронка не найдена", "not found", "Lead", ""]
        {
            assert!(!is_missing_entity(text), "{text}");
        }
    }

    #[test]
    fn a_url_is_recognized_in_every_language() {
        for text in ["Não é possível obter https://x.amocrm.ru/api", "No se puede obtener /api/v5"] {
            assert!(has_url(text), "{text}");
        }
        for text in ["Lead not found", "and/or", ""] {
            assert!(!has_url(text), "{text}");
        }
    }
}
