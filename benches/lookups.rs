//! The lookups of amo-codes next to their alternatives, on amoCRM's table, in random order.
//!
//! The floor is the least that a lookup can do: a range check and one load from a list of the results.
#![allow(missing_docs, reason = "the macros of criterion make public functions")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "small numbers"
)]

use std::collections::HashMap;
use std::hint::black_box;

#[allow(clippy::wildcard_imports, reason = "the enums of all sections")]
use amo_codes::*;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

macro_rules! of_tasks {
    ($($section:ident $name:ident $number:tt $key:tt $description:tt;)+) => {
        #[derive(Clone, Copy, num_enum::TryFromPrimitive, strum::FromRepr)]
        #[repr(i64)]
        enum Derived { $($name = $number,)+ }

        fn match_tasks(number: i64) -> Option<Tasks> {
            match number { $($number => Some(Tasks::$name),)+ _ => None }
        }
        static PHF_TASKS: phf::Map<i64, Tasks> = phf::phf_map! { $($number => Tasks::$name,)+ };
    };
}
macro_rules! of_all {
    ($($section:ident $name:ident $number:tt $key:tt $description:tt;)+) => {
        fn match_lookup(section: Section, number: i64) -> Option<Code> {
            match (section, number) { $((Section::$section, $number) => Some(Code::$section($section::$name)),)+ _ => None }
        }
        fn match_description(code: Code) -> &'static str {
            match code { $(Code::$section($section::$name) => $description,)+ _ => "" }
        }
        static PHF_LOOKUP: phf::Map<i64, Code> = phf::phf_map! { $($key => Code::$section($section::$name),)+ };
        static PHF_DESCRIPTION: phf::Map<i64, &str> = phf::phf_map! { $($key => $description,)+ };
    };
}
include!(concat!(env!("OUT_DIR"), "/rows.rs"));

/// How many inputs an iteration looks up: enough that a branch predictor cannot learn their order.
const LEN: usize = 16_384;

/// One number for a section and a number of amoCRM's table.
fn key(section: Section, number: i64) -> i64 {
    (section as i64) << 11 | number
}

/// What is looked up: a number in a section or, by the getters, a code.
struct Input {
    section: Section,
    number: i64,
    code: Code,
}

/// A lookup, with numbers that it finds (hits), numbers near them that it does not find (misses), and both (mix).
struct Lookup<'a>(&'a mut Criterion, Vec<(String, Vec<Input>)>);

impl<'a> Lookup<'a> {
    fn new(criterion: &'a mut Criterion, name: &str, codes: &[Code], kinds: &[&str]) -> Self {
        // xorshift64: the same order in every run.
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut random = |end: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 33) as usize % end
        };
        let mut input = |kind: &str| loop {
            let code = codes[random(codes.len())];
            let (is_hit, near) = (kind == "hits" || kind == "mix" && random(2) == 0, 90 + random(360) as i64);
            let number = if is_hit { code.number() } else { near };
            if code.section().lookup(number).is_some() == is_hit {
                break Input { section: code.section(), number, code };
            }
        };
        let inputs = |kind: &&str| (format!("{name}/{kind}"), (0..LEN).map(|_| input(kind)).collect());
        Self(criterion, kinds.iter().map(inputs).collect())
    }

    fn case<T>(&mut self, name: &str, find: impl Fn(&Input) -> T) {
        for (kind, inputs) in &self.1 {
            let mut group = self.0.benchmark_group(kind);
            group.throughput(Throughput::Elements(LEN as u64));
            group.bench_function(name, |bencher| bencher.iter(|| each(inputs, &find)));
        }
    }

    /// The cases that find a value by a key.
    fn keyed<T: Copy>(&mut self, phf: &'static phf::Map<i64, T>, key: impl Fn(&Input) -> i64) {
        let hash_map: HashMap<i64, T> = phf.entries().map(|(&key, &value)| (key, value)).collect();
        let mut sorted: Vec<(i64, T)> = hash_map.clone().into_iter().collect();
        sorted.sort_unstable_by_key(|&(key, _)| key);
        let mut floor = [None; 10 << 11];
        for &(key, value) in &sorted {
            floor[key as usize] = Some(value);
        }
        self.case("floor", |input| floor.get(key(input) as usize).copied().flatten());
        self.case("phf", |input| phf.get(&key(input)).copied());
        self.case("sorted array", |input| {
            let index = sorted.binary_search_by_key(&key(input), |&(key, _)| key);
            index.ok().map(|index| sorted[index].1)
        });
        self.case("HashMap", |input| hash_map.get(&key(input)).copied());
    }
}

/// An iteration; `benches/run` counts the instructions of this function and of what it calls.
#[inline(never)]
fn each<T>(inputs: &[Input], find: &impl Fn(&Input) -> T) {
    for input in inputs {
        black_box(one(input, find));
    }
}

/// Not inlined, so that every case has the same loop.
#[inline(never)]
fn one<T>(input: &Input, find: &impl Fn(&Input) -> T) -> T {
    find(input)
}

fn from_number(criterion: &mut Criterion) {
    let mut lookup = Lookup::new(criterion, "from_number", Section::Tasks.codes(), &["hits", "misses", "mix"]);
    lookup.case("amo-codes", |input| Tasks::from_number(input.number));
    lookup.case("match", |input| match_tasks(input.number));
    lookup.case("num_enum", |input| Derived::try_from(input.number).ok());
    lookup.case("strum", |input| Derived::from_repr(input.number));
    lookup.keyed(&PHF_TASKS, |input| input.number);
}

fn lookup(criterion: &mut Criterion) {
    let mut lookup = Lookup::new(criterion, "lookup", Code::ALL, &["hits", "misses", "mix"]);
    lookup.case("amo-codes", |input| input.section.lookup(input.number));
    lookup.case("match", |input| match_lookup(input.section, input.number));
    lookup.keyed(&PHF_LOOKUP, |input| key(input.section, input.number));
}

/// A getter finds the row of its code, which is always there.
fn description(criterion: &mut Criterion) {
    let mut lookup = Lookup::new(criterion, "description", Code::ALL, &["hits"]);
    lookup.case("amo-codes", |input| input.code.description());
    lookup.case("match", |input| match_description(input.code));
    lookup.keyed(&PHF_DESCRIPTION, |input| key(input.code.section(), input.code.number()));
}

criterion_group!(benches, from_number, lookup, description);
criterion_main!(benches);
