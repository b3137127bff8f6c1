//! Keys that are not code numbers.

mod plain_number {
    amo_codes::amo_codes!("tables/plain_number.toml");
}

fn main() {}
