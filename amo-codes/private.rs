//! Items for the expansions of `amo_codes!` and `code!`. They are not part of the public API.

mod address;
mod entry;
mod index;
mod path;
mod serde;
mod template;

pub use core::option::Option::{None, Some};

pub use amo_codes_macro::{code, code_of, expand};
#[cfg(feature = "serde")]
pub use serde_core;

pub(crate) use self::address::split_address;
pub use self::entry::{Address, Entry, Row, SectionRow, codes, display, parse_code, parse_section, with_http_status};
pub use self::index::{Index, PAGE_SIZE};
pub use self::path::section_of;
#[cfg(feature = "serde")]
pub use self::serde::{from_number, from_text};
pub use crate::{Advice, HttpStatus};
