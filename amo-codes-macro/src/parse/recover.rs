//! Reads a file that is not TOML block by block, so that an error stays in its block.
//!
//! A block is a line that begins like a header and everything up to the next such line.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::conflict::Conflicts;
use super::header::Header;
use super::item::Block;
use super::layout::Broken;
use super::syntax::has_no_value;
use super::{duplicate, kind, scan, syntax};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// The valid parts of a file that is not TOML.
#[derive(Debug, Default)]
pub(super) struct Recovered<'s> {
    pub(super) blocks: Vec<Block<'s>>,
    /// The blocks that are dropped. What they contain or lack is not reported again.
    pub(super) broken: Vec<Broken>,
}

/// Reads the blocks, and reports the first error of each that is not TOML.
pub(super) fn recover<'s>(source: &'s Source, diagnostics: &mut Diagnostics) -> Recovered<'s> {
    let mut recovered = Recovered::default();
    if let Some(diagnostic) = kind::of_another_kind(source) {
        diagnostics.push(diagnostic);
        return recovered;
    }
    let strings = scan::inside_strings(source);
    let conflicts = Conflicts::find(source, &strings, diagnostics);
    let mut headers = Headers::default();
    for span in blocks(source, &strings) {
        let text = source.slice(&span);
        let header = Header::of_block(text, span.start);
        let path = header.as_ref().map_or_else(Vec::new, |header| header.path.clone());
        if conflicts.touch(&span) {
            recovered.broken.push(Broken { span, header: path, has_others_keys: true });
            continue;
        }
        let duplicate = header.and_then(|header| headers.add(header));
        let is_duplicate = duplicate.is_some();
        let error = match DeTable::parse(text) {
            Ok(table) if !is_duplicate => {
                recovered.blocks.push(Block { table: table.into_inner(), offset: span.start });
                continue;
            }
            Ok(_) => duplicate.expect("the block is TOML, but not used"),
            Err(_) => syntax::error(source, &span),
        };
        // The keys below a header that is missing or broken are now below another one.
        let position = error.span.as_ref().expect("an error in a block has a span").start;
        let may_be_header = !source.line_at(position).contains('=');
        let has_others_keys = error.rule == Rule::Once || path.is_empty() || may_be_header;
        // What precedes the line of the error is kept, if it is TOML.
        let before = span.start..source.line_start(position);
        if let Some(table) = DeTable::parse(source.slice(&before)).ok().filter(|_| !is_duplicate) {
            recovered.blocks.push(Block { table: table.into_inner(), offset: span.start });
        }
        diagnostics.push(error);
        recovered.broken.push(Broken { span, header: path, has_others_keys });
    }
    recovered
}

/// The headers of a file, each of which must be unique.
#[derive(Default)]
struct Headers {
    all: Vec<Header>,
    /// The index of each header in `all`.
    indexes: BTreeMap<String, usize>,
}

impl Headers {
    /// Adds a header. Returns the error if it is a duplicate.
    fn add(&mut self, header: Header) -> Option<Diagnostic> {
        let index = *self.indexes.entry(header.path.join("\n")).or_insert(self.all.len());
        if let Some(first) = self.all.get(index) {
            return Some(duplicate::header(&header.path, &header.span, &first.span));
        }
        self.all.push(header);
        None
    }
}

/// Returns the blocks of a file; what precedes the first header is a block, too. The lines in `strings` are text.
fn blocks(source: &Source, strings: &[Span]) -> Vec<Span> {
    let mut strings = strings.iter().peekable();
    let (mut starts, mut previous) = (vec![0], "");
    for (start, line) in source.lines() {
        while strings.next_if(|string| string.end <= start).is_some() {}
        let is_text = strings.peek().is_some_and(|string| string.contains(&start));
        // A lone bracket is not a header, but it may begin a value; so may one with a string, below a key without a value.
        let text = line.trim_start();
        let is_string = |text: &str| text.trim_start().starts_with(['"', '\'']);
        let is_value = has_no_value(previous) && text.strip_prefix('[').is_some_and(is_string);
        if !is_text && !is_value && text.starts_with('[') && text.contains(char::is_alphanumeric) {
            starts.push(start);
        }
        previous = scan::without_comment(line);
    }
    let ends = starts.iter().copied().skip(1).chain([source.text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| start..end).collect()
}
