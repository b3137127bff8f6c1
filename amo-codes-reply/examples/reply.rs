//! Decides what to do after an amoCRM reply: `cargo run -p amo-codes-reply --example reply`.

use amo_codes::{Advice, HttpStatus, InvalidHttpStatus, code};
use amo_codes_reply::{Outcome, Reply};

/// An amoCRM reply to `POST /api/v4/leads` (amocrm/amocrm-api-php#33), shortened.
const REFUSED: &str = r#"{
  "title": "Bad Request",
  "type": "https://httpstatus.es/400",
  "status": 400,
  "detail": "Код ошибки 244. В случае повторного возникновения ошибки, обращайтесь в …"
}"#;
/// A reply with HTTP 200 to a batch of two leads, of which only the first one was created.
const PARTIAL: &str = r#"{"_embedded":{"items":[{"id":1}],"errors":{"add":[{"code":429}]}}}"#;

fn main() -> Result<(), InvalidHttpStatus> {
    next("/api/v4/leads", HttpStatus::try_from(400)?, REFUSED);
    next("/api/v2/leads", HttpStatus::try_from(200)?, PARTIAL);
    next("/api/v4/leads", HttpStatus::try_from(429)?, "");
    next("/api/v4/leads", HttpStatus::try_from(504)?, "");
    Ok(())
}

/// Prints what to do next.
fn next(path: &str, status: HttpStatus, body: &str) {
    let reply = Reply::read(path, status, body.as_bytes());
    // `Reply` implements `Error` and displays as one line.
    println!("{reply}");
    match reply.advice() {
        Advice::NotAnError => println!("  done"),
        Advice::NotFound => println!("  nothing to delete"),
        Advice::SignIn if reply.outcome() == Outcome::Refused => println!("  refresh the token once, then retry"),
        Advice::RetryLater if reply.is_repeatable() => println!("  retry later, and wait longer each time"),
        Advice::RetryLater => match reply.outcome() {
            Outcome::Partial => println!("  repeat only the items that failed"),
            _ => println!("  check whether the lead exists before you retry"),
        },
        _ => println!("  a person must act, or the request must change"),
    }
    for finding in reply.findings() {
        if finding.code() == Some(code!(leads.244)) {
            println!("  this user may not add leads; see {}", finding.pointer());
        }
    }
}
