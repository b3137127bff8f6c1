//! The READMEs show what is printed.

use crate::{found, run};

#[test]
fn the_readmes_show_what_is_printed() {
    let readmes = [include_str!("../../../README.md"), include_str!("../../README.md")];
    for (readme, count) in readmes.into_iter().zip([1, 2]) {
        let mut shown = 0;
        for block in readme.split("```console\n").skip(1) {
            let block = block.split("```").next().unwrap();
            let Some((command, expected)) = block.split_once('\n').filter(|(_, expected)| !expected.is_empty()) else {
                continue;
            };
            let arguments = command.strip_prefix("$ cargo run -- ").or_else(|| command.strip_prefix("$ amo-codes "));
            if let Some(arguments) = arguments.filter(|_| !expected.starts_with('$')) {
                assert_eq!(run_words(arguments), expected, "{command}");
                shown += 1;
            }
        }
        assert_eq!(shown, count, "{readme}");
    }
}

/// Runs the program with arguments as a shell splits them.
fn run_words(arguments: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for (index, part) in arguments.split('\'').enumerate() {
        if index % 2 == 0 { words.extend(part.split_whitespace()) } else { words.push(part) }
    }
    if words.first() == Some(&"reply") { run(&words).output } else { found(&words) }
}
