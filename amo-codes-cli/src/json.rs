//! Answers and codes as JSON.

use amo_codes::Advice;
use amo_codes::private::is_unprintable;
use serde_json::{Value, json};

use crate::query::Answer;
use crate::table::{Code, Codes, codes_of};

pub(crate) fn code(code: Code) -> Value {
    json!({
        "address": code.address(),
        "section": code.section.key.value,
        "number": code.number(),
        "word": code.row.word,
        "name": code.name(),
        "description": code.row.description,
        "note": code.row.note,
        "http_status": code.row.http_status,
        "advice": code.advice().as_str(),
        "is_error": code.advice() != Advice::NotAnError,
        "is_documented": code.row.evidence.is_none(),
        "evidence": code.row.evidence,
        "docs_url": code.row.docs_url,
    })
}

pub(crate) fn answer(answer: &Answer) -> Value {
    let codes: Vec<Value> = answer.groups.iter().flat_map(|group| &group.codes).copied().map(code).collect();
    let mut reply = json!(answer.reply);
    if !answer.has_body && answer.reply.is_some() {
        reply["body_kind"] = Value::Null;
    }
    json!({
        "query": answer.query,
        "line": answer.line,
        "path": answer.path,
        "codes": codes,
        "reply": reply,
    })
}

/// Returns the whole table, by sections.
pub(crate) fn table(codes: &Codes) -> Value {
    let sections = codes.sections().iter().map(|section| {
        let paths: Vec<&str> = section.paths.iter().map(|path| path.value.as_str()).collect();
        let codes: Vec<Value> = codes_of(section).map(code).collect();
        json!({ "key": section.key.value, "title": section.title, "paths": paths, "codes": codes })
    });
    sections.collect()
}

/// Returns JSON whose texts are safe to print: JSON itself allows most of the characters that a terminal might obey.
pub(crate) fn printable(json: &str) -> String {
    let mut safe = String::new();
    for character in json.chars() {
        if is_unprintable(character) && character != '\n' {
            safe.extend(character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            safe.push(character);
        }
    }
    safe
}

/// Returns JSON over several lines, whose texts are safe to print.
pub(crate) fn pretty(value: &Value) -> String {
    printable(&format!("{value:#}\n"))
}
