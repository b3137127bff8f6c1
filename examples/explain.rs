//! What a number of amoCRM's means: `cargo run --example explain -- 244`.
//!
//! It takes numbers (`244`), addresses (`tasks.244`), sections (`leads`) and names (`AddLeadForbidden`), as many as
//! there are; without any it prints the whole table. What the table does not have makes it exit with 1.
//!
//! It shares its rooms with the program `amo-codes` (feature `cli`), which has options, too.

#[path = "../amo-codes/cli/answer.rs"]
mod answer;
#[path = "../amo-codes/cli/show.rs"]
mod show;

use std::io::{self, Write};
use std::process::ExitCode;

use crate::answer::Limits;

fn main() -> io::Result<ExitCode> {
    let questions: Vec<String> = std::env::args().skip(1).collect();
    let (limits, mut to) = (Limits::default(), anstream::stdout().lock());
    let mut exit = ExitCode::SUCCESS;
    if questions.is_empty() {
        match answer::everything(&limits) {
            Ok(answer) => show::answer(&mut to, &answer)?,
            Err(message) => eprintln!("{message}"),
        }
    }
    for question in &questions {
        match answer::ask(question, &limits) {
            Ok(answer) => show::answer(&mut to, &answer)?,
            Err(message) => {
                eprintln!("{message}");
                exit = ExitCode::FAILURE;
            }
        }
        if let Some(status) = answer::as_status(question) {
            writeln!(to, "{status}\n")?;
        }
    }
    Ok(exit)
}
