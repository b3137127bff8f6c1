//! Every case: a function that is not inlined, and its own loop that calls it.

use std::collections::HashMap;
use std::hint::black_box;
use std::sync::LazyLock;

use amo_codes::{Code, Section, Tasks};

use crate::inputs::Inputs;
use crate::alternatives::{
    Derived, PHF_DESCRIPTION, PHF_LOOKUP, PHF_MEANINGS, PHF_TASKS, match_description, match_lookup, match_meanings,
    match_tasks,
};

/// A case with its name and its loop.
pub struct Case {
    pub group: &'static str,
    pub name: &'static str,
    pub run: fn(&Inputs),
}

/// Groups of cases: the inputs of a group, and its cases with what they return.
macro_rules! groups {
    ($($group:ident: |$input:ident: $field:ident as $in:ty| { $($name:ident: $out:ty = $body:expr;)+ })+) => {
        $(pub mod $group {
            use super::*;
            $(pub mod $name {
                use super::*;

                #[inline(never)]
                pub fn probe($input: $in) -> $out {
                    $body
                }

                #[inline(never)]
                pub fn run(inputs: &Inputs) {
                    // Keeps the compiler from folding two loops into one, whose name would then be missing.
                    black_box(concat!(stringify!($group), stringify!($name)));
                    for &input in &inputs.$field {
                        let _ = black_box(probe(input));
                    }
                }
            })+
        })+

        pub const ALL: &[Case] = &[
            $($(Case { group: stringify!($group), name: stringify!($name), run: $group::$name::run },)+)+
        ];
    };
}

fn key(section: Section, number: i64) -> i64 {
    (section as i64) << 32 | number
}

fn key_of(code: Code) -> i64 {
    key(code.section(), code.number())
}

fn sorted<K: Ord + Copy, V: Copy>(pairs: impl Iterator<Item = (K, V)>) -> Vec<(K, V)> {
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_by_key(|&(key, _)| key);
    pairs.dedup_by_key(|(key, _)| *key);
    pairs
}

fn find<K: Ord + Copy, V: Copy>(pairs: &[(K, V)], key: K) -> Option<V> {
    pairs.binary_search_by_key(&key, |&(key, _)| key).ok().map(|index| pairs[index].1)
}

fn tasks() -> impl Iterator<Item = (i64, Tasks)> {
    Tasks::ALL.iter().map(|&code| (code.number(), code))
}
fn codes() -> impl Iterator<Item = (i64, Code)> {
    Code::ALL.iter().map(|&code| (key_of(code), code))
}
fn meanings() -> impl Iterator<Item = (i64, &'static [Code])> {
    Code::ALL.iter().map(|code| (code.number(), Code::by_number(code.number())))
}
fn descriptions() -> impl Iterator<Item = (i64, &'static str)> {
    Code::ALL.iter().map(|&code| (key_of(code), code.description()))
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
    SORTED_TASKS, HASHED_TASKS: <i64, Tasks> = tasks;
    SORTED_CODES, HASHED_CODES: <i64, Code> = codes;
    SORTED_MEANINGS, HASHED_MEANINGS: <i64, &'static [Code]> = meanings;
    SORTED_DESCRIPTIONS, HASHED_DESCRIPTIONS: <i64, &'static str> = descriptions;
}

/// The size of the floors' tables, a power of two: larger numbers share an entry with others.
const TOP: usize = 512;

/// The least that a lookup can do: a range check and one load from a table of the results.
macro_rules! floors {
    ($($floor:ident: $value:ty = $nothing:expr, |$code:ident| $of_code:expr;)+) => {
        $(static $floor: [$value; TOP] = {
            let mut table: [$value; TOP] = [$nothing; TOP];
            let mut row = 0;
            while row < Code::ALL.len() {
                let $code = Code::ALL[row];
                table[$code.number() as usize % TOP] = $of_code;
                row += 1;
            }
            table
        };)+
    };
}

floors! {
    FLOOR_TASKS: Option<Tasks> = None, |code| Tasks::from_number(code.number());
    FLOOR_MEANINGS: &[Code] = &[], |code| Code::by_number(code.number());
    FLOOR_DESCRIPTIONS: &str = "", |code| code.description();
}

static FLOOR_CODES: [[Option<Code>; TOP]; 10] = {
    let mut table = [[None; TOP]; 10];
    let mut row = 0;
    while row < Code::ALL.len() {
        let code = Code::ALL[row];
        table[code.section() as usize][code.number() as usize % TOP] = Some(code);
        row += 1;
    }
    table
};

groups! {
    from_number: |number: tasks as i64| {
        floor: Option<Tasks> = FLOOR_TASKS.get(number as usize).copied().flatten();
        ours: Option<Tasks> = Tasks::from_number(number);
        hand_match: Option<Tasks> = match_tasks(number);
        num_enum: Option<Derived> = Derived::try_from(number).ok();
        strum: Option<Derived> = Derived::from_repr(number);
        phf: Option<Tasks> = PHF_TASKS.get(&number).copied();
        sorted_array: Option<Tasks> = find(&SORTED_TASKS, number);
        hash_map: Option<Tasks> = HASHED_TASKS.get(&number).copied();
    }
    lookup: |pair: pairs as (Section, i64)| {
        floor: Option<Code> = FLOOR_CODES[pair.0 as usize].get(pair.1 as usize).copied().flatten();
        ours: Option<Code> = pair.0.lookup(pair.1);
        hand_match: Option<Code> = match_lookup(pair.0, pair.1);
        phf: Option<Code> = PHF_LOOKUP.get(&key(pair.0, pair.1)).copied();
        sorted_array: Option<Code> = find(&SORTED_CODES, key(pair.0, pair.1));
        hash_map: Option<Code> = HASHED_CODES.get(&key(pair.0, pair.1)).copied();
    }
    by_number: |number: numbers as i64| {
        floor: &'static [Code] = FLOOR_MEANINGS.get(number as usize).copied().unwrap_or_default();
        ours: &'static [Code] = Code::by_number(number);
        hand_match: &'static [Code] = match_meanings(number);
        phf: &'static [Code] = PHF_MEANINGS.get(&number).copied().unwrap_or_default();
        sorted_array: &'static [Code] = find(&SORTED_MEANINGS, number).unwrap_or_default();
        hash_map: &'static [Code] = HASHED_MEANINGS.get(&number).copied().unwrap_or_default();
    }
    description: |code: codes as Code| {
        floor: &'static str = FLOOR_DESCRIPTIONS.get(code.number() as usize).copied().unwrap_or_default();
        ours: &'static str = code.description();
        hand_match: &'static str = match_description(code);
        phf: &'static str = PHF_DESCRIPTION.get(&key_of(code)).copied().unwrap_or_default();
        sorted_array: &'static str = find(&SORTED_DESCRIPTIONS, key_of(code)).unwrap_or_default();
        hash_map: &'static str = HASHED_DESCRIPTIONS.get(&key_of(code)).copied().unwrap_or_default();
    }
}
