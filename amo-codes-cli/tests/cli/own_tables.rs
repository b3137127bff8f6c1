//! Tables other than amoCRM's.

use std::path::PathBuf;

use crate::{addresses, found, found_in, headings, parse, run};

const TABLE: &str = r#"
[invoices]
title = "Responses about invoices"
paths = ["/v1/invoices", "/v1/customers/*/invoices"]
docs = "https://example.com/errors#{number}"

[invoices.7]
name = "NOT_PAID"
description = "The invoice is not paid."
http = 402

[invoices.-3]
name = "Not found"
description = "The invoice was not found."
advice = "not-found"

[refunds]
title = "Responses about refunds"
paths = ["/v1/refunds"]

[refunds.7]
name = "Impossible"
description = "The refund is not possible."
"#;

/// Saves a table, and returns its path and the folder, which is removed when it is dropped.
pub(crate) fn saved(table: &str) -> (String, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file: PathBuf = folder.path().join("billing.toml");
    std::fs::write(&file, table).unwrap();
    (file.to_str().unwrap().to_owned(), folder)
}

#[test]
fn an_own_table_is_explained_as_amocrms_is() {
    let (file, _folder) = saved(TABLE);
    let expected = "\
invoices.7  NOT_PAID
  description  The invoice is not paid.
  HTTP status  402
  advice       not specified. The table does not say what to do. Read the description.
  docs         https://example.com/errors#7
";
    assert_eq!(found(&["invoices.7", "--table", &file]), expected);
    assert_eq!(headings(&found(&["--table", &file, "7"])).len(), 3);
    for query in ["-3", "invoices.-3", "Not found", "notfound", "found"] {
        assert_eq!(addresses(&found(&["--table", &file, "--json", query])), [["invoices.-3"]], "{query}");
    }
}

#[test]
fn a_meaning_that_is_excluded_is_not_the_one_of_the_path() {
    let section = |key, http| {
        format!("[{key}]\ntitle = \"T\"\npaths = [\"/{key}\"]\n[{key}.1]\nname = \"N\"\ndescription = \"D\"\n{http}\n")
    };
    let (file, _folder) = saved(&[section("a", ""), section("b", "http = 402"), section("c", "http = 402")].concat());
    let chosen = "This meaning belongs to the path ";
    assert!(found(&["1", "--table", &file, "--path", "/a"]).contains(chosen));
    assert!(found(&["1", "--table", &file, "--path", "/c", "--http", "402"]).contains(chosen));
    assert!(!found(&["1", "--table", &file, "--path", "/a", "--http", "402"]).contains(chosen));
}

#[test]
fn an_unknown_number_may_be_a_documented_http_status() {
    let (file, _folder) = saved(TABLE);
    let run = run(&["402", "--table", &file]);
    let error = "error: unknown code 402 (nearest: 7); 402 is an HTTP status; documented with it: invoices.7\n";
    assert_eq!((run.exit, run.errors.as_str()), (Some(1), error));
}

#[test]
fn the_path_chooses_the_section_of_an_own_table() {
    let (file, _folder) = saved(TABLE);
    for (path, first) in [("/v1/refunds/5", "refunds.7"), ("https://x/v1/customers/5/invoices?a=b", "invoices.7")] {
        let output = found(&["7", "--path", path, "--table", &file, "--json"]);
        assert_eq!(addresses(&output)[0][0], first, "{path}");
    }
    assert_eq!(
        addresses(&found_in("POST /v1/refunds error_code=7\n", &["--table", &file, "--json"]))[0][0],
        "refunds.7"
    );
    // Without the path `/`, an unknown path chooses nothing.
    let last = |output: &str| output.lines().last().unwrap().to_owned();
    let output = found(&["7", "--path", "/other", "--table", &file]);
    assert_eq!(last(&output), "7 has 2 meanings. None of them belongs to the path /other.");
    let hint = "The path of the request tells them apart: add it, as in `--path /v1/customers/*/invoices`, or write the \
                address of one, such as `invoices.7`.";
    assert_eq!(last(&found(&["7", "--table", &file])), format!("7 has 2 meanings. {hint}"));
    let (file, _folder) = saved(&TABLE.replace("paths", "# paths"));
    assert_eq!(last(&found(&["7", "--table", &file])), "7 has 2 meanings.");
}

#[test]
fn a_code_in_json_is_found_in_an_own_table() {
    let (file, _folder) = saved(TABLE);
    let line = r#"{"jsonrpc":"2.0","error":{"code":-3,"message":"Not found"},"id":1}"#;
    assert_eq!(addresses(&found_in(line, &["--table", &file, "--json"])), [["invoices.-3"]]);
    // What else amoCRM's replies say is nothing for this table.
    let line = r#"POST /v1/refunds {"response":{"error":"No rights","error_code":7}}"#;
    assert!(found(&[line, "--table", &file]).starts_with("refunds.7  Impossible\n"));
    let line = r#"POST /v1/refunds HTTP 400 {"errors":{"name":["required"]}}"#;
    assert_eq!(run(&[line, "--table", &file]).exit, Some(1));
}

#[test]
fn the_errors_of_an_own_table_are_shown() {
    let (file, _folder) = saved(&TABLE.replace("http =", "htpp ="));
    let run = run(&["7", "--table", &file]);
    assert_eq!((run.exit, run.output.as_str()), (Some(2), ""));
    assert!(
        run.errors.starts_with("error: unknown key `htpp` in code `invoices.7`, did you mean `http`?\n"),
        "{}",
        run.errors
    );
    let run = crate::run(&["7", "--table", "no such file"]);
    assert_eq!(run.exit, Some(2));
    assert!(run.errors.starts_with("error: failed to read `no such file`: "), "{}", run.errors);
}

#[test]
fn a_section_with_the_name_of_a_subcommand_is_reachable() {
    for key in ["page", "check", "reply", "help"] {
        let table = format!("[{key}]\ntitle = \"A\"\n\n[{key}.1]\nname = \"B\"\ndescription = \"C\"\n");
        let (file, _folder) = saved(&table);
        let address = format!("{key}.1");
        for arguments in [&["--section", key][..], &[&address]] {
            assert_eq!(addresses(&found(&[arguments, &["--table", &file, "--json"]].concat())), [[&*address]], "{key}");
        }
    }
}

#[test]
fn nothing_that_a_terminal_might_obey_is_printed_as_it_is() {
    let hostile = r"\u001B[2J\u001B]8;;x\u0007\r\u202E\u200B\u009B";
    let table = format!(
        "[a]\ntitle = \"{hostile}\"\n[a.1]\nname = \"B{hostile}\"\ndescription = \"{hostile}\"\nnote = \"{hostile}\"\n"
    );
    let (file, _folder) = saved(&table);
    let escaped = r"\u{1b}[2J\u{1b}]8;;x\u{7}\r\u{202e}\u{200b}\u{9b}";
    let is_plain = |text: &str| !text.contains(['\u{1b}', '\u{7}', '\r', '\u{202e}', '\u{200b}', '\u{9b}']);
    for arguments in [&["1"][..], &["a"], &["page"], &["1", "--path", &hostile.replace("\\u001B", "\u{1b}")]] {
        let output = found(&[arguments, &["--table", &file]].concat());
        assert!(is_plain(&output) && output.contains(escaped), "{output}");
    }
    let json = found(&["1", "--table", &file, "--json"]);
    assert!(is_plain(&json), "{json}");
    assert_eq!(parse(&json)[0]["codes"][0]["note"], "\u{1b}[2J\u{1b}]8;;x\u{7}\r\u{202e}\u{200b}\u{9b}");
    let unknown = run(&["\u{1b}[9K\u{202e}", "--table", &file]).errors;
    assert!(is_plain(&unknown) && unknown.contains(r"`\u{1b}[9K\u{202e}`"), "{unknown}");
}

#[test]
fn hints_keep_the_table() {
    let (file, _folder) = saved(TABLE);
    let command = format!("amo-codes --table {file}");
    for (query, hint) in [
        ("7 was not paid, code 217", format!("run `{command} 7`")),
        ("abc", format!("`{command} --all` shows the whole table")),
        ("Cargo.toml", format!("run `{command} < Cargo.toml`, or for a saved reply `{command} reply --path ")),
    ] {
        let errors = run(&[query, "--table", &file]).errors;
        assert!(errors.contains(&hint), "{errors}");
    }
}

#[test]
fn the_examples_of_the_workspace_are_tables() {
    for (table, query) in [("discord.toml", "json.10003"), ("json_rpc.toml", "rpc.-32602"), ("kafka.toml", "-1")] {
        let file = format!("{}/../examples/{table}", env!("CARGO_MANIFEST_DIR"));
        found(&["--table", &file, query]);
    }
}
