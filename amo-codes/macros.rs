//! The public macros.

/// Names a code by its number, checked at compile time.
///
/// | call | expands to |
/// |---|---|
/// | `code!(217)` | `Code::Leads(Leads::UpdateLeadsParametersRequired)` of amoCRM's table |
/// | `code!(tasks.244)` | `Code::Tasks(Tasks::AddLeadForbidden)`, by address; required if several sections define the number |
/// | `code!(244 in Tasks)` | `Tasks::AddLeadForbidden` of amoCRM's table, a code of the section's own type |
/// | `code!(7 in billing::Code)` | a code of [your own table](crate::amo_codes), given by the path of one of its types |
/// | `code!(invoices.7 in billing::Code)` | the same, by address |
/// | `code!(7 in billing::Invoices)` | a code of the section's own type |
/// | `code!(rpc.-32602 in rpc::Code)` | a negative number |
///
/// It expands to the path of a variant, so it works as a constant, an expression and a pattern. In an editor with
/// rust-analyzer, hovering over the number explains it, and go-to-definition leads to the call of
/// [`amo_codes!`](crate::amo_codes):
///
/// ```text
/// UpdateLeadsParametersRequired = 217 (0xD9)
/// ──────────────────────────────────────────
/// Updating leads: the parameters "id", "updated_at", "status_id", "name" 'are required
///
/// • address: leads.217
/// • advice: fix the request
/// • documentation: https://www.amocrm.com/developers/content/api/errors
/// • source: codes.toml, line …
/// ```
///
/// ```
/// use amo_codes::{Code, Tasks, code};
///
/// const MISSING_PARAMETERS: Code = code!(217);
///
/// fn explain(code: Code) -> &'static str {
///     match code {
///         code!(217) | code!(209) => "a parameter is missing",
///         code!(tasks.244) => "grant the right to add leads",
///         _ => code.name(),
///     }
/// }
/// assert_eq!(explain(MISSING_PARAMETERS), "a parameter is missing");
///
/// let forbidden: Tasks = code!(244 in Tasks);
/// assert_eq!(explain(forbidden.into()), "grant the right to add leads");
/// ```
///
/// Any integer literal works (`0xD9`, `2_17`, `217u16`, `-32_602`). Types of your own table are named by their path; at the
/// crate root that is `crate::Code`. A type without a path is amoCRM's, whatever is in scope, and needs no import. Type aliases
/// and `Self` do not work, because only the name of the type says which section is meant.
///
/// A later release may add a row that makes a number ambiguous; then `code!(217)` no longer compiles. That is a breaking change
/// of this crate, but in a library, write `code!(leads.217)`, which stays unambiguous.
///
/// Clippy's pedantic lint `unnested_or_patterns` complains about two codes of one section in an or-pattern,
/// `code!(216) | code!(217)`, because it sees what they expand to: allow it there, or write two arms. rustc does not report two
/// arms with the same code.
///
/// # Errors
/// An unknown number does not compile, nor does one that several sections define: the error says what to write.
///
/// ```compile_fail
/// amo_codes::code!(218 in amo_codes::Leads);
/// ```
/// ```compile_fail
/// amo_codes::code!(244); // leads.244, tasks.244, …
/// ```
// Without a path, `code!` goes straight to amoCRM's table, because every use pays for each extra step.
#[macro_export]
macro_rules! code {
    ($number:tt $(,)?) => { $crate::__amo_codes_table! { $number } };
    ($section:tt . $number:tt $(,)?) => { $crate::__amo_codes_table! { $section . $number } };
    ($number:tt in $type:ident $(,)?) => { $crate::__amo_codes_table! { $number in $type } };
    ($($other:tt)*) => { $crate::private::code_of! { $crate $($other)* } };
}

/// Generates the types of this crate for your own table of response codes.
///
/// | call | table |
/// |---|---|
/// | `amo_codes!()` | `codes.toml` next to your Cargo.toml |
/// | `amo_codes!("tables/billing.toml")` | another file in your package |
///
/// It can be called at the crate root, in a module or in a function body, and expands to `Section`, `Code` and an enum for
/// each section, with everything that this crate's [`Section`](crate::Section), [`Code`](crate::Code) and
/// [`Tasks`](crate::Tasks) have. Cargo rebuilds when the file changes.
///
/// For example, with this table in `examples/shop.toml`:
///
#[doc = concat!("```toml\n", include_str!("../examples/shop.toml"), "```")]
///
/// the macro generates these types:
///
/// ```
/// mod shop {
///     amo_codes::amo_codes!("examples/shop.toml");
/// }
/// use amo_codes::code;
///
/// const UNPAID: shop::Code = code!(invoices.7 in shop::Code);
/// assert_eq!(UNPAID, shop::Invoices::NotPaid.into());
/// assert_eq!((UNPAID.name(), UNPAID.docs_url()), ("NOT_PAID", Some("https://example.com/errors#7")));
/// assert_eq!(shop::Section::from_path("/v1/orders/55/invoices?page=2"), Some(shop::Section::Invoices));
/// assert_eq!(shop::Code::meanings(7), [UNPAID, shop::Orders::OutOfStock.into()]);
/// assert_eq!(UNPAID.to_string(), "The invoice is not paid.");
/// ```
///
/// # Names
/// A `name` is what the API calls the code, and [`name`](crate::ResponseCode::name) returns it as it is. Its words of ASCII letters
/// and digits make the variant: a word in capitals becomes `Capitals`, any other keeps its letters after the first. So
/// `ER_DUP_ENTRY` becomes `ErDupEntry`, `card_declined` becomes `CardDeclined`, and `NotFound` stays.
///
/// # Other crates
/// Every table is exported. So if the table is in a public module of your `lib.rs`, your `main.rs`, `tests/`, examples, benches and
/// doctests, which are other crates, and crates that depend on yours can use it in [`code!`](crate::code).
///
/// # Editors
/// For validation and completion in taplo and Even Better TOML, copy `codes.schema.json` of this crate next to your table, and
/// add `#:schema ./codes.schema.json` as the first line of the table.
///
/// # Limits
/// - A crate expands a file only once; to have its types in two places, re-export the module. A crate of proc macros can export
///   nothing else, so it cannot have a table.
/// - A module has at most one table.
/// - In a function body, end the call with `;`. `code!` cannot use the table there.
/// - `code!` finds the table next to the types, so re-export the table's module or everything in it (`pub use billing::*`), not
///   individual types.
/// - In a module that also has `use amo_codes::*;`, two tables are next to the types, so a `code!` that names a type by its
///   path there may be ambiguous.
/// - A code is a number that fits an `i64`. Words, such as `card_declined` without a number, are not supported.
///
/// # Errors
/// The errors in the file are reported at compile time, up to twenty of them, each with its line and a suggested fix.
#[macro_export]
macro_rules! amo_codes {
    ($($arguments:tt)*) => {
        #[$crate::private::expand($crate $($arguments)*)]
        mod __amo_codes {}
    };
}
