//! What several tests share.

use amo_codes::Code;

/// Returns the address of a code.
pub(crate) fn address(code: Code) -> String {
    let line = format!("{code:#}");
    line.split(':').next().unwrap_or_default().to_owned()
}
