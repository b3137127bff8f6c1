//! The program `amo-codes` as it is run in a terminal or a script.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod against;
mod arguments;
mod check;
mod languages;
mod log_lines;
mod lookup;
mod own_tables;
mod page;
mod pipe;
mod plain_texts;
mod queries;
mod readme;
mod replies;
mod requests;
#[cfg(unix)]
mod terminal;
mod words;

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_amo-codes");

/// What a run printed, and its exit status.
#[derive(Debug, PartialEq)]
struct Run {
    exit: Option<i32>,
    output: String,
    errors: String,
}

/// Runs the program without standard input.
fn run(arguments: &[&str]) -> Run {
    finish(program(arguments).stdin(Stdio::null()), None)
}

/// Runs the program with a pipe as its standard input.
fn run_with(arguments: &[&str], input: &str) -> Run {
    finish(program(arguments).stdin(Stdio::piped()), Some(input))
}

/// Returns the program, in an environment that does not depend on who runs the tests.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    for name in ["CLICOLOR_FORCE", "NO_COLOR", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    // The READMEs name files of the workspace.
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).env("LC_ALL", "C").args(arguments);
    command
}

fn finish(command: &mut Command, input: Option<&str>) -> Run {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The program answers while it reads, so a pipe that nobody reads would stop it.
    let writer = child.stdin.take().zip(input.map(str::to_owned)).map(|(mut stdin, input)| {
        // A program that does not read its input may have ended already.
        std::thread::spawn(move || _ = stdin.write_all(input.as_bytes()))
    });
    let output = child.wait_with_output().unwrap();
    if let Some(writer) = writer {
        writer.join().unwrap();
    }
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { exit: output.status.code(), output: text(output.stdout), errors: text(output.stderr) }
}

/// Returns the output of a run, which must succeed.
fn found(arguments: &[&str]) -> String {
    let run = run(arguments);
    assert_eq!((run.exit, run.errors.as_str()), (Some(0), ""), "{arguments:?}");
    run.output
}

/// Returns the output for lines on standard input, which must succeed.
fn found_in(input: &str, arguments: &[&str]) -> String {
    let run = run_with(arguments, input);
    assert_eq!((run.exit, run.errors.as_str()), (Some(0), ""), "{input}");
    run.output
}

fn parse(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// Returns the answers in the output: an array, or for standard input one on each line.
fn answers(json: &str) -> Vec<Value> {
    let values = serde_json::Deserializer::from_str(json).into_iter::<Value>().map(Result::unwrap);
    let answers = |value| if let Value::Array(answers) = value { answers } else { vec![value] };
    values.flat_map(answers).collect()
}

/// Returns the addresses of the codes of each answer.
fn addresses(json: &str) -> Vec<Vec<String>> {
    let codes = |answer: &Value| answer["codes"].as_array().unwrap().clone();
    let address = |code: Value| code["address"].as_str().unwrap().to_owned();
    answers(json).iter().map(|answer| codes(answer).into_iter().map(address).collect()).collect()
}

/// Returns the lines that are not indented: headings and paragraphs.
fn headings(output: &str) -> Vec<&str> {
    output.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect()
}
