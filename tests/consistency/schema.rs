//! Compares codes.schema.json, which editors use to check a table, with amo-codes-table, which must reject everything that the
//! schema rejects.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fs;

use amo_codes_table::{Advice, read_bytes, row_keys, section_keys};
use jsonschema::Validator;
use serde_json::Value;
use toml::de::{DeTable, DeValue};

/// Reads a file of the package amo-codes.
fn file(name: &str) -> String {
    fs::read_to_string(format!("{}/../../{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn is_accepted(table: &str) -> bool {
    read_bytes("codes.toml", table.as_bytes()).errors.is_empty()
}

fn schema() -> Value {
    serde_json::from_str(&file("codes.schema.json")).unwrap()
}

/// Returns whether the schema accepts a table; `None` if it is not TOML, because then no editor asks the schema.
fn schema_accepts(schema: &Validator, table: &str) -> Option<bool> {
    let table = DeTable::parse(table).ok()?;
    Some(schema.is_valid(&json(&DeValue::Table(table.into_inner()))))
}

/// Converts a value as an editor does for the schema.
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

/// A small table with every key. Each wrong table differs from it in one value or key.
const VALID: &str = r#"
[tasks]
title = "About tasks"
paths = ["/tasks", "/tasks/*"]
advice = "fix-request"
docs = "https://example.com/errors#{number}"
reserved = [8, -9]
[tasks.7]
name = "Seven7"
description = "Seven."
http = 404
note = "Note."
advice = "not-found"
evidence = "Seen in replies."
"#;

/// The same for a table of words.
const WORDS: &str = r#"
words = true
[errors]
title = "Errors"
paths = ["/errors"]
advice = "fix-request"
docs = "https://example.com/errors#{word}"
reserved = ["gone"]
[errors.not_found]
description = "Not found."
[errors.22P02]
name = "invalid_text"
description = "Not a number."
[errors."5.1.1"]
name = "bad_mailbox"
description = "No such mailbox."
"#;

#[test]
fn both_accept_the_valid_tables() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    let files = [
        "codes.toml",
        "tests/tables/billing.toml",
        "examples/shop.toml",
        "examples/stripe.toml",
        "examples/oauth.toml",
        "examples/sqlstate.toml",
    ];
    let files = files.map(file);
    for table in [VALID, WORDS].into_iter().chain(files.iter().map(String::as_str)) {
        assert_eq!((schema_accepts(&schema, table), is_accepted(table)), (Some(true), true), "{table}");
    }
}

#[test]
fn both_reject_each_wrong_table() {
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
        ("[tasks.7]", "[tasks.-0]"),
        ("[tasks.7]", "[tasks.7_0]"),
        ("[tasks.7]", "[tasks.99999999999999999999]"),
        ("[tasks.7]", "[tasks.0x7]"),
        ("[tasks.7]", "[tasks.seven]"),
        ("[tasks.7]", "[tasks.\"\"]"),
        ("[tasks.7]", "7 = 7\n[tasks.8]"),
        ("name = \"Seven7\"", ""),
        ("\"Seven7\"", "\"7even\""),
        ("\"Seven7\"", "\"-\""),
        ("\"Seven7\"", "\"SELF\""),
        ("\"Seven7\"", "7"),
        ("description = \"Seven.\"", ""),
        ("\"Seven.\"", "\"\""),
        ("\"Seven.\"", "7"),
        ("404", "99"),
        ("404", "600"),
        ("404", "\"404\""),
        ("404", "404.5"),
        ("\"Note.\"", "\"\\t\""),
        ("\"Note.\"", "true"),
        ("\"fix-request\"", "\"fix\""),
        ("\"https://example.com/errors#{number}\"", "\"errors\""),
        ("\"https://example.com/errors#{number}\"", "\"https://example.com/a b\""),
        ("\"https://example.com/errors#{number}\"", "7"),
        ("[8, -9]", "8"),
        ("[8, -9]", "[\"8\"]"),
        ("[8, -9]", "[8.5]"),
        ("\"not-found\"", "\"not found\""),
        ("\"not-found\"", "[\"not-found\"]"),
        ("http", "htpp"),
        ("\"Seen in replies.\"", "true"),
        ("\"Seen in replies.\"", "\" \""),
        ("\"/tasks\"", "\"/tasks/{id}\""),
        ("\"/tasks\"", "\"/tasks/:id\""),
        ("\"/tasks\"", "\"/tasks*\""),
        ("\"/tasks\"", "\"/tasks/$id\""),
        ("\"/tasks\"", "\"/tasks/[id]\""),
        ("\"/tasks\"", "\"/tasks/(id)\""),
        ("\"/tasks\"", "\"/tasks&page=2\""),
        ("\"/tasks\"", "'\\tasks'"),
        ("\"/tasks\"", "'/tasks\\notes'"),
        ("\"/tasks\"", "\"/tasks/..\""),
        (&VALID[VALID.find("[tasks.7]").unwrap()..], ""),
        (VALID, ""),
    ] {
        let wrong = VALID.replace(from, to);
        assert_ne!(wrong, VALID, "{from}");
        assert_eq!((schema_accepts(&schema, &wrong), is_accepted(&wrong)), (Some(false), false), "{wrong}");
    }
}

#[test]
fn both_reject_each_wrong_table_of_words() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    for (from, to) in [
        ("words = true", ""),
        ("words = true", "words = false"),
        ("words = true", "words = \"true\""),
        ("words = true", "word = true"),
        ("title = \"Errors\"", ""),
        ("[\"gone\"]", "[7]"),
        ("[\"gone\"]", "[\"go ne\"]"),
        ("[errors.not_found]", "[errors.\"not found\"]"),
        ("[errors.not_found]", "[errors.\"not:found\"]"),
        ("[errors.not_found]", "[errors.\"not'found\"]"),
        ("[errors.not_found]", "[errors.'not\"found']"),
        ("[errors.not_found]", "[errors.'not\\found']"),
        ("[errors.not_found]", "[errors.\"not`found\"]"),
        ("[errors.not_found]", "[errors.\"n\u{f6}t_found\"]"),
        ("[errors.not_found]", "[errors.\"\"]"),
        ("[errors.\"5.1.1\"]", "[errors.5.1.1]"),
        ("description = \"Not found.\"", ""),
        ("\"invalid_text\"", "7"),
        ("\"invalid_text\"", "\"7\""),
        ("name", "nmae"),
        (&WORDS[WORDS.find("[errors.not_found]").unwrap()..], ""),
        (&WORDS[WORDS.find("[errors]").unwrap()..], ""),
    ] {
        let wrong = WORDS.replace(from, to);
        assert_ne!(wrong, WORDS, "{from}");
        assert_eq!((schema_accepts(&schema, &wrong), is_accepted(&wrong)), (Some(false), false), "{wrong}");
    }
}

#[test]
fn every_mutant_of_amocrms_table_that_the_schema_rejects_is_rejected() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    let table = file("codes.toml");
    // The two sections that have every key.
    let section = |key: &str, next: &str| {
        let start = table.find(&format!("[{key}]")).unwrap();
        table[start..].split_once(next).map_or(&table[start..], |(section, _)| section)
    };
    let whole = [section("authorization", "[account]"), section("other", "[no such]")].concat();
    let lines: Vec<&str> = whole.lines().collect();
    let mut rejected = 0;
    for (index, line) in lines.iter().enumerate() {
        for mutant in mutants(line) {
            let before = lines[..index].iter().copied();
            let table: Vec<&str> = before.chain([mutant.as_str()]).chain(lines[index + 1..].iter().copied()).collect();
            let table = table.join("\n");
            if schema_accepts(&schema, &table) == Some(false) {
                rejected += 1;
                assert!(!is_accepted(&table), "only the schema rejects `{mutant}`");
            }
        }
    }
    assert!(rejected > 200, "the schema rejects only {rejected} of the mutants");
}

/// Returns variants of a line of a table, with the mistakes that people and scripts make.
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
fn the_schema_has_every_key_and_advice() {
    let schema = schema();
    let documented = |part: &str| -> Vec<String> {
        let properties = schema["definitions"][part]["properties"].as_object().unwrap();
        for (key, property) in properties {
            let definition = if property.get("$ref").is_some() { &schema["definitions"][key] } else { property };
            assert!(definition["description"].as_str().is_some_and(|doc| doc.ends_with('.')), "{key} has no doc");
        }
        // Another package may make serde_json keep the order of the file.
        let mut keys: Vec<String> = properties.keys().cloned().collect();
        keys.sort_unstable();
        keys
    };
    let (mut section_keys, mut row_keys) = (section_keys(), row_keys());
    section_keys.sort_unstable();
    row_keys.sort_unstable();
    for [section, code] in [["section", "code"], ["word_section", "word_code"]] {
        assert_eq!(documented(section), section_keys);
        assert_eq!(documented(code), row_keys);
    }
    let property = &schema["definitions"]["advice"];
    assert_eq!(property["enum"], Value::from(Advice::ALL.map(|advice| advice.name).to_vec()));
    let explanations: Vec<&str> = amo_codes::Advice::ALL.iter().map(|advice| advice.explanation()).collect();
    assert_eq!(property["x-taplo"]["docs"]["enumValues"], Value::from(explanations));
}

#[test]
fn the_docs_and_the_example_have_every_key() {
    for key in [section_keys(), row_keys()].concat() {
        for (path, text) in
            [("examples/shop.toml", format!("\n{key} = ")), ("amo-codes/macros.rs", format!("/// - `{key}"))]
        {
            assert!(file(path).contains(&text), "{path} does not show the key `{key}`");
        }
    }
}
