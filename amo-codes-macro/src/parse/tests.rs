use crate::fixtures::{HEADER, ROW, around, errors, message, read, rules, source, valid};
use crate::model::Advice;
use crate::rule::Rule;

const TABLE: &str = r#"# Comments are allowed everywhere.
[tasks]
title = "Responses about tasks"
paths = ["/tasks", "/v2/tasks/*"]

[tasks.244]
name = "Forbidden"
description = 'No "rights".'
http = 0x193
note = "Sent with 403."
advice = "ask-user"

[leads]
title = "Responses about leads"

[leads.9]
description = "Nine"
name = "Nine"
undocumented = true

[leads.217]
name = "Required"
description = """
Required"""
"#;

#[test]
fn a_table_becomes_the_model_in_file_order() {
    let table = valid(TABLE);
    let [tasks, leads] = &table.sections[..] else { panic!("expected two sections") };
    assert_eq!((tasks.key.value.as_str(), leads.key.value.as_str()), ("tasks", "leads"));
    assert_eq!(tasks.title, "Responses about tasks");
    let paths: Vec<_> = tasks.paths.iter().map(|path| (path.value.as_str(), &TABLE[path.span.clone()])).collect();
    assert_eq!(paths, [("/tasks", "\"/tasks\""), ("/v2/tasks/*", "\"/v2/tasks/*\"")]);
    let [row] = &tasks.rows[..] else { panic!("expected one row") };
    assert_eq!((row.number.value, &TABLE[row.number.span.clone()]), (244, "244"));
    assert_eq!((row.name.value.as_str(), &TABLE[row.name.span.clone()]), ("Forbidden", "\"Forbidden\""));
    assert_eq!((row.description.as_str(), row.http_status, row.advice.name), ("No \"rights\".", Some(403), "ask-user"));
    assert_eq!((row.note.as_deref(), row.is_documented), (Some("Sent with 403."), true));
    let [nine, required] = &leads.rows[..] else { panic!("expected two rows") };
    assert_eq!((nine.number.value, required.number.value), (9, 217));
    assert_eq!((nine.http_status, &nine.note, nine.advice), (None, &None, Advice::FIX_REQUEST));
    assert!(!nine.is_documented && required.is_documented);
    assert_eq!(required.description, "Required");
}

#[test]
fn inline_tables_and_dotted_keys_are_tables_too() {
    let text = "a.title = \"A\"\na.1 = { name = \"One\", description = \"One\" }\na.2.name = \"Two\"\na.2.description = \"Two\"\n";
    assert_eq!(valid(text).sections[0].rows.iter().map(|row| row.number.value).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_byte_order_mark_and_crlf_change_nothing() {
    assert_eq!(valid(&format!("\u{feff}{}", TABLE.replace('\n', "\r\n"))), valid(TABLE));
    let wrong = TABLE.replace("ask-user", "ask");
    let windows = format!("\u{feff}{}", wrong.replace('\n', "\r\n"));
    assert_eq!(errors(&wrong), [(Rule::KnownAdvice, 11, 10)]);
    assert_eq!(errors(&windows), errors(&wrong));
}

#[test]
fn a_text_that_looks_like_a_conflict_or_a_header_is_text() {
    let text = around("", "note = \"\"\"\n=======\n>>>>>>> quoted\n[a.2]\n\"\"\"\n");
    assert_eq!(valid(&text).sections[0].rows[0].note.as_deref(), Some("=======\n>>>>>>> quoted\n[a.2]\n"));
}

#[test]
fn an_error_is_where_the_mistake_is() {
    for (text, expected) in [
        (String::new(), Some((Rule::NotEmpty, 1, 1))),
        ("# only\n".to_owned(), Some((Rule::NotEmpty, 1, 1))),
        (around("", ""), None),
        (around("x = 1\n", ""), Some((Rule::KnownKey, 1, 1))),
        (around("", "http = 99\n"), Some((Rule::HttpRange, 6, 8))),
        (around("", "http = 100\n"), None),
        (around("", "http = 599\n"), None),
        (around("", "http = 600\n"), Some((Rule::HttpRange, 6, 8))),
        (around("", "http = 65636\n"), Some((Rule::HttpRange, 6, 8))),
        (around("", "http = -200\n"), Some((Rule::HttpRange, 6, 8))),
        (around("", "http = 200.0\n"), Some((Rule::ValueType, 6, 8))),
        (around("", "note = ' '\n"), Some((Rule::NotBlank, 6, 8))),
        (around("", "advice = 3\n"), Some((Rule::ValueType, 6, 10))),
        (around("", "undocumented = \"yes\"\n"), Some((Rule::ValueType, 6, 16))),
        (around("", "[a.65535]\nname = \"Max\"\ndescription = \"Max\"\n"), None),
        (around("", "[a.65536]\nname = \"Max\"\ndescription = \"Max\"\n"), Some((Rule::PlainNumber, 6, 4))),
        (around("", "[a.0]\nname = \"Min\"\ndescription = \"Min\"\n"), None),
        (around("", "[a.00]\nname = \"Min\"\ndescription = \"Min\"\n"), Some((Rule::PlainNumber, 6, 4))),
        (around("", "[a.\"2\"]\nname = \"Two\"\ndescription = \"Two\"\n"), None),
        (around("", "[a.2]\n"), Some((Rule::KeyPresent, 6, 4))),
        (around("", "[a.two]\n"), Some((Rule::PlainNumber, 6, 4))),
        (around("", "[b]\ntitle = \"B\"\n"), Some((Rule::SectionHasCodes, 6, 2))),
        (around("", "[b.1]\nname = \"One\"\ndescription = \"One\"\n"), Some((Rule::KeyPresent, 6, 2))),
    ] {
        assert_eq!(errors(&text), Vec::from_iter(expected), "{text}");
    }
}

#[test]
fn an_error_in_the_syntax_stays_in_its_block() {
    let text = "[a]\ntitle = \"A\"\n[a.1]\nname = One\nadvice = 7\n[a.2]\nname \"Two\"\n[a.3]\nname = 3\ndescription = \"Three\"\n";
    assert_eq!(errors(text), [(Rule::Syntax, 4, 8), (Rule::Syntax, 7, 5), (Rule::ValueType, 9, 8)]);
    let (table, _) = read(&text.replace("name = 3", "name = \"Three\""));
    assert_eq!(table.sections[0].rows.iter().map(|row| row.number.value).collect::<Vec<_>>(), [3]);
}

/// One mistake, one error: each header replaces that of the second row of a section.
#[test]
fn a_broken_header_is_one_error() {
    let row = "name = \"Two\"\ndescription = \"Two\"\n";
    for header in [
        "a.2]", "(a.2)", "- [a.2]", "[a:2]", "[a/2]", "[a.2", "[[a.2]", "[a2]", "[a_2]", "[a-2]", "[[a.2]]", "[a.2.0]",
        "[a..2]", "[a.]", "[a", "[", "[]", "{", "[a. 2 3]", "# [a.2]", "",
    ] {
        let text = around("", &format!("\n{header}\n{row}\n[a.3]\nname = \"Three\"\ndescription = \"Three\"\n"));
        let errors = errors(&text);
        assert_eq!(errors.len(), 1, "{header}: {errors:?}");
        assert!((7..=8).contains(&errors[0].1), "{header}: {errors:?}");
    }
}

#[test]
fn a_mistake_in_the_only_row_of_a_section_is_one_error() {
    for row in [
        "[a.1\nname = \"One\"\n",
        "[a.1]\nname = One\n",
        "[a1]\nname = \"One\"\ndescription = \"One\"\n",
        "[a.x]\n",
        "1 = 1\n",
        "[[a.1]]\nname = \"One\"\ndescription = \"One\"\n",
    ] {
        assert_eq!(errors(&format!("{HEADER}{row}")).len(), 1, "{row}");
        assert_eq!(errors(&format!("{HEADER}{row}[b]\ntitle = \"B\"\n{}", ROW.replace("[a", "[b"))).len(), 1, "{row}");
    }
}

#[test]
fn a_section_without_its_header_is_one_error() {
    let (a, b) = (around("", ""), around("", "").replace("[a", "[b"));
    let lost = |line: &str| format!("{a}{}", b.replacen(line, "", 1));
    for text in [
        lost("[b]\n"),
        lost("title = \"A\"\n"),
        lost("[b]\ntitle = \"A\"\n"),
        format!("{a}{}", b.replacen("[b]", "[b", 1)),
        format!("{a}{}", b.replacen("[b]\ntitle = \"A\"\n", "title = \"A\"\n[b]\n", 1)),
        b.replacen("[b]\n", "", 1),
    ] {
        assert_eq!(errors(&text).len(), 1, "{text}: {:?}", errors(&text));
    }
}

#[test]
fn a_misspelled_section_is_one_error_and_does_not_become_an_enum() {
    let leads = around("", "").replace("[a", "[leads");
    let two = "name = \"Two\"\ndescription = \"Two\"\n";
    for (text, expected) in [
        (
            format!("{leads}[lead.2]\nname = \"Two\"\ndescription = \"Two\"\n"),
            "unknown section `lead`, did you mean `leads`?",
        ),
        (format!("{leads}[Leads.2]\n{two}"), "unknown section `Leads`, did you mean `leads`?"),
        (
            format!("{leads}[leads.2]\n{two}").replacen("[leads]", "[laeds]", 1),
            "unknown section `laeds`, did you mean `leads`?",
        ),
        (
            format!("{leads}[leads.2]\n{two}").replacen("[leads]", "[Leads]", 1),
            "unknown section `Leads`, did you mean `leads`?",
        ),
        // A section with rows of its own is more likely to be right than several rows.
        (
            format!("{leads}[lead.2]\n{two}[lead.3]\n{}", two.replace("Two", "Three")),
            "unknown section `lead`, did you mean `leads`?",
        ),
        // A key that is not a valid one is wrong, however many rows agree.
        (leads.replacen("[leads]", "[Leads]", 1), "unknown section `Leads`, did you mean `leads`?"),
        (
            format!("[leads]\ntitle = \"A\"\n{}[Leads.2]\n{two}", ROW.replace("[a.", "[Leads.")),
            "unknown section `Leads`, did you mean `leads`?",
        ),
        // Keys of three characters are compared.
        (format!("{leads}[tag.2]\n{two}").replace("leads", "tags"), "unknown section `tag`, did you mean `tags`?"),
        // A single row is more likely to be wrong than the section.
        (leads.replacen("[leads.", "[laeds.", 1), "unknown section `laeds`, did you mean `leads`?"),
    ] {
        assert_eq!(message(&text), expected);
        let (table, diagnostics) = read(&text);
        let keys: Vec<_> = table.sections.iter().map(|section| section.key.value.as_str()).collect();
        assert_eq!(keys, [if text.contains("tags") { "tags" } else { "leads" }]);
        assert_eq!(table.sections[0].title, "A");
        assert_eq!(table.rows().len(), text.matches("name =").count());
        assert!(diagnostics[0].render(Some(&source(&text))).contains("the other section"));
    }
    // The rows of both are one section, and a number that both have is not another error.
    let text = format!("{leads}[lead.1]\n{two}");
    assert_eq!((rules(&text).len(), read(&text).0.rows().len()), (1, 1));
    // A section whose title is there, but wrong, is not misspelled.
    for title in ["title = 7", "title = \"\"", "titel = \"A\"", "title = \"A", "title = A"] {
        let lead = around("", "").replace("[a", "[lead").replacen("title = \"A\"", title, 1);
        let text = format!("{leads}{lead}");
        assert_eq!(rules(&text).len(), 1, "{title}");
        assert!(!message(&text).contains("unknown section"), "{title}");
    }
    // What is missing elsewhere is another error.
    let other = "[lead.2]\nname = \"Two\"\ndescription = \"Two\"\n[tasks.2]\nname = \"Two\"\ndescription = \"Two\"\n";
    assert_eq!(rules(&format!("{leads}{other}")).len(), 2);
    // What is not close is another section, and short keys are not compared.
    let short =
        around("", "[ab.2]\nname = \"Two\"\ndescription = \"Two\"\n").replace("[a]", "[aa]").replace("[a.", "[aa.");
    assert_eq!(rules(&short), [Rule::KeyPresent]);
    assert_eq!(rules(&format!("{leads}[tasks.2]\nname = \"Two\"\ndescription = \"Two\"\n")), [Rule::KeyPresent]);
}

#[test]
fn a_misspelled_key_is_one_error() {
    for key in ["nme", "decsription", "descriptoin", "Name", "desc ription"] {
        let text = format!("{HEADER}[a.1]\n{}", "name = \"One\"\ndescription = \"One\"\n");
        let known = if key.to_lowercase().starts_with('n') { "name" } else { "description" };
        let errors = errors(&text.replacen(&format!("\n{known} ="), &format!("\n{key} ="), 1));
        assert_eq!(errors.len(), 1, "{key}: {errors:?}");
    }
    // The only required key that is missing is probably meant, however different the word is.
    let text = around("", "").replacen("description", "text", 1);
    assert_eq!(message(&text), "unknown key `text` in code `a.1`, did you mean `description`?");
    assert_eq!(rules(&around("", "htpp = 402\n")), [Rule::KnownKey]);
    assert_eq!(message(&format!("{HEADER}[a.1]\nhttp = 402\n")), "code `a.1` has no `name` and no `description`");
}

#[test]
fn an_unclosed_value_is_one_error() {
    for (text, expected) in [
        (format!("[a]\ntitle = \"A\"\npaths = [\n  \"/a\",\n  \"/b\",\n\n{ROW}"), (Rule::Syntax, 5, 8)),
        (format!("[a]\ntitle = \"A\"\npaths = [[\n  \"/a\",\n]\n\n{ROW}"), (Rule::Syntax, 5, 2)),
        (format!("[a]\ntitle = \"A\"\npaths = [\n  \"/a,\n  \"/b\",\n]\n{ROW}"), (Rule::Syntax, 4, 6)),
        (format!("[a]\npaths = [\n  \"/a\",\n\ntitle = \"A\"\n{ROW}"), (Rule::Syntax, 3, 8)),
        (around("", "note = \"\"\"\none\n\n"), (Rule::Syntax, 6, 8)),
        (around("", "note = \"\"\"\none\n\n[a.2]\nname = \"Two\"\ndescription = \"Two\"\n"), (Rule::Syntax, 6, 8)),
        (around("", "note == \"one\"\n"), (Rule::Syntax, 6, 7)),
        (around("", "{\n"), (Rule::Syntax, 6, 1)),
    ] {
        assert_eq!(errors(&text), [expected], "{text}");
    }
}

#[test]
fn a_duplicate_is_one_error_that_shows_both() {
    let text =
        around("", &format!("# [a]\n{ROW}[a.2]\nname = \"Two\" # name\nname = \"Two\"\ndescription = \"Two\"\n[a]\n"));
    let (table, diagnostics) = read(&text);
    let rendered: Vec<_> = diagnostics.iter().map(|error| error.render(Some(&source(&text)))).collect();
    assert_eq!(rendered.len(), 3);
    for (rendered, parts) in rendered.iter().zip([
        ["duplicate code 1 in section `a`\n", ":7:4\n", "3 | [a.1]\n  |    - first here"],
        ["duplicate key `name`\n", ":12:1\n", "11 | name = \"Two\" # name\n   | ---- first here"],
        ["duplicate section `a`\n", ":14:2\n", "1 | [a]\n   |  - first here"],
    ]) {
        for part in parts {
            assert!(rendered.contains(part), "{part}: {rendered}");
        }
    }
    assert_eq!(table.sections[0].rows.iter().map(|row| row.number.value).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(errors(&around("", "  name = \"One\"\n")), [(Rule::Once, 6, 3)]);
    assert_eq!(rules(&around("", "[a.1]\n")), [Rule::Once]);
    assert_eq!(rules(&format!("{HEADER}[a.1]\n{ROW}")), [Rule::Once]);
}

#[test]
fn a_duplicate_in_another_form_or_block_is_one_error() {
    let inline = "1 = { name = \"X\", description = \"X\" }\n";
    for (text, expected) in [
        (format!("{HEADER}{inline}{ROW}"), "duplicate code 1 in section `a`"),
        (format!("{HEADER}{ROW}[a.title]\n"), "duplicate key `title`"),
        (format!("a.title = \"A\"\n{HEADER}{ROW}"), "duplicate key `title`"),
        (format!("a.paths = []\n{HEADER}paths = []\n{ROW}"), "duplicate key `paths`"),
        (format!("a = {{ title = \"A\" }}\n{ROW}"), "duplicate key `a`"),
    ] {
        assert_eq!(message(&text), expected, "{text}");
    }
    // Another error does not hide it, and only one of the two rows is left.
    let text = format!("{HEADER}{inline}{ROW}[a.2]\nname = Y\n");
    assert_eq!(rules(&text), [Rule::Once, Rule::Syntax]);
    assert_eq!(read(&text).0.rows().len(), 1);
}

#[test]
fn a_broken_block_hides_only_what_it_may_have_caused() {
    let row = |number: u8, lines: &str| format!("[a.{number}]\n{lines}\n");
    let (two, b) = (row(2, "name = \"Two\""), around("", "").replace("[a", "[b"));
    for (text, expected) in [
        // The row after a broken value lacks its own key.
        (format!("{HEADER}{}{two}", row(1, "name = One")), &[Rule::Syntax, Rule::KeyPresent][..]),
        (
            format!("{HEADER}{}{}", row(1, "name = One"), b.replacen("title", "# title", 1)),
            &[Rule::Syntax, Rule::KeyPresent],
        ),
        // The keys below a broken header are missing next to it.
        (format!("{HEADER}{}{two}", row(1, "name = \"One\"\n[a.3")), &[Rule::Syntax]),
        (format!("[a=]\ntitle = \"A\"\n{ROW}"), &[Rule::Syntax]),
        // A line above its header is missing below it.
        (format!("{HEADER}{ROW}description = \"Two\"\n{two}"), &[Rule::Once]),
        // A section lacks what its own broken blocks have.
        (format!("[a]\ntitle = A\n{ROW}"), &[Rule::Syntax]),
        (format!("{HEADER}{}{b}", row(1, "name = One")), &[Rule::Syntax]),
        (format!("{b}[a]\n"), &[Rule::KeyPresent]),
    ] {
        assert_eq!(rules(&text), expected, "{text}");
    }
    assert_eq!(message("[a]\n"), "section `a` has no `title` and no codes");
}

#[test]
fn a_text_is_not_a_header_or_a_conflict_in_a_file_that_is_not_toml_either() {
    let note = "note = \"\"\"\n=======\n[a.9]\n<<<<<<< HEAD\n\"\"\"\n";
    let text = around("", &format!("{note}[a.2]\nname = Two\ndescription = \"Two\"\n"));
    assert_eq!(rules(&text), [Rule::Syntax]);
    assert_eq!(read(&text).0.sections[0].rows[0].note.as_deref(), Some("=======\n[a.9]\n<<<<<<< HEAD\n"));
}

#[test]
fn a_conflict_is_one_error_in_every_style() {
    let two = ROW.replace('1', "2").replace("One", "Two");
    let sides = |before: &str, between: &str, after: &str| format!("{HEADER}{before}\n{ROW}{between}\n{two}{after}\n");
    for text in [
        sides("<<<<<<< HEAD", "=======", ">>>>>>> other"),
        sides("<<<<<<<", "=======", ">>>>>>>"),
        sides("  <<<<<<< HEAD", "  =======", "  >>>>>>> other"),
        sides("<<<<<<< HEAD", "||||||| base\n[a.3]\n=======", ">>>>>>> other"),
        sides(
            "<<<<<<< Conflict 1 of 1\n%%%%%%% Changes from base",
            "+++++++ Contents of side",
            ">>>>>>> Conflict 1 of 1 ends",
        ),
        sides("<<<<<<< Conflict 1 of 1\n+++++++ side", "------- base\n+++++++ side", ">>>>>>> Conflict 1 of 1 ends"),
        format!("<<<<<<< HEAD\n{}", sides("", "=======", ">>>>>>> other")),
    ] {
        assert_eq!(rules(&text), [Rule::NoConflict], "{text}");
    }
    let twice = sides("<<<<<<< HEAD", "=======", ">>>>>>> other") + "<<<<<<< HEAD\n=======\n>>>>>>> other\n";
    assert_eq!(rules(&twice), [Rule::NoConflict, Rule::NoConflict]);
    let nested = "<<<<<<< HEAD\n<<<<<<<<< base\n=========\n>>>>>>>>> base\n=======\n>>>>>>> other\n";
    assert_eq!(rules(&around("", &nested.repeat(2))), [Rule::NoConflict, Rule::NoConflict]);
    // A conflict inside of another one, with longer markers as git writes them or with the same, and without an end.
    for (before, between, after) in [
        ("<<<<<<< HEAD\n<<<<<<<<< base\n=========\n>>>>>>>>> base", "=======", ">>>>>>> other"),
        ("<<<<<<< HEAD\n<<<<<<< base\n=======\n>>>>>>> base", "=======", ">>>>>>> other"),
        ("<<<<<<< HEAD\n<<<<<<< inner", "=======", ">>>>>>> other"),
        ("<<<<<<< HEAD", "=======", ""),
        ("", "=======", ">>>>>>> other"),
        ("", "||||||| base\n=======", ">>>>>>> other"),
        ("<<<<<<<\tHEAD", "=======", ">>>>>>> other"),
    ] {
        assert_eq!(rules(&sides(before, between, after)), [Rule::NoConflict], "{before} {between} {after}");
    }
    for line in ["=======x", "| a | b |", "< 1234567"] {
        assert_eq!(rules(&around("", &format!("\n{line}\n"))), [Rule::Syntax], "{line} is not a marker");
    }
    for marker in ["=======", "||||||| base", ">>>>>>> other", "<<<<<<< HEAD"] {
        let text = around("", &format!("\n{marker}\n{two}"));
        assert_eq!(rules(&text), [Rule::NoConflict], "{marker}");
        assert_eq!(errors(&text)[0].1, 7, "{marker}");
    }
    // Two markers without a beginning are two errors, which say to delete the line.
    let text = around("", "\n=======\n=======\n");
    let (_, diagnostics) = read(&text);
    assert_eq!(diagnostics.len(), 2);
    for diagnostic in diagnostics {
        let shown = diagnostic.render(Some(&source(&text)));
        assert!(shown.starts_with("a merge conflict marker was left in the table\n"), "{shown}");
        assert!(shown.contains("delete this line"), "{shown}");
    }
}

#[test]
fn a_file_of_another_kind_is_one_error() {
    for (text, seen) in [
        ("\n <p>\n</p>", "it looks like HTML or XML"),
        ("<!DOCTYPE html>\n<a href=\"x\">\n", "it looks like HTML or XML"),
        ("<p\nclass = \"x\"\n>\n", "it looks like HTML or XML"),
        ("<p>\n.", "it looks like HTML or XML"),
        ("{\n  \"a\": {\n    \"title\": \"A\"\n  }\n}\n", "it looks like JSON"),
        ("{\n  a = 1\n}\n", "it looks like JSON"),
        ("{\n  \"a\": 1,\n", "it looks like JSON"),
        ("[\n  {\"a\": 1}\n]\n", "it looks like JSON"),
        ("---\na:\n  title: A\n", "it looks like YAML"),
        ("a:\n  title: A\n", "no line is a header or a `key = value` pair"),
        ("the name = One\n", "no line is a header or a `key = value` pair"),
        ("section;number;name\na;1;One\n", "no line is a header or a `key = value` pair"),
        ("[\n  1\n]\n", "no line is a header or a `key = value` pair"),
        ("<<<<<<< HEAD\n", "no line is a header or a `key = value` pair"),
        ("[\0a\0]\0", "it contains NUL bytes, like UTF-16 and binary files"),
    ] {
        assert_eq!(rules(text), [Rule::Syntax], "{text}");
        assert_eq!(message(text), format!("the file is not a TOML table of codes: {seen}"));
    }
    assert_eq!(errors("\n\n\n <p>\n</p>"), [(Rule::Syntax, 4, 2)]);
    // A line before the first header does not make it one.
    for (first, last) in [("<", ""), ("{", ""), ("<<<<<<< HEAD", ">>>>>>>")] {
        let text = format!("{first}\n{}{last}", around("", ""));
        assert!(!message(&text).contains("is not a TOML table"), "{text}: {}", message(&text));
    }
    // The beginning of a value is enough.
    for text in ["paths = [\n  one\n", "note = \"\"\"\none\n", "note = '''\none\n"] {
        assert!(message(text).starts_with("unclosed"), "{text}: {}", message(text));
    }
}

#[test]
fn a_key_in_the_wrong_place_is_one_error() {
    let row = "name = \"Two\"\ndescription = \"Two\"\n";
    for rows in [ROW, ""] {
        assert_eq!(message(&format!("{HEADER}{row}{rows}")), "`name` is in section `a`, but belongs to a code");
    }
    assert_eq!(message(&around("", "[[a.2]]\nname = \"Two\"\n")), "`[[a.2]]` is an array of tables");
    assert_eq!(
        message(&around("", "title = \"B\"\npaths = [\"/b\"]\n[b.1]\nname = \"One\"\ndescription = \"One\"\n")),
        "`title` is in code `a.1`, but belongs to a section"
    );
    assert_eq!(message(&around("title = \"A\"\npaths = []\n", "")), "`title` is not in a section");
    assert_eq!(rules(&around("title = \"A\"\nversion = 1\n", "")), [Rule::KnownKey, Rule::KnownKey]);
}

#[test]
fn the_valid_parts_of_a_row_with_errors_are_kept() {
    let text = "[a]\ntitle = 7\n[a.1]\nname = \"One\"\ndescription = 1\nhttp = 0\nadvice = \"\"\n[a.2]\ndescription = \"Two\"\n";
    let (table, errors) = read(text);
    assert_eq!(errors.len(), 5);
    let [row] = &table.sections[0].rows[..] else { panic!("expected one row") };
    assert_eq!((row.number.value, row.description.as_str(), row.http_status), (1, "", None));
}

#[test]
fn the_error_for_an_invalid_number_says_why() {
    for (key, expected) in [
        ("07", "number `07` has a leading zero"),
        ("65536", "number `65536` is too large, expected 0 to 65535"),
        ("99999999999999999999", "number `99999999999999999999` is too large, expected 0 to 65535"),
        ("-7", "number `-7` has a sign"),
        ("\"+7\"", "number `+7` has a sign"),
        ("7_0", "number `7_0` has an underscore"),
        ("seven_up", "`seven_up` is not a decimal number from 0 to 65535"),
        ("7a", "`7a` is not a decimal number from 0 to 65535"),
        ("\"\"", "empty number in section `a`"),
    ] {
        assert_eq!(message(&around("", &format!("[a.{key}]\n"))), expected);
    }
}

/// The parser gives no position for a key that is nested too deep.
#[test]
fn an_error_without_a_position_is_at_the_beginning_of_its_block() {
    let text = around("", &format!("\n[a.2]\n{}a = 1\n", "a.".repeat(100)));
    assert_eq!(errors(&text), [(Rule::Syntax, 7, 1)]);
}

#[test]
fn a_wrong_type_is_an_error_that_names_the_expected_one() {
    for (line, expected) in [
        ("note = 7", "expected a string"),
        ("http = \"x\"", "expected an integer from 100 to 599"),
        ("advice = 7", "expected a string"),
        ("undocumented = 7", "expected `true` or `false`"),
    ] {
        let text = around("", &format!("{line}\n"));
        let message = message(&text);
        assert!(message.contains(expected), "{line}: {message}");
    }
}

#[test]
fn the_key_of_a_section_and_of_a_code_may_be_mixed_up() {
    let row = "[a.1]\nname = \"One\"\ndescription = \"One\"\n";
    for (text, expected) in [
        (format!("[a]\nname = \"A\"\n{row}"), "unknown key `name` in section `a`, did you mean `title`?"),
        (format!("[a]\ndescription = \"A\"\n{row}"), "unknown key `description` in section `a`, did you mean `title`?"),
        (format!("[a]\nhttp = 402\ntitle = \"A\"\n{row}"), "`http` is in section `a`, but belongs to a code"),
        (format!("{HEADER}name = \"One\"\n{row}"), "`name` is in section `a`, but belongs to a code"),
        (
            format!("{HEADER}{}", row.replace("name", "title")),
            "unknown key `title` in code `a.1`, did you mean `name`?",
        ),
        (
            format!("{HEADER}{}", row.replace("description", "title")),
            "unknown key `title` in code `a.1`, did you mean `description`?",
        ),
        (format!("{HEADER}{row}title = \"B\"\n"), "`title` is in code `a.1`, but belongs to a section"),
    ] {
        assert_eq!(message(&text), expected, "{text}");
    }
}

#[test]
fn only_the_first_error_of_a_broken_block_is_reported() {
    for lines in ["note = \"\"\nOne line.", "http = 40\n4", "undocumentd = true\nhttp = 4O2", "note = \"\"\n\"a"] {
        assert_eq!(rules(&around("", lines)), [Rule::Syntax], "{lines}");
    }
    // The key that seems to be missing may be below the error.
    for text in [
        format!("{HEADER}[a.1]\nname = \"One\"\nhint = \"x\"\nhttp = 4O2\ndescription = \"One\"\n"),
        format!("[a]\nname = \"A\"\npaths = /a\ntitle = \"A\"\n{ROW}"),
        format!("[a]\ntitle = \"\"\npaths = /a\n{ROW}"),
    ] {
        assert_eq!(rules(&text), [Rule::Syntax], "{text}");
    }
}

#[test]
fn what_precedes_an_error_in_its_block_is_kept() {
    for (line, numbers) in [
        ("a.2]", &[1_u16][..]),
        ("- [a.2]", &[1]),
        ("\u{feff}[a.2]", &[1]),
        ("http = 4O2", &[1]),
        ("# The header is missing.", &[1]),
        ("[a.2", &[1]),
        ("[a.2]\nnote = x", &[1]),
        ("[a.1]", &[1]),
        ("note = \"\"\"\nkey =\n[b]\n\"\"\"\n{x}", &[1]),
        ("note = \"\"\"\na \\\"\"\" b\n\"\"\"\na.2]", &[1]),
    ] {
        let text = around(
            "",
            &format!("{line}\nname = \"Two\"\ndescription = \"Two\"\n[a.3]\nname = \"Three\"\ndescription = Three\n"),
        );
        let (table, diagnostics) = read(&text);
        let [section] = &table.sections[..] else { panic!("expected one section") };
        assert_eq!(diagnostics.len(), 2, "{text}: {diagnostics:#?}");
        // The last row has its name, and no description.
        let expected: Vec<u16> = numbers.iter().copied().chain([3]).collect();
        assert_eq!(section.rows.iter().map(|row| row.number.value).collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn a_header_after_a_key_without_a_value_is_a_header() {
    for line in ["note =\n[a.2]", "note = # x\n[a.2]", "note = x\n[\"a\".2]", "note = x\n['a'.2]"] {
        let text = around("", &format!("{line}\nname = \"Two\"\ndescription = \"Two\"\n"));
        let (table, diagnostics) = read(&text);
        assert_eq!((diagnostics.len(), table.rows().len()), (1, 2), "{text}: {diagnostics:#?}");
    }
}
