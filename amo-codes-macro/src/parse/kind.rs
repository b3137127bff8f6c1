//! Recognizes files that are not tables at all.

use toml::de::DeTable;

use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use crate::source::Source;

/// Returns the error for a file in which no line is a header or a `key = value` pair.
pub(super) fn of_another_kind(source: &Source) -> Option<Diagnostic> {
    let is_toml = |line: &str| DeTable::parse(line).is_ok_and(|table| !table.get_ref().is_empty());
    let is_start_of_value = |line: &str| {
        let value = line.split_once('=').map(|(_, value)| value.trim());
        value.is_some_and(|value| value == "[" || value.starts_with("\"\"\"") || value.starts_with("'''"))
    };
    if source.lines().any(|(_, line)| is_toml(line) || is_start_of_value(line)) {
        return None;
    }
    let text = source.text.trim_start();
    let start = source.text.len() - text.len();
    let seen = match text.chars().next()? {
        '<' if !text.starts_with("<<<<<<<") => "it looks like HTML or XML",
        '{' => "it looks like JSON",
        '[' if text.trim_end().ends_with(']') && text.contains('{') => "it looks like JSON",
        _ if text.contains('\0') => "it contains NUL bytes, like UTF-16 and binary files",
        _ if text.starts_with("---") => "it looks like YAML",
        _ => "no line is a header or a `key = value` pair",
    };
    let diagnostic = Diagnostic::new(Rule::Syntax, format!("the file is not a TOML table of codes: {seen}"));
    Some(diagnostic.at(&(start..start)).label("expected a section").help("start with a section, such as `[invoices]`"))
}
