//! Measures how often one mistake is one error, and how often it is reported where it was made, on codes.toml with one edit.

use std::collections::BTreeMap;
use std::iter::Sum;

use crate::Reading;
use crate::fixtures::{file, read};

/// A table with one edit.
struct Variant {
    edit: &'static str,
    /// The line of the edit.
    line: usize,
    table: String,
}

fn variants(table: &str) -> Vec<Variant> {
    let mut variants = Vec::new();
    let mut line = 1;
    for (start, letter) in table.char_indices() {
        let (before, after) = (&table[..start], &table[start + letter.len_utf8()..]);
        variants.push(Variant { edit: "a character deleted", line, table: format!("{before}{after}") });
        variants.push(Variant { edit: "a character doubled", line, table: format!("{before}{letter}{letter}{after}") });
        line += usize::from(letter == '\n');
    }
    let lines: Vec<&str> = table.split_inclusive('\n').collect();
    for (index, text) in lines.iter().enumerate() {
        let (before, after) = (lines[..index].concat(), lines[index + 1..].concat());
        let mut add = |edit, table| variants.push(Variant { edit, line: index + 1, table });
        add("a line deleted", format!("{before}{after}"));
        add("a line doubled", format!("{before}{text}{text}{after}"));
        for stray in ["stray", "stray = 1", "[", "{", "]", "\"", "======="] {
            add("a stray line inserted", format!("{before}{stray}\n{text}{after}"));
        }
        if let Some(next) = lines.get(index + 1) {
            add("two lines swapped", format!("{before}{next}{text}{}", lines[index + 2..].concat()));
        }
    }
    variants
}

/// How many variants have no error, one, and more, and how many of those with one have it near the edit.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    none: usize,
    one: usize,
    more: usize,
    near: usize,
}

impl Counts {
    fn of(variant: &Variant, show: bool) -> Self {
        let Reading { source, errors, .. } = read(&variant.table);
        let source = source.expect("the text is UTF-8");
        let mut lines = errors.iter().map(|error| source.position(error.span.clone().unwrap().start).line);
        // One line before or after: a missing key is reported at its header, a swapped line at either of the two.
        let is_near = lines.all(|line| line.abs_diff(variant.line) <= 1);
        if show && (errors.len() > 1 || !is_near) {
            println!("{} in line {}, {} errors:", variant.edit, variant.line, errors.len());
            errors.iter().take(3).for_each(|error| println!("{}\n", error.render(Some(&source))));
        }
        let has = |count: bool| usize::from(count);
        Self {
            none: has(errors.is_empty()),
            one: has(errors.len() == 1),
            more: has(errors.len() > 1),
            near: has(errors.len() == 1 && is_near),
        }
    }

    /// The share of the variants with errors that have exactly one, in percent.
    fn share_of_one(self) -> f64 {
        percent(self.one, self.one + self.more)
    }

    /// The share of those whose error is near the edit, in percent.
    fn share_of_near(self) -> f64 {
        percent(self.near, self.one)
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |sum, other| Self {
            none: sum.none + other.none,
            one: sum.one + other.one,
            more: sum.more + other.more,
            near: sum.near + other.near,
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer than 2^52 variants")]
fn percent(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all as f64
}

#[test]
fn one_mistake_is_one_error() {
    let variants = variants(&file("codes.toml"));
    // Every 37th variant: a prime, so that no column or key is skipped.
    let counts: Counts = variants.iter().step_by(37).map(|variant| Counts::of(variant, false)).sum();
    assert!(counts.share_of_one() >= 99.5, "{:.1} %: {counts:?}", counts.share_of_one());
    assert!(counts.share_of_near() >= 97.0, "{:.1} %: {counts:?}", counts.share_of_near());
}

/// All variants; `.ci/one-edit` prints the result.
#[test]
#[ignore = "takes minutes without optimization"]
fn one_mistake_is_one_error_in_all_variants() {
    let variants = variants(&file("codes.toml"));
    let show = std::env::var_os("SHOW").is_some();
    let mut by_edit: BTreeMap<&str, Vec<Counts>> = BTreeMap::new();
    for variant in &variants {
        by_edit.entry(variant.edit).or_default().push(Counts::of(variant, show));
    }
    println!("| edit | no error | one error | more | one error near the edit |\n|---|---|---|---|---|");
    for (edit, counts) in &by_edit {
        let Counts { none, one, more, near } = counts.iter().copied().sum();
        println!("| {edit} | {none} | {one} | {more} | {near} |");
    }
    let counts: Counts = by_edit.into_values().flatten().sum();
    println!(
        "\n{} variants; of those with errors, {:.2} % have exactly one, {:.1} % of these near the edit",
        variants.len(),
        counts.share_of_one(),
        counts.share_of_near()
    );
    assert!(counts.share_of_one() >= 99.9 && counts.share_of_near() >= 98.5);
}
