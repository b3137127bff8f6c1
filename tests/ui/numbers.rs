//! Keys that are no number of a code.

mod plain_number {
    amo_codes::amo_codes!("tables/plain_number.toml");
}

fn main() {}
