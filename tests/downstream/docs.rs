//! What the README and the docs of `amo_codes!` show is what a user gets. `examples/live` runs the other blocks of the README,
//! and the tests of `amo-codes-cli` compare the output of the program.

use crate::user_crate::{Crate, dependency};

const README: &str = include_str!("../../README.md");
const MACROS: &str = include_str!("../../amo-codes/macros.rs");
const SHOP: &str = include_str!("../../examples/shop.toml");

/// Returns the blocks that contain this text.
fn blocks(page: &str, text: &str) -> Vec<String> {
    let blocks = page.split("```").skip(1).step_by(2).filter(|block| block.contains(text));
    // The language is on the first line. On Windows, git may have converted the lines.
    blocks.map(|block| block.split_once('\n').unwrap().1.replace('\r', "")).collect()
}

/// Returns the only block that contains this text.
fn block(page: &str, text: &str) -> String {
    let blocks = blocks(page, text);
    assert_eq!(blocks.len(), 1, "{text}");
    blocks.concat()
}

#[test]
fn the_readme_shows_a_table_and_a_program_that_runs() {
    let program = Crate::new("readme_table", &dependency("amo-codes"), &block(README, "fn log("));
    let table = block(README, "[invoices]");
    program.write("tables/billing.toml", &table);
    program.succeeds("run");
    program.write("tables/billing.toml", &table.replace("http", "htpp"));
    let errors = program.fails("check");
    for shown in blocks(README, "error: ") {
        assert!(errors.contains(&shown), "{errors}");
    }
}

#[test]
fn the_docs_of_amo_codes_show_an_error_as_it_is_printed() {
    let main = "mod shop {\n    amo_codes::amo_codes!(\"examples/shop.toml\");\n}\nfn main() {}\n";
    let program = Crate::new("docs_table", &dependency("amo-codes"), main);
    program.write("examples/shop.toml", &SHOP.replace("http =", "htpp ="));
    let docs: Vec<&str> = MACROS.lines().filter_map(|line| line.strip_prefix("/// ")).collect();
    let errors = program.fails("check");
    assert!(errors.contains(&block(&docs.join("\n"), "error: ")), "{errors}");
}
