//! The path and the HTTP status of a reply: in the text, in the line before it, in options.

use serde_json::Value;

use crate::{addresses, answers, found, found_in, headings, parse, run_with};

const MEANINGS: [&str; 5] = ["leads.244", "events.244", "tasks.244", "directories.244", "directory_elements.244"];

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
    // It also says that the body is amoCRM's.
    let output = found_in("POST /api/v4/leads 400\n{\"errors\":[\"Not saved\"]}\n", &["--json"]);
    assert_eq!(answers(&output)[1]["reply"]["findings"][0]["message"], "Not saved");
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
fn a_long_trace_names_its_request_and_the_next_one_is_another() {
    let calls = "    at settle (/app/node_modules/axios/lib/core/settle.js:19:12)\n".repeat(20);
    let trace = |status: u16, path: &str| {
        format!(
            "AxiosError: Request failed with status code {status}\n{calls}    url: 'https://acme.kommo.com{path}'\n"
        )
    };
    let log = format!("{}done\n{}", trace(403, "/api/v4/leads"), trace(404, "/api/v4/contacts"));
    let answers = answers(&run_with(&["--json"], &log).output);
    let found: Vec<_> = answers.iter().map(|answer| (&answer["path"], &answer["reply"]["status"])).collect();
    let expected = [("/api/v4/leads".into(), 403.into()), ("/api/v4/contacts".into(), 404.into())];
    assert_eq!(found, expected.each_ref().map(|(path, status): &(Value, Value)| (path, status)));
}
