//! The lookups by number in amoCRM's table.

use amo_codes::Code;

/// Returns the codes of all sections that have this number.
pub(crate) fn meanings(number: i64) -> &'static [Code] {
    Code::meanings(number)
}
