//! Recognizes files that are not tables at all.

use super::scan::is_bare_key;
use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use crate::source::Source;

/// Returns the error for a file that is HTML or JSON, or in which no line is a header or a `key = value` pair.
pub(super) fn of_another_kind(source: &Source) -> Option<Diagnostic> {
    let text = source.text.trim();
    let is_toml = || source.lines().any(|(_, line)| looks_like_toml(line));
    let seen = match text.chars().next()? {
        '<' if text.ends_with('>') && !text.starts_with("<<<<<<<") => "it looks like HTML or XML",
        '{' if text.ends_with('}') => "it looks like JSON",
        '[' if text.ends_with(']') && text.contains('{') && !is_toml() => "it looks like JSON",
        _ if is_toml() => return None,
        '<' if !text.starts_with("<<<<<<<") => "it looks like HTML or XML",
        '{' => "it looks like JSON",
        _ if text.contains('\0') => "it contains NUL bytes, like UTF-16 and binary files",
        _ if text.starts_with("---") => "it looks like YAML",
        _ => "no line is a header or a `key = value` pair",
    };
    let start = source.text.len() - source.text.trim_start().len();
    let diagnostic = Diagnostic::new(Rule::Syntax, format!("the file is not a TOML table of codes: {seen}"));
    Some(diagnostic.at(&(start..start)).label("expected a section").help("start with a section, such as `[invoices]`"))
}

/// Returns whether a line begins like a header or like a bare key with a value, valid or not.
fn looks_like_toml(line: &str) -> bool {
    let line = line.trim_start();
    let is_header = line.strip_prefix('[').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    is_header || line.split_once('=').is_some_and(|(key, _)| is_bare_key(key.trim()))
}
