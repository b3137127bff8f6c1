//! The arguments of the program.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use clap_complete::Shell;

/// Parses the program's arguments. Returns the name of the subcommand, if there is one, and its arguments, or else those of the
/// program. If one is invalid, this prints why and exits with status 2.
pub(crate) fn parse() -> (Option<String>, ArgMatches) {
    let mut command = command();
    let mut matches = command.get_matches_mut();
    let Some((name, inner)) = matches.remove_subcommand() else { return (None, matches) };
    let is_given = |arg: &Arg| matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine);
    if let Some(option) = lookup_args().into_iter().find(is_given) {
        let message = format!("`--{}` cannot be used with the subcommand `{name}`\n", option.get_id());
        command.error(ErrorKind::ArgumentConflict, message).exit();
    }
    (Some(name), inner)
}

pub(crate) fn command() -> Command {
    Command::new("amo-codes")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Explains response codes of the amoCRM (Kommo) API, log lines and saved replies")
        .after_help(exit_status("0 if every query was found, 1 if one was not found"))
        .disable_help_subcommand(true)
        .subcommands([reply(), page(), check(), help()])
        .args(lookup_args())
        .next_help_heading("Global options")
        .args(shared_args())
}

fn lookup_args() -> [Arg; 8] {
    let query = "What to explain, such as 244, tasks.244, leads, rights or 'Код ошибки 244' [default: the whole table]";
    let notations = "A query is a number (244), an address (tasks.244), a section (leads), a name (AddLeadForbidden), a path \
                     (/api/v4/leads), a word of a description (rights), or a line of a log ('Код ошибки 244'), in which a \
                     number counts only after the words that amoCRM uses. Several arguments are one query, unless each of them \
                     names codes. With `-`, or without a query if standard input is a \
                     pipe, each of its lines is read as a line of a log, a number or an address.";
    [
        Arg::new("query")
            .value_name("QUERY")
            .help(query)
            .long_help(format!("{query}\n\n{notations}"))
            .num_args(0..)
            // Otherwise, `-5` is reported as an unknown option.
            .allow_negative_numbers(true),
        option("section", "SECTION", "Show only codes of this section").short('s'),
        status("http", "Show only codes that are documented with this HTTP status"),
        option("path", "PATH", "Path or URL of the request, which tells the meanings of a number apart"),
        status("status", "HTTP status of the reply, if the body of a reply is explained"),
        flag("all", "Show the whole table, even if standard input is a pipe").conflicts_with_all(["query", "path"]),
        option("completions", "SHELL", "Print a completion script for SHELL")
            .exclusive(true)
            .value_parser(value_parser!(Shell)),
        option("man", "PAGE", "Print the man page of the program or of a subcommand")
            .exclusive(true)
            .num_args(0..=1)
            .default_missing_value("amo-codes")
            .value_parser(["amo-codes", "check", "page", "reply"]),
    ]
}

fn shared_args() -> [Arg; 4] {
    let args = [
        file(option("table", "FILE", "Use another table, in the format of `amo_codes!`, instead of amoCRM's")),
        option("lang", "LANGUAGE", "Language of descriptions, advice and the page [default: from the locale]")
            .value_parser(["en", "ru"]),
        flag("json", "Print JSON, which `amo-codes help json` describes"),
        option("color", "WHEN", "When to use color; `auto` also depends on NO_COLOR and CLICOLOR_FORCE")
            .default_value("auto")
            .value_parser(["auto", "always", "never"]),
    ];
    args.map(|arg| arg.global(true))
}

fn reply() -> Command {
    let body = "File with the body of the reply, or `-` for standard input";
    Command::new("reply")
        .about("Explain a saved amoCRM reply: what went wrong, and what to do next")
        .after_help(exit_status("0 if the reply is a success, 1 if it is a failure"))
        .arg(option("path", "PATH", "Path or URL of the request, such as /api/v4/leads").required(true))
        .arg(status("status", "HTTP status of the reply (100 to 599)").required(true))
        .arg(file(Arg::new("file").value_name("FILE").help(body).default_value("-")))
}

fn page() -> Command {
    Command::new("page")
        .about("Print the table as an HTML page that needs no other file")
        .after_help(exit_status("0 if the page is printed"))
        .arg(option("title", "TITLE", "Title of the page"))
}

fn check() -> Command {
    let tables = "Tables to check, or `-` for standard input";
    let against = "Also report what breaks for the users of this older version of the only table";
    Command::new("check")
        .about("Check tables, and print every error as `amo_codes!` does")
        .after_help(exit_status("0 if every table is valid and nothing breaks, 1 if there are errors"))
        .arg(file(Arg::new("files").value_name("FILE").help(tables).num_args(1..).required(true)))
        .arg(file(option("against", "OLD", against)))
}

fn help() -> Command {
    Command::new("help")
        .about("Print help: for the program, for a subcommand, or about the output of --json")
        .arg(Arg::new("topic").value_name("TOPIC").value_parser(["reply", "page", "check", "json"]))
}

fn exit_status(text: &str) -> String {
    format!("Exit status: {text}, 2 if an argument is invalid, a file cannot be read or the output cannot be written.")
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn status(name: &'static str, help: &'static str) -> Arg {
    option(name, "STATUS", help).value_parser(|text: &str| {
        let number = text.parse().ok().filter(|status: &u16| (100..600).contains(status));
        number.ok_or("expected an HTTP status from 100 to 599")
    })
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn file(arg: Arg) -> Arg {
    arg.value_hint(ValueHint::FilePath).value_parser(value_parser!(PathBuf))
}
