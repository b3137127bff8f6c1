//! Reads any bytes as a table: no panic, every error at a position in the file, no row lost, and an expansion that
//! parses.
//!
//! `.ci/fuzz` runs it, starting from the tables of the tests.
#![no_main]
#![allow(dead_code)]

use libfuzzer_sys::fuzz_target;

// A proc-macro crate exports nothing but its macros, so its stages are compiled into this one.
#[path = "../../amo-codes-macro/src"]
mod stages {
    pub(crate) mod check;
    pub(crate) mod code;
    pub(crate) mod diagnostic;
    pub(crate) mod expand;
    pub(crate) mod input;
    pub(crate) mod load;
    pub(crate) mod model;
    pub(crate) mod parse;
    pub(crate) mod pipeline;
    pub(crate) mod rule;
    pub(crate) mod source;
}
use stages::{check, code, diagnostic, expand, input, load, model, parse, pipeline, rule, source};

fuzz_target!(|bytes: &[u8]| {
    pipeline::invariants::check(bytes);
});
