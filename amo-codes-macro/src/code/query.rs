//! The arguments of `code!`: `217`, `tasks.244`, `244 in Tasks` or `rpc.-32602 in rpc::Code`; or words, `card_declined in
//! stripe::Code`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Lit, Token};

use super::rows::{Row, Rows};

const USAGE: &str = "expected a number, such as `code!(217)`, `code!(tasks.244)` or `code!(244 in Tasks)`";
const WORD_USAGE: &str =
    "expected a word, such as `code!(not_found in errors::Code)` or `code!(\"not-found\" in errors::Code)`";
const TYPE_USAGE: &str = "expected the type of a section or `Code`, such as `code!(244 in Tasks)`";

pub(super) struct Query {
    /// The key of the section.
    pub(super) section: Option<Ident>,
    pub(super) number: Number,
    of: Option<TypePath>,
}

/// A number or a word, as written and as a value. Which of them is meant depends on the table.
pub(super) struct Number {
    pub(super) text: String,
    /// `None` if it does not fit, or is not a number.
    pub(super) value: Option<i64>,
    /// `None` if it has a sign.
    word: Option<String>,
    pub(super) kind: Kind,
    /// The span of the digits, without the sign.
    pub(super) span: Span,
}

#[derive(PartialEq)]
pub(super) enum Kind {
    Integer,
    /// An identifier.
    Name,
    /// A string, or another literal that is not an integer, such as `22P02`.
    Text,
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

/// Parses an integer of any type, with or without a minus, or a word: a name, a string or another literal.
impl Parse for Number {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Ident::peek_any) && !input.peek(Token![in]) {
            let name = input.call(Ident::parse_any)?.unraw();
            if input.is_empty() || input.peek(Token![in]) || input.peek(Token![,]) {
                return Ok(Self::word(name.to_string(), name.to_string(), Kind::Name, name.span()));
            }
            if input.peek(Token![-]) {
                let message = "write a word in quotes if it has characters other than letters, digits and underscores";
                return Err(Error::new(name.span(), message));
            }
            return Err(Error::new(name.span(), USAGE));
        }
        let sign = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { "" };
        // A literal may have a minus of its own.
        if input.peek(Token![-]) {
            return Err(input.error(USAGE));
        }
        let literal: Lit = input.parse().map_err(|error| Error::new(error.span(), USAGE))?;
        match literal {
            Lit::Int(digits) => {
                let size = digits.suffix().trim_start_matches(['u', 'i']);
                let is_integer = matches!(size, "" | "8" | "16" | "32" | "64" | "128" | "size");
                let kind = if is_integer { Kind::Integer } else { Kind::Text };
                let value = format!("{sign}{}", digits.base10_digits()).parse().ok();
                let word = sign.is_empty().then(|| digits.to_string());
                Ok(Self { text: format!("{sign}{digits}"), value, word, kind, span: digits.span() })
            }
            Lit::Str(text) if sign.is_empty() => {
                Ok(Self::word(format!("{:?}", text.value()), text.value(), Kind::Text, text.span()))
            }
            // `22E01` is one.
            Lit::Float(text) if sign.is_empty() => {
                Ok(Self::word(text.to_string(), text.to_string(), Kind::Text, text.span()))
            }
            other => Err(Error::new(other.span(), USAGE)),
        }
    }
}

impl Number {
    fn word(text: String, word: String, kind: Kind, span: Span) -> Self {
        Self { text, value: None, word: Some(word), kind, span }
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

    /// Returns the number or the word as rows have it; an error if it is not of the kind that the table has.
    pub(super) fn code_in(&self, rows: &Rows<'_>) -> syn::Result<String> {
        let Number { text, value, word, kind, span } = &self.number;
        if rows.are_words() {
            return word.clone().ok_or_else(|| Error::new(*span, WORD_USAGE));
        }
        match kind {
            Kind::Text if self.path().is_none() => {
                let hint =
                    format!("for a word of your own table, write its path, such as `code!({text} in billing::Code)`");
                Err(Error::new(*span, format!("{USAGE}; {hint}")))
            }
            Kind::Text => Err(Error::new(*span, USAGE)),
            // A number that does not fit is not in any row, and neither is a name.
            _ => Ok(value.map_or(String::new(), |number| number.to_string())),
        }
    }

    /// Returns whether a row with the number is in the section that is asked for, if one is.
    pub(super) fn means(&self, row: &Row<'_>) -> bool {
        self.section.as_ref().is_none_or(|key| key == row.key)
            && self.section_type().is_none_or(|of| of.name == row.type_name())
    }

    /// Returns the `code!` for a row, as a user would write it.
    pub(super) fn instead(&self, rows: &Rows<'_>, row: &Row<'_>) -> String {
        let is_name = |word: &str| syn::parse_str::<Ident>(word).is_ok();
        let number = &match self.number.kind {
            _ if rows.are_words() && !is_name(row.code) => format!("{:?}", row.code),
            Kind::Integer if !rows.are_words() => self.number.text.clone(),
            _ => row.code.to_owned(),
        };
        let key = row.key;
        match &self.of {
            None => format!("`code!({key}.{number})`"),
            Some(of) if of.name == "Code" => format!("`code!({key}.{number} in {})`", of.sibling("Code")),
            Some(of) => format!("`code!({number} in {})`", of.sibling(&row.type_name())),
        }
    }
}
