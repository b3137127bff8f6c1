//! Every response code of the amoCRM (Kommo) API as Rust types, checked at compile time.
//!
//! amoCRM answers many failed requests with a number, and the number is ambiguous: 244 has a meaning of its own in several
//! sections of the API, 402 is a code as well as an HTTP status, and 280 is a success. This crate stores amoCRM's list in `codes.toml`
//! and generates types from it:
//!
//! ```
//! use amo_codes::{Advice, Code, Section, code};
//!
//! const MISSING_PARAMETERS: Code = code!(217); // an unknown number does not compile
//! assert_eq!(MISSING_PARAMETERS.section(), Section::Leads);
//!
//! # let (section, number) = (Section::Leads, 213);
//! match section.lookup(number) {
//!     Some(code!(217)) => println!("send all four parameters"),
//!     Some(code) if code.advice() == Advice::AskUser => println!("a person must act: {code}"),
//!     Some(code) => println!("{code:#}"), // leads.213: Adding Leads: An Empty Array
//!     None => println!("{number} is not in {section}; it may be {:?}", Code::meanings(number)),
//! }
//! ```
//!
//! # What does this number mean?
//!
//! Search for the number above: `244` finds all its codes. [`Section`] lists the numbers of every section, and [`Code`]
//! lists the meanings of every number. In your own code, hover over the number in `code!(217)`.
//!
//! # Which function do I need?
//!
//! | you have | you want | use |
//! |---|---|---|
//! | a literal number | its [`Code`], or a compile error | [`code!`] |
//! | a number and its section | `Option<Code>` | [`Section::lookup`] |
//! | a number and a section's enum | `Option<Tasks>` | [`Tasks::from_number`], [`TryFrom<i64>`](Tasks#impl-TryFrom<i64>-for-Tasks) |
//! | only a number | all its meanings | [`Code::meanings`] |
//! | an address, such as `tasks.244` | a [`Code`] | [`FromStr`](Code#impl-FromStr-for-Code) |
//! | a request path or URL | its [`Section`] | [`Section::from_path`] |
//! | an [`HttpStatus`] | the codes that come with it | [`Code::with_http_status`] |
//! | a [`Code`] | the recommended next step | [`Code::advice`] |
//! | a name, such as `AddLeadForbidden` | all its codes, or the one of a section | [`Code::with_name`], [`Tasks::from_name`] |
//! | a path, an HTTP status and a body | codes and the recommended next step | the crate [amo-codes-reply](https://docs.rs/amo-codes-reply) |
//! | your own table of codes | the same types | [`amo_codes!`] |
//! | a code of any table | the getters that all codes share | [`ResponseCode`] |
//!
//! # Features
//!
//! All features are off by default. They also apply to your own tables.
//!
//! | feature | what it adds |
//! |---|---|
//! | `serde` | serializes and deserializes section enums as numbers, `Section` as its key, `Code` and `UnknownCode` as addresses (`"tasks.244"`), `HttpStatus` as its number, `Advice` as its name; module `or_unknown` for fields whose number may be unknown |
//! | `http` | conversions between [`HttpStatus`] and `http::StatusCode`; requires `std` |
//!
//! Without features, the crate is `no_std`, does not allocate and has no runtime dependencies.
//!
//! # Limitations
//!
//! - The table reflects amoCRM's documentation as of November 2026. The descriptions are amoCRM's own, verbatim, typos
//!   included; only those of the codes that its documentation lacks are this project's.
//! - A code is a number. Codes that are words, as Stripe, SQLSTATE and Telegram have them, are not supported.
//! - Editors do not complete numbers inside `code!(`.
//! - For your own tables, see also the limits of [`amo_codes!`].
//!
//! # Builds and editors
//!
//! - Cargo rebuilds when a table changes. rust-analyzer does not notice it, and saving a table does not start a check: restart
//!   the server, or run `amo-codes check`, a command of the crate [amo-codes-cli](https://docs.rs/amo-codes-cli), as a task.
//! - With Bazel or Buck, list the table in the crate's data, and set `CARGO_MANIFEST_DIR`.
//! - Nix source filters must keep `*.toml`.
//! - To see which codes changed between two releases of this crate, compare the output of `amo-codes --json`.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod advice;
mod error;
mod macros;
#[cfg(feature = "serde")]
pub mod or_unknown;
#[doc(hidden)]
pub mod private;
mod response_code;
mod status;
mod table;
#[cfg(feature = "http")]
mod with_http;
#[cfg(feature = "serde")]
mod with_serde;

pub use crate::advice::Advice;
pub use crate::error::{Excerpt, ParseError, UnknownCode};
pub use crate::response_code::ResponseCode;
pub use crate::status::{HttpStatus, InvalidHttpStatus};
pub use crate::table::*;
