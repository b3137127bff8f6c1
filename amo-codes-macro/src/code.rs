//! `code!`: from a number to the path of its variant, which editors explain and the compiler checks.

mod error;
mod query;
mod rows;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream, Parser as _};

use self::query::{Query, TypePath};
pub(crate) use self::rows::INCOMPLETE;
use self::rows::{Entry, Rows};

/// The arguments of `code!`, after what the hidden macro of a table puts before them.
struct Lookup {
    /// The crate of the table, for a `code!` that does not name a type.
    krate: TokenTree,
    rows: Literal,
    query: Query,
}

impl Parse for Lookup {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self { krate: input.parse()?, rows: input.parse()?, query: input.parse()? })
    }
}

/// Returns the path of the variant that `code!` names.
pub(crate) fn variant(input: TokenStream) -> syn::Result<TokenStream> {
    let Lookup { krate, rows, query } = syn::parse2(input)?;
    let rows = rows.to_string();
    let rows = Rows::new(&rows);
    let same_number = match query.number.base10_parse() {
        Ok(number) => rows.with_number(number),
        // Negative or above 65535: in no table.
        Err(_) => Vec::new(),
    };
    let mut meant = same_number.iter().filter(|row| query.means(row));
    match (meant.next(), meant.next()) {
        (Some(row), None) => Ok(path(&krate, &query, row)),
        _ => Err(error::explain(&rows, &query, &same_number)),
    }
}

/// Returns the expansion of a `code!` with an error: an expression or a pattern whose type is unknown.
///
/// rustc treats a plain `compile_error!` in a pattern as `_`, and would warn that the arms after it are unreachable. It reports
/// nothing more about a type that depends on an error.
pub(crate) fn compile_error(error: &syn::Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(<[(); #error]>::E)
}

/// Returns the path of the variant of a row.
///
/// Editors show whatever has the span of the literal, so of all generated names only the variant gets it. The parentheses
/// get it too, so that rustc sees the whole pattern as the caller's and reports a second equal arm.
fn path(krate: &TokenTree, query: &Query, entry: &Entry<'_>) -> TokenStream {
    let number = query.number.span();
    let variant = Ident::new(entry.name, number);
    let section = |span| Ident::new(&entry.type_name(), span);
    let key = section(query.section.as_ref().map_or_else(Span::call_site, Ident::span));
    let of_crate = quote!(#krate::);
    let (code, prefix) = match &query.of {
        Some(TypePath { prefix, name }) if name != "Code" => return quote!(#prefix #name::#variant),
        // The caller may have imported only `Code`.
        Some(TypePath { prefix, name }) if prefix.is_empty() => (quote!(#name), &of_crate),
        Some(TypePath { prefix, name }) => (quote!(#prefix #name), prefix),
        None => (quote!(#of_crate Code), &of_crate),
    };
    let mut inner = Group::new(Delimiter::Parenthesis, quote!(#prefix #key::#variant));
    inner.set_span(number);
    let outer = section(Span::call_site());
    quote!(#code::#outer #inner)
}

/// Returns the call of the hidden macro next to the type that `code!` names, with the same arguments.
pub(crate) fn forward(input: TokenStream) -> syn::Result<TokenStream> {
    let parse = |input: ParseStream<'_>| -> syn::Result<TokenStream> {
        let krate: TokenTree = input.parse()?;
        let arguments: TokenStream = input.fork().parse()?;
        let query: Query = input.parse()?;
        let prefix = match query.of {
            Some(TypePath { prefix, .. }) if !prefix.is_empty() => prefix,
            _ => quote!(#krate::),
        };
        Ok(quote!(#prefix __amo_codes_table!(#arguments)))
    };
    parse.parse2(input)
}

#[cfg(test)]
mod tests;
