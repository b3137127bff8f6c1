//! The notations of a query.

use amo_codes::Leads;

use crate::{addresses, found, run};

const MEANINGS: [&str; 5] = ["leads.244", "events.244", "tasks.244", "directories.244", "directory_elements.244"];

#[test]
fn a_number_is_understood_in_every_notation() {
    for query in ["244", "#244", "№244", "244.", "244,", "(244)", " 244 "] {
        assert_eq!(addresses(&found(&[query, "--json"])), [MEANINGS], "{query}");
    }
}

#[test]
fn an_address_is_understood_in_every_notation() {
    for query in ["tasks.244", "Tasks.244", "tasks/244", "tasks:244", "tasks#244", "tasks.244."] {
        assert_eq!(addresses(&found(&[query, "--json"])), [["tasks.244"]], "{query}");
    }
}

#[test]
fn each_argument_is_a_query_if_each_names_codes() {
    assert_eq!(
        addresses(&found(&["217", "leads.213,", "NothingFound", "--json"])),
        [["leads.217"], ["leads.213"], ["other.2002"]]
    );
    let several = addresses(&found(&["/api/v4/tasks", "leads", "--json"]));
    assert_eq!((&*several[0][0], &*several[1][0]), ("tasks.227", "leads.213"));
    // Otherwise, they are one text, as in quotes.
    for arguments in [["Код", "ошибки", "217"], ["captcha", "browser", "account"], ["217", "captcha", "x"]] {
        assert_eq!(run(&arguments), run(&[&*arguments.join(" ")]));
    }
}

#[test]
fn a_name_is_understood_in_any_case() {
    assert_eq!(addresses(&found(&["addleadFORBIDDEN", "--json"])), [["leads.244", "tasks.244"]]);
}

#[test]
fn a_section_and_its_paths_have_the_same_codes() {
    let leads = addresses(&found(&["leads", "--json"]));
    assert_eq!(leads[0].len(), Leads::ALL.len());
    for query in ["Leads", "/api/v4/leads", "/api/v4/leads/7?with=contacts", "https://x.amocrm.ru/api/v2/leads"] {
        assert_eq!(addresses(&found(&[query, "--json"])), leads, "{query}");
    }
}

#[test]
fn a_path_has_no_white_space() {
    let run = run(&["/api/v4/leads was refused"]);
    assert_eq!((run.exit, run.output.as_str()), (Some(1), ""));
}

#[test]
fn words_of_a_description_find_its_codes() {
    let rights = addresses(&found(&["rights", "--json"]));
    assert!(
        rights[0].contains(&"customers.288".to_owned()) && rights[0].contains(&"leads.244".to_owned()),
        "{rights:?}"
    );
    // Beginnings of words count; several words are a phrase, quoted or not.
    assert_eq!(addresses(&found(&["insufficient ri", "--json"])).len(), 1);
    for arguments in [&["captcha browser", "--json"][..], &["captcha", "browser", "--json"]] {
        assert_eq!(addresses(&found(arguments)), [["authorization.111"]]);
    }
    assert_eq!(run(&["ights"]).exit, Some(1));
    assert_eq!(addresses(&found(&["updated_at", "--json"])), [["contacts.209", "leads.217"]]);
}

#[test]
fn what_is_not_found_exits_with_1_and_says_what_exists() {
    for (arguments, error) in [
        (&["1"][..], "unknown code 1 (nearest: 101)"),
        (&["239"], "unknown code 239 (nearest: 238, 240)"),
        (&["70000"], "unknown code 70000 (nearest: 2002)"),
        (&["-5"], "unknown code -5 (nearest: 101)"),
        (&["tasks.404"], "unknown code 404 (nearest: 403, 405)"),
        (&["tasks.330"], "no code for `330` is in section `tasks` (found: contacts.330, leads.330)"),
        (&["402", "-s", "leads"], "no code for `402` is in section `leads` (found: customers.402, other.402)"),
        (
            &["402", "-s", "customers", "--http", "402"],
            "no code for `402` is in section `customers` and documented with HTTP 402 (found: customers.402, other.402)",
        ),
        (&["tasks.244", "--http", "401"], "no code for `tasks.244` is documented with HTTP 401 (found: tasks.244)"),
        (&["leads", "-s", "tasks"], "no code for `leads` is in section `tasks`"),
        (&["leads", "--http", "500"], "no code for `leads` is documented with HTTP 500"),
        (&["--http", "500"], "no code is documented with HTTP 500"),
        (&["-s", "tasks", "--http", "500"], "no code is in section `tasks` and documented with HTTP 500"),
    ] {
        let run = run(arguments);
        assert_eq!((run.exit, run.output.as_str()), (Some(1), ""), "{arguments:?}");
        assert_eq!(run.errors, format!("error: {error}\n"), "{arguments:?}");
    }
}

#[test]
fn a_misspelled_query_gets_a_suggestion_only_if_one_is_close() {
    for (query, suggestion) in [
        ("laeds", Some("leads")),
        ("AddLeadForbiden", Some("AddLeadForbidden")),
        ("TAKSS", Some("tasks")),
        ("nothngfond", Some("NothingFound")),
        ("task.244", Some("tasks.244")),
        ("task/244", Some("tasks.244")),
        ("task.404", None),
        ("tasks.24x", None),
        ("abc", None),
        ("", None),
    ] {
        let suggestion = suggestion
            .map_or("; `amo-codes --all` shows the whole table".to_owned(), |name| format!(", did you mean `{name}`?"));
        let run = run(&[query]);
        assert_eq!(run.errors, format!("error: nothing in the table matches `{query}`{suggestion}\n"));
        assert_eq!(run.exit, Some(1));
    }
}

#[test]
fn a_line_without_a_code_says_which_numbers_count() {
    for (line, number) in
        [("got code 244 from amo", "244"), ("POST /api/v4/leads: (244).", "244"), ("lead 17207117: 244", "244")]
    {
        let run = run(&[line]);
        assert_eq!((run.exit, run.output.as_str()), (Some(1), ""), "{line}");
        let why = "in a text, a number counts only after words such as `Код ошибки`, `Error code` or `error_code`";
        let error = format!(
            "error: nothing in the table matches `{line}`; {why}; to look up the number itself, run `amo-codes {number}`\n"
        );
        assert_eq!(run.errors, error);
    }
}

#[test]
fn a_file_is_not_a_query() {
    // Relative to the workspace, and absolute, which is not a path of a request.
    for file in ["clippy.toml", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")] {
        let run = run(&[file]);
        assert_eq!((run.exit, run.output.as_str()), (Some(1), ""), "{file}");
        let saved = format!("`amo-codes reply --path … --status … {file}`");
        assert_eq!(
            run.errors,
            format!("error: `{file}` is a file: run `amo-codes < {file}`, or for a saved reply {saved}\n")
        );
    }
}

#[test]
fn found_codes_are_printed_even_if_another_query_is_not_found() {
    let run = run(&["239", "217"]);
    assert_eq!((run.exit, run.errors.as_str()), (Some(1), "error: unknown code 239 (nearest: 238, 240)\n"));
    assert_eq!(run.output, found(&["217"]));
}
