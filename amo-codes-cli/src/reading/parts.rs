//! Finds the values in a text, and what is between them.

use serde_json::{Deserializer, Value};

use super::value::{IsCut, KNOWN, OPENING, Object, QUOTES, entries, is_of_name, value};

/// The maximum number of brackets that may begin a value. More would be slow in a text of nothing but brackets.
const MOST: usize = 64;
/// What may be between a key and the separator after it.
const AROUND: &str = "\"'`] ";

/// A part of a text.
pub(super) enum Part {
    Text(String),
    Value(Value, IsCut),
}

/// Splits a text into the objects in it and what is between them.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let (mut found, mut text) = (Vec::new(), text.to_owned());
    let (mut from, mut attempts) = (0, 0);
    while let Some(start) = text[from..].find(OPENING).map(|start| from + start) {
        from = start + 1;
        if attempts == MOST {
            break;
        }
        let (before, value) = text.split_at(start);
        if !may_begin(before, value) {
            continue;
        }
        attempts += 1;
        let inside = value[1..].trim_start().trim_start_matches("\\n").trim_start();
        if inside.starts_with('\\') && inside.trim_start_matches('\\').starts_with('"') {
            // The text is the content of a text, or of a text in one: `{\"title\":\"Forbidden\"}`.
            text = format!("{before}{}", unescape(value));
            from = start;
            continue;
        }
        if let Some((value, length, is_cut)) = read(value) {
            let rest = text.split_off(start + length);
            text.truncate(start);
            found.extend([Part::Text(text), Part::Value(value, is_cut)]);
            (text, from) = (rest, 0);
        }
    }
    found.push(Part::Text(text));
    found
}

/// Reads the keys and values of a text that is the inside of an object whose beginning is missing, and where the first one is.
pub(super) fn pairs(text: &str) -> Option<(Object, usize)> {
    let start = text.match_indices([':', '=']).find_map(|(end, _)| {
        let key = text[..end].trim_end_matches(|letter| AROUND.contains(letter));
        let name = &key[key.trim_end_matches(is_of_name).len()..];
        let start = key[..key.len() - name.len()].trim_end_matches(QUOTES).trim_end_matches('[').len();
        (KNOWN.contains(&name) && !text[end..].starts_with("://")).then_some(start)
    })?;
    match entries(end_of_cut(&text[start..])) {
        Value::Object(object) => Some((object, start)),
        _ => None,
    }
}

/// Returns whether an object may begin after this text: any brace, and a bracket that is not one of a sentence.
fn may_begin(before: &str, value: &str) -> bool {
    let inside = value[1..].trim_start();
    let before = before.trim_end();
    match value.as_bytes().first() {
        Some(b'[') => {
            let is_php = || inside.starts_with(['"', '\'']) && inside.get(..80).unwrap_or(inside).contains("=>");
            inside.starts_with('{') || before.ends_with("map") || is_php()
        }
        Some(b'(') => before.ends_with("rray") || before.ends_with("Object"),
        _ => true,
    }
}

/// Reads an object, or a list of objects. Returns its length and whether the text ends within it as well.
fn read(text: &str) -> Option<(Value, usize, IsCut)> {
    let is_object = |value: &Value| match value {
        Value::Object(object) => !object.is_empty(),
        Value::Array(list) => list.iter().any(Value::is_object),
        _ => false,
    };
    let mut values = Deserializer::from_str(text).into_iter::<Value>();
    if let Some(Ok(value)) = values.next() {
        return Some((value, values.byte_offset(), false));
    }
    // What follows a mark such as `(truncated...)` is a text again.
    value(end_of_cut(text)).filter(|(value, ..)| is_object(value))
}

/// Returns the text before a mark that says that the rest was cut.
fn end_of_cut(text: &str) -> &str {
    let marks = text.match_indices("truncated").filter_map(|(at, _)| {
        let before = &text[..at];
        before.strip_suffix(['(', '[', '<']).map(|before| before.trim_end_matches([' ', '.', '…']).len())
    });
    &text[..marks.min().unwrap_or(text.len())]
}

/// Resolves the escapes of one level, except those of characters.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, letters.clone().next()) {
            ('\\', Some(escaped @ ('"' | '\'' | '\\' | '/'))) => {
                plain.push(escaped);
                letters.next();
            }
            ('\\', Some('n' | 'r' | 't')) => {
                plain.push('\n');
                letters.next();
            }
            _ => plain.push(letter),
        }
    }
    plain
}
