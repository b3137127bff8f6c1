//! Modules with the hidden items of one table and the types of another; the answer is of the first, with the number that is
//! written. tests/downstream/main.rs also compiles this with the types of the other, which is an error everywhere.
#![deny(warnings)]

amo_codes::amo_codes!("v1.toml");

pub mod v2 {
    amo_codes::amo_codes!("v2.toml");
}

/// The types of a table within.
pub mod nested {
    pub use super::*;
    mod inner {
        amo_codes::amo_codes!("inner.toml");
    }
    #[allow(unused_imports)]
    pub use inner::{Code, Invoices};

    type Answer = crate::Invoices;
    pub fn expression() -> Answer {
        amo_codes::code!(8 in self::Invoices)
    }
    pub fn pattern(code: Answer) -> bool {
        matches!(code, amo_codes::code!(8 in self::Invoices))
    }
}

/// Re-exports of two tables, of one by name.
pub mod both {
    pub use crate::v2::*;
    #[allow(unused_imports)]
    pub use crate::{Code, Invoices, Section};

    type Answer = crate::v2::Invoices;
    pub fn expression() -> Answer {
        amo_codes::code!(12 in self::Invoices)
    }
    pub fn pattern(code: Answer) -> bool {
        matches!(code, amo_codes::code!(12 in self::Invoices))
    }
}

/// All of amoCRM's table.
pub mod built_in {
    #[allow(unused_imports)]
    use crate::v2::{Code, Leads};
    use amo_codes::*;

    type Answer = ::amo_codes::Leads;
    pub fn expression() -> Answer {
        code!(217 in self::Leads)
    }
    pub fn pattern(code: Answer) -> bool {
        matches!(code, code!(217 in self::Leads))
    }
    pub fn code() -> ::amo_codes::Code {
        code!(217 in self::Code)
    }
}

/// A type with the name of another type of its table.
pub mod renamed {
    #[allow(unused_imports)]
    pub use crate::v2::Leads as Invoices;
    pub use crate::v2::*;

    type Answer = crate::v2::Invoices;
    pub fn expression() -> Answer {
        amo_codes::code!(7 in self::Invoices)
    }
    pub fn pattern(code: Answer) -> bool {
        matches!(code, amo_codes::code!(7 in self::Invoices))
    }
}

/// What tests often begin with.
mod tests {
    #[allow(unused_imports)]
    use super::v2::Invoices;
    use super::*;

    type Answer = crate::Invoices;
    pub fn expression() -> Answer {
        amo_codes::code!(8 in self::Invoices)
    }
    pub fn pattern(code: Answer) -> bool {
        matches!(code, amo_codes::code!(8 in self::Invoices))
    }
}

fn main() {
    for (number, written, is_matched) in [
        (nested::expression().number(), 8, nested::pattern(nested::expression())),
        (both::expression().number(), 12, both::pattern(both::expression())),
        (built_in::expression().number(), 217, built_in::pattern(built_in::expression())),
        (built_in::code().number(), 217, true),
        (renamed::expression().number(), 7, renamed::pattern(renamed::expression())),
        (tests::expression().number(), 8, tests::pattern(tests::expression())),
    ] {
        assert_eq!((number, is_matched), (written, true));
    }
}
