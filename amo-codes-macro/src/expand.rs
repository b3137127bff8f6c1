//! From the model to the tokens: the types with their docs, and the data for the runtime crate's macros.

mod docs;
mod enums;
mod lookup;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::model::Table;
use crate::source::Source;

pub(crate) use docs::overview;

/// Tells the compiler that the expansion depends on this file of the package.
///
/// The path is put together by the compiler, so that the tokens do not depend on where the package lies.
pub(crate) fn tracking(path: &str) -> TokenStream {
    quote! {
        const _: &[::core::primitive::u8] =
            ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path));
    }
}

/// The types of a table; nothing where it has no section.
pub(crate) fn table(krate: &TokenTree, source: &Source, table: &Table) -> TokenStream {
    if table.sections.is_empty() {
        return TokenStream::new();
    }
    let enums = enums::enums(source, table);
    let lookup = lookup::lookup(krate, table);
    quote! { #enums #lookup }
}

/// An ident of a type or a variant; go-to-definition leads to the macro's call.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

#[cfg(test)]
pub(crate) mod tests;
