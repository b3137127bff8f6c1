//! amoCRM's own table: the expansion of `codes.toml`, with the examples that the data alone cannot give.

crate::amo_codes!();
