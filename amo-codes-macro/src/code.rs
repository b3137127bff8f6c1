//! `code!`: from a number to the path of its variant, which editors explain and the compiler checks.

mod error;
mod query;
mod rows;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
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

/// The path of the variant that `code!` names.
pub(crate) fn variant(input: TokenStream) -> syn::Result<TokenStream> {
    let Lookup { krate, rows, query } = syn::parse2(input)?;
    let rows = rows.to_string();
    let entry = Rows::new(&rows).find(&query)?;
    Ok(path(&krate, &query, &entry))
}

/// Editors show what has the span of a literal, so of all generated names only the variant has it. The parentheses
/// have it too, so that rustc sees the whole pattern as the caller's and reports a second equal arm.
fn path(krate: &TokenTree, query: &Query, entry: &Entry<'_>) -> TokenStream {
    let number = query.number.span();
    let variant = Ident::new(entry.name, number);
    let section = |span| Ident::new(&entry.type_name(), span);
    let key = section(query.section.as_ref().map_or_else(Span::call_site, Ident::span));
    let (prefix, code) = match &query.of {
        Some(TypePath { prefix, name }) if name != "Code" => return quote!(#prefix #name::#variant),
        Some(TypePath { prefix, name }) => (prefix.clone(), name.clone()),
        None => (quote!(#krate::), Ident::new("Code", Span::call_site())),
    };
    let mut inner = Group::new(Delimiter::Parenthesis, quote!(#prefix #key::#variant));
    inner.set_span(number);
    let outer = section(Span::call_site());
    quote!(#prefix #code::#outer #inner)
}

/// The call of the hidden macro next to the type that `code!` names, with the same arguments.
pub(crate) fn forward(input: TokenStream) -> syn::Result<TokenStream> {
    let parse = |input: ParseStream<'_>| -> syn::Result<TokenStream> {
        let krate: TokenTree = input.parse()?;
        let arguments: TokenStream = input.fork().parse()?;
        let query: Query = input.parse()?;
        let prefix = match query.of {
            Some(TypePath { prefix, .. }) if !prefix.is_empty() => prefix,
            _ => krate.into_token_stream().into_iter().chain(quote!(::)).collect(),
        };
        Ok(quote!(#prefix __amo_codes_table!(#arguments)))
    };
    parse.parse2(input)
}

#[cfg(test)]
mod tests;
