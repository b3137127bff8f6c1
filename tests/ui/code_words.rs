//! Words that the table does not have, or has in several sections, and arguments that are not words.
#![deny(warnings)]

mod odd {
    amo_codes::amo_codes!("tables/words.toml");
}

use amo_codes::code;

fn main() {
    let _ = code!(onyl in odd::Code);
    let _ = code!(ok in odd::Code);
    let _ = code!(second.type in odd::Code);
    let _ = code!("a.b" in odd::First);
    let _ = code!(-7 in odd::Code);
    let _ = code!(only);
    let _ = code!("only");
}
