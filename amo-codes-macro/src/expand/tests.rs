use std::fs;
use std::path::{Path, PathBuf};

use quote::quote;

use crate::pipe::expansion;
use crate::source::Package;

pub(crate) const TABLE: &str = r#"[invoices]
title = "Answers about [invoices]"
paths = ["/v1/invoices"]

[invoices.7]
name = "NotPaid"
text = "Not <paid>."
http = 402
note = "Sent once a day."
advice = "ask-user"

[refunds]
title = "Answers about refunds"

[refunds.7]
name = "None"
text = "No refund."

[refunds.2002]
name = "Done"
text = "Paid back."
advice = "not-an-error"
"#;

/// The expansion of a table in a package at `root`.
fn expanded(root: &Path, text: &str) -> String {
    fs::create_dir_all(root).unwrap();
    fs::write(root.join("codes.toml"), text).unwrap();
    let package = Package { root: root.to_path_buf(), shown: PathBuf::new() };
    expansion(quote!(amo), Some(&package)).to_string()
}

#[test]
fn a_small_table_expands_to_this() {
    let folder = tempfile::tempdir().unwrap();
    let file = syn::parse_file(&expanded(folder.path(), TABLE)).unwrap();
    insta::assert_snapshot!(prettyplease::unparse(&file));
}

#[test]
fn the_expansion_depends_on_the_table_alone() {
    let folder = tempfile::tempdir().unwrap();
    let here = expanded(&folder.path().join("here"), TABLE);
    assert_eq!(expanded(&folder.path().join("a/longer way/there"), TABLE), here);
    assert_eq!(expanded(folder.path(), &TABLE.replace('\n', "\r\n")), here);
    assert_eq!(expanded(folder.path(), &format!("\u{feff}{TABLE}")), here);
    assert_ne!(expanded(folder.path(), &TABLE.replace("402", "404")), here);
}

#[test]
fn faults_leave_the_whole_rows_and_the_tracking() {
    let folder = tempfile::tempdir().unwrap();
    let tokens = expanded(folder.path(), &TABLE.replace("402", "99"));
    assert_eq!(tokens.matches("compile_error").count(), 1);
    for part in ["include_bytes", "NotPaid = 7", "None = 7", "Done = 2002"] {
        assert!(tokens.contains(part), "{part}");
    }
    syn::parse_file(&tokens).unwrap();
}

#[test]
fn what_cannot_be_read_is_one_error() {
    let folder = tempfile::tempdir().unwrap();
    let package = Package { root: folder.path().to_path_buf(), shown: PathBuf::new() };
    let errors = |tokens| expansion(tokens, Some(&package)).to_string();
    assert_eq!(errors(quote!(amo "none.toml")).matches("compile_error").count(), 1);
    assert!(!errors(quote!(amo "none.toml")).contains("include_bytes"));
    assert!(errors(quote!(amo 7)).contains("expected the path of a table"));
    assert!(expansion(quote!(amo), None).to_string().contains("CARGO_MANIFEST_DIR is not set"));
    fs::write(folder.path().join("codes.toml"), b"\xff").unwrap();
    assert!(errors(quote!(amo)).contains("include_bytes"));
}

/// The numbers of the variants of a section with these, as the compiler counts them, and how many are written out.
fn discriminants(numbers: &[u16]) -> (Vec<u16>, usize) {
    let rows: Vec<_> = numbers.iter().map(|n| format!("[a.{n}]\nname = \"N{n}\"\ntext = \"t\"\n")).collect();
    let folder = tempfile::tempdir().unwrap();
    let file = syn::parse_file(&expanded(folder.path(), &format!("[a]\ntitle = \"t\"\n{}", rows.concat()))).unwrap();
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
