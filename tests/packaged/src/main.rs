//! Uses the packaged crates as a program would: a number, a table of its own and a reply.
#![deny(warnings, clippy::pedantic)]

mod billing {
    amo_codes::amo_codes!();
}
use amo_codes::{Advice, Code, Section, code};
use amo_codes_reply::{Effect, NextStep, Reply};

fn explain(number: i64) -> &'static str {
    match Section::Tasks.lookup(number).or_else(|| Code::by_number(number).first().copied()) {
        Some(code!(217)) => "parameters are missing",
        Some(code!(tasks.244)) => "no rights",
        Some(code!(2002)) => "nothing found",
        _ => "unknown",
    }
}

fn main() {
    assert_eq!([217, 244, 2002, 1].map(explain), ["parameters are missing", "no rights", "nothing found", "unknown"]);
    assert_eq!(code!(7 in billing::Invoices).number(), 7);
    assert_eq!(code!(refunds.7 in billing::Code).name(), "NotPossible");
    let body = r#"{"title":"Bad Request","status":400,"detail":"Код ошибки 244"}"#;
    let reply = Reply::read("/api/v4/leads", 400, body.as_bytes());
    assert_eq!((reply.advice(), reply.next_step(Effect::Write)), (Advice::AskUser, NextStep::GiveUp));
    println!("a user's crate works with the packaged files");
}
