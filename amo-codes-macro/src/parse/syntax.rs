//! Finds the first error in a text that is not TOML.

use toml::de::{DeTable, DeValue};

use super::line::{self, Explanation};
use super::scan::{self, QUOTES, Unclosed, is_bare_key};
use super::{SECTION_KEYS, duplicate};
use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// Returns the first error of the text at this span, which is not TOML.
pub(super) fn error(source: &Source, block: &Span) -> Diagnostic {
    let text = source.slice(block);
    if let Some(unclosed) = scan::unclosed(text) {
        return self::unclosed(&unclosed, block.start);
    }
    let mut error = DeTable::parse(text).expect_err("the text is not TOML");
    let mut at = span(&error, text);
    if let Some(diagnostic) = duplicate_key(text, &at, block.start) {
        return diagnostic;
    }
    let before = lines_before(text, at.start);
    if let Err(earlier) = DeTable::parse(before) {
        // The parser reports all errors of the grammar before those of values.
        if let Some(end) = key_without_value(before) {
            at = end..end;
        } else if span(&earlier, before).start < before.trim_end().len() {
            (at, error) = (span(&earlier, before), earlier);
        }
    }
    if let Some(quotes) = stray_quotes(text, &at) {
        return self::stray(&(block.start + quotes.start..block.start + quotes.end), source);
    }
    let start = block.start + at.start;
    let (line, line_start) = (source.line_at(start), source.line_start(start));
    let below = source.slice(&(line_start..block.end));
    let Explanation { message, columns, help } = line::explain(line, start - line_start, has_section_keys(below));
    let at = columns.map_or(start..block.start + at.end, |at| line_start + at.start..line_start + at.end);
    let label = if message.is_some() { "" } else { "invalid TOML" };
    Diagnostic::new(Rule::Syntax, message.unwrap_or_else(|| error.message().to_owned())).at(&at).label(label).help(help)
}

/// Returns the position of an error. One without a position is about the whole text; one at the end is shown in the last
/// line that is not empty.
fn span(error: &toml::de::Error, text: &str) -> Span {
    let (at, end) = (error.span().unwrap_or(0..0), text.trim_end().len());
    at.start.min(end)..at.end.min(end)
}

/// Returns the lines before the line of a position.
fn lines_before(text: &str, position: usize) -> &str {
    let (before, _) = text.split_at(position);
    before.rsplit_once('\n').map_or("", |(lines, _)| lines)
}

/// Returns the end of the first line that is a key without a value: the parser looks for the value in the next lines.
fn key_without_value(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if has_no_value(line) && DeTable::parse(text.split_at(start).0).is_ok() {
            return Some(start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

/// Returns whether a line is a key without a value.
pub(super) fn has_no_value(line: &str) -> bool {
    line.trim_end().strip_suffix('=').is_some_and(|key| is_bare_key(key.trim()))
}

/// Returns three quotes at the beginning of a line that belong to nothing: the string that they open never ends, so the
/// parser reports them at the end.
fn stray_quotes(text: &str, at: &Span) -> Option<Span> {
    if at.start < text.trim_end().len() {
        return None;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let is_open = QUOTES.iter().any(|quotes| line.trim_start().starts_with(quotes));
        if is_open && DeTable::parse(text.split_at(start).0).is_ok() {
            return Some(start + indent..start + indent + 3);
        }
        start += line.len();
    }
    None
}

fn stray(quotes: &Span, source: &Source) -> Diagnostic {
    let quotes_text = source.slice(quotes);
    Diagnostic::new(Rule::Syntax, format!("unexpected `{quotes_text}`"))
        .at(quotes)
        .label("not the value of a key")
        .help(format!("delete it, or write the key of the string before it: `description = {quotes_text}`"))
}

/// Returns whether a text has the keys of a section.
fn has_section_keys(text: &str) -> bool {
    let keys = text.lines().filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim());
    keys.into_iter().any(|key| SECTION_KEYS.contains(&key))
}

fn unclosed(Unclosed { start, opener, end }: &Unclosed, offset: usize) -> Diagnostic {
    let (open, end) = (offset + start..offset + start + opener.len(), offset + end..offset + end);
    match *opener {
        "[" => Diagnostic::new(Rule::Syntax, "unclosed array, expected `]`")
            .at(&end)
            .label("expected `]`")
            .other(&open, "opened here")
            .help("every `[` needs a closing `]`"),
        "\"" | "'" => Diagnostic::new(Rule::Syntax, format!("unclosed string, expected `{opener}`"))
            .at(&end)
            .label("missing closing quote")
            .other(&open, "opened here")
            .help(format!("add the closing `{opener}`{}", if *opener == "\"" { QUOTE_INSIDE } else { "" })),
        _ => Diagnostic::new(Rule::Syntax, format!("unclosed multi-line string, expected `{opener}`"))
            .at(&open)
            .label("opened here")
            .help(format!("add the closing `{opener}`")),
    }
}

const QUOTE_INSIDE: &str = "; inside quotes, write `\"` as `\\\"`";

/// Returns the error for a duplicate key, which is the mistake if the text before it and its own line are TOML.
fn duplicate_key(text: &str, at: &Span, offset: usize) -> Option<Diagnostic> {
    let start = text.get(..at.start)?.rfind('\n')? + 1;
    let (before, rest) = text.split_at(start);
    let before = DeTable::parse(before).ok()?;
    // A single line loses its byte order mark.
    let line = rest.split('\n').next().filter(|line| !line.starts_with('\u{feff}'))?;
    let again = DeTable::parse(line).ok()?.into_inner().into_iter().next()?.0;
    let key = again.get_ref();
    let mut table = before.into_inner();
    while table.len() == 1 && !table.contains_key(key.as_ref()) {
        let (_, value) = table.into_iter().next()?;
        table = match value.into_inner() {
            DeValue::Table(inner) => inner,
            _ => return None,
        };
    }
    let (first, _) = table.get_key_value(key.as_ref())?;
    let first = offset + first.span().start..offset + first.span().end;
    let again = offset + start + again.span().start..offset + start + again.span().end;
    Some(duplicate::key(key, &again, &first))
}
