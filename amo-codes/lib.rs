//! Every response code of the amoCRM (Kommo) API, checked when your program is compiled.
//!
//! amoCRM answers a failed request with a number. The number alone does not say what happened: 244 means
//! four things in four sections of the vendor's page, 402 is a table code as well as an HTTP status, and 280
//! is a success. This crate keeps the page as data (`codes.toml`) and turns it into types:
//!
//! ```
//! use amo_codes::{Advice, Code, Section, code};
//!
//! const NAMELESS: Code = code!(217); // a number without a row does not compile
//! assert_eq!(NAMELESS.section(), Section::Leads);
//!
//! # let (section, number) = (Section::Tasks, 244);
//! match section.lookup(number) {
//!     Some(code!(217)) => println!("send all four parameters"),
//!     Some(code) if code.advice() == Advice::AskUser => println!("no rights: {code}"),
//!     Some(code) => println!("{code:#}"), // tasks.244: Adding transactions: no rights.
//!     None => println!("{number} is not of {section}: {:?}", Code::meanings(number)),
//! }
//! ```
//!
//! # The sections and their numbers
//!
#![doc = amo_codes_macro::overview!()]
//!
//! A number from a log is found by the search above: `244` leads to all four codes that have it. [`Code`] lists all
//! numbers in order.
//!
//! # Finding the way
//!
//! | from | to | by |
//! |---|---|---|
//! | a literal number | its [`Code`], or a compile error | [`code!`] |
//! | a number and its section | `Option<Code>` | [`Section::lookup`] |
//! | a number and an enum | `Option<Tasks>` | [`Tasks::from_u16`], `TryFrom<u16>` |
//! | a number alone | all its meanings | [`Code::meanings`] |
//! | an address, `tasks.244` | a [`Code`] | `FromStr` |
//! | a request's path | a [`Section`] | [`Section::from_path`] |
//! | an [`HttpStatus`] | the codes that come with it | [`Code::with_http_status`] |
//! | a [`Code`] | what to do next | [`Code::advice`] |
//! | a path, an HTTP status and a body | codes and what to do next | `reply::Reply`, feature `reply` |
//!
//! A table of your own gets the same types from [`amo_codes!`].
//!
//! The crate is `no_std`, allocates nothing and has no dependency at run time, but for the feature `reply`.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "reply")]
extern crate std;

mod advice;
mod error;
mod excerpt;
mod macros;
#[doc(hidden)]
pub mod private;
#[cfg(feature = "reply")]
pub mod reply;
mod response_code;
mod status;
mod table;
#[cfg(feature = "http")]
mod with_http;
#[cfg(feature = "serde")]
mod with_serde;

pub use crate::advice::Advice;
pub use crate::error::{ParseError, UnknownCode};
pub use crate::excerpt::Excerpt;
pub use crate::response_code::ResponseCode;
pub use crate::status::{HttpStatus, InvalidHttpStatus};
pub use crate::table::*;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
