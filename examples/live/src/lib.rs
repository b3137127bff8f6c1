//! A local mock of amoCRM, and two clients that do what its replies recommend.
//!
//! To write your own client, copy [`request`], [`error`] and one of [`with_reqwest`] and [`with_ureq`]. The other modules only
//! demonstrate them: [`server`] is the mock, [`scenarios`] are requests that it answers with every kind of failure.
//!
//! `cargo run -p amo-codes-live --example live` runs both clients and prints their logs.

pub mod error;
pub mod request;
pub mod scenarios;
pub mod server;
pub mod with_reqwest;
pub mod with_ureq;

/// The examples of the READMEs, here because they need HTTP clients.
#[cfg(doctest)]
mod readmes {
    #[doc = include_str!("../../../README.md")]
    mod of_the_project {}
    #[doc = include_str!("../../../amo-codes-reply/README.md")]
    mod of_the_reader {}
}
