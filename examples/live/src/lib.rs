//! Replies read live: a [`server`] on the loopback that answers like amoCRM, and two clients, one on
//! [reqwest](with_reqwest) and one on [ureq](with_ureq), that do what the advice says.
//!
//! `cargo run -p amo-codes-live --example live` shows all of it, with a log.

pub mod plan;
pub mod server;
pub mod with_reqwest;
pub mod with_ureq;

/// What may go wrong beside what the server says.
pub type Error = Box<dyn std::error::Error + Send + Sync>;
