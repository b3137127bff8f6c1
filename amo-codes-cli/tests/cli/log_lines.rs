//! Texts with replies in them, as arguments and on standard input.

use serde_json::Value;

use crate::{answers, found, found_in, parse, run, run_with};

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
fn what_node_leaves_out_is_not_an_error_of_the_reply() {
    let text = "POST /api/v4/leads 400 { 'validation-errors': [ { request_id: '0', errors: [ { code: 'InvalidType', path: 'price' }, ... 1 more item ] }, ... 5 more items ], title: 'Bad Request', status: 400 }";
    let answer = &answers(&found(&["--json", text]))[0];
    assert_eq!(answer["reply"]["findings"].as_array().unwrap().len(), 1, "{answer}");
}

#[test]
fn control_characters_of_a_text_are_escaped() {
    let output = found(&["{\"errors\":{\"\\u001b]8;;\\nred\":\"No\\u202e\"},\"title\":\"Bad Request\"}"]);
    assert!(!output.contains(['\u{1b}', '\u{202e}']), "{output}");
    let output = found_in("{\"errors\":{\"red\":\"No\u{202e}\"},\"title\":\"Bad Request\"}\n", &["--json"]);
    assert!(output.contains("No\\u202e") && !output.contains('\u{202e}'), "{output}");
    assert!(!found_in("/api/v4/leads\u{1b}]0;\u{7} error_code=217\n", &[]).contains(['\u{1b}', '\u{7}']));
}
