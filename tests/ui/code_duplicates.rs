//! Two arms with the same code: rustc's own `unreachable pattern`, for types that the user wrote.
#![deny(unreachable_patterns)]

mod billing {
    amo_codes::amo_codes!("tables/valid.toml");
}

use amo_codes::{Tasks, code};

fn own(code: billing::Code) {
    match code {
        code!(invoices.7 in billing::Code) => {}
        code!(refunds.7 in billing::Code) => {}
        code!(invoices.0x7 in billing::Code) => {}
        _ => {}
    }
}

fn typed(code: Tasks) {
    match code {
        code!(244 in Tasks) => {}
        code!(244 in amo_codes::Tasks) => {}
        _ => {}
    }
}

fn main() {
    own(code!(invoices.7 in billing::Code));
    typed(code!(244 in Tasks));
}
