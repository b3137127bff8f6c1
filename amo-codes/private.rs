//! Items for the expansions of `amo_codes!` and `code!`. They are not part of the public API.

mod address;
mod index;
mod path;
mod section;
mod serde;
mod template;

pub use core::option::Option::{None, Some};

pub use amo_codes_macro::{code, code_of, expand};
#[cfg(feature = "serde")]
pub use serde_core;

pub use self::address::{Address, parse_code};
pub use self::index::{Index, in_order, page_count, pages, start_count, starts};
pub use self::path::{best_match, section_of};
pub use self::section::{SectionRow, codes, filter, parse_section, with_name};
#[cfg(feature = "serde")]
pub use self::serde::{from_number, from_text};
pub use crate::response_code::{Details, Entry, Row, display};
pub use crate::{Advice, HttpStatus};

/// amoCRM's table, for the program, which reads it as it reads every other table.
pub const CODES_TOML: &str = include_str!("../codes.toml");
