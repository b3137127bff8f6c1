//! Decides what to do after an amoCRM reply: `cargo run --example reply`.

use amo_codes::reply::Reply;
use amo_codes::{Advice, HttpStatus, InvalidHttpStatus, code};

/// An amoCRM reply to `POST /api/v4/leads` (amocrm/amocrm-api-php#33), shortened.
const BODY: &str = r#"{
  "title": "Bad Request",
  "type": "https://httpstatus.es/400",
  "status": 400,
  "detail": "Код ошибки 244. В случае повторного возникновения ошибки, обращайтесь в …"
}"#;

fn main() -> Result<(), InvalidHttpStatus> {
    let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, BODY.as_bytes());
    match reply.advice() {
        Advice::NotAnError => println!("done"),
        Advice::NotFound => println!("nothing to delete"),
        // The lead may have been created although the reply is a failure.
        Advice::RetryLater if reply.is_outcome_unknown() => println!("check whether the lead exists, then retry"),
        Advice::RetryLater => println!("retry later, and wait longer each time"),
        Advice::SignIn => println!("refresh the token once, then retry"),
        // `Reply` implements `Error` and displays as one line.
        _ => println!("{reply}"),
    }
    for finding in reply.findings() {
        match finding.code() {
            Some(code!(leads.244)) => println!("this user may not add leads; see {}", finding.pointer()),
            Some(code) => println!("{code:#}"),
            None => println!("{}", finding.message()),
        }
    }
    Ok(())
}
