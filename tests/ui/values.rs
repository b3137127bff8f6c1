//! Values of the wrong type or out of range.

mod value_type {
    amo_codes::amo_codes!("tables/value_type.toml");
}
mod http_range {
    amo_codes::amo_codes!("tables/http_range.toml");
}
mod known_advice {
    amo_codes::amo_codes!("tables/known_advice.toml");
}

fn main() {}
