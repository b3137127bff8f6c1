//! A user's crate: how to write it, and how to run cargo in it.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("..")
}

/// A crate in its own folder. All of them share a target folder.
pub(crate) struct Crate {
    pub(crate) folder: PathBuf,
}

impl Crate {
    /// Creates a program with these dependencies and this main.rs.
    pub(crate) fn new(name: &str, dependencies: &str, main: &str) -> Self {
        let this = Self { folder: Path::new(env!("CARGO_TARGET_TMPDIR")).join("downstream").join(name) };
        drop(fs::remove_dir_all(&this.folder));
        this.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[dependencies]\n{dependencies}\n\n\
                 [profile.dev]\ndebug = false\npanic = \"abort\"\n\n[workspace]\n"
            ),
        );
        this.write("src/main.rs", main);
        this
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let file = self.folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap()
    }

    /// Sets the edition, which is 2021 otherwise.
    pub(crate) fn set_edition(&self, edition: &str) {
        let manifest = self.read("Cargo.toml").replace("edition = \"2021\"", &format!("edition = \"{edition}\""));
        self.write("Cargo.toml", &manifest);
    }

    fn cargo(&self, command: &str) -> Output {
        Command::new(env!("CARGO"))
            .args(command.split(' '))
            .arg("--quiet")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target())
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .output()
            .unwrap()
    }

    /// Returns the path of the program that `cargo build` makes.
    pub(crate) fn binary(&self) -> PathBuf {
        let name = self.folder.file_name().unwrap();
        target().join("debug").join(name).with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// Returns the output of a command that must succeed without a warning.
    pub(crate) fn succeeds(&self, command: &str) -> String {
        let output = self.cargo(command);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success() && errors.is_empty(), "{errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Returns what the compiler says about this crate, as JSON.
    pub(crate) fn messages(&self, command: &str) -> Vec<Value> {
        // Otherwise, the result of the last call would be shown, which may be of another command.
        self.write("src/main.rs", &self.read("src/main.rs"));
        let output = self.cargo(&format!("{command} --keep-going --message-format=json"));
        let messages = String::from_utf8(output.stdout).unwrap();
        let messages = messages.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        messages.filter(|message| message["reason"] == "compiler-message").collect()
    }

    /// Returns the line and the columns of everything that the compiler suggests to edit in this crate.
    pub(crate) fn suggestions(&self, command: &str) -> Vec<(String, Range<usize>)> {
        let is_main = |path: &Value| path.as_str().is_some_and(|path| Path::new(path) == Path::new("src/main.rs"));
        let mut suggestions = Vec::new();
        for message in self.messages(command) {
            let mut diagnostics = vec![&message["message"]];
            while let Some(diagnostic) = diagnostics.pop() {
                diagnostics.extend(diagnostic["children"].as_array().unwrap());
                for span in diagnostic["spans"].as_array().unwrap() {
                    if is_main(&span["file_name"]) && !span["suggested_replacement"].is_null() {
                        let column = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap() - 1;
                        let line = span["text"][0]["text"].as_str().unwrap().to_owned();
                        suggestions.push((line, column("column_start")..column("column_end")));
                    }
                }
            }
        }
        suggestions
    }

    /// Returns the errors of a command that must fail, with the paths of Windows as on other systems.
    pub(crate) fn fails(&self, command: &str) -> String {
        let output = self.cargo(command);
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap().replace('\\', "/")
    }
}

/// Returns the dependency on this crate under a name.
pub(crate) fn dependency(name: &str) -> String {
    format!("{name} = {{ package = \"amo-codes\", path = {ROOT:?} }}")
}

/// Returns the dependency on this crate with these features.
pub(crate) fn dependency_with(features: &[&str]) -> String {
    format!("amo-codes = {{ path = {ROOT:?}, features = {features:?} }}")
}
