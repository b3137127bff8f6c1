//! Texts with replies in them, as arguments and on standard input.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::Value;

use crate::{addresses, answers, found, found_in, headings, parse, program, run, run_with};

const MEANINGS: [&str; 5] = ["leads.244", "events.244", "tasks.244", "directories.244", "directory_elements.244"];

/// Returns what an answer says, by the keys that a case of `texts/*.json` may have.
fn said(answer: &Value, key: &str) -> Vec<Value> {
    let reply = &answer["reply"];
    let of_findings = |key: &str| {
        let findings = reply["findings"].as_array().cloned().unwrap_or_default();
        findings.into_iter().map(|finding| finding.pointer(key).cloned().unwrap_or_default()).collect()
    };
    match key {
        "codes" => {
            let codes = answer["codes"].as_array().unwrap();
            vec![codes.iter().map(|code| code["address"].clone()).collect()]
        }
        "path" => vec![answer["path"].clone()],
        "status" | "advice" | "outcome" | "trace_id" => vec![reply[key].clone()],
        "next" => vec![reply["next_step"]["write"].clone()],
        "wait" => vec![reply["retry_after"].as_f64().into()],
        "message" => of_findings("/message"),
        "field" => of_findings("/field"),
        "item" => of_findings("/subject/request_item"),
        _ => panic!("unknown key {key}"),
    }
}

#[test]
fn the_reply_in_a_text_is_found_in_every_notation() {
    let (mut cases, mut wrong) = (0, Vec::new());
    for file in [include_str!("texts/reported.json"), include_str!("texts/notations.json")] {
        for case in parse(file).as_array().unwrap() {
            let case = case.as_object().unwrap();
            let text = case["text"].as_str().unwrap();
            let options = case.get("arguments").and_then(Value::as_array).cloned().unwrap_or_default();
            let options: Vec<&str> = options.iter().map(|option| option.as_str().unwrap()).chain(["--json"]).collect();
            for is_input in [false, true] {
                let run =
                    if is_input { run_with(&options, text) } else { run(&[&options[..], &["--", text]].concat()) };
                let is_answer =
                    |answer: &Value| answer["codes"] != Value::Array(Vec::new()) || !answer["reply"].is_null();
                let answers: Vec<Value> = answers(&run.output).into_iter().filter(is_answer).collect();
                let is_silent = case.contains_key("silent");
                let is_right = |answer: &Value| {
                    let mut expected =
                        case.iter().filter(|(key, _)| !["source", "text", "arguments"].contains(&key.as_str()));
                    expected.all(|(key, value)| said(answer, key).contains(value))
                };
                let counts = if is_silent { answers.is_empty() } else { answers.last().is_some_and(is_right) };
                cases += 1;
                if !counts {
                    wrong.push(format!("{} (input: {is_input}): {text}\n{}", case["source"], run.output));
                }
            }
        }
    }
    assert!(wrong.is_empty() && cases > 100, "{}", wrong.join("\n"));
}

#[test]
fn texts_about_something_else_are_silent() {
    let lines = include_str!("texts/silent.txt");
    assert!(lines.lines().count() > 40);
    let run = run_with(&[], lines);
    assert_eq!((run.exit, run.output.as_str()), (Some(1), ""));
    assert!(run.errors.starts_with("error: no code in standard input; "), "{}", run.errors);
}

/// A part of a body says nothing that the whole body does not say.
#[test]
fn a_body_may_be_cut_anywhere() {
    for (body, numbers) in [
        (
            r#"{"validation-errors":[{"request_id":"17","errors":[{"code":"NotSupportedChoice","path":"custom.0","detail":"No such choice."}]}],"title":"Bad Request","status":400,"trace_id":"8e9b"}"#,
            &[][..],
        ),
        (r#"{"response":{"error":"Код ошибки 244. Повторите","error_code":"244","id":1717}}"#, &[244][..]),
        (
            r#"{"errors":{"17207117":"Last modified date is older than in database"},"title":"Bad Request","status":400}"#,
            &[],
        ),
        (r#"{"_embedded":{"items":[{"id":217}],"errors":{"add":[{"code":226,"message":"Error 226."}]}}}"#, &[226]),
        (r"{'title': 'Unauthorized', 'status': 401, 'detail': None, 'hint': 'Token has expired'}", &[]),
    ] {
        let ends = || body.char_indices().map(|(end, _)| end).skip(1);
        for status in [200, 400] {
            let line = |end| format!("2026-11-26 POST /api/v4/leads HTTP {status} {}", &body[..end]);
            let lines = ends().map(line).collect::<Vec<_>>().join("\n");
            let run = run_with(&["--json"], &lines);
            for answer in answers(&run.output) {
                let reply = &answer["reply"];
                let end = ends().nth(usize::try_from(answer["line"].as_u64().unwrap()).unwrap() - 1).unwrap();
                let part = &body[..end];
                for finding in reply["findings"].as_array().unwrap() {
                    let number = finding["number"].as_i64();
                    assert!(number.is_none_or(|number| numbers.contains(&number)), "{part}: {finding}");
                    let message = finding["message"].as_str().unwrap();
                    assert!(part.contains(message), "{part}: {finding}");
                    for word in [
                        &finding["error_key"],
                        &finding["field"],
                        &finding["subject"]["entity"],
                        &finding["subject"]["request_item"],
                    ] {
                        let word = word.as_str().unwrap_or_default();
                        let is_whole = ['"', '\''].iter().any(|quote| body.contains(&format!("{quote}{word}{quote}")));
                        assert!(word.is_empty() || (is_whole && part.contains(word)), "{part}: {finding}");
                    }
                }
                // Whatever was cut may have been carried out, unless the status says that it was refused.
                let outcome = match (status, &reply["status"]) {
                    (200, Value::Null) => "unknown",
                    _ if part.contains("items\":[{") => "partial",
                    _ => "refused",
                };
                assert_eq!(reply["outcome"], outcome, "{part}: {reply}");
            }
        }
    }
}

/// In a line with the path and the HTTP status, a body says the same as when it is saved, and so does the line that a reply
/// displays.
#[test]
fn the_saved_replies_of_the_library_are_read_in_lines() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../amo-codes-reply/tests/replies");
    let (mut expected, mut log) = (Vec::new(), String::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let Some(name) = file.to_str().unwrap().strip_suffix(".expected.json") else { continue };
        let saved = parse(&std::fs::read_to_string(&file).unwrap());
        let (Some(path), Some(status)) = (saved["path"].as_str(), saved["status"].as_u64()) else { continue };
        let path = format!("/{}", path.trim_start_matches('/'));
        let Some(Value::Object(body)) =
            std::fs::read(format!("{name}.json")).ok().and_then(|body| serde_json::from_slice(&body).ok())
        else {
            continue;
        };
        let body = Value::Object(body).to_string();
        let reply = amo_codes_reply::Reply::read(&path, u16::try_from(status).unwrap(), body.as_bytes());
        let escaped = Value::String(body.clone());
        for line in [
            format!("2026-11-26 POST https://x.amocrm.ru{path} HTTP {status} {body}"),
            format!("{{\"url\":\"https://x.amocrm.ru{path}\",\"status\":{status},\"body\":{escaped}}}"),
            format!("2026-11-26 ERROR {reply}"),
        ] {
            let is_displayed = line.contains(" ERROR ");
            log.extend([&line, "\n"]);
            expected.push((line, serde_json::to_value(&reply).unwrap(), is_displayed));
        }
    }
    assert!(expected.len() > 400);
    let mut found = vec![Value::Null; expected.len()];
    for answer in answers(&run_with(&["--json"], &log).output) {
        found[usize::try_from(answer["line"].as_u64().unwrap()).unwrap() - 1] = answer["reply"].clone();
    }
    let mut wrong = String::new();
    for ((line, expected, is_displayed), found) in expected.iter().zip(found) {
        let is_said = |finding: &Value| {
            finding["message"] != "" || !finding["error_key"].is_null() || !finding["number"].is_null()
        };
        let is_said = *is_displayed || expected["findings"].as_array().unwrap().iter().any(is_said);
        let is_same = match &expected["is_failure"] {
            Value::Bool(true) => ["advice", "outcome"].iter().all(|key| found[key] == expected[key]) || !is_said,
            _ => *is_displayed || found.is_null() || numbers(&found) == numbers(expected),
        };
        // The line that a reply displays has the first five findings.
        if !is_same
            || (is_said
                && expected["is_failure"] == true
                && !line.contains(" more (")
                && numbers(&found) != numbers(expected))
        {
            wrong.extend([line, "\n", &found.to_string(), "\n"]);
        }
    }
    assert_eq!(wrong, "");
}

/// Returns the numbers that a reply reports, each once.
fn numbers(reply: &Value) -> std::collections::BTreeSet<i64> {
    let findings = reply["findings"].as_array().cloned().unwrap_or_default();
    findings.iter().filter_map(|finding| finding["number"].as_i64()).collect()
}

#[test]
fn an_error_message_is_explained_as_its_number() {
    assert_eq!(found(&["Код ошибки 244"]), found(&["244"]));
    assert_eq!(found(&["Код", "ошибки", "244"]), found(&["244"]));
    let text = "Код ошибки 244. В случае повторного возникновения ошибки, обращайтесь в техническую поддержку";
    assert_eq!(found(&[text]), found(&["244"]));
    for line in [
        "2026-11-26 10:30:01 lead 217 failed: error_code=219",
        "failed{error_code=219}",
        "Error code 219. If error appears again",
        "Error 219.",
        "message: 'Error 219.'",
        "ошибка №219",
        "Код ошибки - 219",
        "errorCode: 219 (lead 5)",
        "    [error_code] => 219",
    ] {
        assert_eq!(found(&[line]), found(&["219"]), "{line}");
    }
}

#[test]
fn other_numbers_are_not_codes() {
    for line in [
        "2026-11-26 10:30:01 lead 244 saved",
        "Error 10.02.2026",
        "terror code 244",
        "error code 36b4f074-7403-11ea-af30-00163e2085ae",
        "error_code=2026-11-26",
        "error_code=10:30",
        "error code 3.5",
        "error code 1,000",
        "error_code=null",
        "error_code: none, id 244",
        "error code 99999999999999999999",
        "Код ошибки не указан, сделка 244",
        r#"200 {"_embedded":{"leads":[{"id":1,"name":"Error 217."}]}}"#,
        r#"{"level":"info","status":200,"body":"{\"_embedded\":{\"leads\":[{\"name\":\"Error 217.\"}]}}"}"#,
    ] {
        let run = run(&[line]);
        assert_eq!((run.exit, run.output.as_str()), (Some(1), ""), "{line}");
    }
}

#[test]
fn an_http_status_is_explained_as_one() {
    for query in ["401", "HTTP 401", "HTTP/1.1 401 Unauthorized", "статус 401", "401 Unauthorized", "status code: 401"]
    {
        let output = found(&[query]);
        assert!(output.starts_with("HTTP 401: failure\n  advice       sign in again. "), "{query}: {output}");
        // The codes that are documented with it are explained below.
        assert!(output.contains("\nauthorization.401  "), "{query}: {output}");
    }
    for (query, heading) in
        [("404", "HTTP 404: failure"), ("504 Gateway Time-out", "HTTP 504: failure"), ("HTTP 502", "HTTP 502: failure")]
    {
        let output = found(&[query]);
        assert_eq!(headings(&output), [heading]);
        assert_eq!(parse(&found(&[query, "--json"]))[0]["reply"]["body_kind"], Value::Null);
    }
    assert!(found(&["404", "--lang", "ru"]).contains("\n  что делать   при записи: прекратить. "));
}

#[test]
fn the_path_in_the_text_chooses_the_section() {
    for line in [
        "POST /api/v4/tasks: Код ошибки 244",
        "https://x.amocrm.ru/api/v4/tasks?page=2 error_code=244",
        "GET /api/v4/leads then POST /api/v4/tasks: Код ошибки 244",
        r#"{"url":"https:\/\/x.amocrm.ru\/api\/v4\/tasks","message":"Error code 244."}"#,
    ] {
        assert_eq!(headings(&found(&[line]))[0], "tasks.244  AddLeadForbidden", "{line}");
    }
    // An option is stronger than the text.
    let output = found(&["POST /api/v4/tasks: Код ошибки 244", "--path", "/api/v2/notes"]);
    assert_eq!(headings(&output)[0], "events.244  AddNoteForbidden");
    // A URL in a body is not the path of the request.
    let body = r#"{"title":"Bad Request","type":"https://httpstatus.es/400","status":400,"detail":"/api/v4/tasks"}"#;
    assert_eq!(parse(&found(&[body, "--json"]))[0]["path"], Value::Null);
}

#[test]
fn the_options_tell_what_a_body_does_not_say() {
    let body = r#"{"errors":["Not saved"]}"#;
    let reply = |options: &[&str]| parse(&found(&[options, &["--json", body]].concat()))[0]["reply"].clone();
    let unknown = reply(&[]);
    assert_eq!(
        (&unknown["status"], &unknown["outcome"], &unknown["next_step"]["write"]),
        (&Value::Null, &"unknown".into(), &"check".into())
    );
    let known = reply(&["--path", "/api/v4/leads", "--status", "400"]);
    assert_eq!(
        (&known["path"], &known["status"], &known["outcome"]),
        (&"/api/v4/leads".into(), &400.into(), &"refused".into())
    );
}

#[test]
fn the_line_before_a_body_tells_its_request() {
    let body = r#"{"response":{"error":"Нет прав","error_code":"244"}}"#;
    let pretty = serde_json::to_string_pretty(&parse(body)).unwrap();
    for body in [body, &pretty] {
        let output = found_in(&format!("POST /api/v4/tasks\n{body}\nPOST /api/v2/notes\n"), &["--json"]);
        assert_eq!(addresses(&output)[0][0], "tasks.244", "{body}");
        // Requests run side by side: only the line directly before it counts.
        let output = found_in(&format!("POST /api/v4/tasks\nsaved\n{body}\n"), &["--json"]);
        assert_eq!(addresses(&output), [MEANINGS], "{body}");
    }
}

#[test]
fn what_node_leaves_out_is_not_an_error_of_the_reply() {
    let text = "POST /api/v4/leads 400 { 'validation-errors': [ { request_id: '0', errors: [ { code: 'InvalidType', path: 'price' }, ... 1 more item ] }, ... 5 more items ], title: 'Bad Request', status: 400 }";
    let answer = &answers(&found(&["--json", text]))[0];
    assert_eq!(answer["reply"]["findings"].as_array().unwrap().len(), 1, "{answer}");
}

#[test]
fn the_line_before_another_request_tells_nothing_about_it() {
    let lines = "amoCRM: sync started\nbilling failed: 404 {\"error\":\"Not here\"}\n";
    assert_eq!(run_with(&["--json"], lines).output, "");
    let lines = "GET /api/v4/leads\nGET https://pay.example.com/v1 500 {\"title\":\"Oops\",\"detail\":\"Not here\"}\n";
    assert_eq!(answers(&run_with(&["--json"], lines).output)[0]["path"], Value::Null);
}

#[test]
fn a_trace_is_answered_once_at_the_line_that_names_amocrm() {
    let trace = "Error: Request failed with status code 403\n    at settle (settle.js:19:12)\n    url: 'https://acme.kommo.com/api/v4/leads',\n    path: '/api/v4/leads',\nGET /api/v4/leads 200\n";
    let answers = answers(&run_with(&["--json"], trace).output);
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!((&answers[0]["line"], &answers[0]["reply"]["status"]), (&Value::from(3), &Value::from(403)));
    // The elements of an array are not one trace.
    let list =
        "[\n  {\"status\":403,\"error\":\"Forbidden\"},\n  {\"message\":\"connect to https://acme.kommo.com/\"}\n]\n";
    assert_eq!(run_with(&["--json"], list).output, "");
    let other =
        "Error: Request failed with status code 403\n    at settle (settle.js:19:12)\nhttps://acme.kommo.com/\n";
    assert_eq!(run_with(&["--json"], other).output, "");
}

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

#[test]
fn control_characters_of_a_text_are_escaped() {
    let output = found(&["{\"errors\":{\"\\u001b]8;;\\nred\":\"No\\u202e\"},\"title\":\"Bad Request\"}"]);
    assert!(!output.contains(['\u{1b}', '\u{202e}']), "{output}");
    assert!(!found_in("/api/v4/leads\u{1b}]0;\u{7} error_code=217\n", &[]).contains(['\u{1b}', '\u{7}']));
}
