//! What `code!` does not take at all.

use amo_codes::code;

fn main() {
    let x = 217;
    let _ = code!();
    let _ = code!(-1);
    let _ = code!(x);
    let _ = code!(217, Leads);
    let _ = code!("217");
    let _ = code!(217.0);
    let _ = code!(217 in Section::Leads);
    let _ = code!(217 in u16);
}
