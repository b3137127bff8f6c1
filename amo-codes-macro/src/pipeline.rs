//! The pipeline of a table, from the macro's arguments to its expansion.

use amo_codes_table::{Package, Reading, read_file};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Error;

use crate::expand;
use crate::input::Input;

/// The maximum number of errors of a table that are shown.
const MAX_ERRORS: usize = 20;

/// Returns the expansion of a call, which begins with the path of the runtime crate.
pub(crate) fn expansion(call: TokenStream, package: Option<&Package>) -> TokenStream {
    let mut arguments = call.into_iter();
    let krate = arguments.next().expect("the macro passes its `$crate`");
    let input: Input = match syn::parse2(arguments.collect()) {
        Ok(input) => input,
        Err(error) => return expand::broken(&krate, error),
    };
    let Some(package) = package else {
        let message = "CARGO_MANIFEST_DIR is not set: `amo_codes!` needs it to find the table; compile with cargo, or set it \
                       to the folder of Cargo.toml";
        return expand::broken(&krate, Error::new(input.span, message));
    };
    let reading = read_file(package, &input.path);
    let errors = errors(&reading, input.span);
    let tracking = reading.source.as_ref().map(|source| expand::tracking(&source.relative_path));
    let items = match (&reading.source, errors) {
        (Some(source), errors) if !reading.table.sections.is_empty() => {
            expand::items(&krate, &input.path, source, &reading.table, errors)
        }
        (_, Some(errors)) => expand::broken(&krate, errors),
        (_, None) => unreachable!("a table without sections has an error"),
    };
    quote!(#tracking #items)
}

/// Returns the first errors of a table at this span of the caller's code, or `None` if there are none.
pub(crate) fn errors(reading: &Reading, span: Span) -> Option<Error> {
    let mut errors = reading.rendered();
    let mut shown = Error::new(span, errors.next()?);
    for error in errors.by_ref().take(MAX_ERRORS - 1) {
        shown.combine(Error::new(span, error));
    }
    let more = errors.count();
    if more > 0 {
        let file = reading.source.as_ref().map_or("the table", |source| &source.display_path);
        let s = if more == 1 { "" } else { "s" };
        shown.combine(Error::new(span, format!("… and {more} more error{s} in {file}")));
    }
    Some(shown)
}
