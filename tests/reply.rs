//! Replies of every format: each body in `tests/replies/` has its expected result next to it, `NAME.expected.json`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use amo_codes::Advice;
use amo_codes::reply::{Body, Finding, Reply};
use serde_json::{Map, Value, json};
use support::{address, status};

/// Returns the bodies and the expected results by the name of the case.
fn cases() -> BTreeMap<String, (Option<Vec<u8>>, Option<Value>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/replies");
    let mut cases: BTreeMap<String, (Option<Vec<u8>>, Option<Value>)> = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let file = path.file_name().and_then(|name| name.to_str()).unwrap();
        let (name, kind) = file.split_once('.').unwrap();
        let case = cases.entry(name.to_owned()).or_default();
        let bytes = fs::read(&path).unwrap();
        if kind == "expected.json" {
            case.1 = Some(serde_json::from_slice(&bytes).expect(file));
        } else {
            case.0 = Some(bytes);
        }
    }
    cases
}

/// Returns a finding as in an expected result, without the fields that are missing.
fn as_json(finding: &Finding) -> Value {
    let meanings: Vec<_> = finding.meanings().iter().copied().map(address).collect();
    let all = json!({
        "number": finding.number(),
        "code": finding.code().map(address),
        "meanings": if meanings.is_empty() { Value::Null } else { meanings.into() },
        "advice": finding.advice().as_str(),
        "message": finding.message(),
        "pointer": finding.pointer(),
        "entity": finding.entity(),
        "is_request_id": finding.is_request_id().then_some(true),
        "field": finding.field(),
        "error_key": finding.error_key(),
    });
    let Value::Object(all) = all else { unreachable!() };
    all.into_iter().filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>().into()
}

#[test]
fn every_reply_is_read_as_expected() {
    let mut wrong = Vec::new();
    for (name, (body, expected)) in cases() {
        let body = body.unwrap_or_else(|| panic!("{name} has no body"));
        let expected = expected.unwrap_or_else(|| panic!("{name} has no expectation"));
        let path = expected["path"].as_str().unwrap();
        let http = expected["status"].as_u64().and_then(|number| u16::try_from(number).ok()).unwrap();
        let reply = Reply::read(path, status(http), &body);
        let actual = json!({
            "format": expected["format"],
            "why": expected["why"],
            "path": path,
            "status": http,
            "body": format!("{:?}", reply.body()).to_lowercase(),
            "is_failure": reply.is_failure(),
            "is_outcome_unknown": reply.is_outcome_unknown(),
            "advice": reply.advice().as_str(),
            "findings": reply.findings().iter().map(as_json).collect::<Vec<_>>(),
        });
        if actual != expected {
            wrong.push(format!("{name}\nactual: {actual:#}\nexpected: {expected:#}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_format_has_replies() {
    let formats = cases().into_values().filter_map(|(_, expected)| Some(expected?["format"].as_str()?.to_owned()));
    // The first column of a table.
    let listed =
        include_str!("reply_formats.md").lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let listed = listed.filter(|format| *format != "format").map(str::to_owned);
    assert_eq!(formats.collect::<BTreeSet<_>>(), listed.collect());
}

/// The tables in the docs of `reply`.
#[test]
fn every_format_in_the_docs_is_read_as_described() {
    let rows = include_str!("../amo-codes/reply.rs").lines().filter_map(|line| line.strip_prefix("//! | `{"));
    let mut count = 0;
    for (bodies, meaning) in rows.map(|row| row.split_once("` | ").or_else(|| row.split_once(" | ")).unwrap()) {
        for body in bodies.split("`, `{").map(|body| format!("{{{}", body.split('`').next().unwrap())) {
            // A code may not equal the HTTP status.
            let reply = |http| Reply::read("/api/v4/leads", status(http), body.as_bytes());
            if meaning.starts_with("a success") {
                assert!(!reply(200).is_failure(), "{body}");
                count += 1;
                continue;
            }
            let reply = reply(400);
            assert!(reply.is_failure() && reply.body() == Body::Json, "{body}");
            for finding in reply.findings() {
                let key = meaning.strip_prefix("the number in `").map(|rest| rest.split('`').next().unwrap());
                let is_in_text = meaning.starts_with("the number in the text");
                assert_eq!(finding.number().is_some(), key.is_some() || is_in_text, "{body}");
                assert!(key.is_none_or(|key| finding.pointer().ends_with(key)), "{body}: {}", finding.pointer());
            }
            count += 1;
        }
    }
    assert_eq!(count, 25);
}

#[test]
fn a_pointer_leads_to_the_number_or_to_the_message() {
    for (name, (body, expected)) in cases() {
        let body = body.unwrap();
        let Ok(value) = serde_json::from_slice::<Value>(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&body)) else {
            continue;
        };
        let expected = expected.unwrap();
        let http = expected["status"].as_u64().and_then(|number| u16::try_from(number).ok()).unwrap();
        for finding in Reply::read(expected["path"].as_str().unwrap(), status(http), &body).findings() {
            let there = value.pointer(finding.pointer()).unwrap_or_else(|| panic!("{name}: no {}", finding.pointer()));
            let there = there.as_str().map_or_else(|| there.to_string(), str::to_owned);
            match finding.number() {
                Some(number) => assert!(there.contains(&number.to_string()), "{name}: {there}"),
                None if finding.message().is_empty() => {}
                // URLs are reduced to their paths, and raw JSON at the end is removed.
                None => assert!(there.replace("https://acme.amocrm.ru", "").starts_with(finding.message()), "{name}"),
            }
        }
    }
}

#[test]
fn a_body_that_cannot_be_read_is_one_finding() {
    let bodies: [(&str, Vec<u8>); 8] = [
        ("empty", Vec::new()),
        ("open brackets", b"[".repeat(100_000)),
        ("open objects", br#"{"errors":"#.repeat(100_000)),
        ("open errors", [&br#"{"errors":"#[..], &b"[".repeat(100_000)].concat()),
        ("nested errors", [&br#"{"errors":"#[..], &b"[".repeat(5_000), &b"]".repeat(5_000), b"}"].concat()),
        ("10 MB of text", b"x".repeat(10_000_000)),
        ("10 MB of one tag", b"<".repeat(10_000_000)),
        ("not UTF-8", b"\x80".repeat(100_000)),
    ];
    for (name, body) in bodies {
        for (http, advice) in [(400, Advice::FixRequest), (401, Advice::SignIn), (503, Advice::RetryLater)] {
            let reply = Reply::read("/api/v4/leads", status(http), &body);
            let [finding] = reply.findings() else { panic!("{name}: {} findings", reply.findings().len()) };
            assert_eq!((finding.number(), finding.advice(), finding.pointer()), (None, advice, ""), "{name}");
            assert_eq!(finding.message(), "", "{name}");
            assert!(reply.is_failure(), "{name}");
        }
        let reply = Reply::read("/api/v4/leads", status(200), &body);
        assert_eq!(reply.is_failure(), !body.is_empty(), "{name}");
        assert_eq!(reply.is_outcome_unknown(), !body.is_empty(), "{name}");
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
        (b"{\"_embedded\":", Body::Other, Advice::RetryLater),
        (b"\n[1,", Body::Other, Advice::RetryLater),
        (b"{} {}", Body::Other, Advice::RetryLater),
        (b"ok", Body::Other, Advice::FixRequest),
        (b"\x1f\x8b\x08", Body::Other, Advice::FixRequest),
        (b"<html>", Body::Html, Advice::FixRequest),
        (b" <!DOCTYPE HTML>", Body::Html, Advice::FixRequest),
        (b"<center>502</center>", Body::Html, Advice::FixRequest),
        (b"<?xml version=\"1.0\"?><!DOCTYPE html><html>", Body::Html, Advice::FixRequest),
        (b"<?xml version=\"1.0\"?><error/>", Body::Other, Advice::FixRequest),
        (b"see <html>", Body::Other, Advice::FixRequest),
    ] {
        let text = String::from_utf8_lossy(body);
        let reply = Reply::read("/api/v4/leads", status(200), body);
        assert_eq!((reply.body(), reply.advice()), (kind, advice), "{text}");
        assert_eq!(reply.is_outcome_unknown(), advice != Advice::NotAnError, "{text}");
        let refused = Reply::read("/api/v4/leads", status(403), body);
        assert_eq!((refused.body(), refused.advice()), (kind, Advice::AskUser), "{text}");
        assert!(!refused.is_outcome_unknown(), "{text}");
    }
}

#[test]
fn the_outcome_is_unknown_from_status_500_on() {
    for (http, is_unknown) in [(199, false), (302, false), (304, false), (400, false), (429, false), (499, false)] {
        assert_eq!(Reply::read("/api/v4/leads", status(http), b"<html>").is_outcome_unknown(), is_unknown, "{http}");
    }
    for http in [500, 502, 504, 599] {
        for body in [&b""[..], b"{}", b"<html>"] {
            assert!(Reply::read("/api/v4/leads", status(http), body).is_outcome_unknown(), "{http}");
        }
    }
}

#[test]
fn the_status_decides_if_the_body_says_nothing() {
    for (http, advice) in [
        (100, Advice::NotAnError),
        (204, Advice::NotAnError),
        (299, Advice::NotAnError),
        (300, Advice::FixRequest),
        (304, Advice::NotAnError),
        (400, Advice::FixRequest),
        (401, Advice::SignIn),
        (402, Advice::AskUser),
        (403, Advice::AskUser),
        (404, Advice::NotFound),
        (405, Advice::FixRequest),
        (408, Advice::RetryLater),
        (429, Advice::RetryLater),
        (499, Advice::FixRequest),
        (500, Advice::RetryLater),
        (501, Advice::FixRequest),
        (502, Advice::RetryLater),
        (599, Advice::RetryLater),
    ] {
        assert_eq!(Reply::read("/api/v4/leads", status(http), b"").advice(), advice, "{http}");
    }
}

#[test]
fn findings_beyond_the_memory_limit_are_counted() {
    // Each takes its own size, its text, its pointer and room for an id.
    let body = format!("{{\"errors\":[{}\"Old\"]}}", "\"Old\",".repeat(9_999));
    let mut budget = 256 * 1024 + body.len();
    let fit = (0..10_000).take_while(|index| {
        let size = size_of::<Finding>() + 64 + "Old".len() + format!("/errors/{index}").len();
        budget.checked_sub(size).inspect(|rest| budget = *rest).is_some()
    });
    let reply = Reply::read("/api/v4/leads", status(400), body.as_bytes());
    let count = fit.count();
    assert_eq!((reply.findings().len(), reply.omitted()), (count, 10_000 - count));
    assert!(reply.omitted() > 0 && reply.is_failure());
    assert!(reply.to_string().ends_with(&format!("; and {} more (fix the request)", 10_000 - 5)), "{reply}");
}

#[test]
fn of_a_text_with_escapes_the_first_64_kib_are_read() {
    // The limit is within a letter of two bytes.
    let body = format!("{{\"errors\":[\"a\\nb {}\"]}}", "я".repeat(40_000));
    let reply = Reply::read("/api/v4/leads", status(400), body.as_bytes());
    let letters = (64 * 1024 - "a\nb ".len()) / "я".len();
    assert_eq!(reply.findings()[0].message(), format!("a b {}", "я".repeat(letters)));
    let body = format!("{{\"errors\":[\"a\\nb c{}\"]}}", "я".repeat(40_000));
    let reply = Reply::read("/api/v4/leads", status(400), body.as_bytes());
    assert_eq!(reply.findings()[0].message(), format!("a b c{}", "я".repeat(letters - 1)));
}

#[test]
fn a_single_finding_is_not_taken_for_all() {
    // Next to a message, entries with names are fields of one error; here, they take all the memory.
    let names: Vec<_> = (0..10_000).map(|index| format!("\"name{index}\":1,")).collect();
    let body = format!("{{\"errors\":{{{}\"message\":\"Old\"}}}}", names.concat());
    let reply = Reply::read("/api/v4/leads", status(400), body.as_bytes());
    assert_eq!(reply.findings().len(), 1);
    let end = format!("HTTP 400: (no message); and {} more (fix the request)", reply.omitted());
    assert!(reply.to_string().ends_with(&end), "{reply}");
}

#[test]
fn an_error_without_fields_of_its_own_is_a_finding_only_if_nothing_in_it_is() {
    for (error, count) in [
        ("{\"errors\":[],\"other\":1}", 0),
        ("{\"error\":{\"code\":217},\"other\":1}", 1),
        ("{\"errors\":[{\"code\":217},{\"code\":218}],\"other\":1}", 2),
        ("{\"other\":1}", 1),
        ("{\"code\":0,\"other\":1}", 0),
        ("{}", 0),
    ] {
        let reply = Reply::read("/api/v2/leads", status(200), format!("{{\"errors\":[{error}]}}").as_bytes());
        assert_eq!(reply.findings().len(), count, "{error}");
    }
}

#[test]
fn a_finding_that_is_worse_than_all_others_is_not_dropped() {
    let body = |code: &str| {
        format!("{{\"_embedded\":{{\"errors\":{{\"add\":[{}{code}]}}}}}}", "{\"code\":280},".repeat(10_000))
    };
    let read = |code| Reply::read("/api/v2/catalog_elements", status(200), body(code).as_bytes());
    let created = read("{\"code\":280}");
    assert!(created.omitted() > 0 && !created.is_failure());
    let forbidden = read("{\"code\":244},{\"code\":204},{\"code\":244}");
    assert_eq!(forbidden.advice(), Advice::AskUser);
    assert_eq!(forbidden.findings().last().and_then(Finding::number), Some(244));
    assert_eq!(forbidden.findings().len() + forbidden.omitted(), 10_003);
}

#[test]
fn the_longest_pointer_fits_in_the_memory_limit() {
    // The keys are twice as long when they are escaped. serde_json reads 127 levels.
    let key = "~".repeat(1024);
    let body = format!("{}\"Old\"{}", format!("{{\"errors\":{{\"{key}\":").repeat(63), "}}".repeat(63));
    let reply = Reply::read("/api/v4/leads", status(200), body.as_bytes());
    assert_eq!((reply.findings().len(), reply.omitted()), (1, 0));
    assert_eq!(reply.findings()[0].pointer().len(), 63 * ("/errors/".len() + 2 * 1024));
}

#[test]
fn a_long_key_is_not_in_the_pointer() {
    for (len, pointer) in [(1024, format!("/errors/{}", "k".repeat(1024))), (1025, "/errors".to_owned())] {
        let body = format!("{{\"errors\":{{\"{}\":\"Old\"}}}}", "k".repeat(len));
        let reply = Reply::read("/api/v4/leads", status(200), body.as_bytes());
        assert_eq!(reply.findings()[0].pointer(), pointer);
        assert_eq!((reply.findings()[0].message(), reply.findings()[0].entity()), ("Old", None));
    }
    // The keys and indexes below it are not in it either; those of the next values are.
    let (key, items) = ("k".repeat(1025), r#"{"add":[{"error":"Old"}]}"#);
    let body = format!(r#"{{"response":{{"{key}":{items},"leads":{items}}}}}"#);
    let reply = Reply::read("/api/v4/leads", status(200), body.as_bytes());
    let pointers: Vec<_> = reply.findings().iter().map(Finding::pointer).collect();
    assert_eq!(pointers, ["/response", "/response/leads/add/0/error"]);
}

#[test]
fn a_long_key_of_an_error_is_not_displayed() {
    for (len, shown) in [(40, "k".repeat(40)), (41, "(no message)".to_owned())] {
        let body = format!("{{\"errors\":[{{\"code\":\"{}\"}}]}}", "k".repeat(len));
        let reply = Reply::read("/api/v4/leads", status(400), body.as_bytes());
        assert_eq!(reply.to_string(), format!("/api/v4/leads: HTTP 400: {shown} (fix the request)"));
        assert_eq!(reply.findings()[0].error_key().map(str::len), Some(len));
    }
}

#[test]
fn an_id_is_what_a_finding_concerns_only_if_it_is_short() {
    let entity = |id: &str| {
        let body = format!("{{\"errors\":{{\"{id}\":\"Deleted\"}}}}");
        Reply::read("/api/v4/leads", status(400), body.as_bytes()).findings()[0].entity().map(str::to_owned)
    };
    assert_eq!(entity(&"7".repeat(64)), Some("7".repeat(64)));
    assert_eq!(entity(&"7".repeat(65)), None);
}

#[test]
fn a_reply_is_displayed_as_one_line() {
    let cases: [(&str, u16, &str, &str); 15] = [
        ("/api/v4/leads", 204, "", "/api/v4/leads: HTTP 204: not an error"),
        (
            "https://a.amocrm.ru/api/v2/leads?USER_HASH=s3cret#x",
            400,
            r#"{"response":{"error":"-","error_code":"217"}}"#,
            "/api/v2/leads: HTTP 400: leads.217: Updating leads: the parameters \"id\", \"updated_at\", \"status_id\", \
             \"name\" 'are required (fix the request)",
        ),
        (
            "/api/v4/events",
            400,
            r#"{"response":{"error":"Сбой","error_code":"282"}}"#,
            "/api/v4/events: HTTP 400: ambiguous code 282: Сбой; it may be directories.282 (The directory was not found in \
             the account.), directory_elements.282 (Item not found in account.) (not found)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":[{"code":331,"message":"Too many\r\nlinks"}]}"#,
            "/api/v4/leads: HTTP 400: unknown code 331: Too many links (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":[{"code":331}]}"#,
            "/api/v4/leads: HTTP 400: unknown code 331 (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"validation-errors":[{"request_id":"4","errors":[{"code":"NotBlank","path":"name"}]}]}"#,
            "/api/v4/leads: HTTP 400: NotBlank (item 4; field name; fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":{"51":"Deleted","36b4f074-7403-11ea-af30-00163e2085ae":"Old","s3cret":"Locked"}}"#,
            "/api/v4/leads: HTTP 400: Deleted (entity 51); Old (entity 36b4f074-7403-11ea-af30-00163e2085ae); Locked \
             (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":{"deadbeef":"One","12345678-1234-1234-1234-123456789s3c":"Two","123456789012345678901":"Three"}}"#,
            "/api/v4/leads: HTTP 400: One; Two; Three (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":[{"message":"One","path":"my s3cret"},{"message":"Two","path":""},{"message":"Three","path":"a[0].b-c_d"}]}"#,
            "/api/v4/leads: HTTP 400: One; Two; Three (field a[0].b-c_d) (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":[{"code":"NotBlank","message":"Required."},{"code":"a s3cret"},{"code":"NotBlank"}]}"#,
            "/api/v4/leads: HTTP 400: Required.; (no message); NotBlank (fix the request)",
        ),
        ("/api/v4/leads", 500, "", "/api/v4/leads: HTTP 500: (no message) (retry later)"),
        (
            "/api/v2/notes",
            200,
            r#"{"_embedded":{"errors":{"add":[{"code":226},{"code":244},{"code":225},{"code":1},{"code":2},{"code":3}]}}}"#,
            "/api/v2/notes: HTTP 200: events.244: Adding events: insufficient rights to add an event; unknown code 1; \
             unknown code 2; unknown code 3; events.226: Adding events: an event element of this entity could not be \
             found; and 1 more (ask the user)",
        ),
        ("/a\nb", 500, "", "/a b: HTTP 500: (no message) (retry later)"),
        ("", 429, "Slow down", ": HTTP 429: (no message) (retry later)"),
        ("", 429, "<title>Slow down</title>", ": HTTP 429: Slow down (retry later)"),
    ];
    for (path, http, body, line) in cases {
        assert_eq!(Reply::read(path, status(http), body.as_bytes()).to_string(), line);
    }
}

#[test]
fn a_reply_is_an_error_for_the_question_mark_operator() {
    fn is_error<T: std::error::Error + Send + Sync + 'static>(_: &T) {}
    let reply = Reply::read("/api/v4/leads", status(500), b"");
    is_error(&reply);
    assert_eq!(reply.clone().into_result(), Err(reply));
    assert_eq!(Reply::read("/api/v4/leads", status(200), b"").into_result(), Ok(()));
}
