//! The program that `.ci/editor` opens: it hovers over numbers and variants here.

mod billing {
    amo_codes::amo_codes!("billing.toml");
}
mod rpc {
    amo_codes::amo_codes!("rpc.toml");
}
use amo_codes::{Code, Tasks, code};

macro_rules! through {
    ($number:literal in $path:path) => {
        code!($number in $path)
    };
}

const PARAMETERS: Code = code!(217);

fn main() {
    let lead = amo_codes::Tasks::AddLeadForbidden;
    let parameters = amo_codes::Leads::UpdateLeadsParametersRequired;
    let unpaid = billing::Invoices::NotPaid;
    let last = billing::Invoices::Last;
    match code!(tasks.244) {
        code!(0xD9) | PARAMETERS => println!("{lead} {parameters} {unpaid} {last}"),
        code!(tasks.244u16) => {}
        _ => {}
    }
    let typed: Tasks = code!(244 in Tasks);
    let qualified = code!(244 in amo_codes::Tasks);
    let address = code!(invoices.7 in billing::Code);
    let own = code!(7 in billing::Invoices);
    let bare = code!(217 in Code);
    let unique = code!(65535 in billing::Code);
    let passed = through!(65535 in billing::Code);
    let params = rpc::Rpc::InvalidParams;
    let negative = code!(-32602 in rpc::Code);
}
