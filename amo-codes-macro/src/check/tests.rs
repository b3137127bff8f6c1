use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::fixtures::{help, message, package, read, rules, valid};
use crate::load::load;
use crate::model::Table;
use crate::pipeline;
use crate::rule::Rule;

/// Returns a section with one code, and more lines below its header.
fn section(key: &str, more: &str) -> String {
    format!("[{key}]\ntitle = \"T\"\n{more}\n[{key}.1]\nname = \"One\"\ndescription = \"One\"\n")
}

/// Returns the same section with another name of the code.
fn named(name: &str) -> String {
    section("a", "").replace("\"One\"\nd", &format!("\"{name}\"\nd"))
}

fn keys(table: &Table) -> Vec<&str> {
    table.sections.iter().map(|section| section.key.value.as_str()).collect()
}

#[test]
fn section_keys_are_in_lower_case() {
    for key in ["a", "a1", "a_b", "option", "string", "a_"] {
        valid(&section(key, ""));
    }
    for (key, fix) in [
        ("A", "write `a`"),
        ("aB", "write `a_b`"),
        ("directoryElements", "write `directory_elements`"),
        ("HTTP", "write `http`"),
        ("Code", "write `code_responses`"),
        ("SECTION", "write `section_responses`"),
        ("a-b", "write `a_b`"),
        ("Refund-s", "write `refund_s`"),
        ("\"-a--b \"", "write `a_b`"),
        ("_a", "write `a`"),
        ("1a", "use lower-case letters, digits and underscores, such as `directory_elements`"),
        ("\"ä\"", "use lower-case letters, digits and underscores, such as `directory_elements`"),
        ("\"\"", "use lower-case letters, digits and underscores, such as `directory_elements`"),
    ] {
        assert_eq!(rules(&section(key, "")), [Rule::SectionKey], "{key}");
        assert_eq!(help(&section(key, "")), fix, "{key}");
    }
}

#[test]
fn types_that_every_table_has_are_reserved() {
    for key in ["code", "section", "self", "code_", "a_l_l"] {
        assert_eq!(rules(&section(key, "")), [Rule::TypeName], "{key}");
    }
    assert_eq!(help(&section("self", "")), "choose another key, such as `self_responses`");
    valid(&section("se_lf", ""));
    valid(&section("self_responses", ""));
}

#[test]
fn two_sections_do_not_become_one_type() {
    let text = section("a_b", "") + &section("a__b", "") + &section("ab", "");
    let (table, errors) = read(&text);
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].message, "sections `a_b` and `a__b` both become the type `AB`");
    assert_eq!(keys(&table), ["a_b", "ab"]);
}

#[test]
fn a_name_is_a_variant() {
    for name in ["Some", "None", "Ok", "Err", "Error", "A", "A1", "HTTPError", "Code", "Number2"] {
        valid(&named(name));
    }
    for (name, fix) in [
        ("one", "write `One`"),
        ("one two", "write `OneTwo`"),
        ("One_Two", "write `OneTwo`"),
        ("One-Two", "write `OneTwo`"),
        ("r#One", "write `ROne`"),
        ("1One", "say what happened, such as `NothingFound`"),
        ("Größe", "say what happened, such as `NothingFound`"),
        ("--", "say what happened, such as `NothingFound`"),
        ("Self", "say what happened, such as `NothingFound`"),
        ("self", "say what happened, such as `NothingFound`"),
        ("ALL", "say what happened, such as `NothingFound`"),
        ("SECTION", "say what happened, such as `NothingFound`"),
    ] {
        assert_eq!(rules(&named(name)), [Rule::VariantName], "{name}");
        assert_eq!(help(&named(name)), fix, "{name}");
    }
}

#[test]
fn a_name_is_unique_in_its_section() {
    let row = |number, name| format!("[a.{number}]\nname = \"{name}\"\ndescription = \"T\"\n");
    let (table, errors) = read(&(section("a", "") + &row(2, "Two") + &row(3, "One")));
    assert_eq!(errors.len(), 1);
    assert_eq!((errors[0].rule, errors[0].message.as_str()), (Rule::NameOnce, "duplicate name `One` in section `a`"));
    assert_eq!(table.sections[0].rows.iter().map(|row| row.number.value).collect::<Vec<_>>(), [1, 2]);
    valid(&(section("a", "") + &section("b", "")));
}

#[test]
fn a_row_without_a_valid_name_is_dropped() {
    let rows = "[a.2]\ndescription = \"Two\"\n[a.3]\nname = \"Number2\"\ndescription = \"Three\"\n";
    let (table, errors) = read(&(named("one") + rows));
    assert_eq!(errors.iter().map(|error| error.rule).collect::<Vec<_>>(), [Rule::VariantName, Rule::KeyPresent]);
    assert_eq!(table.sections[0].rows.iter().map(|row| row.name.value.as_str()).collect::<Vec<_>>(), ["Number2"]);
}

#[test]
fn a_path_is_unique() {
    let with_paths = |paths: &str| section("a", &format!("paths = [{paths}]"));
    valid(&with_paths("'/', '/a', '/a/*', '/a/*/b'"));
    for wrong in ["'a'", "''", "'/a?b'", "'/a#b'", "'/a b'", "'https://a/b'", "'/{id}'"] {
        assert_eq!(rules(&with_paths(wrong)), [Rule::PathFormat], "{wrong}");
    }
    assert_eq!(message(&with_paths("'/a', '/a/'")), "duplicate path `/a/` in section `a`");
    assert_eq!(rules(&with_paths("'/a/', '//a'")), [Rule::PathOnce]);
    let two = section("a", "paths = ['/a', '/b']") + &section("b", "paths = ['/b', '/c']");
    assert_eq!(message(&two), "sections `a` and `b` both have the path `/b`");
    let paths: Vec<_> = read(&two).0.sections.iter().map(|section| section.paths.len()).collect();
    assert_eq!(paths, [2, 1]);
}

#[test]
fn a_table_has_at_most_as_many_codes_as_its_index_counts() {
    let mut text = String::new();
    for key in ["a", "b"] {
        writeln!(text, "{key}.title = 'T'").unwrap();
        for number in 0..32_768 {
            writeln!(text, "{key}.{number} = {{ name = 'N{number}', description = 'T' }}").unwrap();
        }
    }
    let (table, errors) = read(&text);
    assert_eq!(
        errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>(),
        ["too many codes: 65536 (limit 65535)"]
    );
    assert_eq!(table.rows().len(), super::MOST_CODES);
}

#[test]
fn every_rule_has_a_compile_test() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui");
    let is_test = |path: &Path| path.extension().is_some_and(|extension| extension == "rs");
    let files = fs::read_dir(&ui).unwrap().map(|entry| entry.unwrap().path()).filter(|path| is_test(path));
    let calls: String = files.map(|path| fs::read_to_string(path).unwrap()).collect();
    let tables = calls.split("amo_codes!(\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let package = package(&ui);
    let mut tested: Vec<Rule> = tables
        .flat_map(|table| match load(&package, table) {
            Ok(source) => pipeline::read(&source).1.all.into_iter().map(|error| error.rule).collect(),
            Err(error) => vec![error.diagnostic.rule],
        })
        .collect();
    tested.sort();
    tested.dedup();
    // A table of 65,536 rows is tested above instead.
    let expected: Vec<Rule> = Rule::ALL.iter().copied().filter(|rule| *rule != Rule::TableSize).collect();
    assert_eq!(tested, expected);
}

#[test]
fn every_invalid_row_is_dropped_in_any_order_of_the_rules() {
    let row = |number: u16, name: &str| format!("[a.{number}]\nname = \"{name}\"\ndescription = \"Text\"\n");
    // Names that are not UpperCamelCase are found before duplicates.
    let rows = row(1, "One") + &row(2, "One") + &row(3, "three") + &row(4, "One") + &row(5, "five") + &row(6, "Six");
    let (table, errors) = read(&format!("[a]\ntitle = \"A\"\n{rows}"));
    assert_eq!(errors.len(), 4);
    assert_eq!(table.sections[0].rows.iter().map(|row| row.number.value).collect::<Vec<_>>(), [1, 6]);
}
