//! The first twenty errors are shown, the others counted.

mod many {
    amo_codes::amo_codes!("tables/many.toml");
}

fn main() {}
