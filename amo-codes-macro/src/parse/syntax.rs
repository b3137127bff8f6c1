//! Finds the first error in a text that is not TOML.

use toml::de::{DeTable, Error};

use super::header;
use super::scan::{self, Unclosed};
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

/// The end of a help about strings.
const ESCAPE: &str = "; inside a string, write `\\\"` for `\"`";

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
            .help(format!("end the string with `{opener}`{}", if *opener == "\"" { ESCAPE } else { "" })),
        _ => Diagnostic::new(Rule::Syntax, format!("unclosed multi-line string, expected `{opener}`"))
            .at(&open)
            .label("opened here")
            .help(format!("end the string with `{opener}`")),
    }
}

/// Returns where an error is in its text, between characters. An error without a span is about the whole text.
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

/// Returns the error for a duplicate key, which is the mistake if the text before it and its own line are TOML.
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
            .help("delete one of them, or add the missing header before the second one"),
    )
}

/// Returns how to fix a line that is not TOML.
fn help(line: &str) -> String {
    if let Some(header) = header::meant(line).filter(|_| !line.contains('=')) {
        return format!("write the header in brackets: `{header}`");
    }
    let count = |separator| line.matches(separator).count();
    if !line.contains('=') && (count(';') > 1 || count(',') > 1 || count('\t') > 0) {
        return "this looks like a row of a spreadsheet: write a code as a header, `[leads.217]`, with `name = \"…\"` \
                and `description = \"…\"` below it"
            .to_owned();
    }
    if line.split_once('=').is_some_and(|(_, value)| !value.trim_start().starts_with(['"', '\'', '[', '='])) {
        return "strings need quotes: `name = \"NothingFound\"`".to_owned();
    }
    format!("every line must be a header (`[leads.217]`), a `key = \"value\"` pair or a comment (`# …`){ESCAPE}")
}
