//! The stages of the macro crate, which exports nothing but its macros.
#![allow(dead_code, missing_docs, clippy::expect_used, reason = "the lints are those of the macro crate")]

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

/// Returns whether the macro accepts this table.
#[must_use]
pub fn is_accepted(table: &str) -> bool {
    let source = source::Source::new(String::new(), String::new(), table);
    pipeline::read(&source).1.all.is_empty()
}

/// Returns the keys of a section, and those of a code.
#[must_use]
pub fn keys() -> [Vec<&'static str>; 2] {
    [parse::SECTION_KEYS.to_vec(), parse::ROW_KEYS.to_vec()]
}

/// Returns the name, the variant and the phrase of every `Advice`.
#[must_use]
pub fn advice() -> [[&'static str; 3]; 6] {
    model::Advice::ALL.map(|advice| [advice.name, advice.variant, advice.phrase])
}
