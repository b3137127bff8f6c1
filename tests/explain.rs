//! The example `explain` as a program.
#![allow(clippy::unwrap_used)]

use std::process::{Command, Output};

/// Runs the example as a reader of the README does.
fn explain(questions: &[&str]) -> Output {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--example", "explain", "--"]).args(questions);
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

fn answer(questions: &[&str]) -> String {
    let output = explain(questions);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_number_is_explained_in_each_of_its_sections() {
    let answer = answer(&["244"]);
    let addresses: Vec<&str> = answer.lines().filter(|line| line.contains(".244  ")).collect();
    assert_eq!(
        addresses,
        [
            "events.244  AddNoteForbidden",
            "tasks.244  AddLeadForbidden",
            "directories.244  CatalogsForbidden",
            "directory_elements.244  ElementsForbidden"
        ]
    );
    assert!(answer.contains(
        "\n  description  Adding transactions: no rights.\n  HTTP status  none given\n  advice       ask the user\n"
    ));
}

#[test]
fn an_address_a_section_a_name_and_several_are_explained() {
    assert_eq!(answer(&["tasks.244"]).lines().count(), 5);
    assert!(answer(&["other.2002"]).contains("  note         At the same time HTTP code #204"));
    assert_eq!(answer(&["addleadforbidden"]), answer(&["tasks.244"]));
    let leads = answer(&["leads"]);
    assert!(leads.starts_with("leads: Response when dealing with lead\n"), "{leads}");
    assert_eq!(leads.lines().filter(|line| line.starts_with("   2")).count(), 6, "{leads}");
    let two = answer(&["401", "217"]);
    assert!(two.contains("authorization.401  ") && two.contains("leads.217  "), "{two}");
    assert!(two.contains("The HTTP status 401 is another thing; it comes with authorization.110, "), "{two}");
}

#[test]
fn the_whole_table_is_printed_by_section() {
    let table = answer(&[]);
    for code in amo_codes::Code::ALL {
        assert!(table.contains(code.description()), "{code:#}");
    }
}

#[test]
fn what_the_table_does_not_have_is_said_with_the_nearest() {
    for (question, part) in [
        ("239", "239: no section has this number, the nearest are 238 and 240"),
        ("70000", "70000: no section has this number, the nearest is 2002"),
        ("1", "the nearest is 101"),
        ("taks", "did you mean `tasks`?"),
        ("AddLeadForbiden", "did you mean `AddLeadForbidden`?"),
        ("tasks.330", "tasks.330: section `tasks` has no code 330"),
        ("-5", "no section and no code has this name"),
    ] {
        let output = explain(&[question]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(1) && errors.contains(part), "{question}: {errors}");
    }
}
