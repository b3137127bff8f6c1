//! Reads any bytes as a table: no panic, every error at a position in the file, and no row lost.
//!
//! `.ci/fuzz` runs it, starting from the tables of the tests.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = amo_codes_table::invariants::check(bytes);
});
