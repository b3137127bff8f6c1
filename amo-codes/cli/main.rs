//! What a number of amoCRM's means, in a terminal: `amo-codes 244`.

mod answer;
mod args;
mod show;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use amo_codes::Code;
use serde_json::{Value, json};

use crate::answer::Answer;

fn main() -> ExitCode {
    let args = args::parse();
    if let Some(shell) = args.completions {
        clap_complete::generate(shell, &mut args::command(), "amo-codes", &mut io::stdout());
        return ExitCode::SUCCESS;
    }
    let (mut answers, mut unknown) = (Vec::new(), Vec::new());
    if args.questions.is_empty() {
        match answer::everything(&args.limits) {
            Ok(answer) => answers.push((None, answer)),
            Err(message) => unknown.push(message),
        }
    }
    for question in &args.questions {
        match answer::ask(question, &args.limits) {
            Ok(answer) => answers.push((answer::as_status(question), answer)),
            Err(message) => unknown.push(message),
        }
    }
    let written = if args.json { write_json(&answers) } else { write_text(&answers) };
    match written {
        // Whoever reads has read enough: `amo-codes | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(error) => unknown.push(format!("cannot write the answer: {error}")),
        Ok(()) => {}
    }
    for message in &unknown {
        let _ = writeln!(anstream::stderr(), "{message}");
    }
    if unknown.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// An answer, and what its question is as an HTTP status.
type Answered = (Option<String>, Answer);

fn write_text(answers: &[Answered]) -> io::Result<()> {
    let mut to = anstream::stdout().lock();
    for (status, answer) in answers {
        show::answer(&mut to, answer)?;
        if let Some(status) = status {
            writeln!(to, "{status}\n")?;
        }
    }
    to.flush()
}

/// One array of all codes.
fn write_json(answers: &[Answered]) -> io::Result<()> {
    let codes: Vec<Value> = answers.iter().flat_map(|(_, answer)| answer.codes()).copied().map(value).collect();
    let mut to = io::stdout().lock();
    serde_json::to_writer_pretty(&mut to, &codes)?;
    writeln!(to)
}

fn value(code: Code) -> Value {
    json!({
        "address": format!("{}.{}", code.section(), code.as_u16()),
        "section": code.section().as_str(),
        "number": code.as_u16(),
        "name": code.name(),
        "description": code.description(),
        "note": code.note(),
        "http_status": code.http_status().map(amo_codes::HttpStatus::as_u16),
        "advice": code.advice().as_str(),
        "is_error": code.is_error(),
    })
}
