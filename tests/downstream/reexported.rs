#![deny(warnings)]

mod billing {
    middle::inner::amo_codes!("billing.toml");
}

fn main() {
    let unpaid = middle::code!(7 in billing::Invoices);
    assert_eq!(unpaid.as_u16(), 7);
    assert_eq!(middle::inner::code!(217).as_u16(), 217);
    assert!(matches!(middle::Section::Leads.lookup(217), Some(middle::code!(217))));
}
