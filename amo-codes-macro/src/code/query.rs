//! The arguments of `code!`: `217`, `tasks.244`, `244 in Tasks` or `invoices.7 in billing::Code`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitInt, Token};

use super::rows::Entry;

const USAGE: &str = "expected a number, such as `code!(217)`, `code!(tasks.244)` or `code!(244 in Tasks)`";

pub(super) struct Query {
    /// The key of the section.
    pub(super) section: Option<Ident>,
    pub(super) number: LitInt,
    pub(super) of: Option<TypePath>,
}

/// The path of a type of a table, in the caller's tokens.
pub(super) struct TypePath {
    /// What is before the name: `billing::`, or nothing.
    pub(super) prefix: TokenStream,
    pub(super) name: Ident,
}

impl Parse for Query {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let section = if input.peek(Ident::peek_any) { Some(section(input)?) } else { None };
        let number = number(input)?;
        let of = if input.parse::<Option<Token![in]>>()?.is_some() { Some(input.parse()?) } else { None };
        input.parse::<Option<Token![,]>>()?;
        if input.is_empty() { Ok(Self { section, number, of }) } else { Err(input.error(USAGE)) }
    }
}

/// An integer of any type.
fn number(input: ParseStream<'_>) -> syn::Result<LitInt> {
    let number: LitInt = input.parse().map_err(|error| Error::new(error.span(), USAGE))?;
    let size = number.suffix().trim_start_matches(['u', 'i']);
    if number.suffix().is_empty() || matches!(size, "8" | "16" | "32" | "64" | "128" | "size") {
        return Ok(number);
    }
    Err(Error::new(number.span(), USAGE))
}

/// `tasks.`
fn section(input: ParseStream<'_>) -> syn::Result<Ident> {
    let section = input.call(Ident::parse_any)?.unraw();
    if input.parse::<Option<Token![.]>>()?.is_some() {
        return Ok(section);
    }
    let message = format!(
        "`{section}` is not a literal number; look up a number that is known at run time only with `Section::lookup` \
         or `Code::meanings`"
    );
    Err(Error::new(section.span(), message))
}

impl Parse for TypePath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut prefix = TokenStream::new();
        if input.parse::<Option<Token![::]>>()?.is_some() {
            prefix.extend(quote!(::));
        }
        loop {
            let name = input.call(Ident::parse_any).map_err(|error| {
                Error::new(error.span(), "expected the type of a section or `Code`, such as `code!(244 in Tasks)`")
            })?;
            if input.parse::<Option<Token![::]>>()?.is_none() {
                return Ok(Self { prefix, name });
            }
            if name == "Section" || name == "Code" {
                return Err(variant(input, &TypePath { prefix, name }));
            }
            prefix.extend(quote!(#name::));
        }
    }
}

/// `Section::Tasks` in place of `Tasks`.
fn variant(input: ParseStream<'_>, of: &TypePath) -> Error {
    let section =
        input.call(Ident::parse_any).map_or_else(|_| "Tasks".to_owned(), |name| of.sibling(&name.to_string()));
    let message =
        format!("`{}` is not a module; write the type of the section, such as `code!(7 in {section})`", of.name);
    Error::new(of.name.span(), message)
}

impl TypePath {
    /// Whether it is the type of all codes, not that of a section.
    pub(super) fn is_code(&self) -> bool {
        self.name == "Code"
    }

    /// The path of another type of the same table, as a person writes it.
    pub(super) fn sibling(&self, name: &str) -> String {
        let prefix: String = self.prefix.to_string().split_whitespace().collect();
        format!("{prefix}{name}")
    }
}

impl Query {
    /// The type of a section that is asked for.
    pub(super) fn section_type(&self) -> Option<&TypePath> {
        self.of.as_ref().filter(|of| !of.is_code())
    }

    /// Whether a row with the number is in the section that is asked for, if one is.
    pub(super) fn means(&self, row: &Entry<'_>) -> bool {
        self.section.as_ref().is_none_or(|key| key == row.key)
            && self.section_type().is_none_or(|of| of.name == row.type_name())
    }

    /// The `code!` for a row with the same number, as a person writes it.
    pub(super) fn instead(&self, row: &Entry<'_>) -> String {
        let (number, key) = (&self.number, row.key);
        match &self.of {
            None => format!("`code!({key}.{number})`"),
            Some(of) if of.is_code() => format!("`code!({key}.{number} in {})`", of.sibling("Code")),
            Some(of) => format!("`code!({number} in {})`", of.sibling(&row.type_name())),
        }
    }
}
