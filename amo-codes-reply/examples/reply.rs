//! Decides what to do after an amoCRM reply: `cargo run -p amo-codes-reply --example reply`.

use amo_codes::code;
use amo_codes_reply::{Effect, NextStep, Outcome, Reply};

/// An amoCRM reply to `POST /api/v4/leads` (amocrm/amocrm-api-php#33), shortened.
const REFUSED: &str = r#"{
  "title": "Bad Request",
  "type": "https://httpstatus.es/400",
  "status": 400,
  "detail": "Код ошибки 244. В случае повторного возникновения ошибки, обращайтесь в …"
}"#;
/// A reply with HTTP 200 to a batch of two leads, of which only the first one was created.
const PARTIAL: &str = r#"{"_embedded":{"items":[{"id":1}],"errors":{"add":[{"code":429}]}}}"#;

fn main() {
    next("/api/v4/leads", 400, REFUSED);
    next("/api/v2/leads", 200, PARTIAL);
    next("/api/v4/leads", 429, "");
    next("/api/v4/leads", 504, "");
}

/// Prints what to do next.
fn next(path: &str, status: u16, body: &str) {
    let reply = Reply::read(path, status, body.as_bytes());
    // `Reply` implements `Error` and displays as one line.
    println!("{reply}");
    match reply.next_step(Effect::Write) {
        NextStep::Continue => println!("  done"),
        NextStep::Retry { after } => println!("  wait, at least {after:?}, then send the same request again"),
        NextStep::Check if reply.outcome() == Outcome::Partial => println!("  repeat only the items that failed"),
        NextStep::Check => println!("  check whether the lead exists before you send it again"),
        NextStep::SignIn => println!("  refresh the token once, then send the same request again"),
        NextStep::Skip => println!("  leave out what does not exist"),
        NextStep::GiveUp => println!("  a person must act, or the request must change"),
    }
    for finding in reply.findings() {
        if finding.code() == Some(code!(leads.244)) {
            println!("  this user may not add leads; see {}", finding.pointer());
        }
    }
}
