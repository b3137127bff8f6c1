//! The subcommand `reply`.

use amo_codes::{Advice, Code};
use serde_json::json;

use crate::own_tables::saved;
use crate::{Run, headings, parse, run, run_with};

/// Runs `reply` with a body from standard input.
pub(crate) fn reply(path: &str, status: u16, options: &[&str], body: &str) -> Run {
    let status = status.to_string();
    let mut arguments = vec!["reply", "--path", path, "--status", &status];
    arguments.extend(options);
    let run = run_with(&arguments, body);
    assert_eq!(run.errors, "", "{body}");
    run
}

#[test]
fn a_reply_is_explained_with_its_advice_and_its_findings() {
    let body = r#"{"validation-errors":[{"request_id":"0","errors":[
        {"code":"NotSupportedChoice","path":"status_id","detail":"No such choice."}]}]}"#;
    let expected = "\
/api/v4/leads: HTTP 400: failure
  advice       fix the request. The request itself must change. Retrying it unchanged will fail again.
  outcome      refused: nothing was carried out.
  next step    to write: give up. Show the message to a person: someone must act first, or the request must change.

at /validation-errors/0/errors/0/detail in the body
  message      No such choice.
  error key    NotSupportedChoice
  item         0
  field        status_id
  advice       fix the request
";
    let run = reply("https://x.amocrm.ru/api/v4/leads?page=2", 400, &[], body);
    assert_eq!((run.exit, run.output.as_str()), (Some(1), expected));
}

#[test]
fn a_reply_is_explained_in_russian() {
    let body = r#"{"response":{"error":"...","error_code":"244"}}"#;
    let expected = "\
/api/v2/leads: HTTP 400: ошибка
  совет        обратиться к пользователю. Сначала человек должен что-то сделать: выдать права, оплатить, включить функцию или войти через браузер.
  итог         запрос отклонён: ничего не выполнено.
  что делать   при записи: прекратить. Покажите сообщение человеку: он должен что-то сделать, или нужно изменить запрос.

в теле ответа: /response/error_code
  код          leads.244: Добавление сделок: нет прав (нет в документации)
  сообщение    ...
  совет        обратиться к пользователю
";
    assert_eq!(reply("/api/v2/leads", 400, &["--lang", "ru"], body).output, expected);
}

#[test]
fn the_codes_that_a_number_may_be_are_described() {
    let body = r#"{"response":{"error":"...","error_code":"244"}}"#;
    let output = reply("/api/v2/leads", 400, &[], body).output;
    assert!(output.contains("\n  code         leads.244: Adding leads: no rights (undocumented)\n"), "{output}");
    assert!(!output.contains("may be"), "{output}");
    let output = reply("/api/v2/account", 400, &[], body).output;
    assert_eq!(output.matches("\n  may be       ").count(), Code::by_number(244).len(), "{output}");
    assert!(output.contains("\n  may be       tasks.244: Adding transactions: no rights.\n"), "{output}");
    let output = reply("/api/v2/leads", 400, &[], r#"{"response":{"error":"...","error_code":"331"}}"#).output;
    assert!(output.contains("\n  code         331 (unknown)\n"), "{output}");
}

#[test]
fn the_codes_of_an_own_table_explain_a_reply() {
    let (file, _folder) = saved("[a]\ntitle = \"A\"\n\n[a.217]\nname = \"Ours\"\ndescription = \"Our code.\"\n");
    let body = r#"{"response":{"error":"...","error_code":"217"}}"#;
    let output = reply("/api/v2/leads", 400, &["--table", &file], body).output;
    assert!(output.contains("\n  code         a.217: Our code.\n"), "{output}");
}

#[test]
fn a_body_without_a_message_is_described() {
    for (body, description) in [
        ("", "(the body is empty)"),
        ("<html></html>", "(the body is HTML)"),
        ("oops", "(the body is not JSON)"),
        ("{}", "(the whole body)"),
    ] {
        assert_eq!(headings(&reply("/api/v4/leads", 400, &[], body).output)[1], description);
    }
}

#[test]
fn every_advice_is_explained() {
    for (advice, status) in [
        (Advice::NotAnError, 204),
        (Advice::NotFound, 404),
        (Advice::RetryLater, 429),
        (Advice::SignIn, 401),
        (Advice::AskUser, 402),
    ] {
        let output = reply("/api/v4/leads", status, &[], "").output;
        let line = format!("\n  advice       {advice}. {}\n", advice.explanation());
        assert!(output.contains(&line), "{line}: {output}");
    }
}

#[test]
fn what_to_wait_for_and_what_support_asks_for_is_shown() {
    let body = r#"{"title":"Too Many Requests","status":429,"detail":"...","retry_after":300,"trace_id":"8e9b"}"#;
    let output = reply("/api/v4/leads", 429, &[], body).output;
    assert!(output.contains("\n  wait         300 seconds\n  trace id     8e9b\n"), "{output}");
}

#[test]
fn the_outcome_of_a_request_is_pointed_out() {
    let partial = r#"{"_embedded":{"items":[{"id":1}],"errors":{"add":[{"code":429}]}}}"#;
    for (status, body, outcome) in [(502, "", "unknown: "), (429, "", "refused: "), (200, partial, "partial: ")] {
        let output = reply("/api/v2/leads", status, &[], body).output;
        assert!(output.contains(&format!("\n  outcome      {outcome}")), "{output}");
    }
    assert!(!reply("/api/v2/leads", 204, &[], "").output.contains("outcome"));
}

#[test]
fn the_json_of_a_reply_has_the_fields_of_the_library() {
    let body = r#"{"response":{"error":"No rights","error_code":"244"}}"#;
    let run = reply("https://x.amocrm.ru/api/v2/tasks?page=2", 400, &["--json"], body);
    assert_eq!(run.exit, Some(1));
    let expected = amo_codes_reply::Reply::read("/api/v2/tasks", 400, body.as_bytes());
    assert_eq!(parse(&run.output), json!(expected));
}

#[test]
fn a_success_exits_with_0_and_a_failure_with_1() {
    for (status, body, exit) in [
        (204, "", 0),
        (200, r#"{"_embedded":{"leads":[]}}"#, 0),
        (200, r#"{"status":"fail","id":7}"#, 1),
        (403, "<html><head><title>403 Forbidden</title></head></html>", 1),
        (500, "oops", 1),
    ] {
        let run = reply("/api/v4/leads", status, &[], body);
        let result = if exit == 0 { "success" } else { "failure" };
        assert_eq!(
            (run.exit, headings(&run.output)[0]),
            (Some(exit), &*format!("/api/v4/leads: HTTP {status}: {result}"))
        );
    }
}

#[test]
fn findings_that_were_not_kept_are_counted() {
    let body = format!("{{\"errors\":[{}1]}}", "1,".repeat(99_999));
    let output = reply("/api/v4/leads", 400, &[], &body).output;
    assert!(output.ends_with("\n\n… and 99000 more findings\n"));
}

#[test]
fn the_body_is_read_from_a_file_or_from_standard_input() {
    let body = r#"{"response":{"error":"...","error_code":"217"}}"#;
    let (file, _folder) = saved(body);
    let from_input = reply("/api/v4/leads", 400, &[], body);
    assert!(from_input.output.contains("leads.217"), "{}", from_input.output);
    assert_eq!(reply("/api/v4/leads", 400, &[&file], ""), from_input);
    assert_eq!(reply("/api/v4/leads", 400, &["-"], body), from_input);
    let run = run(&["reply", "--path", "/", "--status", "400", "no such file"]);
    assert_eq!((run.exit, run.output.as_str()), (Some(2), ""));
    assert!(run.errors.starts_with("error: failed to read `no such file`: "), "{}", run.errors);
}

#[test]
fn options_for_every_call_may_precede_the_subcommand() {
    let body = r#"{"response":{"error":"...","error_code":"217"}}"#;
    let after = reply("/api/v4/leads", 400, &["--lang", "ru"], body);
    assert_eq!(run_with(&["--lang", "ru", "reply", "--path", "/api/v4/leads", "--status", "400"], body), after);
    // After a query, the name of a subcommand is a query.
    assert!(crate::run(&["217", "reply"]).errors.contains("matches `217 reply`"));
}
