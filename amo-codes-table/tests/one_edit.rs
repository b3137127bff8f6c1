//! What one edit of codes.toml, or of a table of words, does: how often one mistake is one error, how often it is reported where it was made, and which
//! rows are lost.
//!
//! The package does not contain this file, because codes.toml is outside of it.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::iter::Sum;
use std::ops::Range;

use amo_codes_table::{Reading, Table, read_bytes};

/// Reads codes.toml.
fn table() -> String {
    file("codes.toml")
}

/// Reads a file of the repository.
fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn read(table: &str) -> Reading {
    read_bytes("codes.toml", table.as_bytes())
}

/// An edit of a table: a part of it is replaced.
struct Edit {
    kind: &'static str,
    /// The line of the edit.
    line: usize,
    replaced: Range<usize>,
    by: String,
}

impl Edit {
    fn apply(&self, table: &str) -> String {
        let Range { start, end } = self.replaced;
        format!("{}{}{}", &table[..start], self.by, &table[end..])
    }
}

fn edits(table: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut line = 1;
    for (start, character) in table.char_indices() {
        let end = start + character.len_utf8();
        edits.push(Edit { kind: "a character deleted", line, replaced: start..end, by: String::new() });
        edits.push(Edit { kind: "a character doubled", line, replaced: end..end, by: character.to_string() });
        line += usize::from(character == '\n');
    }
    let lines: Vec<&str> = table.split_inclusive('\n').collect();
    let mut start = 0;
    for (index, text) in lines.iter().enumerate() {
        let end = start + text.len();
        let mut add = |kind, replaced, by| edits.push(Edit { kind, line: index + 1, replaced, by });
        add("a line deleted", start..end, String::new());
        add("a line doubled", end..end, (*text).to_owned());
        for stray in ["stray", "stray = 1", "[", "{", "]", "\"", "======="] {
            add("a stray line inserted", start..start, format!("{stray}\n"));
        }
        if let Some(next) = lines.get(index + 1) {
            add("two lines swapped", start..end + next.len(), format!("{next}{text}"));
        }
        start = end;
    }
    edits
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
    fn of(table: &str, edit: &Edit, show: bool) -> Self {
        let Reading { source, errors, .. } = read(&edit.apply(table));
        let source = source.unwrap();
        let mut lines = errors.iter().map(|error| source.position(error.span.clone().unwrap().start).line);
        // One line before or after: a missing key is reported at its header, a swapped line at either of the two.
        let is_near = lines.all(|line| line.abs_diff(edit.line) <= 1);
        if show && (errors.len() > 1 || !is_near) {
            println!("{} in line {}, {} errors:", edit.kind, edit.line, errors.len());
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
    let table = table();
    // Every 149th edit: a prime, so that no column or key is skipped.
    let counts: Counts = edits(&table).iter().step_by(149).map(|edit| Counts::of(&table, edit, false)).sum();
    assert!(counts.share_of_one() >= 99.5, "{:.1} %: {counts:?}", counts.share_of_one());
    assert!(counts.share_of_near() >= 97.0, "{:.1} %: {counts:?}", counts.share_of_near());
}

#[test]
fn one_mistake_in_a_table_of_words_is_one_error() {
    for name in ["stripe", "oauth", "sqlstate"] {
        let table = file(&format!("examples/{name}.toml"));
        assert_eq!(read(&table).errors, [], "{name}");
        // Primes, and fewer edits of the long table.
        let step = if name == "sqlstate" { 907 } else { 97 };
        let counts: Counts = edits(&table).iter().step_by(step).map(|edit| Counts::of(&table, edit, false)).sum();
        assert!(counts.share_of_one() >= 99.5, "{name}: {:.1} %: {counts:?}", counts.share_of_one());
        assert!(counts.share_of_near() >= 95.0, "{name}: {:.1} %: {counts:?}", counts.share_of_near());
    }
}

/// All edits; `.ci/one-edit` prints the result.
#[test]
#[ignore = "takes minutes without optimization"]
fn one_mistake_is_one_error_after_every_edit() {
    let table = table();
    let edits = edits(&table);
    let show = std::env::var_os("SHOW").is_some();
    let mut by_kind: BTreeMap<&str, Vec<Counts>> = BTreeMap::new();
    for edit in &edits {
        by_kind.entry(edit.kind).or_default().push(Counts::of(&table, edit, show));
    }
    println!("| edit | no error | one error | more | one error near the edit |\n|---|---|---|---|---|");
    for (kind, counts) in &by_kind {
        let Counts { none, one, more, near } = counts.iter().copied().sum();
        println!("| {kind} | {none} | {one} | {more} | {near} |");
    }
    let counts: Counts = by_kind.into_values().flatten().sum();
    println!(
        "\n{} edits; of those with errors, {:.2} % have exactly one, {:.1} % of these near the edit",
        edits.len(),
        counts.share_of_one(),
        counts.share_of_near()
    );
    assert!(counts.share_of_one() >= 99.9 && counts.share_of_near() >= 98.5);
}

#[test]
fn a_deleted_or_stray_line_costs_no_row_outside_its_block() {
    let table = table();
    let all = addresses(&read(&table).table);
    let lines = edits(&table).into_iter().filter(|edit| edit.kind == "a line deleted" || edit.kind.contains("stray"));
    // Every 53rd edit: a prime, so that no kind of line is skipped.
    for edit in lines.step_by(53).filter(|edit| !edit.by.starts_with("=======")) {
        let lost: Vec<_> = all.difference(&addresses(&read(&edit.apply(&table)).table)).cloned().collect();
        assert!(lost.len() <= 1, "line {}: {lost:?}", edit.line);
    }
}

fn addresses(table: &Table) -> BTreeSet<(String, i64)> {
    let address = |row| (table.section_of(row).key.value.clone(), row.number.value);
    table.by_number().into_iter().map(address).collect()
}
