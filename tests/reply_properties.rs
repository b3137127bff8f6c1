//! Properties of every reply: unrelated data changes nothing, any bytes can be read, and no secret gets into a message.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]

mod support;

use amo_codes::reply::{Body, Finding, Reply};
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};
use support::status;

/// Keys and texts of errors, and others.
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

/// A word and a number that no message may repeat.
const SECRET: &str = "s3cret";
const SECRET_NUMBER: u64 = 79_160_417_328;

/// Generates JSON with secrets in keys, in numbers, and in fields that do not hold human-readable text.
fn any_json_with_secrets() -> impl Strategy<Value = Value> {
    let fields = json!([{"id": SECRET, "request_id": SECRET, "status": SECRET, "type": SECRET, "token": SECRET}]);
    let leaf = prop_oneof![Just(fields), Just(SECRET_NUMBER.into()), Just(Value::Bool(true))];
    let is_number = |key: &String| !["id", "request_id", "code", "error_code"].contains(&key.as_str());
    let key =
        prop_oneof![4 => proptest::sample::select(&KEYS[..]).prop_map(str::to_owned), 1 => Just(SECRET.to_owned())];
    let key = key.prop_filter("this number is shown", is_number);
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((key.clone(), inner), 0..6)
                .prop_map(|entries| Value::from(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Generates a URL of `/api/v4/leads` with secrets everywhere else.
fn url_with_secrets() -> impl Strategy<Value = String> {
    let start = proptest::sample::select(&["https://", "HTTP://", "//", "https:\\\\", "s3cret://"][..]);
    let user = proptest::sample::select(&["", "s3cret@", "user:s3cret@", "s3cret:pa/ss@", "s3cret@user@"][..]);
    let host = proptest::sample::select(&["s3cret.amocrm.ru", "s3cret:8080", "192.0.2.7"][..]);
    let end = proptest::sample::select(
        &[
            "",
            "?token=s3cret",
            "?s3cret",
            "#s3cret",
            "&token=s3cret",
            "?a=/s3cret/",
            "?token=a//s3cret",
            "?next=https://s3cret.ru/s3cret",
            "?user=a@s3cret/s3cret",
            "?token=\"s3cret\"",
            "&token=<s3cret>",
            "??s3cret",
        ][..],
    );
    let start = prop_oneof![start, Just("")];
    (start, user, host, end).prop_map(|(start, user, host, end)| format!("{start}{user}{host}/api/v4/leads{end}"))
}

/// Returns the pointers to all values, in the order of the body.
fn pointers(value: &Value, pointer: &str, all: &mut Vec<String>) {
    all.push(pointer.to_owned());
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                pointers(value, &format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                pointers(value, &format!("{pointer}/{index}"), all);
            }
        }
        _ => {}
    }
}

/// Returns whether the value at a pointer is in an object with this id, or below a key that is the id.
fn is_about(body: &Value, pointer: &str, id: &str) -> bool {
    let ends = pointer.match_indices('/').map(|(index, _)| index).chain([pointer.len()]);
    ends.into_iter().any(|end| {
        let (above, key) = (&pointer[..end], pointer[..end].rsplit('/').next().unwrap());
        let has_id = |field: &str| match body.pointer(above).and_then(|object| object.get(field)) {
            Some(Value::String(text)) => text.trim() == id,
            Some(value) => value.as_f64() == id.parse().ok(),
            None => false,
        };
        key.replace("~1", "/").replace("~0", "~") == id || ["id", "request_id"].into_iter().any(has_id)
    })
}

fn has_secret(text: &str) -> bool {
    text.contains(SECRET) || text.contains(&SECRET_NUMBER.to_string())
}

/// Returns a body with one finding and the pointer to it. `noise` fills the places that are not read.
fn wrapped(format: usize, noise: &Value) -> (Value, &'static str) {
    let bodies = [
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
    bodies.into_iter().nth(format).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn noise_around_a_finding_changes_nothing(format in 0..7_usize, noise in any_json()) {
        let (body, pointer) = wrapped(format, &noise);
        let reply = Reply::read("/api/v2/leads", status(400), body.to_string().as_bytes());
        let findings: Vec<_> = reply.findings().iter().map(|finding| (finding.number(), finding.pointer())).collect();
        prop_assert_eq!(findings, [(Some(217), pointer)], "{}", body);
    }

    #[test]
    fn the_data_of_a_success_is_not_a_failure(noise in any_json()) {
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
    fn every_pointer_leads_to_its_number(body in any_json(), http in 100..600_u16) {
        let reply = Reply::read("/api/v2/leads", status(http), body.to_string().as_bytes());
        prop_assert!(http < 400 || reply.is_failure());
        for finding in reply.findings() {
            let there = body.pointer(finding.pointer());
            prop_assert!(there.is_some(), "{} in {}", finding.pointer(), body);
            let there = there.unwrap().to_string();
            if let Some(number) = finding.number() {
                prop_assert!(there.contains(&number.to_string()), "{} at {} in {}", number, finding.pointer(), body);
            }
        }
    }

    #[test]
    fn findings_are_in_the_order_of_the_body_and_concern_what_is_around_them(body in any_json(), http in 100..600_u16) {
        let reply = Reply::read("/api/v2/leads", status(http), body.to_string().as_bytes());
        let mut all = Vec::new();
        pointers(&body, "", &mut all);
        let order = |finding: &Finding| all.iter().position(|pointer| pointer == finding.pointer());
        prop_assert!(reply.findings().is_sorted_by_key(order), "{}: {:?}", body, reply);
        for finding in reply.findings() {
            // Other ids may be changed, so that they are safe to log.
            let is_plain = |id: &&str| id.len() <= 15 && id.bytes().all(|byte| byte.is_ascii_digit());
            if let Some(entity) = finding.entity().filter(is_plain) {
                prop_assert!(is_about(&body, finding.pointer(), entity), "{} {} in {}", entity, finding.pointer(), body);
            }
        }
    }

    #[test]
    fn any_bytes_are_read(path in any::<String>(), http in 100..600_u16, body in any::<Vec<u8>>()) {
        let reply = Reply::read(&path, status(http), &body);
        let is_unreadable = (200..300).contains(&http) && matches!(reply.body(), Body::Html | Body::Other);
        prop_assert_eq!(reply.findings().len(), usize::from(http >= 300 && http != 304 || is_unreadable));
        prop_assert!(!reply.to_string().contains(['\n', '\r']));
    }

    #[test]
    fn a_truncated_reply_is_one_finding(format in 0..7_usize, noise in any_json(), cut in 0.0..1.0_f64) {
        let body = wrapped(format, &noise).0.to_string().into_bytes();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let cut = (body.len() as f64 * cut) as usize;
        let reply = Reply::read("/api/v2/leads", status(400), &body[..cut]);
        prop_assert_eq!(reply.findings().len(), 1);
        prop_assert_eq!(reply.findings()[0].number(), None);
    }

    #[test]
    fn no_secret_of_a_body_is_in_a_message(body in any_json_with_secrets(), http in 100..600_u16) {
        let reply = Reply::read("/api/v4/leads", status(http), body.to_string().as_bytes());
        prop_assert!(!has_secret(&reply.to_string()), "{}: {}", body, reply);
        for finding in reply.findings() {
            prop_assert!(!has_secret(finding.message()), "{}: {}", body, finding.message());
        }
    }

    #[test]
    fn no_json_in_a_text_is_in_a_message(
        json in any_json_with_secrets(),
        start in "[a-z .:(\u{feff}\n]{0,9}",
        http in 100..600_u16,
    ) {
        let json = json!([json, SECRET]);
        let pretty = serde_json::to_string_pretty(&json).unwrap();
        for json in [json.to_string(), pretty, json.to_string().replace('"', "\\\"")] {
            let text = format!("{start}{json}");
            let body = json!({"title": text, "status": 400, "detail": text, "errors": [text, {"message": text}]});
            let reply = Reply::read("/api/v4/leads", status(http), body.to_string().as_bytes());
            prop_assert!(!has_secret(&reply.to_string()), "{}: {}", body, reply);
        }
    }

    #[test]
    fn no_secret_of_a_body_that_is_not_json_is_in_a_message(body in any_json_with_secrets(), http in 100..600_u16) {
        let pretty = serde_json::to_string_pretty(&body).unwrap();
        let cut = &pretty[..pretty.len() - 1];
        for text in [cut, &format!("<html>{cut}</html>"), &format!("<?xml?><error>{cut}"), &format!("token: {cut}")] {
            let reply = Reply::read("/api/v4/leads", status(http), text.as_bytes());
            prop_assert!(!has_secret(&reply.to_string()), "{}: {}", text, reply);
        }
    }

    #[test]
    fn only_the_path_of_a_url_is_in_a_message(url in url_with_secrets(), index in 0..8_usize, http in 100..600_u16) {
        let before_query = url.split(['?', '#', '&']).next().unwrap();
        let text = [
            url.clone(),
            format!("Cannot GET {url} now"),
            format!("see \"{url}\"."),
            format!("url={url}"),
            format!("(see:{url})"),
            format!("a,{url}"),
            format!("<{url}>"),
            // Without a scheme or a user, this would be a path.
            if before_query.contains("//") || before_query.contains('@') { format!("and/or:{url}") } else { url.clone() },
        ];
        let body = json!({"title": text[index], "status": 400, "detail": text[index], "errors": [text[index]]});
        let page = format!("<title>{url}</title>");
        for body in [body.to_string(), page] {
            let reply = Reply::read(&url, status(http), body.as_bytes());
            prop_assert_eq!(reply.path(), "/api/v4/leads", "{}", url);
            prop_assert!(!has_secret(&reply.to_string()), "{}: {}", body, reply);
            for finding in reply.findings() {
                prop_assert!(!has_secret(finding.message()), "{}: {}", body, finding.message());
                prop_assert!(finding.message().contains("/api/v4/leads"), "{}: {}", body, finding.message());
            }
        }
    }
}
