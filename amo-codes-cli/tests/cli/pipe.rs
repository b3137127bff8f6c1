//! Answers on standard input: each as soon as it is known, with its line.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use crate::{addresses, answers, found, found_in, headings, program, run_with};

#[test]
fn an_answer_on_standard_input_says_what_to_do() {
    let input = "\
2026-11-26 10:30:00 GET /api/v4/leads 200 17 ms
2026-11-26 10:30:01 POST /api/v4/leads 400 Код ошибки 217
2026-11-26 10:30:02 POST /api/v2/notes error_code=226, then error_code=222
2026-11-26 10:30:03 POST /api/v2/notes error_code=226, then error_code=222
2026-11-26 10:30:04 POST /api/v2/notes error_code=226, then error_code=222
2026-11-26 10:30:05 POST /api/v4/leads 503 <html></html>
";
    let output = found_in(input, &[]);
    let shown: Vec<&str> = headings(&output).into_iter().filter(|line| !line.starts_with("This meaning")).collect();
    assert_eq!(
        shown,
        [
            "line 2  /api/v4/leads",
            "/api/v4/leads: HTTP 400: failure",
            "leads.217  UpdateLeadsParametersRequired",
            "line 3  /api/v2/notes",
            "events.226  NoteTargetNotFound",
            "events.222  NotesRequestEmpty",
            "again 2 times",
            "line 6  /api/v4/leads",
            "/api/v4/leads: HTTP 503: failure",
        ]
    );
    let last = "  outcome      unknown: the request may have been carried out. Check before you repeat one that creates something.
  next step    to write: check. All of the request or a part of it may have been carried out. Check what exists before sending anything again.
               to read: retry. Wait, longer each time, then send the same request again.
";
    assert!(output.ends_with(last), "{output}");
    assert_eq!(found_in(input, &["-"]), output);
    // As JSON, each answer is a line.
    let lines: Vec<u64> =
        answers(&found_in(input, &["--json"])).iter().map(|answer| answer["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6]);
}

#[test]
fn an_answer_is_written_while_the_pipe_stays_open() {
    let mut child = program(&[]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    for number in ["2", "4"] {
        input.write_all("started\nPOST /api/v4/leads 400 Код ошибки 244\n".as_bytes()).unwrap();
        if number == "2" {
            assert_eq!(output.next().unwrap().unwrap(), "line 2  /api/v4/leads");
        }
    }
    drop(input);
    assert_eq!(output.last().unwrap().unwrap(), "again once");
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_pipe_without_a_code_says_so_and_never_prints_the_table() {
    let empty = "error: standard input is empty; `amo-codes --all` shows the whole table\n";
    for (input, error) in
        [("", empty), ("\n", empty), ("lead 244 saved\n2026-11-26\n", "error: no code in standard input; ")]
    {
        for arguments in [&[][..], &["-"]] {
            let run = run_with(arguments, input);
            assert_eq!((run.exit, run.output.as_str()), (Some(1), ""), "{input}");
            assert!(run.errors.starts_with(error), "{input}: {}", run.errors);
        }
    }
    assert_eq!(run_with(&["--all"], "").output, found(&[]));
    // With a filter, standard input is not read.
    assert_eq!(run_with(&["-s", "leads"], "").output, found(&["leads"]));
}

#[test]
fn text_that_is_not_utf_8_is_an_error() {
    let mut command = program(&[]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"Error 217.\n\xca\xee\xe4 \xee\xf8\xe8\xe1\xea\xe8 244\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("line 1\n"));
    assert!(errors.starts_with("error: failed to read standard input: line 2 is not UTF-8; "), "{errors}");
}

#[test]
fn a_line_may_be_a_number_or_an_address() {
    let output = found_in("tasks.244\n\n217\n99999\n", &["--json"]);
    assert_eq!(addresses(&output), [["tasks.244"], ["leads.217"]]);
    assert_eq!(answers(&output)[1]["line"], 3);
    // The elements of an array are records.
    let log = "[\n{\"error_code\": 217},\n{\"error_code\": 219}\n]\n";
    assert_eq!(addresses(&found_in(log, &["--json"])), [["leads.217"], ["contacts.219"]]);
}

#[test]
fn an_unknown_code_is_reported_with_its_line() {
    let run = run_with(&[], "start\namoCRM: error_code=331\n");
    assert_eq!((run.exit, run.errors.as_str()), (Some(1), "error: line 2: unknown code 331 (nearest: 330, 400)\n"));
    assert_eq!(run.output, "");
}
