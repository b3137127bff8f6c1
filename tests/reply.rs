//! Real forms of replies: each body under `tests/replies/` with what is expected beside it, `NAME.expected.json`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use amo_codes::reply::{Finding, Reply};
use amo_codes::{Advice, HttpStatus};
use serde_json::{Map, Value, json};

mod billing {
    amo_codes::amo_codes!("tests/tables/invoices.toml");
}

/// The bodies and the expectations, by the name of the case.
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

/// A finding as an expectation writes it: what there is none of is left out.
fn as_json(finding: &Finding) -> Value {
    let address = |code: amo_codes::Code| format!("{}.{}", code.section(), code.as_u16());
    let meanings: Vec<_> = finding.meanings().iter().copied().map(address).collect();
    let all = json!({
        "number": finding.number(),
        "code": finding.code().map(address),
        "meanings": if meanings.is_empty() { Value::Null } else { meanings.into() },
        "advice": finding.advice().as_str(),
        "message": finding.message(),
        "at": finding.at(),
        "entity": finding.entity(),
        "field": finding.field(),
        "word": finding.word(),
    });
    let Value::Object(all) = all else { unreachable!() };
    all.into_iter().filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>().into()
}

fn status(status: u16) -> HttpStatus {
    HttpStatus::try_from(status).unwrap()
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
            "shape": expected["shape"],
            "why": expected["why"],
            "path": path,
            "status": http,
            "is_failure": reply.is_failure(),
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
fn every_shape_has_replies() {
    let shapes = cases().into_values().filter_map(|(_, expected)| Some(expected?["shape"].as_str()?.to_owned()));
    let wanted = (1..=15).map(|shape| format!("S{shape}")).chain(["success".to_owned()]);
    assert_eq!(shapes.collect::<BTreeSet<_>>(), wanted.collect());
}

#[test]
fn a_pointer_leads_to_the_number_or_to_the_words() {
    for (name, (body, expected)) in cases() {
        let body = body.unwrap();
        let Ok(value) = serde_json::from_slice::<Value>(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&body)) else {
            continue;
        };
        let expected = expected.unwrap();
        let http = expected["status"].as_u64().and_then(|number| u16::try_from(number).ok()).unwrap();
        for finding in Reply::read(expected["path"].as_str().unwrap(), status(http), &body).findings() {
            let there = value.pointer(finding.at()).unwrap_or_else(|| panic!("{name}: no {}", finding.at()));
            let there = there.as_str().map_or_else(|| there.to_string(), str::to_owned);
            match finding.number() {
                Some(number) => assert!(there.contains(&number.to_string()), "{name}: {there}"),
                None => assert!(finding.message().is_empty() || there.trim() == finding.message(), "{name}: {there}"),
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
            assert_eq!((finding.number(), finding.advice(), finding.at()), (None, advice, ""), "{name}");
            assert!(finding.message().chars().count() <= 300, "{name}");
            assert!(reply.is_failure(), "{name}");
        }
        assert!(!Reply::read("/api/v4/leads", status(200), &body).is_failure(), "{name}");
    }
}

#[test]
fn findings_keep_within_the_memory_of_the_body() {
    let long = "k".repeat(200_000);
    let body = format!("{{\"errors\":{{\"{long}\":[{}\"last\"]}}}}", "\"x\",".repeat(50_000));
    let reply = Reply::read("/api/v4/leads", status(400), body.as_bytes());
    let kept = |finding: &Finding| finding.at().len() + finding.entity().map_or(0, str::len) + finding.message().len();
    assert!(reply.findings().iter().map(kept).sum::<usize>() <= 4 * body.len() + 256 * 1024);
    assert_eq!(reply.findings().len() + reply.omitted(), 50_001);
    assert!(reply.omitted() > 0);
    assert!(reply.is_failure());
}

#[test]
fn a_table_of_ones_own_is_read_with() {
    let body = br#"{"response":{"error":"...","error_code":"7"}}"#;
    let reply = Reply::<billing::Code>::read_as("https://pay.example/v1/invoices/9", status(200), body);
    assert_eq!(reply.findings()[0].code(), Some(billing::Code::Invoices(billing::Invoices::NotPaid)));
    assert_eq!(reply.advice(), Advice::AskUser);
    let body = br#"{"response":{"error":"...","error_code":"244"}}"#;
    let reply: Reply<billing::Code> = Reply::read_as("/v1/refunds", status(404), body);
    assert_eq!(reply.findings()[0].number(), Some(244));
    assert_eq!(reply.findings()[0].code(), None);
    assert_eq!(reply.advice(), Advice::NotFound);
}

#[test]
fn a_number_without_a_section_has_the_advice_that_all_meanings_share() {
    let read = |number: &str| {
        let body = format!("{{\"response\":{{\"error_code\":\"{number}\"}}}}");
        Reply::<billing::Code>::read_as("/elsewhere", status(400), body.as_bytes())
    };
    let shared = read("8");
    assert_eq!((shared.findings()[0].code(), shared.findings()[0].meanings().len()), (None, 2));
    assert_eq!(shared.advice(), Advice::RetryLater);
    let disputed = read("9");
    assert_eq!((disputed.findings()[0].code(), disputed.findings()[0].meanings().len()), (None, 2));
    assert_eq!(disputed.advice(), Advice::FixRequest);
}

#[test]
fn a_reply_is_one_line_that_a_person_can_act_on() {
    let cases: [(&str, u16, &str, &str); 9] = [
        ("/api/v4/leads", 204, "", "/api/v4/leads: HTTP 204: not an error"),
        (
            "https://a.amocrm.ru/api/v2/leads?USER_HASH=s3cret#x",
            400,
            r#"{"response":{"error":"-","error_code":"217"}}"#,
            "/api/v2/leads: HTTP 400: leads.217: Updating leads: the parameters \"id\", \"updated_at\", \"status_id\", \
             \"name\" 'are required (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"response":{"error":"Нет прав","error_code":"244"}}"#,
            "/api/v4/leads: HTTP 400: events.244, tasks.244, directories.244 or directory_elements.244: Нет прав \
             (ask the user)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":[{"code":330,"message":"Too many\r\nlinks"}]}"#,
            "/api/v4/leads: HTTP 400: unknown code 330: Too many links (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"validation-errors":[{"request_id":"4","errors":[{"code":"NotBlank","path":"name"}]}]}"#,
            "/api/v4/leads: HTTP 400: NotBlank (entity 4; field name; fix the request)",
        ),
        ("/api/v4/leads", 500, "", "/api/v4/leads: HTTP 500: no words (retry later)"),
        (
            "/api/v2/notes",
            200,
            r#"{"_embedded":{"errors":{"add":[{"code":226},{"code":244},{"code":226}]}}}"#,
            "/api/v2/notes: HTTP 200: events.244: Adding events: insufficient rights to add an event (ask the user) \
             and 2 more",
        ),
        ("/a\nb", 500, "", "/a b: HTTP 500: no words (retry later)"),
        ("", 429, "Slow down", ": HTTP 429: Slow down (retry later)"),
    ];
    for (path, http, body, line) in cases {
        assert_eq!(Reply::read(path, status(http), body.as_bytes()).to_string(), line);
    }
}

#[test]
fn a_reply_goes_where_errors_go() {
    fn is_error<T: std::error::Error + Send + Sync + 'static>(_: &T) {}
    let reply = Reply::read("/api/v4/leads", status(500), b"");
    is_error(&reply);
    assert_eq!(reply.clone().into_result(), Err(reply));
    assert_eq!(Reply::read("/api/v4/leads", status(200), b"").into_result(), Ok(()));
}
