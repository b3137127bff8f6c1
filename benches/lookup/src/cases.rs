//! Every case: a function that is not inlined, and a loop of its own that calls it.

use std::collections::HashMap;
use std::hint::black_box;
use std::sync::LazyLock;

use amo_codes::{Code, HttpStatus, ParseError, Section, Tasks};
use strum::EnumProperty;

use crate::inputs::Inputs;
use crate::peers::{
    Address, Derived, Flat, PHF_ADDRESS, PHF_DESCRIPTION, PHF_LOOKUP, PHF_MEANINGS, PHF_STATUS, PHF_TASKS,
    match_address, match_description, match_lookup, match_meanings, match_number, match_section, match_status,
    match_tasks,
};

/// A case with its name and its loop.
pub struct Case {
    pub group: &'static str,
    pub name: &'static str,
    pub run: fn(&Inputs),
}

/// Groups of cases: what a group's function takes, where its inputs are, what it gives, and its cases. A case may take
/// another field of the inputs, where its code type is another.
macro_rules! groups {
    ($($group:ident { $($name:ident: |$input:ident: $field:ident as $in:ty| -> $out:ty $body:block)+ })+) => {
        $(pub mod $group {
            use super::*;
            $(pub mod $name {
                use super::*;

                #[inline(never)]
                pub fn probe($input: $in) -> $out $body

                #[inline(never)]
                pub fn run(inputs: &Inputs) {
                    // Keeps the compiler from folding two loops into one, whose name would then be missing.
                    black_box(concat!(stringify!($group), stringify!($name)));
                    for input in &inputs.$field {
                        let _ = black_box(probe(input.into_input()));
                    }
                }
            })+
        })+

        pub const ALL: &[Case] = &[
            $($(Case { group: stringify!($group), name: stringify!($name), run: $group::$name::run },)+)+
        ];
    };
}

/// How a stored input is handed over.
trait IntoInput<'a, T> {
    fn into_input(&'a self) -> T;
}
impl<T: Copy> IntoInput<'_, T> for T {
    fn into_input(&self) -> T {
        *self
    }
}
impl<'a> IntoInput<'a, &'a str> for String {
    fn into_input(&'a self) -> &'a str {
        self
    }
}

fn key(code: Code) -> u32 {
    pair(code.section(), code.as_u16())
}

fn pair(section: Section, number: u16) -> u32 {
    (section as u32) << 16 | u32::from(number)
}

fn sorted<K: Ord + Copy, V: Copy>(pairs: impl Iterator<Item = (K, V)>) -> Vec<(K, V)> {
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_by_key(|&(key, _)| key);
    pairs.dedup_by_key(|(key, _)| *key);
    pairs
}

fn find<K: Ord + Copy, V: Copy>(pairs: &[(K, V)], key: K) -> Option<V> {
    pairs.binary_search_by_key(&key, |&(key, _)| key).ok().map(|place| pairs[place].1)
}

fn tasks() -> impl Iterator<Item = (u16, Tasks)> {
    Tasks::ALL.iter().map(|&code| (code.as_u16(), code))
}
fn codes() -> impl Iterator<Item = (u32, Code)> {
    Code::ALL.iter().map(|&code| (key(code), code))
}
fn meanings() -> impl Iterator<Item = (u16, &'static [Code])> {
    Code::ALL.iter().map(|code| (code.as_u16(), Code::meanings(code.as_u16())))
}
fn texts() -> impl Iterator<Item = (u32, &'static str)> {
    Code::ALL.iter().map(|&code| (key(code), code.description()))
}
fn statuses() -> impl Iterator<Item = (u32, HttpStatus)> {
    Code::ALL.iter().filter_map(|&code| Some((key(code), code.http_status()?)))
}
fn addresses() -> impl Iterator<Item = (&'static str, Code)> {
    Code::ALL.iter().map(|&code| (&*format!("{}.{}", code.section(), code.as_u16()).leak(), code))
}

macro_rules! tables {
    ($($sorted:ident, $hashed:ident: <$key:ty, $value:ty> = $pairs:ident;)+) => {
        $(
            static $sorted: LazyLock<Vec<($key, $value)>> = LazyLock::new(|| sorted($pairs()));
            static $hashed: LazyLock<HashMap<$key, $value>> = LazyLock::new(|| $pairs().collect());
        )+
        /// Fills every table that is filled at run time.
        pub fn fill() {
            $(LazyLock::force(&$sorted); LazyLock::force(&$hashed);)+
        }
    };
}

tables! {
    SORTED_TASKS, HASHED_TASKS: <u16, Tasks> = tasks;
    SORTED_CODES, HASHED_CODES: <u32, Code> = codes;
    SORTED_MEANINGS, HASHED_MEANINGS: <u16, &'static [Code]> = meanings;
    SORTED_TEXTS, HASHED_TEXTS: <u32, &'static str> = texts;
    SORTED_STATUSES, HASHED_STATUSES: <u32, HttpStatus> = statuses;
    SORTED_ADDRESSES, HASHED_ADDRESSES: <&'static str, Code> = addresses;
}

/// The floors' tables: by number, as long as the numbers of the inputs.
const TOP: usize = 512;

/// Tables by number, filled from the rows: the value of a number that has none, and that of a row's code.
macro_rules! floors {
    ($($floor:ident: $value:ty = $nothing:expr, |$code:ident| $of_code:expr;)+) => {
        $(static $floor: [$value; TOP] = {
            let mut table: [$value; TOP] = [$nothing; TOP];
            let mut row = 0;
            while row < Code::ALL.len() {
                let $code = Code::ALL[row];
                table[$code.as_u16() as usize % TOP] = $of_code;
                row += 1;
            }
            table
        };)+
    };
}

floors! {
    FLOOR_TASKS: Option<Tasks> = None, |code| Tasks::from_u16(code.as_u16());
    FLOOR_MEANINGS: &[Code] = &[], |code| Code::meanings(code.as_u16());
    FLOOR_TEXTS: &str = "", |code| code.description();
    FLOOR_STATUSES: Option<HttpStatus> = None, |code| code.http_status();
    FLOOR_NUMBERS: u16 = 0, |code| code.as_u16();
    FLOOR_SECTIONS: Section = Section::Other, |code| code.section();
}

static FLOOR_KEYS: [[Option<Code>; TOP]; 10] = {
    let mut table = [[None; TOP]; 10];
    let mut row = 0;
    while row < Code::ALL.len() {
        let code = Code::ALL[row];
        table[code.section() as usize][code.as_u16() as usize % TOP] = Some(code);
        row += 1;
    }
    table
};

groups! {
    number_to_code_of_one_section {
        empty_call: |_n: tasks as u16| -> () { black_box(()) }
        floor: |n: tasks as u16| -> Option<Tasks> { FLOOR_TASKS.get(usize::from(n)).copied().flatten() }
        ours: |n: tasks as u16| -> Option<Tasks> { Tasks::from_u16(n) }
        hand_match: |n: tasks as u16| -> Option<Tasks> { match_tasks(n) }
        num_enum: |n: tasks as u16| -> Option<Derived> { Derived::try_from(n).ok() }
        strum: |n: tasks as u16| -> Option<Derived> { Derived::from_repr(n) }
        phf: |n: tasks as u16| -> Option<Tasks> { PHF_TASKS.get(&n).copied() }
        sorted_array: |n: tasks as u16| -> Option<Tasks> { find(&SORTED_TASKS, n) }
        hash_map: |n: tasks as u16| -> Option<Tasks> { HASHED_TASKS.get(&n).copied() }
    }
    section_and_number_to_code {
        empty_call: |_k: keys as (Section, u16)| -> () { black_box(()) }
        floor: |k: keys as (Section, u16)| -> Option<Code> { FLOOR_KEYS[k.0 as usize].get(usize::from(k.1)).copied().flatten() }
        ours: |k: keys as (Section, u16)| -> Option<Code> { k.0.lookup(k.1) }
        hand_match: |k: keys as (Section, u16)| -> Option<Code> { match_lookup(k.0, k.1) }
        phf: |k: keys as (Section, u16)| -> Option<Code> { PHF_LOOKUP.get(&pair(k.0, k.1)).copied() }
        sorted_array: |k: keys as (Section, u16)| -> Option<Code> { find(&SORTED_CODES, pair(k.0, k.1)) }
        hash_map: |k: keys as (Section, u16)| -> Option<Code> { HASHED_CODES.get(&pair(k.0, k.1)).copied() }
    }
    number_to_meanings {
        empty_call: |_n: numbers as u16| -> () { black_box(()) }
        floor: |n: numbers as u16| -> &'static [Code] { FLOOR_MEANINGS.get(usize::from(n)).copied().unwrap_or_default() }
        ours: |n: numbers as u16| -> &'static [Code] { Code::meanings(n) }
        hand_match: |n: numbers as u16| -> &'static [Code] { match_meanings(n) }
        phf: |n: numbers as u16| -> &'static [Code] { PHF_MEANINGS.get(&n).copied().unwrap_or_default() }
        sorted_array: |n: numbers as u16| -> &'static [Code] { find(&SORTED_MEANINGS, n).unwrap_or_default() }
        hash_map: |n: numbers as u16| -> &'static [Code] { HASHED_MEANINGS.get(&n).copied().unwrap_or_default() }
    }
    code_to_description {
        empty_call: |_c: codes as Code| -> () { black_box(()) }
        floor: |c: codes as Code| -> &'static str { FLOOR_TEXTS.get(usize::from(c.as_u16())).copied().unwrap_or_default() }
        ours: |c: codes as Code| -> &'static str { c.description() }
        hand_match: |c: codes as Code| -> &'static str { match_description(c) }
        strum: |c: flat as Flat| -> &'static str { c.into() }
        phf: |c: codes as Code| -> &'static str { PHF_DESCRIPTION.get(&key(c)).copied().unwrap_or_default() }
        sorted_array: |c: codes as Code| -> &'static str { find(&SORTED_TEXTS, key(c)).unwrap_or_default() }
        hash_map: |c: codes as Code| -> &'static str { HASHED_TEXTS.get(&key(c)).copied().unwrap_or_default() }
    }
    code_to_http_status {
        empty_call: |_c: codes as Code| -> () { black_box(()) }
        floor: |c: codes as Code| -> Option<HttpStatus> { FLOOR_STATUSES.get(usize::from(c.as_u16())).copied().flatten() }
        ours: |c: codes as Code| -> Option<HttpStatus> { c.http_status() }
        hand_match: |c: codes as Code| -> Option<HttpStatus> { match_status(c) }
        strum: |c: flat as Flat| -> Option<i64> { c.get_int("status") }
        phf: |c: codes as Code| -> Option<u16> { PHF_STATUS.get(&key(c)).copied() }
        sorted_array: |c: codes as Code| -> Option<HttpStatus> { find(&SORTED_STATUSES, key(c)) }
        hash_map: |c: codes as Code| -> Option<HttpStatus> { HASHED_STATUSES.get(&key(c)).copied() }
    }
    code_to_section {
        empty_call: |_c: codes as Code| -> () { black_box(()) }
        floor: |c: codes as Code| -> Section { FLOOR_SECTIONS.get(usize::from(c.as_u16())).copied().unwrap_or(Section::Other) }
        ours: |c: codes as Code| -> Section { c.section() }
        hand_match: |c: codes as Code| -> Section { match_section(c) }
    }
    code_to_number {
        empty_call: |_c: codes as Code| -> () { black_box(()) }
        floor: |c: codes as Code| -> u16 { FLOOR_NUMBERS.get(usize::from(c.as_u16())).copied().unwrap_or_default() }
        ours: |c: codes as Code| -> u16 { c.as_u16() }
        hand_match: |c: codes as Code| -> u16 { match_number(c) }
    }
    text_to_code {
        empty_call: |_a: addresses as &str| -> () { black_box(()) }
        ours: |a: addresses as &str| -> Result<Code, ParseError> { a.parse() }
        hand_match: |a: addresses as &str| -> Option<Code> { match_address(a) }
        strum: |a: addresses as &str| -> Result<Address, ::strum::ParseError> { a.parse() }
        phf: |a: addresses as &str| -> Option<Code> { PHF_ADDRESS.get(a).copied() }
        sorted_array: |a: addresses as &str| -> Option<Code> { SORTED_ADDRESSES.binary_search_by_key(&a, |pair| pair.0).ok().map(|place| SORTED_ADDRESSES[place].1) }
        hash_map: |a: addresses as &str| -> Option<Code> { HASHED_ADDRESSES.get(a).copied() }
    }
}
