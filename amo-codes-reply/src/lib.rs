//! Reads amoCRM's (Kommo's) replies: turns a path, an HTTP status and a body into codes and a recommended next step.
//!
//! amoCRM reports failures in many formats, some of them with HTTP 200, and often without a number.
//!
//! ```
//! use amo_codes::Advice;
//! use amo_codes_reply::{Effect, NextStep, Reply};
//!
//! let body = br#"{"response":{"error":"...","error_code":"244","server_time":1767225600}}"#;
//! let reply = Reply::read("/api/v2/tasks", 400, body);
//! assert!(reply.is_failure());
//! assert_eq!(reply.advice(), Advice::AskUser);
//! assert_eq!(reply.next_step(Effect::Write), NextStep::GiveUp);
//! assert_eq!(
//!     reply.to_string(),
//!     "/api/v2/tasks: HTTP 400: tasks.244: Adding transactions: no rights. (ask the user)"
//! );
//! ```
//!
//! # What to do next
//!
//! [`Reply::next_step`] decides, and nothing else needs to: it knows the advice and whether the request was carried out, and is told
//! what the request does.
//!
//! | question | answer |
//! |---|---|
//! | There is no reply, because the connection was lost or timed out. | [`NextStep::without_reply`] is the same decision: retry what reads or deletes, and check whether anything else was carried out. |
//! | The request was a batch. Which items failed? | [`Finding::subject`] says it: [`Subject::RequestItem`] has the `request_id` that the request gave the item, or its index; [`Subject::Entity`] has the id of the entity. |
//! | What do I send again? | It depends on the [`Outcome`]. `Refused`: nothing was carried out, so fix or leave out these and send the whole batch. `Partial`: send only these, or check first if a finding has no subject. `Unknown`: check first. |
//! | How do I check? | Wait first, because amoCRM may still be carrying out the request. Then read what it should have created. Give each lead a name or a field that no other lead has, such as the number of an order. |
//! | Must a person act, or the request change? | [`Reply::advice`] says it: `AskUser` or `FixRequest`. |
//! | How often do I retry? | The client counts. After enough retries, `Retry` is a `GiveUp`, and so is a second `SignIn`. |
//! | The reply to a token refresh was lost. | A refresh token can be used only once, and nothing shows whether it was: a person must sign in again. |
//!
//! ```
//! use std::collections::BTreeSet;
//!
//! use amo_codes_reply::{Effect, NextStep, Outcome, Reply, Subject};
//!
//! /// Returns the `request_id` of each item that failed. An item may have several findings.
//! fn failed_items(reply: &Reply) -> BTreeSet<&str> {
//!     let subjects = reply.findings().iter().filter_map(|finding| finding.subject());
//!     subjects.filter_map(|subject| if let Subject::RequestItem(id) = subject { Some(id) } else { None }).collect()
//! }
//!
//! // Nothing was carried out. Without order 8, the batch may be accepted.
//! let body = br#"{"validation-errors":[{"request_id":"order-8","errors":[{"code":"NotBlank","path":"name"}]}],"status":400}"#;
//! let reply = Reply::read("/api/v4/leads", 400, body);
//! assert_eq!((reply.outcome(), reply.next_step(Effect::Write)), (Outcome::Refused, NextStep::GiveUp));
//! assert_eq!(failed_items(&reply), BTreeSet::from(["order-8"]));
//!
//! // Order 7 was created, so only order 8 may be sent again.
//! let body = br#"{"response":{"leads":{"add":[{"id":1,"request_id":"order-7"},{"error_code":429,"request_id":"order-8"}]}}}"#;
//! let reply = Reply::read("/private/api/v2/json/leads/set", 200, body);
//! assert_eq!((reply.outcome(), reply.next_step(Effect::Write)), (Outcome::Partial, NextStep::Check));
//! assert_eq!(failed_items(&reply), BTreeSet::from(["order-8"]));
//! ```
//!
//! # Confidential data
//!
//! [`message`](Finding::message), [`pointer`](Finding::pointer), [`field`](Finding::field), [`error_key`](Finding::error_key),
//! [`subject`](Finding::subject) and [`trace_id`](Reply::trace_id) are amoCRM's own text, verbatim, and may repeat what the
//! request contained. So may `Display`, which writes a message as one line, without control characters, and `Debug` and
//! `Serialize`, which write all of them. No other getter does; [`path`](Reply::path) is the path of the request, without
//! host and query.
//!
//! # Memory
//!
//! Reading takes memory in proportion to the body: usually less than the body, as the entities in `_embedded` are skipped, and
//! at most 64 times its size, if it consists of the shortest values.
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `serde` | serializes [`Reply`], [`Finding`] and their parts |
//! | `http` | `Reply::from_http` and `Reply::with_headers`, which also read `Retry-After` and `X-Request-Id` |
//!
//! # Supported formats
//!
//! Each has saved replies among the tests of this crate. No other numbers are interpreted: not those in a successful reply, not
//! ids, times, UUIDs or pages of HTML.
//!
#![doc = include_str!("formats.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod at;
mod body;
mod fields;
mod finding;
mod findings;
mod hints;
mod json;
mod known_texts;
mod line;
mod next_step;
mod numbers;
mod objects;
mod outcome;
mod problem;
mod reader;
mod reply;
mod report;
#[cfg(feature = "serde")]
mod serialize;
mod status;
#[cfg(feature = "http")]
mod with_http;

pub use crate::body::BodyKind;
pub use crate::finding::{Finding, Subject};
pub use crate::next_step::{Effect, NextStep};
pub use crate::outcome::Outcome;
pub use crate::reply::Reply;

/// What the program shares. It is not part of the public API.
#[doc(hidden)]
pub mod private {
    pub use crate::numbers::{BETWEEN, LABELS, SENTENCES, STATUSES, number_after};
}
