//! One fault gives one error: what is whole in the table is there for its users.

mod billing {
    amo_codes::amo_codes!("tables/one_fault.toml");
}

use amo_codes::code;
use billing::{Code, Invoices, Section};

const UNPAID: Code = code!(7 in billing::Code);

fn main() {
    let _: Invoices = code!(8 in Invoices);
    let _ = (UNPAID, Invoices::NotPaid, Section::Invoices.lookup(9));
}
