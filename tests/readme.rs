//! The README's own table, in a crate of its own, with its error. `examples/live` runs the other blocks, and the tests of
//! `amo-codes-cli` compare the output of the program.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod support;

use support::{Crate, dependency};

const README: &str = include_str!("../README.md");

/// Returns the only block that contains this text.
fn block(text: &str) -> &'static str {
    let mut blocks = README.split("```").skip(1).step_by(2).filter(|block| block.contains(text));
    let block = blocks.next().unwrap();
    assert_eq!(blocks.next(), None, "{text}");
    // The language is on the first line.
    block.split_once('\n').unwrap().1
}

#[test]
fn the_table_and_its_error_are_as_shown() {
    let program = Crate::new("readme_table", &dependency("amo-codes"), block("fn log("));
    let table = block("[invoices]");
    program.write("tables/billing.toml", table);
    program.succeeds("run");
    program.write("tables/billing.toml", &table.replace("http", "htpp"));
    let errors = program.fails("check");
    assert!(errors.contains(block("unknown key `htpp`")), "{errors}");
}
