//! What every reply has in common, whatever its format is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod support;

use std::time::Duration;

use amo_codes::Advice;
use amo_codes_reply::{Body, Finding, Outcome, Reply, Subject};
use support::{read, status};

#[test]
fn a_body_that_cannot_be_read_is_one_finding() {
    let bodies: [(&str, Vec<u8>); 7] = [
        ("empty", Vec::new()),
        ("open brackets", b"[".repeat(100_000)),
        ("open objects", br#"{"errors":"#.repeat(100_000)),
        ("open errors", [&br#"{"errors":"#[..], &b"[".repeat(100_000)].concat()),
        ("nested errors", [&br#"{"errors":"#[..], &b"[".repeat(5_000), &b"]".repeat(5_000), b"}"].concat()),
        ("10 MB of one tag", b"<".repeat(10_000_000)),
        ("not UTF-8", b"\x80".repeat(100_000)),
    ];
    for (name, body) in bodies {
        for (http, advice) in [(400, Advice::FixRequest), (401, Advice::SignIn), (503, Advice::RetryLater)] {
            let reply = read(http, &body);
            let [finding] = reply.findings() else { panic!("{name}: {} findings", reply.findings().len()) };
            assert_eq!((finding.number(), finding.advice(), finding.pointer()), (None, advice, ""), "{name}");
            assert_eq!(finding.message(), "", "{name}");
            assert!(reply.is_failure(), "{name}");
        }
        let outcome = if body.is_empty() { Outcome::Done } else { Outcome::Unknown };
        assert_eq!(read(200, &body).outcome(), outcome, "{name}");
    }
}

#[test]
fn a_success_that_is_not_json_is_a_failure_with_an_unknown_outcome() {
    for (body, kind, advice) in [
        (&b""[..], Body::Empty, Advice::NotAnError),
        (b" \r\n\t", Body::Empty, Advice::NotAnError),
        (b"\xef\xbb\xbf", Body::Empty, Advice::NotAnError),
        (b"{}", Body::Json, Advice::NotAnError),
        (b" [1] ", Body::Json, Advice::NotAnError),
        (b"\xef\xbb\xbf{}", Body::Json, Advice::NotAnError),
        (b"1", Body::Json, Advice::NotAnError),
        (b"\"ok\"", Body::Json, Advice::NotAnError),
        (b"{\"_embedded\":", Body::Other, Advice::RetryLater),
        (b"\n[1,", Body::Other, Advice::RetryLater),
        (b"{} {}", Body::Other, Advice::RetryLater),
        (b"ok", Body::Other, Advice::FixRequest),
        (b"\x1f\x8b\x08", Body::Other, Advice::FixRequest),
        (b"<html>", Body::Html, Advice::FixRequest),
        (b" <!DOCTYPE HTML>", Body::Html, Advice::FixRequest),
        (b"<center>502</center>", Body::Html, Advice::FixRequest),
        (b"<pre>{}</pre>", Body::Html, Advice::FixRequest),
        (b"<?xml version=\"1.0\"?><!DOCTYPE html><html>", Body::Html, Advice::FixRequest),
        (b"<?xml version=\"1.0\"?><error/>", Body::Other, Advice::FixRequest),
        (b"see <html>", Body::Other, Advice::FixRequest),
    ] {
        let text = String::from_utf8_lossy(body);
        let reply = read(200, body);
        assert_eq!((reply.body(), reply.advice()), (kind, advice), "{text}");
        let outcome = if advice == Advice::NotAnError { Outcome::Done } else { Outcome::Unknown };
        assert_eq!(reply.outcome(), outcome, "{text}");
        assert!(!reply.is_repeatable(), "{text}");
        let refused = read(403, body);
        assert_eq!(
            (refused.body(), refused.advice(), refused.outcome()),
            (kind, Advice::AskUser, Outcome::Refused),
            "{text}"
        );
    }
}

#[test]
fn a_text_is_a_message_and_may_have_a_number() {
    for (body, message, number) in [
        ("Код ошибки 244", "Код ошибки 244", Some(244)),
        ("\"Код ошибки 244\"", "Код ошибки 244", Some(244)),
        ("\n Error 217.", "\n Error 217.", Some(217)),
        ("\"Error 217.\\n\"", "Error 217.\n", Some(217)),
        ("Slow down", "Slow down", None),
        ("\"Slow down\"", "Slow down", None),
        ("1, 2", "1, 2", None),
        ("<error>217</error>", "", None),
        ("{\"error_code\":217", "", None),
        ("a\u{0}b", "", None),
        ("\"  \"", "", None),
    ] {
        let reply = read(400, body);
        let [finding] = reply.findings() else { panic!("{body}: {reply:?}") };
        assert_eq!((finding.message(), finding.number(), finding.pointer()), (message, number, ""), "{body}");
    }
}

#[test]
fn an_entity_is_only_missing_if_the_api_says_so() {
    for (body, advice) in [
        ("", Advice::NotFound),
        ("{}", Advice::NotFound),
        (r#"{"title":"Not Found","status":404,"detail":"Entity not found"}"#, Advice::NotFound),
        (r#"{"title":"Not Found","st"#, Advice::NotFound),
        ("<html><title>404 Not Found</title></html>", Advice::FixRequest),
        ("404 page not found", Advice::FixRequest),
        ("<?xml version=\"1.0\"?>", Advice::FixRequest),
        (
            r#"{"title":"Not Found","status":404,"detail":"Nie można pobrać https://x.kommo.com/api"}"#,
            Advice::FixRequest,
        ),
    ] {
        assert_eq!(read(404, body).advice(), advice, "{body}");
    }
}

#[test]
fn the_status_decides_if_the_body_says_nothing() {
    for (http, advice, outcome) in [
        (100, Advice::NotAnError, Outcome::Done),
        (204, Advice::NotAnError, Outcome::Done),
        (299, Advice::NotAnError, Outcome::Done),
        (300, Advice::FixRequest, Outcome::Refused),
        (304, Advice::NotAnError, Outcome::Done),
        (400, Advice::FixRequest, Outcome::Refused),
        (401, Advice::SignIn, Outcome::Refused),
        (402, Advice::AskUser, Outcome::Refused),
        (403, Advice::AskUser, Outcome::Refused),
        (404, Advice::NotFound, Outcome::Refused),
        (405, Advice::FixRequest, Outcome::Refused),
        (408, Advice::RetryLater, Outcome::Refused),
        (429, Advice::RetryLater, Outcome::Refused),
        (499, Advice::FixRequest, Outcome::Refused),
        (500, Advice::RetryLater, Outcome::Unknown),
        (501, Advice::FixRequest, Outcome::Unknown),
        (502, Advice::RetryLater, Outcome::Unknown),
        (599, Advice::RetryLater, Outcome::Unknown),
    ] {
        for body in ["", "{}", "Text"] {
            if body == "Text" && (http < 300 || http == 304 || http == 404) {
                continue;
            }
            let reply = read(http, body);
            assert_eq!((reply.advice(), reply.outcome()), (advice, outcome), "{http}");
            assert_eq!(reply.is_repeatable(), http == 408 || http == 429, "{http}");
        }
    }
}

/// A partial success must not be repeated, whatever the errors of the other items are.
#[test]
fn a_success_with_errors_for_a_part_of_the_request_is_partial() {
    for (body, outcome) in [
        (r#"{"_embedded":{"items":[{"id":1}],"errors":{"add":[{"code":429}]}}}"#, Outcome::Partial),
        (r#"{"_embedded":{"items":[],"errors":{"add":{"7":{"code":429}}}}}"#, Outcome::Partial),
        (r#"{"_embedded":{"errors":"Error 429."}}"#, Outcome::Refused),
        (r#"{"_embedded":{"items":[{"id":1}],"errors":"Error 429."}}"#, Outcome::Partial),
        (r#"{"_embedded":{"items":{"1":{"id":1}}},"error_code":429}"#, Outcome::Partial),
        (r#"{"_embedded":[{"id":1}],"error_code":429}"#, Outcome::Partial),
        (r#"{"_embedded":{"items":{}},"error_code":429}"#, Outcome::Refused),
        (r#"{"errors":[{"code":429}]}"#, Outcome::Partial),
        (r#"{"errors":{"5":"Error 429."}}"#, Outcome::Partial),
        (r#"{"errors":"Error 429."}"#, Outcome::Refused),
        (r#"{"error":{"code":429}}"#, Outcome::Refused),
        (r#"{"response":{"error_code":429}}"#, Outcome::Refused),
        (r#"{"response":{"leads":{"add":{"error_code":429}}}}"#, Outcome::Refused),
        (r#"{"response":{"leads":{"add":{"error_code":429},"update":{"status":"success"}}}}"#, Outcome::Partial),
        (r#"{"response":{"leads":{"add":{"error_code":429},"update":[]}}}"#, Outcome::Refused),
        (r#"{"response":{"leads":{"add":{"error_code":429},"list":[{"id":1}]}}}"#, Outcome::Refused),
        (r#"{"response":{"leads":{"add":{"0":{"id":5},"1":{"error_code":429}}}}}"#, Outcome::Partial),
        (r#"{"leads":{"add":{"errors":[{"code":219}]}}}"#, Outcome::Partial),
        // The body has data as well.
        (r#"{"response":{"leads":{"add":{"error_code":429,"leads":[{"id":1}]}}}}"#, Outcome::Partial),
        (r#"{"response":{"leads":{"add":{"leads":[{"id":1}],"errors":"Error 429."}}}}"#, Outcome::Partial),
        (r#"{"response":{"leads":{"add":{"leads":[],"errors":"Error 429."}}}}"#, Outcome::Refused),
        (r#"{"response":{"leads":{"add":{"error_code":429},"update":true}}}"#, Outcome::Partial),
        (r#"{"response":{"leads":{"add":{"error_code":429},"id":5}}}"#, Outcome::Partial),
        (r#"{"response":{"leads":{"add":{"error_code":429,"id":5}}}}"#, Outcome::Partial),
        (r#"{"response":{"leads":{"add":{"error_code":429,"id":0,"request_id":1}}}}"#, Outcome::Refused),
        (r#"{"response":{"leads":[{"id":1}],"error_code":429,"server_time":1}}"#, Outcome::Partial),
        (r#"{"response":{"error_code":429,"server_time":1}}"#, Outcome::Refused),
        (r#"{"response":{"_embedded":{"items":[{"id":1}],"errors":"Error 429."}}}"#, Outcome::Partial),
        (r#"{"error":["Error 429."]}"#, Outcome::Partial),
        (r#"{"id":5,"error_code":429}"#, Outcome::Partial),
        (r#"{"id":5,"errors":"Error 429."}"#, Outcome::Partial),
        (r#"{"lead":{"id":5},"error_code":429}"#, Outcome::Partial),
        (r#"{"leads":[{"id":5}],"error_code":429}"#, Outcome::Partial),
        (r#"{"_links":{"self":{"href":"/api/v2/leads"}},"_embedded":{"errors":"Error 429."}}"#, Outcome::Refused),
    ] {
        let reply = read(200, body);
        assert_eq!((reply.advice(), reply.outcome()), (Advice::RetryLater, outcome), "{body}");
        assert_eq!(reply.is_repeatable(), outcome == Outcome::Refused, "{body}");
        assert_eq!(read(503, body).outcome(), Outcome::Unknown, "{body}");
    }
}

#[test]
fn a_refusal_carried_out_nothing_whatever_it_lists() {
    for body in [
        r#"{"_embedded":{"items":[{"id":1}],"errors":{"add":[{"code":429}]}}}"#,
        r#"{"response":{"leads":{"add":{"error_code":429},"update":{"id":5}}}}"#,
        r#"{"errors":[{"code":429}],"request":{"leads":[{"name":"Lead"}]}}"#,
    ] {
        for http in [302, 400, 429] {
            let reply = read(http, body);
            assert_eq!((reply.advice(), reply.outcome()), (Advice::RetryLater, Outcome::Refused), "{http} {body}");
        }
    }
}

#[test]
fn a_server_error_that_only_the_body_gives_leaves_the_outcome_unknown() {
    for body in [
        r#"{"title":"Internal Server Error","status":500}"#,
        r#"{"errors":[{"code":503,"message":"Busy"}]}"#,
        r#"{"response":{"leads":{"add":{"errors":[{"code":500}]}}}}"#,
        r#"{"code":502,"status":"error"}"#,
        r#"{"error_code":503,"error_type":"INTERNAL"}"#,
        r#"{"errors":"Error 429.","status":500}"#,
        r#"{"errors":"Error 429.","code":599}"#,
        r#"{"response":{"error_code":"503","error":"Повторите попытку"}}"#,
    ] {
        for http in [200, 400] {
            let reply = read(http, body);
            assert_eq!((reply.advice(), reply.outcome()), (Advice::RetryLater, Outcome::Unknown), "{http}: {body}");
        }
    }
}

#[test]
fn at_most_a_thousand_findings_are_kept() {
    for (count, omitted) in [(1_000, 0), (1_001, 1), (10_000, 9_000)] {
        let body = format!("{{\"errors\":[{}\"Old\"]}}", "\"Old\",".repeat(count - 1));
        let reply = read(400, body);
        assert_eq!((reply.findings().len(), reply.omitted()), (count - omitted, omitted));
        assert!(reply.to_string().ends_with(&format!("; and {} more (fix the request)", count - 5)), "{reply}");
    }
}

#[test]
fn the_most_severe_finding_is_kept() {
    let created = "{\"code\":280},".repeat(2_000);
    let read = |more: &str| {
        let body = format!("{{\"_embedded\":{{\"errors\":{{\"add\":[{created}{more}{{\"code\":280}}]}}}}}}");
        Reply::read("/api/v2/catalog_elements", status(200), body.as_bytes())
    };
    assert_eq!((read("").is_failure(), read("").outcome()), (false, Outcome::Done));
    let forbidden = read("{\"code\":244},{\"code\":204},{\"code\":244},");
    assert_eq!(forbidden.advice(), Advice::AskUser);
    assert_eq!(forbidden.worst().and_then(Finding::number), Some(244));
    assert_eq!((forbidden.findings().len(), forbidden.omitted()), (1_000, 1_004));
    // An error of an object that is before those in it.
    let nested = format!("{{\"errors\":{{\"code\":244,\"errors\":[{}1]}}}}", "{\"code\":204},".repeat(2_000));
    let reply = Reply::read("/api/v4/leads", status(400), nested.as_bytes());
    assert_eq!(reply.findings()[0].number(), Some(244));
    assert_eq!((reply.findings().len(), reply.omitted()), (1_000, 1_002));
}

#[test]
fn findings_below_long_keys_are_counted() {
    for (len, kept) in [(2045, 3), (5000, 1)] {
        for body in [
            format!("{{\"errors\":{{\"{}\":[\"a\",\"b\",\"c\"]}}}}", "k".repeat(len)),
            format!("{{\"errors\":[\"a\",\"b\",\"c\"],\"code\":\"{}\"}}", "k".repeat(len)),
            format!("{{\"errors\":[{{\"id\":\"{}\",\"errors\":[\"a\",\"b\",\"c\"]}}]}}", "7".repeat(len)),
        ] {
            let reply = read(400, &body);
            assert_eq!((reply.findings().len(), reply.omitted()), (kept, 3 - kept), "{body:.20}");
            assert_eq!(reply.to_string().ends_with("; and 2 more (fix the request)"), kept == 1, "{reply}");
        }
    }
}

#[test]
fn an_error_without_fields_of_its_own_is_a_finding_only_if_nothing_in_it_is() {
    for (error, count) in [
        ("{\"errors\":[],\"other\":1}", 0),
        ("{\"error\":{\"code\":217},\"other\":1}", 1),
        ("{\"errors\":[{\"code\":217},{\"code\":218}],\"other\":1}", 2),
        ("{\"other\":1}", 1),
        ("{\"code\":0,\"other\":1}", 0),
        ("{\"error\":true}", 1),
        ("{\"error\":{\"message\":\"Old\"}}", 1),
        ("{}", 0),
    ] {
        let reply = Reply::read("/api/v2/leads", status(200), format!("{{\"errors\":[{error}]}}").as_bytes());
        assert_eq!(reply.findings().len(), count, "{error}");
    }
}

#[test]
fn a_field_may_have_the_name_of_an_attribute() {
    let reply = read(400, r#"{"errors":{"type":["is unknown"],"source":["is gone"],"lang":"is missing"}}"#);
    let fields: Vec<_> = reply.findings().iter().map(Finding::field).collect();
    assert_eq!(fields, [Some("type"), Some("source"), Some("lang")]);
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
    let reply = read(422, r#"{"detail":"Old","_links":{"self":{"href":"/api/v4/leads"}}}"#);
    assert_eq!(reply.findings().len(), 1);
    let reply = read(422, r#"{"errors":{"cafe":"Old"}}"#);
    assert_eq!(reply.findings()[0].field(), Some("cafe"));
    let reply = read(422, r#"{"errors":{"message":["Old"],"name":["is blank"]}}"#);
    let fields: Vec<_> = reply.findings().iter().map(Finding::field).collect();
    assert_eq!(fields, [None, Some("name")]);
}

#[test]
fn an_error_may_be_a_boolean() {
    for (body, is_failure) in [(r#"{"error":true}"#, true), (r#"{"error":false}"#, false), (r#"{"error":-0.0}"#, false)]
    {
        assert_eq!(read(200, body).is_failure(), is_failure, "{body}");
    }
}

#[test]
fn entities_may_nest_at_any_depth() {
    let deep = "[".repeat(500) + &"]".repeat(500);
    for entities in [format!("[{deep}]"), format!("{{\"1\":{deep}}}")] {
        for embedded in [format!("{{\"leads\":{entities}}}"), format!("[{entities}]")] {
            let reply = read(200, format!("{{\"_embedded\":{embedded}}}"));
            assert_eq!((reply.body(), reply.is_failure()), (Body::Json, false), "{embedded:.20}");
        }
    }
}

/// A success may have data with the names of errors.
#[test]
fn a_success_is_not_a_failure() {
    for body in [
        r#"{"_embedded":{"leads":[{"name":"Error 217."}]}}"#,
        r#"{"id":7,"name":"Error 217.","error":{"code":217},"errors":["a"],"_links":{}}"#,
        r#"{"message":{"id":"a1","text":"Error 217."},"detail":["a"],"code":"OK"}"#,
        r#"{"id":5,"status":"rejected","name":"A template"}"#,
        r#"{"_embedded":{"notes":[{"is_error":true,"params":{"text":"Error 217."}}]}}"#,
        r#"{"response":{"widgets":{"list":{"status":"paid"}}}}"#,
        r#"{"code":200,"status":"ok"}"#,
        r#"{"lead":{"errors":["Error 217."]}}"#,
        r#"{"status":"fail","_links":{}}"#,
        r#"{"response":{"leads":{"add":{"status":1}}}}"#,
        r#"{"error":{"error_code":"0","message":"OK"}}"#,
        r#"{"response":{"error":{"code":0},"errors":{"code":0}}}"#,
        r#"{"message":{"add":{"error":"Error 217."}}}"#,
        r#"{"errors":"0"}"#,
        r#"{"errors":{"count":"0"}}"#,
        r#"{"response":{"widgets":{"list":[{"id":1,"status":"error","error":"Error 217."}]}}}"#,
        r#"{"title":"Error 217.","text":"A template"}"#,
        r#"{"_page":2,"_page_count":0,"_embedded":{"leads":[],"errors":[]}}"#,
        r#"{"id":1,"rights":{"leads":{"add":"D"}},"leads":{"add":{"status":"denied"}},"_links":{}}"#,
        r#"{"destination":"https://example.com/error","settings":["error_lead"],"sort":1}"#,
        r#""Error""#,
        "[217]",
    ] {
        let reply = read(200, body);
        assert!(reply.findings().is_empty(), "{body}: {reply:?}");
        assert_eq!(reply.outcome(), Outcome::Done, "{body}");
    }
}

#[test]
fn the_first_of_the_most_severe_findings_is_the_worst() {
    let reply = read(400, r#"{"errors":[{"code":226},{"code":217},{"code":216}]}"#);
    assert_eq!(reply.worst().and_then(Finding::number), Some(217));
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

/// Only HTTP 404 is about a route.
#[test]
fn a_url_in_a_text_does_not_change_the_advice_of_other_statuses() {
    for (http, advice) in [(401, Advice::SignIn), (403, Advice::AskUser), (429, Advice::RetryLater)] {
        assert_eq!(read(http, r#"{"detail":"See https://www.amocrm.ru/developers"}"#).advice(), advice, "{http}");
    }
}

#[test]
fn the_next_request_waits_as_long_as_the_body_says() {
    for (value, expected) in [
        ("300", Some(300.0)),
        ("\"60\"", Some(60.0)),
        ("0.5", Some(0.5)),
        ("0", Some(0.0)),
        ("-1", None),
        ("1e300", None),
        ("\"soon\"", None),
        ("null", None),
    ] {
        let expected = expected.map(Duration::from_secs_f64);
        for body in [format!("{{\"retry_after\":{value}}}"), format!("{{\"response\":{{\"retry_after\":{value}}}}}")] {
            assert_eq!(read(429, &body).retry_after(), expected, "{body}");
        }
    }
    assert_eq!(read(429, "[]").retry_after(), None);
}

#[test]
fn a_reply_is_an_error_for_the_question_mark_operator() {
    fn is_error<T: std::error::Error + Send + Sync + 'static>(_: &T) {}
    let reply = read(500, b"");
    is_error(&reply);
    assert_eq!(reply.clone().into_result(), Err(reply));
    assert_eq!(read(200, b"").into_result(), Ok(()));
}
