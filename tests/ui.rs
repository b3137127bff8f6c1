//! What a user reads when a table or a `code!` is wrong: compile tests, one file for each topic.
//!
//! Accept a change with `TRYBUILD=overwrite cargo test --test ui`, and read it as the user would.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn wrong_tables_and_numbers_say_how_to_mend_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Where trybuild compiles, which is CARGO_MANIFEST_DIR for the macro.
    let tables = target().join("tests/trybuild/amo-codes/tables");
    drop(fs::remove_dir_all(&tables));
    fs::create_dir_all(&tables).unwrap();
    for entry in fs::read_dir(root.join("tests/ui/tables")).unwrap() {
        let file = entry.unwrap().path();
        fs::copy(&file, tables.join(file.file_name().unwrap())).unwrap();
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}

/// The target folder as cargo tells it, for that is where trybuild looks.
fn target() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--format-version=1"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let metadata = String::from_utf8(cargo.output().unwrap().stdout).unwrap();
    let (_, rest) = metadata.split_once("\"target_directory\":\"").unwrap();
    PathBuf::from(rest.split('"').next().unwrap())
}
