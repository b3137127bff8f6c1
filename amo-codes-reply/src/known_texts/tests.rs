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
