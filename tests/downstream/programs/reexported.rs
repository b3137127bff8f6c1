#![deny(warnings)]

mod billing {
    middle::inner::amo_codes!("billing.toml");
}

fn main() {
    assert_eq!(middle::code!(7 in billing::Invoices).number(), 7);
    assert_eq!(middle::inner::code!(217).number(), 217);
    assert_eq!(middle::code!(244 in middle::Tasks), middle::Tasks::AddLeadForbidden);
    assert!(matches!(middle::Section::Leads.lookup(217), Some(middle::code!(217))));
}
