//! What holds for replies of any form: noise around a finding changes nothing, and no body is too strange.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use amo_codes::HttpStatus;
use amo_codes::reply::Reply;
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

/// Keys and texts that stand in places of errors, and others.
const KEYS: [&str; 22] = [
    "response",
    "_embedded",
    "errors",
    "error",
    "error_code",
    "code",
    "status",
    "title",
    "detail",
    "hint",
    "message",
    "validation-errors",
    "request_id",
    "id",
    "add",
    "update",
    "leads",
    "contacts",
    "_links",
    "type",
    "path",
    "a/b~c",
];
const TEXTS: [&str; 9] =
    ["Error 217.", "Код ошибки 244. Нет прав", "Error code 104.", "217", " 0244 ", "Error", "fail", "no note", ""];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![proptest::sample::select(&TEXTS[..]).prop_map(str::to_owned), any::<String>()]
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![4 => proptest::sample::select(&KEYS[..]).prop_map(str::to_owned), 1 => any::<String>()]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..1000_u16).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::Number)),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((key(), inner), 0..6)
                .prop_map(|entries| Value::from(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn status(status: u16) -> HttpStatus {
    HttpStatus::try_from(status).unwrap()
}

/// A body with one finding, and where it stands; `noise` fills what is no place of an error.
fn wrapped(form: usize, noise: &Value) -> (Value, &'static str) {
    let forms = [
        (
            json!({"response": {"error": "…", "error_code": "217", "leads": [noise], "server_time": 217}}),
            "/response/error_code",
        ),
        (
            json!({"response": {"leads": {"add": {"error": "Error 217.", "leads": noise, "data": noise}}}}),
            "/response/leads/add/error",
        ),
        (
            json!({"_embedded": {"leads": noise, "errors": {"update": [{"code": 217, "message": "…", "data": noise}]}}}),
            "/_embedded/errors/update/0/code",
        ),
        (json!({"_embedded": {"items": noise, "errors": [["Код ошибки 217. …"]]}}), "/_embedded/errors/0/0"),
        (json!({"errors": [{"code": 217, "lead": noise, "values": [noise]}], "leads": [noise]}), "/errors/0/code"),
        (
            json!({"title": "Bad Request", "type": "…", "status": 400, "detail": "Error 217.", "_embedded": {"leads": noise}}),
            "/detail",
        ),
        (json!({"title": "Error", "status": 217, "_embedded": [noise], "leads": [noise, noise]}), "/status"),
    ];
    forms.into_iter().nth(form).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn noise_around_a_finding_changes_nothing(form in 0..7_usize, noise in any_json()) {
        let (body, at) = wrapped(form, &noise);
        let reply = Reply::read("/api/v2/leads", status(400), body.to_string().as_bytes());
        let findings: Vec<_> = reply.findings().iter().map(|finding| (finding.number(), finding.at())).collect();
        prop_assert_eq!(findings, [(Some(217), at)], "{}", body);
    }

    #[test]
    fn what_a_success_holds_is_no_failure(noise in any_json()) {
        for body in [
            json!({"_embedded": {"leads": noise}, "_links": noise}),
            json!({"response": {"leads": [noise], "server_time": 1}}),
            json!({"response": {"leads": {"add": {"leads": noise}}}}),
            json!([noise]),
        ] {
            let reply = Reply::read("/api/v2/leads", status(200), body.to_string().as_bytes());
            prop_assert!(reply.findings().is_empty(), "{}: {:?}", body, reply);
        }
    }

    #[test]
    fn every_number_stands_where_its_pointer_leads(body in any_json(), http in 100..600_u16) {
        let reply = Reply::read("/api/v2/leads", status(http), body.to_string().as_bytes());
        prop_assert_eq!(http < 400 || !reply.findings().is_empty(), true);
        for finding in reply.findings() {
            let there = body.pointer(finding.at());
            prop_assert!(there.is_some(), "{} in {}", finding.at(), body);
            let there = there.unwrap().to_string();
            if let Some(number) = finding.number() {
                prop_assert!(there.contains(&number.to_string()), "{} at {} in {}", number, finding.at(), body);
            }
        }
    }

    #[test]
    fn any_bytes_are_read(path in any::<String>(), http in 100..600_u16, body in any::<Vec<u8>>()) {
        let reply = Reply::read(&path, status(http), &body);
        prop_assert_eq!(reply.findings().len(), usize::from(http >= 300 && http != 304));
        prop_assert!(!reply.to_string().contains(['\n', '\r']));
    }

    #[test]
    fn a_reply_that_is_cut_off_is_one_finding(form in 0..7_usize, noise in any_json(), cut in 0.0..1.0_f64) {
        let body = wrapped(form, &noise).0.to_string().into_bytes();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let cut = (body.len() as f64 * cut) as usize;
        let reply = Reply::read("/api/v2/leads", status(400), &body[..cut]);
        prop_assert_eq!(reply.findings().len(), 1);
        prop_assert_eq!(reply.findings()[0].number(), None);
    }
}
