//! Generates bodies for the properties.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

/// Keys and texts of errors, and others.
#[rustfmt::skip]
const KEYS: [&str; 22] = [
    "response", "_embedded", "errors", "error", "error_code", "code", "status", "title", "detail", "hint", "message",
    "validation-errors", "request_id", "id", "add", "update", "leads", "contacts", "_links", "type", "path", "a/b~c",
];
const TEXTS: [&str; 9] =
    ["Error 217.", "Код ошибки 244. Нет прав", "Error code 104.", "217", " 0244 ", "Error", "fail", "no note", ""];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![proptest::sample::select(&TEXTS[..]).prop_map(str::to_owned), any::<String>()]
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![4 => proptest::sample::select(&KEYS[..]).prop_map(str::to_owned), 1 => any::<String>()]
}

/// Generates any JSON, often with the keys and texts of errors.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
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

/// Generates errors in every shape, with `Text` for each text.
pub(crate) fn any_errors() -> impl Strategy<Value = Value> {
    let text = || Just(json!("Text"));
    let field =
        proptest::sample::select(&["message", "text", "detail", "error", "error_description", "hint", "title"][..]);
    let name = proptest::sample::select(
        &["7", "12", "0", "base", "name", "price", "36b4f074-7403-11ea-af30-00163e2085ae"][..],
    );
    let object = (field, proptest::option::of(0..300_i64)).prop_map(|(field, code)| match code {
        Some(code) => json!({field: "Text", "code": code}),
        None => json!({field: "Text"}),
    });
    let nested = object.clone().prop_map(|object| json!({"errors": [object]}));
    let leaf = prop_oneof![text(), object, nested, Just(json!({"name": ["Text", "Text"]}))];
    let list =
        leaf.clone().prop_recursive(2, 16, 4, |inner| proptest::collection::vec(inner, 0..4).prop_map(Value::from));
    prop_oneof![leaf, list].prop_recursive(3, 32, 4, move |inner| {
        let action = proptest::sample::select(&["add", "update", "delete"][..]);
        let entries = |key: BoxedStrategy<&'static str>| {
            proptest::collection::btree_map(key, inner.clone(), 0..4).prop_map(|entries| json!(entries))
        };
        let with_message = entries(name.clone().boxed()).prop_map(|mut entries| {
            entries["message"] = json!("Text");
            entries
        });
        prop_oneof![entries(name.clone().boxed()), entries(action.boxed()), with_message]
    })
}

/// Gives each text a number of its own, in the order of the body.
pub(crate) fn number_texts(errors: Value, texts: &mut Vec<String>) -> Value {
    match errors {
        Value::String(_) => {
            texts.push(format!("Text {}", texts.len()));
            Value::from(texts[texts.len() - 1].clone())
        }
        Value::Array(elements) => elements.into_iter().map(|element| number_texts(element, texts)).collect(),
        Value::Object(entries) => entries.into_iter().map(|(key, value)| (key, number_texts(value, texts))).collect(),
        other => other,
    }
}

/// Returns a body with one finding and the pointer to it. `noise` fills the places that are not read.
pub(crate) fn wrapped(format: usize, noise: &Value) -> (Value, &'static str) {
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
