use amo_codes_table::{Package, read_bytes};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{escaped, items};
use crate::pipeline::{errors, expansion};

/// A valid table with every key.
pub(crate) const TABLE: &str = r#"[invoices]
title = "Responses about [invoices]"
paths = ["/v1/invoices"]
docs = "https://example.com/{number}"

[invoices.7]
name = "NOT_PAID"
description = "Not <paid>."
http = 402
note = "Sent once a day."
advice = "ask-user"

[refunds]
title = "Responses about refunds"
advice = "fix-request"

[refunds.-7]
name = "None"
description = "No refund."
evidence = "Seen in replies."

[refunds.7]
name = "Done"
description = "Paid back."
advice = "not-an-error"
"#;

/// Returns the expansion of a table with rows.
fn expand(table: &str) -> String {
    let reading = read_bytes("codes.toml", table.as_bytes());
    let (errors, krate) = (errors(&reading, Span::call_site()), Ident::new("amo", Span::call_site()));
    items(&krate.into(), "codes.toml", &reading.source.unwrap(), &reading.table, errors).to_string()
}

/// Returns the expansion of a call in this package.
fn expand_call(arguments: TokenStream) -> String {
    expansion(quote!(amo #arguments), Package::from_env().as_ref()).to_string()
}

/// `UPDATE=1` accepts a change.
#[test]
fn a_small_table_expands_to_this() {
    let expansion = prettyplease::unparse(&syn::parse_file(&expand(TABLE)).unwrap());
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/expand/snapshots/a_small_table.rs");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &expansion).unwrap();
    }
    assert_eq!(expansion, std::fs::read_to_string(file).unwrap().replace("\r\n", "\n"));
}

#[test]
fn different_paths_become_different_identifiers() {
    assert_eq!(escaped("tables/a-b.toml"), "tables_2fa_2db_toml");
    assert_eq!(escaped("tables/a_b.toml"), "tables_2fa_5fb_toml");
    assert_eq!(escaped("a_toml"), "a_5ftoml");
    assert_eq!(escaped("ä"), "_c3_a4");
}

#[test]
fn the_expansion_depends_only_on_the_table() {
    let here = expand(TABLE);
    assert_eq!(expand(&TABLE.replace('\n', "\r\n")), here);
    assert_eq!(expand(&format!("\u{feff}{TABLE}")), here);
    assert_ne!(expand(&TABLE.replace("402", "404")), here);
}

#[test]
fn errors_keep_the_valid_rows() {
    let tokens = expand(&TABLE.replace("402", "99"));
    assert_eq!(tokens.matches("compile_error").count(), 1);
    for part in ["NotPaid = 7", "None = - 7", "Done = 7", "\"! -7:refunds:None 7:invoices:NotPaid "] {
        assert!(tokens.contains(part), "{part}: {tokens}");
    }
    // A table with errors is not exported, so that it cannot collide with another.
    assert!(!tokens.contains("macro_export") && expand(TABLE).contains("macro_export"));
    syn::parse_file(&tokens).unwrap();
}

#[test]
fn a_table_without_rows_is_one_error_as_a_type() {
    let without_cargo = expansion(quote!(amo), None).to_string();
    assert!(without_cargo.contains("CARGO_MANIFEST_DIR is not set"), "{without_cargo}");
    for tokens in
        [without_cargo, expand_call(quote!("none.toml")), expand_call(quote!(path)), expand_call(quote!("src/lib.rs"))]
    {
        assert_eq!(tokens.matches("compile_error").count(), 1, "{tokens}");
        assert!(tokens.contains("pub type Code = [() ; :: core :: compile_error"), "{tokens}");
        assert!(tokens.contains("\"! \""), "{tokens}");
        syn::parse_file(&tokens).unwrap();
    }
    // What was read is tracked.
    assert!(expand_call(quote!("src/lib.rs")).contains("include_bytes"));
    assert!(!expand_call(quote!("none.toml")).contains("include_bytes"));
}

#[test]
fn at_most_twenty_errors_are_shown() {
    for (rows, more) in
        [(20, None), (21, Some("… and 1 more error in codes.toml")), (25, Some("… and 5 more errors in codes.toml"))]
    {
        let rows: Vec<String> =
            (0..rows).map(|n| format!("[a.{n}]\nname = \"N{n}\"\ndescription = \"T\"\nhttp = 1\n")).collect();
        let tokens = expand(&format!("[a]\ntitle = \"T\"\n{}", rows.concat()));
        assert_eq!(tokens.matches("compile_error").count(), 20 + more.iter().len());
        assert!(tokens.contains(more.unwrap_or_default()));
    }
}

/// Returns the variants of a section with these numbers, as the compiler counts them, how many of them are written out, and
/// the type of the discriminants.
fn discriminants(numbers: &[i64]) -> (Vec<i64>, usize, String) {
    let rows: Vec<String> =
        numbers.iter().map(|n| format!("[a.{n}]\nname = \"{}\"\ndescription = \"T\"\n", name(*n))).collect();
    let file = syn::parse_file(&expand(&format!("[a]\ntitle = \"T\"\n{}", rows.concat()))).unwrap();
    let items = file.items.into_iter().find_map(|item| match item {
        syn::Item::Mod(module) => module.content,
        _ => None,
    });
    let (_, items) = items.unwrap();
    let section = items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == "A" => Some(item),
        _ => None,
    });
    let section = section.unwrap();
    let repr = section.attrs.iter().find(|attribute| attribute.path().is_ident("repr")).unwrap();
    let repr = repr.parse_args::<syn::Ident>().unwrap().to_string();
    let mut next = 0_i64;
    let (mut found, mut written) = (Vec::new(), 0);
    for variant in &section.variants {
        if let Some((_, number)) = &variant.discriminant {
            next = quote!(#number).to_string().replace(' ', "").parse().unwrap();
            written += 1;
        }
        assert_eq!(variant.ident, name(next));
        found.push(next);
        next = next.wrapping_add(1);
    }
    (found, written, repr)
}

fn name(number: i64) -> String {
    format!("N{}{}", if number < 0 { "Minus" } else { "" }, number.unsigned_abs())
}

#[test]
fn every_variant_has_its_number_in_numeric_order() {
    let small: Vec<i64> = (0..256).collect();
    assert_eq!(discriminants(&small), (small.clone(), 256, "u16".to_owned()));
    let large: Vec<i64> = (0..300).rev().chain([7_000, 7_001, 500, 501, 65_534, 65_535, 400]).collect();
    let mut sorted = large.clone();
    sorted.sort_unstable();
    assert_eq!(discriminants(&large), (sorted, 5, "u16".to_owned()));
}

#[test]
fn the_discriminant_is_the_smallest_type_that_fits() {
    for (numbers, repr) in [
        ([0, 65_535], "u16"),
        ([-1, 65_535], "i32"),
        ([0, 65_536], "i32"),
        ([i64::from(i32::MIN), i64::from(i32::MAX)], "i32"),
        ([0, 2_147_483_648], "i64"),
        ([-2_147_483_649, 0], "i64"),
        ([i64::MIN, i64::MAX], "i64"),
    ] {
        assert_eq!(discriminants(&numbers), (numbers.to_vec(), 2, repr.to_owned()));
    }
}
