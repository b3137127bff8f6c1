//! The program `amo-codes`, which explains the response codes of amoCRM and of other tables: `amo-codes 244`.

mod against;
mod answer;
mod args;
mod check;
mod input;
mod json;
mod language;
mod overlay;
mod page;
mod query;
mod reading;
mod record;
mod reply;
mod shell;
mod suggest;
mod table;
mod terminal;
mod text;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::builder::styling::{AnsiColor, Style};

use crate::args::{Action, Shared};
use crate::table::Codes;
use crate::terminal::printable;

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// The output of a run, its errors and its exit status.
///
/// It is complete before anything is printed, so a reader that stops reading does not change the exit status. Only what is found on
/// standard input is printed at once.
#[derive(Default)]
pub(crate) struct Report {
    pub(crate) output: Vec<u8>,
    pub(crate) errors: Vec<String>,
    pub(crate) exit: u8,
}

impl Report {
    /// An argument is invalid or a file cannot be read.
    pub(crate) fn invalid(errors: Vec<String>) -> Self {
        Self { output: Vec::new(), errors, exit: 2 }
    }
}

fn main() -> ExitCode {
    let (action, shared) = args::parse();
    shared.color.write_global();
    let mut report = run(&action, &shared).unwrap_or_else(Report::invalid);
    if let Err(error) = print(&report.output) {
        report.errors.push(format!("failed to write output: {error}"));
        report.exit = 2;
    }
    print_errors(&report.errors);
    ExitCode::from(report.exit)
}

fn run(action: &Action, shared: &Shared) -> Result<Report, Vec<String>> {
    let codes = || Codes::load(shared.table.as_deref(), shared.language);
    match action {
        Action::Explain(lookup) => answer::run(lookup, shared, &codes()?),
        Action::Reply(saved) => reply::run(saved, shared, &codes()?),
        Action::Page { title } => Ok(page::run(title.as_deref(), shared, &codes()?)),
        Action::Check { files, against } => Ok(check::run(files, against.as_deref(), shared.json)),
        Action::Complete(shell) => Ok(shell::completions(*shell)),
        Action::Help(topic) => Ok(shell::help(topic.as_deref())),
        Action::Manual(page) => Ok(shell::manual(page)),
    }
}

/// Writes to standard output, and returns whether somebody still reads it. A reader that stops reading, as in `amo-codes | head`, is
/// not an error.
pub(crate) fn print(output: &[u8]) -> io::Result<bool> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(output).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        result => result.map(|()| true),
    }
}

/// Writes to standard error, with an empty line after an error of several lines.
pub(crate) fn print_errors(errors: &[String]) {
    let mut before = "";
    for message in errors {
        // If standard error is closed as well, there is nowhere left to report this.
        let _ = writeln!(anstream::stderr(), "{before}{ERROR}error:{ERROR:#} {}", printable(message));
        before = if message.contains('\n') { "\n" } else { "" };
    }
}
