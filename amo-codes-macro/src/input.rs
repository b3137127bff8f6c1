//! The arguments of `amo_codes!`, after the path of the runtime crate.

use proc_macro2::{Span, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Token};

const USAGE: &str =
    "expected no arguments (for `codes.toml`), `\"tables/billing.toml\"` or `\"tables/billing.toml\", export`";

/// The arguments of `amo_codes!`.
#[derive(Debug)]
pub(crate) struct Input {
    /// The runtime crate, as the caller's `$crate` names it.
    pub(crate) krate: TokenTree,
    /// The path of the table, as written.
    pub(crate) path: String,
    /// Where errors point to: the path, or the whole call.
    pub(crate) span: Span,
    /// Whether other crates may use the table in `code!`.
    pub(crate) is_exported: bool,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate = input.parse()?;
        if input.is_empty() {
            return Ok(Self { krate, path: "codes.toml".to_owned(), span: Span::call_site(), is_exported: false });
        }
        let path: LitStr = input.parse().map_err(|error| syn::Error::new(error.span(), USAGE))?;
        let is_exported = input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty();
        if is_exported {
            export(input)?;
        }
        if !input.is_empty() {
            return Err(input.error(USAGE));
        }
        Ok(Self { krate, path: path.value(), span: path.span(), is_exported })
    }
}

/// Parses the word `export` and an optional comma.
fn export(input: ParseStream<'_>) -> syn::Result<()> {
    let word: Ident = input.parse().map_err(|error| syn::Error::new(error.span(), USAGE))?;
    if word != "export" {
        return Err(syn::Error::new(word.span(), USAGE));
    }
    input.parse::<Option<Token![,]>>().map(drop)
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
    use quote::quote;
    use syn::parse2;

    use super::{Input, USAGE};

    /// Returns the path and whether the table is exported.
    fn parse(tokens: TokenStream) -> Result<(String, bool), String> {
        parse2(tokens).map(|input: Input| (input.path, input.is_exported)).map_err(|error| error.to_string())
    }

    #[test]
    fn the_table_is_codes_toml_unless_a_path_is_given() {
        for (tokens, path) in [
            (quote!(k), "codes.toml"),
            (quote!(k "a/b.toml"), "a/b.toml"),
            (quote!(k "a/b.toml",), "a/b.toml"),
            (quote!(k r#"a/"b".toml"#), "a/\"b\".toml"),
            (quote!(k "\u{61}\x2fb.toml"), "a/b.toml"),
        ] {
            assert_eq!(parse(tokens), Ok((path.to_owned(), false)));
        }
    }

    #[test]
    fn the_word_export_exports_a_table() {
        assert_eq!(parse(quote!(k "a.toml", export)), Ok(("a.toml".to_owned(), true)));
        assert_eq!(parse(quote!(k "a.toml", export,)), Ok(("a.toml".to_owned(), true)));
    }

    #[test]
    fn a_path_may_come_through_another_macro() {
        let grouped = |tokens| TokenTree::Group(Group::new(Delimiter::None, tokens));
        let path = grouped(grouped(quote!("a.toml")).into());
        assert_eq!(parse(quote!(k #path)), Ok(("a.toml".to_owned(), false)));
    }

    #[test]
    fn other_arguments_show_the_usage() {
        for tokens in [
            quote!(k 7),
            quote!(k b"a.toml"),
            quote!(k path),
            quote!(k("a.toml")),
            quote!(k "a" "b"),
            quote!(k "a", "b"),
            quote!(k "a", exports),
            quote!(k "a", export, export),
            quote!(k "a", export "b"),
        ] {
            assert_eq!(parse(tokens.clone()), Err(USAGE.to_owned()), "{tokens}");
        }
    }
}
