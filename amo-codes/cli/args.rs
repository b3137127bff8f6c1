//! The arguments of the program.

use amo_codes::{HttpStatus, Section};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

use crate::answer::Limits;

pub(crate) struct Args {
    pub(crate) questions: Vec<String>,
    pub(crate) limits: Limits,
    pub(crate) json: bool,
    pub(crate) completions: Option<Shell>,
}

/// Parses the program's arguments; what is wrong ends it with 2.
pub(crate) fn parse() -> Args {
    let mut matches = command().get_matches();
    Args {
        questions: matches.remove_many("question").map(Iterator::collect).unwrap_or_default(),
        limits: Limits { section: matches.remove_one("section"), status: matches.remove_one("http") },
        json: matches.get_flag("json"),
        completions: matches.remove_one("completions"),
    }
}

pub(crate) fn command() -> Command {
    let keys = Section::ALL.iter().map(|section| section.as_str());
    let section = PossibleValuesParser::new(keys).try_map(|key| key.parse::<Section>());
    Command::new("amo-codes")
        .version(env!("CARGO_PKG_VERSION"))
        .about("What a response code of the amoCRM (Kommo) API means, and what to do next")
        .after_help("Exits with 1 where the table does not have what was asked for, with 2 where an argument is wrong.")
        .allow_negative_numbers(true)
        .arg(
            Arg::new("question")
                .help(
                    "Numbers (244), addresses (tasks.244), sections (leads), names (AddLeadForbidden); none: the table",
                )
                .action(ArgAction::Append)
                .num_args(0..),
        )
        .arg(
            Arg::new("section")
                .long("section")
                .short('s')
                .value_name("KEY")
                .help("Only codes of this section")
                .value_parser(section),
        )
        .arg(
            Arg::new("http")
                .long("http")
                .value_name("STATUS")
                .help("Only codes that come with this HTTP status, 100 to 599")
                .value_parser(value_parser!(u16).try_map(HttpStatus::try_from)),
        )
        .arg(Arg::new("json").long("json").help("One JSON array of all codes found").action(ArgAction::SetTrue))
        .arg(
            Arg::new("completions")
                .long("completions")
                .value_name("SHELL")
                .help("Print the completions for a shell")
                .value_parser(value_parser!(Shell)),
        )
}
