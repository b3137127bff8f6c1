//! Checks tables: `amo-codes check tables/*.toml`.

use std::path::{Path, PathBuf};

use amo_codes_table::{Reading, Span};
use clap::ArgMatches;
use serde_json::{Value, json};

use crate::against::{Change, changes};
use crate::{Report, input, json};

/// The maximum number of errors that are printed for people.
const MOST_SHOWN: usize = 100;

/// Reports the errors of tables. A table without errors is also compared with the valid part of its older version.
pub(crate) fn run(args: &ArgMatches) -> Result<Report, Vec<String>> {
    let files: Vec<&PathBuf> = args.get_many("files").into_iter().flatten().collect();
    let old: Option<&PathBuf> = args.get_one("against");
    if old.is_some() && files.len() > 1 {
        return Err(vec!["`--against` compares one table with its older version, not several".to_owned()]);
    }
    let mut report = Report::default();
    let mut readings = Vec::new();
    for file in old.into_iter().chain(files) {
        let name = if file == Path::new("-") { "<stdin>".to_owned() } else { file.display().to_string() };
        match input::file(file) {
            Ok(bytes) => readings.push(amo_codes_table::read_bytes(&name, &bytes)),
            Err(errors) => report.errors.extend(errors),
        }
    }
    let mut found: Vec<Value> = readings.iter().flat_map(errors).collect();
    if let (Some(_), [old, new]) = (old, &*readings) {
        let changes = if new.errors.is_empty() { changes(&old.table, &new.table) } else { Vec::new() };
        found.extend(changes.iter().map(|change| breaking(change, old, new)));
    }
    report.exit = if report.errors.is_empty() { u8::from(!found.is_empty()) } else { 2 };
    if args.get_flag("json") {
        report.output = json::pretty(&Value::Array(found));
        return Ok(report);
    }
    let rendered = found.iter().filter_map(|error| error["rendered"].as_str()).map(str::to_owned);
    report.errors.extend(rendered.take(MOST_SHOWN));
    if found.len() > MOST_SHOWN {
        let more = found.len() - MOST_SHOWN;
        report.errors.push(format!("there are {more} more errors, which `--json` lists"));
    }
    Ok(report)
}

fn errors(reading: &Reading) -> impl Iterator<Item = Value> {
    reading.errors.iter().map(|diagnostic| {
        let rendered = diagnostic.render(reading.source.as_ref());
        let position = position(reading, diagnostic.span.as_ref());
        error(position, &diagnostic.message, &diagnostic.help, &rendered)
    })
}

fn breaking(change: &Change, old: &Reading, new: &Reading) -> Value {
    let Change { message, breaks, help, .. } = change;
    let (old, new) = (position(old, Some(&change.old)), position(new, change.new.as_ref()));
    let links = format!(" --> {}\n ::: {}", link(&new), link(&old));
    let rendered = format!("{message}\n{links}\n  = breaks: {breaks}\n  = help: {help}");
    let mut error = error(new, message, help, &rendered);
    error["breaks"] = json!(breaks);
    error["old"] = old;
    error
}

fn error(mut position: Value, message: &str, help: &str, rendered: &str) -> Value {
    position["message"] = json!(message);
    position["help"] = json!(help);
    position["rendered"] = json!(rendered);
    position
}

/// Returns the file, the line and the column of a span.
fn position(reading: &Reading, span: Option<&Span>) -> Value {
    let source = reading.source.as_ref();
    let position = source.zip(span).map(|(source, span)| source.position(span.start));
    json!({
        "file": source.map(|source| &source.display_path),
        "line": position.map(|position| position.line),
        "column": position.map(|position| position.column),
    })
}

/// Returns a position as terminals and editors link it.
fn link(position: &Value) -> String {
    let file = position["file"].as_str().unwrap_or_default();
    let parts =
        ["line", "column"].map(|key| position[key].as_u64().map_or(String::new(), |number| format!(":{number}")));
    format!("{file}{}", parts.concat())
}
