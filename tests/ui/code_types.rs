//! Sections and types that `code!` does not know; each call is one error, at the name.

mod billing {
    amo_codes::amo_codes!("tables/valid.toml");
}

use amo_codes::{Tasks, code};
use billing::Invoices;

type Task = Tasks;

fn main() {
    let _ = code!(task.244);
    let _ = code!(orders.7);
    let _ = code!(invoice.7 in billing::Code);
    let _ = code!(244 in Task);
    let _ = code!(7 in Invoices);
    let _ = code!(7 in billing::Invoice);
    let _ = code!(7 in billing::Orders);
    let _ = code!(7 in Code);
    let _ = code!(tasks.244 in Leads);
    let _ = code!(invoices.7 in billing::Refunds);
    let _: Invoices = code!(244 in Tasks);
    let _ = code!(217 in u16);
    let _ = code!(217 in _);
    let _ = code!(217 in Section);
    let _ = code!(217 in Section::Leads);
    let _ = code!(7 in nowhere::Code);
}

impl Invoices {
    const FIRST: Self = code!(7 in Self);
}
