//! Reads a value in any notation: JSON, or what Python, Ruby, Node, Go, Rust and PHP print. What is open at the end of the text is
//! closed there.

use serde_json::{Map, Value, json};

use super::quoted::quoted;

pub(super) type Object = Map<String, Value>;

/// Whether the text ends within a value.
pub(super) type IsCut = bool;

/// The key of something that the text does not show.
const HIDDEN: &str = "hidden";
/// The deepest nesting that is read. `serde_json` accepts 127 levels.
const DEEPEST: usize = 64;
pub(super) const QUOTES: [char; 3] = ['"', '\'', '`'];
pub(super) const OPENING: [char; 3] = ['{', '[', '('];
const CLOSING: [char; 3] = ['}', ']', ')'];
/// The keys whose values are not sentences: a part of such a value is another value.
#[rustfmt::skip]
const EXACT: [&str; 12] = [
    "code", "error_code", "error_type", "status", "type", "id", "request_id", "entity_id", "path", "trace_id", "retry_after", "field",
];
/// The keys of amoCRM's errors. In a text without commas, such a key ends the value before it.
#[rustfmt::skip]
pub(super) const KNOWN: [&str; 18] = [
    "validation-errors", "errors", "error", "error_code", "error_type", "error_description", "error_reason", "code", "path", "detail",
    "message", "title", "type", "status", "hint", "request_id", "retry_after", "trace_id",
];

/// Reads the value at the beginning of a text. Returns its length and whether the text ends within it as well.
pub(super) fn value(text: &str) -> Option<(Value, usize, IsCut)> {
    let mut reader = Reader::new(text);
    let value = reader.value("", false)?;
    Some((value, reader.at, reader.is_cut))
}

/// Reads a text that is the inside of an object.
pub(super) fn entries(text: &str) -> Value {
    Reader::new(text).entries(true)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// The closing brackets of what is open.
    open: Vec<char>,
    is_cut: IsCut,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, open: Vec::new(), is_cut: false }
    }

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
                let value = self.value(&key, is_line);
                // If the beginning of a text is missing, the first error is the most specific one.
                if let Some(value) = value {
                    object.entry(key).or_insert(value);
                }
            } else {
                // `... 5 more items`
                let is_left_out = self.rest().starts_with("...");
                list.extend(self.value("", false).filter(|_| !is_left_out));
            }
            if self.at == start {
                self.at += next.len_utf8();
            }
        }
        if object.is_empty() && !(is_object && (self.is_cut || list.is_empty())) {
            return Value::Array(list);
        }
        Value::Object(object)
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
        let value = ["=>", ":", "="].iter().find_map(|separator| after.strip_prefix(separator))?;
        if name.is_empty() || after.starts_with("://") {
            return None;
        }
        self.go_to(value);
        Some((name, false))
    }

    /// Reads a value. `None` if the text ends within it and a part of it would be another value. `is_line`: whether it is one of
    /// `print_r`, which has no quotes and ends before the next key or the end of its container.
    fn value(&mut self, key: &str, is_line: bool) -> Option<Value> {
        self.skip(|letter| if is_line { letter == ' ' } else { letter.is_whitespace() });
        let rest = self.rest();
        let text = without_type(rest);
        let is_typed = text.len() < rest.len();
        if text.starts_with(QUOTES) && !is_line {
            self.go_to(text);
            return self.text_value(key);
        }
        if text.starts_with(OPENING) && (is_typed || !is_line) {
            self.go_to(text);
            return match self.container()? {
                // `int(5)`, `Some("…")`
                Value::Array(list) if is_typed && text.starts_with('(') && list.len() == 1 && !list[0].is_object() => {
                    list.into_iter().next()
                }
                value => Some(value),
            };
        }
        let length = if is_line { line(rest) } else { bare(rest) };
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
        cut(&text, key)
    }
}

pub(super) fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || "_-.".contains(letter)
}

/// Returns whether a text begins with a key of amoCRM's errors.
pub(super) fn starts_with_key(text: &str) -> bool {
    let text = text.trim_start_matches(QUOTES);
    let after = text.trim_start_matches(is_of_name);
    KNOWN.contains(&&text[..text.len() - after.len()])
        && after.trim_start_matches(['"', '\'', '`', ']', ' ']).starts_with([':', '='])
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
        Some('(' | '[') => is_array || value.len() == after.len(),
        Some(quote) => QUOTES.contains(&quote) && name.len() <= 2 && value.len() == after.len(),
        None => false,
    };
    if is_value { value } else { text }
}

/// Returns the length of a value without quotes.
fn bare(text: &str) -> usize {
    let is_end = |&(at, letter): &(usize, char)| match letter {
        '\n' | '\r' | ',' | ';' | '}' | ']' | ')' => true,
        ' ' => starts_with_key(text[at..].trim_start()),
        _ => false,
    };
    text.char_indices().find(is_end).map_or(text.len(), |(at, _)| at)
}

/// Returns the length of a value of `print_r`.
fn line(text: &str) -> usize {
    let is_key = |text: &str| {
        text.strip_prefix('[')
            .and_then(|inner| inner.split_once(']'))
            .is_some_and(|(_, after)| after.starts_with(" =>"))
    };
    let is_end = |&(at, _): &(usize, char)| {
        let next = text[at..].trim_start();
        next.len() < text.len() - at && (next.starts_with(')') || is_key(next))
    };
    text.char_indices().find(is_end).map_or(text.len(), |(at, _)| at)
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
