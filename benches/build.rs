//! Writes the rows of amoCRM's table as arguments of macros, from which `lookups.rs` makes the alternatives.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by a panic")]

use amo_codes::{Code, Section};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let row = |code: &Code| {
        // The macro of phf needs a literal: the section and the number in one.
        let key = (code.section() as i64) << 11 | code.number();
        format!("{:?} {} {} {key} {:?};", code.section(), code.name(), code.number(), code.description())
    };
    let rows = |codes: &[Code]| codes.iter().map(row).collect::<Vec<_>>().join("\n");
    let text = format!("of_tasks! {{ {} }}\nof_all! {{ {} }}", rows(Section::Tasks.codes()), rows(Code::ALL));
    std::fs::write(format!("{}/rows.rs", std::env::var("OUT_DIR").unwrap()), text).unwrap();
}
