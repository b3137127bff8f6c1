//! Why `code!` cannot name a row: one line that says what to write instead.

use amo_codes_table::{list, nearest, quoted_list, variant};
use proc_macro2::Ident;
use syn::Error;

use super::query::Query;
use super::rows::{Row, Rows};

/// Returns the error for a query that does not name exactly one row; `same_number` are the rows with its number.
pub(super) fn explain(rows: &Rows<'_>, query: &Query, same_number: &[Row<'_>]) -> Error {
    let all = rows.all();
    if query.number.is_name {
        return Error::new(query.number.span, name(query, &all));
    }
    let is_known = |is: &dyn Fn(&Row<'_>) -> bool| all.iter().any(is);
    if let Some(of) = query.section_type().filter(|of| !is_known(&|row| of.name == row.type_name())) {
        return unknown_type(rows, query, &of.name);
    }
    if let Some(key) = query.section.as_ref().filter(|key| !is_known(&|row| *key == row.key)) {
        return unknown_section(rows, query, key);
    }
    if let (Some(key), Some(of)) = (&query.section, query.section_type()) {
        let expected = variant(&key.to_string());
        if of.name != expected {
            let (found, expected) = (&of.name, of.sibling(&expected));
            let message = format!("`{found}` is not the type of section `{key}`, did you mean `{expected}`?");
            return Error::new(found.span(), message);
        }
    }
    let number = &query.number.text;
    let message = match (&query.section, query.section_type()) {
        _ if rows.is_incomplete() && !same_number.iter().any(|row| query.means(row)) => {
            format!("there is no code {number}; the table has errors, see above")
        }
        (Some(key), _) => elsewhere(rows, query, &format!("section `{key}`"), same_number),
        (None, Some(of)) => elsewhere(rows, query, &format!("`{}`", of.name), same_number),
        (None, None) if same_number.is_empty() => {
            format!("unknown code {number} (nearest: {}){}{}", near(rows, query), status_hint(query), path_hint(query))
        }
        (None, None) => {
            let instead = instead(query, same_number);
            format!("{number} is ambiguous: {} sections define it; write {instead}", same_number.len())
        }
    };
    Error::new(query.number.span, message)
}

/// Explains that a code is found by its number, and shows that of each row with this name.
fn name(query: &Query, all: &[Row<'_>]) -> String {
    let name = &query.number.text;
    let named: Vec<Row<'_>> = all.iter().filter(|row| name == row.variant && query.means(row)).copied().collect();
    if named.is_empty() {
        return format!(
            "`{name}` is not an integer literal; to look up a number at run time, use `Section::lookup` or `Code::by_number`"
        );
    }
    format!("`{name}` is a name; write its number, {}", instead(query, &named))
}

/// Returns a hint for an unknown code that looks like the HTTP status of an error.
fn status_hint(query: &Query) -> &'static str {
    match query.number.value {
        Some(400..=599) => "; an HTTP status is an `HttpStatus`, not a code",
        _ => "",
    }
}

/// Returns a hint for a type without a path, or no type: it is amoCRM's, even if the caller has imported another one.
fn path_hint(query: &Query) -> &'static str {
    if query.path().is_some() {
        ""
    } else {
        "; for your own table, write its path, such as `in billing::Code` or `in crate::Code`"
    }
}

/// Explains that a section does not have the number: names the sections that have it, or the nearest numbers of this one.
fn elsewhere(rows: &Rows<'_>, query: &Query, section: &str, same_number: &[Row<'_>]) -> String {
    let number = &query.number.text;
    if same_number.is_empty() {
        let (near, hint) = (near(rows, query), status_hint(query));
        return format!("{section} has no code {number}, and no other section has it (nearest: {near}){hint}");
    }
    format!("{section} has no code {number}, did you mean {}?", instead(query, same_number))
}

/// Lists every `code!` to choose from.
fn instead(query: &Query, same_number: &[Row<'_>]) -> String {
    let mut instead = Vec::new();
    for row in same_number {
        instead.push(query.instead(row));
    }
    list(&instead, " or ")
}

fn unknown_type(rows: &Rows<'_>, query: &Query, name: &Ident) -> Error {
    let keys = keys(rows);
    let types: Vec<String> = keys.iter().map(|key| variant(key)).collect();
    let types: Vec<&str> = types.iter().map(String::as_str).collect();
    // `Section`, `_` and `u16` cannot be types of the user's own table.
    let may_be_own = name != "Section" && name.to_string().starts_with(|first: char| first.is_ascii_uppercase());
    let message = match nearest(&name.to_string(), &types) {
        _ if rows.is_incomplete() => format!("there is no type `{name}`; the table has errors, see above"),
        Some(near) => format!("`{name}` is not a type of the table, did you mean `{near}`?"),
        None if query.path().is_some() || !may_be_own => {
            format!("`{name}` is not a code type; expected `Code` or the type of a section")
        }
        None => format!(
            "`{name}` is not a type of amoCRM's table; for your own table, write the path, such as `billing::{name}`"
        ),
    };
    Error::new(name.span(), message)
}

fn unknown_section(rows: &Rows<'_>, query: &Query, key: &Ident) -> Error {
    let keys = keys(rows);
    let message = match nearest(&key.to_string(), &keys) {
        _ if rows.is_incomplete() => format!("there is no section `{key}`; the table has errors, see above"),
        Some(near) => format!("unknown section `{key}`, did you mean `{near}`?"),
        None => {
            format!("unknown section `{key}`, expected {}{}", quoted_list(&keys, " or "), path_hint(query))
        }
    };
    Error::new(key.span(), message)
}

/// Returns the keys of the sections, sorted.
fn keys<'t>(rows: &Rows<'t>) -> Vec<&'t str> {
    let mut keys = Vec::new();
    for row in rows.all() {
        if let Err(index) = keys.binary_search(&row.key) {
            keys.insert(index, row.key);
        }
    }
    keys
}

/// Returns the nearest numbers below and above that of the query, in its section if it names one.
fn near(rows: &Rows<'_>, query: &Query) -> String {
    // A number that does not fit is beyond every number of a table.
    let beyond = if query.number.text.starts_with('-') { i64::MIN } else { i64::MAX };
    let number = query.number.value.unwrap_or(beyond);
    let (mut below, mut above) = (None, None);
    for row in rows.all() {
        if !query.means(&row) {
            continue;
        }
        if row.number < number {
            below = Some(row.number);
        } else if above.is_none() {
            above = Some(row.number);
        }
    }
    match (below, above) {
        (Some(below), Some(above)) => format!("{below}, {above}"),
        (Some(near), None) | (None, Some(near)) => near.to_string(),
        (None, None) => String::new(),
    }
}
