//! The first phase: where a file is not TOML, in the words of the TOML parser, and what of it is.
//!
//! The file is parsed block by block, so an error stays in its block.

use toml::de::{DeTable, Error};

use super::blocks::{Block, blocks, is_header};
use super::{code, content};
use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::source::Source;
use crate::words::quoted;

/// Returns the file with spaces in place of what is not TOML, so that no position moves, and the first error of each block.
///
/// If a merge conflict was left in the file, only conflicts are reported.
pub(super) fn valid_part(source: &Source) -> (String, Vec<Diagnostic>) {
    let blocks = blocks(source);
    if !blocks.iter().any(|block| is_header(source.line_at(block.span.start))) {
        return (String::new(), vec![content::no_sections()]);
    }
    let (mut valid, mut errors, mut conflicts) = (String::new(), Vec::new(), Vec::new());
    for block in &blocks {
        let first = first_error(source, block, &mut conflicts);
        // What precedes the first error is kept.
        let end = first.as_ref().map_or(block.span.end, |error| source.line_start(start(error)));
        let before = source.slice(&(block.span.start..end));
        if DeTable::parse(before).is_ok() {
            valid += before;
        }
        valid += &" ".repeat(block.span.end - valid.len());
        errors.push(first);
    }
    if !conflicts.is_empty() {
        return (valid, merge_conflicts(source, &conflicts));
    }
    // Every block is TOML now, but two of them may have the same header.
    for error in DeTable::parse_recoverable(&valid).1 {
        let at = position(&error, &valid, 0);
        let (earlier, later) = blocks.split_at(blocks.partition_point(|block| block.span.end <= at.start));
        if let ([block, ..], Some(first @ None)) = (later, errors.get_mut(earlier.len())) {
            *first = Some(diagnostic(source, earlier, block, &at, &error));
        }
    }
    (valid, errors.into_iter().flatten().collect())
}

/// Returns the first error of a block; adds the offsets of the lines that a merge conflict left in it.
fn first_error(source: &Source, block: &Block, conflicts: &mut Vec<usize>) -> Option<Diagnostic> {
    let mut first = block.unclosed.as_ref().map(unclosed_string);
    let text = source.slice(&block.span);
    for error in DeTable::parse_recoverable(text).1 {
        let at = position(&error, text, block.span.start);
        let line = source.line_start(at.start);
        if is_conflict_marker(source.line_at(line)) {
            if let Err(index) = conflicts.binary_search(&line) {
                conflicts.insert(index, line);
            }
        }
        if first.as_ref().is_none_or(|first| at.start < start(first)) {
            first = Some(diagnostic(source, &[], block, &at, &error));
        }
    }
    first
}

fn start(error: &Diagnostic) -> usize {
    error.span.as_ref().map_or(0, |span| span.start)
}

/// Returns the position of an error in the file. One at the end of a block is shown after its last text.
fn position(error: &Error, block: &str, start: usize) -> Span {
    let (at, end) = (error.span().unwrap_or(0..0), block.trim_end().len());
    start + at.start.min(end)..start + at.end.min(end)
}

/// A multi-line string is closed.
fn unclosed_string(quotes: &Span) -> Diagnostic {
    Diagnostic::new("unclosed multi-line string", "add the closing quotes, three of them").at(quotes, "opened here")
}

fn diagnostic(source: &Source, earlier: &[Block], block: &Block, at: &Span, error: &Error) -> Diagnostic {
    let line = source.line_at(at.start);
    if line.starts_with('[') && source.slice(at) == code::LINE {
        let message = "section `words` has the key of the line `words = true`";
        return Diagnostic::new(message, "choose another key, such as `words_responses`").at(at, "reserved");
    }
    if error.message() == "duplicate key" {
        return duplicate(source, earlier, block, at);
    }
    let hint = hint(error.message(), line, at.start - source.line_start(at.start));
    Diagnostic::new(error.message(), hint).at(at, "invalid TOML")
}

/// Returns a hint for an error at this offset of a line, whose message says little about the mistake.
fn hint(message: &str, line: &str, at: usize) -> &'static str {
    let is = |starts: &[&str]| starts.iter().any(|start| message.starts_with(start));
    let (before, after) = line.split_at(at);
    let after_value = after.trim_start_matches(|character: char| character.is_alphanumeric()).trim_start();
    let is_comment = |text: &str| ["//", ";", "--"].iter().any(|comment| text.starts_with(comment));
    if is_comment(line.trim_start()) || is_comment(after_value) {
        "a comment begins with `#`"
    } else if is(&["string values must be quoted", "invalid float", "invalid boolean", "missing opening quote"]) {
        "write text in straight double quotes, such as `name = \"NotFound\"`, and numbers, `true` and `false` without quotes"
    } else if is(&["invalid basic string, expected `\"`", "invalid literal string, expected `'`"]) {
        "add the closing quote; a text of several lines begins and ends with three quotes: `\"\"\"`"
    } else if is(&["missing escaped value", "invalid unicode", "too few unicode"]) || before.ends_with('\\') {
        "in double quotes, write `\\` as `\\\\`; in single quotes, it stays as it is"
    } else if is(&["unexpected key or value"]) {
        "only a comment (`# …`) may follow a value or a header; in double quotes, write `\"` as `\\\"`"
    } else if is(&["unclosed array, ", "missing comma between array elements"]) {
        "an array is in brackets, with commas between its elements: `paths = [\"/v1/invoices\", \"/v2/invoices\"]`"
    } else if is(&["unclosed table", "unclosed array table", "missing table open"])
        || line.trim_start().starts_with('[')
    {
        "a header is a section, or a section and a number, in brackets: `[invoices]`, `[invoices.7]`"
    } else {
        "every line is a header in brackets, a `key = value` pair or a comment (`# …`)"
    }
}

/// A header is in the file once, and a key once below its header.
fn duplicate(source: &Source, earlier: &[Block], block: &Block, at: &Span) -> Diagnostic {
    let (line, key, line_start) = (source.line_at(at.start).trim(), source.slice(at), source.line_start(at.start));
    let is_header = line.starts_with('[');
    let (what, name) = if is_header { ("header", line) } else { ("key", key) };
    let help = "delete one of them, or add the missing header before the second one";
    let error = Diagnostic::new(&format!("duplicate {what} {}", quoted(name)), help).at(at, "redefined here");
    let first = if is_header {
        // A header is compared as a whole, but its last part is shown.
        let before = source.slice(&(line_start..at.start)).trim_start().len();
        let is_same = |block: &&Block| source.slice(&block.span).trim_start().starts_with(line);
        earlier.iter().find(is_same).map(|block| block.span.start + before)
    } else {
        let mut lines = source.lines_from(block.span.start).take_while(|&(start, _)| start < line_start);
        let is_same = |line: &str| line.split_once('=').is_some_and(|(name, _)| name.trim() == key);
        lines.find(|(_, line)| is_same(line)).map(|(start, line)| start + line.len() - line.trim_start().len())
    };
    match first {
        Some(first) => error.other(&(first..first + key.len()), "first here"),
        None => error,
    }
}

/// Returns whether a line is one of those that a version control system puts around the sides of a merge conflict.
fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker))
}

/// No merge conflict was left: returns an error for each, which begins with `<<<<<<<`, and for the first marker without it.
fn merge_conflicts(source: &Source, markers: &[usize]) -> Vec<Diagnostic> {
    let help = "keep one side, and delete the other and the lines that begin with `<<<<<<<`, `=======` or `>>>>>>>`";
    let mut conflicts = Vec::new();
    for &marker in markers {
        let line = source.line_at(marker);
        if conflicts.is_empty() || line.starts_with('<') {
            let error = Diagnostic::new("a merge conflict was left in the table", help);
            conflicts.push(error.at(&(marker..marker + line.len()), "conflict"));
        }
    }
    conflicts
}
