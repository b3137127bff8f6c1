use std::fs;
use std::path::{Path, PathBuf};

use crate::model::Table;
use crate::pipe::read;
use crate::rule::Rule;
use crate::source::{Package, Source};

fn source(text: &str) -> Source {
    Source::new("codes.toml".to_owned(), "codes.toml".to_owned(), text)
}

fn section(key: &str, more: &str) -> String {
    format!("[{key}]\ntitle = \"T\"\n{more}\n[{key}.1]\nname = \"One\"\ntext = \"One\"\n")
}

fn rules(text: &str) -> Vec<Rule> {
    read(&source(text)).1.faults.iter().map(|fault| fault.rule).collect()
}

fn kept(table: &Table) -> Vec<&str> {
    table.sections.iter().map(|section| section.key.value.as_str()).collect()
}

#[test]
fn section_keys_are_lower_case() {
    for key in ["a", "a1", "a_b", "option", "string", "a_"] {
        assert_eq!(rules(&section(key, "")), [], "{key}");
    }
    for key in ["A", "aB", "1a", "_a", "a-b", "\"a b\"", "\"ä\"", "\"\""] {
        assert!(rules(&section(key, "")).contains(&Rule::SectionKey), "{key}");
    }
}

#[test]
fn types_that_every_table_has_are_taken() {
    for key in ["code", "section", "self", "code_", "se_lf"] {
        let expected: &[Rule] = if key == "se_lf" { &[] } else { &[Rule::TypeName] };
        assert_eq!(rules(&section(key, "")), expected, "{key}");
    }
}

#[test]
fn two_sections_do_not_become_one_type() {
    let text = section("a_b", "") + &section("a__b", "") + &section("ab", "");
    let (table, report) = read(&source(&text));
    assert_eq!(report.faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::TypeOnce]);
    assert_eq!(kept(&table), ["a_b", "ab"]);
}

#[test]
fn a_name_is_a_variant() {
    let named = |name: &str| rules(&section("a", "").replace("One\"\ntext", &format!("{name}\"\ntext")));
    for name in ["Some", "None", "Ok", "Err", "Error", "A", "A1", "HTTPError", "Code"] {
        assert_eq!(named(name), [], "{name}");
    }
    for name in ["one", "One_Two", "One Two", "1One", "Ünd", "One-Two", "Self", "ALL", "SECTION", "r#One"] {
        assert_eq!(named(name), [Rule::VariantName], "{name}");
    }
}

#[test]
fn a_row_with_a_wrong_name_keeps_its_number() {
    let text = section("a", "").replace("\"One\"\ntext", "\"one\"\ntext")
        + "[a.2]\nname = \"Two\"\ntext = \"Two\"\n[a.3]\nname = \"Two\"\ntext = \"Three\"\n";
    let (table, report) = read(&source(&text));
    assert_eq!(report.faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::VariantName, Rule::NameOnce]);
    let rows: Vec<_> = table.sections[0].codes.iter().map(|code| (code.number.value, code.name.is_some())).collect();
    assert_eq!(rows, [(1, false), (2, true), (3, false)]);
}

#[test]
fn names_may_stand_again_in_another_section() {
    assert_eq!(rules(&(section("a", "") + &section("b", ""))), []);
}

#[test]
fn a_path_is_a_path_and_stands_once() {
    let paths = |paths: &str| rules(&section("a", &format!("paths = [{paths}]")));
    assert_eq!(paths("'/', '/a', '/a/*', '/a/*/b'"), []);
    for wrong in ["'a'", "''", "'/a?b'", "'/a#b'", "'/a b'", "'https://a/b'"] {
        assert_eq!(paths(wrong), [Rule::PathForm], "{wrong}");
    }
    assert_eq!(paths("'/a', '/a'"), [Rule::PathOnce]);
    assert_eq!(paths("'/a/', '//a'"), [Rule::PathOnce]);
    let message = |text: &str| read(&source(text)).1.faults[0].message.clone();
    assert_eq!(message(&section("a", "paths = ['/a', '/a/']")), "the path `/a/` stands twice in section `a`");
    let two = section("a", "paths = ['/b']") + &section("b", "paths = ['/b']");
    assert_eq!(message(&two), "the sections `a` and `b` both have the path `/b`");
    let two = section("a", "paths = ['/a', '/b']") + &section("b", "paths = ['/b', '/c']");
    let (table, report) = read(&source(&two));
    assert_eq!(report.faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::PathOnce]);
    let paths: Vec<_> = table.sections.iter().map(|section| section.paths.len()).collect();
    assert_eq!(paths, [2, 1]);
}

#[test]
fn a_section_has_codes() {
    assert_eq!(rules("[a]\ntitle = \"T\"\n"), [Rule::SectionHasCodes]);
    // Rows with faults are rows.
    assert_eq!(rules("[a]\ntitle = \"T\"\n[a.x]\n"), [Rule::PlainNumber]);
}

#[test]
fn a_table_has_at_most_as_many_codes_as_its_index_tells_apart() {
    use std::fmt::Write as _;
    let mut text = String::new();
    for key in ["a", "b"] {
        writeln!(text, "{key}.title = 'T'").unwrap();
        for number in 0..32_768 {
            writeln!(text, "{key}.{number} = {{ name = 'N{number}', text = 'T' }}").unwrap();
        }
    }
    let (table, report) = read(&source(&text));
    let faults: Vec<_> = report.faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(faults, ["the table has 65536 codes, the most is 65535"]);
    assert_eq!(table.sections.iter().map(|section| section.codes.len()).sum::<usize>(), super::MOST_CODES);
}

/// The tables of the compile tests; they are there in the repository, not in the published crate.
fn ui_tables() -> Option<PathBuf> {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui");
    tables.is_dir().then_some(tables)
}

#[test]
fn every_rule_has_a_compile_test() {
    let Some(ui) = ui_tables() else { return };
    let package = Package { root: ui.clone(), shown: PathBuf::new() };
    let calls: String = fs::read_dir(&ui)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let tables =
        calls.match_indices("amo_codes!(\"").filter_map(|(at, call)| calls[at + call.len()..].split('"').next());
    let mut tested: Vec<Rule> = tables
        .flat_map(|table| match Source::read(&package, table) {
            Ok(source) => read(&source).1.faults.into_iter().map(|fault| fault.rule).collect(),
            Err(unread) => vec![unread.fault.rule],
        })
        .collect();
    tested.sort();
    tested.dedup();
    // A table of 65,536 rows is tested above instead.
    let expected: Vec<Rule> = Rule::ALL.iter().copied().filter(|rule| *rule != Rule::TableSize).collect();
    assert_eq!(tested, expected);
}

#[test]
fn the_mend_fits_the_fault() {
    let help = |text: &str| read(&source(text)).1.faults[0].help.clone().unwrap_or_default();
    for (key, mend) in [
        ("Leads", "write `leads`"),
        ("\"Lead-Tasks\"", "write `lead_tasks`"),
        ("\"-a--b \"", "write `a_b`"),
        ("9lives", "begin with a letter, in lower case with underscores, such as `directory_elements`"),
        ("\"\"", "begin with a letter, in lower case with underscores, such as `directory_elements`"),
    ] {
        assert_eq!(help(&section(key, "")), mend, "{key}");
    }
    for (name, mend) in [
        ("one two", "write `OneTwo`"),
        ("One_Two", "write `OneTwo`"),
        ("1One", "say what happened, such as `NothingFound`"),
        ("Größe", "say what happened, such as `NothingFound`"),
        ("--", "say what happened, such as `NothingFound`"),
    ] {
        assert_eq!(help(&section("a", "").replace("One\"\ntext", &format!("{name}\"\ntext"))), mend, "{name}");
    }
}
