//! The invariants for any bytes and for edits of a table; `fuzz/` checks them for longer.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::check;
use crate::fixtures::{TABLE, read};
use crate::{row_keys, section_keys};

/// Generates an edit like those of people and tools: something inserted, removed or duplicated.
fn edit() -> impl Strategy<Value = (usize, usize, String)> {
    let piece = prop_oneof![
        "[\\[\\]\"'=.#\n\r\t _a-zA-Z0-9-]{0,6}",
        "\\PC{0,3}",
        Just("[invoices.7]\n".to_owned()),
        Just("name = \"NotPaid\"\n".to_owned()),
        Just("<<<<<<< HEAD\n".to_owned()),
        Just("=======\n".to_owned()),
        Just("\"\"\"".to_owned()),
    ];
    (0..TABLE.len(), 0..12_usize, piece)
}

fn edited(edits: Vec<(usize, usize, String)>) -> Vec<u8> {
    let mut bytes = TABLE.as_bytes().to_vec();
    for (at, removed, piece) in edits {
        let start = at.min(bytes.len());
        let end = (start + removed).min(bytes.len());
        bytes.splice(start..end, piece.into_bytes());
    }
    bytes
}

#[derive(Debug, Clone)]
enum LineEdit {
    Delete { from: usize },
    Copy { from: usize, to: usize },
    Move { from: usize, to: usize },
}

/// An edit of whole lines, as cutting and pasting does.
fn line_edit() -> impl Strategy<Value = LineEdit> {
    let index = || 0..TABLE.lines().count();
    prop_oneof![
        index().prop_map(|from| LineEdit::Delete { from }),
        (index(), index()).prop_map(|(from, to)| LineEdit::Copy { from, to }),
        (index(), index()).prop_map(|(from, to)| LineEdit::Move { from, to }),
    ]
}

fn with_lines_edited(table: &str, edits: Vec<LineEdit>) -> String {
    let mut lines: Vec<&str> = table.split_inclusive('\n').collect();
    for edit in edits {
        let (LineEdit::Delete { from } | LineEdit::Copy { from, .. } | LineEdit::Move { from, .. }) = edit;
        let from = from.min(lines.len() - 1);
        let line = if let LineEdit::Copy { .. } = edit { lines[from] } else { lines.remove(from) };
        if let LineEdit::Copy { to, .. } | LineEdit::Move { to, .. } = edit {
            lines.insert(to.min(lines.len()), line);
        }
    }
    lines.concat()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_bytes_are_a_table_or_have_errors(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = check(&bytes);
    }

    #[test]
    fn any_edit_of_a_table_leaves_a_table_or_has_errors(edits in proptest::collection::vec(edit(), 1..6)) {
        let _ = check(&edited(edits));
    }

    #[test]
    fn any_edit_of_lines_leaves_a_table_or_has_errors(
        lines in proptest::collection::vec(line_edit(), 1..4),
        edits in proptest::collection::vec(edit(), 0..2),
    ) {
        let table = String::from_utf8_lossy(&edited(edits)).into_owned();
        let _ = check(with_lines_edited(&table, lines).as_bytes());
    }
}

#[test]
fn an_error_at_the_end_of_a_long_table_is_one_error() {
    let mut text = "[a]\ntitle = \"A\"\n".to_owned();
    for number in 0..4_000 {
        writeln!(text, "\n[a.{number}]\nname = \"N{number}\"\ndescription = \"Text {number}\"\nhttp = 200").unwrap();
    }
    text += "advise = \"ask-user\"\n";
    let reading = read(&text);
    assert_eq!(reading.table.by_number().len(), 4_000);
    let errors: Vec<String> = reading.rendered().collect();
    let [rendered] = &errors[..] else { panic!("{errors:?}") };
    assert!(rendered.contains("did you mean `advice`?") && rendered.contains("--> codes.toml:20003:1\n"), "{rendered}");
}

#[test]
fn endless_nesting_is_an_error() {
    for text in [
        "a = ".to_owned() + &"[".repeat(100_000),
        "[".repeat(100_000),
        "a = ".to_owned() + &"{ a = ".repeat(50_000),
        "a.".repeat(100_000) + "a = 1",
    ] {
        assert!(check(text.as_bytes()) > 0);
    }
}

#[test]
fn a_lone_carriage_return_does_not_begin_a_line() {
    assert!(check(format!("{TABLE}paths = \r[array\"\n").as_bytes()) > 0);
}

#[test]
fn tables_with_mistakes_hold_the_invariants() {
    for folder in ["rules", "mistakes"] {
        for file in fs::read_dir(format!("{}/tests/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|ending| ending == "toml") {
                assert!(check(&fs::read(&file).unwrap()) > 0, "{}", file.display());
            }
        }
    }
}

#[test]
fn the_fixture_has_every_key_and_no_errors() {
    assert_eq!(check(TABLE.as_bytes()), 0);
    for key in [section_keys(), row_keys()].concat() {
        assert!(TABLE.contains(&format!("\n{key} = ")), "{key}");
    }
}

/// Each of these took minutes when every name was compared with every other.
#[test]
fn a_table_with_thousands_of_mistakes_is_read_quickly() {
    let start = Instant::now();
    let (section, long) = (|key: String| format!("[{key}]\ntitle = \"T\"\n"), "k".repeat(3_000_000));
    let row = |key: String| format!("[{key}.1]\nname = \"N\"\ndescription = \"D\"\n");
    let sections = |key: &str| -> String { (0..3_000).map(|number| section(format!("{key}{number}"))).collect() };
    let rows = |key: &str| -> String { (0..3_000).map(|number| row(format!("{key}{number}"))).collect() };
    for (table, errors) in [
        (sections("section_a") + &rows("section_b"), 5_999),
        (sections("section") + &rows("sectoin"), 5_999),
        (format!("{}{}{long} = 1\n", section("a".to_owned()), row("a".to_owned())), 1),
    ] {
        assert_eq!(read(&table).errors.len(), errors);
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
