//! The subcommand `reply`.

use std::collections::HashSet;
use std::process::Command;

use amo_codes::{Advice, Code};
use serde_json::json;

use crate::support::address;
use crate::{PROGRAM, parse, run_with};

/// Runs `reply` with a body from standard input, and returns the exit status and the output.
pub(crate) fn reply(path: &str, status: u16, options: &[&str], body: &str) -> (Option<i32>, String) {
    let mut command = Command::new(PROGRAM);
    command.args(["reply", "--path", path, "--status", &status.to_string()]).args(options);
    let (exit, output, errors) = run_with(&mut command, body);
    assert_eq!(errors, "");
    (exit, output)
}

#[test]
fn a_reply_is_summarized_with_its_advice_and_its_findings() {
    let body = r#"{"validation-errors":[{"request_id":"0","errors":[
        {"code":"NotSupportedChoice","path":"status_id","detail":"No such choice."}]}]}"#;
    let finding = "\n/validation-errors/0/errors/0/detail\n  message      No such choice.\n  error key    NotSupportedChoice\n  \
                   item         0\n  field        status_id\n  advice       fix the request\n";
    let (exit, output) = reply("/api/v4/leads", 400, &[], body);
    assert_eq!(exit, Some(1));
    assert!(output.starts_with("/api/v4/leads: HTTP 400: No such choice. "), "{output}");
    assert!(output.contains("\n  advice       fix the request. The request itself must change. "), "{output}");
    assert!(output.ends_with(finding), "{output}");
}

#[test]
fn control_characters_are_escaped() {
    let (_, output) = reply("/api/v4/leads", 400, &[], r#"{"errors":{"\u001b[31m\nred":"\u001b[1m\"No\""}}"#);
    assert!(output.contains("\n/errors/\\u{1b}[31m\\nred\n"), "{output}");
    assert!(output.contains("\n  message      \\u{1b}[1m\"No\"\n"), "{output}");
    assert!(!output.contains('\u{1b}'), "{output}");
}

#[test]
fn the_codes_that_a_number_may_be_are_described() {
    let body = r#"{"response":{"error":"...","error_code":"244"}}"#;
    let (_, output) = reply("/api/v2/leads", 400, &[], body);
    assert!(output.contains("\n  code         leads.244: Adding leads: no rights (undocumented)\n"), "{output}");
    assert!(!output.contains("may be"), "{output}");
    let (_, output) = reply("/api/v2/account", 400, &[], body);
    assert_eq!(output.matches("\n  may be       ").count(), Code::meanings(244).len(), "{output}");
    assert!(output.contains("\n  may be       tasks.244: Adding transactions: no rights.\n"), "{output}");
    let (_, output) = reply("/api/v2/leads", 400, &[], r#"{"response":{"error":"...","error_code":"331"}}"#);
    assert!(output.contains("\n  code         331 (unknown)\n"), "{output}");
}

#[test]
fn every_variant_of_advice_has_its_own_explanation() {
    let mut explanations = HashSet::new();
    for (advice, status) in Advice::ALL.iter().zip([204, 404, 429, 401, 400, 402]) {
        let (_, output) = reply("/api/v4/leads", status, &[], "");
        let start = format!("  advice       {advice}. ");
        let line = output.lines().find_map(|line| line.strip_prefix(&start));
        explanations.insert(line.unwrap_or_else(|| panic!("{start}: {output}")).to_owned());
    }
    assert_eq!(explanations.len(), Advice::ALL.len());
}

#[test]
fn the_json_of_a_reply_has_the_fields_of_the_library() {
    let body = r#"{"response":{"error":"No rights","error_code":"244"}}"#;
    let meanings: Vec<String> = Code::meanings(244).iter().copied().map(address).collect();
    let (exit, output) = reply("https://x.amocrm.ru/api/v2/tasks?page=2", 400, &["--json"], body);
    assert_eq!(exit, Some(1));
    assert_eq!(
        parse(&output),
        json!({
            "path": "/api/v2/tasks",
            "status": 400,
            "body": "json",
            "is_failure": true,
            "outcome": "refused",
            "is_repeatable": false,
            "retry_after": null,
            "trace_id": null,
            "advice": "ask-user",
            "findings": [{
                "number": 244,
                "code": "tasks.244",
                "meanings": meanings,
                "advice": "ask-user",
                "message": "No rights",
                "pointer": "/response/error_code",
                "subject": null,
                "field": null,
                "error_key": null,
            }],
            "omitted": 0,
        })
    );
}

#[test]
fn the_json_of_a_finding_names_the_entity_the_field_and_the_error_key() {
    let body = r#"{"validation-errors":[{"request_id":"7","errors":[
        {"code":"NotSupportedChoice","path":"status_id","detail":"No such choice."}]}]}"#;
    let (_, output) = reply("/api/v4/leads", 400, &["--json"], body);
    assert_eq!(
        parse(&output)["findings"],
        json!([{
            "number": null,
            "code": null,
            "meanings": [],
            "advice": "fix-request",
            "message": "No such choice.",
            "pointer": "/validation-errors/0/errors/0/detail",
            "subject": { "item": "7" },
            "field": "status_id",
            "error_key": "NotSupportedChoice",
        }])
    );
}

#[test]
fn a_success_exits_with_0_and_a_failure_with_1() {
    for (status, body, exit, kind) in [
        (204, "", 0, "empty"),
        (200, r#"{"_embedded":{"leads":[]}}"#, 0, "json"),
        (200, r#"{"status":"fail","id":7}"#, 1, "json"),
        (403, "<html><head><title>403 Forbidden</title></head></html>", 1, "html"),
        (500, "oops", 1, "other"),
    ] {
        let (json_exit, output) = reply("/api/v4/leads", status, &["--json"], body);
        let output = parse(&output);
        assert_eq!((json_exit, &output["body"]), (Some(exit), &json!(kind)), "{body}");
        assert_eq!(output["is_failure"], json!(exit == 1), "{body}");
        assert_eq!(reply("/api/v4/leads", status, &[], body).0, Some(exit), "{body}");
    }
}

#[test]
fn a_request_that_may_have_been_carried_out_is_pointed_out() {
    for (status, is_unknown) in [(502, true), (429, false)] {
        let (_, text) = reply("/api/v4/leads", status, &[], "");
        assert_eq!(text.contains("the request may have been carried out"), is_unknown, "{text}");
        let (_, json) = reply("/api/v4/leads", status, &["--json"], "");
        assert_eq!(parse(&json)["outcome"], if is_unknown { "unknown" } else { "refused" });
    }
}

#[test]
fn findings_that_were_not_kept_are_counted() {
    let body = format!("{{\"errors\":[{}1]}}", "1,".repeat(99_999));
    let (_, json) = reply("/api/v4/leads", 400, &["--json"], &body);
    let json = parse(&json);
    let omitted = json["omitted"].as_u64().unwrap();
    assert!(omitted > 0);
    let (_, text) = reply("/api/v4/leads", 400, &[], &body);
    assert!(text.ends_with(&format!("\n… and {omitted} more findings\n")));
}

#[test]
fn the_body_is_read_from_a_file_or_from_standard_input() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../amo-codes-reply/tests/replies/s08-problem.json");
    let body = std::fs::read_to_string(file).unwrap();
    let from_input = reply("/api/v4/leads", 400, &[], &body);
    assert!(from_input.1.contains("leads.244"), "{}", from_input.1);
    assert_eq!(reply("/api/v4/leads", 400, &[file], ""), from_input);
    assert_eq!(reply("/api/v4/leads", 400, &["-"], &body), from_input);
}
