//! What is read from a reply, a file for each topic. One program, because each is compiled and linked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod common;
mod display;
mod errors;
mod formats;
mod generate;
#[cfg(feature = "http")]
mod http;
mod limits;
mod not_json;
mod outcome;
mod properties;
mod support;
