//! What the README and the docs of `amo_codes!` show is what a user gets. `examples/live` runs the other blocks of the README,
//! and the tests of `amo-codes-cli` compare the output of the program.

use crate::user_crate::{Crate, dependency};

const README: &str = include_str!("../../README.md");
const MACROS: &str = include_str!("../../amo-codes/macros.rs");
const SHOP: &str = include_str!("../../examples/shop.toml");

/// Returns the only block that contains this text.
fn block(page: &str, text: &str) -> String {
    let mut blocks = page.split("```").skip(1).step_by(2).filter(|block| block.contains(text));
    let block = blocks.next().unwrap();
    assert_eq!(blocks.next(), None, "{text}");
    // The language is on the first line. On Windows, git may have converted the lines.
    block.split_once('\n').unwrap().1.replace('\r', "")
}

#[test]
fn the_readme_shows_a_table_its_code_and_its_error() {
    let module = block(README, "amo_codes!(\"tables/billing.toml\")");
    // What the constant is, in its comment.
    let variant = module.split("// `").nth(1).unwrap().split('`').next().unwrap();
    let main = format!("{module}\nfn main() {{\n    use billing::*;\n    assert_eq!(NOT_PAID, {variant});\n}}\n");
    let program = Crate::new("readme_table", &dependency("amo-codes"), &main);
    let table = block(README, "[invoices]");
    program.write("tables/billing.toml", &table);
    program.succeeds("run");
    program.write("tables/billing.toml", &table.replace("http", "htpp"));
    let errors = program.fails("check");
    let quoted = README.split('"').find(|text| text.starts_with("unknown key")).unwrap();
    let quoted = quoted.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(errors.contains(&format!("error: {quoted}\n")), "{errors}");
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
