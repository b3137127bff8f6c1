//! Items for the expansions of `amo_codes!` and `code!`. They are not part of the public API.

mod index;
mod path;
mod row;
mod serde;
mod template;
mod text;
mod words;

pub use core::option::Option::{None, Some};

pub use amo_codes_macro::{code, code_of, expand};
#[cfg(feature = "serde")]
pub use serde_core;

pub use self::index::{Index, in_order, start_count, starts};
pub use self::path::{best_match, path_of, section_of};
pub use self::row::{
    All, Codes, Details, Row, SectionRow, all, at, by_word, codes, display, filter, first, from_name, parse_section,
    rank,
};
#[cfg(feature = "serde")]
pub(crate) use self::serde::{Number, Text};
#[cfg(feature = "serde")]
pub use self::serde::{OrUnknown, from_number, from_text};
pub(crate) use self::text::Excerpt;
pub use self::text::is_unprintable;
pub use crate::address::{parse_address, parse_word_address};
pub use crate::{Advice, HttpStatus};

/// amoCRM's table, for the program, which reads it as it reads every other table.
pub const CODES_TOML: &str = include_str!("../codes.toml");
