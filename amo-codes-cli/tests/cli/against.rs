//! `amo-codes check --against`: what a new version of a table breaks.

use serde_json::json;

use crate::own_tables::saved;
use crate::{Run, parse, run, run_with};

const OLD: &str = r#"[leads]
title = "Leads"
reserved = [5, 6]

[leads.7]
name = "NOT_PAID"
description = "It is not paid."

[leads.8]
name = "Gone"
description = "It is gone."

[tasks]
title = "Tasks"

[tasks.9]
name = "Late"
description = "It is late."
"#;

/// Compares a table with the old one, which is on standard input.
fn check(new: &str, options: &[&str]) -> Run {
    let (file, _folder) = saved(new);
    let mut run = run_with(&[&["check", "--against", "-", &file], options].concat(), OLD);
    run.errors = run.errors.replace(&file, "new.toml");
    run.output = run.output.replace(&file, "new.toml");
    run
}

#[test]
fn each_breaking_change_says_where_it_is_and_what_it_breaks() {
    let reserve = |number, key| {
        format!("keep the row, or add {number} to `reserved` of section `{key}`, so that it never comes back")
    };
    let rename = "keep the name; if the number means something else now, add a row with a new number instead";
    let row = "[leads.8]\nname = \"Gone\"\ndescription = \"It is gone.\"\n\n";
    for (new, message, positions, breaks, help) in [
        (
            OLD.replace(row, ""),
            "`leads.8` was removed",
            ("1:2", "9:8"),
            "`Leads::Gone` and `code!(leads.8)`; a reply with 8 has an unknown code",
            reserve(8, "leads"),
        ),
        (
            OLD.replace("[leads.8]", "[leads.80]"),
            "`leads.8` became `leads.80`",
            ("9:8", "9:8"),
            "`Leads::Gone` and `code!(leads.8)`; a reply with 8 has an unknown code",
            reserve(8, "leads"),
        ),
        (
            OLD.replace(row, "") + &row.replace("leads", "tasks"),
            "`leads.8` became `tasks.8`",
            ("15:8", "9:8"),
            "`Leads::Gone` and `code!(leads.8)`; a reply with 8 has an unknown code",
            reserve(8, "leads"),
        ),
        (
            OLD.replace(row, "").replace("[5, 6]", "[5, 6, 8]"),
            "`leads.8` was removed",
            ("1:2", "9:8"),
            "`Leads::Gone` and `code!(leads.8)`; a reply with 8 has an unknown code",
            "keep the row".to_owned(),
        ),
        (
            OLD.replace("[5, 6]", "[6]"),
            "5 is no longer reserved in section `leads`",
            ("1:2", "3:13"),
            "what others have stored or logged with its first meaning",
            "keep 5 in `reserved`".to_owned(),
        ),
        (
            OLD.replace("Gone", "Lost"),
            "the name of `leads.8` changed from `Gone` to `Lost`",
            ("10:8", "10:8"),
            "`Leads::Gone` and `by_name(\"Gone\")`",
            rename.to_owned(),
        ),
        (
            OLD.replace("NOT_PAID", "NotPaid"),
            "the name of `leads.7` changed from `NOT_PAID` to `NotPaid`",
            ("6:8", "6:8"),
            "`by_name(\"NOT_PAID\")`",
            rename.to_owned(),
        ),
        (
            OLD.split("\n[tasks]").next().unwrap().to_owned(),
            "section `tasks` was removed",
            ("", "13:2"),
            "`Section::Tasks`, the type `Tasks`, and each address, such as `code!(tasks.…)` or a stored one",
            "keep the key `tasks`; what people read is the title".to_owned(),
        ),
        (
            OLD.replace("[leads", "[deals"),
            "section `leads` became `deals`",
            ("1:2", "1:2"),
            "`Section::Leads`, the type `Leads`, and each address, such as `code!(leads.…)` or a stored one",
            "keep the key `leads`; what people read is the title".to_owned(),
        ),
        (
            format!("{OLD}\n[tasks.7]\nname = \"Other\"\ndescription = \"Other.\"\n"),
            "7 became ambiguous: leads.7, tasks.7",
            ("20:8", "5:8"),
            "`code!(7)`",
            "use a code that no section has".to_owned(),
        ),
    ] {
        let (new_position, old_position) = positions;
        let colon = if new_position.is_empty() { "" } else { ":" };
        let expected = format!(
            "error: {message}\n --> new.toml{colon}{new_position}\n ::: <stdin>:{old_position}\n  = breaks: {breaks}\n  = help: {help}\n"
        );
        assert_eq!(check(&new, &[]), Run { exit: Some(1), output: String::new(), errors: expected });
    }
}

#[test]
fn what_is_not_breaking_prints_nothing() {
    let added = "\n[tasks.11]\nname = \"Twice\"\ndescription = \"Twice.\"\n\n[other]\ntitle = \"Other\"\n\n[other.11]\nname = \"Twice\"\ndescription = \"Twice.\"\n";
    let (leads, tasks) = OLD.split_at(OLD.find("[tasks]").unwrap());
    for new in [
        OLD.to_owned(),
        format!("{OLD}{added}"),
        format!("{tasks}\n{leads}"),
        OLD.replace("It is gone.", "It is lost.\"\nhttp = 410\nadvice = \"ask-user"),
        OLD.replace("[5, 6]", "[6, 5, 4]"),
        OLD.replace("title = \"Leads\"", "title = \"Deals\"\npaths = [\"/deals\"]"),
    ] {
        assert_eq!(check(&new, &[]), Run { exit: Some(0), output: String::new(), errors: String::new() }, "{new}");
    }
}

#[test]
fn a_change_as_json_has_both_positions() {
    let run = check(&OLD.replace("Gone", "Lost"), &["--json"]);
    assert_eq!((run.exit, &*run.errors), (Some(1), ""));
    let changes = parse(&run.output);
    let change = changes[0].as_object().unwrap();
    assert_eq!(change["old"], json!({ "file": "<stdin>", "line": 10, "column": 8 }));
    assert_eq!([&change["file"], &change["line"], &change["column"]], [&json!("new.toml"), &json!(10), &json!(8)]);
    assert_eq!(change["breaks"], "`Leads::Gone` and `by_name(\"Gone\")`");
    assert!(change["rendered"].as_str().unwrap().starts_with(change["message"].as_str().unwrap()));
    let unchanged = check(OLD, &["--json"]);
    assert_eq!((unchanged.exit, &*unchanged.output), (Some(0), "[]\n"));
}

#[test]
fn a_table_with_errors_is_not_compared_with_an_older_one() {
    let run = check("[leads]\ntitle = 1\n", &[]);
    assert_eq!(run.exit, Some(1));
    assert!(run.errors.contains("new.toml:2:9") && !run.errors.contains("removed"), "{}", run.errors);
    // An older version of the format may have had other rules: what is valid in it is compared.
    let old = OLD.replacen("title", "obsolete = true\ntitle", 1);
    let (file, _folder) = saved(&OLD.replace("[leads.8]", "[leads.80]"));
    let errors = run_with(&["check", "--against", "-", &file], &old).errors;
    let [unknown, became] = ["unknown key `obsolete`", "`leads.8` became `leads.80`"].map(|part| errors.find(part));
    assert!(unknown.is_some() && unknown < became, "{errors}");
}

#[test]
fn only_one_table_is_compared() {
    for (files, error) in [
        (
            &["codes.toml", "codes.toml"][..],
            "error: `--against` compares one table with its older version, not several\n",
        ),
        (&["no such file"], "error: failed to read `no such file`: No such file or directory (os error 2)\n"),
    ] {
        let run = run(&[&["check", "--against", "codes.toml"], files].concat());
        assert_eq!((run.exit, &*run.output, &*run.errors), (Some(2), "", error));
    }
}
