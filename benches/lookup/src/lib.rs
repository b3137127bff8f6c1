//! The lookups of amo-codes next to their alternatives, on the real table; `benches/run lookups` measures them.

pub mod cases;
pub mod inputs;

/// What the build script writes: the same table as matches by hand, derives and phf maps.
pub mod peers {
    use amo_codes::*;
    include!(concat!(env!("OUT_DIR"), "/peers.rs"));
}
