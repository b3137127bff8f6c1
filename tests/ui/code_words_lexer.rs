//! A word that the lexer of the compiler rejects before any macro sees it. In quotes, it works.

mod odd {
    amo_codes::amo_codes!("tables/words.toml");
}

fn main() {
    let _ = amo_codes::code!("22E01" in odd::Code);
    let _ = amo_codes::code!(2201E in odd::Code);
}
