//! Any bytes as a table: no panic, every fault at a place of the file, and an expansion that parses.
//!
//! `.ci/fuzz` runs it, from the tables of the tests.
#![no_main]
#![allow(dead_code)]

// A proc-macro crate exports nothing but its macro, so its rooms are compiled into this one.
#[path = "../../amo-codes-macro/src"]
mod rooms {
    pub mod check;
    pub mod expand;
    pub mod hash;
    pub mod input;
    pub mod model;
    pub mod parse;
    pub mod pipe;
    pub mod report;
    pub mod rule;
    pub mod source;
    pub mod suggest;
}
use rooms::*;

use libfuzzer_sys::fuzz_target;
use proc_macro2::{Ident, Span, TokenTree};

fuzz_target!(|bytes: &[u8]| {
    let name = || "codes.toml".to_owned();
    let (source, faults, table) = match source::Source::decode(name(), name(), bytes.to_vec()) {
        Ok(source) => {
            let (table, report) = pipe::read(&source);
            (source, report.faults, table)
        }
        Err(unread) => (unread.source.expect("the readable part"), vec![unread.fault], model::Table::default()),
    };
    for fault in &faults {
        let span = fault.span.clone().expect("a fault of a file has a place");
        assert!(source.text.get(span).is_some(), "{fault:?}");
        assert!(fault.draw(Some(&source)).contains(" --> codes.toml:"));
    }
    assert!(is_whole(&table) || !faults.is_empty(), "a row is lost without a fault");
    let krate = TokenTree::Ident(Ident::new("amo", Span::call_site()));
    let tokens = expand::table(&krate, &source, &table);
    syn::parse2::<syn::File>(tokens).expect("the expansion parses");
});

/// Whether every row has its name; a table without faults has a row.
fn is_whole(table: &model::Table) -> bool {
    let mut codes = table.sections.iter().flat_map(|section| &section.codes).peekable();
    codes.peek().is_some() && codes.all(|code| code.name.is_some())
}
