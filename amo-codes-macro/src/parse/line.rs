//! Explains a line that is not TOML: what is wrong, where, and how to fix it.

use std::ops::Range;

use toml::de::DeTable;

use super::scan::{QUOTES, is_bare_key, without_comment};
use super::{header, is_known_key};
use crate::diagnostic::list;
use crate::model::Advice;

/// What is wrong with a line.
pub(super) struct Explanation {
    /// `None` if the parser's own message says it best.
    pub(super) message: Option<String>,
    /// The columns in the line, in bytes; `None` for the place that the parser found.
    pub(super) columns: Option<Range<usize>>,
    pub(super) help: String,
}

/// The end of a help about strings.
const ESCAPE: &str = "; inside quotes, write `\"` as `\\\"` and `\\` as `\\\\`";

/// Explains the line at which the parser failed, at `column`. `is_section` says whether keys of a section are below it.
pub(super) fn explain(line: &str, column: usize, is_section: bool) -> Explanation {
    let text = line.trim();
    let indent = line.len() - line.trim_start().len();
    if let Some(explanation) = odd_character(line) {
        return explanation;
    }
    if text.starts_with('[') && text.contains(char::is_alphanumeric) {
        return broken_header(line, is_section);
    }
    if let Some((key, value)) = line.split_once('=').filter(|(key, _)| is_bare_key(key.trim())) {
        return broken_value(key.trim(), value, key.len() + 1, column);
    }
    let (key, value) = text.split_once([' ', '\t', ':']).unwrap_or((text, ""));
    let value = value.trim_matches([' ', '\t', ':', ',', ';']);
    if is_bare_key(key) && (value.starts_with(['"', '\'']) || (is_known_key(key) && !value.is_empty())) {
        let fixed = format!("{key} = {value}");
        let help = if has_fitting_type(key, value) && DeTable::parse(&fixed).is_ok() {
            format!("write `{fixed}`")
        } else {
            value_help(key, without_comment(value))
        };
        let end = indent + key.len();
        return at(format!("expected `=` after `{key}`"), end..end, help);
    }
    if let Some(header) = meant_header(line, is_section) {
        let help = format!("write `{header}`");
        return at("invalid header".to_owned(), indent..indent + text.len(), help);
    }
    if text.chars().count() == 1 && !text.contains(char::is_alphanumeric) {
        let message = format!("unexpected `{text}`");
        return at(message, indent..indent + text.len(), "delete it".to_owned());
    }
    let (before, after) = line.split_at(column);
    if before.ends_with('\\') {
        return parsers_own("inside quotes, write `\\` as `\\\\`".to_owned());
    }
    if let Some(separator) = separator_at_end(after).filter(|_| QUOTES.iter().any(|quotes| before.ends_with(quotes))) {
        return unexpected(separator, column);
    }
    let count = |separator| line.matches(separator).count();
    if count(';') > 1 || count(',') > 1 || count('\t') > 0 {
        let help = "this looks like a row of a spreadsheet: write a code as a header, `[leads.217]`, with `name = \"…\"` \
                    and `description = \"…\"` below it";
        return parsers_own(help.to_owned());
    }
    let help = "every line must be a header (`[leads.217]`), a `key = \"value\"` pair or a comment (`# …`)";
    parsers_own(help.to_owned())
}

fn parsers_own(help: String) -> Explanation {
    Explanation { message: None, columns: None, help }
}

fn at(message: String, columns: Range<usize>, help: String) -> Explanation {
    Explanation { message: Some(message), columns: Some(columns), help }
}

/// Explains an ASCII character that can be deleted.
fn unexpected(letter: char, column: usize) -> Explanation {
    at(format!("unexpected `{letter}`"), column..column + 1, "delete it".to_owned())
}

/// Explains a character that looks like another one or like nothing, outside of quotes and comments.
fn odd_character(line: &str) -> Option<Explanation> {
    let before_text = line.split(['"', '\'', '#']).next().expect("a text has a first part");
    let is_header = before_text.trim_start().starts_with('[');
    // Without quotes, a value may be any text.
    let header_end = before_text.find(']').unwrap_or(before_text.len());
    let key_end = before_text.find('=').unwrap_or(if is_header { header_end } else { 0 });
    let begins_value = |index| {
        let after_equals = before_text.split_at(index).0.split_once('=');
        after_equals.is_none_or(|(_, before)| before.trim().is_empty())
    };
    let is_odd = |&(index, letter): &(usize, char)| {
        if is_invisible(letter) { begins_value(index) } else { index < key_end && !letter.is_ascii() }
    };
    let last = line.trim_end_matches([' ', '\t']).char_indices().next_back();
    let last = last.filter(|&(_, letter)| is_invisible(letter) && !line.contains('#'));
    let (start, letter) = before_text.char_indices().find(is_odd).or(last)?;
    let help = match letter {
        _ if !is_invisible(letter) => "replace it: keys have only the letters `a` to `z`, digits and `_`",
        _ if letter.is_whitespace() => "replace it with a space",
        _ => "delete it",
    };
    let message = format!("unexpected character U+{:04X}", u32::from(letter));
    Some(at(message, start..start + letter.len_utf8(), help.to_owned()))
}

fn is_invisible(letter: char) -> bool {
    let has_no_width = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    has_no_width || (!matches!(letter, ' ' | '\t') && (letter.is_whitespace() || letter.is_control()))
}

fn meant_header(line: &str, is_section: bool) -> Option<String> {
    if is_section && line.contains(['[', ']']) { header::meant_section(line) } else { header::meant(line) }
}

fn broken_header(line: &str, is_section: bool) -> Explanation {
    let header = without_comment(line);
    if let Some((end, rest)) = header.split_once(']').filter(|(_, rest)| has_pair(rest)) {
        let columns = end.len() + 1 + rest.len() - rest.trim_start().len()..header.len();
        return at("unexpected text after the header".to_owned(), columns, OWN_LINE.to_owned());
    }
    let help = match meant_header(line, is_section) {
        Some(header) => format!("write `{header}`"),
        None => "write the header of a section as `[invoices]`, that of a code as `[invoices.7]`".to_owned(),
    };
    if header.contains(']') {
        return Explanation { message: Some("invalid header".to_owned()), columns: None, help };
    }
    at("unclosed header, expected `]`".to_owned(), header.len()..header.len(), help)
}

/// Explains `key = value`; `start` is the column of what follows the `=`.
fn broken_value(key: &str, value: &str, start: usize, column: usize) -> Explanation {
    if column < start {
        return parsers_own("write the key without quotes and dots, such as `note = \"…\"`".to_owned());
    }
    let before = value.len() - value.trim_start().len();
    let value = value.trim_start();
    let start = start + before;
    let Some(first) = value.chars().next() else {
        let message = format!("`{key}` has no value");
        return at(message, start..start, value_help(key, ""));
    };
    if first == '=' {
        return at("unexpected second `=`".to_owned(), start..start + 1, "delete it".to_owned());
    }
    if let Some(end) = end_of_value(key, value) {
        let (value, rest) = value.split_at(end);
        let junk = rest.trim_start();
        let junk_start = start + value.len() + rest.len() - junk.len();
        if has_pair(junk.trim_start_matches([',', ';', ' '])) {
            let columns = junk_start..junk_start + junk.trim_end().len();
            return at("unexpected text after the value".to_owned(), columns, OWN_LINE.to_owned());
        }
        if junk.starts_with("//") {
            return at("unexpected `//`".to_owned(), junk_start..junk_start + 2, "begin a comment with `#`".to_owned());
        }
        if let Some(separator) = separator_at_end(junk) {
            return unexpected(separator, junk_start);
        }
        if matches!(first, '"' | '\'') && !junk.is_empty() && !junk.starts_with('#') {
            let help = if first == '"' {
                "inside quotes, write `\"` as `\\\"`"
            } else {
                "write the text in double quotes: in single quotes, it ends at the next `'`"
            };
            let message = "unexpected text after the closing quote".to_owned();
            return at(message, junk_start..junk_start + junk.trim_end().len(), help.to_owned());
        }
    }
    if matches!(first, '"' | '\'' | '[' | '{') && !(key == "paths" && first != '[') {
        return parsers_own(if first == '"' { format!("write text in quotes{ESCAPE}") } else { value_help(key, "") });
    }
    let bare = without_comment(value);
    if is_text(key) {
        let columns = start..start + bare.len();
        return at("missing quotes".to_owned(), columns, value_help(key, without_quotes(bare)));
    }
    at(format!("invalid value of `{key}`"), start..start + bare.len(), value_help(key, bare))
}

/// Quotes of all kinds, which word processors put in place of `"`.
const ANY_QUOTES: [char; 10] = ['"', '\'', '`', '“', '”', '„', '«', '»', '‘', '’'];

const OWN_LINE: &str = "write each key with its value on a line of its own";

/// Returns whether a text is one or more keys with values.
fn has_pair(text: &str) -> bool {
    text.contains('=') && DeTable::parse(text).is_ok()
}

/// Returns the `,` or `;` that a text begins with, if nothing but a comment follows.
fn separator_at_end(text: &str) -> Option<char> {
    let first = text.chars().next().filter(|first| matches!(first, ',' | ';'))?;
    without_comment(text).trim_start_matches(first).is_empty().then_some(first)
}

/// Returns the text within quotes of any kind; the last ones may be missing.
fn without_quotes(text: &str) -> &str {
    if text.starts_with(ANY_QUOTES) { text.trim_matches(ANY_QUOTES) } else { text.trim_end_matches(['"', '\'']) }
}

/// Returns the end of a value that is complete: a string in quotes, or the digits of a status.
fn end_of_value(key: &str, value: &str) -> Option<usize> {
    let first = value.chars().next()?;
    if first.is_ascii_digit() && key == "http" {
        return Some(value.len() - value.trim_start_matches(|digit: char| digit.is_ascii_digit()).len());
    }
    if !matches!(first, '"' | '\'') || key == "paths" || QUOTES.iter().any(|quotes| value.starts_with(quotes)) {
        return None;
    }
    let mut is_escaped = false;
    for (index, letter) in value.char_indices().skip(1) {
        if letter == first && !is_escaped {
            return Some(index + 1);
        }
        is_escaped = letter == '\\' && first == '"' && !is_escaped;
    }
    None
}

/// Returns whether the value of a key is a text. Unknown keys count as texts, as most keys are.
fn is_text(key: &str) -> bool {
    !matches!(key, "http" | "undocumented" | "paths")
}

/// Returns whether a value begins like one of its key.
fn has_fitting_type(key: &str, value: &str) -> bool {
    match key {
        "http" => value.starts_with(|first: char| first.is_ascii_digit()),
        "paths" => value.starts_with('['),
        _ => is_text(key) && value.starts_with(['"', '\'']),
    }
}

/// Returns the fix for a value without quotes, which may be empty.
fn value_help(key: &str, bare: &str) -> String {
    match key {
        "http" => "write a number from 100 to 599 without quotes: `http = 402`".to_owned(),
        "undocumented" => "write `undocumented = true`, or omit the key".to_owned(),
        "paths" => {
            let is_between = |c: char| c.is_whitespace() || ",;[](){}".contains(c) || ANY_QUOTES.contains(&c);
            let paths: Vec<&str> = bare.split(is_between).filter(|path| !path.is_empty()).collect();
            let is_complete = !paths.is_empty() && paths.iter().all(|path| path.starts_with('/'));
            let paths = if is_complete { paths.join("\", \"") } else { "/v1/invoices".to_owned() };
            format!("write an array of paths: `paths = [\"{paths}\"]`")
        }
        "advice" => {
            let names = Advice::ALL.map(|advice| format!("`\"{}\"`", advice.name)).to_vec();
            format!("write {}", list(names, "or"))
        }
        _ if bare.is_empty() || bare.contains(['"', '\\']) => format!("write text in quotes: `{key} = \"…\"`{ESCAPE}"),
        _ => format!("put the text in quotes: `{key} = \"{bare}\"`"),
    }
}

#[cfg(test)]
mod tests;
