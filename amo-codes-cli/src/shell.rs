//! What explains the program itself: its help, man pages and completions.

use std::collections::BTreeSet;

use clap::Command;
use clap::builder::PossibleValuesParser;
use clap_complete::Shell;

use crate::args;
use crate::language::Language;
use crate::table::Codes;
use crate::terminal::Lines;

/// What `--json` prints.
const JSON: &str = include_str!("json.txt");

/// Returns a completion script, which knows the sections, addresses and names of amoCRM's table.
pub(crate) fn completions(shell: Shell) -> String {
    let mut output = Vec::new();
    // `generate` panics if it cannot write, which a buffer rules out.
    clap_complete::generate(shell, &mut with_values(args::command()), "amo-codes", &mut output);
    // For a program with a hyphen in its name, clap_complete 4.6.12 writes labels for subcommands of bash that never match.
    String::from_utf8_lossy(&output).replace("amo__subcmd__codes", "amo__codes")
}

/// Tells clap the values that queries usually have. The program accepts others as well, so it does not parse with them.
fn with_values(command: Command) -> Command {
    let Ok(codes) = Codes::load(None, Language::En) else { return command };
    let sections: BTreeSet<String> = codes.all().map(|code| code.section.key.value.clone()).collect();
    let names = codes.all().flat_map(|code| [code.address(), code.name().to_owned()]);
    let queries: BTreeSet<String> = sections.iter().cloned().chain(names).collect();
    command
        .mut_arg("section", |arg| arg.value_parser(PossibleValuesParser::new(sections)))
        .mut_arg("query", |arg| arg.value_parser(PossibleValuesParser::new(queries)))
}

/// Returns the help for a subcommand, for the output of `--json`, or for the program.
pub(crate) fn help(topic: Option<&str>) -> String {
    if topic == Some("json") {
        let mut lines = Lines::new();
        lines.paragraph(JSON.trim_end());
        return lines.text;
    }
    let mut command = find(topic.unwrap_or_default());
    let help = if topic.is_some() { command.render_help() } else { command.render_long_help() };
    help.ansi().to_string()
}

/// Returns a man page: of the program, or of a subcommand.
pub(crate) fn manual(page: &str) -> Result<String, Vec<String>> {
    let mut output = Vec::new();
    let mut command = find(page);
    if page == "amo-codes" {
        command = command.mut_arg("json", |arg| arg.help(JSON));
    }
    let rendered = clap_mangen::Man::new(command).render(&mut output);
    rendered.map_err(|error| vec![format!("failed to write the man page: {error}")])?;
    Ok(String::from_utf8_lossy(&output).into_owned())
}

/// Returns a subcommand, or the program if there is none with this name.
fn find(subcommand: &str) -> Command {
    let mut command = args::command();
    command.build();
    command.find_subcommand(subcommand).cloned().unwrap_or(command)
}
