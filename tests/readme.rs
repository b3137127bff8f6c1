//! The README's table, in a crate of its own, with its error. `examples/live` runs the other blocks, and the tests of
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
    let module = block("amo_codes!(\"tables/billing.toml\")");
    let variant = module.split("// `").nth(1).unwrap().split('`').next().unwrap();
    let main = format!("{module}\nfn main() {{\n    use billing::*;\n    assert_eq!(NOT_PAID, {variant});\n}}\n");
    let program = Crate::new("readme_table", &dependency("amo-codes"), &main);
    let table = block("[invoices]");
    program.write("tables/billing.toml", table);
    program.succeeds("run");
    program.write("tables/billing.toml", &table.replace("http", "htpp"));
    let errors = program.fails("check");
    let quoted = README.split('"').find(|text| text.starts_with("unknown key")).unwrap().replace('\n', " ");
    assert!(errors.contains(&format!("error: {quoted}\n")), "{errors}");
}
