//! The macros that users call. Those that the expansion of a table calls are in `impls`.

/// A code by its number, checked when the crate is compiled, by `cargo check` too.
///
/// `code!(217)` is a `Code` of amoCRM's table; a number that several sections share names its section's enum:
/// `code!(244 in Tasks)` is a `Tasks`. For a table of your own, name its types: `code!(7 in billing::Code)`.
/// It is a constant, an expression and a pattern. `code!(244 in _)` takes the type from the context; a wrong number
/// in it is then reported by a build, not by a check, unless it is a pattern.
///
/// ```
/// use amo_codes::{Code, Tasks, code};
///
/// const NAMELESS: Code = code!(217);
/// assert_eq!(code!(0xD9), NAMELESS);
/// match NAMELESS {
///     code!(217) => {}
///     Code::Tasks(code!(244 in Tasks)) => unreachable!(),
///     _ => unreachable!(),
/// }
/// let forbidden: Tasks = code!(244 in _);
/// assert_eq!(forbidden, Tasks::AddLeadForbidden);
/// ```
///
/// A number without a row, and one with several, does not compile; the error says which sections there are:
///
/// ```compile_fail,E0080
/// amo_codes::code!(218 in amo_codes::Leads);
/// ```
/// ```compile_fail,E0080
/// amo_codes::code!(244);
/// ```
#[macro_export]
macro_rules! code {
    (- $($rest:tt)*) => { $crate::__code_takes!(- $($rest)*) };
    ($number:literal in _) => { <$crate::Number<$number> as $crate::Known<_>>::CODE };
    ($number:literal in $type:ty) => {
        <$crate::Number<{ <$type>::__number($number) }> as $crate::Known<$type>>::CODE
    };
    ($number:literal) => { $crate::code!($number in $crate::Code) };
    ($($other:tt)*) => { $crate::__code_takes!($($other)*) };
}

/// The error for what `code!` does not take.
#[doc(hidden)]
#[macro_export]
macro_rules! __code_takes {
    ($($other:tt)*) => {
        ::core::compile_error!(::core::concat!(
            "`code!(",
            ::core::stringify!($($other)*),
            ")`: expected a number, `code!(217)`, or a number and a type, `code!(244 in Tasks)`",
        ))
    };
}

/// The types of a table of response codes of your own: what this crate has for amoCRM.
///
/// `amo_codes!()` reads `codes.toml` beside your Cargo.toml, `amo_codes!("tables/billing.toml")` another file below
/// it. It expands where it stands, at the crate's root, in a module or in a function's body, to `Section`, `Code` and
/// an enum for each section, with everything that this crate's [`Code`](crate::Code), [`Section`](crate::Section)
/// and [`Tasks`](crate::Tasks) have. An edit of the file alone makes cargo rebuild.
///
/// With this table in `examples/shop.toml`,
///
#[doc = concat!("```toml\n", include_str!("../examples/shop.toml"), "```")]
///
/// these are its types:
///
/// ```
/// mod shop {
///     amo_codes::amo_codes!("examples/shop.toml");
/// }
/// use amo_codes::code;
///
/// const UNPAID: shop::Invoices = code!(7 in shop::Invoices);
/// assert_eq!(shop::Section::from_path("/v1/orders/55/invoices?page=2"), shop::Section::Invoices);
/// assert_eq!(shop::Code::meanings(7), [UNPAID.into(), shop::Orders::OutOfStock.into()]);
/// assert_eq!(UNPAID.to_string(), "The invoice is not paid.");
/// ```
///
/// # Errors
/// Every fault of the file is a compile error that names its line and says how to mend it.
#[macro_export]
macro_rules! amo_codes {
    () => { $crate::__private::expand! { $crate } };
    ($path:literal $(,)?) => { $crate::__private::expand! { $crate $path } };
    ($($other:tt)*) => {
        ::core::compile_error!(::core::concat!(
            "`amo_codes!(",
            ::core::stringify!($($other)*),
            ")`: expected nothing (the table is `codes.toml`), or the path of a table as a string, `amo_codes!(\"tables/billing.toml\")`",
        ));
    };
}
