//! `code!`: from a number to the path of its variant, which editors explain and the compiler checks.

mod error;
mod query;
mod rows;

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream, Parser as _};

use self::query::Query;
pub(crate) use self::rows::rows;
use self::rows::{Row, Rows};

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
    if rows.are_all_missing() {
        // The type `Code` of such a table is an error, which has been reported.
        let prefix = prefix(&krate, query.path().cloned());
        return Ok(quote!(<#prefix Code>::E));
    }
    let same_code = rows.with_code(&query.code_in(&rows)?);
    let mut meant = same_code.iter().filter(|row| query.means(row));
    match (meant.next(), meant.next()) {
        (Some(row), None) => Ok(path(&krate, &query, row)),
        _ => Err(error::explain(&rows, &query, &same_code)),
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
/// Editors show whatever is at the position of the literal, so of all generated names only the variant gets it.
fn path(krate: &TokenTree, query: &Query, row: &Row<'_>) -> TokenStream {
    let prefix = prefix(krate, query.path().map(generated));
    let section = |at: Option<Span>| Ident::new(&row.type_name(), at.map_or_else(Span::call_site, generated_at));
    let variant = Ident::new(row.variant, generated_at(query.number.span));
    if let Some(of) = query.section_type() {
        let name = section(Some(of.name.span()));
        return quote!(#prefix #name::#variant);
    }
    let (outer, inner) = (section(None), section(query.section.as_ref().map(Ident::span)));
    quote!(#prefix Code::#outer(#prefix #inner::#variant))
}

/// Returns the span of a generated token that editors show at the position of another.
fn generated_at(position: Span) -> Span {
    Span::call_site().located_at(position)
}

/// Returns what precedes the names of everything of a table: amoCRM's crate, or the hidden module next to the type that the
/// caller's path names.
///
/// The module has the table's types as well as its macro. Next to it, the caller may have the types of another table.
fn prefix(krate: &TokenTree, path: Option<TokenStream>) -> TokenStream {
    path.map_or_else(|| quote!(#krate::), |path| quote!(#path __amo_codes::))
}

/// Returns what precedes the names of a path with the spans of generated tokens; it means the same.
///
/// The compiler takes the position of a path from its ends, or from the first token if they have spans of different kinds. If
/// that were within the caller's `code!(…)`, lints would suggest to edit its arguments.
fn generated(prefix: &TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = prefix.clone().into_iter().collect();
    for (index, token) in tokens.iter_mut().enumerate() {
        // `$crate` means the crate of its own span.
        if token.to_string() != "$crate" {
            token.set_span(if index == 0 { Span::mixed_site() } else { generated_at(token.span()) });
        }
    }
    tokens.into_iter().collect()
}

/// Returns the call of the hidden macro of the table whose type `code!` names, with the same arguments.
pub(crate) fn forward(input: TokenStream) -> syn::Result<TokenStream> {
    let parse = |input: ParseStream<'_>| -> syn::Result<TokenStream> {
        let krate: TokenTree = input.parse()?;
        let arguments: TokenStream = input.fork().parse()?;
        let query: Query = input.parse()?;
        let prefix = prefix(&krate, query.path().cloned());
        Ok(quote!(#prefix __code!(#arguments)))
    };
    parse.parse2(input)
}

#[cfg(test)]
mod tests;
