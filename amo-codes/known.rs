//! What [`code!`](crate::code) stands on: numbers as types.

/// A table code's number as a type. It is a `u32`, so that an error reports 70000 as 70000.
///
/// ```
/// use amo_codes::{Code, Known, Number, code};
///
/// const NAMELESS: Code = <Number<217> as Known<Code>>::CODE;
/// assert_eq!(NAMELESS, code!(217));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number<const N: u32>;

/// A [`Number`] read as a code of `T`: a table's `Code`, or the enum of one section.
///
/// The macros write the impls. [`CODE`](Self::CODE) of a number that `T` does not have fails to evaluate, which only a
/// build reports; [`code!`](crate::code) is checked by `cargo check` too.
///
/// ```
/// use amo_codes::{Known, Number, Tasks};
///
/// assert_eq!(<Number<244> as Known<Tasks>>::CODE, Tasks::AddLeadForbidden);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{T}` is no type of a table of codes",
    label = "expected a table's `Code` or the enum of one section"
)]
pub trait Known<T> {
    /// The code.
    const CODE: T;
}

/// The low half of a number; who calls it compares the code that it leads to with the whole number.
#[expect(clippy::cast_possible_truncation, reason = "compared with the whole number by the caller")]
#[must_use]
pub const fn narrow(number: u32) -> u16 {
    number as u16
}
