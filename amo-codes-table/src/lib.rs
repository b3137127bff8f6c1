//! Reads a table of response codes: a TOML file becomes a checked model, and its mistakes become messages that say where they
//! are and how to fix them.
//!
//! This crate is internal to [amo-codes](https://docs.rs/amo-codes) and makes no promises about its API: any release may change
//! it.
//!
//! ```
//! let table = r#"
//! [invoices]
//! title = "Responses about invoices"
//!
//! [invoices.7]
//! name = "NOT_PAID"
//! description = "The invoice is not paid."
//! htpp = 402
//! "#;
//! let reading = amo_codes_table::read_bytes("billing.toml", table.as_bytes());
//! assert_eq!(reading.table.sections[0].rows[0].variant, "NotPaid");
//! let errors: Vec<String> = reading.rendered().collect();
//! assert!(errors[0].starts_with("unknown key `htpp` in code `invoices.7`, did you mean `http`?"));
//! assert!(errors[0].contains(" --> billing.toml:8:1"));
//! ```
//!
//! A file goes through `load` (finds and reads it) → `source` (its text, lines and columns) → `parse` (TOML, then the content) →
//! `model`. `diagnostic` is an error on the way.
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]
#![cfg_attr(test, allow(clippy::needless_pass_by_value, reason = "test helpers own their arguments"))]
#![allow(clippy::expect_used, reason = "a panic reports a bug that would otherwise stay hidden")]
#![allow(clippy::format_push_string, reason = "the alternative is a `write!` whose error cannot happen")]

mod diagnostic;
#[cfg(test)]
mod fixtures;
#[cfg(any(test, fuzzing))]
pub mod invariants;
mod load;
mod model;
mod parse;
mod source;
mod words;

pub use crate::diagnostic::Diagnostic;
pub use crate::load::Package;
pub use crate::model::{Advice, Row, Section, Span, Spanned, Table, sort_by_number, variant};
pub use crate::parse::{row_keys, section_keys};
pub use crate::source::{Position, Source};
pub use crate::words::{is_unprintable, list, nearest, one_line, quoted_list};

/// The result of reading a file: its valid part and its errors.
#[derive(Debug)]
pub struct Reading {
    /// The file; `None` if it cannot be read.
    pub source: Option<Source>,
    /// The valid rows.
    pub table: Table,
    /// The errors, in file order.
    pub errors: Vec<Diagnostic>,
}

impl Reading {
    /// Renders every error as it is shown to the user: what is wrong, the lines with carets, the fix.
    pub fn rendered(&self) -> impl Iterator<Item = String> {
        self.errors.iter().map(|error| error.render(self.source.as_ref()))
    }
}

/// Reads a file of a package; the path is relative to its Cargo.toml and must not leave the package.
#[must_use]
pub fn read_file(package: &Package, path: &str) -> Reading {
    match load::load(package, path) {
        Ok(file) => read(file),
        Err(error) => Reading { source: None, table: Table::default(), errors: vec![*error] },
    }
}

/// Reads the bytes of a file; the path is only for messages.
#[must_use]
pub fn read_bytes(path: &str, bytes: &[u8]) -> Reading {
    read(load::decode(path.to_owned(), path.to_owned(), bytes))
}

fn read(file: load::File) -> Reading {
    let (table, errors) = match file.error {
        Some(error) => (Table::default(), vec![error]),
        None => parse::table(&file.source),
    };
    Reading { source: Some(file.source), table, errors }
}
