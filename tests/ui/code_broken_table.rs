//! A `code!` whose row is missing from a table with errors refers to them; the valid rows can be used. A table that cannot be
//! read is one error.

mod billing {
    amo_codes::amo_codes!("tables/one_error.toml");
}
mod missing {
    amo_codes::amo_codes!("missing/codes.toml");
}

use amo_codes::code;
use billing::{Code, Invoices, Section};

const UNPAID: Code = code!(7 in billing::Code);
const MISSING: missing::Code = code!(invoices.7 in missing::Code);

fn main() {
    let _: Invoices = code!(8 in billing::Invoices);
    let _ = (UNPAID, Invoices::NotPaid, Section::Invoices.lookup(9));
    let _ = code!(9 in billing::Code);
    let _ = code!(orders.7 in billing::Code);
    let _ = code!(7 in missing::Code);
    let _ = code!(7 in missing::Invoices).name();
    match MISSING {
        code!(7 in missing::Code) | code!(8 in missing::Code) => {}
        missing::Code::Orders(_) => {}
        _ => {}
    }
    let _ = missing::Section::from_path("/");
}
