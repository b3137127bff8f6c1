//! What every table's types have, whatever their rows: the expansion of a table calls `__table!` and, for each
//! section, `__section!` with its data.
//!
//! All names are spelled out from `::core` or `$crate`: a table may have a section called `option`, and the scope
//! that it is expanded in may lack the prelude.

mod section;
mod table;
