use super::{leading_code, number_after};

#[test]
fn a_code_follows_the_words_of_amocrm() {
    for (text, expected) in [
        ("Код ошибки 222.", Some(222)),
        ("Код ошибки 244. В случае повторения обратитесь в поддержку", Some(244)),
        ("Код ошибки 244.В случае повторения", Some(244)),
        ("Код ошибки 205", Some(205)),
        ("Код ошибки: 217", Some(217)),
        ("КОД ОШИБКИ № 217", Some(217)),
        ("Код ошибки - 217", Some(217)),
        ("  Код ошибки 330, лимит", Some(330)),
        ("Код ошибки 330; лимит", Some(330)),
        ("Код ошибки 330) лимит", Some(330)),
        ("Код ошибки -5", Some(-5)),
        ("Error code 104.", Some(104)),
        ("Error code: 104", Some(104)),
        ("error_code=104", Some(104)),
        ("Error 282.", Some(282)),
        ("error 282.", Some(282)),
        ("Ошибка 282.", Some(282)),
        ("\nError 282. Element is gone", Some(282)),
        ("Error 100500.", Some(100_500)),
        ("Error code 401", Some(401)),
        ("Код ошибки 401. Адрес", Some(401)),
        // amoCRM's example for PHP prints the HTTP status.
        ("Код ошибки: 401", None),
        ("Код ошибки: 402", Some(402)),
        ("(Код ошибки 330)", None),
        ("Error 9223372036854775808.", None),
        ("Error 282", None),
        ("Error 404 Not Found", None),
        ("Error 282.5", None),
        ("Error 10.02.2026", None),
        ("Error 10:30.", None),
        ("Error .", None),
        ("Error code 1e3.", None),
        ("Error code 1_000", None),
        ("Error code 1,000", None),
        ("Код ошибки 2026-11-22", None),
        ("Код ошибки 36b4f074-7403-11ea-af30-00163e2085ae", None),
        ("Код ошибки ", None),
        ("Код ошибки217", None),
        ("Lead named Error 217.", None),
        ("Errors 217.", None),
        ("217.", None),
        ("", None),
    ] {
        assert_eq!(leading_code(text), expected, "{text}");
    }
}

#[test]
fn what_follows_the_number_is_returned() {
    assert_eq!(number_after("\\\":\\\"244\\\",\\\"b"), Some((244, "\\\",\\\"b")));
    assert_eq!(number_after("] => -5 "), Some((-5, " ")));
}
