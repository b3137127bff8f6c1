//! The blocks of the README that a reader pastes, in crates of their own. `examples/live` has those with HTTP clients, and
//! `amo-codes-cli/tests/cli.rs` the output of the program.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod support;

use support::{Crate, dependency};

const README: &str = include_str!("../README.md");

/// The only block that contains this text.
fn block(text: &str) -> &'static str {
    let mut blocks = README.split("```").skip(1).step_by(2).filter(|block| block.contains(text));
    let block = blocks.next().unwrap();
    assert_eq!(blocks.next(), None, "{text}");
    // The language is on the first line.
    block.split_once('\n').unwrap().1
}

#[test]
fn the_programs_compile_and_run() {
    for (name, text) in [("readme_match", "fn next_step("), ("readme_status", "with_http_status(")] {
        Crate::new(name, &dependency("amo-codes"), block(text)).succeeds("run");
    }
}

#[test]
fn the_table_and_its_error_are_as_shown() {
    let program = Crate::new("readme_table", &dependency("amo-codes"), block("fn log("));
    let table = block("[orders]");
    program.write("tables/billing.toml", table);
    program.succeeds("run");
    program.write("tables/billing.toml", &table.replace("http", "htpp"));
    let errors = program.fails("check");
    assert!(errors.contains(block("unknown key `htpp`")), "{errors}");
}

#[test]
fn the_error_for_an_ambiguous_number_is_as_shown() {
    let main = "use amo_codes::code;\n\n\nfn main() {\n    let x = code!(244);\n}\n";
    let errors = Crate::new("readme_ambiguous", &dependency("amo-codes"), main).fails("check");
    assert!(errors.contains(block("244 is ambiguous: ")), "{errors}");
}
