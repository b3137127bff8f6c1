//! Checks tables: `amo-codes check tables/*.toml`.

use std::path::PathBuf;

use amo_codes_table::Reading;
use serde_json::{Value, json};

use crate::{Outcome, input, json};

pub(crate) fn run(files: &[PathBuf], as_json: bool) -> Outcome {
    let mut outcome = Outcome::default();
    let mut found: Vec<Value> = Vec::new();
    for file in files {
        let name = file.display().to_string();
        match input::file(file) {
            Ok(bytes) => {
                let reading = amo_codes_table::read_bytes(&name, &bytes);
                if !reading.diagnostics.is_empty() {
                    outcome.exit = outcome.exit.max(1);
                }
                if as_json {
                    found.extend(errors(&name, &reading));
                } else {
                    outcome.errors.extend(reading.errors());
                }
            }
            Err(errors) => {
                outcome.errors.extend(errors);
                outcome.exit = 2;
            }
        }
    }
    if as_json {
        outcome.output = json::to_bytes(&Value::Array(found));
    }
    outcome
}

fn errors(file: &str, reading: &Reading) -> Vec<Value> {
    let errors = reading.diagnostics.iter().map(|diagnostic| {
        let position = match (&reading.source, &diagnostic.span) {
            (Some(source), Some(span)) => Some(source.position(span.start)),
            _ => None,
        };
        json!({
            "file": file,
            "line": position.as_ref().map(|position| position.line),
            "column": position.as_ref().map(|position| position.column),
            "message": diagnostic.message,
            "help": diagnostic.help,
            "rendered": diagnostic.render(reading.source.as_ref()),
        })
    });
    errors.collect()
}
