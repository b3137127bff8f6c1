//! Arguments that `amo_codes!` does not accept.

mod number {
    amo_codes::amo_codes!(7);

    const UNPAID: Code = amo_codes::code!(7 in self::Code);
}
mod word {
    amo_codes::amo_codes!(codes);
}
mod two {
    amo_codes::amo_codes!("tables/valid.toml", "tables/valid.toml");
}

fn main() {}
