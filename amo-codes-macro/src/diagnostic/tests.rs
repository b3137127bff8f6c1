use super::{Fault, Report};
use crate::rule::Rule;
use crate::source::Source;

fn source(text: &str) -> Source {
    Source::new("tables/codes.toml".to_owned(), "codes.toml".to_owned(), text)
}

fn fault(message: &str) -> Fault {
    Fault::new(Rule::Once, message)
}

#[test]
fn a_fault_is_drawn_as_rustc_draws_its_errors() {
    let text = "[leads.217]\n".to_owned() + &"\n".repeat(8) + "[leads.217]\n";
    let drawn = fault("number 217 stands twice")
        .at(&(27..30))
        .label("again here")
        .other(&(7..10), "first here")
        .help("delete one of them")
        .draw(Some(&source(&text)));
    let expected = "number 217 stands twice
  --> tables/codes.toml:10:8
   |
 1 | [leads.217]
   |        --- first here
10 | [leads.217]
   |        ^^^ again here
   |
   = help: delete one of them";
    assert_eq!(drawn, expected);
}

#[test]
fn two_places_on_one_line_and_a_later_other_place_are_drawn_in_order() {
    let source = source("a = 1 a = 2\nb = 3\n");
    let on_one_line = fault("twice").at(&(6..7)).other(&(0..1), "first here").draw(Some(&source));
    assert!(on_one_line.ends_with("1 | a = 1 a = 2\n  | - first here\n  |       ^\n  |"), "{on_one_line}");
    let later = fault("twice").at(&(0..1)).other(&(12..13), "and here").draw(Some(&source));
    assert!(later.ends_with("1 | a = 1 a = 2\n  | ^\n2 | b = 3\n  | - and here\n  |"), "{later}");
}

#[test]
fn a_fault_without_a_place_has_no_lines() {
    assert_eq!(fault("there is no table").draw(Some(&source(""))), "there is no table");
    assert_eq!(fault("there is none").at(&(0..1)).help("write it").draw(None), "there is none\n  = help: write it");
}

#[test]
fn columns_are_characters_and_control_characters_take_one() {
    let drawn = fault("odd").at(&(10..13)).draw(Some(&source("ключ\t\u{1b}= 1")));
    assert!(drawn.contains(":1:7\n"), "{drawn}");
    assert!(drawn.contains("1 | ключ  = 1\n  |       ^^^\n"), "{drawn}");
}

#[test]
fn carets_end_with_the_line_and_there_is_always_one() {
    let source = source("ab\ncd\n");
    assert!(fault("over").at(&(1..5)).draw(Some(&source)).contains("1 | ab\n  |  ^\n"));
    assert!(fault("none").at(&(2..2)).draw(Some(&source)).contains("1 | ab\n  |   ^\n"));
    assert!(fault("end").at(&(6..6)).draw(Some(&source)).contains(":3:1\n  |\n3 |\n  | ^\n"));
}

#[test]
fn a_long_line_is_cut_to_what_stands_around_the_carets() {
    let text = "x".repeat(5_000) + "HERE" + &"y".repeat(5_000);
    let drawn = fault("long").at(&(5_000..5_004)).draw(Some(&source(&text)));
    let lines: Vec<&str> = drawn.lines().collect();
    assert_eq!(lines[1], " --> tables/codes.toml:1:5001");
    assert!(lines[3].starts_with("1 | …xxx") && lines[3].chars().count() == 4 + 1 + super::WIDTH, "{drawn}");
    let column = lines[4].find('^').unwrap() - 4;
    assert_eq!(lines[3].chars().skip(4 + column).take(4).collect::<String>(), "HERE", "{drawn}");
    let short = fault("short").at(&(80..84)).draw(Some(&source(&"x".repeat(200))));
    assert!(short.contains(&format!("1 | {}\n", "x".repeat(super::WIDTH))), "{short}");
}

/// The messages of the `compile_error!`s, by their first lines.
fn messages(report: Report) -> Vec<String> {
    let file: syn::File =
        syn::parse2(report.into_tokens(Some(&source("a\nb\n")), proc_macro2::Span::call_site())).unwrap();
    let message = |item| match item {
        syn::Item::Macro(item) => syn::parse2::<syn::LitStr>(item.mac.tokens).unwrap().value(),
        _ => panic!("expected compile_error!"),
    };
    file.items.into_iter().map(message).map(|message| message.lines().next().unwrap().to_owned()).collect()
}

#[test]
fn faults_come_in_the_order_of_the_file() {
    let faults = vec![fault("second").at(&(2..3)), fault("first").at(&(0..1)), fault("whole")];
    assert_eq!(messages(Report { faults }), ["first", "whole", "second"]);
}

#[test]
fn twenty_faults_are_shown_and_the_others_counted() {
    let faults = |count| Report { faults: (0..count).map(|_| fault("one")).collect() };
    assert_eq!(messages(faults(20)).len(), 20);
    let shown = messages(faults(33));
    assert_eq!((shown.len(), shown[20].as_str()), (21, "… and 13 more in tables/codes.toml"));
}
