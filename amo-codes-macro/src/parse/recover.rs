//! Reads a file that is not TOML block by block, so that an error stays in its block.
//!
//! A block is a line that begins like a header and everything up to the next such line.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::conflict::Conflicts;
use super::header::Header;
use super::item::Block;
use super::{kind, syntax};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// The valid parts of a file that is not TOML.
#[derive(Debug, Default)]
pub(super) struct Recovered<'s> {
    pub(super) blocks: Vec<Block<'s>>,
    /// The blocks that are dropped. What they contain or lack is not reported again.
    pub(super) broken: Vec<Span>,
}

/// Reads the blocks, and reports the first error of each that is not TOML.
pub(super) fn recover<'s>(source: &'s Source, diagnostics: &mut Diagnostics) -> Recovered<'s> {
    let mut recovered = Recovered::default();
    if let Some(diagnostic) = kind::of_another_kind(source) {
        diagnostics.push(diagnostic);
        recovered.broken.push(0..source.text.len());
        return recovered;
    }
    let before = diagnostics.all.len();
    let conflicts = Conflicts::find(source, diagnostics);
    let mut headers = Headers::default();
    for span in blocks(source) {
        let text = source.slice(&span);
        let header = Header::of_block(text, span.start);
        if conflicts.touch(&span) {
            recovered.broken.push(span);
            continue;
        }
        let duplicate = header.and_then(|header| headers.add(header));
        match DeTable::parse(text) {
            Ok(table) if duplicate.is_none() => {
                recovered.blocks.push(Block { table: table.into_inner(), offset: span.start });
            }
            parsed => {
                let syntax = parsed.is_err().then(|| syntax::error(source, &span));
                diagnostics.push(syntax.or(duplicate).expect("the block is not TOML or a duplicate"));
                recovered.broken.push(span);
            }
        }
    }
    if diagnostics.all.len() == before {
        // Each block is TOML, but not all together: a key is both a value and a table.
        diagnostics.push(syntax::error(source, &(0..source.text.len())));
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
            return Some(duplicate(&header, &first.span));
        }
        self.all.push(header);
        None
    }
}

/// Returns the blocks of a file; what precedes the first header is a block, too.
fn blocks(source: &Source) -> Vec<Span> {
    // A lone bracket is not a header, but it may begin a value.
    let is_header = |line: &str| line.trim_start().starts_with('[') && line.contains(char::is_alphanumeric);
    let headers = source.lines().filter(|(_, line)| is_header(line));
    let mut starts = vec![0];
    starts.extend(headers.map(|(start, _)| start));
    let ends = starts.iter().copied().skip(1).chain([source.text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| start..end).collect()
}

fn duplicate(Header { path, span }: &Header, first: &Span) -> Diagnostic {
    let (message, help) = match &path[..] {
        [section] => (format!("duplicate section `{section}`"), "put all codes of a section below one header"),
        [section, number] => {
            (format!("duplicate code {number} in section `{section}`"), "delete one of the rows, or correct its number")
        }
        _ => (format!("duplicate header `[{}]`", path.join(".")), "delete one of them"),
    };
    Diagnostic::new(Rule::Once, message).at(span).label("again here").other(first, "first here").help(help)
}
