//! Properties of the whole way of a table; `fuzz/` holds the same ones for longer.

use proc_macro2::{Ident, Span, TokenTree};
use proptest::prelude::*;

use super::read;
use crate::expand;
use crate::expand::tests::TABLE;
use crate::model::Table;
use crate::source::Source;

/// What a table gives, whatever is in it: faults at places of the file, rows whose expansion parses.
fn hold(bytes: &[u8]) -> (usize, Table) {
    let name = || "codes.toml".to_owned();
    let (source, faults, table) = match Source::decode(name(), name(), bytes.to_vec()) {
        Ok(source) => {
            let (table, report) = read(&source);
            (source, report.faults, table)
        }
        Err(unread) => (unread.source.unwrap(), vec![unread.fault], Table::default()),
    };
    for fault in &faults {
        let span = fault.span.clone().unwrap();
        assert!(source.text.get(span).is_some(), "{fault:?}");
        assert!(fault.draw(Some(&source)).contains("--> codes.toml:"), "{fault:?}");
    }
    let named = table.sections.iter().flat_map(|section| &section.codes).all(|code| code.name.is_some());
    assert!(!faults.is_empty() || (named && !table.sections.is_empty()), "a row is lost without a fault");
    let krate = TokenTree::Ident(Ident::new("amo", Span::call_site()));
    syn::parse2::<syn::File>(expand::table(&krate, &source, &table)).unwrap();
    (faults.len(), table)
}

/// An edit as people and tools make them: something put in, taken out, or said twice.
fn edit() -> impl Strategy<Value = (usize, usize, String)> {
    let piece = prop_oneof![
        "[\\[\\]\"'=.#\n\r\t _a-zA-Z0-9-]{0,6}",
        "\\PC{0,3}",
        Just("[invoices.7]\n".to_owned()),
        Just("name = \"NotPaid\"\n".to_owned()),
        Just("<<<<<<< HEAD\n".to_owned()),
        Just("\"\"\"".to_owned()),
    ];
    (0..TABLE.len(), 0..12_usize, piece)
}

fn edited(edits: Vec<(usize, usize, String)>) -> Vec<u8> {
    let mut bytes = TABLE.as_bytes().to_vec();
    for (at, gone, piece) in edits {
        let start = at.min(bytes.len());
        let end = (start + gone).min(bytes.len());
        bytes.splice(start..end, piece.into_bytes());
    }
    bytes
}

#[test]
fn the_table_itself_is_whole() {
    let (faults, table) = hold(TABLE.as_bytes());
    assert_eq!((faults, table.sections.len()), (0, 2));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_bytes_are_a_table_or_have_faults(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        hold(&bytes);
    }

    #[test]
    fn any_edit_of_a_table_leaves_a_table_or_has_faults(edits in proptest::collection::vec(edit(), 1..6)) {
        hold(&edited(edits));
    }
}

#[test]
fn one_fault_at_the_end_of_a_long_table_is_one_error() {
    use std::fmt::Write as _;
    let mut text = "[a]\ntitle = \"A\"\n".to_owned();
    for number in 0..4_000 {
        writeln!(text, "\n[a.{number}]\nname = \"N{number}\"\ntext = \"Words of {number}\"\nhttp = 200").unwrap();
    }
    text += "advise = \"ask-user\"\n";
    let source = Source::new("codes.toml".to_owned(), "codes.toml".to_owned(), &text);
    let (table, report) = read(&source);
    assert_eq!(table.sections[0].codes.len(), 4_000);
    let [fault] = &report.faults[..] else { panic!("expected one fault") };
    let drawn = fault.draw(Some(&source));
    assert!(drawn.contains("did you mean `advice`?") && drawn.contains("--> codes.toml:20003:1\n"), "{drawn}");
}

#[test]
fn brackets_without_end_are_a_fault() {
    for text in
        ["a = ".to_owned() + &"[".repeat(100_000), "[".repeat(100_000), "a = ".to_owned() + &"{ a = ".repeat(50_000)]
    {
        assert!(hold(text.as_bytes()).0 > 0);
    }
}
