//! Expands the model to tokens: the enums with their docs, the data, and the hidden macro behind `code!`.

mod data;
mod docs;
mod enums;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::code::INCOMPLETE;
use crate::input::Input;
use crate::model::Table;
use crate::source::Source;

/// Tells the compiler that the expansion depends on this file of the package.
///
/// The compiler joins the path, so that the tokens do not depend on where the package is.
pub(crate) fn tracking(path: &str) -> TokenStream {
    quote! {
        const _: &[::core::primitive::u8] =
            ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path));
    }
}

/// Returns the items of a table. A table without sections has no types, only a `code!` that reports this.
pub(crate) fn items(input: &Input, source: Option<&Source>, table: &Table, has_errors: bool) -> TokenStream {
    let code = code_macro(input, table, has_errors);
    let Some(source) = source.filter(|_| !table.sections.is_empty()) else {
        return code;
    };
    let krate = &input.krate;
    let enums = enums::enums(source, table);
    let data = data::data(krate, table);
    let mut sections = TokenStream::new();
    for section in &table.sections {
        let name = ident(&section.type_name());
        sections.extend(quote!(#name,));
    }
    quote! {
        #enums
        #data
        #krate::__impls! { Section, Code, [#sections] }
        #code
    }
}

/// Returns the hidden macro through which `code!` finds the table, and an alias that is the same for all tables.
fn code_macro(input: &Input, table: &Table, has_errors: bool) -> TokenStream {
    let krate = &input.krate;
    let name = format_ident!("__amo_codes_table_{}", escaped(&input.path));
    let mut rows = vec![if has_errors { INCOMPLETE } else { "" }.to_owned(), " ".to_owned()];
    for (_, section, row) in table.by_number() {
        rows.push(format!("{}:{}:{} ", row.number.value, section.key.value, row.name.value));
    }
    let rows = rows.concat();
    let (export, visibility) =
        if input.is_exported { (quote!(#[macro_export]), quote!(pub)) } else { (quote!(), quote!(pub(crate))) };
    quote! {
        #[doc(hidden)]
        #export
        macro_rules! #name {
            ($($code:tt)*) => { #krate::private::code! { $crate #rows $($code)* } };
        }
        #[doc(hidden)]
        #visibility use #name as __amo_codes_table;
    }
}

/// Escapes a path for an identifier; different paths give different identifiers.
fn escaped(path: &str) -> String {
    let escape = |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).into() } else { format!("_{byte:02x}") };
    path.bytes().map(escape).collect()
}

/// Returns the identifier of a type or a variant; go-to-definition leads to the call of `amo_codes!`.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

#[cfg(test)]
pub(crate) mod tests;
