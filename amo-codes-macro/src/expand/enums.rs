//! The enums: `Section`, `Code`, and one for each section.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{self, Shared};
use super::ident;
use crate::model::{Section, Table};
use crate::source::Source;

/// The largest section in which every variant has its number written out, for tools that read the expansion. In a larger
/// one the compiler counts where it can, because it evaluates every number that is written out.
const MOST_WRITTEN: usize = 256;

pub(super) fn enums(source: &Source, table: &Table) -> TokenStream {
    let derives = quote! {
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,
        )]
        #[non_exhaustive]
    };
    let types: Vec<_> = table.sections.iter().map(|section| ident(&section.type_name())).collect();
    let shared = Shared::of(table);
    let section_doc = docs::all_sections(table);
    let code_doc = docs::any_code(table);
    let section_docs = table.sections.iter().map(docs::section_variant);
    let code_docs = table.sections.iter().map(docs::code_variant);
    let sections = table.sections.iter().map(|section| section_enum(source, &shared, section, &derives));
    quote! {
        #[doc = #section_doc]
        #derives
        #[derive(::core::fmt::Debug)]
        pub enum Section { #(#[doc = #section_docs] #types,)* }

        #[doc = #code_doc]
        #derives
        #[derive(::core::fmt::Debug)]
        pub enum Code { #(#[doc = #code_docs] #types(#types),)* }

        #(#sections)*
    }
}

fn section_enum(source: &Source, shared: &Shared, section: &Section, derives: &TokenStream) -> TokenStream {
    let name = ident(&section.type_name());
    let doc = docs::section(shared, section);
    let mut next = None;
    let variants = section.rows.iter().map(|row| {
        let name = ident(&row.name.value);
        let doc = docs::row(source, section, row);
        let number = row.number.value;
        let alias = number.to_string();
        let is_counted = section.rows.len() > MOST_WRITTEN && next == Some(number);
        let discriminant = (!is_counted).then(|| Literal::u16_unsuffixed(number)).map(|number| quote!(= #number));
        next = number.checked_add(1);
        quote! { #[doc = #doc] #[doc(alias = #alias)] #name #discriminant, }
    });
    quote! {
        #[doc = #doc]
        #derives
        #[repr(u16)]
        pub enum #name { #(#variants)* }
    }
}
