//! The errors for a wrong table or `code!`, as a user reads them: a program for each topic, beside what rustc prints.
//!
//! `UPDATE=1 cargo test --test downstream ui` accepts a change: read it as the user would.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::user_crate::{Crate, dependency};

#[test]
fn errors_say_what_is_wrong_and_how_to_fix_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let names = |folder: &Path| {
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        files.collect::<Vec<String>>()
    };
    let crates = Crate::new("ui", &dependency("amo-codes"), "fn main() {}");
    for name in names(&folder.join("tables")) {
        crates.write(&format!("tables/{name}"), &fs::read_to_string(folder.join("tables").join(&name)).unwrap());
    }
    let mut manifest = crates.read("Cargo.toml");
    let files = names(&folder);
    let topics: Vec<&str> = files.iter().filter_map(|name| name.strip_suffix(".rs")).collect();
    for name in &topics {
        let path = format!("tests/ui/{name}.rs");
        write!(manifest, "\n[[bin]]\nname = {name:?}\npath = {path:?}\n").unwrap();
        crates.write(&path, &fs::read_to_string(folder.join(name).with_extension("rs")).unwrap());
    }
    crates.write("Cargo.toml", &manifest);

    let messages = crates.messages("check --bins");
    for name in topics {
        let mut printed = String::new();
        for message in messages.iter().filter(|message| message["target"]["name"] == name) {
            // What has no place in the file is the number of errors.
            if message["message"]["spans"].as_array().is_some_and(|spans| !spans.is_empty()) {
                printed += message["message"]["rendered"].as_str().unwrap();
            }
        }
        let printed = format!("{}\n", printed.trim_end());
        let file = folder.join(name).with_extension("stderr");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &printed).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        assert!(printed == expected, "{}: expected:\n{expected}\nfound:\n{printed}", file.display());
    }
}
