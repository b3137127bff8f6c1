//! The arguments of `code!`: `217`, `tasks.244`, `244 in Tasks` or `rpc.-32602 in rpc::Code`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitInt, Token};

use super::rows::Entry;

const USAGE: &str = "expected a number, such as `code!(217)`, `code!(tasks.244)` or `code!(244 in Tasks)`";
const TYPE_USAGE: &str = "expected the type of a section or `Code`, such as `code!(244 in Tasks)`";

pub(super) struct Query {
    /// The key of the section.
    pub(super) section: Option<Ident>,
    pub(super) number: Number,
    of: Option<TypePath>,
}

/// A number, as written and as a value.
pub(super) struct Number {
    pub(super) text: String,
    /// `None` if it does not fit.
    pub(super) value: Option<i64>,
    /// The span of the digits, without the sign.
    pub(super) span: Span,
}

/// The path of a type of a table, in the caller's tokens.
pub(super) struct TypePath {
    /// What precedes the name: `billing::`, or nothing.
    prefix: TokenStream,
    pub(super) name: Ident,
}

impl Parse for Query {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let section = if input.peek(Ident::peek_any) { Some(section(input)?) } else { None };
        let number = input.parse()?;
        let of = match input.parse::<Option<Token![in]>>()? {
            Some(token) => Some(type_path(input, token.span)?),
            None => None,
        };
        let comma: Option<Token![,]> = input.parse()?;
        if input.is_empty() {
            return Ok(Self { section, number, of });
        }
        Err(input.error(if of.is_some() && comma.is_none() { TYPE_USAGE } else { USAGE }))
    }
}

/// Returns an error at the next token, or at the last one if there are no more. At the whole call, rustc would add a note
/// about internal macros.
fn expected(input: ParseStream<'_>, last: Span, message: &str) -> Error {
    if input.is_empty() { Error::new(last, message) } else { input.error(message) }
}

/// Parses an integer of any type, with or without a minus.
impl Parse for Number {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let sign = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { "" };
        // A `LitInt` may have a minus of its own.
        let is_double = input.peek(Token![-]);
        let digits: LitInt = input.parse().map_err(|error| Error::new(error.span(), USAGE))?;
        let size = digits.suffix().trim_start_matches(['u', 'i']);
        if is_double || !matches!(size, "" | "8" | "16" | "32" | "64" | "128" | "size") {
            return Err(Error::new(digits.span(), USAGE));
        }
        let value = format!("{sign}{}", digits.base10_digits()).parse().ok();
        Ok(Self { text: format!("{sign}{digits}"), value, span: digits.span() })
    }
}

/// Parses `tasks.`
fn section(input: ParseStream<'_>) -> syn::Result<Ident> {
    let section = input.call(Ident::parse_any)?.unraw();
    match input.parse::<Option<Token![.]>>()? {
        Some(dot) if input.is_empty() => Err(Error::new(dot.span, USAGE)),
        Some(_) => Ok(section),
        None if input.is_empty() || input.peek(Token![in]) => {
            let message = format!(
                "`{section}` is not an integer literal; to look up a number at run time, use `Section::lookup` or \
                 `Code::by_number`"
            );
            Err(Error::new(section.span(), message))
        }
        None => Err(Error::new(section.span(), USAGE)),
    }
}

/// Parses `billing::Code`, after a token at `last`.
fn type_path(input: ParseStream<'_>, mut last: Span) -> syn::Result<TypePath> {
    let mut prefix = TokenStream::new();
    if let Some(colons) = input.parse::<Option<Token![::]>>()? {
        last = colons.spans[1];
        prefix.extend(quote!(::));
    }
    loop {
        let name = input.call(Ident::parse_any).map_err(|_| expected(input, last, TYPE_USAGE))?;
        if name == "Self" {
            let message =
                "`Self` does not say which table is meant; write the type's path, such as `billing::Invoices`";
            return Err(Error::new(name.span(), message));
        }
        let Some(colons) = input.parse::<Option<Token![::]>>()? else {
            return Ok(TypePath { prefix, name });
        };
        if name == "Section" || name == "Code" {
            return Err(variant(input, &TypePath { prefix, name }));
        }
        last = colons.spans[1];
        prefix.extend(quote!(#name::));
    }
}

/// Returns the error for `Section::Tasks` instead of `Tasks`.
fn variant(input: ParseStream<'_>, of: &TypePath) -> Error {
    let section =
        input.call(Ident::parse_any).map_or_else(|_| "Tasks".to_owned(), |name| of.sibling(&name.to_string()));
    let message =
        format!("`{}` is not a module; write the type of the section, such as `code!(7 in {section})`", of.name);
    Error::new(of.name.span(), message)
}

impl TypePath {
    /// Returns the path of another type of the same table, as a user would write it.
    pub(super) fn sibling(&self, name: &str) -> String {
        let prefix: String = self.prefix.to_string().split_whitespace().collect();
        format!("{prefix}{name}")
    }
}

impl Query {
    /// Returns what precedes the type, such as `billing::`, if it is written with its path.
    pub(super) fn path(&self) -> Option<&TokenStream> {
        self.of.as_ref().map(|of| &of.prefix).filter(|prefix| !prefix.is_empty())
    }

    /// Returns the type of a section that is asked for, if one is.
    pub(super) fn section_type(&self) -> Option<&TypePath> {
        self.of.as_ref().filter(|of| of.name != "Code")
    }

    /// Returns whether a row with the number is in the section that is asked for, if one is.
    pub(super) fn means(&self, row: &Entry<'_>) -> bool {
        self.section.as_ref().is_none_or(|key| key == row.key)
            && self.section_type().is_none_or(|of| of.name == row.type_name())
    }

    /// Returns the `code!` for a row with the same number, as a user would write it.
    pub(super) fn instead(&self, row: &Entry<'_>) -> String {
        let (number, key) = (&self.number.text, row.key);
        match &self.of {
            None => format!("`code!({key}.{number})`"),
            Some(of) if of.name == "Code" => format!("`code!({key}.{number} in {})`", of.sibling("Code")),
            Some(of) => format!("`code!({number} in {})`", of.sibling(&row.type_name())),
        }
    }
}
