//! The arguments of the macro: the path of the runtime crate, then the path of the table.

use proc_macro2::{Span, TokenTree};
use syn::LitStr;
use syn::parse::{Parse, ParseStream, Result};

/// What `amo_codes!` hands over.
#[derive(Debug)]
pub(crate) struct Input {
    /// The runtime crate as the caller's `$crate` names it.
    pub(crate) krate: TokenTree,
    /// The table's path as it was written.
    pub(crate) path: String,
    /// Where the faults point to: the path, else the whole call.
    pub(crate) span: Span,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let krate = input.parse()?;
        if input.is_empty() {
            return Ok(Self { krate, path: "codes.toml".to_owned(), span: Span::call_site() });
        }
        let path: LitStr = input.parse().map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected the path of a table as a string, `amo_codes!(\"tables/billing.toml\")`",
            )
        })?;
        Ok(Self { krate, path: path.value(), span: path.span() })
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::Input;

    #[test]
    fn the_table_is_codes_toml_unless_a_path_is_given() {
        let path = |tokens| syn::parse2::<Input>(tokens).map(|input| input.path).map_err(|error| error.to_string());
        assert_eq!(path(quote!(k)).as_deref(), Ok("codes.toml"));
        assert_eq!(path(quote!(k "a/b.toml")).as_deref(), Ok("a/b.toml"));
        assert!(path(quote!(k 7)).unwrap_err().starts_with("expected the path of a table"));
        assert!(path(quote!(k "a" "b")).is_err());
        assert!(path(quote!()).is_err());
    }
}
