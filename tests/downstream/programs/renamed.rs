#![deny(warnings)]

mod billing {
    answers::amo_codes!("billing.toml");
}

use answers::{code, Code};

const MISSING_PARAMETERS: Code = code!(217);

fn explain(code: Code) -> &'static str {
    match code {
        code!(217) => "send all four",
        code!(tasks.244) => "ask for rights",
        _ => "unknown",
    }
}

fn main() {
    println!("{}", explain(MISSING_PARAMETERS));
    println!("{}", explain(code!(244 in answers::Tasks).into()));
    assert_eq!(code!(244 in Tasks), answers::code!(244 in ::answers::Tasks));
    match billing::Code::by_number(7)[0] {
        code!(invoices.7 in billing::Code) => println!("not paid"),
        _ => println!("unknown"),
    }
    println!("{}", explain(code!(216)));
}
