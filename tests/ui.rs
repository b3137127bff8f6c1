//! The errors for a wrong table or `code!`, as a user reads them: compile tests, a file for each topic.
//!
//! `TRYBUILD=overwrite cargo test --test ui` accepts a change: read it as the user would.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn errors_say_what_is_wrong_and_how_to_fix_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Where trybuild compiles, which is CARGO_MANIFEST_DIR for the macro.
    let tables = target().join("tests/trybuild/amo-codes/tables");
    drop(fs::remove_dir_all(&tables));
    fs::create_dir_all(&tables).unwrap();
    for entry in fs::read_dir(root.join("tests/ui/tables")).unwrap() {
        let table = entry.unwrap().path();
        fs::copy(&table, tables.join(table.file_name().unwrap())).unwrap();
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}

/// Returns the target folder of cargo, where trybuild works.
fn target() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--format-version=1"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let metadata = String::from_utf8(cargo.output().unwrap().stdout).unwrap();
    let (_, rest) = metadata.split_once("\"target_directory\":\"").unwrap();
    PathBuf::from(rest.split('"').next().unwrap())
}
