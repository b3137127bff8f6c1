//! The data of a table as constants of the runtime crate's types: its sections, its rows, and the index of the rows.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::ident;
use crate::model::{Row, Section, Table, segments};

/// How many numbers a page of the index has; the runtime crate's `PAGE_SIZE` is compared with it.
const PAGE_SIZE: usize = 64;

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
    let by_number = table.by_number();
    let (mut codes, mut rows) = (TokenStream::new(), TokenStream::new());
    for (_, section, row) in &by_number {
        codes.extend(code(section, row));
        rows.extend(self::row(row));
    }
    let index = index(&by_number);
    let page_size = Literal::usize_unsuffixed(PAGE_SIZE);
    let allow = allow_large_arrays();
    quote! {
        const _: () = ::core::assert!(#krate::private::PAGE_SIZE == #page_size);
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
            const __INDEX: #krate::private::Index = #krate::private::Index { #index };
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
    let mut paths = TokenStream::new();
    for path in &section.paths {
        // `section_of` compares byte by byte, so every path has single slashes and none at its end.
        let path = format!("/{}", segments(&path.value).join("/"));
        paths.extend(quote!(#path,));
    }
    let (from, to) = (Literal::usize_unsuffixed(*start), Literal::usize_unsuffixed(end));
    *start = end;
    quote! { SectionRow { key: #key, title: #title, paths: &[#paths], start: #from, end: #to }, }
}

/// Emits what a row says about its code.
fn row(row: &Row) -> TokenStream {
    let Row { description, is_documented, .. } = row;
    let (name, advice) = (&row.name.value, ident(row.advice.variant));
    let note = row.note.as_ref().map_or_else(|| quote!(None), |note| quote!(Some(#note)));
    let http_status = row.http_status.map(Literal::u16_unsuffixed);
    let http_status = http_status.map_or_else(|| quote!(None), |status| quote!(HttpStatus::from_u16(#status)));
    quote! {
        Row {
            name: #name,
            description: #description,
            note: #note,
            http_status: #http_status,
            advice: Advice::#advice,
            is_documented: #is_documented,
        },
    }
}

/// Emits a code as a value of `Code`, within its impl.
fn code(section: &Section, row: &Row) -> TokenStream {
    let (section, name) = (ident(&section.type_name()), ident(&row.name.value));
    quote!(Self::#section(#section::#name),)
}

/// Emits the codes of one section, and the only lookup that needs no index.
fn section_data(section: &Section) -> TokenStream {
    let name = ident(&section.type_name());
    let (mut all, mut arms) = (TokenStream::new(), TokenStream::new());
    for row in &section.rows {
        let (variant, number) = (ident(&row.name.value), Literal::u16_unsuffixed(row.number.value));
        all.extend(quote!(Self::#variant,));
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
            pub const fn from_u16(code_number: ::core::primitive::u16) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match code_number {
                    #arms
                    _ => return ::core::option::Option::None,
                })
            }
        }
    }
}

/// Emits the two-level table from a number to its rows; the runtime crate's `Index` explains it.
fn index(by_number: &[(usize, &Section, &Row)]) -> TokenStream {
    let (mut numbers, mut sections) = (Vec::new(), Vec::new());
    for (section, _, row) in by_number {
        numbers.push(usize::from(row.number.value));
        sections.push(*section);
    }
    // The empty block is the first, for all pages without a row.
    let (mut pages, mut starts) = (Vec::new(), vec![0; PAGE_SIZE]);
    let mut row = 0;
    for page in 0..=numbers.last().expect("only a table with rows is expanded") / PAGE_SIZE {
        let page_numbers = page * PAGE_SIZE..(page + 1) * PAGE_SIZE;
        if !numbers.get(row).is_some_and(|number| page_numbers.contains(number)) {
            pages.push(0);
            continue;
        }
        pages.push(starts.len() / PAGE_SIZE);
        for number in page_numbers {
            starts.push(row);
            while numbers.get(row) == Some(&number) {
                row += 1;
            }
        }
    }
    // The end of the last number's rows.
    starts.push(numbers.len());
    let (pages, starts, sections) = (literals(&pages), literals(&starts), literals(&sections));
    quote!(pages: &[#pages], starts: &[#starts], sections: &[#sections])
}

fn literals(numbers: &[usize]) -> TokenStream {
    let mut literals = TokenStream::new();
    for number in numbers {
        let number = Literal::usize_unsuffixed(*number);
        literals.extend(quote!(#number,));
    }
    literals
}
