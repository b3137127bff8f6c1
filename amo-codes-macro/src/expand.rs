//! Expands a table to tokens: the enums with their docs, the data, and the hidden macro behind `code!`.

mod data;
mod docs;
mod enums;

use amo_codes_table::{Row, Section, Source, Table, sort_by_number};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Error;

use crate::code;

/// Tells the compiler that the expansion depends on this file of the package.
///
/// The compiler joins the path, so that the tokens do not depend on where the package is. `include_str!` would report a file
/// that is not UTF-8 a second time.
pub(crate) fn tracking(path: &str) -> TokenStream {
    quote! {
        const _: &[::core::primitive::u8] =
            ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path));
    }
}

/// Returns the items of a table with rows, and its errors.
///
/// They are in a module, so that a second table in the caller's module repeats the names that are imported and nothing else. No
/// glob import has this module as well, which would make its name ambiguous: it is private, and a crate expands a file only once.
pub(crate) fn items(
    krate: &TokenTree,
    path: &str,
    source: &Source,
    table: &Table,
    errors: Option<Error>,
) -> TokenStream {
    let enums = enums::enums(source, table);
    let data = data::data(krate, table);
    let mut sections = TokenStream::new();
    for section in &table.sections {
        let name = ident(&section.type_name);
        sections.extend(quote!(#name,));
    }
    let impls = if table.has_words { quote!(__words) } else { quote!(__impls) };
    let code = code_macro(krate, path, table, errors.is_some());
    let errors = errors.map(Error::into_compile_error);
    let module = format_ident!("__{}", escaped(path));
    quote! {
        #errors
        mod #module {
            #enums
            #data
            #krate::#impls! { Section, Code, [#sections] }
            #code
        }
        pub use #module::{Code, Section, #sections __amo_codes};
    }
}

/// Returns the items of a table without rows, which has errors.
///
/// The first error is part of a type, which `code!` expands to as well: the compiler reports nothing more about a type that
/// depends on an error.
pub(crate) fn broken(krate: &TokenTree, errors: Error) -> TokenStream {
    let mut errors = errors.into_iter();
    let first = errors.next().expect("there is an error").into_compile_error();
    let others = errors.map(Error::into_compile_error);
    let code = code_macro(krate, "", &Table::default(), true);
    quote! {
        pub type Code = [(); #first];
        pub type Section = Code;
        #(#others)*
        #code
    }
}

/// Returns the hidden macro through which `code!` finds the rows of a table, and the hidden module that has it and the types.
///
/// One name in a path, that of the hidden module, leads to both, so the number and the type cannot be those of two tables.
///
/// If a crate expands a table twice, rustc shows the macro's name. A table with errors is not exported: no other crate ever
/// uses it, and two of them must not collide.
fn code_macro(krate: &TokenTree, path: &str, table: &Table, has_errors: bool) -> TokenStream {
    let name = format_ident!("__expand_a_table_only_once_and_re_export_its_module_{}", escaped(path));
    let rows = code::rows(table, has_errors);
    let (export, visibility) = if has_errors {
        (quote!(), quote!(pub(crate)))
    } else {
        (quote!(#[macro_export] #[allow(non_local_definitions)]), quote!(pub))
    };
    quote! {
        #[doc(hidden)]
        #export
        macro_rules! #name {
            ($($code:tt)*) => { #krate::private::code! { $crate #rows $($code)* } };
        }
        #[doc(hidden)]
        pub mod __amo_codes {
            pub use super::*;
            #visibility use #name as __code;
        }
    }
}

/// Escapes a path for an identifier, such as `billing_toml`; different paths give different identifiers.
fn escaped(path: &str) -> String {
    let (stem, suffix) = path.strip_suffix(".toml").map_or((path, ""), |stem| (stem, "_toml"));
    let mut escaped = String::new();
    for byte in stem.bytes() {
        if byte.is_ascii_alphanumeric() {
            escaped.push(char::from(byte));
        } else {
            escaped += &format!("_{byte:02x}");
        }
    }
    escaped + suffix
}

/// Returns the rows of a section by number. In that order, the compiler counts most discriminants, and checks an enum
/// faster.
fn by_number(section: &Section) -> Vec<&Row> {
    let mut rows: Vec<&Row> = section.rows.iter().collect();
    sort_by_number(&mut rows, |row| row.number.value);
    rows
}

/// Returns the identifier of a type or a variant; go-to-definition leads to the call of `amo_codes!`.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

#[cfg(test)]
pub(crate) mod tests;
