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
    let mut errors = Vec::new();
    let mut find = |query| {
        query::find(query, &lookup.filter).unwrap_or_else(|message| {
            errors.push(message);
            Found { codes: Vec::new(), is_table: false }
        })
    };
    let answers: Vec<Answer> = queries.into_iter().map(|query| (query, find(query))).collect();
    let output = if lookup.json { to_json(&answers) } else { to_text(&answers) };
    Outcome { output, exit: u8::from(!errors.is_empty()), errors }
}

/// A query and what was found for it, which may be nothing.
type Answer<'a> = (Option<&'a str>, Found);

fn to_json(answers: &[Answer]) -> Vec<u8> {
    let answers = answers.iter().map(|(query, found)| {
        let codes: Vec<Value> = found.codes.iter().copied().map(code_to_json).collect();
        json!({ "query": query, "codes": codes })
    });
    format!("{:#}\n", Value::Array(answers.collect())).into_bytes()
}

fn code_to_json(code: Code) -> Value {
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

fn to_text(answers: &[Answer]) -> Vec<u8> {
    let mut page = Page::new();
    for (query, found) in answers {
        if found.is_table {
            let sections = found.codes.chunk_by(|one, other| one.section() == other.section());
            sections.for_each(|codes| show_section(&mut page, codes));
        } else {
            found.codes.iter().for_each(|&code| show_code(&mut page, code));
            show_status(&mut page, *query, &found.codes);
        }
    }
    page.into_bytes()
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

/// Shows the codes of one section as a table.
fn show_section(page: &mut Page, codes: &[Code]) {
    let Some(section) = codes.first().map(|code| code.section()) else { return };
    page.heading(&format!("{section}: {}", section.title()));
    page.empty_line();
    let width = codes.iter().map(|code| code.name().len()).fold(0, usize::max);
    let (number, status, advice, name) = ("number", "HTTP", "advice", "name");
    let columns = format!("  {FAINT}{number}  {status}  {advice:15}  {name:width$}  ");
    page.row(&columns, &format!("description{FAINT:#}"));
    for &code in codes {
        let status = code.http_status().map_or(String::new(), |status| status.to_string());
        let (number, advice, name) = (code.as_u16(), code.advice(), code.name());
        let columns = format!("  {STRONG}{number:>6}{STRONG:#}  {status:4}  {advice:15}  {name:width$}  ");
        page.row(&columns, &format!("{code}{}", mark(code)));
    }
    page.empty_line();
}

/// Marks codes that are not in amoCRM's documentation.
pub(crate) fn mark(code: Code) -> &'static str {
    if code.is_documented() { "" } else { " (undocumented)" }
}

/// Lists the codes that are returned with the HTTP status of the same number, which is easily mistaken for the code.
fn show_status(page: &mut Page, query: Option<&str>, shown: &[Code]) {
    let status = query.and_then(|query| query.parse().ok()).and_then(HttpStatus::from_u16);
    let (Some(status), false) = (status, shown.is_empty()) else { return };
    let codes: Vec<Code> = Code::with_http_status(status).collect();
    if codes.iter().any(|code| !shown.contains(code)) {
        let addresses = query::addresses(&codes);
        page.paragraph(&format!("Note: these codes are returned with HTTP status {status}: {addresses}"));
        page.empty_line();
    }
}
