use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;

use super::escaped;
use crate::fixtures::{TABLE, package};
use crate::pipeline::expansion;

/// Returns the expansion of `codes.toml` in a package at `root`.
fn expand(root: &Path, table: &str) -> String {
    fs::create_dir_all(root).unwrap();
    fs::write(root.join("codes.toml"), table).unwrap();
    expand_call(root, quote!(amo))
}

fn expand_call(root: &Path, arguments: TokenStream) -> String {
    expansion(arguments, Some(&package(root))).to_string()
}

#[test]
fn a_small_table_expands_to_this() {
    let folder = tempfile::tempdir().unwrap();
    let file = syn::parse_file(&expand(folder.path(), TABLE)).unwrap();
    insta::assert_snapshot!(prettyplease::unparse(&file));
}

#[test]
fn an_exported_table_has_a_public_macro() {
    let folder = tempfile::tempdir().unwrap();
    let private = expand(folder.path(), TABLE);
    assert!(private.contains("pub (crate) use __amo_codes_table_codes_2etoml as __amo_codes_table"), "{private}");
    assert!(!private.contains("macro_export"));
    let exported = expand_call(folder.path(), quote!(amo "codes.toml", export));
    assert!(exported.contains("# [macro_export] macro_rules ! __amo_codes_table_codes_2etoml"), "{exported}");
    assert!(exported.contains("pub use __amo_codes_table_codes_2etoml as __amo_codes_table"), "{exported}");
}

#[test]
fn different_paths_become_different_identifiers() {
    assert_eq!(escaped("tables/a-b.toml"), "tables_2fa_2db_2etoml");
    assert_eq!(escaped("tables/a_b.toml"), "tables_2fa_5fb_2etoml");
    assert_eq!(escaped("ä"), "_c3_a4");
}

#[test]
fn the_expansion_depends_only_on_the_table() {
    let folder = tempfile::tempdir().unwrap();
    let here = expand(&folder.path().join("here"), TABLE);
    assert_eq!(expand(&folder.path().join("a/longer way/there"), TABLE), here);
    assert_eq!(expand(folder.path(), &TABLE.replace('\n', "\r\n")), here);
    assert_eq!(expand(folder.path(), &format!("\u{feff}{TABLE}")), here);
    assert_ne!(expand(folder.path(), &TABLE.replace("402", "404")), here);
}

#[test]
fn errors_keep_the_valid_rows_and_the_tracking() {
    let folder = tempfile::tempdir().unwrap();
    let tokens = expand(folder.path(), &TABLE.replace("402", "99"));
    assert_eq!(tokens.matches("compile_error").count(), 1);
    for part in ["include_bytes", "NotPaid = 7", "None = 7", "Done = 2002", "\"! 7:invoices:NotPaid "] {
        assert!(tokens.contains(part), "{part}: {tokens}");
    }
    syn::parse_file(&tokens).unwrap();
}

#[test]
fn an_unreadable_table_is_one_error_and_keeps_the_macro() {
    let folder = tempfile::tempdir().unwrap();
    let missing = expand_call(folder.path(), quote!(amo "none.toml"));
    assert_eq!(missing.matches("compile_error").count(), 1);
    assert!(!missing.contains("include_bytes") && missing.contains("\"! \""), "{missing}");
    let without_cargo = expansion(quote!(amo), None).to_string();
    assert!(without_cargo.contains("CARGO_MANIFEST_DIR is not set"), "{without_cargo}");
    assert!(without_cargo.contains("\"! \""), "{without_cargo}");
    let wrong_call = expand_call(folder.path(), quote!(amo path));
    assert_eq!(wrong_call.matches("compile_error").count(), 1);
    assert!(wrong_call.contains("\"! \""), "{wrong_call}");
    fs::write(folder.path().join("codes.toml"), b"\xff").unwrap();
    assert!(expand_call(folder.path(), quote!(amo)).contains("include_bytes"));
}

/// Returns the numbers of the variants of a section with these numbers, as the compiler counts them, and how many of
/// them are written out.
fn discriminants(numbers: &[u16]) -> (Vec<u16>, usize) {
    let rows = numbers.iter().map(|n| format!("[a.{n}]\nname = \"N{n}\"\ndescription = \"T\"\n"));
    let table = format!("[a]\ntitle = \"T\"\n{}", rows.collect::<String>());
    let folder = tempfile::tempdir().unwrap();
    let file = syn::parse_file(&expand(folder.path(), &table)).unwrap();
    let section = file.items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == "A" => Some(item),
        _ => None,
    });
    let mut next = 0_u16;
    let (mut found, mut written) = (Vec::new(), 0);
    for variant in &section.unwrap().variants {
        if let Some((_, syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(number), .. }))) = &variant.discriminant {
            next = number.base10_parse().unwrap();
            written += 1;
        }
        assert_eq!(variant.ident, format!("N{next}"));
        found.push(next);
        next = next.wrapping_add(1);
    }
    (found, written)
}

#[test]
fn every_variant_of_a_large_section_has_its_number() {
    let small: Vec<u16> = (0..256).collect();
    assert_eq!(discriminants(&small), (small, 256));
    let large: Vec<u16> = (0..300).chain([7_000, 7_001, 500, 501, 65_534, 65_535, 400]).collect();
    assert_eq!(discriminants(&large), (large, 5));
}
