//! The proc macros behind `amo_codes!` and `code!` of the crate `amo-codes`.
//!
//! Only that crate calls them, with its own path first. A table goes through `input` → `load` → `source` → `parse` →
//! `model` → `check` → `expand`, and `diagnostic` collects the errors on the way; `code` looks up a single number.
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]
#![cfg_attr(test, allow(clippy::needless_pass_by_value, reason = "test helpers own their arguments"))]
#![allow(clippy::expect_used, reason = "a panic reports a bug that would otherwise stay hidden")]

mod check;
mod code;
mod diagnostic;
mod expand;
#[cfg(test)]
mod fixtures;
mod input;
mod load;
mod model;
mod parse;
mod pipeline;
mod rule;
mod source;

/// Expands a table, `codes.toml` of the caller's package unless a path is given.
///
/// ```text
/// expand! { $crate "tables/billing.toml", export }
/// ```
#[proc_macro]
pub fn expand(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::expansion(input.into(), load::Package::from_env().as_ref()).into()
}

/// Expands `code!` to the path of a variant; the hidden macro of a table adds its rows.
///
/// ```text
/// code! { $crate " 217:leads:UpdateLeadsParametersRequired …" 217 }
/// ```
#[proc_macro]
pub fn code(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    code::variant(input.into()).unwrap_or_else(|error| code::compile_error(&error)).into()
}

/// Passes the arguments of `code!` on to the table whose type they name.
///
/// ```text
/// code_of! { $crate 7 in billing::Code }
/// ```
#[proc_macro]
pub fn code_of(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    code::forward(input.into()).unwrap_or_else(|error| code::compile_error(&error)).into()
}
