//! The arguments of `amo_codes!`.

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitStr, Token};

const USAGE: &str =
    "expected no arguments (for `codes.toml`) or the path of a table, such as `\"tables/billing.toml\"`";

/// The table that `amo_codes!` names.
#[derive(Debug)]
pub(crate) struct Input {
    /// The path, as written.
    pub(crate) path: String,
    /// Where errors point to: the path, or the whole call.
    pub(crate) span: Span,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            return Ok(Self { path: "codes.toml".to_owned(), span: Span::call_site() });
        }
        let path: LitStr = input.parse().map_err(|error| Error::new(error.span(), USAGE))?;
        let _: Option<Token![,]> = input.parse()?;
        if !input.is_empty() {
            return Err(input.error(USAGE));
        }
        Ok(Self { path: path.value(), span: path.span() })
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
    use quote::quote;

    use super::{Input, USAGE};

    /// Returns the path.
    fn parse(tokens: TokenStream) -> Result<String, String> {
        syn::parse2(tokens).map(|input: Input| input.path).map_err(|error| error.to_string())
    }

    #[test]
    fn the_table_is_codes_toml_unless_a_path_is_given() {
        for (tokens, path) in [
            (quote!(), "codes.toml"),
            (quote!("a/b.toml"), "a/b.toml"),
            (quote!("a/b.toml",), "a/b.toml"),
            (quote!(r#"a/"b".toml"#), "a/\"b\".toml"),
            (quote!("\u{61}\x2fb.toml"), "a/b.toml"),
        ] {
            assert_eq!(parse(tokens), Ok(path.to_owned()));
        }
    }

    #[test]
    fn a_path_may_come_through_another_macro() {
        let grouped = |tokens| TokenTree::Group(Group::new(Delimiter::None, tokens));
        let path = grouped(grouped(quote!("a.toml")).into());
        assert_eq!(parse(quote!(#path)), Ok("a.toml".to_owned()));
    }

    #[test]
    fn other_arguments_show_the_usage() {
        for tokens in [
            quote!(7),
            quote!(b"a.toml"),
            quote!(path),
            quote!(("a.toml")),
            quote!("a" "b"),
            quote!("a", "b"),
            quote!("a" b),
        ] {
            assert_eq!(parse(tokens.clone()), Err(USAGE.to_owned()), "{tokens}");
        }
    }
}
