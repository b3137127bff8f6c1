//! What is said about a code.

use amo_codes::{Code, Leads, Section};
use serde_json::{Value, json};

use crate::{addresses, found, headings, parse, run};

#[test]
fn a_code_is_explained_so_that_one_can_act() {
    let expected = "\
other.402  SubscriptionEnded
  description  Subscription has ended
  note         With this reply, you receive a HTTP code #402 \"Payment Required\"
  HTTP status  402
  advice       ask the user. A person must act first: grant permissions, pay, enable a feature or log in through a browser.
  docs         https://www.amocrm.com/developers/content/api/errors
";
    assert_eq!(found(&["other.402"]), expected);
}

#[test]
fn an_undocumented_code_has_evidence_in_place_of_documentation() {
    let expected = "\
other.263  EntityNotFound (undocumented)
  description  The entity, such as the phone number of a call, was not found
  evidence     Seen in replies on /api/v4/calls
  advice       not found. The field, entity or element does not exist. This can be ignored when deleting.
";
    assert_eq!(found(&["other.263"]), expected);
}

#[test]
fn the_meanings_of_a_number_are_told_apart_by_paths() {
    let output = found(&["244"]);
    assert_eq!(
        headings(&output),
        [
            "leads.244  AddLeadForbidden (undocumented)",
            "events.244  AddNoteForbidden",
            "tasks.244  AddLeadForbidden",
            "directories.244  CatalogsForbidden",
            "directory_elements.244  ElementsForbidden",
            "244 has 5 meanings. The path of the request tells them apart: add it, as in `--path /api/v4/leads`, or write the \
             address of one, such as `leads.244`.",
        ]
    );
    assert!(output.contains("\n  paths        /private/api/v2/json/tasks /api/v2/tasks /api/v4/tasks\n"), "{output}");
    assert!(!found(&["217"]).contains("paths"));
    let russian = found(&["244", "--lang", "ru"]);
    let last = "Их различает путь запроса: укажите `--path /api/v4/leads` или адрес кода, например `leads.244`.\n";
    assert!(russian.ends_with(last), "{russian}");
}

#[test]
fn the_path_of_the_request_chooses_a_meaning() {
    let output = found(&["244", "--path", "https://x.amocrm.ru/api/v4/tasks?page=2"]);
    let [code, others] = headings(&output)[..] else { panic!("{output}") };
    assert_eq!(code, "tasks.244  AddLeadForbidden");
    assert!(others.starts_with("This meaning belongs to the path /api/v4/tasks. In other sections, 244 is: leads.244 (Adding leads: no rights); "), "{others}");
    let all = ["tasks.244", "leads.244", "events.244", "directories.244", "directory_elements.244"];
    assert_eq!(addresses(&found(&["244", "--path", "/api/v4/tasks", "--json"])), [all]);
    // The section of this path does not have the number.
    let output = found(&["244", "--path", "/api/v4/events"]);
    assert_eq!(headings(&output)[5], "244 has 5 meanings. None of them belongs to the path /api/v4/events.");
    // Without a query, the section of the path is shown.
    assert_eq!(found(&["--path", "/api/v4/tasks"]), found(&["tasks"]));
}

#[test]
fn a_number_that_is_also_an_http_status_names_the_codes_of_that_status() {
    let note = "\n\n401 is also an HTTP status. These codes are documented with HTTP 401: authorization.110, \
                authorization.111, authorization.112, authorization.101, authorization.401\n";
    assert!(found(&["401"]).ends_with(note));
    // HTTP 429 comes only with code 429, and no code comes with HTTP 244.
    for query in ["429", "244", "authorization.401"] {
        assert!(!found(&[query]).contains("HTTP status."), "{query}");
    }
}

#[test]
fn an_http_status_lists_the_codes_that_are_documented_with_it() {
    let output = found(&["--http", "403"]);
    assert!(
        output.starts_with("Documented with HTTP 403; replies use other statuses as well:\n\nauthorization: "),
        "{output}"
    );
    assert_eq!(addresses(&found(&["--http", "403", "--json"])), [["authorization.113", "other.403"]]);
    assert_eq!(addresses(&found(&["--http", "403", "-s", "other", "--json"])), [["other.403"]]);
    assert_eq!(addresses(&found(&["244", "-s", "Tasks", "--json"])), [["tasks.244"]]);
}

#[test]
fn a_section_is_a_table_of_its_codes() {
    let output = found(&["Leads"]);
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!(lines[0], "leads: Response when dealing with lead");
    assert_eq!(lines[1], "  number  HTTP  advice           name                           description");
    assert_eq!(
        lines[2],
        "     213        fix the request  AddLeadsEmpty                  Adding Leads: An Empty Array"
    );
    assert!(output.contains("     244        ask the user     AddLeadForbidden"), "{output}");
    assert!(output.contains("Adding leads: no rights (undocumented)\n"), "{output}");
    assert_eq!(lines.len(), 2 + Leads::ALL.len());
}

#[test]
fn without_a_query_every_code_is_one_line() {
    let output = found(&[]);
    assert_eq!(found(&["--all"]), output);
    assert_eq!(
        output.lines().filter(|line| line.starts_with("  ") && !line.contains("  number  ")).count(),
        Code::ALL.len()
    );
    assert_eq!(headings(&output).len(), Section::ALL.len());
}

#[test]
fn no_output_ends_or_begins_with_an_empty_line() {
    for arguments in
        [&[][..], &["244"], &["217"], &["401"], &["leads"], &["rights"], &["--http", "401"], &["Код ошибки 244"]]
    {
        let output = found(arguments);
        assert!(
            output.ends_with('\n') && !output.ends_with("\n\n") && !output.starts_with('\n'),
            "{arguments:?}: {output}"
        );
        assert!(!output.contains("\n\n\n"), "{arguments:?}: {output}");
    }
}

#[test]
fn json_has_an_answer_for_each_query() {
    let run = run(&["2002", "239", "leads", "--json"]);
    assert_eq!((run.exit, run.errors.as_str()), (Some(1), "error: unknown code 239 (nearest: 238, 240)\n"));
    let answers = parse(&run.output);
    let code = json!({
        "address": "other.2002",
        "section": "other",
        "number": 2002,
        "word": null,
        "name": "NothingFound",
        "description": "There are no results for your search",
        "note": "At the same time HTTP code #204 \"No Content\" is given with this response.",
        "http_status": 204,
        "advice": "not-an-error",
        "is_error": false,
        "is_documented": true,
        "evidence": null,
        "docs_url": "https://www.amocrm.com/developers/content/api/errors",
    });
    assert_eq!(answers[0], json!({ "query": "2002", "line": null, "path": null, "codes": [code], "reply": null }));
    assert_eq!(answers[1], json!({ "query": "239", "line": null, "path": null, "codes": [], "reply": null }));
    assert_eq!(addresses(&run.output)[2].len(), Leads::ALL.len());
    let undocumented = &parse(&found(&["other.263", "--json"]))[0]["codes"][0];
    assert_eq!(undocumented["is_documented"], false);
    assert_eq!(undocumented["evidence"], "Seen in replies on /api/v4/calls");
}

#[test]
fn json_of_the_whole_table_can_be_diffed() {
    let output = found(&["--json"]);
    assert_eq!(parse(&output)[0]["query"], Value::Null);
    // Each value is a line of its own, and the address is the first one of its code.
    let lines: Vec<&str> = output.lines().map(str::trim).collect();
    let starts = lines.windows(2).filter(|lines| lines[0] == "{" && lines[1].starts_with("\"address\": ")).count();
    assert_eq!(starts, Code::ALL.len());
}
