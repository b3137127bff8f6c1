//! Why `code!` cannot name a row: one line that says what to write instead.

use amo_codes_table::{list, nearest, quoted_list, variant};
use proc_macro2::Ident;
use syn::Error;

use super::query::{Kind, Query};
use super::rows::{Row, Rows};

/// Returns the error for a query that does not name exactly one row; `same_code` are the rows with its number.
pub(super) fn explain(rows: &Rows<'_>, query: &Query, same_code: &[Row<'_>]) -> Error {
    let all = rows.all();
    if query.number.kind == Kind::Name && !rows.are_words() {
        return Error::new(query.number.span, name(rows, query, &all));
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
    let number = &shown(rows, query);
    let message = match (&query.section, query.section_type()) {
        _ if rows.is_incomplete() && !same_code.iter().any(|row| query.means(row)) => {
            format!("there is no code {number}; the table has errors, see above")
        }
        (Some(key), _) => elsewhere(rows, query, &format!("section `{key}`"), same_code),
        (None, Some(of)) => elsewhere(rows, query, &format!("`{}`", of.name), same_code),
        (None, None) if same_code.is_empty() => {
            format!("unknown code {number}{}{}{}", near(rows, query), status_hint(rows, query), path_hint(query))
        }
        (None, None) => {
            let instead = instead(rows, query, same_code);
            format!("{number} is ambiguous: {} sections define it; write {instead}", same_code.len())
        }
    };
    Error::new(query.number.span, message)
}

/// Returns the number or the word in a message.
fn shown(rows: &Rows<'_>, query: &Query) -> String {
    match query.code_in(rows) {
        Ok(word) if rows.are_words() => format!("`{word}`"),
        _ => query.number.text.clone(),
    }
}

/// Explains that a code is found by its number, and shows that of each row with this name.
fn name(rows: &Rows<'_>, query: &Query, all: &[Row<'_>]) -> String {
    let name = &query.number.text;
    let named: Vec<Row<'_>> = all.iter().filter(|row| name == row.variant && query.means(row)).copied().collect();
    if !named.is_empty() {
        return format!("`{name}` is a name; write its number, {}", instead(rows, query, &named));
    }
    let word = if query.path().is_some() {
        String::new()
    } else {
        format!("; for a word of your own table, write its path, such as `code!({name} in billing::Code)`")
    };
    format!(
        "`{name}` is not an integer literal; to look up a number at run time, use `Section::lookup` or `Code::by_number`{word}"
    )
}

/// Returns a hint for an unknown code that looks like the HTTP status of an error.
fn status_hint(rows: &Rows<'_>, query: &Query) -> &'static str {
    match query.number.value {
        Some(400..=599) if !rows.are_words() => "; an HTTP status is an `HttpStatus`, not a code",
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
fn elsewhere(rows: &Rows<'_>, query: &Query, section: &str, same_code: &[Row<'_>]) -> String {
    let number = &shown(rows, query);
    if same_code.is_empty() {
        let (near, hint) = (near(rows, query), status_hint(rows, query));
        return format!("{section} has no code {number}, and no other section has it{near}{hint}");
    }
    format!("{section} has no code {number}, did you mean {}?", instead(rows, query, same_code))
}

/// Lists every `code!` to choose from.
fn instead(rows: &Rows<'_>, query: &Query, same_code: &[Row<'_>]) -> String {
    let mut instead = Vec::new();
    for row in same_code {
        instead.push(query.instead(rows, row));
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

/// Suggests the word that is probably meant, in the section of the query if it names one.
fn near_word(rows: &Rows<'_>, query: &Query, word: &str) -> String {
    let (mut all, mut words) = (rows.all(), Vec::new());
    all.retain(|row| query.means(row));
    for row in &all {
        words.push(row.code);
    }
    let near = nearest(word, &words);
    all.retain(|row| Some(row.code) == near);
    if all.is_empty() { String::new() } else { format!(", did you mean {}?", instead(rows, query, &all)) }
}

/// Shows the nearest numbers below and above that of the query, in its section if it names one; or the nearest word.
fn near(rows: &Rows<'_>, query: &Query) -> String {
    if rows.are_words() {
        return query.code_in(rows).map_or(String::new(), |word| near_word(rows, query, &word));
    }
    // A number that does not fit is beyond every number of a table.
    let beyond = if query.number.text.starts_with('-') { i64::MIN } else { i64::MAX };
    let number = query.number.value.unwrap_or(beyond);
    let (mut below, mut above) = (None, None);
    for row in rows.all() {
        if !query.means(&row) {
            continue;
        }
        if row.number() < number {
            below = Some(row.number());
        } else if above.is_none() {
            above = Some(row.number());
        }
    }
    let near = match (below, above) {
        (Some(below), Some(above)) => format!("{below}, {above}"),
        (Some(near), None) | (None, Some(near)) => near.to_string(),
        (None, None) => String::new(),
    };
    format!(" (nearest: {near})")
}
