//! The program `amo-codes` in a terminal.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

#[path = "cli/reply.rs"]
mod reply;
mod support;

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use amo_codes::{Code, Section};
use serde_json::{Value, json};

use crate::reply::reply;
use crate::support::address;

const PROGRAM: &str = env!("CARGO_BIN_EXE_amo-codes");

/// Runs the program, and returns the exit status, the output and the errors.
fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    run_with(Command::new(PROGRAM).args(arguments), "")
}

fn run_with(command: &mut Command, input: &str) -> (Option<i32>, String, String) {
    command.env_remove("CLICOLOR_FORCE").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.spawn().unwrap();
    // A program that does not read its input may have ended already.
    let _ = program.stdin.take().unwrap().write_all(input.as_bytes());
    let output = program.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// Returns the output of a run, which must succeed.
fn found(arguments: &[&str]) -> String {
    let (exit, output, errors) = run(arguments);
    assert_eq!((exit, errors.as_str()), (Some(0), ""), "{arguments:?}");
    output
}

fn parse(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// Returns the addresses that were found for each query of a run.
fn addresses(json: &str) -> Vec<Vec<String>> {
    let codes = |answer: &Value| answer["codes"].as_array().unwrap().clone();
    let address = |code: Value| code["address"].as_str().unwrap().to_owned();
    parse(json).as_array().unwrap().iter().map(|answer| codes(answer).into_iter().map(address).collect()).collect()
}

#[test]
fn a_number_is_explained_in_each_of_its_sections() {
    let output = found(&["244"]);
    let headings: Vec<&str> = output.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
    assert_eq!(
        headings,
        [
            "leads.244  AddLeadForbidden (undocumented)",
            "events.244  AddNoteForbidden",
            "tasks.244  AddLeadForbidden",
            "directories.244  CatalogsForbidden",
            "directory_elements.244  ElementsForbidden",
        ]
    );
    let task = "tasks.244  AddLeadForbidden\n  description  Adding transactions: no rights.\n  HTTP status  (not specified)\n  \
                advice       ask the user\n\n";
    assert!(output.contains(task), "{output}");
}

#[test]
fn a_code_is_found_by_its_address_and_by_its_name_in_any_case() {
    assert_eq!(addresses(&found(&["tasks.244", "Tasks.244", "--json"])), [["tasks.244"], ["tasks.244"]]);
    assert_eq!(addresses(&found(&["addleadFORBIDDEN", "--json"])), [["leads.244", "tasks.244"]]);
}

#[test]
fn a_section_is_a_table_of_its_codes() {
    let output = found(&["Leads"]);
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!(lines[0], "leads: Response when dealing with lead");
    assert_eq!(lines[2], "  number  HTTP  advice           name                           description");
    assert_eq!(
        lines[3],
        "     213        fix the request  AddLeadsEmpty                  Adding Leads: An Empty Array"
    );
    assert!(output.contains("     244        ask the user     AddLeadForbidden"), "{output}");
    assert!(output.contains("Adding leads: no rights (undocumented)\n"), "{output}");
    assert_eq!(lines.len(), 3 + Section::Leads.codes().len() + 1);
}

#[test]
fn without_a_terminal_each_code_of_the_table_is_one_line() {
    let output = found(&[]);
    for code in Code::ALL {
        let is_row = |line: &&str| line.contains(&format!(" {code}")) && line.contains(&format!(" {} ", code.name()));
        assert!(output.lines().any(|line| is_row(&line)), "{code:#}");
    }
}

/// Returns what the program prints in a terminal with this many columns.
#[cfg(target_os = "linux")]
fn in_terminal(columns: usize, arguments: &str) -> String {
    let script = format!("stty rows 50 cols {columns}; {PROGRAM} {arguments} < /dev/null");
    let mut terminal = Command::new("script");
    run_with(terminal.env("NO_COLOR", "1").args(["-qec", &script, "/dev/null"]), "").1
}

#[cfg(target_os = "linux")]
#[test]
fn no_line_is_wider_than_the_terminal() {
    for columns in [70, 80, 110] {
        for arguments in ["", "2002 113 401", "reply --path /api/v2/events --status 502"] {
            let output = in_terminal(columns, arguments);
            let widest = output.lines().map(|line| line.chars().count()).max().unwrap();
            assert!((columns - 25..=columns).contains(&widest), "{widest} of {columns}: {output}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn in_a_terminal_a_long_description_continues_below_its_beginning() {
    for (columns, arguments, beginning) in [(80, "authorization", 8), (110, "authorization", 57), (80, "113", 15)] {
        let output = in_terminal(columns, arguments);
        let mut lines = output.lines().skip_while(|line| !line.contains("Access to this account is prohibited"));
        assert_eq!(lines.next().unwrap().find("Access"), Some(beginning), "{output}");
        assert_eq!(lines.next().unwrap().find(|letter| letter != ' '), Some(beginning), "{output}");
    }
}

#[test]
fn the_codes_of_an_equal_http_status_are_named_below_a_number() {
    let note = "\nNote: these codes are returned with HTTP status 401: authorization.110, authorization.111, \
                authorization.112, authorization.101, authorization.401\n\n";
    assert!(found(&["401"]).ends_with(note));
    // HTTP 403 also comes with authorization.113; HTTP 429 comes only with code 429, and no code comes with HTTP 244.
    assert!(found(&["403"]).contains("HTTP status 403: authorization.113, other.403\n"));
    for query in ["429", "244", "authorization.401"] {
        assert!(!found(&[query]).contains("Note:"), "{query}");
    }
}

#[test]
fn the_section_and_the_status_limit_what_is_found() {
    assert_eq!(addresses(&found(&["--http", "403", "--json"])), [["authorization.113", "other.403"]]);
    assert_eq!(addresses(&found(&["--http", "403", "-s", "other", "--json"])), [["other.403"]]);
    assert_eq!(addresses(&found(&["244", "-s", "Tasks", "--json"])), [["tasks.244"]]);
    let account: Vec<String> = Section::Account.codes().iter().copied().map(address).collect();
    assert_eq!(addresses(&found(&["--section", "account", "--json"])), [account]);
}

#[test]
fn json_says_which_codes_each_query_found() {
    let (exit, output, errors) = run(&["2002", "239", "leads", "--json"]);
    assert_eq!((exit, errors.as_str()), (Some(1), "error: unknown code 239 (nearest: 238, 240)\n"));
    let answers = parse(&output);
    let code = json!({
        "address": "other.2002",
        "section": "other",
        "number": 2002,
        "name": "NothingFound",
        "description": "There are no results for your search",
        "note": "At the same time HTTP code #204 \"No Content\" is given with this response.",
        "http_status": 204,
        "advice": "not-an-error",
        "is_error": false,
        "is_documented": true,
    });
    assert_eq!(answers[0], json!({ "query": "2002", "codes": [code] }));
    assert_eq!(answers[1], json!({ "query": "239", "codes": [] }));
    assert_eq!(answers[2]["query"], "leads");
    assert_eq!(addresses(&output)[2].len(), Section::Leads.codes().len());
    assert_eq!(parse(&found(&["leads.244", "--json"]))[0]["codes"][0]["is_documented"], false);
}

#[test]
fn json_of_the_whole_table_can_be_diffed() {
    let output = found(&["--json"]);
    assert_eq!(parse(&output)[0]["query"], Value::Null);
    let table: Vec<String> = Code::ALL.iter().copied().map(address).collect();
    assert_eq!(addresses(&output), [table]);
    // Each value is a line of its own, and the address is the first one of its code.
    let lines: Vec<&str> = output.lines().map(str::trim).collect();
    let starts = lines.windows(2).filter(|lines| lines[0] == "{" && lines[1].starts_with("\"address\": ")).count();
    assert_eq!(starts, Code::ALL.len());
}

#[test]
fn the_help_names_every_key_of_the_json() {
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let answer = &parse(&found(&["217", "--json"]))[0];
    let (_, read) = reply("/api/v2/leads", 400, &["--json"], r#"{"errors":[{"code":217}]}"#);
    let read = parse(&read);
    for (arguments, object) in [
        (&["--help"][..], answer),
        (&["--help"], &answer["codes"][0]),
        (&["reply", "--help"], &read),
        (&["reply", "--help"], &read["findings"][0]),
    ] {
        let help = found(arguments);
        for key in keys(object) {
            assert!(help.contains(&format!("\"{key}\"")), "{key}: {help}");
        }
    }
}

#[test]
fn a_query_without_results_exits_with_1_and_says_what_exists() {
    for (arguments, error) in [
        (&["404"][..], "unknown code 404 (nearest: 403, 405)"),
        (&["1"], "unknown code 1 (nearest: 101)"),
        (&["70000"], "unknown code 70000 (nearest: 2002)"),
        (&["tasks.404"], "unknown code 404 (nearest: 403, 405)"),
        (&["tasks.330"], "330 is not in section `tasks`; it is in: contacts.330, leads.330"),
        (&["402", "-s", "leads"], "402 is not in section `leads`; it is in: customers.402, other.402"),
        (&["402", "-s", "customers", "--http", "402"], "customers.402 is not returned with HTTP status 402"),
        (&["244", "--http", "401"], "244 is not returned with HTTP status 401"),
        (&["leads", "-s", "tasks"], "no code of section `leads` matches `--section tasks`"),
        (&["--http", "500"], "no code is returned with HTTP status 500"),
        (&["-s", "tasks", "--http", "500"], "no code of section `tasks` is returned with HTTP status 500"),
        (&["leads", "--http", "500"], "no code of section `leads` is returned with HTTP status 500"),
        (&["leads", "-s", "leads", "--http", "500"], "no code of section `leads` is returned with HTTP status 500"),
        (&["leads", "-s", "tasks", "--http", "500"], "no code of section `leads` matches `--section tasks`"),
    ] {
        assert_eq!(run(arguments), (Some(1), String::new(), format!("error: {error}\n")), "{arguments:?}");
    }
}

#[test]
fn a_misspelled_name_gets_a_suggestion_only_if_one_is_close() {
    for (query, suggestion) in [
        ("lead", Some("leads")),
        ("AddLeadForbiden", Some("AddLeadForbidden")),
        ("TASKZ", Some("tasks")),
        ("nothngfond", Some("NothingFound")),
        ("task.244", Some("tasks.244")),
        ("task.404", None),
        ("tasks.24x", None),
        ("abc", None),
        ("tests", None),
        ("-5", None),
        ("", None),
    ] {
        let suggestion = suggestion.map_or(String::new(), |name| format!(", did you mean `{name}`?"));
        let error = format!("error: no section or code named `{query}`{suggestion}\n");
        assert_eq!(run(&[query]), (Some(1), String::new(), error), "{query}");
    }
}

#[test]
fn found_codes_are_printed_even_if_another_query_fails() {
    let (exit, output, errors) = run(&["404", "217"]);
    assert_eq!((exit, errors.as_str()), (Some(1), "error: unknown code 404 (nearest: 403, 405)\n"));
    assert_eq!(output, found(&["217"]));
}

#[test]
fn reply_after_a_query_is_a_query_too() {
    let (exit, output, errors) = run(&["217", "reply"]);
    assert_eq!((exit, output), (Some(1), found(&["217"])));
    assert_eq!(errors, "error: no section or code named `reply`\n");
}

#[test]
fn an_invalid_argument_exits_with_2_and_says_what_is_expected() {
    for (arguments, part) in [
        (&["--http", "700"][..], "invalid value '700' for '--http <STATUS>': expected an HTTP status from 100 to 599"),
        (&["--http", "abc"], "invalid value 'abc' for '--http <STATUS>': expected an HTTP status from 100 to 599"),
        (&["--section", "task"], "a similar value exists: 'tasks'"),
        (&["--jsn"], "a similar argument exists: '--json'"),
        (&["--completions", "cmd"], "possible values: bash"),
        (&["--completions", "bash", "244"], "cannot be used with"),
        (&["--json", "reply", "--path", "/", "--status", "400"], "unexpected argument '--path'"),
        (&["reply", "--status", "400"], "--path <PATH>"),
        (&["reply", "--path", "/"], "--status <STATUS>"),
        (&["reply", "--path", "/", "--status", "600"], "expected an HTTP status from 100 to 599"),
        (&["reply", "--path", "/", "--status", "400", "no such file"], "failed to read `no such file`: "),
    ] {
        let (exit, output, errors) = run(arguments);
        assert_eq!((exit, output.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(errors.starts_with("error: ") && errors.contains(part), "{errors}");
    }
}

#[test]
fn color_is_used_only_in_terminals_or_on_request() {
    assert!(!found(&["217"]).contains('\x1b'));
    let (_, output, errors) = run_with(Command::new("env").args(["CLICOLOR_FORCE=1", PROGRAM, "217", "404"]), "");
    assert!(output.contains("\x1b[1mleads.217  UpdateLeadsParametersRequired\x1b[0m"), "{output:?}");
    assert_eq!(errors, "\x1b[1m\x1b[31merror:\x1b[0m unknown code 404 (nearest: 403, 405)\n");
}

#[test]
fn each_shell_gets_completions_of_the_options_and_the_sections() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = found(&["--completions", shell]);
        assert!(script.contains("amo-codes") && script.contains("json") && script.contains("reply"), "{shell}");
    }
    assert!(found(&["--completions", "bash"]).contains("directory_elements"));
}

#[test]
fn the_version_matches_the_package() {
    assert_eq!(found(&["--version"]), format!("amo-codes {}\n", env!("CARGO_PKG_VERSION")));
}

/// The program starts only after its standard output is closed.
#[cfg(unix)]
#[test]
fn a_reader_that_stops_reading_is_not_an_error() {
    for (arguments, exit) in [
        (&[][..], 0),
        (&["--json"], 0),
        (&["--completions", "zsh"], 0),
        (&["reply", "--path", "/", "--status", "429", "/dev/null"], 1),
    ] {
        let mut command = Command::new("sh");
        command.args(["-c", "read line; exec \"$0\" \"$@\"", PROGRAM]).args(arguments);
        let mut program = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(program.stdout.take());
        program.stdin.take().unwrap().write_all(b"start\n").unwrap();
        let mut errors = String::new();
        program.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!((program.wait().unwrap().code(), errors.as_str()), (Some(exit), ""), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_exits_with_2() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = Command::new(PROGRAM).arg("217").stdout(full).output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(errors.starts_with("error: failed to write output: "), "{errors}");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = include_str!("../../README.md");
    let mut shown = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap();
        let Some((command, expected)) = block.split_once('\n').filter(|(_, expected)| !expected.is_empty()) else {
            continue;
        };
        let Some(arguments) = command.strip_prefix("$ cargo run -- ") else { continue };
        if !expected.starts_with('$') {
            let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
            let mut command_line = Command::new(PROGRAM);
            let (_, output, errors) = run_with(command_line.args(arguments.split(' ')).current_dir(root), "");
            assert_eq!((output.trim_end(), errors.as_str()), (expected.trim_end(), ""), "{command}");
            shown += 1;
        }
    }
    assert_eq!(shown, 2);
}
