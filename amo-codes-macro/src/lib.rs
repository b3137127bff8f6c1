//! The proc macro behind `amo_codes!` of the crate `amo-codes`: from a table of response codes to Rust types.
//!
//! It is called by that crate alone, with its own path first: see there. The way of a table is
//! `input` → `source` → `parse` → `model` → `check` → `expand`; `report` collects the faults on the way.
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod check;
mod expand;
mod hash;
mod input;
mod model;
mod parse;
mod pipe;
mod report;
mod rule;
#[cfg(test)]
mod schema {
    mod tests;
}
mod source;
mod suggest;

/// Expands the table at a path below the caller's package, `codes.toml` where none is given.
///
/// ```text
/// expand! { $crate "tables/billing.toml" }
/// ```
#[proc_macro]
pub fn expand(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let package = source::Package::from_env();
    pipe::expansion(input.into(), package.as_ref()).into()
}

/// The sections of `codes.toml` and their numbers as a string of Markdown, for the first page of the docs.
///
/// ```ignore-called by the runtime crate alone
/// #![doc = amo_codes_macro::overview!()]
/// ```
#[proc_macro]
pub fn overview(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let package = source::Package::from_env();
    pipe::overview(package.as_ref()).into()
}
