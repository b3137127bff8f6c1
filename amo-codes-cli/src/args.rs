//! The arguments of the program.
#![allow(clippy::doc_markdown, reason = "the docs are the help, which a terminal shows as they are")]

use std::path::PathBuf;

use amo_codes::HttpStatus;
use anstream::ColorChoice;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use crate::language::Language;

/// The subcommands, for `--man`.
const PAGES: [&str; 4] = ["amo-codes", "check", "page", "reply"];

/// Explains response codes of the amoCRM (Kommo) API, log lines and saved replies.
#[derive(Parser)]
#[command(
    name = "amo-codes",
    version,
    after_help = "\
Exit status: 0 if every query was found, 1 if one was not found, 2 if an argument is invalid, a file cannot be read or the \
output cannot be written."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) lookup: Lookup,
    /// Print a completion script for SHELL
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub(crate) completions: Option<Shell>,
    /// Print the man page of the program or of a subcommand
    #[arg(
        long,
        value_name = "PAGE",
        exclusive = true,
        num_args = 0..=1,
        default_missing_value = "amo-codes",
        value_parser = PAGES
    )]
    pub(crate) man: Option<String>,
    #[command(flatten)]
    pub(crate) shared: Shared,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Reply(SavedReply),
    Page(Page),
    Check(Check),
}

/// The codes to explain.
#[derive(Args)]
pub(crate) struct Lookup {
    /// What to explain, such as 244, tasks.244, leads, rights or 'Код ошибки 244' [default: the whole table]
    ///
    /// A query is a number (244), an address (tasks.244), a section (leads), a name (AddLeadForbidden), a path
    /// (/api/v4/leads), a word of a description (rights), or a line of a log ('Код ошибки 244'), in which a number counts
    /// only after the words that amoCRM uses. With `-`, or without a query if standard input is a pipe, each of its lines is
    /// a query.
    #[arg(value_name = "QUERY", num_args = 0.., allow_negative_numbers = true)]
    pub(crate) queries: Vec<String>,
    /// Show only codes of this section
    #[arg(short, long, value_name = "SECTION")]
    pub(crate) section: Option<String>,
    /// Show only codes that are documented with this HTTP status
    #[arg(long, value_name = "STATUS", value_parser = parse_status)]
    pub(crate) http: Option<HttpStatus>,
    /// Path or URL of the request, which tells the meanings of a number apart
    #[arg(long, value_name = "PATH")]
    pub(crate) path: Option<String>,
    /// Show the whole table, even if standard input is a pipe
    #[arg(long, conflicts_with_all = ["queries", "path"])]
    pub(crate) all: bool,
}

/// What every subcommand understands.
#[derive(Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Shared {
    /// Use another table, in the format of `amo_codes!`, instead of amoCRM's
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) table: Option<PathBuf>,
    /// Language of descriptions, advice and the page [default: from the locale]
    #[arg(long, global = true, value_name = "LANGUAGE")]
    lang: Option<Language>,
    /// Print JSON
    ///
    /// Without a subcommand, the output is an array with one object for each query or line. It has the keys "query" (null for
    /// the whole table), "line" (the number of the line on standard input, or null), "path" (of the request, or null), "codes"
    /// (the most likely first; empty if nothing was found) and "reply" (what `reply --json` prints if the line contains a
    /// reply, or null).
    ///
    /// Each code has the keys "address", "section", "number", "name", "description", "note", "http_status", "advice",
    /// "is_error", "is_documented" and "docs_url". "note", "http_status" and "docs_url" are null if there is none.
    ///
    /// For `reply`, the output is an object with the keys "path", "status", "body" ("empty", "json", "html" or "other"),
    /// "is_failure", "outcome" ("done", "refused", "partial" or "unknown"), "advice", "is_repeatable", "retry_after" (in
    /// seconds), "trace_id", "findings" and "omitted" (the number of findings that were not kept). Each finding has the keys
    /// "number", "code" and "meanings" (addresses of amoCRM's table), "advice", "message", "pointer" (where it is in the body),
    /// "subject", "field" and "error_key".
    ///
    /// For `check`, the output is an array with one object for each error, with the keys "file", "line", "column", "message",
    /// "help" and "rendered".
    ///
    /// For `page`, the output is an array of sections with the keys "key", "title", "paths" and "codes".
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// When to use color; `auto` also depends on NO_COLOR and CLICOLOR_FORCE
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

impl Shared {
    pub(crate) fn language(&self) -> Language {
        self.lang.unwrap_or_else(Language::of_locale)
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    pub(crate) fn write_global(self) {
        match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        }
        .write_global();
    }
}

/// Explain a saved amoCRM reply: what went wrong, and what to do next
#[derive(Args)]
#[command(after_help = "\
Exit status: 0 if the reply is a success, 1 if it is a failure, 2 if an argument is invalid, the body cannot be read or the \
output cannot be written.")]
pub(crate) struct SavedReply {
    /// Path or URL of the request, such as /api/v4/leads
    #[arg(long, value_name = "PATH")]
    pub(crate) path: String,
    /// HTTP status of the reply (100 to 599)
    #[arg(long, value_name = "STATUS", value_parser = parse_status)]
    pub(crate) status: HttpStatus,
    /// File with the body of the reply, or `-` for standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
}

/// Print the table as an HTML page that needs no other file
#[derive(Args)]
#[command(
    after_help = "Exit status: 2 if an argument is invalid, a file cannot be read or the output cannot be written."
)]
pub(crate) struct Page {
    /// Title of the page
    #[arg(long, value_name = "TITLE")]
    pub(crate) title: Option<String>,
}

/// Check tables, and print every error as `amo_codes!` does
#[derive(Args)]
#[command(after_help = "\
Exit status: 0 if every table is valid, 1 if one has errors, 2 if a file cannot be read or the output cannot be written.")]
pub(crate) struct Check {
    /// Tables to check
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
}

/// Parses the program's arguments. If one is invalid, this prints why and exits with status 2.
pub(crate) fn parse() -> Arguments {
    let mut command = command();
    let matches = command.get_matches_mut();
    if let Some(subcommand) = matches.subcommand_name() {
        let ignored = ["queries", "section", "http", "all"].into_iter().find(|name| {
            matches.value_source(name).is_some_and(|source| source == clap::parser::ValueSource::CommandLine)
        });
        if let Some(name) = ignored {
            let message = format!("`{name}` cannot be used with the subcommand `{subcommand}`\n");
            command.error(clap::error::ErrorKind::ArgumentConflict, message).exit();
        }
    }
    Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

pub(crate) fn command() -> clap::Command {
    Arguments::command()
}

fn parse_status(text: &str) -> Result<HttpStatus, &'static str> {
    let number = text.parse().ok();
    number.and_then(HttpStatus::from_u16).ok_or("expected an HTTP status from 100 to 599")
}
