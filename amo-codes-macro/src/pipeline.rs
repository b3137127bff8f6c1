//! The pipeline of a table, from the macro's arguments to its expansion.

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostic::Diagnostics;
use crate::input::Input;
use crate::load::{Package, load};
use crate::model::Table;
use crate::source::Source;
use crate::{check, expand, parse};

/// Returns the expansion of a call, which begins with the path of the runtime crate.
pub(crate) fn expansion(call: TokenStream, package: Option<&Package>) -> TokenStream {
    let krate: TokenStream = call.clone().into_iter().take(1).collect();
    let (input, error) = match (syn::parse2::<Input>(call), package) {
        (Ok(input), Some(package)) => return table(&input, package),
        (Ok(input), None) => {
            let message = "CARGO_MANIFEST_DIR is not set: `amo_codes!` needs it to find the table; compile with cargo, or set \
                           it to the folder of Cargo.toml";
            let error = syn::Error::new(input.span, message);
            (input, error)
        }
        (Err(error), _) => (syn::parse2(krate).expect("the path of a crate is a call without arguments"), error),
    };
    // Without a table, `code!` still says why it finds nothing.
    let (error, code) = (error.into_compile_error(), expand::items(&input, None, &Table::default(), true));
    quote!(#error #code)
}

/// Returns the expansion of a table: its errors as compile errors, and its valid rows.
fn table(input: &Input, package: &Package) -> TokenStream {
    let (source, table, diagnostics) = match load(package, &input.path) {
        Ok(source) => {
            let (table, diagnostics) = read(&source);
            (Some(source), table, diagnostics)
        }
        Err(error) => (error.source, Table::default(), Diagnostics { all: vec![error.diagnostic] }),
    };
    let tracking = source.as_ref().map(|source| expand::tracking(&source.relative_path));
    let error = diagnostics.to_error(source.as_ref(), input.span);
    let items = expand::items(input, source.as_ref(), &table, error.is_some());
    let error = error.map(syn::Error::into_compile_error);
    quote!(#tracking #error #items)
}

/// Returns the valid rows of a table, and its errors.
pub(crate) fn read(source: &Source) -> (Table, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let table = parse::table(source, &mut diagnostics);
    let table = check::validate(table, &mut diagnostics);
    (table, diagnostics)
}

#[cfg(any(test, fuzzing))]
pub(crate) mod invariants;
#[cfg(test)]
mod one_edit;
#[cfg(test)]
mod tests;
