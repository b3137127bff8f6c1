//! What a user reads when a table or a `code!` is wrong: compile tests, one file for each topic.
//!
//! Accept a change with `TRYBUILD=overwrite cargo test --test ui`, and read it as the user would.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

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

/// The target folder that this test was built in, of which the test's own is `target/debug/deps`.
fn target() -> std::path::PathBuf {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    tmp.parent().unwrap().to_path_buf()
}
