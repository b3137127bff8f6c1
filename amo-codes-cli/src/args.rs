//! The arguments of the program.

use std::path::PathBuf;

use amo_codes::{HttpStatus, Section};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;

/// The action that the program performs.
pub(crate) enum Action {
    Explain(Lookup),
    Reply(SavedReply),
    Complete(Shell),
}

/// The codes to explain, and the format.
pub(crate) struct Lookup {
    /// Empty for the whole table.
    pub(crate) queries: Vec<String>,
    pub(crate) filter: Filter,
    pub(crate) json: bool,
}

/// Which codes to show.
pub(crate) struct Filter {
    pub(crate) section: Option<Section>,
    pub(crate) status: Option<HttpStatus>,
}

/// A reply whose body was saved.
pub(crate) struct SavedReply {
    pub(crate) path: String,
    pub(crate) status: HttpStatus,
    /// `-` for standard input.
    pub(crate) file: PathBuf,
    pub(crate) json: bool,
}

/// Parses the program's arguments. If one is invalid, this prints why and exits with status 2.
pub(crate) fn parse() -> Action {
    let mut command = command();
    let mut matches = command.get_matches_mut();
    if let Some((_, mut matches)) = matches.remove_subcommand() {
        return Action::Reply(saved_reply(&mut matches).unwrap_or_else(|| {
            // clap has checked this, but its types do not say so.
            command.error(ErrorKind::MissingRequiredArgument, "--path and --status are required").exit()
        }));
    }
    if let Some(shell) = matches.remove_one("completions") {
        return Action::Complete(shell);
    }
    Action::Explain(Lookup {
        queries: matches.remove_many("query").into_iter().flatten().collect(),
        filter: Filter { section: matches.remove_one("section"), status: matches.remove_one("http") },
        json: matches.get_flag("json"),
    })
}

fn saved_reply(matches: &mut ArgMatches) -> Option<SavedReply> {
    Some(SavedReply {
        path: matches.remove_one("path")?,
        status: matches.remove_one("status")?,
        file: matches.remove_one("file")?,
        json: matches.get_flag("json"),
    })
}

pub(crate) fn command() -> Command {
    let query =
        "Number (244), address (tasks.244), section (leads) or name (AddLeadForbidden) [default: the whole table]";
    let keys = Section::ALL.iter().map(|section| section.as_str());
    // With `ignore_case`, the key is as the user wrote it.
    let section = PossibleValuesParser::new(keys).try_map(|key| key.to_lowercase().parse::<Section>());
    Command::new("amo-codes")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Explains response codes of the amoCRM (Kommo) API")
        .after_help(
            "Exit status: 1 if nothing was found for a query, 2 if an argument is invalid or the output cannot be written.",
        )
        .args_conflicts_with_subcommands(true)
        .subcommand(reply())
        // Otherwise, `-5` is reported as an unknown option.
        .arg(Arg::new("query").value_name("QUERY").help(query).num_args(0..).allow_negative_numbers(true))
        .arg(
            option("section", "SECTION", "Show only codes in this section")
                .short('s')
                .ignore_case(true)
                .value_parser(section),
        )
        .arg(
            option("http", "STATUS", "Show only codes that are returned with this HTTP status (100 to 599)")
                .value_parser(parse_status),
        )
        .arg(json(
            "Print the matching codes as JSON",
            "The output is an array with one object for each query, such as {\"query\": \"244\", \"codes\": [...]}. Without \
             a query, the array has one object, whose \"query\" is null and whose \"codes\" are the whole table.\n\n\
             Each code has the keys \"address\", \"section\", \"number\", \"name\", \"description\", \"note\", \
             \"http_status\", \"advice\", \"is_error\" and \"is_documented\". \"note\" and \"http_status\" are null if \
             there is none. \"codes\" is empty if nothing was found for the query.",
        ))
        .arg(
            option("completions", "SHELL", "Print a completion script for SHELL")
                .exclusive(true)
                .value_parser(value_parser!(Shell)),
        )
}

fn reply() -> Command {
    Command::new("reply")
        .about("Explains a saved amoCRM reply: what went wrong, and what to do next")
        .after_help(
            "Exit status: 0 if the reply is a success, 1 if it is a failure, 2 if an argument is invalid, the body cannot be \
             read or the output cannot be written.",
        )
        .arg(option("path", "PATH", "Path or URL of the request, such as /api/v4/leads").required(true))
        .arg(
            option("status", "STATUS", "HTTP status of the reply (100 to 599)")
                .required(true)
                .value_parser(parse_status),
        )
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .help("File with the body of the reply, or `-` for standard input")
                .default_value("-")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(json(
            "Print what was found as JSON",
            "The output is an object with the keys \"path\", \"status\", \"body\" (\"empty\", \"json\", \"html\" or \
             \"other\"), \"is_failure\", \"outcome\" (\"done\", \"refused\", \"partial\" or \"unknown\"), \"advice\", \
             \"is_repeatable\" (whether the same request may be repeated blindly), \"retry_after\" (seconds), \
             \"trace_id\", \"findings\" and \"omitted\" (the number of findings that were not kept).\n\n\
             Each finding has the keys \"number\", \"code\" and \"meanings\" (addresses), \"advice\", \"message\", \
             \"pointer\" (where it is in the body), \"subject\" (such as {\"entity\": \"31\"}, or {\"item\": \"0\"} with the \
             request_id of a batch item), \"field\" and \"error_key\". What is not given is null.",
        ))
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// Returns the option `--json`; its output format is described only in `--help`.
fn json(help: &'static str, format: &str) -> Arg {
    Arg::new("json").long("json").action(ArgAction::SetTrue).help(help).long_help(format!("{help}\n\n{format}"))
}

fn parse_status(text: &str) -> Result<HttpStatus, &'static str> {
    let number = text.parse().ok();
    number.and_then(HttpStatus::from_u16).ok_or("expected an HTTP status from 100 to 599")
}
