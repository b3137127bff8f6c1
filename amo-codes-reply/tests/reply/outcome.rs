//! Whether a request was carried out, and what to do next.

use crate::support::read;
use amo_codes::Advice;
use amo_codes_reply::{Effect, NextStep, Outcome, Reply};

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
        (408, Advice::RetryLater, Outcome::Unknown),
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
        }
    }
}

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
        (r#"{"errors":{"code":429}}"#, Outcome::Partial),
        (r#"{"error":{"code":429}}"#, Outcome::Refused),
        (r#"{"response":{"error_code":429}}"#, Outcome::Refused),
        (r#"{"response":{"leads":{"add":{"error_code":429}}}}"#, Outcome::Refused),
        (r#"{"response":{"leads":{"add":{"error_code":429},"update":{"status":"success"}}}}"#, Outcome::Partial),
        (r#"{"response":{"leads":{"add":{"error_code":429},"update":[]}}}"#, Outcome::Refused),
        (r#"{"response":{"leads":{"add":{"error_code":429},"update":{}}}}"#, Outcome::Refused),
        (r#"{"response":{"leads":{"add":{"error_code":429},"update":[5]}}}"#, Outcome::Partial),
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
        assert_eq!(read(503, body).outcome(), Outcome::Unknown, "{body}");
    }
}

#[test]
fn a_refusal_carried_out_nothing_whatever_else_it_has() {
    for body in [
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
fn an_error_that_lists_entities_is_partial() {
    for (body, outcome) in [
        (r#"{"_embedded":{"items":[{"id":1}],"errors":{"add":[{"code":429}]}}}"#, Outcome::Partial),
        (r#"{"_embedded":{"leads":[{"id":1}]},"title":"Bad Request","status":400}"#, Outcome::Partial),
        (r#"{"_embedded":[{"id":1}]}"#, Outcome::Partial),
        (r#"{"_embedded":{"leads":[],"errors":{"add":[{"code":429}]}}}"#, Outcome::Refused),
    ] {
        for http in [400, 422, 429] {
            assert_eq!(read(http, body).outcome(), outcome, "{http} {body}");
        }
        assert_eq!(read(302, body).outcome(), Outcome::Refused, "{body}");
        assert_eq!(read(408, body).outcome(), Outcome::Unknown, "{body}");
    }
}

#[test]
fn a_number_that_is_not_an_http_status_is_a_lost_reply() {
    for http in [0, 1, 99, 600, 999, u16::MAX] {
        for body in ["", "{}", r#"{"_embedded":{"leads":[{"id":1}]}}"#, "Text", "<html>"] {
            let reply = read(http, body);
            assert_eq!((reply.advice(), reply.outcome()), (Advice::RetryLater, Outcome::Unknown), "{http} {body}");
            assert_eq!(reply.status(), None, "{http}");
            for effect in [Effect::Read, Effect::Delete, Effect::Write] {
                assert_eq!(reply.next_step(effect), NextStep::without_reply(effect), "{http} {body}");
            }
        }
    }
}

#[test]
fn without_a_status_only_a_status_in_the_body_proves_a_refusal() {
    for (body, advice, outcome) in [
        (r#"{"title":"Bad Request","status":400}"#, Advice::FixRequest, Outcome::Refused),
        (r#"{"title":"Unauthorized","status":"401"}"#, Advice::SignIn, Outcome::Refused),
        (r#"{"errors":{"5":"Old"},"status":499}"#, Advice::FixRequest, Outcome::Refused),
        (r#"{"title":"Request Timeout","status":408}"#, Advice::RetryLater, Outcome::Unknown),
        (
            r#"{"title":"Bad Request","status":400,"_embedded":{"leads":[{"id":1}]}}"#,
            Advice::FixRequest,
            Outcome::Partial,
        ),
        (r#"{"title":"Internal Server Error","status":500}"#, Advice::RetryLater, Outcome::Unknown),
        // These statuses are codes.
        (r#"{"title":"Error","status":403}"#, Advice::AskUser, Outcome::Unknown),
        (r#"{"title":"Error","status":244}"#, Advice::AskUser, Outcome::Unknown),
        // A code may come with any HTTP status.
        (r#"{"response":{"error_code":"429"}}"#, Advice::RetryLater, Outcome::Unknown),
        (r#"{"errors":[{"code":400}]}"#, Advice::FixRequest, Outcome::Unknown),
        (r#"{"code":401,"status":"error"}"#, Advice::SignIn, Outcome::Unknown),
        (r#"{"_embedded":{"items":[{"id":1}],"errors":[{"code":244}]}}"#, Advice::AskUser, Outcome::Unknown),
        (r#"{"_embedded":{"leads":[{"id":1}]}}"#, Advice::NotAnError, Outcome::Unknown),
        (r#"{"status":200}"#, Advice::NotAnError, Outcome::Unknown),
        ("", Advice::NotAnError, Outcome::Unknown),
        ("<title>502 Bad Gateway</title>", Advice::Unspecified, Outcome::Unknown),
    ] {
        let reply = Reply::without_status("/api/v2/tasks", body.as_bytes());
        assert_eq!((reply.advice(), reply.outcome()), (advice, outcome), "{body}");
        assert_eq!(reply.status(), None, "{body}");
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
