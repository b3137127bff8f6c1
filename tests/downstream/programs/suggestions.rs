//! What lints and errors suggest must not edit the arguments of `code!`; tests/downstream/main.rs reads the suggestions.
#![warn(unused_qualifications, unused_parens, clippy::pedantic, clippy::nursery)]

mod billing {
    amo_codes::amo_codes!("billing.toml");

    impl Invoices {
        pub fn first() -> Self {
            amo_codes::code!(7 in self::Invoices)
        }
        pub fn is_first(self) -> bool {
            matches!(self, amo_codes::code!(7 in self::Invoices))
        }
    }

    impl Code {
        pub fn first() -> Self {
            amo_codes::code!(invoices.7 in self::Code)
        }
    }
}

use amo_codes::{code, Code, Tasks};
use billing::Invoices;

fn parentheses(code: Code, task: Tasks, invoice: Invoices) -> Invoices {
    let a = (code!(244 in Tasks));
    let b = (code!(244 in amo_codes::Tasks));
    let c = (code!(217));
    let d = (code!(invoices.7 in billing::Code));
    match (code!(7 in billing::Invoices)) {
        (code!(7 in billing::Invoices)) => drop((a, b, c, d)),
        _ => {}
    }
    if (task == code!(244 in Tasks)) {
        return (code!(7 in billing::Invoices));
    }
    invoice
}

fn arms(own: billing::Code, code: Code, task: Tasks) -> u8 {
    match own {
        code!(invoices.7 in billing::Code) => return 1,
        code!(invoices.0x7 in billing::Code) => return 1,
        _ => {}
    }
    match task {
        code!(244 in Tasks) => return 1,
        code!(244 in amo_codes::Tasks) => return 1,
        code!(234 in amo_codes::Tasks) => return 1,
        _ => {}
    }
    match code {
        code!(217) => 1,
        code!(213) => 1,
        _ => 2,
    }
}

fn mismatches(code: Code, task: Tasks, option: Option<Tasks>, own: Option<Invoices>) {
    let into: Code = code!(244 in Tasks);
    let into_own: billing::Code = code!(7 in billing::Invoices);
    let option_of: Option<Tasks> = code!(244 in Tasks);
    let reference: &Tasks = code!(244 in Tasks);
    let number: i64 = code!(244 in Tasks);
    let code_number: i64 = code!(invoices.7 in billing::Code);
    let task_of: Tasks = code!(7 in billing::Invoices);
    match option {
        code!(244 in Tasks) => {}
        _ => {}
    }
    match own {
        code!(7 in billing::Invoices) => {}
        _ => {}
    }
    match code {
        code!(244 in Tasks) => {}
        _ => {}
    }
    match task {
        code!(7 in billing::Invoices) => {}
        _ => {}
    }
    code!(7 in billing::Invoices) = Invoices::first();
    code!(7 in billing::Invoices)();
    code!(7 in billing::Invoices).nam();
    code!(217);
}

fn main() {}
