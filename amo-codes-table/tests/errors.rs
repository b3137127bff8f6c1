//! The errors of wrong tables, as a user reads them: each `NAME.toml` in `rules/` and `mistakes/` has its errors in `NAME.txt`.
//!
//! A table in `rules/` breaks one rule in several ways, one in `mistakes/` has a single mistake.
//!
//! `UPDATE=1 cargo test -p amo-codes-table --test errors` accepts a change: read it as a user would.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use amo_codes_table::{Reading, read_bytes};

/// Returns the tables in a folder, sorted by name.
fn tables(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut tables: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().with_extension("toml")).collect();
    tables.sort();
    // The errors are in a file of the same name.
    tables.dedup();
    for table in &tables {
        assert!(table.exists(), "{} does not exist, but its errors do", table.display());
    }
    assert!(!tables.is_empty());
    tables
}

fn all_tables() -> Vec<PathBuf> {
    [tables("rules"), tables("mistakes")].concat()
}

fn read(table: &Path) -> Reading {
    let name = table.file_name().unwrap().to_str().unwrap();
    read_bytes(name, &fs::read(table).unwrap())
}

#[test]
fn errors_say_what_is_wrong_and_how_to_fix_it() {
    let is_update = std::env::var_os("UPDATE").is_some();
    let mut changed = Vec::new();
    for table in all_tables() {
        let shown = read(&table).rendered().map(|error| format!("error: {error}\n")).collect::<Vec<_>>().join("\n");
        let expected = table.with_extension("txt");
        if is_update {
            fs::write(&expected, &shown).unwrap();
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&shown) {
            changed.push(format!("{}:\n{shown}", expected.display()));
        }
    }
    assert!(changed.is_empty(), "not as expected; UPDATE=1 accepts it:\n\n{}", changed.join("\n"));
}

#[test]
fn one_mistake_is_one_error() {
    for table in tables("mistakes") {
        let errors: Vec<String> = read(&table).rendered().collect();
        assert_eq!(errors.len(), 1, "{}: {errors:#?}", table.display());
    }
}
