//! The invariants of every file, valid or not, for the property tests and for fuzzing.

use toml::de::{DeTable, DeValue};

use crate::{Advice, Row, Table, read_bytes};

/// Checks the result for a file: errors at positions in the file, and nothing lost without an error. Returns the number of
/// errors.
///
/// # Panics
/// If an invariant does not hold.
#[must_use]
pub fn check(bytes: &[u8]) -> usize {
    let reading = read_bytes("codes.toml", bytes);
    let source = reading.source.as_ref().expect("the bytes were read");
    for error in &reading.errors {
        let span = error.span.clone().expect("an error in a file has a span");
        assert!(source.text.get(span).is_some(), "{error:?}");
    }
    for error in reading.rendered() {
        assert!(error.contains("--> codes.toml:"), "{error}");
    }
    for section in &reading.table.sections {
        for row in &section.rows {
            assert_eq!(row.word.is_some(), reading.table.has_words, "{row:?}");
        }
        for is_unique in [
            unique(section.rows.iter().map(|row| row.number.value)),
            unique(section.rows.iter().map(|row| &row.variant)),
        ] {
            assert!(is_unique, "section `{}` has a number or a variant twice", section.key.value);
        }
    }
    if reading.errors.is_empty() {
        assert_eq!(parsed(&reading.table), strict(&source.text), "something is lost or changed without an error");
    }
    reading.errors.len()
}

fn unique<T: Ord>(items: impl Iterator<Item = T>) -> bool {
    let mut all: Vec<T> = items.collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    all.len() == count
}

/// Returns a table as sorted lines, each with a key and its value.
fn parsed(table: &Table) -> Vec<String> {
    let mut lines = Vec::new();
    for section in &table.sections {
        let (key, title) = (&section.key.value, &section.title);
        let paths: Vec<&str> = section.paths.iter().map(|path| path.value.as_str()).collect();
        lines.push(format!("{key} title {title:?}"));
        lines.push(format!("{key} paths {paths:?}"));
        let reserved: Vec<&str> = section.reserved.iter().map(|code| code.value.as_str()).collect();
        lines.push(format!("{key} reserved {reserved:?}"));
        for Row {
            section: _,
            index: _,
            number,
            word,
            name,
            variant: _,
            description,
            note,
            http_status,
            advice,
            evidence,
            docs_url,
        } in &section.rows
        {
            let code = word.clone().unwrap_or_else(|| number.value.to_string());
            let address = format!("{key} {code}");
            lines.push(format!("{address} name {:?}", name.value));
            lines.push(format!("{address} description {description:?}"));
            lines.push(format!("{address} note {note:?}"));
            lines.push(format!("{address} http {http_status:?}"));
            lines.push(format!("{address} advice {}", advice.name));
            lines.push(format!("{address} evidence {evidence:?}"));
            lines.push(format!("{address} docs {}", docs_url.is_some()));
        }
    }
    lines.sort();
    lines
}

/// Returns the same lines, directly from a strict parse of the file.
fn strict(text: &str) -> Vec<String> {
    let table = DeTable::parse(text).expect("a table without errors is TOML").into_inner();
    let mut lines = Vec::new();
    let has_words = table.contains_key("words");
    for (key, section) in table.iter().filter(|(_, section)| section.get_ref().is_table()) {
        let (key, section) = (key.get_ref(), section.get_ref().as_table().expect("a section is a table"));
        let paths = section.get("paths").map(|paths| paths.get_ref().as_array().expect("an array"));
        let paths: Vec<&str> =
            paths.into_iter().flatten().map(|path| path.get_ref().as_str().expect("a path")).collect();
        lines.push(format!("{key} title {:?}", string(section, "title").expect("a title")));
        lines.push(format!("{key} paths {paths:?}"));
        let reserved = section.get("reserved").map(|numbers| numbers.get_ref().as_array().expect("an array"));
        let code = |code: &DeValue<'_>| code.as_str().map_or_else(|| integer(code).to_string(), str::to_owned);
        let reserved: Vec<String> = reserved.into_iter().flatten().map(|reserved| code(reserved.get_ref())).collect();
        lines.push(format!("{key} reserved {reserved:?}"));
        for (code, row) in section {
            let Some(row) = row.get_ref().as_table() else { continue };
            let word = has_words.then_some(code.get_ref().as_ref());
            let address = format!("{key} {}", code.get_ref());
            let http = row.get("http").map(|http| integer(http.get_ref()));
            lines.push(format!("{address} name {:?}", string(row, "name").or(word).expect("a name")));
            lines.push(format!("{address} description {:?}", string(row, "description").expect("a description")));
            lines.push(format!("{address} note {:?}", string(row, "note")));
            lines.push(format!("{address} http {http:?}"));
            lines.push(format!(
                "{address} advice {}",
                string(row, "advice").or(string(section, "advice")).unwrap_or(Advice::UNSPECIFIED.name)
            ));
            lines.push(format!("{address} evidence {:?}", string(row, "evidence")));
            lines.push(format!("{address} docs {}", section.contains_key("docs") && !row.contains_key("evidence")));
        }
    }
    lines.sort();
    lines
}

fn integer(value: &DeValue<'_>) -> i64 {
    let integer = value.as_integer().expect("an integer");
    i64::from_str_radix(integer.as_str(), integer.radix()).expect("an i64")
}

fn string<'t>(table: &'t DeTable<'_>, key: &str) -> Option<&'t str> {
    table.get(key).map(|value| value.get_ref().as_str().expect("a string"))
}

#[cfg(test)]
mod tests;
