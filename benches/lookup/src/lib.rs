//! The lookups of amo-codes beside their peers, on the real table; `benches/run` tells how.

pub mod cases;
pub mod inputs;

/// What the build script wrote: the same table by hand-written matches, derives and phf.
pub mod peers {
    use amo_codes::*;
    include!(concat!(env!("OUT_DIR"), "/peers.rs"));
}
