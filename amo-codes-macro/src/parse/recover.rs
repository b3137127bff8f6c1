//! A file that is not TOML: its blocks one by one, so that an error stays in its block.
//!
//! A block is a line that begins like a header and everything up to the next such line.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::conflict::Conflicts;
use super::header::Header;
use super::tree::{Tree, merge, tree};
use super::{kind, syntax};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Span;
use crate::rule::Rule;
use crate::source::Source;

/// What is valid of a file that is not TOML.
#[derive(Debug, Default)]
pub(super) struct Recovered<'s> {
    pub(super) tree: Tree<'s>,
    /// The blocks that are not TOML.
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
    let mut headers: BTreeMap<Vec<String>, Span> = BTreeMap::new();
    for span in blocks(source) {
        let text = source.slice(&span);
        if conflicts.touch(&span) {
            recovered.broken.push(span);
            continue;
        }
        let header = Header::of_block(text, span.start);
        let first = header.as_ref().and_then(|header| headers.get(&header.path).cloned());
        if let (Some(header), None) = (&header, &first) {
            headers.insert(header.path.clone(), header.span.clone());
        }
        let Ok(table) = DeTable::parse(text) else {
            diagnostics.push(syntax::error(source, &span));
            recovered.broken.push(span);
            continue;
        };
        if let (Some(header), Some(first)) = (header, first) {
            diagnostics.push(duplicate(&header, &first));
        }
        merge(&mut recovered.tree, tree(table.into_inner(), span.start));
    }
    if diagnostics.all.len() == before {
        // Each block is TOML, but not all together: a key is both a value and a table.
        diagnostics.push(syntax::error(source, &(0..source.text.len())));
    }
    recovered
}

/// Where the blocks of a file are; what is before the first header is a block too.
fn blocks(source: &Source) -> Vec<Span> {
    // A lone bracket is not a header, but it may begin a value.
    let is_header = |line: &str| line.trim_start().starts_with('[') && line.contains(char::is_alphanumeric);
    let headers = source.lines().filter(|(_, line)| is_header(line));
    let mut starts: Vec<usize> = headers.map(|(start, _)| start).filter(|&start| start > 0).collect();
    starts.insert(0, 0);
    let ends = starts.iter().copied().skip(1).chain([source.text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| start..end).collect()
}

fn duplicate(Header { path, span }: &Header, first: &Span) -> Diagnostic {
    let (message, help) = match &path[..] {
        [section] => (format!("duplicate section `{section}`"), "put all codes of a section below one header"),
        [section, number] => (
            format!("duplicate code {number} in section `{section}`"),
            "delete one of the rows, or correct its number",
        ),
        _ => (format!("duplicate header `[{}]`", path.join(".")), "delete one of them"),
    };
    Diagnostic::new(Rule::Once, message).at(span).label("again here").other(first, "first here").help(help)
}
