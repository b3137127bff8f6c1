//! What `amo_codes!` takes.

mod number {
    amo_codes::amo_codes!(7);
}
mod word {
    amo_codes::amo_codes!(codes);
}
mod two {
    amo_codes::amo_codes!("tables/whole.toml", "tables/whole.toml");
}

fn main() {}
