//! What a table means, and which error a mistake has; `tests/errors.rs` shows the messages.

use std::fmt::Write as _;

use crate::fixtures::{HEADER, ROW, around, errors, message, read, valid};
use crate::{Advice, Table};

const TABLE: &str = r#"# Comments are allowed everywhere.
[tasks]
title = "Responses about tasks"
paths = ["/tasks", "/v2/tasks/*"]
advice = "fix-request"
docs = "https://example.com/errors?name={name}#{number}"

[tasks.244]
name = "Rights: missing"
description = 'No "rights".'
http = 0x193
note = "Sent with 403."
advice = "ask-user"

[leads]
title = "Responses about leads"

[leads.-9]
description = "Nine"
name = "NINE"
evidence = "Seen in replies."

[tasks.110001]
name = "other_task"
description = """
Other"""
"#;

#[test]
fn a_table_becomes_the_model_in_file_order() {
    let table = valid(TABLE);
    let [tasks, leads] = &table.sections[..] else { panic!("expected two sections") };
    assert_eq!((tasks.key.value.as_str(), leads.key.value.as_str()), ("tasks", "leads"));
    assert_eq!(tasks.title, "Responses about tasks");
    let paths: Vec<_> = tasks.paths.iter().map(|path| (path.value.as_str(), &TABLE[path.span.clone()])).collect();
    assert_eq!(paths, [("/tasks", "\"/tasks\""), ("/v2/tasks/*", "\"/v2/tasks/*\"")]);
    let [forbidden, other] = &tasks.rows[..] else { panic!("expected two rows") };
    assert_eq!((forbidden.number.value, &TABLE[forbidden.number.span.clone()]), (244, "244"));
    assert_eq!((forbidden.name.value.as_str(), forbidden.variant.as_str()), ("Rights: missing", "RightsMissing"));
    assert_eq!(&TABLE[forbidden.name.span.clone()], "\"Rights: missing\"");
    assert_eq!((forbidden.description.as_str(), forbidden.note.as_deref()), ("No \"rights\".", Some("Sent with 403.")));
    assert_eq!((forbidden.http_status, forbidden.advice.name, &forbidden.evidence), (Some(403), "ask-user", &None));
    assert_eq!(forbidden.docs_url.as_deref(), Some("https://example.com/errors?name=Rights%3A%20missing#244"));
    // The section's advice is the default of its rows.
    assert_eq!((other.number.value, other.description.as_str(), other.advice.name), (110_001, "Other", "fix-request"));
    let [nine] = &leads.rows[..] else { panic!("expected one row") };
    assert_eq!((nine.number.value, nine.http_status, &nine.note, nine.advice), (-9, None, &None, Advice::UNSPECIFIED));
    assert_eq!((nine.evidence.as_deref(), &nine.docs_url), (Some("Seen in replies."), &None));
}

#[test]
fn inline_tables_and_dotted_keys_are_tables_too() {
    let text = "a.title = \"A\"\na.1 = { name = \"One\", description = \"One\" }\na.2.name = \"Two\"\na.2.description = \"Two\"\n";
    assert_eq!(numbers(&valid(text)), [1, 2]);
}

#[test]
fn a_byte_order_mark_and_crlf_change_nothing() {
    assert_eq!(valid(&format!("\u{feff}{}", TABLE.replace('\n', "\r\n"))), valid(TABLE));
    let wrong = TABLE.replace("ask-user", "ask");
    let windows = format!("\u{feff}{}", wrong.replace('\n', "\r\n"));
    assert_eq!(errors(&wrong), [(13, 10)]);
    assert_eq!(errors(&windows), errors(&wrong));
}

#[test]
fn a_text_that_looks_like_a_conflict_or_a_header_is_text() {
    for quotes in ["\"\"\"", "'''"] {
        let note = format!("note = {quotes}\n=======\n<<<<<<< HEAD\n[a.9]\n{quotes}\n");
        let expected = Some("=======\n<<<<<<< HEAD\n[a.9]\n");
        assert_eq!(valid(&around("", &note)).sections[0].rows[0].note.as_deref(), expected);
        // Also in a file that is not TOML.
        let text = around("", &format!("{note}[a.2]\nname = Two\n"));
        assert_eq!(errors(&text), [(12, 8)]);
        assert_eq!(read(&text).table.sections[0].rows[0].note.as_deref(), expected);
    }
    // Two in one block, and one that contains the other's quotes.
    for [one, two] in [["\"\"\"", "\"\"\""], ["'''", "'''"], ["\"\"\"", "'''"], ["'''", "\"\"\""]] {
        let texts = format!("note = {one}\n[x]\n{one}\nevidence = {two}[y]\n[z]\n{two} # end\n");
        assert_eq!(errors(&around("", &format!("{texts}[a.2]\nname = Two\n"))), [(13, 8)]);
    }
    let texts = "note = \"\"\"\n[x]'''\n\"\"\"\nevidence = '''\n[y]\"\"\"\n'''\n";
    assert_eq!(errors(&around("", &format!("{texts}[a.2]\nname = Two\n"))), [(13, 8)]);
}

#[test]
fn an_error_is_where_the_mistake_is() {
    let row = |number: &str| around("", &format!("[a.{number}]\nname = \"Two\"\ndescription = \"Two\"\n"));
    for (text, expected) in [
        (String::new(), Some((1, 1))),
        ("# only\n".to_owned(), Some((1, 1))),
        ("a = 1\n".to_owned(), Some((1, 1))),
        (around("", ""), None),
        (around("x = 1\ny = 2\n", ""), Some((1, 1))),
        (around("", "http = 99\n"), Some((6, 8))),
        (around("", "http = 100\n"), None),
        (around("", "http = 599\n"), None),
        (around("", "http = 600\n"), Some((6, 8))),
        (around("", "http = 65736\n"), Some((6, 8))),
        (around("", "http = 200.0\n"), Some((6, 8))),
        (around("", "note = ' '\n"), Some((6, 8))),
        (around("", "advice = 3\n"), Some((6, 10))),
        (around("", "evidence = true\n"), Some((6, 12))),
        (row("0"), None),
        (row("-1"), None),
        (row("\"2\""), None),
        (row("9223372036854775807"), None),
        (row("-9223372036854775808"), None),
        (row("9223372036854775808"), Some((6, 4))),
        (row("-0"), Some((6, 4))),
        (row("00"), Some((6, 4))),
        (row("\"+2\""), Some((6, 4))),
        (row("2_0"), Some((6, 4))),
        (row("-9223372036854775809"), Some((6, 4))),
        (row("two"), Some((6, 4))),
        (around("", "[a.2]\n"), Some((6, 4))),
        (around("", "[b]\ntitle = \"B\"\n"), Some((6, 2))),
        (around("", "[b.1]\nname = \"One\"\ndescription = \"One\"\n"), Some((6, 2))),
        (around("", "[c.b.1]\nname = \"One\"\ndescription = \"One\"\n"), Some((6, 6))),
    ] {
        assert_eq!(errors(&text), Vec::from_iter(expected), "{text}");
    }
}

#[test]
fn an_error_in_the_syntax_hides_errors_in_the_content_only() {
    let row = |number: u8, lines: &str| format!("[a.{number}]\n{lines}\n");
    let text =
        format!("{HEADER}{}{}", row(1, "name = One"), row(2, "name = \"Two\"\nhttp = 7")) + &row(3, "name \"Three\"");
    assert_eq!(errors(&text), [(4, 8), (9, 6)]);
    assert_eq!(numbers(&read(&text).table), [2]);
    // What precedes the error in its block is kept.
    let text = around("", "http = 402\nstray\n");
    assert_eq!(errors(&text), [(7, 6)]);
    assert_eq!(read(&text).table.sections[0].rows[0].http_status, Some(402));
}

#[test]
fn the_codes_are_words_although_the_line_that_says_so_is_wrong() {
    let rows = "[a]\ntitle = \"A\"\n[a.22P02]\nname = \"Two\"\ndescription = \"Two\"\n[a.23505]\nname = \"Three\"\ndescription = \"3\"\n";
    for line in [
        "words = tru",
        "words true",
        "words",
        "words = \"",
        "words == true",
        "words = 1",
        "word = true",
        "words = false",
    ] {
        let text = format!("# Words\n{line}\n{rows}");
        assert_eq!(errors(&text).len(), 1, "{line}");
        let table = read(&text).table;
        assert!(table.has_words && table.by_number().len() == 2, "{line}");
    }
    // Below a header, it is a key of the section.
    let text = rows.replace("title = \"A\"\n", "title = \"A\"\nwords = true\n");
    assert_eq!((errors(&text), read(&text).table.has_words), (vec![(3, 1)], true));
    let text = around("", "").replace("[a.1]", "words\n[a.1]");
    assert_eq!((errors(&text), read(&text).table.has_words), (vec![(3, 6)], false));
}

/// One mistake, one error: each header replaces that of the second row of a section.
#[test]
fn a_broken_header_is_one_error() {
    let row = "name = \"Two\"\ndescription = \"Two\"\n";
    for header in [
        "a.2]", "(a.2)", "- [a.2]", "[a:2]", "[a/2]", "[a.2", "[[a.2]", "[a2]", "[a_2]", "[[a.2]]", "[a.2.0]",
        "[a..2]", "[a.]", "[a", "[", "[]", "{", "[a. 2 3]", "# [a.2]", "",
    ] {
        let text = around("", &format!("\n{header}\n{row}\n[a.3]\nname = \"Three\"\ndescription = \"Three\"\n"));
        let errors = errors(&text);
        assert_eq!(errors.len(), 1, "{header}: {errors:?}");
        assert!((7..=8).contains(&errors[0].0), "{header}: {errors:?}");
    }
}

#[test]
fn a_key_below_the_header_before_its_own_is_one_error() {
    let (a, b) = (around("", ""), around("", "").replace("[a", "[b"));
    for text in [
        format!("{a}{}", b.replacen("[b]\n", "", 1)),
        format!("{a}{}", b.replacen("[b]\ntitle = \"A\"\n", "title = \"A\"\n[b]\n", 1)),
        b.replacen("[b]\n", "", 1),
        b.replacen("[b.1]\n", "", 1),
        b.replacen("[b.1]\nname = \"One\"\n", "name = \"One\"\n[b.1]\n", 1),
    ] {
        assert_eq!(errors(&text).len(), 1, "{text}");
    }
    // What is missing later is another error.
    let text = format!("{}{}[c.1]\nname = \"One\"\n", a, b.replacen("[b]\n", "", 1));
    assert_eq!(errors(&text).len(), 3);
}

#[test]
fn an_array_of_tables_hides_no_error_of_the_next_section() {
    let text = format!("[[a]]\ntitle = \"A\"\n[b]\ntitle = \"B\"\n{}", around("", "").replace("[a", "[c"));
    assert_eq!(errors(&text), [(1, 3), (3, 2)]);
}

#[test]
fn a_misspelled_section_is_one_error() {
    let leads = around("", "").replace("[a", "[leads");
    let two = "name = \"Two\"\ndescription = \"Two\"\n";
    for (text, expected) in [
        (format!("{leads}[lead.2]\n{two}"), "section `lead` has no header, did you mean `leads`?"),
        (leads.replacen("[leads]", "[laeds]", 1), "section `laeds` has no codes, and section `leads` has no header"),
        (leads.replacen("[leads]", "[lea_ds]", 1), "section `lea_ds` has no codes, and section `leads` has no header"),
        (format!("{leads}[tasks.2]\n{two}"), "section `tasks` has no header"),
        // Both become the same type.
        (leads.replacen("[leads]", "[leads_]", 1), "section `leads_` has no codes, and section `leads` has no header"),
    ] {
        assert_eq!(message(&text), expected);
    }
    assert_eq!(errors(&format!("{leads}[lead.2]\n{two}[tasks.2]\n{two}")).len(), 2);
}

#[test]
fn what_is_long_or_one_of_many_is_not_suggested() {
    let leads = |count: usize| {
        let mut text = String::new();
        for number in 0..count {
            write!(text, "{}", around("", "").replace("[a", &format!("[leads{number}"))).unwrap();
        }
        text + &ROW.replace("[a", "[leads")
    };
    assert_eq!(message(&leads(30)), "section `leads` has no header, did you mean `leads0`?");
    assert_eq!(message(&leads(31)), "section `leads` has no header");
    let help = |key: &str| read(&around("", "").replace("[a", &format!("[{key}"))).errors.remove(0).help;
    assert_eq!(help(&"A".repeat(80)), format!("write a key such as `{}`", "a".repeat(80)));
    assert_eq!(help(&"A".repeat(81)), "write a key such as `directory_elements`");
}

#[test]
fn what_is_reported_is_not_in_the_table() {
    let section = |key: &str| around("", "").replace("[a", &format!("[{key}"));
    let counts =
        |text: &str| -> Vec<usize> { read(text).table.sections.iter().map(|section| section.rows.len()).collect() };
    let twice = ROW.replace("[a.1]", "[a.2]");
    for (text, expected) in [
        (section("a_b") + &section("a__b"), vec![1]),
        (section("a") + &section("b").replace("name = \"One\"", "name = \"1\""), vec![1]),
        (section("a") + &twice, vec![1]),
    ] {
        assert_eq!((errors(&text).len(), counts(&text)), (1, expected), "{text}");
    }
}

#[test]
fn a_code_with_advice_is_not_a_section() {
    let text = around("", "[a2]\nname = \"Two\"\ndescription = \"Two\"\nadvice = \"ask-user\"\n");
    assert_eq!(message(&text), "section `a2` has the keys of a code");
}

#[test]
fn an_unclosed_value_is_one_error() {
    for (text, expected) in [
        (format!("[a]\ntitle = \"A\"\npaths = [\n  \"/a\",\n  \"/b\",\n\n{ROW}"), (5, 8)),
        (format!("[a]\ntitle = \"A\"\npaths = [[\n  \"/a\",\n]\n\n{ROW}"), (5, 2)),
        (format!("[a]\ntitle = \"A\"\npaths = [\n  \"/a,\n  \"/b\",\n]\n{ROW}"), (4, 7)),
        (around("", "note = \"\"\"\none\n\n"), (6, 8)),
        (around("", "note = \"\"\"\none\n\n[a.2]\nname = \"Two\"\ndescription = \"\"\"Two\"\"\"\n"), (6, 8)),
        (around("", "note = '''\none\n\n[a.2]\nname = \"Two\"\ndescription = \"Two\"\n"), (6, 8)),
        (around("", "note == \"one\"\n"), (6, 7)),
        (around("", "{\n"), (6, 1)),
    ] {
        assert_eq!(errors(&text), [(expected.0, expected.1)], "{text}");
    }
}

#[test]
fn a_duplicate_is_one_error_that_shows_both() {
    let rendered = |text: &str| read(text).rendered().collect::<Vec<_>>();
    let text =
        around("", &format!("# [a]\n{ROW}[a.2]\nname = \"Two\" # name\nname = \"Two\"\ndescription = \"Two\"\n[a]\n"));
    for (rendered, parts) in rendered(&text).iter().zip([
        ["duplicate header `[a.1]`\n", ":7:4\n", "3 | [a.1]\n  |    - first here"],
        ["duplicate key `name`\n", ":12:1\n", "11 | name = \"Two\" # name\n   | ---- first here"],
        ["duplicate header `[a]`\n", ":14:2\n", "1 | [a]\n   |  - first here"],
    ]) {
        for part in parts {
            assert!(rendered.contains(part), "{part}: {rendered}");
        }
    }
    assert_eq!((rendered(&text).len(), numbers(&read(&text).table)), (3, vec![1, 2]));
    // In another form, the first is not shown.
    let inline = "1 = { name = \"X\", description = \"X\" }\n";
    let quoted = around("", "\"http\" = 402\nhttp = 402\n");
    for text in [format!("{HEADER}{inline}{ROW}"), format!("a.title = \"A\"\n{HEADER}{ROW}"), quoted] {
        let shown = rendered(&text);
        assert!(
            shown.len() == 1 && shown[0].starts_with("duplicate ") && !shown[0].contains("first here"),
            "{shown:?}"
        );
    }
}

#[test]
fn a_conflict_is_one_error_in_every_style() {
    let two = ROW.replace('1', "2").replace("One", "Two");
    let sides = |before: &str, between: &str, after: &str| format!("{HEADER}{before}\n{ROW}{between}\n{two}{after}\n");
    for text in [
        sides("<<<<<<< HEAD", "=======", ">>>>>>> other"),
        sides("<<<<<<<", "=======", ">>>>>>>"),
        sides("<<<<<<< HEAD", "||||||| base\n[a.3\n=======", ">>>>>>> other"),
        sides("", "=======", ""),
        sides("", "", ">>>>>>> other"),
        sides("", "=======", ">>>>>>> other"),
    ] {
        assert_eq!(errors(&text).len(), 1, "{text}");
    }
    let one = "<<<<<<< HEAD\nhttp = 400\n=======\nhttp = 401\n>>>>>>> other\n";
    assert_eq!(errors(&around("", &format!("{one}[a.2]\nname = Two\n{one}"))), [(6, 1), (13, 1)]);
}

#[test]
fn a_table_has_at_most_65535_codes() {
    let mut text = HEADER.to_owned();
    for number in 0..65_537 {
        writeln!(text, "[a.{number}]\nname = \"N{number}\"\ndescription = \"N\"").unwrap();
    }
    assert_eq!(errors(&text), [(3 + 3 * 65_535, 4)]);
    assert_eq!(read(&text).table.by_number().len(), 65_535);
}

fn numbers(table: &Table) -> Vec<i64> {
    table.sections.iter().flat_map(|section| &section.rows).map(|row| row.number.value).collect()
}
