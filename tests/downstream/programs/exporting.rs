#![deny(warnings, missing_docs)]
//! A library whose users may write `code!(7 in its_crate::billing::Code)`.

/// Two tables whose file names are nearly the same.
pub mod first {
    amo_codes::amo_codes!("tables/bil-ling.toml");
}
/// The other one.
pub mod second {
    amo_codes::amo_codes!("tables/bil_ling.toml",);
}

/// The table of the invoices.
pub mod billing {
    amo_codes::amo_codes!("tables/billing.toml");

    /// The library uses its table in the same way as others.
    pub const UNPAID: Code = amo_codes::code!(invoices.7 in self::Code);
}

pub use billing as renamed;

/// A macro of the library that names a code of its table.
#[macro_export]
macro_rules! unpaid {
    () => {
        $crate::code!(invoices.7 in $crate::billing::Code)
    };
}

pub use amo_codes::code;
