//! Generates bodies for the properties.

use std::iter::repeat_with;

use fastrand::Rng;
use serde_json::{Map, Number, Value, json};

/// Returns a generator for each of some cases, the same ones in every run.
pub(crate) fn cases() -> impl Iterator<Item = Rng> {
    (0..256).map(Rng::with_seed)
}

/// Keys and texts of errors, and others.
#[rustfmt::skip]
const KEYS: [&str; 22] = [
    "response", "_embedded", "errors", "error", "error_code", "code", "status", "title", "detail", "hint", "message",
    "validation-errors", "request_id", "id", "add", "update", "leads", "contacts", "_links", "type", "path", "a/b~c",
];
const TEXTS: [&str; 9] =
    ["Error 217.", "Код ошибки 244. Нет прав", "Error code 104.", "217", " 0244 ", "Error", "fail", "no note", ""];

fn choose<'a>(rng: &mut Rng, texts: &[&'a str]) -> &'a str {
    rng.choice(texts).unwrap()
}

/// Generates any text of up to eight characters.
pub(crate) fn any_text(rng: &mut Rng) -> String {
    let length = rng.usize(0..9);
    repeat_with(|| if rng.bool() { rng.char('\0'..='\u{7f}') } else { rng.char(..) }).take(length).collect()
}

fn text(rng: &mut Rng) -> String {
    if rng.bool() { any_text(rng) } else { choose(rng, &TEXTS).to_owned() }
}

fn key(rng: &mut Rng) -> String {
    if rng.u8(0..5) == 0 { any_text(rng) } else { choose(rng, &KEYS).to_owned() }
}

/// Generates fewer than `limit` values.
fn several<T, C: FromIterator<T>>(rng: &mut Rng, limit: usize, mut value: impl FnMut(&mut Rng) -> T) -> C {
    let count = rng.usize(0..limit);
    repeat_with(|| value(rng)).take(count).collect()
}

/// Generates any JSON, often with the keys and texts of errors.
pub(crate) fn any_json(rng: &mut Rng) -> Value {
    json_of_depth(rng, 4)
}

fn json_of_depth(rng: &mut Rng, depth: u8) -> Value {
    match rng.u8(0..if depth > 0 { 14 } else { 6 }) {
        0 => Value::Null,
        1 => rng.bool().into(),
        2 => rng.u16(0..1_000).into(),
        3 => rng.i64(..).into(),
        4 => Number::from_f64(f64::from_bits(rng.u64(..))).map_or(Value::Null, Value::Number),
        5 => text(rng).into(),
        6..10 => several::<Value, Vec<_>>(rng, 6, |rng| json_of_depth(rng, depth - 1)).into(),
        _ => several::<_, Map<_, _>>(rng, 6, |rng| (key(rng), json_of_depth(rng, depth - 1))).into(),
    }
}

/// Generates errors in every shape, with `Text` for each text.
pub(crate) fn any_errors(rng: &mut Rng) -> Value {
    errors_of_depth(rng, 3)
}

fn errors_of_depth(rng: &mut Rng, depth: u8) -> Value {
    const NAMES: &[&str] = &["7", "12", "0", "base", "name", "price", "36b4f074-7403-11ea-af30-00163e2085ae"];
    if depth == 0 || rng.u8(0..4) == 0 {
        return list_of_depth(rng, 2);
    }
    let keys = if rng.u8(0..3) == 0 { &["add", "update", "delete"] } else { NAMES };
    let mut entries: Map<_, _> = several(rng, 4, |rng| (choose(rng, keys).to_owned(), errors_of_depth(rng, depth - 1)));
    if rng.u8(0..3) == 0 {
        entries.insert("message".to_owned(), json!("Text"));
    }
    entries.into()
}

fn list_of_depth(rng: &mut Rng, depth: u8) -> Value {
    if depth > 0 && rng.bool() {
        return several::<Value, Vec<_>>(rng, 4, |rng| list_of_depth(rng, depth - 1)).into();
    }
    match rng.u8(0..4) {
        0 => json!("Text"),
        1 => error(rng),
        2 => json!({"errors": [error(rng)]}),
        _ => json!({"name": ["Text", "Text"]}),
    }
}

fn error(rng: &mut Rng) -> Value {
    let field = choose(rng, &["message", "text", "detail", "error", "error_description", "hint", "title"]);
    let mut error = json!({field: "Text"});
    if rng.bool() {
        error["code"] = rng.u16(0..300).into();
    }
    error
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
