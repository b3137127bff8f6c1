//! The data of a table for the runtime crate's `__table!` and `__section!`: its texts and its indexes.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::{enums, ident};
use crate::hash::{Hash, Key, hash};
use crate::model::{Row, Section, Table};

pub(super) fn lookup(krate: &TokenTree, table: &Table) -> TokenStream {
    let rows = table.rows();
    let count = size(rows.len());
    let last = table.sections.last().map(|section| ident(&section.type_name()));
    let (sections, paths, notes) = (sections(table), paths(table), notes(&rows));
    let (mut names, mut descriptions, mut statuses, mut advice) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for Row { code, .. } in &rows {
        names.push(enums::variant(code));
        descriptions.push(&code.text);
        statuses.push(code.http.unwrap_or_default());
        advice.push(code.advice.place);
    }
    let (statuses, advice) = (array(&statuses), array(&advice));
    let index = index(krate, &hash(&keys(table)));
    let numbers = numbers(krate, &table.by_number());
    let impls = table.sections.iter().map(|section| section_impls(krate, section));
    quote! {
        #krate::__table! {
            sections: [#sections],
            last: #last,
            paths: [#paths],
            count: #count,
            names: [#(#names),*],
            descriptions: [#(#descriptions),*],
            notes: [#notes],
            statuses: #statuses,
            advice: #advice,
            index: #index,
            #numbers
        }
        #(#impls)*
    }
}

/// Each section with its key, its title and where its rows begin and end.
fn sections(table: &Table) -> TokenStream {
    let (mut sections, mut start) = (TokenStream::new(), 0);
    for section in &table.sections {
        let end = start + section.codes.len();
        let (name, key, title) = (ident(&section.type_name()), &section.key.value, &section.title);
        let (from, to) = (size(start), size(end));
        sections.extend(quote! { (#name, #key, #title, #from, #to) });
        start = end;
    }
    sections
}

/// Each path with the section that answers requests to it.
fn paths(table: &Table) -> TokenStream {
    let mut paths = TokenStream::new();
    for section in &table.sections {
        let owner = ident(&section.type_name());
        for path in &section.paths {
            let path = &path.value;
            paths.extend(quote! { (#path, #owner) });
        }
    }
    paths
}

/// Each note with its row.
fn notes(rows: &[Row<'_>]) -> TokenStream {
    let mut notes = TokenStream::new();
    for row in rows {
        if let Some(note) = &row.code.note {
            let row = size(row.place);
            notes.extend(quote! { (#row, #note) });
        }
    }
    notes
}

/// The key of each row, as `Code::__row` makes it.
fn keys(table: &Table) -> Vec<Key> {
    let mut keys = Vec::new();
    for (place, section) in (0..=u16::MAX).zip(&table.sections) {
        keys.extend(section.codes.iter().map(|code| (place, code.number.value)));
    }
    keys
}

/// The rows in the order of their numbers, and an index of the numbers.
fn numbers(krate: &TokenTree, rows: &[Row<'_>]) -> TokenStream {
    let (mut keys, mut starts, mut lengths, mut alone) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for meanings in rows.chunk_by(|one, other| one.number() == other.number()) {
        let number = meanings.first().map(Row::number).unwrap_or_default();
        keys.push((0, number));
        starts.push(narrow(lengths.len()));
        lengths.extend((1..=narrow(meanings.len())).rev());
        if meanings.len() == 1 {
            alone.push(number);
        }
    }
    let mut hash = hash(&keys);
    for row in &mut hash.rows {
        *row = starts.get(usize::from(*row)).copied().unwrap_or_default();
    }
    let longest = size(lengths.iter().copied().max().unwrap_or_default().into());
    let (index, alone, lengths) = (index(krate, &hash), bits(&alone), small(&lengths));
    let mut places = Vec::new();
    for row in rows {
        places.push(narrow(row.place));
    }
    let places = array(&places);
    quote! {
        numbers: #index,
        grouped: #places,
        lengths: [#longest, #lengths],
        alone: #alone,
    }
}

/// The index's type arguments, itself, and the rows of its slots.
fn index(krate: &TokenTree, hash: &Hash) -> TokenStream {
    let Hash { factor, shifts, rows } = hash;
    let (buckets, slots) = (size(shifts.len()), size(rows.len()));
    let factor = Literal::u64_unsuffixed(*factor);
    let (shifts, rows) = (array(shifts), small(rows));
    quote! { [#buckets, #slots, #krate::__private::Index::new(#factor, #shifts), #rows] }
}

/// The type of as few bytes as these need, and an array of them.
fn small(numbers: &[u16]) -> TokenStream {
    let kind = ident(if numbers.iter().all(|&number| number <= u8::MAX.into()) { "u8" } else { "u16" });
    let numbers = array(numbers);
    quote! { #kind, #numbers }
}

fn section_impls(krate: &TokenTree, section: &Section) -> TokenStream {
    let (name, key) = (ident(&section.type_name()), &section.key.value);
    let (mut variants, mut numbers) = (Vec::new(), Vec::new());
    for code in &section.codes {
        variants.push(ident(&enums::variant(code)));
        numbers.push(code.number.value);
    }
    let (slots, bits, numbers) = (size(slots(&numbers)), bits(&numbers), array(&numbers));
    quote! { #krate::__section! { #name, #key, [#(Self::#variants),*], #numbers, #slots, #bits } }
}

/// How many slots tell these numbers apart by their low bits, a power of two; 1 where that would take too many.
fn slots(numbers: &[u16]) -> usize {
    let most = (numbers.len() * 8).max(128);
    let mut slots = numbers.len().next_power_of_two();
    while slots <= most {
        let mut taken = vec![false; slots];
        let mut is_free = |slot| taken.get_mut(slot).is_some_and(|slot| !std::mem::replace(slot, true));
        if numbers.iter().all(|&number| is_free(usize::from(number) & (slots - 1))) {
            return slots;
        }
        slots *= 2;
    }
    1
}

/// A set of numbers: how many bytes it has, and these, a bit for each number from 0 on. `code!` asks it, for that takes a
/// compiler that evaluates it the fewest steps.
fn bits(numbers: &[u16]) -> TokenStream {
    let mut bytes: Vec<u8> = Vec::new();
    for number in numbers {
        let place = usize::from(number / 8);
        if bytes.len() <= place {
            bytes.resize(place + 1, 0);
        }
        if let Some(byte) = bytes.get_mut(place) {
            *byte |= 1 << (number % 8);
        }
    }
    let (len, bytes) = (size(bytes.len()), Literal::byte_string(&bytes));
    quote! { [#len, #bytes] }
}

/// An array of numbers whose type is told by where it stands.
fn array<N: Copy + Into<u64>>(numbers: &[N]) -> TokenStream {
    let mut literals = Vec::new();
    for &number in numbers {
        literals.push(Literal::u64_unsuffixed(number.into()));
    }
    quote! { [#(#literals),*] }
}

fn size(size: usize) -> Literal {
    Literal::usize_unsuffixed(size)
}

/// A place or a length; a table has no more rows than fit.
fn narrow(size: usize) -> u16 {
    u16::try_from(size).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::slots;

    #[test]
    fn as_many_slots_as_tell_the_numbers_apart_or_one() {
        assert_eq!(slots(&[7]), 1);
        assert_eq!(slots(&[7, 2002]), 2);
        assert_eq!(slots(&[0, 64]), 128);
        assert_eq!(slots(&[0, 128]), 1);
        let many: Vec<u16> = (0..32).chain([128]).collect();
        assert_eq!(slots(&many), 256);
    }
}
