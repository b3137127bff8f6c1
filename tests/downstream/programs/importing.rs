#![deny(warnings)]

use amo_codes::{code, Advice};
use its_crate::billing;

const UNPAID: billing::Code = code!(invoices.7 in its_crate::billing::Code);

fn main() {
    assert_eq!(UNPAID, billing::UNPAID);
    assert_eq!(code!(65535 in billing::Invoices).number(), 65535);
    assert_eq!(code!(0 in its_crate::renamed::Refunds), billing::Refunds::Done);
    assert_eq!(code!(7 in its_crate::first::Refunds).name(), code!(7 in its_crate::second::Refunds).name());
    assert_eq!(its_crate::unpaid!(), UNPAID);
    match UNPAID {
        its_crate::unpaid!() if false => {}
        code!(invoices.7 in billing::Code) => assert_eq!(UNPAID.advice(), Advice::AskUser),
        _ => unreachable!(),
    }
}
