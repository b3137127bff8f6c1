//! Every response code of the amoCRM (Kommo) API as Rust types, checked at compile time.
//!
//! amoCRM answers many failed requests with a number, and the number is ambiguous: 244 means different things in different
//! sections of the API, 402 is both a code and an HTTP status, and 280 reports success. This crate generates its types from
//! `codes.toml`, which contains all codes of amoCRM's documentation:
//!
//! ```
//! use amo_codes::{Advice, Code, Section, code};
//!
//! const MISSING_PARAMETERS: Code = code!(217); // an unknown number does not compile
//! assert_eq!(MISSING_PARAMETERS.section(), Section::Leads);
//!
//! fn explain(section: Section, number: i64) -> String {
//!     match section.lookup(number) {
//!         Some(code!(217)) => "send all four parameters".to_owned(),
//!         Some(code) if code.advice() == Advice::AskUser => format!("ask a person: {code}"),
//!         Some(code) => format!("{code:#}"),
//!         None => format!("unknown in {section}; it may be {:?}", Code::by_number(number)),
//!     }
//! }
//! assert_eq!(explain(Section::Leads, 213), "leads.213: Adding Leads: An Empty Array");
//! ```
//!
//! # What does this number mean?
//!
//! Search these docs for the number: `244` finds all its codes. [`Section`] lists the numbers of every section, and [`Code`]
//! lists the meanings of every number. In your own code, hover over the number in `code!(217)`.
//!
//! # Which function do I need?
//!
//! | you have | you need |
//! |---|---|
//! | a number in your source code | [`code!`], which checks it at compile time |
//! | a number and its section | [`Section::lookup`]; [`Tasks::from_number`] for the section's own type |
//! | a number and the URL of the request | [`Code::at`], which finds the code that fits the request |
//! | only a number | [`Code::by_number`], which returns all codes with this number |
//! | an address, such as `tasks.244` | [`parse`](Code#impl-FromStr-for-Code); [`Code::address`] writes it |
//! | a number or a word that serde reads | the section's enum, or the module `or_unknown` if the table may not have it |
//! | a code, and no idea what to do | [`Code::advice`], which [`Advice::explanation`] describes in a sentence |
//! | codes of several tables | [`ResponseCode`], which all codes implement |
//! | a reply of amoCRM | the crate [amo-codes-reply](https://docs.rs/amo-codes-reply), which finds the codes in it |
//! | another API | [`amo_codes!`], which generates the same types from your own table, also for codes that are [words](amo_codes!#words) |
//!
//! # Features
//!
//! All features are off by default. They also apply to your own tables.
//!
//! | feature | what it adds |
//! |---|---|
//! | `serde` | serializes and deserializes section enums as numbers or words, `Section` as its key, `Code` and `UnknownCode` as addresses (`"tasks.244"`), `HttpStatus` as its number, `Advice` as its name; module `or_unknown` for fields whose code may be unknown |
//! | `http` | conversions between [`HttpStatus`] and `http::StatusCode`; requires `std` |
//!
//! Without features, the crate is `no_std`, does not allocate and has no runtime dependencies.
//!
//! # Limitations
//!
//! - The table reflects amoCRM's documentation as of November 2026. The descriptions are verbatim, typos included. Only the
//!   codes that are [not documented](Code::is_documented) have descriptions that this project wrote.
//! - Editors do not complete numbers inside `code!(`.
//! - For your own tables, see also the limits of [`amo_codes!`].
//!
//! # Builds and editors
//!
//! - Cargo rebuilds a crate when its table changes. rust-analyzer does not notice the change until you edit the file that calls
//!   [`amo_codes!`], or restart the server.
//! - Saving a table does not start a check in your editor. Instead, run `amo-codes check`, a command of the crate
//!   [amo-codes-cli](https://docs.rs/amo-codes-cli), as a task.
//! - With Bazel or Buck, list the table in the crate's data, and set `CARGO_MANIFEST_DIR`.
//! - Nix source filters must keep `*.toml`.
//! - To see which codes changed between two releases of this crate, compare the output of `amo-codes --json`.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod address;
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

pub use crate::address::Address;
pub use crate::advice::Advice;
pub use crate::error::{ParseError, UnknownCode, UnknownWord};
pub use crate::response_code::ResponseCode;
pub use crate::status::{HttpStatus, InvalidHttpStatus};
pub use crate::table::*;
