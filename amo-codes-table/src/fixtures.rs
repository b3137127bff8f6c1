//! Tables for the unit tests, and helpers that read them.

use crate::{Diagnostic, Reading, Table, read_bytes};

/// A valid table with every key.
pub(crate) const TABLE: &str = r#"[invoices]
title = "Responses about [invoices]"
paths = ["/v1/invoices"]
advice = "fix-request"
docs = "https://example.com/errors#{number}"
reserved = [8, -9]

[invoices.7]
name = "NOT_PAID"
description = "Not <paid>."
http = 402
note = "Sent once a day."
advice = "ask-user"

[refunds]
title = "Responses about refunds"

[refunds.7]
name = "None"
description = "No refund."
evidence = "Seen in replies."

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

/// Reads a table called `codes.toml`.
pub(crate) fn read(text: &str) -> Reading {
    read_bytes("codes.toml", text.as_bytes())
}

/// Returns the rows of a table, which must not have errors.
pub(crate) fn valid(text: &str) -> Table {
    let reading = read(text);
    assert_eq!(reading.errors, [], "{text}");
    reading.table
}

/// Returns the line and the column of each error of a table.
pub(crate) fn errors(text: &str) -> Vec<(usize, usize)> {
    let reading = read(text);
    let source = reading.source.expect("the text is UTF-8");
    let position = |diagnostic: &Diagnostic| {
        let position = source.position(diagnostic.span.as_ref().expect("an error in a file has a span").start);
        (position.line, position.column)
    };
    reading.errors.iter().map(position).collect()
}

/// Returns the message of the only error of a table.
pub(crate) fn message(text: &str) -> String {
    let mut diagnostics = read(text).errors;
    assert_eq!(diagnostics.len(), 1, "{text}: {diagnostics:#?}");
    diagnostics.remove(0).message
}
