//! Tables for the unit tests, and helpers that run the pipeline on them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::load::Package;
use crate::model::Table;
use crate::pipeline;
use crate::rule::Rule;
use crate::source::Source;

/// A valid table with every key.
pub(crate) const TABLE: &str = r#"[invoices]
title = "Responses about [invoices]"
paths = ["/v1/invoices"]

[invoices.7]
name = "NotPaid"
description = "Not <paid>."
http = 402
note = "Sent once a day."
advice = "ask-user"

[refunds]
title = "Responses about refunds"

[refunds.7]
name = "None"
description = "No refund."
undocumented = true

[refunds.2002]
name = "Done"
description = "Paid back."
advice = "not-an-error"
"#;

/// The lines of a section, and of a row in it.
pub(crate) const HEADER: &str = "[a]\ntitle = \"A\"\n";
pub(crate) const ROW: &str = "[a.1]\nname = \"One\"\ndescription = \"One\"\n";

/// Returns a section with one row, and lines before and after.
pub(crate) fn around(before: &str, after: &str) -> String {
    format!("{before}{HEADER}{ROW}{after}")
}

/// Returns the source of a table called `codes.toml`.
pub(crate) fn source(text: &str) -> Source {
    Source::new("codes.toml".to_owned(), "codes.toml".to_owned(), text)
}

/// Returns the valid rows of a table, and its errors in file order.
pub(crate) fn read(text: &str) -> (Table, Vec<Diagnostic>) {
    let (table, diagnostics) = pipeline::read(&source(text));
    (table, diagnostics.all)
}

/// Returns the rows of a table, which must not have errors.
pub(crate) fn valid(text: &str) -> Table {
    let (table, diagnostics) = read(text);
    assert_eq!(diagnostics, [], "{text}");
    table
}

/// Returns the rule, the line and the column of each error of a table.
pub(crate) fn errors(text: &str) -> Vec<(Rule, usize, usize)> {
    let source = source(text);
    let position = |diagnostic: Diagnostic| {
        let position = source.position(diagnostic.span.expect("an error in a file has a span").start);
        (diagnostic.rule, position.line, position.column)
    };
    read(text).1.into_iter().map(position).collect()
}

/// Returns the rules that a table breaks.
pub(crate) fn rules(text: &str) -> Vec<Rule> {
    read(text).1.iter().map(|diagnostic| diagnostic.rule).collect()
}

/// Returns the message of the only error of a table.
pub(crate) fn message(text: &str) -> String {
    only(text).message
}

/// Returns the fix that the only error of a table suggests.
pub(crate) fn help(text: &str) -> String {
    only(text).help.expect("the error suggests a fix")
}

fn only(text: &str) -> Diagnostic {
    let (_, mut diagnostics) = read(text);
    assert_eq!(diagnostics.len(), 1, "{text}: {diagnostics:#?}");
    diagnostics.remove(0)
}

/// Returns a package at this folder, which is where rustc runs.
pub(crate) fn package(root: &Path) -> Package {
    Package { root: root.to_path_buf(), display_root: PathBuf::new() }
}

/// Reads a file of the package amo-codes.
pub(crate) fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"))).expect("the file is in the repository")
}
