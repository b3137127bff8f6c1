//! Tables whose codes are words.

use serde_json::json;

use crate::own_tables::saved;
use crate::{addresses, found, found_in, headings, parse, run, run_with};

const TABLE: &str = r#"words = true

[card_errors]
title = "Errors of cards"
paths = ["/v1/charges"]

[card_errors.card_declined]
description = "The card was declined."
http = 402
advice = "ask-user"

[card_errors.expired]
description = "The card has expired."

[sql]
title = "States of SQL"
paths = ["/sql"]
reserved = ["57014"]

[sql.23505]
name = "unique_violation"
description = "A key exists already."

[sql."08006"]
name = "connection_failure"
description = "The connection failed."

[sql.expired]
description = "The session has expired."
"#;

#[test]
fn a_word_is_explained_as_a_number_is() {
    let (file, _folder) = saved(TABLE);
    let expected = "\
card_errors.card_declined  card_declined
  description  The card was declined.
  HTTP status  402
  advice       ask the user. A person must act first: grant permissions, pay, enable a feature or log in through a browser.
";
    assert_eq!(found(&["card_declined", "--table", &file]), expected);
    for (query, address) in [
        ("23505", "sql.23505"),
        ("08006", "sql.08006"),
        ("unique_violation", "sql.23505"),
        ("sql.expired", "sql.expired"),
        ("(card_declined)", "card_errors.card_declined"),
        ("already", "sql.23505"),
    ] {
        assert_eq!(addresses(&found(&["--table", &file, "--json", query])), [[address]], "{query}");
    }
    // A word is what the API sends: `8006` is not `08006`, and no word has a number.
    for query in ["8006", "0", "Card_Declined!"] {
        assert_ne!(run(&["--table", &file, query, "--json"]).output.matches("08006").count(), 1, "{query}");
    }
}

#[test]
fn the_path_tells_the_meanings_of_a_word_apart() {
    let (file, _folder) = saved(TABLE);
    let meanings = found(&["expired", "--table", &file]);
    let hint = "expired has 2 meanings. The path of the request tells them apart: add it, as in `--path /v1/charges`, or write the \
                address of one, such as `card_errors.expired`.";
    assert_eq!(headings(&meanings), ["card_errors.expired  expired", "sql.expired  expired", hint]);
    let chosen = found(&["expired", "--table", &file, "--path", "/sql/7", "--json"]);
    assert_eq!(addresses(&chosen), [["sql.expired", "card_errors.expired"]]);
}

#[test]
fn a_word_in_a_text_counts_after_a_label() {
    let (file, _folder) = saved(TABLE);
    for (line, address) in [
        (r#"POST /v1/charges 402 {"error":{"code":"card_declined","message":"No."}}"#, "card_errors.card_declined"),
        (r#"{\"error\":{\"code\":\"card_declined\"}}"#, "card_errors.card_declined"),
        (r#"{"severity":"ERROR","sqlState":"23505"}"#, "sql.23505"),
        ("SQLSTATE[08006] [7] could not connect", "sql.08006"),
        ("failed: error=card_declined.", "card_errors.card_declined"),
    ] {
        assert_eq!(addresses(&found(&[line, "--table", &file, "--json"])), [[address]], "{line}");
        assert_eq!(parse(&found_in(line, &["--table", &file, "--json"]))["codes"][0]["address"], address, "{line}");
    }
    let line = "GET /sql/7 error: expired";
    assert_eq!(addresses(&found(&[line, "--table", &file, "--json"]))[0][0], "sql.expired");
    // The word alone may be any word of a sentence.
    assert_eq!(run_with(&["--table", &file], "the offer has expired\nlead 23505 saved\n").exit, Some(1));
}

#[test]
fn words_are_suggested_and_listed() {
    let (file, _folder) = saved(TABLE);
    assert!(run(&["card_declned", "--table", &file]).errors.contains("did you mean `card_declined`?"));
    assert!(run(&["sgl.23505", "--table", &file]).errors.contains("did you mean `sql.23505`?"));
    let section = found(&["sql", "--table", &file]);
    assert!(section.contains("   code  HTTP  advice") && section.contains("  08006        not specified"), "{section}");
    let code = &parse(&found(&["08006", "--table", &file, "--json"]))[0]["codes"][0];
    assert_eq!([&code["number"], &code["word"]], [&json!(null), &json!("08006")]);
    let number = &parse(&found(&["217", "--json"]))[0]["codes"][0];
    assert_eq!([&number["number"], &number["word"]], [&json!(217), &json!(null)]);
}

#[test]
fn the_page_of_words_has_an_anchor_for_each() {
    let (file, _folder) = saved(TABLE);
    let page = found(&["page", "--table", &file]);
    for part in [
        "id=\"sql.08006\"",
        "href=\"#sql.08006\" aria-label=\"Link to sql.08006\">08006</a>",
        "<li id=\"page:word:expired\"><a class=\"number\" href=\"#page:word:expired\">expired</a>",
        ">Codes by word</a>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn an_older_table_of_words_is_compared_by_its_words() {
    let removed =
        TABLE.replace("[sql.23505]\nname = \"unique_violation\"\ndescription = \"A key exists already.\"\n", "");
    for (new, message) in [
        (removed, "`sql.23505` was removed"),
        (TABLE.replace("57014", "57015"), "57014 is no longer reserved in section `sql`"),
        (
            TABLE.replace("sql.23505]", "sql.card_declined]"),
            "card_declined became ambiguous: card_errors.card_declined, sql.card_declined",
        ),
        (TABLE.replace("words = true", "").replace("[card", "[x.1]\nname = \"A\"\ndescription = \"B\"\n[card"), ""),
    ] {
        let (file, _folder) = saved(&new);
        let run = run_with(&["check", "--against", "-", &file], TABLE);
        assert_eq!(run.exit, Some(1));
        assert!(run.errors.contains(message), "{message}: {}", run.errors);
    }
    let (file, _folder) = saved("[a]\ntitle = \"A\"\n[a.1]\nname = \"B\"\ndescription = \"C\"\n");
    let removed = "error: section `card_errors` was removed\n";
    assert!(run_with(&["check", "--against", "-", &file], TABLE).errors.starts_with(removed));
    // New words between the others change nothing for those who have these.
    let (file, _folder) = saved(&format!("{TABLE}\n[sql.aaa]\ndescription = \"First.\"\n"));
    assert_eq!(run_with(&["check", "--against", "-", &file], TABLE).exit, Some(0));
}
