//! amoCRM's own table: the expansion of `codes.toml`, with the examples that the data alone cannot give.

#![allow(clippy::trivially_copy_pass_by_ref, reason = "why `description` is by reference stands with it")]

crate::amo_codes!();
