//! The whole way of a table, from the macro's arguments to its expansion.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::input::Input;
use crate::model::Table;
use crate::report::Report;
use crate::source::{Package, Source};
use crate::{check, expand, parse};

/// The expansion of a table; where it has faults, these as compile errors and the rows that are whole.
pub(crate) fn expansion(input: TokenStream, package: Option<&Package>) -> TokenStream {
    let input = match Input::parse(input) {
        Ok(input) => input,
        Err(unexpected) => return unexpected.into_tokens(),
    };
    let Some(package) = package else {
        let message = "CARGO_MANIFEST_DIR is not set: `amo_codes!` finds its table by it, so compile with cargo";
        return quote_spanned!(input.span=> ::core::compile_error! { #message });
    };
    match Source::read(package, &input.path) {
        Ok(source) => of_source(&input, &source),
        Err(unread) => {
            let source = unread.source.as_ref();
            let tracking = source.map(|source| expand::tracking(&source.tracked));
            let errors = Report { faults: vec![unread.fault] }.into_tokens(source, input.span);
            quote!(#tracking #errors)
        }
    }
}

fn of_source(input: &Input, source: &Source) -> TokenStream {
    let (table, report) = read(source);
    let errors = report.into_tokens(Some(source), input.span);
    let tracking = expand::tracking(&source.tracked);
    let types = expand::table(&input.krate, source, &table);
    quote!(#tracking #errors #types)
}

/// The sections of the package's `codes.toml` as Markdown; its faults are left to the expansion.
pub(crate) fn overview(package: Option<&Package>) -> TokenStream {
    let source = package.and_then(|package| Source::read(package, "codes.toml").ok());
    let overview = source.map(|source| expand::overview(&read(&source).0)).unwrap_or_default();
    quote!(#overview)
}

/// The rows of a table that are whole, and its faults.
pub(crate) fn read(source: &Source) -> (Table, Report) {
    let mut report = Report::default();
    let (table, broken) = parse::table(source, &mut report);
    let table = check::whole(table, &mut report);
    report.faults.retain(|fault| !broken.explains(source, fault));
    (table, report)
}

#[cfg(test)]
mod tests;
