//! The first phase: where a file is not TOML, in the words of the TOML parser, and what of it is.
//!
//! The file is parsed block by block: a header and the lines up to the next one. So an error stays in its block.

use toml::de::{DeTable, Error};

use crate::diagnostic::{Diagnostic, quoted};
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// Returns the file with spaces in place of what is not TOML, so that no position moves, and the first error of each block.
///
/// If a merge conflict was left in the file, only conflicts are reported.
pub(super) fn valid_part(source: &Source) -> (String, Vec<Diagnostic>) {
    let headers: Vec<usize> = source.lines().filter(|(_, line)| is_header(line)).map(|(start, _)| start).collect();
    if headers.is_empty() {
        return (String::new(), vec![not_a_table()]);
    }
    let (mut valid, mut errors, mut conflicts) = (String::new(), Vec::new(), Vec::new());
    for block in blocks(source, &headers) {
        let text = source.slice(&block);
        let mut first: Option<(Span, Error)> = None;
        for error in DeTable::parse_recoverable(text).1 {
            let at = position(&error, text, block.start);
            let line = source.line_start(at.start);
            if is_conflict_marker(source.line_at(line)) && conflicts.last() != Some(&line) {
                conflicts.push(line);
            }
            if first.as_ref().is_none_or(|(first, _)| at.start < first.start) {
                first = Some((at, error));
            }
        }
        // What precedes the error is kept.
        let end = first.as_ref().map_or(block.end, |(at, _)| source.line_start(at.start));
        let before = source.slice(&(block.start..end));
        if DeTable::parse(before).is_ok() {
            valid.push_str(before);
        }
        valid.push_str(&" ".repeat(block.end - valid.len()));
        errors.extend(first.map(|(at, error)| (block, at, error)));
    }
    if !conflicts.is_empty() {
        return (valid, merge_conflicts(source, &conflicts));
    }
    let mut diagnostics: Vec<_> = errors.iter().map(|(block, at, error)| diagnostic(source, block, at, error)).collect();
    // Every block is TOML now, but two of them may have the same header.
    for error in DeTable::parse_recoverable(&valid).1 {
        let at = position(&error, &valid, 0);
        diagnostics.push(duplicate(source, &(0..source.text.len()), &at));
    }
    (valid, diagnostics)
}

/// Returns whether a line begins like a header, rather than like an array within an array.
fn is_header(line: &str) -> bool {
    let inside = line.trim_start().strip_prefix('[').map(|rest| rest.trim_start_matches(['[', ' ', '\t']));
    inside.is_some_and(|inside| inside.starts_with(char::is_alphanumeric))
}

/// Returns the blocks of a file; what precedes the first header is one, too.
fn blocks(source: &Source, headers: &[usize]) -> Vec<Span> {
    let ends: Vec<usize> = headers.iter().copied().chain([source.text.len()]).collect();
    let (mut blocks, mut start) = (Vec::new(), 0);
    for (index, &end) in ends.iter().enumerate() {
        if end < start {
            continue;
        }
        // A header in a multi-line string is text: the block ends after the string, if that makes it TOML.
        let quotes = open_quotes(source.slice(&(start..end)));
        let closed = quotes.and_then(|(_, quotes)| source.slice(&(end..source.text.len())).find(quotes));
        let after = closed.and_then(|closed| ends.iter().skip(index).find(|&&later| later > end + closed));
        let longer = after.map(|&after| start..after).filter(|block| DeTable::parse(source.slice(block)).is_ok());
        let block = longer.unwrap_or(start..end);
        start = block.end;
        blocks.push(block);
    }
    blocks
}

/// Returns the position and the quotes of a multi-line string that is not closed.
fn open_quotes(block: &str) -> Option<(usize, &'static str)> {
    let errors = DeTable::parse_recoverable(block).1;
    let error = errors.iter().find(|error| error.message().starts_with("invalid multi-line"))?;
    let quotes = if error.message().contains("basic") { "\"\"\"" } else { "'''" };
    block.rfind(quotes).map(|at| (at, quotes))
}

/// Returns the position of an error in the file. One at the end of a block is shown after its last text.
fn position(error: &Error, block: &str, start: usize) -> Span {
    let (at, end) = (error.span().unwrap_or(0..0), block.trim_end().len());
    start + at.start.min(end)..start + at.end.min(end)
}

fn not_a_table() -> Diagnostic {
    let help = "a table has sections, such as `[invoices]` with its `title`, and codes, such as `[invoices.7]`";
    Diagnostic::new(Rule::NotEmpty, "the file is not a table of codes: it has no header").at(&(0..0)).help(help)
}

fn diagnostic(source: &Source, block: &Span, at: &Span, error: &Error) -> Diagnostic {
    if error.message() == "duplicate key" {
        return duplicate(source, block, at);
    }
    if let Some((opening, quotes)) = open_quotes(source.slice(block)) {
        let opening = block.start + opening;
        return Diagnostic::new(Rule::Syntax, "unclosed multi-line string")
            .at(&(opening..opening + quotes.len()))
            .label("opened here")
            .help("add the closing quotes, three of them");
    }
    let line = source.line_at(at.start).trim_start();
    Diagnostic::new(Rule::Syntax, error.message()).at(at).label("invalid TOML").help(hint(error.message(), line))
}

/// Returns a hint for an error whose message says little about the mistake.
fn hint(message: &str, line: &str) -> &'static str {
    let is = |starts: &[&str]| starts.iter().any(|start| message.starts_with(start));
    if ["//", ";", "--"].iter().any(|comment| line.starts_with(comment)) {
        "a comment begins with `#`"
    } else if is(&["string values must be quoted", "invalid float", "invalid boolean", "missing opening quote"]) {
        "write text in straight double quotes, such as `name = \"NotFound\"`, and numbers, `true` and `false` without quotes"
    } else if is(&["invalid basic string, expected `\"`", "invalid literal string, expected `'`"]) {
        "add the closing quote"
    } else if is(&["missing escaped value"]) {
        "in double quotes, write `\\` as `\\\\`"
    } else if is(&["unexpected key or value"]) {
        "only a comment (`# …`) may follow a value or a header; in double quotes, write `\"` as `\\\"`"
    } else if is(&["unclosed table", "unclosed array table", "missing table open"]) || line.starts_with('[') {
        "a header is a section, or a section and a number, in brackets: `[invoices]`, `[invoices.7]`"
    } else {
        "every line is a header in brackets, a `key = value` pair or a comment (`# …`)"
    }
}

/// Returns the error for a header that is in the file twice, or a key that is twice below its header.
fn duplicate(source: &Source, block: &Span, at: &Span) -> Diagnostic {
    let (line, key) = (source.line_at(at.start).trim(), source.slice(at));
    let is_header = line.starts_with('[');
    let what = if is_header { "header" } else { "key" };
    let name = if is_header { line } else { key };
    let diagnostic = Diagnostic::new(Rule::Once, format!("duplicate {what} {}", quoted(name)))
        .at(at)
        .label("again here")
        .help("delete one of them, or add the missing header before the second one");
    let name_of = |line: &'_ str| if is_header { line.len() } else { line.find('=').unwrap_or(0) };
    let is_first = |(start, earlier): &(usize, &str)| {
        block.start <= *start && *start < at.start && earlier.split_at(name_of(earlier)).0.trim() == name
    };
    let first = source.lines().find(is_first);
    let first = first.and_then(|(start, earlier)| earlier.rfind(key).filter(|_| is_header).or(earlier.find(key)).map(|column| start + column));
    match first.filter(|&first| first < at.start) {
        Some(first) => diagnostic.other(&(first..first + key.len()), "first here"),
        None => diagnostic,
    }
}

/// Returns whether a line is one of those that a version control system puts around the sides of a merge conflict.
fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker))
}

/// Returns an error for each conflict, which begins with `<<<<<<<`; or one error, if only other markers were left.
fn merge_conflicts(source: &Source, lines: &[usize]) -> Vec<Diagnostic> {
    let is_start = |line: &&usize| source.line_at(**line).starts_with('<');
    let mut starts: Vec<usize> = lines.iter().filter(is_start).copied().collect();
    if starts.is_empty() {
        starts.extend(lines.first());
    }
    let error = |start: usize| {
        Diagnostic::new(Rule::NoConflict, "a merge conflict was left in the table")
            .at(&(start..start + source.line_at(start).len()))
            .label("conflict")
            .help("keep one side, and delete the other and the lines that begin with `<<<<<<<`, `=======` or `>>>>>>>`")
    };
    starts.into_iter().map(error).collect()
}
