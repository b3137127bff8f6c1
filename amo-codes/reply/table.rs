//! What a reader of replies asks a table for.

use core::fmt;

use crate::Advice;

/// A table of codes that replies can be read with: the `Code` of amoCRM's table, and of every table that
/// [`amo_codes!`](crate::amo_codes) makes.
///
/// ```
/// use amo_codes::reply::Table;
/// use amo_codes::{Code, Section};
///
/// fn sections_with<C: Table>(number: u16) -> usize {
///     C::meanings(number).len()
/// }
/// assert_eq!(sections_with::<Code>(244), 4);
/// assert_eq!(<Code as Table>::section_of("/api/v4/tasks"), Section::Tasks);
/// ```
#[diagnostic::on_unimplemented(
    message = "replies cannot be read with the table `{Self}`",
    label = "expected the `Code` of a table",
    note = "`amo_codes!` makes one, such as `billing::Code`"
)]
pub trait Table: Copy + Eq + core::error::Error + 'static {
    /// The sections of the table.
    type Section: Copy + Eq + fmt::Debug + fmt::Display + 'static;

    /// The section that answers requests to this path, which may be a URL.
    ///
    /// ```
    /// use amo_codes::reply::Table;
    ///
    /// let section = <amo_codes::Code as Table>::section_of("/api/v4/leads/55/notes?page=2");
    /// assert_eq!(section, amo_codes::Section::Events);
    /// ```
    fn section_of(path: &str) -> Self::Section;

    /// Every meaning of this number, one for each section that has it, in the table's order.
    ///
    /// ```
    /// use amo_codes::reply::Table;
    ///
    /// assert_eq!(<amo_codes::Code as Table>::meanings(282).len(), 2);
    /// ```
    fn meanings(number: u16) -> &'static [Self];

    /// The section that the code stands in.
    ///
    /// ```
    /// use amo_codes::reply::Table;
    ///
    /// assert_eq!(Table::section(amo_codes::code!(217)), amo_codes::Section::Leads);
    /// ```
    fn section(self) -> Self::Section;

    /// What the caller does next.
    ///
    /// ```
    /// use amo_codes::{Advice, reply::Table};
    ///
    /// assert_eq!(Table::advice(amo_codes::code!(429)), Advice::RetryLater);
    /// ```
    fn advice(self) -> Advice;
}
