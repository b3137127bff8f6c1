//! Crates outside the workspace, built by cargo as a user's are: each a file under tests/downstream.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A crate in a folder of its own; all of them share one target folder.
struct Crate {
    folder: PathBuf,
}

impl Crate {
    /// A crate whose dependencies are `dependencies`, with `main` as its main.rs and the table `billing.toml`.
    fn new(name: &str, dependencies: &str, main: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("downstream").join(name);
        drop(fs::remove_dir_all(&folder));
        let this = Self { folder };
        this.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[dependencies]\n{dependencies}\n\n\
                 [profile.dev]\npanic = \"abort\"\n\n[workspace]\n"
            ),
        );
        this.write("src/main.rs", main);
        this.write("billing.toml", include_str!("tables/billing.toml"));
        this
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn cargo(&self, command: &str) -> Output {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("downstream-target");
        Command::new(env!("CARGO"))
            .args(command.split(' '))
            .arg("--quiet")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target)
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .output()
            .unwrap()
    }

    /// What the command prints, which must succeed without a word of warning.
    fn succeeds(&self, command: &str) -> String {
        let output = self.cargo(command);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success() && errors.is_empty(), "{errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What the command says, which must fail.
    fn fails(&self, command: &str) -> String {
        let output = self.cargo(command);
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    }
}

fn dependency(name: &str) -> String {
    format!("{name} = {{ package = \"amo-codes\", path = {ROOT:?} }}")
}

/// With the features that add impls to the types of every table; the crate itself has none of their names.
fn with_features(name: &str) -> String {
    format!("{name} = {{ path = {ROOT:?}, features = [\"serde\", \"http\"] }}")
}

#[test]
fn a_renamed_dependency_matches_on_codes() {
    let program = Crate::new("renamed", &dependency("answers"), include_str!("downstream/renamed.rs"));
    assert_eq!(program.succeeds("run"), "send all four\nask for rights\nnot paid\nunknown\n");
}

/// Whether there is a clippy of the compiler in use; it belongs to the toolchain's own, not to one named by `RUSTC`.
fn has_clippy() -> bool {
    let clippy = Command::new(env!("CARGO")).args(["clippy", "--version"]).output();
    std::env::var_os("RUSTC").is_none() && clippy.is_ok_and(|clippy| clippy.status.success())
}

#[test]
fn a_hostile_scope_is_neither_used_nor_warned_in() {
    for (name, dependency) in [("hostile", dependency("amo-codes")), ("featured", with_features("amo-codes"))] {
        let program = Crate::new(name, &dependency, include_str!("downstream/hostile.rs"));
        program.write("hostile.toml", include_str!("downstream/hostile.toml"));
        program.succeeds("run");
        if has_clippy() {
            program.succeeds("clippy");
        }
    }
}

#[test]
fn a_third_crate_may_pass_the_macros_on() {
    let middle = Crate::new("middle", &dependency("amo-codes"), "fn main() {}");
    middle.write("src/lib.rs", "pub use amo_codes::*;\npub mod inner { pub use amo_codes::{amo_codes, code}; }\n");
    let dependencies = format!("middle = {{ path = {:?} }}", middle.folder);
    let program = Crate::new("outer", &dependencies, include_str!("downstream/reexported.rs"));
    program.succeeds("run");
}

/// Anything that pulls std in would bring a second panic handler, and the program would not compile.
#[test]
fn a_program_without_std_links_and_runs() {
    let serde = format!("amo-codes = {{ path = {ROOT:?}, features = [\"serde\"] }}");
    for (name, dependency) in [("no_std", dependency("amo-codes")), ("no_std_serde", serde)] {
        Crate::new(name, &dependency, include_str!("downstream/no_std.rs")).succeeds("run");
    }
}

#[test]
fn a_check_reports_a_wrong_number() {
    let program = Crate::new("wrong", &dependency("amo-codes"), "fn main() { let _ = amo_codes::code!(218_000); }\n");
    let errors = program.fails("check");
    assert!(errors.contains("number 218000 stands in no section") && errors.contains("src/main.rs:1:21"), "{errors}");
}

#[test]
fn an_edit_of_the_table_alone_rebuilds() {
    let main = "mod billing { amo_codes::amo_codes!(); }\nfn main() { println!(\"{}\", billing::Code::ALL[0]); }\n";
    let program = Crate::new("edited", &dependency("amo-codes"), main);
    let table = include_str!("tables/billing.toml");
    program.write("codes.toml", table);
    assert_eq!(program.succeeds("run"), "The invoice is not paid.\n");
    later();
    program.write("codes.toml", &table.replace("is not paid", "was never paid"));
    assert_eq!(program.succeeds("run"), "The invoice was never paid.\n");
    later();
    program.write("codes.toml", &table.replace("http = 402", "htpp = 402"));
    let errors = program.fails("run");
    assert!(errors.contains("unknown key `htpp`") && errors.contains("--> codes.toml:8:1"), "{errors}");
    later();
    program.write("codes.toml", table);
    assert_eq!(program.succeeds("run"), "The invoice is not paid.\n");
    fs::remove_file(program.folder.join("codes.toml")).unwrap();
    assert!(program.fails("run").contains("there is no table `codes.toml`"));
}

#[test]
fn a_members_table_is_shown_from_where_rustc_runs() {
    let workspace = Crate::new("workspace", &dependency("amo-codes"), "fn main() {}");
    let manifest = fs::read_to_string(workspace.folder.join("Cargo.toml")).unwrap();
    workspace.write("Cargo.toml", &format!("{manifest}members = [\"deep/member\"]\n"));
    let member = manifest.replace("\"workspace\"", "\"member\"").replace("[workspace]", "");
    workspace.write("deep/member/Cargo.toml", &member[..member.find("[profile").unwrap()]);
    workspace.write("deep/member/src/main.rs", "mod billing { amo_codes::amo_codes!(); }\nfn main() {}\n");
    workspace.write("deep/member/codes.toml", "[a]\ntitle = \"A\"\n[a.1]\nname = \"One\"\ntetx = \"One\"\n");
    let errors = workspace.fails("check --workspace");
    assert!(errors.contains("--> deep/member/codes.toml:5:1\n"), "{errors}");
}

/// Lets the clock of the file system move on, by which cargo sees an edit.
fn later() {
    std::thread::sleep(std::time::Duration::from_millis(1100));
}
