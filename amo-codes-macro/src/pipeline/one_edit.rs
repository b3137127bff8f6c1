//! Measures how often one mistake is one error, on codes.toml with one edit.

use std::collections::BTreeMap;

use crate::fixtures::{file, read};

/// Returns tables with one edit, each with a description of the edit.
fn variants(table: &str) -> Vec<(&'static str, String)> {
    let mut variants = Vec::new();
    for (start, letter) in table.char_indices() {
        let (before, after) = (&table[..start], &table[start + letter.len_utf8()..]);
        variants.push(("a character deleted", format!("{before}{after}")));
        variants.push(("a character doubled", format!("{before}{letter}{letter}{after}")));
    }
    let lines: Vec<&str> = table.split_inclusive('\n').collect();
    for (index, line) in lines.iter().enumerate() {
        let (before, after) = (lines[..index].concat(), lines[index + 1..].concat());
        variants.push(("a line deleted", format!("{before}{after}")));
        variants.push(("a line doubled", format!("{before}{line}{line}{after}")));
        for stray in ["stray", "stray = 1", "[", "{", "]", "\"", "======="] {
            variants.push(("a stray line inserted", format!("{before}{stray}\n{line}{after}")));
        }
        if let Some(next) = lines.get(index + 1) {
            variants.push(("two lines swapped", format!("{before}{next}{line}{}", lines[index + 2..].concat())));
        }
    }
    variants
}

/// Counts the variants with no error, with one, and with more, by edit.
fn count<'v>(
    variants: impl IntoIterator<Item = &'v (&'static str, String)>,
    show: bool,
) -> BTreeMap<&'static str, [usize; 3]> {
    let mut counts: BTreeMap<_, [usize; 3]> = BTreeMap::new();
    for (edit, table) in variants {
        let errors = read(table).1;
        counts.entry(*edit).or_default()[errors.len().min(2)] += 1;
        if show && errors.len() > 1 {
            let source = crate::fixtures::source(table);
            println!("{edit}, {} errors:", errors.len());
            errors.iter().take(3).for_each(|error| println!("{}\n", error.render(Some(&source))));
        }
    }
    counts
}

/// Returns the share of the variants with errors that have exactly one, in percent.
fn share(counts: &BTreeMap<&'static str, [usize; 3]>) -> f64 {
    let sum = |index: usize| counts.values().map(|counts| counts[index]).sum::<usize>();
    let (one, more) = (sum(1), sum(2));
    #[expect(clippy::cast_precision_loss, reason = "there are fewer than 2^52 variants")]
    let share = 100.0 * one as f64 / (one + more) as f64;
    share
}

#[test]
fn one_mistake_is_one_error() {
    let variants = variants(&file("codes.toml"));
    // Every 37th variant: a prime, so that no column or key is skipped.
    let counts = count(variants.iter().step_by(37), false);
    assert!(share(&counts) >= 97.0, "{:.1} %: {counts:?}", share(&counts));
}

/// Checks all variants; `.ci/one-edit` prints the result.
#[test]
#[ignore = "takes minutes without optimization"]
fn one_mistake_is_one_error_in_all_variants() {
    let variants = variants(&file("codes.toml"));
    let counts = count(&variants, std::env::var_os("SHOW").is_some());
    println!("| edit | no error | one error | more |\n|---|---|---|---|");
    for (edit, [none, one, more]) in &counts {
        println!("| {edit} | {none} | {one} | {more} |");
    }
    println!("\n{} variants; of those with errors, {:.2} % have exactly one", variants.len(), share(&counts));
    assert!(share(&counts) >= 97.0);
}
