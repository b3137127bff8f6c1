//! The arguments of the program.
#![allow(clippy::doc_markdown, reason = "the help, which these comments become, is plain text")]

use std::path::PathBuf;

use amo_codes::{HttpStatus, Section};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

/// Explains response codes of the amoCRM (Kommo) API
#[derive(Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Exit status: 1 if nothing was found for a query, 2 if an argument is invalid or the output cannot be \
                  written."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Action>,
    #[command(flatten)]
    pub(crate) lookup: Lookup,
    /// Print a completion script for SHELL
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub(crate) completions: Option<Shell>,
}

#[derive(Subcommand)]
pub(crate) enum Action {
    Reply(SavedReply),
}

/// Which codes to explain, and how.
#[derive(Args)]
pub(crate) struct Lookup {
    /// Number (244), address (tasks.244), section (leads) or name (AddLeadForbidden) [default: the whole table]
    // Otherwise, `-5` is reported as an unknown option.
    #[arg(value_name = "QUERY", allow_negative_numbers = true)]
    pub(crate) queries: Vec<String>,
    #[command(flatten)]
    pub(crate) filter: Filter,
    /// Print the matching codes as JSON
    ///
    /// The output is an array with one object for each query, such as {"query": "244", "codes": [...]}. Without a query,
    /// the array has one object, whose "query" is null and whose "codes" are the whole table.
    ///
    /// Each code has the keys "address", "section", "number", "name", "description", "note", "http_status", "advice",
    /// "is_error" and "is_documented". "note" and "http_status" are null if there is none. "codes" is empty if nothing was
    /// found for the query.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Limits the codes to show.
#[derive(Args)]
pub(crate) struct Filter {
    /// Show only codes in this section
    #[arg(long, short, value_name = "SECTION", ignore_case = true, value_parser = section_parser())]
    pub(crate) section: Option<Section>,
    /// Show only codes that are returned with this HTTP status (100 to 599)
    #[arg(long = "http", value_name = "STATUS", value_parser = parse_status)]
    pub(crate) status: Option<HttpStatus>,
}

/// Reads a saved reply of amoCRM: what went wrong, and what to do next
#[derive(Args)]
#[command(
    after_help = "Exit status: 0 if the reply is a success, 1 if it is a failure, 2 if an argument is invalid, the body \
                  cannot be read or the output cannot be written."
)]
pub(crate) struct SavedReply {
    /// Path or URL of the request, such as /api/v4/leads
    #[arg(long)]
    pub(crate) path: String,
    /// HTTP status of the reply (100 to 599)
    #[arg(long, value_parser = parse_status)]
    pub(crate) status: HttpStatus,
    /// File with the body of the reply, or `-` for standard input
    #[arg(default_value = "-")]
    pub(crate) file: PathBuf,
    /// Print what was found as JSON
    ///
    /// The output is an object with the keys "path", "status", "body" ("empty", "json", "html" or "other"), "is_failure",
    /// "is_outcome_unknown" (whether the request may have been carried out although the reply is a failure), "advice",
    /// "findings" and "omitted" (the number of findings that were not kept).
    ///
    /// Each finding has the keys "number", "code" and "meanings" (addresses), "advice", "message", "pointer" (where it is in
    /// the body), "entity", "field" and "error_key". "number", "code", "entity", "field" and "error_key" are null if there
    /// is none.
    #[arg(long)]
    pub(crate) json: bool,
}

fn section_parser() -> impl TypedValueParser<Value = Section> {
    let keys = Section::ALL.iter().map(|section| section.as_str());
    PossibleValuesParser::new(keys).try_map(|key| key.to_lowercase().parse::<Section>())
}

fn parse_status(text: &str) -> Result<HttpStatus, String> {
    let number = text.parse().ok();
    number.and_then(HttpStatus::from_u16).ok_or_else(|| "expected an HTTP status from 100 to 599".to_owned())
}
