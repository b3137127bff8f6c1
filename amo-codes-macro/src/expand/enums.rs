//! The enums: `Section`, `Code`, and one for each section.

use amo_codes_table::{Row, Section, Source, Table};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs;
use super::{by_number, ident};

/// Sections up to this size write out every discriminant, for tools that read the expansion. In larger ones, the
/// compiler counts where possible, because it evaluates every discriminant that is written out.
const MAX_WRITTEN: usize = 256;

pub(super) fn enums(source: &Source, table: &Table) -> TokenStream {
    let derives = quote! {
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,
        )]
        #[non_exhaustive]
    };
    let (mut section_variants, mut code_variants, mut sections) =
        (TokenStream::new(), TokenStream::new(), TokenStream::new());
    for section in &table.sections {
        let name = ident(&section.type_name);
        let (section_doc, code_doc) = (docs::section_variant(section), docs::code_variant(section));
        section_variants.extend(quote!(#[doc = #section_doc] #name,));
        code_variants.extend(quote!(#[doc = #code_doc] #name(#name),));
        sections.extend(section_enum(source, section, &derives));
    }
    let (section_doc, code_doc) = (docs::all_sections(table), docs::any_code(table));
    quote! {
        #[doc = #section_doc]
        #derives
        #[derive(::core::fmt::Debug)]
        pub enum Section { #section_variants }

        #[doc = #code_doc]
        #derives
        #[derive(::core::fmt::Debug)]
        pub enum Code { #code_variants }

        #sections
    }
}

fn section_enum(source: &Source, section: &Section, derives: &TokenStream) -> TokenStream {
    let rows = by_number(section);
    let (name, repr) = (ident(&section.type_name), ident(repr(&rows)));
    let doc = docs::section(section);
    let mut variants = TokenStream::new();
    let mut next = None;
    for row in &rows {
        let name = ident(&row.variant);
        let doc = docs::row(source, section, row);
        let number = row.number.value;
        let (alias, literal) = (row.code(), Literal::i64_unsuffixed(number));
        // rustc rejects an alias that is the name.
        let alias = (alias != row.variant).then(|| quote!(#[doc(alias = #alias)]));
        let is_counted = rows.len() > MAX_WRITTEN && next == Some(number);
        let discriminant = (!is_counted).then(|| quote!(= #literal));
        next = number.checked_add(1);
        variants.extend(quote! { #[doc = #doc] #alias #name #discriminant, });
    }
    quote! {
        #[doc = #doc]
        #derives
        #[repr(#repr)]
        pub enum #name { #variants }
    }
}

/// Returns the smallest of three types that fits the numbers of all rows, which are sorted.
fn repr(rows: &[&Row]) -> &'static str {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return "u16" };
    let (first, last) = (first.number.value, last.number.value);
    if u16::try_from(first).is_ok() && u16::try_from(last).is_ok() {
        "u16"
    } else if i32::try_from(first).is_ok() && i32::try_from(last).is_ok() {
        "i32"
    } else {
        "i64"
    }
}
