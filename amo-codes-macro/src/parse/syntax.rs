//! The first error in a text that is not TOML.

use toml::de::{DeTable, Error};

use super::header;
use super::scan::{self, Unclosed};
use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// The first error of the text at this span, which is not TOML.
pub(super) fn error(source: &Source, block: &Span) -> Diagnostic {
    let text = source.slice(block);
    if let Some(unclosed) = scan::unclosed(text) {
        return self::unclosed(&unclosed, block.start);
    }
    let (_, errors) = DeTable::parse_recoverable(text);
    let first =
        errors.iter().min_by_key(|error| span(text, error).start).expect("a text that is not TOML has an error");
    let at = span(text, first);
    if let Some(diagnostic) = duplicate_key(text, &at, block.start) {
        return diagnostic;
    }
    let line = source.line_at(block.start + at.start);
    Diagnostic::new(Rule::Syntax, first.message())
        .at(&(block.start + at.start..block.start + at.end))
        .label("invalid TOML")
        .help(help(line))
}

fn unclosed(Unclosed { start, opener, end }: &Unclosed, offset: usize) -> Diagnostic {
    let (open, end) = (offset + start..offset + start + opener.len(), offset + end..offset + end);
    match *opener {
        "[" => Diagnostic::new(Rule::Syntax, "unclosed array, expected `]`")
            .at(&end)
            .label("expected `]`")
            .other(&open, "opened here")
            .help("every `[` of a value needs a `]`"),
        "\"" | "'" => Diagnostic::new(Rule::Syntax, format!("unclosed string, expected `{opener}`"))
            .at(&end)
            .label("the quote is missing")
            .other(&open, "opened here")
            .help(format!("end the text with `{opener}`; in a text, `\"` is written `\\\"`")),
        _ => Diagnostic::new(Rule::Syntax, format!("unclosed multi-line string, expected `{opener}`"))
            .at(&open)
            .label("opened here")
            .help(format!("end the text with `{opener}`")),
    }
}

/// Where an error is in its text, between characters. One without a span is about the whole text.
fn span(text: &str, error: &Error) -> Span {
    let floor = |mut offset: usize| {
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let span = error.span().unwrap_or(0..0);
    let start = floor(span.start.min(text.len()));
    start..floor(span.end.clamp(start, text.len()))
}

/// The error for a key that its table has already: the text before it is TOML, and so is its own line.
fn duplicate_key(text: &str, at: &Span, offset: usize) -> Option<Diagnostic> {
    let start = text.get(..at.start)?.rfind('\n')? + 1;
    let before = DeTable::parse(text.get(..start)?).ok()?;
    let rest = text.get(start..)?;
    let line = rest.split('\n').next().unwrap_or(rest);
    let again = DeTable::parse(line).ok()?.into_inner().into_iter().next()?.0;
    let key = again.get_ref();
    let mut table = before.into_inner();
    while table.len() == 1 && !table.contains_key(key.as_ref()) {
        let (_, value) = table.into_iter().next()?;
        table = match value.into_inner() {
            toml::de::DeValue::Table(inner) => inner,
            _ => return None,
        };
    }
    let (first, _) = table.get_key_value(key.as_ref())?;
    let first = offset + first.span().start..offset + first.span().end;
    let again = offset + start + again.span().start..offset + start + again.span().end;
    Some(
        Diagnostic::new(Rule::Once, format!("duplicate key `{key}`"))
            .at(&again)
            .label("again here")
            .other(&first, "first here")
            .help("delete one of them, or add the header that is missing before the second one"),
    )
}

/// How to fix a line that is not TOML.
fn help(line: &str) -> String {
    if let Some(header) = header::meant(line).filter(|_| !line.contains('=')) {
        return format!("a header is in brackets: `{header}`");
    }
    let count = |separator| line.matches(separator).count();
    if !line.contains('=') && (count(';') > 1 || count(',') > 1 || count('\t') > 0) {
        return "this looks like a row of a spreadsheet: a code is a header, `[leads.217]`, with `name = \"…\"` and \
                `description = \"…\"` below it"
            .to_owned();
    }
    if line.split_once('=').is_some_and(|(_, value)| !value.trim_start().starts_with(['"', '\'', '[', '='])) {
        return "texts are in quotes: `name = \"NothingFound\"`".to_owned();
    }
    "a line is a header, `[leads.217]`, a `key = \"value\"` or a comment after `#`; in a text, `\"` is written `\\\"`"
        .to_owned()
}
