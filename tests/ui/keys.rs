//! Keys that are unknown, missing or blank.

mod known_key {
    amo_codes::amo_codes!("tables/known_key.toml");
}
mod key_present {
    amo_codes::amo_codes!("tables/key_present.toml");
}
mod not_blank {
    amo_codes::amo_codes!("tables/not_blank.toml");
}

fn main() {}
