//! Lines of logs, as arguments and on standard input.

use serde_json::{Value, json};

use crate::{addresses, found, found_in, headings, parse, run, run_with};

const MEANINGS: [&str; 5] = ["leads.244", "events.244", "tasks.244", "directories.244", "directory_elements.244"];

#[test]
fn an_error_message_is_explained_as_its_number() {
    assert_eq!(found(&["Код ошибки 244"]), found(&["244"]));
    assert_eq!(found(&["Код", "ошибки", "244"]), found(&["244"]));
    let text = "Код ошибки 244. В случае повторного возникновения ошибки, обращайтесь в техническую поддержку";
    assert_eq!(found(&[text]), found(&["244"]));
    for line in ["2026-11-26 10:30:01 lead 217 failed: error_code=219", "failed{error_code=219}"] {
        assert_eq!(found(&[line]), found(&["219"]), "{line}");
    }
}

#[test]
fn the_path_in_the_line_chooses_the_section() {
    for line in [
        "POST /api/v4/tasks: Код ошибки 244",
        "https://x.amocrm.ru/api/v4/tasks?page=2 error_code=244",
        r#"{"url":"https:\/\/x.amocrm.ru\/api\/v4\/tasks","message":"Error code 244."}"#,
    ] {
        assert_eq!(headings(&found(&[line]))[0], "tasks.244  AddLeadForbidden", "{line}");
    }
    let answer = &parse(&found(&["https://x.amocrm.ru/api/v4/tasks?page=2 error_code=244", "--json"]))[0];
    assert_eq!(answer["path"], "/api/v4/tasks");
    // An option is stronger than the line.
    let output = found(&["POST /api/v4/tasks: Код ошибки 244", "--path", "/api/v2/notes"]);
    assert_eq!(headings(&output)[0], "events.244  AddNoteForbidden");
}

#[test]
fn each_line_of_a_pipe_has_an_answer_with_its_number() {
    let input = "\
2026-11-26 10:30:00 GET /api/v4/leads 200 17 ms
2026-11-26 10:30:01 POST /api/v4/leads 400 Код ошибки 244
2026-11-26 10:30:02 POST /api/v2/notes error_code=226, then error_code=222
2026-11-26 10:30:03 POST /api/v4/leads 400 Код ошибки 244
";
    let output = found_in(input, &[]);
    let shown: Vec<&str> = headings(&output).into_iter().filter(|line| !line.starts_with("This meaning")).collect();
    assert_eq!(
        shown,
        [
            "line 2  /api/v4/leads",
            "leads.244  AddLeadForbidden (undocumented)",
            "line 3  /api/v2/notes",
            "events.226  NoteTargetNotFound",
            "events.222  NotesRequestEmpty",
            "line 4  /api/v4/leads: the same as line 2",
        ]
    );
    assert_eq!(found_in(input, &["-"]), output);
    let answers = parse(&found_in(input, &["--json"]));
    let keys = |answer: &Value| json!([answer["line"], answer["path"], answer["codes"][0]["address"]]);
    let keys: Vec<Value> = answers.as_array().unwrap().iter().map(keys).collect();
    assert_eq!(
        keys,
        [
            json!([2, "/api/v4/leads", "leads.244"]),
            json!([3, "/api/v2/notes", "events.226"]),
            json!([4, "/api/v4/leads", "leads.244"])
        ]
    );
}

#[test]
fn a_pipe_without_a_code_says_so_and_never_prints_the_table() {
    let empty = "error: standard input is empty; `amo-codes --all` shows the whole table\n";
    let no_code = "error: no code in standard input; a line must be a code of the table, or have a number after words such as \
                   `Код ошибки`, `Error code` or `error_code`\n";
    for (input, error) in [("", empty), ("\n", empty), ("lead 244 saved\n2026-11-26\n", no_code)] {
        for arguments in [&[][..], &["-"]] {
            let run = run_with(arguments, input);
            assert_eq!((run.exit, run.output.as_str(), run.errors.as_str()), (Some(1), "", error), "{input}");
        }
    }
    assert_eq!(run_with(&["--all"], "").output, found(&[]));
    // With a filter, standard input is not read.
    assert_eq!(run_with(&["-s", "leads"], "").output, found(&["leads"]));
}

#[test]
fn a_line_may_be_a_number_or_an_address() {
    let output = found_in("tasks.244\n\n217\n99999\n", &["--json"]);
    assert_eq!(addresses(&output), [["tasks.244"], ["leads.217"]]);
    assert_eq!(parse(&output)[1]["line"], 3);
}

#[test]
fn an_unknown_code_is_reported_with_its_line() {
    let run = run_with(&[], "start\nerror_code=331\n");
    assert_eq!((run.exit, run.errors.as_str()), (Some(1), "error: line 2: unknown code 331 (nearest: 330, 400)\n"));
    assert_eq!(run.output, "");
}

#[test]
fn json_in_a_line_is_read_as_a_reply() {
    let body = r#"{"validation-errors":[{"request_id":"0","errors":[{"code":"NotSupportedChoice","path":"status_id","detail":"No such choice."}]}],"title":"Bad Request","status":400}"#;
    let expected = "\
at /validation-errors/0/errors/0/detail in the body
  message      No such choice.
  error key    NotSupportedChoice
  item         0
  field        status_id
  advice       fix the request. The request itself must change. Retrying it unchanged will fail again.
";
    let escaped = serde_json::to_string(body).unwrap();
    for line in [
        format!("POST /api/v4/leads HTTP 400 {body} in 17 ms"),
        format!(r#"{{"level":"error","path":"/api/v4/leads","status":400,"body":{escaped}}}"#),
        format!(r#"{{"level":"error","path":"/api/v4/leads","body":{body}}}"#),
        format!("level=error path=/api/v4/leads body={escaped}"),
    ] {
        assert_eq!(found(&[&line]), expected, "{line}");
    }
}

#[test]
fn the_code_of_a_reply_in_a_line_is_explained() {
    let line = r#"POST /api/v2/notes {"_embedded":{"errors":{"add":[{"code":226,"message":"Error 226."}]}}}"#;
    let output = found(&[line]);
    assert_eq!(headings(&output), ["at /_embedded/errors/add/0/code in the body", "events.226  NoteTargetNotFound"]);
    assert!(output.contains("\n  message      Error 226.\n\nevents.226"), "{output}");
    let answer = &parse(&found(&[line, "--json"]))[0];
    assert_eq!(answer["reply"]["findings"][0]["number"], 226);
}

#[test]
fn a_body_is_recognized_by_its_keys_or_by_the_path_before_it() {
    for line in [
        r#"{"title":"Payment Required","status":402,"detail":"Pay first."}"#,
        r#"POST /api/v4/leads HTTP 402 {"detail":"Pay first."}"#,
    ] {
        let output = found(&[line]);
        assert!(
            output.starts_with("at /detail in the body\n  message      Pay first.\n  advice       ask the user. "),
            "{output}"
        );
        assert_eq!(parse(&found(&[line, "--json"]))[0]["reply"]["status"], 402, "{line}");
    }
    for title in ["Error", "Ошибка"] {
        let line = format!(r#"{{"title":"{title}","status":244}}"#);
        assert_eq!(addresses(&found(&[&line, "--json"])), [MEANINGS], "{line}");
    }
}

#[test]
fn a_body_of_several_lines_is_one_reply() {
    let body = "{\n  \"response\": {\n    \"error\": \"...\",\n    \"error_code\": \"110\"\n  }\n}\n";
    assert_eq!(
        headings(&found_in(body, &[])),
        ["at /response/error_code in the body", "authorization.110  WrongCredentials"]
    );
    // The elements of an array are lines of a log.
    let log = "[\n{\"error_code\": 217},\n{\"error_code\": 219}\n]\n";
    assert_eq!(addresses(&found_in(log, &["--json"])), [["leads.217"], ["contacts.219"]]);
}

#[test]
fn what_a_successful_reply_contains_is_not_a_code() {
    for line in [
        r#"200 {"_embedded":{"leads":[{"id":1,"name":"Error 217."}]}}"#,
        r#"{"level":"info","msg":"saved","status":200,"path":"/api/v4/leads"}"#,
        r#"{"level":"info","status":200,"body":"{\"_embedded\":{\"leads\":[{\"name\":\"Error 217.\"}]}}"}"#,
        r#"{"level":"error","msg":"timeout","error":"timeout"}"#,
        "error_code=0",
        r#"POST /api/v4/leads HTTP 400 {"id":217}"#,
    ] {
        let run = run(&[line]);
        assert_eq!((run.exit, run.output.as_str()), (Some(1), ""), "{line}");
        let run = run_with(&[], line);
        assert!(run.exit == Some(1) && run.errors.starts_with("error: no code in standard input; "), "{line}");
    }
}

#[test]
fn control_characters_of_a_line_are_escaped() {
    let output = found(&["{\"errors\":{\"\\u001b[31m\\nred\":\"No\\u202e\"},\"title\":\"Bad Request\"}"]);
    assert!(
        output.contains("at /errors/\\u{1b}[31m\\nred in the body\n") && output.contains("No\\u{202e}\n"),
        "{output}"
    );
    assert!(!found_in("/api/v4/leads\u{1b}[31m error_code=217\n", &[]).contains('\u{1b}'));
}

/// In a line with the path and the HTTP status, a body says the same as when it is saved.
#[test]
fn the_saved_replies_of_the_library_are_read_in_lines() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../amo-codes-reply/tests/replies");
    let mut expected = Vec::new();
    let mut log = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let Some(body) = file.to_str().unwrap().strip_suffix(".expected.json") else { continue };
        let body = std::fs::read(format!("{body}.json")).ok().and_then(|body| serde_json::from_slice(&body).ok());
        if let Some(Value::Object(body)) = body {
            let reply = parse(&std::fs::read_to_string(&file).unwrap());
            let (path, status) = (reply["path"].as_str().unwrap(), &reply["status"]);
            let escaped = Value::String(Value::Object(body.clone()).to_string());
            log.push(format!("POST https://x.amocrm.ru{path} HTTP {status} {}", Value::Object(body)));
            log.push(format!("{{\"url\":\"https://x.amocrm.ru{path}\",\"status\":{status},\"body\":{escaped}}}"));
            expected.extend([numbers(&reply), numbers(&reply)]);
        }
    }
    let run = run_with(&["--json"], &log.join("\n"));
    let mut found = vec![Vec::new(); expected.len()];
    for answer in parse(&run.output).as_array().unwrap() {
        let line = usize::try_from(answer["line"].as_u64().unwrap()).unwrap();
        found[line - 1] = numbers(&answer["reply"]);
    }
    assert!(expected.len() > 300);
    for ((line, expected), found) in log.iter().zip(expected).zip(found) {
        assert_eq!(found, expected, "{line}");
    }
}

/// Returns the numbers that a reply reports.
fn numbers(reply: &Value) -> Vec<i64> {
    let findings = reply["findings"].as_array().cloned().unwrap_or_default();
    findings.iter().filter_map(|finding| finding["number"].as_i64()).collect()
}
