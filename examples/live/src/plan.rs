//! What the clients ask for, and what they do after each reply: the same for every HTTP library.

use std::time::Duration;

use amo_codes::Advice;
use amo_codes::reply::Reply;
use serde_json::Value;
use tracing::{info, warn};

use crate::Error;

/// A request that a client makes.
#[derive(Debug, Clone, Copy)]
pub struct Request {
    /// What it is for, in a person's words.
    pub purpose: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path.
    pub path: &'static str,
}

/// How a request ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was fulfilled.
    Done,
    /// What it was about is not there.
    Skipped,
    /// A person or a programmer must act first.
    GaveUp,
}

/// Requests that meet every advice on the [`server`](crate::server).
pub const REQUESTS: [Request; 8] = [
    Request { purpose: "see the account, with an expired token", method: "GET", path: "/api/v4/account" },
    Request { purpose: "list the leads, of which there are none", method: "GET", path: "/api/v4/leads" },
    Request { purpose: "see a lead, through a gateway that stumbles", method: "GET", path: "/api/v4/leads/7" },
    Request { purpose: "delete a customer that is gone", method: "POST", path: "/api/v2/customers" },
    Request { purpose: "see a lead that is gone", method: "GET", path: "/api/v4/leads/404" },
    Request { purpose: "update leads, one of them out of date", method: "POST", path: "/api/v2/leads" },
    Request { purpose: "add a contact without a name", method: "POST", path: "/api/v4/contacts" },
    Request { purpose: "add a lead without the right to", method: "POST", path: "/api/v4/leads" },
];

/// How often a request is repeated after a pause, before it is given up.
const REPEATS: u32 = 5;

/// What to do after a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The request has ended.
    End(Outcome),
    /// Pause for this long, then repeat.
    Pause(Duration),
    /// Renew the token, then repeat.
    Renew,
}

/// Turns the advice of the replies to one request into what to do next: repeats are few and further and further
/// apart, the token is renewed once.
#[derive(Debug, Default)]
pub struct Plan {
    repeats: u32,
    is_renewed: bool,
}

impl Plan {
    /// What to do after this reply, said in the log too.
    pub fn next(&mut self, request: Request, reply: &Reply) -> Next {
        let next = self.decide(reply);
        if next == Next::End(Outcome::Done) {
            info!(%reply, "{}", request.purpose);
        } else {
            warn!(%reply, ?next, "{}", request.purpose);
        }
        next
    }

    fn decide(&mut self, reply: &Reply) -> Next {
        match reply.advice() {
            Advice::NotAnError => Next::End(Outcome::Done),
            Advice::NotFound => Next::End(Outcome::Skipped),
            Advice::RetryLater if self.repeats < REPEATS => {
                self.repeats += 1;
                Next::Pause(Duration::from_millis(100) * 2_u32.pow(self.repeats))
            }
            Advice::SignIn if !self.is_renewed => {
                self.is_renewed = true;
                Next::Renew
            }
            _ => Next::End(Outcome::GaveUp),
        }
    }
}

/// The token in the reply to a renewal.
///
/// # Errors
/// Where there is none.
pub fn access_token(body: &[u8]) -> Result<String, Error> {
    let body: Value = serde_json::from_slice(body)?;
    let token = body.get("access_token").and_then(Value::as_str).ok_or("the reply has no `access_token`")?;
    Ok(token.to_owned())
}
