//! The proc macros behind `amo_codes!` and `code!` of the crate `amo-codes`.
//!
//! Only that crate calls them, with its own path first. A table goes through `pipeline`: `input` (the arguments) →
//! amo-codes-table (reads the file) → `expand`. `code` looks up a single number.
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]
#![cfg_attr(test, allow(clippy::needless_pass_by_value, reason = "test helpers own their arguments"))]
#![allow(clippy::expect_used, reason = "a panic reports a bug that would otherwise stay hidden")]
#![allow(clippy::format_push_string, reason = "the alternative is a `write!` whose error cannot happen")]

mod code;
mod expand;
mod input;
mod pipeline;

use proc_macro::TokenStream;

/// Replaces an item with the expansion of a table, `codes.toml` of the caller's package unless a path is given.
///
/// It is an attribute because an `impl` rejects the item, with one error, before any macro would expand to many items.
///
/// ```text
/// #[expand($crate "tables/billing.toml")] mod table {}
/// ```
#[proc_macro_attribute]
pub fn expand(arguments: TokenStream, _: TokenStream) -> TokenStream {
    pipeline::expansion(arguments.into(), amo_codes_table::Package::from_env().as_ref()).into()
}

/// Expands `code!` to the path of a variant; the hidden macro of a table adds its rows.
///
/// ```text
/// code! { $crate " 217:leads:UpdateLeadsParametersRequired …" 217 }
/// ```
#[proc_macro]
pub fn code(input: TokenStream) -> TokenStream {
    code::variant(input.into()).unwrap_or_else(|error| code::compile_error(&error)).into()
}

/// Passes the arguments of `code!` on to the table whose type they name.
///
/// ```text
/// code_of! { $crate 7 in billing::Code }
/// ```
#[proc_macro]
pub fn code_of(input: TokenStream) -> TokenStream {
    code::forward(input.into()).unwrap_or_else(|error| code::compile_error(&error)).into()
}
