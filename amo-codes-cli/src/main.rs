//! The program `amo-codes`, which explains the response codes of amoCRM in a terminal: `amo-codes 244`.

mod args;
mod codes;
mod page;
mod query;
mod reply;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::builder::styling::{AnsiColor, Style};
use clap_complete::Shell;

use crate::args::Action;

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// The output of a run, and its exit status.
///
/// It is complete before anything is printed, so a reader that stops reading does not change the exit status.
pub(crate) struct Outcome {
    pub(crate) output: Vec<u8>,
    pub(crate) errors: Vec<String>,
    pub(crate) exit: u8,
}

fn main() -> ExitCode {
    let mut outcome = match args::parse() {
        Action::Explain(lookup) => codes::run(&lookup),
        Action::Reply(saved) => reply::run(&saved),
        Action::Complete(shell) => completions(shell),
    };
    if let Err(error) = print(&outcome.output) {
        outcome.errors.push(format!("failed to write output: {error}"));
        outcome.exit = 2;
    }
    for message in &outcome.errors {
        // If standard error is closed as well, there is nowhere left to report this.
        let _ = writeln!(anstream::stderr(), "{ERROR}error:{ERROR:#} {message}");
    }
    ExitCode::from(outcome.exit)
}

fn completions(shell: Shell) -> Outcome {
    // `generate` panics if it cannot write, which a buffer rules out.
    let mut output = Vec::new();
    clap_complete::generate(shell, &mut args::command(), "amo-codes", &mut output);
    Outcome { output, errors: Vec::new(), exit: 0 }
}

/// Writes to standard output. A reader that stops reading, as in `amo-codes | head`, is not an error.
fn print(output: &[u8]) -> io::Result<()> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(output).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
