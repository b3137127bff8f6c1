//! The first phase: where a file is not TOML, in the words of the TOML parser, and what of it is.
//!
//! The file is parsed block by block: a header and the lines up to the next one. So an error stays in its block.

use toml::de::{DeTable, Error};

use crate::diagnostic::Diagnostic;
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;
use crate::words::quoted;

/// An error of the parser, and its position in the file.
type Found = (Span, Error);

/// Returns the file with spaces in place of what is not TOML, so that no position moves, and the first error of each block.
///
/// If a merge conflict was left in the file, only conflicts are reported.
pub(super) fn valid_part(source: &Source) -> (String, Vec<Diagnostic>) {
    let headers = headers(source);
    if headers.is_empty() {
        return (String::new(), vec![not_a_table()]);
    }
    let blocks = blocks(source, headers);
    let (mut valid, mut found, mut conflicts) = (String::new(), Vec::new(), Vec::new());
    for block in &blocks {
        let first = first_error(source, block, &mut conflicts);
        // What precedes the first error is kept.
        let end = first.as_ref().map_or(block.end, |(at, _)| source.line_start(at.start));
        let before = source.slice(&(block.start..end));
        if DeTable::parse(before).is_ok() {
            valid += before;
        }
        valid += &" ".repeat(block.end - valid.len());
        found.push(first);
    }
    if !conflicts.is_empty() {
        return (valid, merge_conflicts(source, &conflicts));
    }
    // Every block is TOML now, but two of them may have the same header.
    for error in DeTable::parse_recoverable(&valid).1 {
        let at = position(&error, &valid, 0);
        let block = blocks.partition_point(|block| block.end <= at.start);
        keep_first(found.get_mut(block).expect("a header or a key is in a block"), (at, error));
    }
    let mut diagnostics = Vec::new();
    for (block, first) in blocks.iter().zip(&found) {
        if let Some((at, error)) = first {
            diagnostics.push(diagnostic(source, block, at, error));
        }
    }
    (valid, diagnostics)
}

/// Returns the first error of a block; adds the offsets of the lines that a merge conflict left in it.
fn first_error(source: &Source, block: &Span, conflicts: &mut Vec<usize>) -> Option<Found> {
    let (text, mut first) = (source.slice(block), None);
    for error in DeTable::parse_recoverable(text).1 {
        let at = position(&error, text, block.start);
        let line = source.line_start(at.start);
        if is_conflict_marker(source.line_at(line)) && !conflicts.contains(&line) {
            conflicts.push(line);
        }
        keep_first(&mut first, (at, error));
    }
    first
}

/// Replaces an error with an earlier one.
fn keep_first(first: &mut Option<Found>, other: Found) {
    if first.as_ref().is_none_or(|first| other.0.start < first.0.start) {
        *first = Some(other);
    }
}

/// Returns the offsets of the lines that begin like a header.
fn headers(source: &Source) -> Vec<usize> {
    let mut headers = Vec::new();
    for (start, line) in source.lines() {
        if is_header(line) {
            headers.push(start);
        }
    }
    headers
}

/// Returns whether a line begins like a header, rather than like an array within an array.
fn is_header(line: &str) -> bool {
    let inside = line.trim_start().strip_prefix('[').map(|rest| rest.trim_start_matches(['[', ' ', '\t']));
    inside.is_some_and(|inside| inside.starts_with(char::is_alphanumeric))
}

/// Returns the blocks of a file, which end at a header or the end; what precedes the first header is one, too.
fn blocks(source: &Source, mut ends: Vec<usize>) -> Vec<Span> {
    ends.push(source.text.len());
    let (mut blocks, mut start) = (Vec::new(), 0);
    for &end in &ends {
        if end <= start {
            continue;
        }
        let block = start..after_string(source, start..end, &ends).unwrap_or(end);
        start = block.end;
        blocks.push(block);
    }
    blocks
}

/// Returns where a block ends whose last header is text in a multi-line string: after the string, if that makes it TOML.
fn after_string(source: &Source, block: Span, ends: &[usize]) -> Option<usize> {
    let quotes = DeTable::parse_recoverable(source.slice(&block)).1.iter().find_map(open_quotes)?;
    let closed = block.end + source.slice(&(block.end..source.text.len())).find(quotes)?;
    let end = *ends.get(ends.partition_point(|&end| end <= closed))?;
    DeTable::parse(source.slice(&(block.start..end))).is_ok().then_some(end)
}

/// Returns the quotes of a multi-line string, if the error is that they are not closed.
fn open_quotes(error: &Error) -> Option<&'static str> {
    match error.message() {
        "invalid multi-line basic string, expected `\"`" => Some("\"\"\""),
        "invalid multi-line literal string, expected `'`" => Some("'''"),
        _ => None,
    }
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
        return duplicate(source, block.start, at);
    }
    if let Some((opening, quotes)) =
        open_quotes(error).and_then(|quotes| source.slice(block).match_indices(quotes).last())
    {
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
    } else if is(&["unclosed array, ", "missing comma between array elements"]) {
        "an array is in brackets, with commas between its elements: `paths = [\"/v1/invoices\", \"/v2/invoices\"]`"
    } else if is(&["unclosed table", "unclosed array table", "missing table open"]) || line.starts_with('[') {
        "a header is a section, or a section and a number, in brackets: `[invoices]`, `[invoices.7]`"
    } else {
        "every line is a header in brackets, a `key = value` pair or a comment (`# …`)"
    }
}

/// Returns the error for a header that is in the file twice, or a key that is twice below its header.
fn duplicate(source: &Source, block_start: usize, at: &Span) -> Diagnostic {
    let (line, key, line_start) = (source.line_at(at.start).trim(), source.slice(at), source.line_start(at.start));
    let is_header = line.starts_with('[');
    let (what, name, from) = if is_header { ("header", line, 0) } else { ("key", key, block_start) };
    // A header is compared as a whole, but its last part is shown.
    let before = if is_header { source.slice(&(line_start..at.start)).trim_start().len() } else { 0 };
    let diagnostic = Diagnostic::new(Rule::Once, format!("duplicate {what} {}", quoted(name)))
        .at(at)
        .label("again here")
        .help("delete one of them, or add the missing header before the second one");
    for (start, earlier) in source.lines() {
        let earlier_name = if is_header { earlier } else { earlier.split_once('=').map_or("", |(name, _)| name) };
        if from <= start && start < line_start && earlier_name.trim() == name {
            let start = start + earlier.len() - earlier.trim_start().len() + before;
            return diagnostic.other(&(start..start + key.len()), "first here");
        }
    }
    diagnostic
}

/// Returns whether a line is one of those that a version control system puts around the sides of a merge conflict.
fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker))
}

/// Returns an error for each merge conflict, which begins with `<<<<<<<`; or one error, if only other markers were left.
fn merge_conflicts(source: &Source, markers: &[usize]) -> Vec<Diagnostic> {
    let has_beginnings = markers.iter().any(|&marker| source.line_at(marker).starts_with('<'));
    let mut conflicts = Vec::new();
    for &marker in markers {
        let line = source.line_at(marker);
        if line.starts_with('<') || (!has_beginnings && conflicts.is_empty()) {
            let help =
                "keep one side, and delete the other and the lines that begin with `<<<<<<<`, `=======` or `>>>>>>>`";
            let diagnostic = Diagnostic::new(Rule::NoConflict, "a merge conflict was left in the table");
            conflicts.push(diagnostic.at(&(marker..marker + line.len())).label("conflict").help(help));
        }
    }
    conflicts
}
