//! What holds for every file, valid or not; for the property tests and for fuzzing.

use quote::quote;
use toml::de::DeTable;

use crate::expand;
use crate::load::decode;
use crate::model::Table;
use crate::pipeline;

/// Checks what a file gives: errors at positions in the file, and rows whose expansion parses. Returns the number of errors.
pub(crate) fn check(bytes: &[u8]) -> usize {
    let name = || "codes.toml".to_owned();
    let (source, errors, table) = match decode(name(), name(), bytes.to_vec()) {
        Ok(source) => {
            let (table, diagnostics) = pipeline::read(&source);
            (source, diagnostics.all, table)
        }
        Err(error) => (error.source.expect("the file was read"), vec![error.diagnostic], Table::default()),
    };
    for error in &errors {
        let span = error.span.clone().expect("an error in a file has a span");
        assert!(source.text.get(span).is_some(), "{error:?}");
        assert!(error.render(Some(&source)).contains("--> codes.toml:"), "{error:?}");
    }
    if errors.is_empty() {
        let mut rows: Vec<_> = table
            .rows()
            .map(|(_, section, row)| {
                let (name, description) = (row.name.value.clone(), row.description.clone());
                (section.key.value.clone(), row.number.value, name, description)
            })
            .collect();
        rows.sort();
        assert_eq!(rows, strict_rows(&source.text), "a row is lost or changed without an error");
    }
    let input = syn::parse2(quote!(amo)).expect("the path of a crate");
    let items = expand::items(&input, Some(&source), &table, !errors.is_empty());
    syn::parse2::<syn::File>(items).expect("the expansion parses");
    errors.len()
}

/// Section, number, name and description of each row, as TOML has them.
fn strict_rows(text: &str) -> Vec<(String, u16, String, String)> {
    let table = DeTable::parse(text).expect("a table without errors is TOML").into_inner();
    let mut rows = Vec::new();
    for (section, value) in &table {
        for (number, row) in value.get_ref().as_table().expect("a section is a table") {
            let Some(row) = row.get_ref().as_table() else { continue };
            let text = |key: &str| row.get(key).and_then(|value| value.get_ref().as_str()).expect("a text").to_owned();
            let number = number.get_ref().parse().expect("a number");
            rows.push((section.get_ref().to_string(), number, text("name"), text("description")));
        }
    }
    rows.sort();
    rows
}
