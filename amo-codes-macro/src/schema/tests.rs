//! Holds codes.schema.json, which editors check a table by, against the rules: what it refuses, they refuse.

use std::fs;

use jsonschema::Validator;
use serde_json::Value;
use toml::de::{DeTable, DeValue};

use crate::model::Advice;
use crate::pipe;
use crate::source::Source;

/// A file of the package amo-codes.
fn file(name: &str) -> String {
    fs::read_to_string(format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(&file("codes.schema.json")).unwrap()
}

/// Whether the schema takes this table; `None` where it is no TOML, so that no editor asks the schema.
fn schema_takes(schema: &Validator, table: &str) -> Option<bool> {
    let table = DeTable::parse(table).ok()?;
    Some(schema.is_valid(&json(&DeValue::Table(table.into_inner()))))
}

/// A value as an editor hands it to the schema.
fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => Value::from(i64::from_str_radix(number.as_str(), number.radix()).unwrap()),
        DeValue::Float(number) => Value::from(number.as_str().parse::<f64>().unwrap()),
        DeValue::Boolean(value) => Value::from(*value),
        DeValue::Datetime(date) => Value::from(date.to_string()),
        DeValue::Array(values) => values.iter().map(|value| json(value.get_ref())).collect(),
        DeValue::Table(table) => {
            table.iter().map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref()))).collect()
        }
    }
}

fn macro_takes(table: &str) -> bool {
    let source = Source::new("codes.toml".to_owned(), "codes.toml".to_owned(), table);
    pipe::read(&source).1.faults.is_empty()
}

/// A small table of every key; a wrong one differs from it in one place.
const WHOLE: &str = r#"
[tasks]
title = "About tasks"
paths = ["/tasks", "/tasks/*"]
[tasks.7]
name = "Seven7"
text = "Seven."
http = 404
note = "Note."
advice = "not-found"
"#;

#[test]
fn the_tables_that_are_whole_are_taken_by_both() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    for table in [WHOLE, &file("codes.toml"), &file("examples/shop.toml"), &file("tests/tables/billing.toml")] {
        assert_eq!((schema_takes(&schema, table), macro_takes(table)), (Some(true), true), "{table}");
    }
}

#[test]
fn each_wrong_table_is_refused_by_both() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    for (from, to) in [
        ("[tasks", "[Tasks"),
        ("[tasks", "[1tasks"),
        ("[tasks", "[ta-sks"),
        ("[tasks", "[code"),
        ("[tasks", "[section_"),
        ("[tasks", "[self"),
        ("\n[tasks]", "seven = 7\n[tasks]"),
        ("title = \"About tasks\"", ""),
        ("\"About tasks\"", "\" \""),
        ("\"About tasks\"", "7"),
        ("title", "titel = 7\ntitle"),
        ("[\"/tasks\", \"/tasks/*\"]", "\"/tasks\""),
        ("\"/tasks\"", "7"),
        ("\"/tasks\"", "\"tasks\""),
        ("\"/tasks\"", "\"/tasks?page=2\""),
        ("\"/tasks\"", "\"/tasks tasks\""),
        ("\"/tasks\"", "\"/tasks#top\""),
        ("\"/tasks\"", "\"/tasks/*\""),
        ("[tasks.7]", "[tasks.07]"),
        ("[tasks.7]", "[tasks.-7]"),
        ("[tasks.7]", "[tasks.7_0]"),
        ("[tasks.7]", "[tasks.65536]"),
        ("[tasks.7]", "[tasks.0x7]"),
        ("[tasks.7]", "[tasks.seven]"),
        ("[tasks.7]", "[tasks.\"\"]"),
        ("[tasks.7]", "7 = 7\n[tasks.8]"),
        ("name = \"Seven7\"", ""),
        ("\"Seven7\"", "\"seven\""),
        ("\"Seven7\"", "\"Se-ven\""),
        ("\"Seven7\"", "\"7\""),
        ("\"Seven7\"", "\"ALL\""),
        ("\"Seven7\"", "\"SECTION\""),
        ("\"Seven7\"", "\"Self\""),
        ("\"Seven7\"", "7"),
        ("text = \"Seven.\"", ""),
        ("\"Seven.\"", "\"\""),
        ("\"Seven.\"", "7"),
        ("404", "99"),
        ("404", "600"),
        ("404", "\"404\""),
        ("404", "404.5"),
        ("\"Note.\"", "\"\\t\""),
        ("\"Note.\"", "true"),
        ("\"not-found\"", "\"not found\""),
        ("\"not-found\"", "[\"not-found\"]"),
        ("http", "htpp"),
        (&WHOLE[WHOLE.find("[tasks.7]").unwrap()..], ""),
        (WHOLE, ""),
    ] {
        let wrong = WHOLE.replace(from, to);
        assert_ne!(wrong, WHOLE, "{from}");
        assert_eq!((schema_takes(&schema, &wrong), macro_takes(&wrong)), (Some(false), false), "{wrong}");
    }
}

#[test]
fn what_the_schema_refuses_of_amocrms_own_table_the_macro_refuses() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    let table = file("codes.toml");
    // The two sections that have every key.
    let section = |key: &str, next: &str| {
        let start = table.find(&format!("[{key}]")).unwrap();
        table[start..].split_once(next).map_or(&table[start..], |(section, _)| section)
    };
    let whole = [section("authorization", "[account]"), section("other", "[no such]")].concat();
    let lines: Vec<&str> = whole.lines().collect();
    let mut refused = 0;
    for (place, line) in lines.iter().enumerate() {
        for mutant in mutants(line) {
            let before = lines[..place].iter().copied();
            let table: Vec<&str> = before.chain([mutant.as_str()]).chain(lines[place + 1..].iter().copied()).collect();
            let table = table.join("\n");
            if schema_takes(&schema, &table) == Some(false) {
                refused += 1;
                assert!(!macro_takes(&table), "the schema refuses `{mutant}`, the macro takes it");
            }
        }
    }
    assert!(refused > 200, "the mutants are too tame: the schema refuses {refused}");
}

/// A line of a table, changed in the ways that a hand or a script gets it wrong.
fn mutants(line: &str) -> Vec<String> {
    let mut mutants = vec![String::new(), format!("#{line}"), line.to_uppercase(), line.to_lowercase()];
    for (from, to) in [
        ("\"", ""),
        ("\"", "'"),
        ("= \"", "= \"\" #"),
        ("= \"", "= \" \" #"),
        ("= \"", "= \"7"),
        ("= ", "= -"),
        ("= ", "= 1"),
        ("= ", "= true #"),
        ("= ", "= {} #"),
        ("= ", "= 1979-05-27 #"),
        ("= ", "= [] #"),
        ("= [", "= [7, "),
        ("/", ""),
        ("/", "//"),
        ("/", "/?"),
        (" =", "s ="),
        (".", ".0"),
        (".", ".9"),
        (".", ".\u{fc}"),
        (".", "."),
        ("]", "_]"),
        ("[", "[["),
        ("[other", "[other.other"),
        ("-", "_"),
    ] {
        mutants.push(line.replace(from, to));
        mutants.push(line.replacen(from, to, 1));
    }
    mutants
}

#[test]
fn the_schema_knows_the_keys_and_the_advice_that_the_macro_knows() {
    let schema = schema();
    let keys = |part: &str| -> Vec<String> {
        let properties = schema["definitions"][part]["properties"].as_object().unwrap();
        for (key, property) in properties {
            assert!(property["description"].as_str().is_some_and(|doc| doc.ends_with('.')), "{key} has no doc");
        }
        properties.keys().cloned().collect()
    };
    let sorted = |keys: &[&str]| -> Vec<String> {
        let mut keys: Vec<String> = keys.iter().map(|&key| key.to_owned()).collect();
        keys.sort();
        keys
    };
    assert_eq!(keys("section"), sorted(&crate::parse::SECTION_KEYS));
    assert_eq!(keys("code"), sorted(&crate::parse::CODE_KEYS));
    let advice = &schema["definitions"]["code"]["properties"]["advice"];
    assert_eq!(advice["enum"], Value::from(Advice::ALL.map(|advice| advice.key).to_vec()));
    assert_eq!(advice["x-taplo"]["docs"]["enumValues"].as_array().map(Vec::len), Some(Advice::ALL.len()));
}
