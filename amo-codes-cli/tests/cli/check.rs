//! `amo-codes check`.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::own_tables::saved;
use crate::{found, parse, run};

#[test]
fn valid_tables_print_nothing() {
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/../codes.toml");
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/kafka.toml");
    assert_eq!(found(&["check", table, example]), "");
    assert_eq!(found(&["check", table, "--json"]), "[]\n");
}

#[test]
fn the_errors_are_those_of_the_macro() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../amo-codes-table/tests/rules"));
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.to_str().unwrap();
            let reading = amo_codes_table::read_bytes(name, &fs::read(&path).unwrap());
            let errors: Vec<String> = reading.rendered().map(|error| format!("error: {error}\n")).collect();
            let run = run(&["check", name]);
            assert_eq!((run.exit, run.output.as_str()), (Some(1), ""), "{name}");
            assert_eq!(run.errors, errors.join("\n"), "{name}");
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
}

#[test]
fn every_error_of_every_file_is_shown() {
    let rows: Vec<String> = (1..=30).map(|number| format!("[a.{number}]\nname = \"N{number}\"\n")).collect();
    let (file, _folder) = saved(&format!("[a]\ntitle = \"A\"\n{}", rows.concat()));
    let run = run(&["check", &file, "no such file", &file]);
    assert_eq!(run.exit, Some(2));
    assert_eq!(run.errors.matches("error: ").count(), 61);
    assert!(run.errors.contains("error: failed to read `no such file`: "), "{}", run.errors);
}

#[test]
fn a_hundred_errors_are_printed_and_the_others_counted() {
    let rows: Vec<String> = (1..=102).map(|number| format!("[a.{number}]\nname = \"N{number}\"\n")).collect();
    let (file, _folder) = saved(&format!("[a]\ntitle = \"A\"\n{}", rows.concat()));
    let errors = run(&["check", &file]).errors;
    assert_eq!(errors.matches("error: code `a.").count(), 100);
    assert!(errors.ends_with("error: there are 2 more errors, which `--json` lists\n"), "{errors}");
    assert_eq!(parse(&run(&["check", &file, "--json"]).output).as_array().unwrap().len(), 102);
}

#[test]
fn errors_as_json_have_a_position() {
    let (file, _folder) = saved("[a]\ntitle = \"A\"\n\n[a.1]\nname = \"One\"\ndescription = \"One.\"\nhtpp = 400\n");
    let run = run(&["check", "--json", &file]);
    assert_eq!((run.exit, run.errors.as_str()), (Some(1), ""));
    let errors = parse(&run.output);
    let [help, rendered] = ["help", "rendered"].map(|key| errors[0][key].as_str().unwrap());
    assert_eq!(
        errors,
        json!([{
            "file": file,
            "line": 7,
            "column": 1,
            "message": "unknown key `htpp` in code `a.1`, did you mean `http`?",
            "help": help,
            "rendered": rendered,
        }])
    );
    assert!(help.starts_with("write an HTTP status") && rendered.contains("^^^^ unknown key"), "{rendered}");
}
