//! The arguments: errors, help, completions, the man page.

use crate::replies::reply;
use crate::{found, parse, run};

#[test]
fn an_invalid_argument_exits_with_2_and_says_what_is_expected() {
    for (arguments, part) in [
        (&["--http", "700"][..], "invalid value '700' for '--http <STATUS>': expected an HTTP status from 100 to 599"),
        (&["--http", "abc"], "invalid value 'abc' for '--http <STATUS>': expected an HTTP status from 100 to 599"),
        (&["--section", "Task"], "no section `Task`, did you mean `tasks`?"),
        (&["--section", "x"], "no section `x`; the sections are: authorization, account, "),
        (&["--jsn"], "a similar argument exists: '--json'"),
        (&["--lang", "de"], "possible values: en, ru"),
        (&["--color", "x"], "possible values: auto, always, never"),
        (&["--completions", "cmd"], "possible values: bash"),
        (&["--completions", "bash", "244"], "cannot be used with"),
        (&["--all", "244"], "cannot be used with"),
        (&["--http", "400", "page"], "`--http` cannot be used with the subcommand `page`"),
        (&["--man", "page", "page"], "`--man` cannot be used with the subcommand `page`"),
        (&["reply", "--status", "400"], "--path <PATH>"),
        (&["reply", "--path", "/"], "--status <STATUS>"),
        (&["reply", "--path", "/", "--status", "600"], "expected an HTTP status from 100 to 599"),
        (&["check"], "<FILE>..."),
    ] {
        let run = run(arguments);
        assert_eq!((run.exit, run.output.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.errors.starts_with("error: ") && run.errors.contains(part), "{}", run.errors);
    }
}

#[test]
fn the_help_about_json_names_every_key_in_order() {
    let help = found(&["help", "json"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let answer = &parse(&found(&["217", "--json"]))[0];
    let read = parse(&reply("/api/v2/leads", 400, &["--json"], r#"{"errors":[{"code":217}]}"#).output);
    let section = &parse(&found(&["page", "--json"]))[0];
    for object in [answer, &answer["codes"][0], &read, &read["findings"][0], section] {
        let keys: Vec<String> = object.as_object().unwrap().keys().map(|key| format!("\"{key}\"")).collect();
        let mut rest = help.as_str();
        let beginning = rest.find(&format!("keys {}", keys[0])).unwrap_or_else(|| panic!("{}: {help}", keys[0]));
        rest = &rest[beginning..];
        for key in keys {
            rest = &rest[rest.find(&key).unwrap_or_else(|| panic!("{key}: {rest}"))..];
        }
    }
}

#[test]
fn each_shell_completes_options_sections_names_and_files() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = found(&["--completions", shell]);
        for text in ["amo-codes", "json", "reply", "check", "page"] {
            assert!(script.contains(text), "{shell}: {text}");
        }
    }
    for shell in ["bash", "zsh"] {
        let script = found(&["--completions", shell]);
        for text in ["directory_elements", "tasks.244", "UpdateLeadsParametersRequired"] {
            assert!(script.contains(text), "{shell}: {text}");
        }
    }
    let script = found(&["--completions", "zsh"]);
    assert!(script.lines().any(|line| line.starts_with("'--table=[") && line.contains(":FILE:_files")), "{script}");
}

/// Returns what bash completes the last of these words to.
#[cfg(unix)]
fn completed(words: &[&str]) -> Vec<String> {
    let script = found(&["--completions", "bash"]);
    // As bash does: the function that `complete` registered, with the program, the word and the one before it.
    let call = r#"read -ra registered <<< "$(complete -p amo-codes)"
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        "${registered[-2]}" amo-codes "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}" 2> /dev/null
        printf '%s\n' "${COMPREPLY[@]}""#;
    let mut bash = std::process::Command::new("bash");
    bash.args(["-c", &format!("{script}\n{call}"), "bash", "amo-codes"]).args(words);
    let output = String::from_utf8(bash.output().unwrap().stdout).unwrap();
    output.lines().map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn bash_completes_options_of_subcommands_and_values() {
    for (words, expected) in [
        (&["check", "--ag"][..], &["--against"][..]),
        (&["page", "--t"], &["--title", "--table"]),
        (&["reply", "--st"], &["--status"]),
        (&["reply", "--status", "400", "--lang", "r"], &["ru"]),
        (&["help", "j"], &["json"]),
        (&["AddLeadF"], &["AddLeadForbidden"]),
        (&["--section", "dir"], &["directories", "directory_elements"]),
    ] {
        assert_eq!(completed(words), expected, "{words:?}");
    }
}

#[test]
fn the_help_of_a_subcommand_is_about_it_alone() {
    for subcommand in ["reply", "page", "check"] {
        let help = found(&[subcommand, "--help"]);
        assert_eq!(found(&["help", subcommand]), help);
        assert!(help.contains(&format!("Usage: amo-codes {subcommand}")) && !help.contains("docs_url"), "{help}");
    }
    assert_eq!(found(&["help"]), found(&["--help"]));
    assert!(found(&["--man"]).contains("docs_url"));
}

#[test]
fn each_command_has_a_man_page() {
    for (arguments, name, text) in [
        (&["--man"][..], "amo-codes", "Exit status: 0 if every query was found"),
        (&["--man", "reply"], "amo-codes-reply", "Path or URL of the request"),
        (&["--man", "check"], "amo-codes-check", "Tables to check"),
        (&["--man", "page"], "amo-codes-page", "Title of the page"),
    ] {
        let page = found(arguments);
        assert!(page.contains(".TH ") && page.contains(&format!("{} \\-", name.replace('-', "\\-"))), "{page}");
        assert!(page.contains(text), "{page}");
    }
}

#[test]
fn the_version_matches_the_package() {
    assert_eq!(found(&["--version"]), format!("amo-codes {}\n", env!("CARGO_PKG_VERSION")));
}
