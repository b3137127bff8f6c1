//! The READMEs show what is printed.

use crate::run;

#[test]
fn the_readmes_show_what_is_printed() {
    for (name, readme) in [
        ("README.md", include_str!("../../../README.md")),
        ("amo-codes-cli/README.md", include_str!("../../README.md")),
    ] {
        let mut compared = 0;
        for block in readme.split("```console\n$ ").skip(1) {
            let (block, _) = block.split_once("```").unwrap();
            for example in block.split("\n$ ") {
                let (command, expected) = example.trim_end().split_once('\n').unwrap_or((example, ""));
                if !expected.is_empty() {
                    let arguments = command.strip_prefix("cargo run -- ").or(command.strip_prefix("amo-codes "));
                    let run = run(&words(arguments.unwrap_or_else(|| panic!("{name}: not the program: {command}"))));
                    assert_eq!((run.output.trim_end(), &*run.errors), (expected, ""), "{name}: {command}");
                    compared += 1;
                }
            }
        }
        assert_ne!(compared, 0, "{name} has no block that begins with ```console and shows an output");
    }
}

/// Splits arguments as a shell does.
fn words(arguments: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for (index, part) in arguments.split('\'').enumerate() {
        if index % 2 == 0 { words.extend(part.split_whitespace()) } else { words.push(part) }
    }
    words
}
