//! The lookups of amo-codes next to their alternatives, on the real table; `benches/run lookups` measures them.

pub mod cases;
pub mod inputs;

/// The alternatives that the build script generates: hand-written matches, derives and phf maps.
pub mod alternatives {
    use amo_codes::*;
    include!(concat!(env!("OUT_DIR"), "/alternatives.rs"));
}
