//! Explains codes, as text or as JSON.

use amo_codes::{Code, HttpStatus};
use serde_json::{Value, json};

use crate::Outcome;
use crate::args::Lookup;
use crate::page::{FAINT, Page, STRONG};
use crate::query::{self, Found};

pub(crate) fn run(lookup: &Lookup) -> Outcome {
    let queries = match &*lookup.queries {
        [] => vec![None],
        queries => queries.iter().map(|query| Some(query.as_str())).collect(),
    };
    let (mut page, mut values, mut errors) = (Page::new(), Vec::new(), Vec::new());
    for query in queries {
        let found = query::find(query, &lookup.filter).unwrap_or_else(|message| {
            errors.push(message);
            Found::Codes(Vec::new())
        });
        let codes: Vec<Value> = found.codes().iter().copied().map(to_json).collect();
        values.push(json!({ "query": query, "codes": codes }));
        show(&mut page, &found);
        if let Some(query) = query {
            show_status(&mut page, query, found.codes());
        }
    }
    let output = if lookup.json { format!("{:#}\n", Value::from(values)).into_bytes() } else { page.into_bytes() };
    let exit = u8::from(!errors.is_empty());
    Outcome { output, errors, exit }
}

fn to_json(code: Code) -> Value {
    json!({
        "address": query::address(code),
        "section": code.section().as_str(),
        "number": code.as_u16(),
        "name": code.name(),
        "description": code.description(),
        "note": code.note(),
        "http_status": code.http_status().map(HttpStatus::as_u16),
        "advice": code.advice().as_str(),
        "is_error": code.is_error(),
        "is_documented": code.is_documented(),
    })
}

fn show(page: &mut Page, found: &Found) {
    match found {
        Found::Codes(codes) => codes.iter().for_each(|&code| show_code(page, code)),
        Found::Sections(codes) => {
            codes.chunk_by(|one, other| one.section() == other.section()).for_each(|codes| show_section(page, codes));
        }
    }
}

fn show_code(page: &mut Page, code: Code) {
    page.heading(&format!("{}  {}{}", query::address(code), code.name(), mark(code)));
    page.field("description", code);
    if let Some(note) = code.note() {
        page.field("note", note);
    }
    match code.http_status() {
        Some(status) => page.field("HTTP status", status),
        None => page.field("HTTP status", "(not specified)"),
    }
    page.field("advice", code.advice());
    page.empty_line();
}

/// The codes of one section as a table.
fn show_section(page: &mut Page, codes: &[Code]) {
    let Some(section) = codes.first().map(|code| code.section()) else { return };
    page.heading(&format!("{section}: {}", section.title()));
    page.empty_line();
    let width = codes.iter().map(|code| code.name().len()).fold(0, usize::max);
    let (number, status, advice, name) = ("code", "HTTP", "advice", "name");
    let columns = format!("  {FAINT}{number}  {status}  {advice:15}  {name:width$}  ");
    page.row(&columns, &format!("description{FAINT:#}"));
    for &code in codes {
        let status = code.http_status().map_or(String::new(), |status| status.to_string());
        let (number, advice, name) = (code.as_u16(), code.advice(), code.name());
        let columns = format!("  {STRONG}{number:>4}{STRONG:#}  {status:4}  {advice:15}  {name:width$}  ");
        page.row(&columns, &format!("{code}{}", mark(code)));
    }
    page.empty_line();
}

/// Says which codes are not from amoCRM's documentation.
pub(crate) fn mark(code: Code) -> &'static str {
    if code.is_documented() { "" } else { " (undocumented)" }
}

/// A number may have been read from an HTTP status, for which other codes than the one just shown are returned.
fn show_status(page: &mut Page, query: &str, shown: &[Code]) {
    let codes = query::with_status(query);
    if codes.iter().any(|code| !shown.contains(code)) {
        let addresses = query::addresses(&codes);
        page.paragraph(&format!("Note: these codes are returned with HTTP status {query}: {addresses}"));
        page.empty_line();
    }
}
