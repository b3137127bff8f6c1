//! Generates the alternatives for the same table: hand-written matches, derives and phf maps.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use amo_codes::{Code, Section};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut text = String::new();
    from_number(&mut text)?;
    lookup(&mut text)?;
    meanings(&mut text)?;
    description(&mut text)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("alternatives.rs"), text)?;
    Ok(())
}

/// A code as source.
fn path(code: Code) -> String {
    format!("Code::{:?}({:?}::{})", code.section(), code.section(), code.name())
}

fn key(code: Code) -> i64 {
    (code.section() as i64) << 32 | code.number()
}

/// The enum of one section by derives, a match and a map.
fn from_number(text: &mut String) -> std::fmt::Result {
    let codes = Section::Tasks.codes();
    writeln!(text, "#[derive(Clone, Copy, num_enum::TryFromPrimitive, num_enum::IntoPrimitive, strum::FromRepr)]")?;
    writeln!(text, "#[repr(i64)]\npub enum Derived {{")?;
    for code in codes {
        writeln!(text, "{} = {},", code.name(), code.number())?;
    }
    writeln!(text, "}}\npub fn match_tasks(number: i64) -> Option<Tasks> {{ match number {{")?;
    for code in codes {
        writeln!(text, "{} => Some(Tasks::{}),", code.number(), code.name())?;
    }
    writeln!(text, "_ => None }} }}\npub static PHF_TASKS: phf::Map<i64, Tasks> = phf::phf_map! {{")?;
    for code in codes {
        writeln!(text, "{}i64 => Tasks::{},", code.number(), code.name())?;
    }
    writeln!(text, "}};")
}

fn lookup(text: &mut String) -> std::fmt::Result {
    writeln!(text, "pub fn match_lookup(section: Section, number: i64) -> Option<Code> {{ match (section, number) {{")?;
    for &code in Code::ALL {
        writeln!(text, "(Section::{:?}, {}) => Some({}),", code.section(), code.number(), path(code))?;
    }
    writeln!(text, "_ => None }} }}\npub static PHF_LOOKUP: phf::Map<i64, Code> = phf::phf_map! {{")?;
    for &code in Code::ALL {
        writeln!(text, "{}i64 => {},", key(code), path(code))?;
    }
    writeln!(text, "}};")
}

fn meanings(text: &mut String) -> std::fmt::Result {
    let numbers: BTreeSet<i64> = Code::ALL.iter().map(|code| code.number()).collect();
    let codes = |number| Code::by_number(number).iter().map(|&code| path(code)).collect::<Vec<_>>().join(", ");
    writeln!(text, "pub fn match_meanings(number: i64) -> &'static [Code] {{ match number {{")?;
    for &number in &numbers {
        writeln!(text, "{number} => &[{}],", codes(number))?;
    }
    writeln!(text, "_ => &[] }} }}\npub static PHF_MEANINGS: phf::Map<i64, &'static [Code]> = phf::phf_map! {{")?;
    for &number in &numbers {
        writeln!(text, "{number}i64 => &[{}],", codes(number))?;
    }
    writeln!(text, "}};")
}

fn description(text: &mut String) -> std::fmt::Result {
    writeln!(text, "pub fn match_description(code: Code) -> &'static str {{ match code {{")?;
    for &code in Code::ALL {
        writeln!(text, "{} => {:?},", path(code), code.description())?;
    }
    writeln!(text, "_ => \"\" }} }}\npub static PHF_DESCRIPTION: phf::Map<i64, &str> = phf::phf_map! {{")?;
    for &code in Code::ALL {
        writeln!(text, "{}i64 => {:?},", key(code), code.description())?;
    }
    writeln!(text, "}};")
}
