use crate::model::{Advice, Table};
use crate::pipe::read;
use crate::rule::Rule;
use crate::source::Source;

fn source(text: &str) -> Source {
    Source::new("codes.toml".to_owned(), "codes.toml".to_owned(), text)
}

fn faults(text: &str) -> Vec<(Rule, String)> {
    let source = source(text);
    let (_, mut report) = read(&source);
    report.faults.sort_by_key(|fault| fault.span.clone().map(|span| span.start));
    let place = |fault: &crate::report::Fault| source.position(fault.span.clone().unwrap_or(0..0).start);
    report.faults.iter().map(|fault| (fault.rule, format!("{}:{}", place(fault).line, place(fault).column))).collect()
}

fn whole(text: &str) -> Table {
    let (table, report) = read(&source(text));
    assert_eq!(report.faults, [], "{text}");
    table
}

const TABLE: &str = r#"# Comments may stand anywhere.
[tasks]
title = "Answers about tasks"
paths = ["/tasks", "/v2/tasks/*"]

[tasks.244]
name = "Forbidden"
text = 'No "rights".'
http = 0x193
note = "Sent with 403."
advice = "ask-user"

[leads]
title = "Answers about leads"

[leads.9]
text = "Nine"
name = "Nine"

[leads.217]
name = "Required"
text = """
Required"""
"#;

#[test]
fn a_table_becomes_the_model_in_the_order_of_the_file() {
    let table = whole(TABLE);
    let keys: Vec<_> = table.sections.iter().map(|section| section.key.value.as_str()).collect();
    assert_eq!(keys, ["tasks", "leads"]);
    let [tasks, leads] = &table.sections[..] else { panic!("expected two sections") };
    assert_eq!(tasks.title, "Answers about tasks");
    let paths: Vec<_> = tasks.paths.iter().map(|path| path.value.as_str()).collect();
    assert_eq!(paths, ["/tasks", "/v2/tasks/*"]);
    let [code] = &tasks.codes[..] else { panic!("expected one code") };
    assert_eq!((code.number.value, &TABLE[code.number.span.clone()]), (244, "244"));
    assert_eq!(code.name.as_ref().map(|name| name.value.as_str()), Some("Forbidden"));
    assert_eq!((code.text.as_str(), code.http, code.advice.key), ("No \"rights\".", Some(403), "ask-user"));
    assert_eq!(code.note.as_deref(), Some("Sent with 403."));
    let numbers: Vec<_> = leads.codes.iter().map(|code| code.number.value).collect();
    assert_eq!(numbers, [9, 217]);
    let [nine, required] = &leads.codes[..] else { panic!("expected two codes") };
    assert_eq!((nine.http, &nine.note, nine.advice), (None, &None, Advice::FIX_REQUEST));
    assert_eq!(required.text, "Required");
}

#[test]
fn inline_tables_and_dotted_keys_are_tables_too() {
    let text = "a.title = \"A\"\na.1 = { name = \"One\", text = \"One\" }\na.2.name = \"Two\"\na.2.text = \"Two\"\n";
    let table = whole(text);
    let numbers: Vec<_> =
        table.sections.iter().flat_map(|section| &section.codes).map(|code| code.number.value).collect();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn a_byte_order_mark_and_crlf_change_nothing() {
    assert_eq!(whole(&format!("\u{feff}{}", TABLE.replace('\n', "\r\n"))), whole(TABLE));
    let wrong = TABLE.replace("ask-user", "ask");
    let windows = format!("\u{feff}{}", wrong.replace('\n', "\r\n"));
    assert_eq!(faults(&wrong), [(Rule::KnownAdvice, "11:10".to_owned())]);
    assert_eq!(faults(&windows), faults(&wrong));
}

#[test]
fn each_fault_is_found_where_it_stands() {
    let header = "[a]\ntitle = \"A\"\n";
    let row = "[a.1]\nname = \"One\"\ntext = \"One\"\n";
    let table = |before: &str, after: &str| format!("{before}{header}{row}{after}");
    for (text, expected) in [
        (String::new(), vec![(Rule::NotEmpty, "1:1")]),
        ("# only\n".to_owned(), vec![(Rule::NotEmpty, "1:1")]),
        ("\n <p>".to_owned(), vec![(Rule::Syntax, "2:2")]),
        (table("", ""), vec![]),
        (table("x = 1\n", ""), vec![(Rule::KnownKey, "1:1")]),
        (table("", "http = 99\n"), vec![(Rule::HttpRange, "6:8")]),
        (table("", "http = 100\n"), vec![]),
        (table("", "http = 599\n"), vec![]),
        (table("", "http = 600\n"), vec![(Rule::HttpRange, "6:8")]),
        (table("", "http = 65636\n"), vec![(Rule::HttpRange, "6:8")]),
        (table("", "http = -200\n"), vec![(Rule::HttpRange, "6:8")]),
        (table("", "http = 200.0\n"), vec![(Rule::ValueType, "6:8")]),
        (table("", "note = ' '\n"), vec![(Rule::NotBlank, "6:8")]),
        (table("", "advice = 3\n"), vec![(Rule::ValueType, "6:10")]),
        (table("", "[a.65535]\nname = \"Max\"\ntext = \"Max\"\n"), vec![]),
        (table("", "[a.65536]\nname = \"Max\"\ntext = \"Max\"\n"), vec![(Rule::PlainNumber, "6:4")]),
        (table("", "[a.0]\nname = \"Min\"\ntext = \"Min\"\n"), vec![]),
        (table("", "[a.00]\nname = \"Min\"\ntext = \"Min\"\n"), vec![(Rule::PlainNumber, "6:4")]),
        (table("", "[a.2]\n"), vec![(Rule::KeyPresent, "6:4"), (Rule::KeyPresent, "6:4")]),
        (table("", "[a.\"2\"]\nname = \"Two\"\ntext = \"Two\"\n"), vec![]),
        (table("", "[b]\n"), vec![(Rule::SectionHasCodes, "6:2"), (Rule::KeyPresent, "6:2")]),
        (table("", "[a.two]\n"), vec![(Rule::PlainNumber, "6:4")]),
    ] {
        let mut found = faults(&text);
        found.sort();
        let mut expected: Vec<_> = expected.into_iter().map(|(rule, place)| (rule, place.to_owned())).collect();
        expected.sort();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_broken_line_brings_no_second_fault() {
    let text = "[a]\ntitle = \"A\"\n[a.1]\nname = One\ntext = \"One\"\n[a.2]\nname \"Two\"\ntext = \"Two\"\n[a.3]\nname = \"Three\"\n";
    assert_eq!(
        faults(text),
        [(Rule::Syntax, "4:8".to_owned()), (Rule::Syntax, "7:6".to_owned()), (Rule::KeyPresent, "9:4".to_owned())]
    );
}

#[test]
fn what_was_read_from_a_broken_line_is_no_fault_of_its_own() {
    for line in ["name = one", "name = one two", "http = 99 9", "advice = ask"] {
        let text = format!("[a]\ntitle = \"A\"\n[a.1]\ntext = \"One\"\n{line}\n");
        assert_eq!(faults(&text), [(Rule::Syntax, format!("5:{}", line.find('=').unwrap() + 3))], "{line}");
    }
}

#[test]
fn html_and_a_conflict_at_the_beginning_are_told_apart() {
    let first = |text: &str| {
        let (_, report) = read(&source(text));
        (report.faults.len(), report.faults[0].message.clone(), report.faults[0].span.clone())
    };
    assert_eq!(first("\n <p>\n</p>"), (1, "the table is no TOML but looks like HTML".to_owned(), Some(2..3)));
    let conflict =
        "<<<<<<< HEAD\n[a]\n=======\n[b]\n>>>>>>> other\ntitle = \"A\"\n[a.1]\nname = \"One\"\ntext = \"One\"\n";
    assert_eq!(first(conflict), (1, "a merge conflict is left in the table".to_owned(), Some(0..12)));
    assert_eq!(first(&format!("# 1\n{conflict}")).2, Some(4..16));
}

#[test]
fn a_row_that_stands_twice_is_one_fault() {
    let row = "[a.1]\nname = \"One\"\ntext = \"One\"\n";
    let text = format!("[a]\ntitle = \"A\"\n{row}{row}[a.2]\nname = \"Two\"\nname = \"Two\"\ntext = \"Two\"\n[a]\n");
    assert_eq!(
        faults(&text),
        [(Rule::Once, "6:4".to_owned()), (Rule::Once, "11:1".to_owned()), (Rule::Once, "13:2".to_owned())]
    );
    let (_, report) = read(&source(&text));
    let drawn: Vec<_> = report.faults.iter().map(|fault| fault.draw(Some(&source(&text)))).collect();
    assert!(drawn[0].starts_with("number 1 stands twice in section `a`\n"), "{}", drawn[0]);
    assert!(
        drawn[0].contains(" 3 | [a.1]\n   |    - first here") || drawn[0].contains("3 | [a.1]\n  |    - first here"),
        "{}",
        drawn[0]
    );
    assert!(
        drawn[1].starts_with("key `name` stands twice\n") && drawn[1].contains("name = \"Two\"\n   | ---- first here"),
        "{}",
        drawn[1]
    );
    assert!(drawn[2].starts_with("section `a` stands twice\n") && drawn[2].contains("- first here"), "{}", drawn[2]);
}

#[test]
fn one_side_of_a_merge_conflict_is_read() {
    let text = "[a]\ntitle = \"A\"\n[a.1]\n<<<<<<< HEAD\nname = \"One\"\n||||||| base\nname = \"Zero\"\n=======\nname = \"Uno\"\n>>>>>>> other\ntext = \"One\"\n";
    assert_eq!(faults(text), [(Rule::NoConflict, "4:1".to_owned())]);
    let (table, _) = read(&source(text));
    assert_eq!(table.sections[0].codes[0].name.as_ref().unwrap().value, "One");
    let before = text.replace("<<<<<<<", "htpp = 1\n<<<<<<<");
    assert_eq!(faults(&before), [(Rule::KnownKey, "4:1".to_owned()), (Rule::NoConflict, "5:1".to_owned())]);
}

#[test]
fn what_a_broken_table_holds_besides_is_kept() {
    let text =
        "[a]\n[a.1]\nname = \"One\"\ntext = 1\nhttp = 0\nadvice = \"\"\n[a.2]\ntext = \"Two\"\n[b]\ntitle = \"B\"\n";
    let (table, report) = read(&source(text));
    assert_eq!(report.faults.len(), 6);
    let [a] = &table.sections[..] else { panic!("expected one section") };
    let codes: Vec<_> = a.codes.iter().map(|code| (code.number.value, code.name.is_some(), code.http)).collect();
    assert_eq!(codes, [(1, true, None), (2, false, None)]);
}

#[test]
fn the_mend_fits_the_fault() {
    let help = |line: &str| {
        let (_, report) =
            read(&source(&format!("[a]\ntitle = \"A\"\n{line}\n[a.1]\nname = \"One\"\ntext = \"One\"\n")));
        report.faults[0].help.clone().unwrap_or_default()
    };
    for (line, part) in [
        ("a;1;One;Words", "row of a spreadsheet"),
        ("a,1,One,Words", "row of a spreadsheet"),
        ("a\t1", "row of a spreadsheet"),
        ("a;1", "a line is a header"),
        ("a,1", "a line is a header"),
        ("paths = one", "stands in quotes"),
        ("paths", "a line is a header"),
        ("titel = \"A\"", "`title`, `paths`"),
        ("[a.007]", "`[a.7]`"),
        ("[a.+7]", "a line is a header"),
        ("[a.-7]", "`[a.7]`"),
        ("[a.1_0]", "`[a.10]`"),
        ("[a.0x1F]", "`[a.217]`"),
        ("[a.99999]", "`[a.217]`"),
        ("7 = 1", "`[a.7]`"),
        ("[a.2]\nname = ''\ntext = 'T'", "in UpperCamelCase"),
        ("[a.2]\nname = 'T'\ntext = ''", "the document's own words"),
        ("[a.2]\nname = 'T'\ntext = 'T'\nnote = ''", "leave the key out"),
    ] {
        assert!(help(line).contains(part), "{line}: {}", help(line));
    }
}

#[test]
fn a_value_of_another_type_is_named_and_mended() {
    let said = |line: &str| {
        let (_, report) = read(&source(&format!("[a]\ntitle = \"A\"\n[a.1]\n{line}\n")));
        let fault = report.faults.into_iter().find(|fault| fault.rule == Rule::ValueType).unwrap();
        (fault.message.split_once(" is ").unwrap().1.to_owned(), fault.help.unwrap())
    };
    for (line, message, help) in [
        ("http = \"400\"", "a string, expected an integer of 100 to 599", "take the quotes away: `400`"),
        (
            "http = \"four\"",
            "a string, expected an integer of 100 to 599",
            "write an integer of 100 to 599 in its place",
        ),
        ("http = true", "a boolean, expected an integer of 100 to 599", "write an integer of 100 to 599 in its place"),
        ("http = 4.5", "a float, expected an integer of 100 to 599", "write an integer of 100 to 599 in its place"),
        ("text = 7", "an integer, expected a string", "put it in quotes: `\"7\"`"),
        ("text = true", "a boolean, expected a string", "put it in quotes: `\"true\"`"),
        ("text = 1979-05-27", "a date, expected a string", "write a string in its place"),
        ("text = []", "an array, expected a string", "write a string in its place"),
        ("text = {}", "a table, expected a string", "write a string in its place"),
        ("[b]\npaths = \"/b\"", "a string, expected an array of strings", "put it in brackets: `[\"/b\"]`"),
        ("[b]\npaths = \"7\"", "a string, expected an array of strings", "put it in brackets: `[\"7\"]`"),
        ("[b]\npaths = 7", "an integer, expected an array of strings", "write an array of strings in its place"),
        ("[b]\npaths = true", "a boolean, expected an array of strings", "write an array of strings in its place"),
    ] {
        assert_eq!(said(line), (message.to_owned(), help.to_owned()), "{line}");
    }
}

#[test]
fn a_key_that_is_no_number_is_told_why() {
    for (key, message) in [
        ("07", "number `07` has a leading zero"),
        ("65536", "number `65536` is too large: expected 0 to 65535"),
        ("99999999999999999999", "number `99999999999999999999` is too large: expected 0 to 65535"),
        ("-7", "number `-7` has a sign"),
        ("7_0", "number `7_0` has an underscore"),
        ("seven_up", "`seven_up` is no decimal number of 0 to 65535"),
        ("7a", "`7a` is no decimal number of 0 to 65535"),
        ("\"\"", "`` is no decimal number of 0 to 65535"),
    ] {
        let (_, report) = read(&source(&format!("[a]\ntitle = \"A\"\n[a.{key}]\n")));
        assert_eq!(report.faults[0].message, message);
    }
}
