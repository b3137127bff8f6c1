//! The program `amo-codes`, which explains the response codes of amoCRM and of other tables: `amo-codes 244`.

mod answer;
mod args;
mod check;
mod json;
mod language;
mod log;
mod page;
mod query;
mod reply;
mod shell;
mod suggest;
mod table;
mod terminal;
mod text;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::builder::styling::{AnsiColor, Style};

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// The output of a run, its errors and its exit status.
///
/// It is complete before anything is printed, so a reader that stops reading does not change the exit status.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) output: Vec<u8>,
    pub(crate) errors: Vec<String>,
    pub(crate) exit: u8,
}

impl Outcome {
    /// An argument is invalid or a file cannot be read.
    pub(crate) fn invalid(errors: Vec<String>) -> Self {
        Self { output: Vec::new(), errors, exit: 2 }
    }
}

fn main() -> ExitCode {
    let arguments = args::parse();
    arguments.shared.color.write_global();
    let mut outcome = run(&arguments).unwrap_or_else(Outcome::invalid);
    if let Err(error) = print(&outcome.output) {
        outcome.errors.push(format!("failed to write output: {error}"));
        outcome.exit = 2;
    }
    print_errors(&outcome.errors);
    ExitCode::from(outcome.exit)
}

fn run(arguments: &args::Arguments) -> Result<Outcome, Vec<String>> {
    let shared = &arguments.shared;
    if let Some(shell) = arguments.completions {
        return Ok(shell::completions(shell));
    }
    if let Some(page) = &arguments.man {
        return Ok(shell::manual(page));
    }
    if let Some(args::Command::Check(check)) = &arguments.command {
        return Ok(check::run(&check.files, shared.json));
    }
    let codes = table::Codes::load(shared.table.as_deref(), shared.language())?;
    match &arguments.command {
        Some(args::Command::Reply(saved)) => reply::run(saved, shared, &codes),
        Some(args::Command::Page(page)) => Ok(page::run(page, shared.json, shared.language(), &codes)),
        _ => answer::run(&arguments.lookup, shared, &codes),
    }
}

/// Writes to standard output. A reader that stops reading, as in `amo-codes | head`, is not an error.
fn print(output: &[u8]) -> io::Result<()> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(output).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes to standard error, with an empty line after an error of several lines.
fn print_errors(errors: &[String]) {
    let mut before = "";
    for message in errors {
        // If standard error is closed as well, there is nowhere left to report this.
        let _ = writeln!(anstream::stderr(), "{before}{ERROR}error:{ERROR:#} {message}");
        before = if message.contains('\n') { "\n" } else { "" };
    }
}
