//! The data of a table for the runtime crate's `__table!` and `__section!`: its texts and its indexes.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::{enums, ident};
use crate::hash::{Hash, hash};
use crate::model::{Code, Section, Table};

pub(super) fn lookup(krate: &TokenTree, table: &Table) -> TokenStream {
    let sections = section_list(table);
    let last = table.sections.last().map(|section| ident(&section.type_name()));
    let paths = table.sections.iter().flat_map(|section| {
        let owner = ident(&section.type_name());
        section.paths.iter().map(move |path| (path.value.clone(), owner.clone()))
    });
    let paths = paths.map(|(path, owner)| quote! { (#path, #owner) });
    let codes: Vec<&Code> = table.sections.iter().flat_map(|section| &section.codes).collect();
    let count = size(codes.len());
    let names = codes.iter().map(|code| enums::variant(code));
    let descriptions = codes.iter().map(|code| &code.text);
    let notes = codes.iter().map(|code| code.note.as_deref().unwrap_or_default());
    let statuses = codes.iter().map(|code| Literal::u16_unsuffixed(code.http.unwrap_or_default()));
    let advice = codes.iter().map(|code| Literal::u8_unsuffixed(code.advice.place));
    let index = index(krate, &hash(&keys(table)));
    let numbers = numbers(krate, &codes);
    let impls = table.sections.iter().map(|section| section_impls(krate, section));
    quote! {
        #krate::__table! {
            sections: [#(#sections)*],
            last: #last,
            paths: [#(#paths)*],
            count: #count,
            names: [#(#names),*],
            descriptions: [#(#descriptions),*],
            notes: [#(#notes),*],
            statuses: [#(#statuses),*],
            advice: [#(#advice),*],
            index: #index,
            #numbers
        }
        #(#impls)*
    }
}

/// Each section with its key, its title and where its rows begin and end.
fn section_list(table: &Table) -> Vec<TokenStream> {
    let mut start = 0;
    let sections = table.sections.iter().map(|section| {
        let end = start + section.codes.len();
        let (name, key, title) = (ident(&section.type_name()), &section.key.value, &section.title);
        let bounds = (size(start), size(end));
        start = end;
        let (from, to) = bounds;
        quote! { (#name, #key, #title, #from, #to) }
    });
    sections.collect()
}

/// The key of each row, as `Code::__row` makes it: the section's place above the number.
fn keys(table: &Table) -> Vec<u32> {
    let sections = (0_u32..).zip(&table.sections);
    sections
        .flat_map(|(place, section)| section.codes.iter().map(move |code| place << 16 | u32::from(code.number.value)))
        .collect()
}

/// The rows in the order of their numbers, and an index of the numbers.
fn numbers(krate: &TokenTree, codes: &[&Code]) -> TokenStream {
    let mut meanings: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
    for (row, code) in (0..=u16::MAX).zip(codes) {
        meanings.entry(code.number.value).or_default().push(row);
    }
    let keys: Vec<u32> = meanings.keys().copied().map(u32::from).collect();
    let index = index(krate, &hash(&keys));
    let mut end = 0;
    let groups = meanings.iter().map(|(number, rows)| {
        let start = end;
        end += rows.len();
        let [number, start, end] = [usize::from(*number), start, end].map(size);
        quote! { (#number, #start, #end) }
    });
    let count = size(meanings.len());
    let groups = quote! { [#(#groups),*] };
    let alone = bits(meanings.iter().filter(|(_, rows)| rows.len() == 1).map(|(&number, _)| number));
    let rows = meanings.values().flatten().copied().map(Literal::u16_unsuffixed);
    quote! {
        numbers: #index,
        groups: [#count, #groups],
        grouped: [#(#rows),*],
        alone: #alone,
    }
}

fn index(krate: &TokenTree, hash: &Hash) -> TokenStream {
    let Hash { multiplier, shifts, rows } = hash;
    let (buckets, slots) = (size(shifts.len()), size(rows.len()));
    let multiplier = Literal::u64_unsuffixed(*multiplier);
    let shifts = shifts.iter().copied().map(Literal::u16_unsuffixed);
    let rows = rows.iter().copied().map(Literal::u16_unsuffixed);
    quote! { [#buckets, #slots, #krate::__private::Index::new(#multiplier, [#(#shifts),*], [#(#rows),*])] }
}

fn section_impls(krate: &TokenTree, section: &Section) -> TokenStream {
    let (name, key) = (ident(&section.type_name()), &section.key.value);
    let variants = section.codes.iter().map(|code| ident(&enums::variant(code)));
    let bits = bits(section.codes.iter().map(|code| code.number.value));
    quote! { #krate::__section! { #name, #key, [#(Self::#variants),*], #bits } }
}

/// A set of numbers: its least one, and a bit for each from there on. `code!` asks it, for that takes a compiler that
/// evaluates it the fewest steps.
fn bits(numbers: impl Iterator<Item = u16> + Clone) -> TokenStream {
    let first = numbers.clone().min().unwrap_or_default();
    let mut words: Vec<u64> = Vec::new();
    for number in numbers {
        let at = usize::from(number - first);
        if words.len() <= at / 64 {
            words.resize(at / 64 + 1, 0);
        }
        if let Some(word) = words.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }
    let first = Literal::u16_unsuffixed(first);
    let words = words.into_iter().map(Literal::u64_unsuffixed);
    quote! { [#first, [#(#words),*]] }
}

fn size(size: usize) -> Literal {
    Literal::usize_unsuffixed(size)
}
