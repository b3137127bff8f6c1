use super::{advice, has_url, is_missing_entity, is_sign_in_page};
use amo_codes::Advice;

#[test]
fn known_texts_imply_a_next_step() {
    for (text, expected) in [
        ("Token has been revoked", Some(Advice::SignIn)),
        (" Token has expired. ", Some(Advice::SignIn)),
        ("Refresh token has been revoked", Some(Advice::SignIn)),
        ("Authorization code has been revoked", Some(Advice::AskUser)),
        ("Authorization code has expired", Some(Advice::AskUser)),
        ("Authorization code malformed", Some(Advice::AskUser)),
        ("Cannot decrypt the authorization code", Some(Advice::AskUser)),
        ("Issue decrypting the authorization code", Some(Advice::AskUser)),
        ("Issue decrypting the refresh token", Some(Advice::SignIn)),
        ("Too many data", Some(Advice::FixRequest)),
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
        ("", None),
    ] {
        assert_eq!(advice(text), expected, "{text}");
    }
}

#[test]
fn an_entity_is_missing_if_the_whole_text_says_so() {
    for text in ["Lead not found", "CONTACT NOT FOUND.", "company not found", "Сделка не найдена", " Элемент не найден"]
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
    for text in ["Lead not found", "Lead not found / deleted", "and/or", ""] {
        assert!(!has_url(text), "{text}");
    }
}

#[test]
fn the_page_on_which_a_person_signs_in_has_a_title() {
    for (title, is_sign_in) in [
        ("amoCRM: Авторизация", true),
        ("Kommo: Authorization", true),
        ("Авторизация", false),
        ("Authorization required", false),
    ] {
        assert_eq!(is_sign_in_page(title), is_sign_in, "{title}");
    }
}
