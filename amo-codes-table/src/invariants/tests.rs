//! The invariants for any bytes and for edits of a table; `fuzz/` checks them for longer.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use fastrand::Rng;

use super::check;
use crate::fixtures::{TABLE, read};
use crate::{row_keys, section_keys};

/// Returns a generator for each of some cases, the same ones in every run.
fn cases() -> impl Iterator<Item = Rng> {
    (0..300).map(Rng::with_seed)
}

/// Returns a piece of text, such as people and tools insert.
fn piece(rng: &mut Rng) -> String {
    const CHARACTERS: &[u8] = b"[]\"'=.#\n\r\t _-aZ09";
    const LINES: &[&str] = &["[invoices.7]\n", "name = \"NotPaid\"\n", "<<<<<<< HEAD\n", "=======\n", "\"\"\""];
    match rng.u8(0..7) {
        0 => (0..rng.u8(0..7)).map(|_| char::from(CHARACTERS[rng.usize(..CHARACTERS.len())])).collect(),
        1 => (0..rng.u8(0..4)).map(|_| rng.char(..)).collect(),
        line => LINES[usize::from(line - 2)].to_owned(),
    }
}

/// Inserts, removes or duplicates something in the table this many times.
fn edited(rng: &mut Rng, edits: u8) -> Vec<u8> {
    let mut bytes = TABLE.as_bytes().to_vec();
    for _ in 0..edits {
        let start = rng.usize(..=bytes.len());
        let end = (start + rng.usize(..12)).min(bytes.len());
        bytes.splice(start..end, piece(rng).into_bytes());
    }
    bytes
}

/// Deletes, copies or moves a line this many times, as cutting and pasting does.
fn with_lines_edited(rng: &mut Rng, table: &str, edits: u8) -> String {
    let mut lines: Vec<&str> = table.split_inclusive('\n').collect();
    for _ in 0..edits {
        let from = rng.usize(..lines.len());
        let line = if rng.bool() { lines[from] } else { lines.remove(from) };
        if rng.u8(0..3) > 0 {
            lines.insert(rng.usize(..=lines.len()), line);
        }
    }
    lines.concat()
}

#[test]
fn any_bytes_are_a_table_or_have_errors() {
    for mut rng in cases() {
        let mut bytes = vec![0; rng.usize(..200)];
        rng.fill(&mut bytes);
        let _ = check(&bytes);
    }
}

#[test]
fn any_edit_of_a_table_leaves_a_table_or_has_errors() {
    for mut rng in cases() {
        let edits = rng.u8(1..6);
        let _ = check(&edited(&mut rng, edits));
    }
}

#[test]
fn any_edit_of_lines_leaves_a_table_or_has_errors() {
    for mut rng in cases() {
        let (edits, lines) = (rng.u8(..2), rng.u8(1..4));
        let table = String::from_utf8_lossy(&edited(&mut rng, edits)).into_owned();
        let _ = check(with_lines_edited(&mut rng, &table, lines).as_bytes());
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
