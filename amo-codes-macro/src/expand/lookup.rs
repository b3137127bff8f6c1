//! The data of a table for the runtime crate's `__table!` and `__section!`: its texts and its indexes.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::{enums, ident};
use crate::hash::{Hash, Key, hash};
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
    let notes = codes.iter().enumerate().filter_map(|(row, code)| Some((size(row), code.note.as_deref()?)));
    let notes = notes.map(|(row, note)| quote! { (#row, #note) });
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
            notes: [#(#notes)*],
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

/// The key of each row, as `Code::__row` makes it.
fn keys(table: &Table) -> Vec<Key> {
    let sections = (0..=u16::MAX).zip(&table.sections);
    sections.flat_map(|(place, section)| section.codes.iter().map(move |code| (place, code.number.value))).collect()
}

/// The rows in the order of their numbers, and an index of the numbers.
fn numbers(krate: &TokenTree, codes: &[&Code]) -> TokenStream {
    let mut meanings: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
    for (row, code) in (0..=u16::MAX).zip(codes) {
        meanings.entry(code.number.value).or_default().push(row);
    }
    let keys: Vec<Key> = meanings.keys().map(|&number| (0, number)).collect();
    let mut hash = hash(&keys);
    let mut start = 0;
    let starts = meanings.values().map(|rows| {
        start += rows.len();
        start - rows.len()
    });
    let starts: Vec<u16> = starts.filter_map(|start| u16::try_from(start).ok()).collect();
    for row in &mut hash.rows {
        *row = starts.get(usize::from(*row)).copied().unwrap_or_default();
    }
    let index = index(krate, &hash);
    let alone = bits(meanings.iter().filter(|(_, rows)| rows.len() == 1).map(|(&number, _)| number));
    let lengths = meanings.values().flat_map(|rows| (1..=u16::try_from(rows.len()).unwrap_or_default()).rev());
    let lengths = small(&lengths.collect::<Vec<_>>());
    let rows = meanings.values().flatten().copied().map(Literal::u16_unsuffixed);
    quote! {
        numbers: #index,
        grouped: [#(#rows),*],
        lengths: [#lengths],
        alone: #alone,
    }
}

/// The index's type arguments, itself, and the rows of its slots.
fn index(krate: &TokenTree, hash: &Hash) -> TokenStream {
    let Hash { factor, shifts, rows } = hash;
    let (buckets, slots) = (size(shifts.len()), size(rows.len()));
    let factor = Literal::u64_unsuffixed(*factor);
    let shifts = shifts.iter().copied().map(Literal::u16_unsuffixed);
    let rows = small(rows);
    quote! { [#buckets, #slots, #krate::__private::Index::new(#factor, [#(#shifts),*]), #rows] }
}

/// The type of as few bytes as these need, and an array of them.
fn small(numbers: &[u16]) -> TokenStream {
    let kind = ident(if numbers.iter().all(|&number| u8::try_from(number).is_ok()) { "u8" } else { "u16" });
    let numbers = numbers.iter().copied().map(Literal::u16_unsuffixed);
    quote! { #kind, [#(#numbers),*] }
}

fn section_impls(krate: &TokenTree, section: &Section) -> TokenStream {
    let (name, key) = (ident(&section.type_name()), &section.key.value);
    let variants = section.codes.iter().map(|code| ident(&enums::variant(code)));
    let numbers = section.codes.iter().map(|code| code.number.value);
    let (slots, bits) = (size(slots(&numbers)), bits(numbers));
    quote! { #krate::__section! { #name, #key, [#(Self::#variants),*], #slots, #bits } }
}

/// How many slots tell these numbers apart by their low bits, a power of two; 1 where that would take too many.
fn slots(numbers: &(impl ExactSizeIterator<Item = u16> + Clone)) -> usize {
    let most = (numbers.len() * 8).max(128);
    let sizes = std::iter::successors(Some(1_usize), |slots| Some(slots * 2)).take_while(|&slots| slots <= most);
    let mut sizes = sizes.filter(|&slots| slots >= numbers.len());
    let fits = |slots: &usize| {
        let mut seen = vec![false; *slots];
        numbers.clone().all(|number| {
            let slot = seen.get_mut(usize::from(number) & (slots - 1));
            slot.is_some_and(|slot| !std::mem::replace(slot, true))
        })
    };
    sizes.find(fits).unwrap_or(1)
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
