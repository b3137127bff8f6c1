//! Finds the first error in a text that is not TOML.

use toml::de::{DeTable, DeValue};

use super::line::{self, Explanation, is_bare_key};
use super::scan::{self, Unclosed};
use super::{SECTION_KEYS, duplicate};
use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// Returns the first error of the text at this span, which is not TOML.
pub(super) fn error(source: &Source, block: &Span) -> Diagnostic {
    let text = source.slice(block);
    if let Some(unclosed) = scan::unclosed(text) {
        return self::unclosed(&unclosed, source, block.start);
    }
    let error = DeTable::parse(text).expect_err("the text is not TOML");
    // An error without a position is about the whole text.
    let at = error.span().unwrap_or(0..0);
    if let Some(diagnostic) = duplicate_key(text, &at, block.start) {
        return diagnostic;
    }
    let start = key_without_value(text, at.start).unwrap_or(at.start);
    let at = start..at.end.max(start);
    let start = block.start + start;
    let (line, line_start) = (source.line_at(start), source.line_start(start));
    let below = source.slice(&(line_start..block.end));
    let Explanation { message, columns, help } = line::explain(line, start - line_start, has_section_keys(below));
    let at = columns.map_or(start..block.start + at.end, |at| line_start + at.start..line_start + at.end);
    let label = if message.is_some() { "" } else { "invalid TOML" };
    Diagnostic::new(Rule::Syntax, message.unwrap_or_else(|| error.message().to_owned())).at(&at).label(label).help(help)
}

/// Returns the end of a line `key =` before the line of an error: the parser looks for the value there.
fn key_without_value(text: &str, error: usize) -> Option<usize> {
    let (before, _) = text.split_at(error);
    let (lines, _) = before.rsplit_once('\n')?;
    let (mut start, mut found) = (0, None);
    for line in lines.split('\n') {
        let end = start + line.len();
        if line.trim_end().strip_suffix('=').is_some_and(|key| is_bare_key(key.trim())) {
            found = Some(end);
        }
        start = end + 1;
    }
    found
}

/// Returns whether a text has the keys of a section.
fn has_section_keys(text: &str) -> bool {
    let keys = text.lines().filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim());
    keys.into_iter().any(|key| SECTION_KEYS.contains(&key))
}

fn unclosed(Unclosed { start, opener, end }: &Unclosed, source: &Source, offset: usize) -> Diagnostic {
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
        _ if source.line_at(open.start).trim_start().starts_with(opener) => {
            Diagnostic::new(Rule::Syntax, format!("unexpected `{opener}`"))
                .at(&open)
                .label("not the value of a key")
                .help(format!("delete it, or write the key of the string before it: `description = {opener}`"))
        }
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
