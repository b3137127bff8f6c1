//! The program `amo-codes` as a person with a terminal has it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use std::io::Read;
use std::process::{Command, Stdio};

use amo_codes::{Code, Section};

/// A run with these arguments: exit code, output, errors.
fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    run_with(arguments, &[])
}

fn run_with(arguments: &[&str], variables: &[(&str, &str)]) -> (Option<i32>, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_amo-codes"));
    program.args(arguments).env_remove("CLICOLOR_FORCE").env_remove("NO_COLOR").envs(variables.iter().copied());
    let output = program.output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// The output of a run that finds what it is asked for.
fn found(arguments: &[&str]) -> String {
    let (code, output, errors) = run(arguments);
    assert_eq!((code, errors.as_str()), (Some(0), ""), "{arguments:?}");
    output
}

fn addresses(json: &str) -> Vec<String> {
    let codes: Vec<serde_json::Value> = serde_json::from_str(json).unwrap();
    codes.iter().map(|code| code["address"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_number_is_told_in_each_of_its_sections() {
    let output = found(&["244"]);
    let heads: Vec<&str> = output.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
    assert_eq!(
        heads,
        [
            "events.244  AddNoteForbidden",
            "tasks.244  AddLeadForbidden",
            "directories.244  CatalogsForbidden",
            "directory_elements.244  ElementsForbidden",
        ]
    );
    assert_eq!(
        found(&["244", "--section", "tasks"]),
        "tasks.244  AddLeadForbidden\n  description  Adding transactions: no rights.\n  HTTP status  none given\n  \
         advice       ask the user\n\n"
    );
}

#[test]
fn the_section_and_the_status_limit_what_is_found() {
    assert_eq!(addresses(&found(&["--http", "403", "--json"])), ["authorization.113", "other.403"]);
    assert_eq!(addresses(&found(&["--http", "403", "-s", "other", "--json"])), ["other.403"]);
    assert_eq!(addresses(&found(&["--section", "account", "--json"])).len(), Section::Account.codes().len());
}

#[test]
fn json_has_all_that_a_row_has() {
    let json: serde_json::Value = serde_json::from_str(&found(&["2002", "--json"])).unwrap();
    assert_eq!(
        json,
        serde_json::json!([{
            "address": "other.2002",
            "section": "other",
            "number": 2002,
            "name": "NothingFound",
            "description": "There are no results for your search",
            "note": "At the same time HTTP code #204 \"No Content\" is given with this response.",
            "http_status": 204,
            "advice": "not-an-error",
            "is_error": false,
        }])
    );
    let all = addresses(&found(&["--json"]));
    let table: Vec<String> = Code::ALL.iter().map(|code| format!("{}.{}", code.section(), code.as_u16())).collect();
    assert_eq!(all, table);
}

#[test]
fn what_the_table_does_not_have_ends_with_1_and_the_nearest() {
    for (arguments, error) in [
        (&["239"][..], "239: no section has this number, the nearest are 238 and 240\n"),
        (&["70000"], "70000: no section has this number, the nearest is 2002\n"),
        (&["-5"], "-5: no section and no code has this name, did you mean `leads`?\n"),
        (
            &["AddLeadForbiden"],
            "AddLeadForbiden: no section and no code has this name, did you mean `AddLeadForbidden`?\n",
        ),
        (&["tasks.330"], "tasks.330: section `tasks` has no code 330\n"),
        (&["402", "-s", "leads"], "402: no code in section `leads`, there is customers.402, other.402\n"),
        (&["--http", "500"], "the table: no code with the HTTP status 500\n"),
    ] {
        assert_eq!(run(arguments), (Some(1), String::new(), error.to_owned()), "{arguments:?}");
    }
    let (code, output, errors) = run(&["217", "239", "--json"]);
    assert_eq!((code, addresses(&output)), (Some(1), vec!["leads.217".to_owned()]), "{errors}");
}

#[test]
fn a_wrong_argument_ends_with_2_and_says_what_is_expected() {
    for (arguments, part) in [
        (&["--http", "700"][..], "700 is no HTTP status: expected 100 to 599"),
        (&["--section", "task"], "a similar value exists: 'tasks'"),
        (&["--jsn"], "a similar argument exists: '--json'"),
        (&["--completions", "cmd"], "possible values: bash"),
    ] {
        let (code, output, errors) = run(arguments);
        assert_eq!((code, output.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(errors.contains(part), "{errors}");
    }
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    assert!(!found(&["217"]).contains('\x1b'));
    let (_, output, _) = run_with(&["217"], &[("CLICOLOR_FORCE", "1")]);
    assert!(output.contains("\x1b[1mleads.217  UpdateLeadsParametersRequired\x1b[0m"), "{output:?}");
}

#[test]
fn each_shell_gets_completions_of_the_options_and_the_sections() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = found(&["--completions", shell]);
        assert!(script.contains("amo-codes") && script.contains("json"), "{shell}");
    }
    assert!(found(&["--completions", "bash"]).contains("directory_elements"));
}

#[test]
fn a_reader_that_has_read_enough_is_no_error() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_amo-codes"))
        .args(vec!["leads"; 2000])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(program.stdout.take());
    let mut errors = String::new();
    program.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert_eq!((program.wait().unwrap().code(), errors.as_str()), (Some(0), ""));
}
