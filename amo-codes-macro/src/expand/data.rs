//! The data of a table as constants of the runtime crate's types: its sections and its rows.

use amo_codes_table::{Row, Section, Table};
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::{by_number, ident};

pub(super) fn data(krate: &TokenTree, table: &Table) -> TokenStream {
    let (mut sections, mut all, mut enums) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
    let mut start = 0;
    for section in &table.sections {
        sections.extend(section_row(section, &mut start));
        enums.extend(section_data(section));
        for row in &section.rows {
            all.extend(code(section, row));
        }
    }
    let (mut codes, mut rows) = (TokenStream::new(), TokenStream::new());
    let (mut numbers, mut indexes) = (TokenStream::new(), TokenStream::new());
    for (index, section, row) in table.by_number() {
        codes.extend(code(section, row));
        rows.extend(self::row(row));
        let (number, index) = (Literal::i64_unsuffixed(row.number.value), Literal::usize_unsuffixed(index));
        numbers.extend(quote!(#number,));
        indexes.extend(quote!(#index,));
    }
    let allow = allow_large_arrays();
    quote! {
        #allow
        impl Section {
            const __ROWS: &'static [#krate::private::SectionRow] = {
                use #krate::private::*;
                &[#sections]
            };
        }
        #allow
        impl Code {
            /// Every code, in table order.
            pub const ALL: &'static [Self] = &[#all];
            const __BY_NUMBER: &'static [Self] = &[#codes];
            const __ROWS: &'static [#krate::private::Row] = {
                use #krate::private::*;
                &[#rows]
            };
            const __NUMBERS: &'static [::core::primitive::i64] = &[#numbers];
            const __SECTIONS: &'static [::core::primitive::u16] = &[#indexes];
        }
        #enums
    }
}

/// Emits an attribute: Clippy mistakes the arrays of a table with several hundred rows for arrays on the stack; they are
/// constants.
fn allow_large_arrays() -> TokenStream {
    quote!(#[allow(clippy::large_stack_arrays)])
}

/// Emits what all codes of a section share; `start` is the number of rows in the sections before.
fn section_row(section: &Section, start: &mut usize) -> TokenStream {
    let (key, title, end) = (&section.key.value, &section.title, *start + section.rows.len());
    let paths = section.paths.iter().map(|path| &path.value);
    let (from, to) = (Literal::usize_unsuffixed(*start), Literal::usize_unsuffixed(end));
    *start = end;
    quote! { SectionRow { key: #key, title: #title, paths: &[#(#paths),*], start: #from, end: #to }, }
}

/// Emits what a row says about its code.
fn row(row: &Row) -> TokenStream {
    let Row { variant, description, is_documented, .. } = row;
    let (name, advice) = (&row.name.value, ident(row.advice.variant));
    let (note, docs_url) = (option(row.note.as_ref()), option(row.docs_url.as_ref()));
    let http_status = row.http_status.map(Literal::u16_unsuffixed);
    let http_status = http_status.map_or_else(|| quote!(None), |status| quote!(HttpStatus::from_u16(#status)));
    quote! {
        Row {
            name: #name,
            variant: #variant,
            description: #description,
            note: #note,
            http_status: #http_status,
            advice: Advice::#advice,
            is_documented: #is_documented,
            docs_url: #docs_url,
        },
    }
}

fn option(text: Option<&String>) -> TokenStream {
    text.map_or_else(|| quote!(None), |text| quote!(Some(#text)))
}

/// Emits a code as a value of `Code`, within its impl.
fn code(section: &Section, row: &Row) -> TokenStream {
    let (section, variant) = (ident(&section.type_name()), ident(&row.variant));
    quote!(Self::#section(#section::#variant),)
}

/// Emits the codes of one section, and the only lookup that needs no index.
fn section_data(section: &Section) -> TokenStream {
    let name = ident(&section.type_name());
    let (mut all, mut arms) = (TokenStream::new(), TokenStream::new());
    for row in &section.rows {
        let variant = ident(&row.variant);
        all.extend(quote!(Self::#variant,));
    }
    for row in by_number(section) {
        let (variant, number) = (ident(&row.variant), Literal::i64_unsuffixed(row.number.value));
        arms.extend(quote!(#number => Self::#variant,));
    }
    let allow = allow_large_arrays();
    quote! {
        #allow
        impl #name {
            /// Every code of this section, in table order.
            pub const ALL: &'static [Self] = &[#all];

            /// Returns the code with this number, if the section has one.
            #[inline]
            #[must_use]
            pub const fn from_number(code_number: ::core::primitive::i64) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match code_number {
                    #arms
                    _ => return ::core::option::Option::None,
                })
            }
        }
    }
}
