//! Reads a value in any notation: JSON, or what Python, Ruby, Node, Go, Rust and PHP print. What is open at the end of the text is
//! closed there.

use serde_json::{Deserializer, Map, Value, json};

pub(super) type Object = Map<String, Value>;

/// The key of something that the text does not show.
const HIDDEN: &str = "hidden";
/// The deepest nesting that is read. `serde_json` accepts 127 levels.
const DEEPEST: usize = 64;
/// The maximum number of brackets that may begin a value. More would be slow in a text of nothing but brackets.
const MOST: usize = 64;
const QUOTES: [char; 3] = ['"', '\'', '`'];
/// What may be between a key and the separator after it.
const AROUND: &str = "\"'`] ";
const OPENING: [char; 3] = ['{', '[', '('];
const CLOSING: [char; 3] = ['}', ']', ')'];
/// The keys whose values are not sentences: a part of such a value is another value.
#[rustfmt::skip]
const EXACT: [&str; 12] = [
    "code", "error_code", "error_type", "status", "type", "id", "request_id", "entity_id", "path", "trace_id", "retry_after", "field",
];
/// The keys of amoCRM's errors. In a text without commas, such a key ends the value before it.
#[rustfmt::skip]
const KNOWN: [&str; 18] = [
    "validation-errors", "errors", "error", "error_code", "error_type", "error_description", "error_reason", "code", "path", "detail",
    "message", "title", "type", "status", "hint", "request_id", "retry_after", "trace_id",
];

/// A part of a text.
pub(super) enum Part {
    Text(String),
    Value(Value, IsCut),
}

/// Whether the text ends within a value.
pub(super) type IsCut = bool;

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
    match (Reader { text: end_of_cut(&text[start..]), at: 0, open: Vec::new(), is_cut: false }).entries(true) {
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
            inside.starts_with('{')
                || is_php()
                || before.ends_with("map")
                || before.ends_with(|end: char| end.is_ascii_digit())
        }
        Some(b'(') => {
            before.ends_with("rray")
                || before.ends_with("Object")
                || (before.ends_with(is_of_name) && starts_with_key(inside))
        }
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
    let part = end_of_cut(text);
    let mut reader = Reader { text: part, at: 0, open: Vec::new(), is_cut: false };
    let value = reader.value("").filter(is_object)?;
    // What follows a mark such as `(truncated...)` is a text again.
    Some((value, reader.at, reader.is_cut))
}

/// Returns the text before a mark that says that the rest was cut.
fn end_of_cut(text: &str) -> &str {
    let marks = text.match_indices("truncated").filter_map(|(at, _)| {
        let before = text[..at].trim_end_matches(' ');
        before.strip_suffix(['(', '[', '<']).map(|before| before.trim_end_matches([' ', '.', '…']).len())
    });
    &text[..marks.min().unwrap_or(text.len())]
}

/// Resolves the escapes of one level, except those of characters.
pub(super) fn unescape(text: &str) -> String {
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

struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// The closing brackets of what is open.
    open: Vec<char>,
    is_cut: IsCut,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip(&mut self, skipped: impl Fn(char) -> bool) {
        self.at = self.text.len() - self.rest().trim_start_matches(skipped).len();
    }

    /// Goes to the beginning of a text that is a part of the rest.
    fn go_to(&mut self, rest: &str) {
        self.at = self.text.len() - rest.len();
    }

    /// Reads the entries of a container up to its end: an object if they have keys, otherwise a list.
    fn entries(&mut self, is_object: bool) -> Value {
        let (mut object, mut list) = (Object::new(), Vec::new());
        loop {
            self.skip(|letter| letter.is_whitespace() || ",;".contains(letter));
            let Some(next) = self.peek() else {
                self.is_cut |= !self.open.is_empty();
                break;
            };
            if CLOSING.contains(&next) {
                if self.open.last() == Some(&next) {
                    self.at += 1;
                    break;
                } else if self.open.contains(&next) {
                    break;
                }
                self.at += 1;
                continue;
            }
            let start = self.at;
            if let Some((key, is_line)) = self.key() {
                let value = if is_line { self.line(&key) } else { self.value(&key) };
                // If the beginning of a text is missing, the first error is the most specific one.
                if let Some(value) = value {
                    object.entry(key).or_insert(value);
                }
            } else {
                // `... 5 more items`
                let is_left_out = self.rest().starts_with("...");
                list.extend(self.value("").filter(|_| !is_left_out));
            }
            if self.at == start {
                self.at += next.len_utf8();
            }
        }
        let is_list = |(index, key): (usize, &String)| key.parse() == Ok(index);
        match object.is_empty() {
            // All that an error has may be cut.
            true if is_object && self.is_cut && self.open.iter().rev().nth(1) == Some(&']') => json!({ HIDDEN: true }),
            true if is_object && (self.is_cut || list.is_empty()) => Value::Object(object),
            true => Value::Array(list),
            // PHP's lists have keys.
            false if object.keys().enumerate().all(is_list) => object.into_iter().map(|(_, value)| value).collect(),
            false => Value::Object(object),
        }
    }

    /// Reads a key and what is between it and its value. Also returns whether the value is the rest of the line, as PHP's `print_r`
    /// writes it: `[error_code] => 244`.
    fn key(&mut self) -> Option<(String, bool)> {
        let start = self.rest();
        if let Some((name, after)) = start.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
            let value = after.trim_start().strip_prefix("=>")?;
            self.go_to(value);
            let is_line = after.starts_with(' ') && !name.starts_with(QUOTES);
            let name = name.trim_matches(QUOTES);
            return Some((name.split([':', '"']).next().unwrap_or(name).to_owned(), is_line));
        }
        let (name, after) = if start.starts_with(QUOTES) {
            let (text, rest) = quoted(start)?;
            (text, rest?)
        } else {
            // `#errorCode` of a dumped object, `:title` of Ruby
            let name = start.trim_start_matches(['#', '+', '-', '~', ':', '$']);
            let after = name.trim_start_matches(is_of_name);
            (name[..name.len() - after.len()].to_owned(), after)
        };
        let after = after.trim_start_matches([' ', '\t']);
        let is_other = ["://", "::", "=="].iter().any(|other| after.starts_with(other));
        let value = ["=>", ":", "="].iter().find_map(|separator| after.strip_prefix(separator))?;
        if name.is_empty() || is_other {
            return None;
        }
        self.go_to(value);
        Some((name, false))
    }

    /// Reads a value. `None` if the text ends within it and a part of it would be another value.
    fn value(&mut self, key: &str) -> Option<Value> {
        self.skip(char::is_whitespace);
        let rest = self.rest();
        let text = without_type(rest);
        if text.starts_with(QUOTES) {
            self.go_to(text);
            return self.text_value(key);
        }
        if text.starts_with(OPENING) {
            self.go_to(text);
            let value = self.container();
            // `int(5)`, `Some("…")`
            return match value {
                Some(Value::Array(list)) if text.starts_with('(') && list.len() == 1 && text.len() < rest.len() => {
                    list.into_iter().next().filter(|value| !value.is_object())
                }
                value => value,
            };
        }
        let length = bare(rest);
        self.at += length;
        let word = rest[..length].trim();
        if self.rest().is_empty() && !self.open.is_empty() {
            self.is_cut = true;
            return cut(word, key);
        }
        Some(of_word(word))
    }

    fn container(&mut self) -> Option<Value> {
        let opening = self.peek()?;
        let index = OPENING.iter().position(|bracket| *bracket == opening)?;
        self.at += 1;
        // `{#1350` of a dumped object
        if let Some(id) = self.rest().strip_prefix('#') {
            self.go_to(id.trim_start_matches(|letter: char| letter.is_ascii_digit()));
        }
        // Node does not show what is nested deeper: `errors: [Array]`.
        for hidden in ["Array]", "Object]"] {
            if let Some(rest) = self.rest().strip_prefix(hidden) {
                self.go_to(rest);
                return Some(json!([{ HIDDEN: true }]));
            }
        }
        if self.open.len() == DEEPEST {
            self.is_cut = true;
            self.at = self.text.len();
            return None;
        }
        self.open.push(*CLOSING.get(index)?);
        let value = self.entries(opening == '{');
        self.open.pop();
        Some(value)
    }

    fn text_value(&mut self, key: &str) -> Option<Value> {
        let rest = self.rest();
        let (quote, content) = (rest.chars().next()?, &rest[1..]);
        // `var_dump` and Symfony's dump do not escape quotes: "{"title":"Not Found"}".
        let quoted_first = content.find(QUOTES).map(|at| content.split_at(at));
        let is_nested = quoted_first.is_some_and(|(before, after)| !before.ends_with('\\') && after.starts_with(quote));
        if is_nested && content.starts_with(['{', '[']) {
            self.at += 1;
            let value = self.container();
            if self.peek() == Some(quote) {
                self.at += 1;
            }
            return value;
        }
        let (text, after) = quoted(rest)?;
        if let Some(after) = after {
            self.go_to(after);
            return Some(json!(text));
        }
        self.at = self.text.len();
        self.is_cut = true;
        let has_body = text.split_once('\n').is_some_and(|(_, rest)| rest.contains(OPENING));
        let text = if has_body { &text } else { text.lines().next().unwrap_or_default() };
        cut(text, key)
    }

    /// Reads a value of `print_r`: a container, or a text up to the next key or the end of the container.
    fn line(&mut self, key: &str) -> Option<Value> {
        let rest = self.rest();
        let text = rest.trim_start_matches([' ', '\t']);
        let inside = without_type(text);
        if inside.len() < text.len() && inside.starts_with('(') {
            self.go_to(inside);
            return self.container();
        }
        let is_end = |&(at, letter): &(usize, char)| {
            let next = text[at..].trim_start();
            let is_key = || {
                let after = next.strip_prefix('[').and_then(|inner| inner.split_once(']')).map(|(_, after)| after);
                after.is_some_and(|after| after.starts_with(" =>"))
            };
            letter.is_whitespace() && (next.starts_with(')') || is_key())
        };
        let end = text.char_indices().find(is_end).map(|(at, _)| at);
        self.go_to(&text[end.unwrap_or(text.len())..]);
        let word = text[..end.unwrap_or(text.len())].trim();
        if end.is_none() && !self.open.is_empty() {
            self.is_cut = true;
            return cut(word, key);
        }
        Some(word.parse().map_or_else(|_| json!(word), |number: i64| json!(number)))
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || "_-.".contains(letter)
}

/// Returns whether a text begins with a key of amoCRM's errors.
fn starts_with_key(text: &str) -> bool {
    let text = text.trim_start_matches(QUOTES);
    let after = text.trim_start_matches(is_of_name);
    let is_known = KNOWN.contains(&&text[..text.len() - after.len()]);
    is_known
        && after.trim_start_matches(['"', '\'', '`', ']', ' ']).starts_with([':', '='])
        && !after.starts_with("://")
}

/// Returns the value after the name of its type, as in `Array (`, `array(2) {`, `string(3) "GET"`, `Foo Object (`, `b'…'` or `&Foo{`;
/// the whole text if there is none.
fn without_type(text: &str) -> &str {
    let after = text.trim_start_matches(|letter: char| letter.is_alphanumeric() || "_\\.:&*@".contains(letter));
    let name = &text[..text.len() - after.len()];
    let is_array = ["array", "Array", "map"].iter().any(|kind| name.contains(kind)) || after.starts_with(" Object");
    let is_size = |letter: char| letter.is_ascii_digit() || " #()".contains(letter);
    let sized = after.trim_start_matches(is_size);
    if !name.is_empty() && after.starts_with('(') && sized.starts_with(['{', '"']) {
        return sized;
    }
    let value = after.strip_prefix(" Object").unwrap_or(after).trim_start();
    let is_value = match value.chars().next() {
        Some('{') => true,
        Some('(') => is_array || value.len() == after.len(),
        Some('[') => is_array,
        Some(quote) => QUOTES.contains(&quote) && name.len() <= 2 && value.len() == after.len(),
        None => false,
    };
    if is_value { value } else { text }
}

/// Returns the length of a value without quotes.
fn bare(text: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        let is_end = match letter {
            '\n' | '\r' => true,
            ',' | ';' | '}' | ']' | ')' if depth == 0 => true,
            ' ' if depth == 0 => starts_with_key(text[at..].trim_start()),
            _ => false,
        };
        if is_end {
            return at;
        }
        depth += i32::from(OPENING.contains(&letter)) - i32::from(CLOSING.contains(&letter));
    }
    text.len()
}

fn of_word(word: &str) -> Value {
    match word {
        "" | "None" | "nil" | "<nil>" | "null" | "NULL" | "undefined" => Value::Null,
        "true" | "True" => json!(true),
        "false" | "False" => json!(false),
        _ => word.parse().map_or_else(|_| json!(word), |number: i64| json!(number)),
    }
}

/// Returns the part of a value that was cut, unless it is or ends with a part of a number, or a part of it is another value.
fn cut(text: &str, key: &str) -> Option<Value> {
    let text = text.trim_end_matches(['.', '…', ' ', '\\', '\u{fffd}']);
    let text = text.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end();
    if text.is_empty() || EXACT.contains(&key) { None } else { Some(json!(text)) }
}

/// Returns the content of a text in quotes, and what follows it, unless the text is not closed.
///
/// A quote closes the text if a separator, a bracket, a line end or the end follows: PHP's dumps do not escape quotes.
fn quoted(text: &str) -> Option<(String, Option<&str>)> {
    let mut letters = text.chars();
    let quote = letters.next()?;
    let mut content = Vec::new();
    while let Some(letter) = letters.next() {
        let after = letters.as_str();
        if letter == quote && ends_text(after) {
            return Some((String::from_utf8_lossy(&content).into_owned(), Some(after)));
        }
        if letter == '\\' {
            let length = escaped(after, &mut content);
            letters = after[length..].chars();
        } else {
            content.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
    Some((String::from_utf8_lossy(&content).into_owned(), None))
}

fn ends_text(after: &str) -> bool {
    let next = after.trim_start_matches([' ', '\t']);
    // `msg="…" status=400`, or the next key of a dump that was joined to one line
    let is_key = || {
        let name = next.trim_start_matches(['[', '"', '\'']).trim_start_matches(is_of_name);
        let value = name.trim_start_matches(['"', '\'', ']', ' ']);
        next.len() < after.len()
            && name.len() < next.len()
            && value.starts_with(if next.starts_with(['[', '"', '\'']) { "=>" } else { "=" })
    };
    next.is_empty() || next.starts_with([',', ';', ':', ')', ']', '}', '=', '>', '\n', '\r', '\\']) || is_key()
}

/// Adds the character of an escape, and returns how long the escape is, without its backslash.
fn escaped(text: &str, content: &mut Vec<u8>) -> usize {
    let Some(letter) = text.chars().next() else { return 0 };
    let hex = |from: usize, to: usize| text.get(from..to).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let mut push = |letter: char| content.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    match letter {
        'n' | 'r' | 't' => push(if letter == 't' { '\t' } else { '\n' }),
        // A byte, as Python prints it.
        'x' => {
            let Some(byte) = hex(1, 3) else { return 1 };
            content.extend(u8::try_from(byte));
            return 3;
        }
        'u' => {
            // A pair of surrogates is one character.
            let Some(high) = hex(1, 5) else { return if text.len() < 5 { text.len() } else { 1 } };
            let low = text.get(5..7).filter(|start| *start == "\\u").and_then(|_| hex(7, 11));
            if let (0xd800..0xdc00, Some(low @ 0xdc00..0xe000)) = (high, low) {
                char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)).into_iter().for_each(push);
                return 11;
            }
            push(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER));
            return 5;
        }
        '"' | '\'' | '`' | '\\' | '/' => push(letter),
        // `AmoCRM\Client`
        _ => {
            push('\\');
            push(letter);
        }
    }
    letter.len_utf8()
}
