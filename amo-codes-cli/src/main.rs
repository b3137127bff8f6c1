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
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::ColorChoice;
use clap::ArgMatches;
use clap::builder::styling::{AnsiColor, Style};

use crate::language::Language;
use crate::table::Codes;
use crate::terminal::printable;

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// The output of a run, its errors and its exit status.
///
/// It is complete before anything is printed, so a reader that stops reading does not change the exit status. Only what is found on
/// standard input is printed at once.
#[derive(Default)]
pub(crate) struct Report {
    pub(crate) output: String,
    pub(crate) errors: Vec<String>,
    pub(crate) exit: u8,
}

fn main() -> ExitCode {
    let (subcommand, args) = args::parse();
    let color = match args.get_one("color").map(String::as_str) {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    color.write_global();
    // If this fails, an argument is invalid or a file cannot be read.
    let report = run(subcommand.as_deref(), &args);
    let mut report = report.unwrap_or_else(|errors| Report { errors, exit: 2, ..Report::default() });
    if let Err(error) = print(&report.output) {
        report.errors.push(format!("failed to write output: {error}"));
        report.exit = 2;
    }
    print_errors(&report.errors);
    ExitCode::from(report.exit)
}

fn run(subcommand: Option<&str>, args: &ArgMatches) -> Result<Report, Vec<String>> {
    let text = |id| args.get_one(id).map(String::as_str);
    let is_json = args.get_flag("json");
    let codes = || Codes::load(args.get_one::<PathBuf>("table"), Language::new(args.get_one("lang")));
    let output = match subcommand {
        None => match (args.get_one("completions"), text("man")) {
            (Some(shell), _) => shell::completions(*shell),
            (None, Some(page)) => shell::manual(page)?,
            (None, None) => return answer::run(args, &codes()?),
        },
        Some("help") => shell::help(text("topic")),
        Some("page") if is_json => json::pretty(&json::table(&codes()?)),
        Some("page") => printable(&page::page(text("title"), &codes()?)),
        Some("reply") => return answer::reply(args, &codes()?),
        Some(_) => return check::run(args),
    };
    Ok(Report { output, ..Report::default() })
}

/// Writes to standard output, and returns whether somebody still reads it. A reader that stops reading, as in `amo-codes | head`, is
/// not an error.
pub(crate) fn print(output: &str) -> io::Result<bool> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(output.as_bytes()).and_then(|()| stdout.flush()) {
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
