//! Words that `code!` does not know, or knows more than once; and one that the lexer of the compiler rejects without quotes.
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
