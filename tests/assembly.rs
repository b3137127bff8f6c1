//! Reads the assembly of a downstream crate: whatever is known at compile time costs nothing at run time.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

const MANIFEST: &str = "[package]\nname = \"folded\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[dependencies]\n\
    amo-codes = { path = ROOT }\n\n[lib]\n\n[profile.release]\ncodegen-units = 1\n\n[workspace]\n";

const SOURCE: &str = include_str!("downstream/folded.rs");

/// The instructions of each function whose name begins with `folded_`.
fn functions() -> Vec<(String, Vec<String>)> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = target.join("folded");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("Cargo.toml"), MANIFEST.replace("ROOT", &format!("{:?}", env!("CARGO_MANIFEST_DIR"))))
        .unwrap();
    fs::write(folder.join("src/lib.rs"), SOURCE).unwrap();
    let assembly = folder.join("folded.s");
    let output = Command::new(env!("CARGO"))
        .args(["rustc", "--quiet", "--release", "--lib", "--", "--emit"])
        .arg(format!("asm={}", assembly.display()))
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", target.join("folded-target"))
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut functions: Vec<(String, Vec<String>)> = Vec::new();
    for line in fs::read_to_string(assembly).unwrap().lines() {
        if let Some(name) = line.strip_suffix(':').filter(|name| name.starts_with("folded_")) {
            functions.push((name.to_owned(), Vec::new()));
        } else if let Some((name, same)) = line.split_once(" = ").filter(|(name, _)| name.starts_with("folded_")) {
            // Of two functions with the same body, one is an alias of the other.
            let body = functions.iter().find(|(name, _)| name == same).unwrap().1.clone();
            functions.push((name.to_owned(), body));
        } else if let (Some(code), Some((_, body))) = (line.strip_prefix('\t'), functions.last_mut()) {
            if !code.starts_with('.') && body.last().is_none_or(|last| last != "retq") {
                body.push(code.replace('\t', " "));
            }
        }
    }
    functions
}

/// Returns whether an instruction only sets a register to a constant: a number, or the address of a text.
fn is_constant(instruction: &str) -> bool {
    let (name, operands) = instruction.split_once(' ').unwrap_or((instruction, ""));
    match name {
        "retq" => true,
        "leaq" => operands.contains("(%rip)"),
        _ if name.starts_with("mov") => operands.starts_with('$') && !operands.contains('('),
        _ if name.starts_with("xor") => operands.split_once(", ").is_some_and(|(one, other)| one == other),
        _ => false,
    }
}

#[test]
#[cfg_attr(not(all(target_arch = "x86_64", target_os = "linux")), ignore = "reads assembly of x86_64 Linux")]
fn a_code_and_its_getters_are_constants() {
    let functions = functions();
    assert_eq!(functions.len(), SOURCE.matches("\n    folded_").count() + 1);
    for (name, body) in functions {
        let is_control = name == "folded_control";
        let is_folded = body.last().is_some_and(|last| last == "retq") && body.iter().all(|line| is_constant(line));
        assert_eq!(is_folded, !is_control, "{name}: {body:#?}");
    }
}
