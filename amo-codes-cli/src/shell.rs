//! What a package of the program installs: completions and man pages.

use clap::Command;
use clap::builder::PossibleValuesParser;
use clap_complete::Shell;

use crate::language::Language;
use crate::table::Codes;
use crate::{Outcome, args};

/// Returns a completion script, which knows the sections, addresses and names of amoCRM's table.
pub(crate) fn completions(shell: Shell) -> Outcome {
    let mut output = Vec::new();
    // `generate` panics if it cannot write, which a buffer rules out.
    clap_complete::generate(shell, &mut with_values(args::command()), "amo-codes", &mut output);
    Outcome { output, ..Outcome::default() }
}

/// Tells clap the values that queries usually have. The program accepts others as well, so it does not parse with them.
fn with_values(command: Command) -> Command {
    let Ok(codes) = Codes::load(None, Language::En) else { return command };
    let sections: Vec<String> = codes.sections().iter().map(|section| section.key.value.clone()).collect();
    let mut queries = sections.clone();
    for code in codes.all() {
        for query in [code.address(), code.name().to_owned()] {
            if !queries.contains(&query) {
                queries.push(query);
            }
        }
    }
    command
        .mut_arg("section", |arg| arg.value_parser(PossibleValuesParser::new(sections)))
        .mut_arg("query", |arg| arg.value_parser(PossibleValuesParser::new(queries)))
}

/// Returns a man page: of the program, or of a subcommand.
pub(crate) fn manual(page: &str) -> Outcome {
    let mut command = args::command();
    command.build();
    let command = match command.find_subcommand(page) {
        Some(subcommand) => subcommand.clone(),
        None => command,
    };
    let mut output = Vec::new();
    match clap_mangen::Man::new(command).render(&mut output) {
        Ok(()) => Outcome { output, ..Outcome::default() },
        Err(error) => Outcome::invalid(vec![format!("failed to write the man page: {error}")]),
    }
}
