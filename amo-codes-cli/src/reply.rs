//! Reads a saved reply: `amo-codes reply --path /api/v4/leads --status 400 body.json`.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use amo_codes::Advice;
use amo_codes_reply::{Finding, Reply, Subject};
use serde_json::json;

use crate::Outcome;
use crate::args::SavedReply;
use crate::codes::mark;
use crate::page::Page;

pub(crate) fn run(saved: &SavedReply) -> Outcome {
    let body = match read(&saved.file) {
        Ok(body) => body,
        Err(error) => {
            let message = format!("failed to read `{}`: {error}", saved.file.display());
            return Outcome { output: Vec::new(), errors: vec![message], exit: 2 };
        }
    };
    let reply = Reply::read(&saved.path, saved.status, &body);
    let output = if saved.json { format!("{:#}\n", json!(reply)).into_bytes() } else { to_text(&reply) };
    Outcome { output, errors: Vec::new(), exit: u8::from(reply.is_failure()) }
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return fs::read(file);
    }
    let mut body = Vec::new();
    io::stdin().lock().read_to_end(&mut body)?;
    Ok(body)
}

fn to_text(reply: &Reply) -> Vec<u8> {
    let mut page = Page::new();
    page.paragraph(&reply.to_string());
    page.empty_line();
    page.field("advice", format_args!("{}. {}", reply.advice(), explanation(reply.advice())));
    match reply.outcome() {
        amo_codes_reply::Outcome::Done | amo_codes_reply::Outcome::Refused => {}
        amo_codes_reply::Outcome::Partial => {
            page.field("outcome", "partial: the rest of the request was carried out. Do not repeat that.");
        }
        amo_codes_reply::Outcome::Unknown => page.field(
            "outcome",
            "unknown: the request may have been carried out. Check before repeating one that creates something.",
        ),
    }
    for finding in reply.findings() {
        page.empty_line();
        show_finding(&mut page, finding);
    }
    if reply.omitted() > 0 {
        page.empty_line();
        let (more, s) = (reply.omitted(), if reply.omitted() == 1 { "" } else { "s" });
        page.paragraph(&format!("… and {more} more finding{s}"));
    }
    page.into_bytes()
}

/// Explains an `Advice` in a sentence or two.
fn explanation(advice: Advice) -> &'static str {
    match advice {
        Advice::NotAnError => "The reply reports a success or an empty result.",
        Advice::NotFound => "The field, entity or element does not exist. This can be ignored when deleting.",
        Advice::RetryLater => "The same request may succeed later. Retry with exponential backoff.",
        Advice::SignIn => "The credentials are wrong or the token has expired. Refresh the token once, then retry.",
        Advice::FixRequest => "The request itself must change. Retrying it unchanged will fail again.",
        _ => "A person must act first: grant permissions, pay, enable a feature or log in through a browser.",
    }
}

fn show_finding(page: &mut Page, finding: &Finding) {
    let pointer = printable(finding.pointer());
    page.heading(if pointer.is_empty() { "(the whole body)" } else { &pointer });
    match (finding.code(), finding.meanings(), finding.number()) {
        (Some(code), ..) => page.field("code", format_args!("{code:#}{}", mark(code))),
        (None, [], Some(number)) => page.field("code", format_args!("{number} (unknown)")),
        (None, meanings, _) => {
            for &code in meanings {
                page.field("may be", format_args!("{code:#}{}", mark(code)));
            }
        }
    }
    let (entity, item) = match finding.subject() {
        Some(Subject::Entity(id)) => (Some(id), None),
        Some(Subject::Item(id)) => (None, Some(id)),
        _ => (None, None),
    };
    let details = [
        ("message", Some(finding.message()).filter(|message| !message.is_empty())),
        ("error key", finding.error_key()),
        ("entity", entity),
        ("item", item),
        ("field", finding.field()),
    ];
    for (label, value) in details {
        if let Some(value) = value {
            page.field(label, printable(value));
        }
    }
    page.field("advice", finding.advice());
}

/// Returns amoCRM's text without characters that a terminal obeys.
fn printable(text: &str) -> String {
    let is_quote = |letter| matches!(letter, '"' | '\'' | '\\');
    let escape = |letter: char| if is_quote(letter) { letter.into() } else { letter.escape_debug().to_string() };
    text.chars().map(escape).collect()
}
