use super::Diagnostic;
use crate::source::Source;

fn source(text: &str) -> Source {
    Source::new("tables/codes.toml".to_owned(), "codes.toml".to_owned(), text)
}

fn diagnostic(message: &str) -> Diagnostic {
    Diagnostic::new(message, "correct it")
}

#[test]
fn an_error_is_rendered_like_those_of_rustc() {
    let text = "[leads.217]\n".to_owned() + &"\n".repeat(8) + "[leads.217]\n";
    let rendered = diagnostic("duplicate code 217")
        .at(&(27..30), "redefined here")
        .other(&(7..10), "first here")
        .render(Some(&source(&text)));
    let expected = "duplicate code 217
  --> tables/codes.toml:10:8
   |
 1 | [leads.217]
   |        --- first here
10 | [leads.217]
   |        ^^^ redefined here
   |
   = help: correct it";
    assert_eq!(rendered, expected);
}

#[test]
fn two_marks_are_rendered_in_file_order() {
    let source = source("a = 1 a = 2\nb = 3\n");
    let on_one_line = diagnostic("twice").at(&(6..7), "").other(&(0..1), "first here").render(Some(&source));
    assert!(
        on_one_line.ends_with("1 | a = 1 a = 2\n  | - first here\n  |       ^\n  |\n  = help: correct it"),
        "{on_one_line}"
    );
    let later = diagnostic("twice").at(&(0..1), "").other(&(12..13), "and here").render(Some(&source));
    assert!(later.ends_with("1 | a = 1 a = 2\n  | ^\n2 | b = 3\n  | - and here\n  |\n  = help: correct it"), "{later}");
}

#[test]
fn an_error_without_a_span_has_no_lines() {
    let whole = diagnostic("there is no table");
    assert_eq!(whole.render(Some(&source(""))), "there is no table\n  = help: correct it");
    let without_source = diagnostic("there is no table").at(&(0..1), "");
    assert_eq!(without_source.render(None), "there is no table\n  = help: correct it");
}

#[test]
fn columns_are_characters_and_carets_are_below_what_is_shown() {
    let rendered = diagnostic("odd").at(&(10..13), "").render(Some(&source("ключ\t\u{1b}= 1")));
    assert!(rendered.contains(":1:7\n"), "{rendered}");
    assert!(rendered.contains("1 | ключ \\u{1b}= 1\n  |            ^^^\n"), "{rendered}");
    let rendered = diagnostic("bidi").at(&(1..4), "").render(Some(&source("a\u{202e}b")));
    assert!(rendered.contains("1 | a\\u{202e}b\n  |  ^^^^^^^^\n"), "{rendered}");
}

#[test]
fn carets_end_with_the_line_and_there_is_at_least_one() {
    let source = source("ab\ncd\n");
    assert!(diagnostic("over").at(&(1..5), "").render(Some(&source)).contains("1 | ab\n  |  ^\n"));
    assert!(diagnostic("none").at(&(2..2), "").render(Some(&source)).contains("1 | ab\n  |   ^\n"));
    assert!(diagnostic("end").at(&(6..6), "").render(Some(&source)).contains(":3:1\n  |\n3 |\n  | ^\n"));
}

#[test]
fn a_long_line_is_cut_to_the_part_around_the_carets() {
    let text = "x".repeat(5_000) + "HERE" + &"y".repeat(5_000);
    let rendered = diagnostic("long").at(&(5_000..5_004), "").render(Some(&source(&text)));
    let lines: Vec<&str> = rendered.lines().collect();
    assert_eq!(lines[1], " --> tables/codes.toml:1:5001");
    assert!(lines[3].starts_with("1 | …xxx") && lines[3].ends_with("yyy…"), "{rendered}");
    assert_eq!(lines[3].chars().count(), 4 + 1 + super::WIDTH + 1, "{rendered}");
    let column = lines[4].find('^').unwrap() - 4;
    assert_eq!(lines[3].chars().skip(4 + column).take(4).collect::<String>(), "HERE", "{rendered}");
    // A quarter of the width is kept free after the carets begin.
    let shown = |at: usize| diagnostic("").at(&(at..at + 1), "").render(Some(&source(&"x".repeat(200))));
    assert!(shown(90).contains("1 | xxx") && shown(91).contains("1 | …xxx"), "{}", shown(91));
    let short = diagnostic("short").at(&(80..84), "").render(Some(&source(&"x".repeat(200))));
    assert!(short.contains(&format!("1 | {}…\n", "x".repeat(super::WIDTH))), "{short}");
    let whole = diagnostic("whole").at(&(80..84), "").render(Some(&source(&"x".repeat(super::WIDTH))));
    assert!(whole.contains(&format!("1 | {}\n", "x".repeat(super::WIDTH))), "{whole}");
}

#[test]
fn two_marks_in_a_long_line_are_below_the_parts_that_they_mark() {
    let text = "FIRST".to_owned() + &"x".repeat(5_000) + "AGAIN";
    let rendered = diagnostic("twice").at(&(5_005..5_010), "").other(&(0..5), "first").render(Some(&source(&text)));
    let lines: Vec<&str> = rendered.lines().collect();
    for (line, carets, marked) in [(3, 4, "FIRST"), (5, 6, "AGAIN")] {
        let column = lines[carets].find(['-', '^']).unwrap();
        assert_eq!(lines[line].chars().skip(column).take(5).collect::<String>(), marked, "{rendered}");
    }
}

#[test]
fn a_suggestion_is_not_shortened() {
    let name = "N".repeat(5_000);
    let rendered = Diagnostic::new("long", &format!("write `{name}`")).render(None);
    assert!(rendered.contains(&name));
}

#[test]
fn unprintable_characters_are_escaped() {
    let rendered = diagnostic("the name `a\u{1b}[31m\nb\u{202e}`").render(None);
    assert!(rendered.starts_with("the name `a\\u{1b}[31m\\nb\\u{202e}`\n"), "{rendered}");
}
