#![deny(warnings)]

mod billing {
    answers::amo_codes!("billing.toml");
}

use answers::{code, Code, Tasks};

const NAMELESS: Code = code!(217);

fn said(code: Code) -> &'static str {
    match code {
        code!(217) => "send all four",
        Code::Tasks(code!(244 in Tasks)) => "ask for rights",
        _ => "unknown",
    }
}

fn main() {
    println!("{}", said(NAMELESS));
    println!("{}", said(Tasks::AddLeadForbidden.into()));
    match billing::Code::meanings(7)[0] {
        billing::Code::Invoices(code!(7 in billing::Invoices)) => println!("not paid"),
        _ => println!("unknown"),
    }
    println!("{}", said(code!(216)));
}
