//! Bodies that are not JSON, or JSON without a place for errors.

use crate::support::read;
use amo_codes::Advice;
use amo_codes_reply::{BodyKind, Outcome};

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
        (&b""[..], BodyKind::Empty, Advice::NotAnError),
        (b" \r\n\t", BodyKind::Empty, Advice::NotAnError),
        (b"\xef\xbb\xbf", BodyKind::Empty, Advice::NotAnError),
        (b"{}", BodyKind::Json, Advice::NotAnError),
        (b" [1] ", BodyKind::Json, Advice::NotAnError),
        (b"\xef\xbb\xbf{}", BodyKind::Json, Advice::NotAnError),
        (b"1", BodyKind::Json, Advice::NotAnError),
        (b"\"ok\"", BodyKind::Json, Advice::NotAnError),
        (b"{\"_embedded\":", BodyKind::Other, Advice::RetryLater),
        (b"\n[1,", BodyKind::Other, Advice::RetryLater),
        (b"{} {}", BodyKind::Other, Advice::RetryLater),
        (b"ok", BodyKind::Other, Advice::FixRequest),
        (b"\x1f\x8b\x08", BodyKind::Other, Advice::FixRequest),
        (b"<html>", BodyKind::Html, Advice::FixRequest),
        (b" <!DOCTYPE HTML>", BodyKind::Html, Advice::FixRequest),
        (b"<center>502</center>", BodyKind::Html, Advice::FixRequest),
        (b"<pre>{}</pre>", BodyKind::Html, Advice::FixRequest),
        (b"<?xml version=\"1.0\"?><!DOCTYPE html><html>", BodyKind::Html, Advice::FixRequest),
        (b"<?xml version=\"1.0\"?><error/>", BodyKind::Other, Advice::FixRequest),
        (b"see <html>", BodyKind::Other, Advice::FixRequest),
    ] {
        let text = String::from_utf8_lossy(body);
        let reply = read(200, body);
        assert_eq!((reply.body_kind(), reply.advice()), (kind, advice), "{text}");
        let outcome = if advice == Advice::NotAnError { Outcome::Done } else { Outcome::Unknown };
        assert_eq!(reply.outcome(), outcome, "{text}");
        let refused = read(403, body);
        assert_eq!(
            (refused.body_kind(), refused.advice(), refused.outcome()),
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
