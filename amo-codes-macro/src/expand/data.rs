//! The data of a table as constants of the runtime crate's types: its sections and its rows.

use amo_codes_table::{Row, Section, Table};
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::ident;

pub(super) fn data(krate: &TokenTree, table: &Table) -> TokenStream {
    let (mut sections, mut all, mut enums) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
    let mut start = 0;
    for section in &table.sections {
        sections.extend(section_row(section, &mut start));
        enums.extend(section_data(krate, section, table.has_words));
        for row in &section.rows {
            let (section, variant) = (ident(&section.type_name), ident(&row.variant));
            all.extend(quote!(Self::#section(#section::#variant),));
        }
    }
    let count = Literal::usize_unsuffixed(start);
    let (mut rows, mut numbers) = (TokenStream::new(), TokenStream::new());
    let (mut order, mut indexes) = (TokenStream::new(), TokenStream::new());
    for row in table.by_number() {
        rows.extend(self::row(row));
        let number = Literal::i64_unsuffixed(row.number.value);
        let (position, index) = (Literal::usize_unsuffixed(row.index), Literal::usize_unsuffixed(row.section));
        numbers.extend(quote!(#number,));
        order.extend(quote!(#position,));
        indexes.extend(quote!(#index,));
    }
    let words = table.has_words.then(|| words(table));
    let allow = allow_large_arrays();
    quote! {
        #allow
        impl Section {
            const __ROWS: &'static [#krate::private::SectionRow] = {
                use #krate::private::*;
                &[#sections]
            };
        }
        #[doc(hidden)]
        #allow
        impl<__L> #krate::private::All<__L> for Code {
            const ALL: &'static [Self] = &[#all];
        }
        #[doc(hidden)]
        #allow
        impl<__L> #krate::private::Codes<__L> for Code {
            const BY_NUMBER: &'static [Self] = &#krate::private::in_order::<Self, #count>(&[#order]);
        }
        #allow
        impl Code {
            /// Every code, in table order.
            pub const ALL: &'static [Self] = #krate::private::all();
            /// The rows, by number.
            const __ROWS: &'static [#krate::private::Row] = {
                use #krate::private::*;
                &[#rows]
            };
            const __NUMBERS: &'static [i64] = &[#numbers];
            /// The index of the section of each row.
            const __SECTIONS: &'static [u16] = &[#indexes];
            #words
        }
        #enums
    }
}

/// Emits the words of a table, sorted: the number of a row is the index of its word.
fn words(table: &Table) -> TokenStream {
    let (mut words, mut next) = (TokenStream::new(), 0);
    for row in table.by_number() {
        if let Some(word) = row.word.as_ref().filter(|_| row.number.value == next) {
            words.extend(quote!(#word,));
            next += 1;
        }
    }
    quote!(const __WORDS: &'static [&'static str] = &[#words];)
}

/// Emits an attribute: Clippy mistakes the arrays of a table with several hundred rows for arrays on the stack; they are
/// constants.
fn allow_large_arrays() -> TokenStream {
    quote!(#[allow(clippy::large_stack_arrays)])
}

/// Emits what all codes of a section share; `start` is the number of rows in the sections before.
fn section_row(section: &Section, start: &mut usize) -> TokenStream {
    let (key, title, end) = (&section.key.value, &section.title, *start + section.rows.len());
    let mut paths = TokenStream::new();
    for path in &section.paths {
        let path = &path.value;
        paths.extend(quote!(#path,));
    }
    let (from, to) = (Literal::usize_unsuffixed(*start), Literal::usize_unsuffixed(end));
    *start = end;
    quote! { SectionRow { key: #key, title: #title, paths: &[#paths], start: #from, end: #to }, }
}

/// Emits what a row says about its code. Most rows share their details, because every field costs the compiler time.
fn row(row: &Row) -> TokenStream {
    // All fields, so that a new one is not forgotten.
    let Row {
        section: _,
        index: _,
        number: _,
        word: _,
        name,
        variant,
        description,
        note,
        http_status,
        advice,
        evidence,
        docs_url,
    } = row;
    let (name, advice) = (&name.value, ident(advice.variant));
    let is_plain =
        name == variant && note.is_none() && http_status.is_none() && evidence.is_none() && docs_url.is_none();
    let details = if is_plain {
        quote!(Details::NONE)
    } else {
        let (note, evidence, docs_url) = (option(note.as_ref()), option(evidence.as_ref()), option(docs_url.as_ref()));
        let http_status = http_status.map(Literal::u16_unsuffixed);
        let http_status = http_status.map_or_else(|| quote!(None), |status| quote!(HttpStatus::from_u16(#status)));
        quote! {
            &Details {
                variant: Some(#variant),
                note: #note,
                http_status: #http_status,
                evidence: #evidence,
                docs_url: #docs_url,
            }
        }
    };
    quote!(Row { name: #name, description: #description, advice: Advice::#advice, details: #details },)
}

fn option(text: Option<&String>) -> TokenStream {
    text.map_or_else(|| quote!(None), |text| quote!(Some(#text)))
}

/// Emits the codes of one section, and the only lookup that needs no index, of a number.
fn section_data(krate: &TokenTree, section: &Section, has_words: bool) -> TokenStream {
    let name = ident(&section.type_name);
    let (mut all, mut arms) = (TokenStream::new(), TokenStream::new());
    for row in &section.rows {
        let variant = ident(&row.variant);
        all.extend(quote!(Self::#variant,));
    }
    for row in super::by_number(section) {
        let (variant, number) = (ident(&row.variant), Literal::i64_unsuffixed(row.number.value));
        arms.extend(quote!(#number => Self::#variant,));
    }
    let from_number = (!has_words).then(|| {
        quote! {
            /// Returns the code with this number, if the section has one.
            #[inline]
            #[must_use]
            pub const fn from_number(code_number: i64) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match code_number {
                    #arms
                    _ => return ::core::option::Option::None,
                })
            }
        }
    });
    let allow = allow_large_arrays();
    quote! {
        #[doc(hidden)]
        #allow
        impl<__L> #krate::private::All<__L> for #name {
            const ALL: &'static [Self] = &[#all];
        }
        impl #name {
            /// Every code of this section, in table order.
            pub const ALL: &'static [Self] = #krate::private::all();

            #from_number
        }
    }
}
