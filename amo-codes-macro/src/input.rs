//! The arguments of the macro: the path of the runtime crate, then the path of the table.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote_spanned;

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

/// What is wrong with the arguments, and where.
#[derive(Debug)]
pub(crate) struct Unexpected {
    span: Span,
    message: &'static str,
}

impl Unexpected {
    pub(crate) fn into_tokens(self) -> TokenStream {
        let message = self.message;
        quote_spanned!(self.span=> ::core::compile_error! { #message })
    }
}

impl Input {
    pub(crate) fn parse(tokens: TokenStream) -> Result<Self, Unexpected> {
        let mut tokens = tokens.into_iter();
        let span = Span::call_site();
        let Some(krate) = tokens.next() else {
            return Err(Unexpected { span, message: "expected the path of the crate `amo-codes`: call `amo_codes!`" });
        };
        let Some(path) = tokens.next().map(ungrouped) else {
            return Ok(Self { krate, path: "codes.toml".to_owned(), span });
        };
        let span = path.span();
        if let Some(more) = tokens.next() {
            return Err(Unexpected { span: more.span(), message: "expected one path" });
        }
        let Some(path) = text(&path) else {
            let message = "expected the path of a table as a string, `amo_codes!(\"tables/billing.toml\")`";
            return Err(Unexpected { span, message });
        };
        if path.contains('\\') {
            let message = "a path has `/` between its folders on every system, and no `\\`";
            return Err(Unexpected { span, message });
        }
        Ok(Self { krate, path, span })
    }
}

/// A token without the invisible group in which a `macro_rules!` hands it on.
fn ungrouped(token: TokenTree) -> TokenTree {
    let TokenTree::Group(group) = &token else {
        return token;
    };
    let mut tokens = group.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(only), None) if group.delimiter() == Delimiter::None => ungrouped(only),
        _ => token,
    }
}

/// What stands in a string literal, escapes as they are written; `None` for any other token.
fn text(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else {
        return None;
    };
    let written = literal.to_string();
    let bare = written.strip_prefix('r').map_or(written.as_str(), |raw| raw.trim_matches('#'));
    Some(bare.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
    use quote::quote;

    use super::Input;

    fn path(tokens: TokenStream) -> Result<String, &'static str> {
        Input::parse(tokens).map(|input| input.path).map_err(|unexpected| unexpected.message)
    }

    #[test]
    fn the_table_is_codes_toml_unless_a_path_is_given() {
        assert_eq!(path(quote!(k)).as_deref(), Ok("codes.toml"));
        assert_eq!(path(quote!(k "a/b.toml")).as_deref(), Ok("a/b.toml"));
        assert_eq!(path(quote!(k r"a/b.toml")).as_deref(), Ok("a/b.toml"));
        assert_eq!(path(quote!(k r#"a/"b".toml"#)).as_deref(), Ok("a/\"b\".toml"));
    }

    #[test]
    fn a_path_may_come_through_another_macro() {
        let grouped = |tokens| TokenTree::Group(Group::new(Delimiter::None, tokens));
        let path_token = grouped(grouped(quote!("a.toml")).into());
        assert_eq!(path(quote!(k #path_token)).as_deref(), Ok("a.toml"));
        for wrong in [TokenStream::new(), quote!("a.toml" "b.toml"), quote!(("a.toml"))] {
            let wrong = grouped(wrong);
            assert!(path(quote!(k #wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for tokens in [quote!(k 7), quote!(k b"a.toml"), quote!(k c"a.toml"), quote!(k 'a'), quote!(k path)] {
            assert!(path(tokens).unwrap_err().starts_with("expected the path of a table"));
        }
        assert_eq!(path(quote!(k "a" "b")), Err("expected one path"));
        assert!(path(quote!(k "a\\b.toml")).unwrap_err().contains("between its folders"));
        assert!(path(quote!(k r"a\b.toml")).is_err());
        assert!(path(quote!()).is_err());
    }
}
