//! What `code!` takes, and what it says of a number that is not in the table.

mod billing {
    amo_codes::amo_codes!("tables/whole.toml");
}

use amo_codes::{Code, Leads, Tasks, code};

const UNKNOWN: Code = code!(218_000);
const SHARED: Code = code!(244);

fn main() {
    let _ = code!(239);
    let _ = code!(217 in Tasks);
    let _ = code!(330 in Leads);
    let _ = code!(7 in billing::Code);
    let _ = code!(8 in billing::Refunds);
    match SHARED {
        code!(245) => {}
        _ => {}
    }
    let _ = UNKNOWN;
}
