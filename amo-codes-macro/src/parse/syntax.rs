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
    let (before, rest) = text.split_at(source.line_start(block.start + at.start) - block.start);
    match DeTable::parse(before) {
        Ok(table) => {
            if let Some(diagnostic) = duplicate_key(table.into_inner(), block.start, rest, block.start + before.len()) {
                return diagnostic;
            }
        }
        // The parser reports all errors of the grammar before those of values.
        Err(earlier) => {
            if let Some((start, line)) = first_line(before, has_no_value) {
                let end = start + line.trim_end().len();
                at = end..end;
            } else if span(&earlier, before).start < before.trim_end().len() {
                (at, error) = (span(&earlier, before), earlier);
            }
        }
    }
    // Three quotes that belong to nothing open a string that never ends, which the parser reports at the end.
    if at.start == text.trim_end().len() {
        if let Some((start, line)) = first_line(text, begins_with_quotes) {
            return stray_quotes(line, block.start + start);
        }
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

/// Returns the first such line, and where it starts, if everything before it is TOML.
fn first_line(text: &str, is_such: fn(&str) -> bool) -> Option<(usize, &str)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_such(line) && DeTable::parse(text.split_at(start).0).is_ok() {
            return Some((start, line));
        }
        start += line.len();
    }
    None
}

/// Returns whether a line is a key without a value.
pub(super) fn has_no_value(line: &str) -> bool {
    line.trim_end().strip_suffix('=').is_some_and(|key| is_bare_key(key.trim()))
}

fn begins_with_quotes(line: &str) -> bool {
    QUOTES.iter().any(|quotes| line.trim_start().starts_with(quotes))
}

/// Returns the error for a line that begins with three quotes; `start` is its offset.
fn stray_quotes(line: &str, start: usize) -> Diagnostic {
    let text = line.trim_start();
    let (quotes, start) = (text.split_at(3).0, start + line.len() - text.len());
    Diagnostic::new(Rule::Syntax, format!("unexpected `{quotes}`"))
        .at(&(start..start + 3))
        .label("not the value of a key")
        .help(format!("delete it, or write the key of the string before it: `description = {quotes}`"))
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

/// Returns the error for a duplicate key, which is the mistake if the line at the error is TOML, too. `first` and `again` are
/// the offsets of the two texts.
fn duplicate_key(mut table: DeTable<'_>, first: usize, rest: &str, again: usize) -> Option<Diagnostic> {
    // A single line loses its byte order mark.
    let line = rest.split('\n').next().filter(|line| !line.starts_with('\u{feff}'))?;
    let key = DeTable::parse(line).ok()?.into_inner().into_iter().next()?.0;
    let again = again + key.span().start..again + key.span().end;
    let key = key.get_ref();
    while table.len() == 1 && !table.contains_key(key.as_ref()) {
        let (_, value) = table.into_iter().next()?;
        table = match value.into_inner() {
            DeValue::Table(inner) => inner,
            _ => return None,
        };
    }
    let (earlier, _) = table.get_key_value(key.as_ref())?;
    Some(duplicate::key(key, &again, &(first + earlier.span().start..first + earlier.span().end)))
}
