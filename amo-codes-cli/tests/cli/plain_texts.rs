//! Texts without a body: numbers after amoCRM's words, and HTTP statuses.

use serde_json::Value;

use crate::{found, headings, parse, run};

#[test]
fn an_error_message_is_explained_as_its_number() {
    assert_eq!(found(&["Код ошибки 244"]), found(&["244"]));
    assert_eq!(found(&["Код", "ошибки", "244"]), found(&["244"]));
    let text = "Код ошибки 244. В случае повторного возникновения ошибки, обращайтесь в техническую поддержку";
    assert_eq!(found(&[text]), found(&["244"]));
    for line in [
        "2026-11-26 10:30:01 lead 217 failed: error_code=219",
        "failed{error_code=219}",
        "Error code 219. If error appears again",
        "Error 219.",
        "message: 'Error 219.'",
        "ошибка №219",
        "Код ошибки - 219",
        "errorCode: 219 (lead 5)",
        "    [error_code] => 219",
    ] {
        assert_eq!(found(&[line]), found(&["219"]), "{line}");
    }
}

#[test]
fn other_numbers_are_not_codes() {
    for line in [
        "2026-11-26 10:30:01 lead 244 saved",
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
        r#"200 {"_embedded":{"leads":[{"id":1,"name":"Error 217."}]}}"#,
        r#"{"level":"info","status":200,"body":"{\"_embedded\":{\"leads\":[{\"name\":\"Error 217.\"}]}}"}"#,
    ] {
        let run = run(&[line]);
        assert_eq!((run.exit, run.output.as_str()), (Some(1), ""), "{line}");
    }
}

#[test]
fn an_http_status_is_explained_as_one() {
    for query in ["401", "HTTP 401", "HTTP/1.1 401 Unauthorized", "статус 401", "401 Unauthorized", "status code: 401"]
    {
        let output = found(&[query]);
        assert!(output.starts_with("HTTP 401: failure\n  advice       sign in again. "), "{query}: {output}");
        // The codes that are documented with it are explained below.
        assert!(output.contains("\nauthorization.401  "), "{query}: {output}");
    }
    for (query, heading) in
        [("404", "HTTP 404: failure"), ("504 Gateway Time-out", "HTTP 504: failure"), ("HTTP 502", "HTTP 502: failure")]
    {
        let output = found(&[query]);
        assert_eq!(headings(&output), [heading]);
        assert_eq!(parse(&found(&[query, "--json"]))[0]["reply"]["body_kind"], Value::Null);
    }
    assert!(found(&["404", "--lang", "ru"]).contains("\n  что делать   при записи: прекратить. "));
}
