//! The arguments of `code!`: `217`, `tasks.244`, `244 in Tasks` or `rpc.-32602 in rpc::Code`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitInt, Token};

use super::rows::Row;

const USAGE: &str = "expected a number, such as `code!(217)`, `code!(tasks.244)` or `code!(244 in Tasks)`";
const TYPE_USAGE: &str = "expected the type of a section or `Code`, such as `code!(244 in Tasks)`";

pub(super) struct Query {
    /// The key of the section.
    pub(super) section: Option<Ident>,
    pub(super) number: Number,
    of: Option<TypePath>,
}

/// A number, as written and as a value; or a name, which is not enough to find a code.
pub(super) struct Number {
    pub(super) text: String,
    /// `None` if it does not fit, or is a name.
    pub(super) value: Option<i64>,
    pub(super) is_name: bool,
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
        let section = section(input)?;
        let number: Number = input.parse()?;
        let of = match input.parse::<Option<Token![in]>>()? {
            Some(token) => Some(type_path(input, token.span, &number)?),
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

/// Parses an integer of any type, with or without a minus, or a name.
impl Parse for Number {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Ident::peek_any) && !input.peek(Token![in]) {
            let name = input.call(Ident::parse_any)?.unraw();
            if input.is_empty() || input.peek(Token![in]) || input.peek(Token![,]) {
                return Ok(Self { text: name.to_string(), value: None, is_name: true, span: name.span() });
            }
            return Err(Error::new(name.span(), USAGE));
        }
        let sign = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { "" };
        // A `LitInt` may have a minus of its own.
        let is_double = input.peek(Token![-]);
        let digits: LitInt = input.parse().map_err(|error| Error::new(error.span(), USAGE))?;
        let size = digits.suffix().trim_start_matches(['u', 'i']);
        if is_double || !matches!(size, "" | "8" | "16" | "32" | "64" | "128" | "size") {
            return Err(Error::new(digits.span(), USAGE));
        }
        let value = format!("{sign}{}", digits.base10_digits()).parse().ok();
        Ok(Self { text: format!("{sign}{digits}"), value, is_name: false, span: digits.span() })
    }
}

/// Parses `tasks.`, if there is one.
fn section(input: ParseStream<'_>) -> syn::Result<Option<Ident>> {
    let mut keys: Vec<Ident> = Vec::new();
    while input.peek(Ident::peek_any) && input.peek2(Token![.]) {
        keys.push(input.call(Ident::parse_any)?.unraw());
        let dot: Token![.] = input.parse()?;
        if input.is_empty() {
            return Err(Error::new(dot.span, USAGE));
        }
    }
    let section = keys.pop();
    let (Some(first), Some(section)) = (keys.first(), &section) else { return Ok(section) };
    let number: Number = input.parse()?;
    let mut path = String::new();
    for key in &keys {
        path += &format!("{key}::");
    }
    let message = format!(
        "`{first}` is not a section; for your own table, write `code!({section}.{} in {path}Code)`",
        number.text
    );
    Err(Error::new(first.span(), message))
}

/// Parses `billing::Code`, after a token at `last`.
fn type_path(input: ParseStream<'_>, mut last: Span, number: &Number) -> syn::Result<TypePath> {
    let mut prefix = TokenStream::new();
    if let Some(colons) = input.parse::<Option<Token![::]>>()? {
        last = colons.spans[1];
        prefix.extend(quote!(::));
    }
    loop {
        let name = input.call(Ident::parse_any).map_err(|_| expected(input, last, TYPE_USAGE))?;
        if name == "Self" {
            let message = format!(
                "`Self` does not say which table is meant; write the type's path, such as `code!({} in billing::Invoices)`",
                number.text
            );
            return Err(Error::new(name.span(), message));
        }
        let Some(colons) = input.parse::<Option<Token![::]>>()? else {
            return Ok(TypePath { prefix, name });
        };
        if name.to_string().starts_with(|first: char| first.is_ascii_uppercase()) {
            return Err(not_a_module(input, &TypePath { prefix, name }, number));
        }
        last = colons.spans[1];
        prefix.extend(quote!(#name::));
    }
}

/// Returns the error for `Section::Tasks` or `Tasks::AddLeadForbidden` instead of `Tasks`.
fn not_a_module(input: ParseStream<'_>, of: &TypePath, number: &Number) -> Error {
    let of_all = of.name == "Section" || of.name == "Code";
    let section = match input.call(Ident::parse_any) {
        Ok(name) if of_all => of.sibling(&name.to_string()),
        _ if of_all => of.sibling("Tasks"),
        _ => of.sibling(&of.name.to_string()),
    };
    let message = format!("`{}` is not a module; write `code!({} in {section})`", of.name, number.text);
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
    pub(super) fn means(&self, row: &Row<'_>) -> bool {
        self.section.as_ref().is_none_or(|key| key == row.key)
            && self.section_type().is_none_or(|of| of.name == row.type_name())
    }

    /// Returns the `code!` for a row with this number or name, as a user would write it.
    pub(super) fn instead(&self, row: &Row<'_>) -> String {
        let number = if self.number.is_name { &row.number.to_string() } else { &self.number.text };
        let key = row.key;
        match &self.of {
            None => format!("`code!({key}.{number})`"),
            Some(of) if of.name == "Code" => format!("`code!({key}.{number} in {})`", of.sibling("Code")),
            Some(of) => format!("`code!({number} in {})`", of.sibling(&row.type_name())),
        }
    }
}
