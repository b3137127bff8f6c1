//! What an error may look like, wherever it is.

use crate::support::read;
use amo_codes_reply::{Finding, Reply, Subject};

#[test]
fn an_error_without_fields_of_its_own_is_a_finding_only_if_nothing_in_it_is() {
    for (error, count) in [
        ("{\"errors\":[],\"other\":1}", 0),
        ("{\"error\":{\"code\":217},\"other\":1}", 1),
        ("{\"errors\":[{\"code\":217},{\"code\":218}],\"other\":1}", 2),
        ("{\"other\":1}", 1),
        ("{\"code\":0,\"other\":1}", 0),
        ("{\"error_code\":0,\"other\":1}", 0),
        ("{\"error\":true}", 1),
        ("{\"error\":{\"message\":\"Old\"}}", 1),
        ("{}", 0),
    ] {
        let reply = Reply::read("/api/v2/leads", 200, format!("{{\"errors\":[{error}]}}").as_bytes());
        assert_eq!(reply.findings().len(), count, "{error}");
    }
}

#[test]
fn a_field_may_have_the_name_of_an_attribute() {
    let reply =
        read(400, r#"{"errors":{"type":["is unknown"],"source":["is gone"],"lang":"is missing","title":["is long"]}}"#);
    let fields: Vec<_> = reply.findings().iter().map(Finding::field).collect();
    assert_eq!(fields, [Some("type"), Some("source"), Some("lang"), Some("title")]);
    let reply = read(400, r#"{"errors":{"message":"Old","type":"batch","source":{"name":"Lead"}}}"#);
    assert_eq!(reply.findings().len(), 1);
}

#[test]
fn the_entry_of_an_entity_is_an_error_or_has_the_errors_of_its_fields() {
    let reply = read(400, r#"{"errors":{"7":{"code":"NotBlank","path":"name","detail":"Empty","lang":"en"}}}"#);
    let [finding] = reply.findings() else { panic!("{reply:?}") };
    assert_eq!((finding.message(), finding.field(), finding.error_key()), ("Empty", Some("name"), Some("NotBlank")));
    assert_eq!(finding.subject(), Some(Subject::Entity("7")));
    let reply = read(400, r#"{"errors":{"7":{"name":"is blank","message":"Old"}}}"#);
    let found: Vec<_> = reply.findings().iter().map(|finding| (finding.message(), finding.field())).collect();
    assert_eq!(found, [("is blank", Some("name")), ("Old", None)]);
}

#[test]
fn errors_may_appear_instead_of_the_text_of_a_field() {
    for key in ["error", "error_reason", "error_description", "detail", "hint", "message", "title"] {
        for errors in [r#"{"name":["is required"]}"#, r#"[{"name":["is required"]}]"#] {
            let reply = read(422, format!("{{\"{key}\":{errors},\"_links\":{{}}}}"));
            let [finding] = reply.findings() else { panic!("{key}: {reply:?}") };
            assert_eq!((finding.message(), finding.field()), ("is required", Some("name")), "{key}");
        }
    }
    let reply = read(422, r#"{"detail":{"name":"is required"}}"#);
    assert_eq!((reply.findings()[0].message(), reply.findings()[0].field()), ("is required", Some("name")));
    for body in [r#"{"response":{"error":{"code":217}}}"#, r#"{"response":{"leads":{"add":{"error":{"code":217}}}}}"#] {
        assert_eq!(read(200, body).findings()[0].number(), Some(217), "{body}");
    }
    // A field that is not a text has no errors in it.
    assert_eq!(read(422, r#"{"id":{"message":"Old"},"detail":"Locked"}"#).findings()[0].message(), "Locked");
    let reply = read(422, r#"{"detail":"Old","_links":{"self":{"href":"/api/v4/leads"}}}"#);
    assert_eq!(reply.findings().len(), 1);
    let reply = read(422, r#"{"errors":{"cafe":"Old"}}"#);
    assert_eq!(reply.findings()[0].field(), Some("cafe"));
    let reply = read(422, r#"{"errors":{"message":["Old"],"name":["is blank"]}}"#);
    let fields: Vec<_> = reply.findings().iter().map(Finding::field).collect();
    assert_eq!(fields, [None, Some("name")]);
}

/// A text beside the object sums it up, unless it has a number or is known.
#[test]
fn an_error_that_is_an_object_does_not_hide_a_code_beside_it() {
    for (detail, numbers) in [("Old", &[None][..]), ("Error 244.", &[None, Some(244)])] {
        let body = format!("{{\"error\":{{\"message\":\"Locked\"}},\"detail\":\"{detail}\"}}");
        let reply = read(400, &body);
        assert_eq!(reply.findings().iter().map(Finding::number).collect::<Vec<_>>(), numbers, "{body}");
    }
}

#[test]
fn an_error_may_be_without_a_text() {
    for (error, is_failure) in
        [("true", true), ("244", true), (r#"{"reason":"-"}"#, true), ("false", false), ("-0.0", false)]
    {
        for body in [format!("{{\"error\":{error}}}"), format!("{{\"errors\":{{\"error\":{error}}}}}")] {
            assert_eq!(read(200, &body).is_failure(), is_failure, "{body}");
        }
    }
}

#[test]
fn an_id_may_be_any_number() {
    for (id, subject) in [
        ("5", "5"),
        ("5.0", "5"),
        ("1e14", "100000000000000"),
        ("1e15", "1e15"),
        ("1e300", "1e300"),
        ("18446744073709551615", "18446744073709551615"),
    ] {
        let reply = read(400, format!("{{\"errors\":[{{\"id\":{id},\"message\":\"Old\"}}]}}"));
        assert_eq!(reply.findings()[0].subject(), Some(Subject::Entity(subject)), "{id}");
    }
}

/// Returns the numbers of the findings, without the HTTP statuses that the body repeats.
fn numbers(http: u16, body: &str) -> Vec<Option<i64>> {
    read(http, body).findings().iter().map(Finding::number).collect()
}

/// Of the statuses from 400 to 599, amoCRM's table has 403 and 429, but not 404 and 500.
#[test]
fn a_code_from_400_to_599_is_an_http_status_except_in_v2_and_v4() {
    const NUMBERS: [i64; 9] = [1, 217, 399, 400, 403, 404, 429, 599, 600];
    let found = |body: &str| NUMBERS.map(|number| numbers(422, &body.replace('#', &number.to_string()))[0]);
    let in_table = [Some(1), Some(217), Some(399), Some(400), Some(403), None, Some(429), None, Some(600)];
    assert_eq!(found(r#"{"errors":[{"code":#}]}"#), in_table);
    assert_eq!(found(r#"{"_embedded":{"errors":{"add":[{"code":#}]}}}"#), in_table);
    let outside = [Some(1), Some(217), Some(399), None, None, None, None, None, Some(600)];
    assert_eq!(found(r#"{"code":#,"message":"Old"}"#), outside);
    assert_eq!(found(r#"{"error":{"code":#}}"#), outside);
    assert_eq!(found(r#"{"response":{"leads":{"add":{"errors":[{"code":#}]}}}}"#), outside);
    assert_eq!(found(r#"{"validation-errors":[{"errors":[{"code":#}]}]}"#), [None; 9]);
    assert_eq!(found(r#"{"error_code":#}"#), NUMBERS.map(Some));
}

#[test]
fn a_status_is_a_code_if_it_cannot_be_an_http_status() {
    const NUMBERS: [i64; 8] = [0, 99, 100, 399, 403, 404, 599, 600];
    let found = |body: &str| NUMBERS.map(|number| numbers(422, &body.replace('#', &number.to_string()))[0]);
    let at_the_top = [None, None, Some(100), Some(399), None, None, None, Some(600)];
    assert_eq!(found(r#"{"title":"Forbidden","status":#}"#), at_the_top);
    assert_eq!(found(r#"{"error":"Forbidden","status":#}"#), at_the_top);
    let in_an_error = [None, None, Some(100), Some(399), Some(403), None, None, Some(600)];
    assert_eq!(found(r#"{"errors":[{"title":"Forbidden","status":#}]}"#), in_an_error);
}

#[test]
fn a_number_in_the_text_is_the_code() {
    for (error, number, pointer) in [
        (r#"{"code":404,"message":"Error 282."}"#, 282, "/errors/0/message"),
        (r#"{"code":403,"message":"Error 282."}"#, 282, "/errors/0/message"),
        (r#"{"code":217,"message":"Error 282."}"#, 282, "/errors/0/message"),
        (r#"{"status":217,"message":"Error 282."}"#, 282, "/errors/0/message"),
        (r#"{"code":282,"message":"Error 282."}"#, 282, "/errors/0/code"),
        (r#"{"error_code":217,"message":"Error 282."}"#, 217, "/errors/0/error_code"),
        (r#"{"message":"Old","title":"Error 282."}"#, 282, "/errors/0/title"),
    ] {
        let reply = read(400, format!("{{\"errors\":[{error}]}}"));
        let [finding] = reply.findings() else { panic!("{reply:?}") };
        assert_eq!((finding.number(), finding.pointer()), (Some(number), pointer), "{error}");
    }
}

#[test]
fn an_object_with_a_number_is_one_error() {
    for (errors, fields) in [
        (r#"{"code":217,"name":["is blank"]}"#, &[None][..]),
        (r#"{"code":0,"name":["is blank"]}"#, &[Some("name")]),
        (r#"{"code":"LOCKED","name":["is blank"]}"#, &[None, Some("name")]),
        (r#"{"errors":["Old"],"name":["is blank"]}"#, &[None, Some("name")]),
    ] {
        let reply = read(400, format!("{{\"errors\":{errors}}}"));
        assert_eq!(reply.findings().iter().map(Finding::field).collect::<Vec<_>>(), fields, "{errors}");
    }
}

/// A text at the top sums up the errors, unless it has a number or is known. In a success, `status` is data.
#[test]
fn the_fields_at_the_top_are_an_error_beside_others_only_if_they_say_what_to_do() {
    for (http, fields, count) in [
        (400, r#""title":"Bad Request""#, 1),
        (400, r#""title":"Error 217.""#, 2),
        (400, r#""detail":"Entity not found""#, 2),
        (400, r#""status":142"#, 2),
        (200, r#""message":"Saved""#, 1),
        (200, r#""message":"Error 217.""#, 1),
        (200, r#""status":142"#, 1),
        (200, r#""status":"fail""#, 1),
    ] {
        let body = format!("{{\"errors\":[\"Old\"],{fields}}}");
        assert_eq!(read(http, &body).findings().len(), count, "{http} {body}");
    }
}

#[test]
fn the_key_of_the_chats_api_is_an_error_if_the_reply_is_one() {
    for (http, body, count) in [
        (200, r#"{"error_type":"NONE","error_code":0}"#, 0),
        (200, r#"{"error_type":"INTERNAL","error_code":503}"#, 1),
        (200, r#"{"error_type":"INTERNAL","error_description":"Try later"}"#, 1),
        (400, r#"{"error_type":"INTERNAL"}"#, 1),
    ] {
        let reply = read(http, body);
        assert_eq!(reply.findings().len(), count, "{body}");
        assert!(reply.findings().iter().all(|finding| finding.error_key() == Some("INTERNAL")), "{body}");
    }
}

#[test]
fn a_refusal_may_look_like_an_entity() {
    assert_eq!(read(400, r#"{"id":5,"_links":{},"title":"Locked"}"#).findings()[0].message(), "Locked");
}
