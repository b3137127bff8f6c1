//! Numbers that `code!` does not know, or knows more than once; each call is one error, at the number, and no warning.
#![deny(warnings)]

mod billing {
    amo_codes::amo_codes!("tables/valid.toml");
}

use amo_codes::{Code, code};

const TOO_LARGE: Code = code!(218_000);
static UNKNOWN: Code = code!(239);

fn main() {
    let _ = code!(244);
    let _ = code!(7 in billing::Code);
    let _ = code!(0xEF);
    let _ = code!(-1);
    let _ = code!(tasks.-244);
    let _ = code!(-32602 in billing::Code);
    let _ = code!(tasks.217);
    let _ = code!(leads.282);
    let _ = code!(331 in Tasks);
    let _ = code!(282 in amo_codes::Leads);
    let _ = code!(8 in billing::Refunds);
    let _ = code!(9 in billing::Code);
    match TOO_LARGE {
        code!(9245) | code!(217) => {}
        code!(9248) => {}
        code!(216) => {}
        _ => {}
    }
    if let code!(9249) = TOO_LARGE {}
    let code!(9250) = TOO_LARGE else { return };
    let _ = [0; code!(9246 in Tasks) as usize];
    code!(9247);
}
