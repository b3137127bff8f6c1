#![no_std]
#![no_main]
#![deny(warnings)]

mod billing {
    amo_codes::amo_codes!("billing.toml");
}

use amo_codes::{code, Code, Section};

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

// What the C runtime calls, and what the prebuilt core of a debug build refers to.
#[link(name = "c")]
extern "C" {}
#[no_mangle]
pub extern "C" fn rust_eh_personality() {}
#[no_mangle]
pub extern "C" fn _Unwind_Resume() {}

#[no_mangle]
pub extern "C" fn main() -> i32 {
    let known = Section::Leads.lookup(217) == Some(code!(217));
    let own = billing::Section::Invoices.lookup(7) == Some(code!(invoices.7 in billing::Code));
    i32::from(!(known && own && Code::by_number(244).len() == 5))
}
