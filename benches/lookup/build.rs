//! Writes the peers' code for the very table that the crate has.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use amo_codes::{Code, HttpStatus, Section};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut text = String::new();
    one_section(&mut text)?;
    lookups(&mut text)?;
    getters(&mut text)?;
    flat(&mut text)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("peers.rs"), text)?;
    Ok(())
}

fn path(code: Code) -> String {
    format!("Code::{:?}({:?}::{})", code.section(), code.section(), code.name())
}

fn key(code: Code) -> u32 {
    (code.section() as u32) << 16 | u32::from(code.as_u16())
}

/// The enum of one section by derives, its match and its maps.
fn one_section(text: &mut String) -> std::fmt::Result {
    let codes = Section::Tasks.codes();
    writeln!(text, "#[derive(Clone, Copy, num_enum::TryFromPrimitive, num_enum::IntoPrimitive, strum::FromRepr)]")?;
    writeln!(text, "#[repr(u16)]\npub enum Derived {{")?;
    for code in codes {
        writeln!(text, "{} = {},", code.name(), code.as_u16())?;
    }
    writeln!(text, "}}\npub fn match_tasks(number: u16) -> Option<Tasks> {{ match number {{")?;
    for code in codes {
        writeln!(text, "{} => Some(Tasks::{}),", code.as_u16(), code.name())?;
    }
    writeln!(text, "_ => None }} }}\npub static PHF_TASKS: phf::Map<u16, Tasks> = phf::phf_map! {{")?;
    for code in codes {
        writeln!(text, "{}u16 => Tasks::{},", code.as_u16(), code.name())?;
    }
    writeln!(text, "}};")
}

fn lookups(text: &mut String) -> std::fmt::Result {
    writeln!(text, "pub fn match_lookup(section: Section, number: u16) -> Option<Code> {{ match (section, number) {{")?;
    for &code in Code::ALL {
        writeln!(text, "(Section::{:?}, {}) => Some({}),", code.section(), code.as_u16(), path(code))?;
    }
    writeln!(text, "_ => None }} }}\npub static PHF_LOOKUP: phf::Map<u32, Code> = phf::phf_map! {{")?;
    for &code in Code::ALL {
        writeln!(text, "{}u32 => {},", key(code), path(code))?;
    }
    let meanings = meanings();
    writeln!(text, "}};\npub fn match_meanings(number: u16) -> &'static [Code] {{ match number {{")?;
    for (number, codes) in &meanings {
        writeln!(text, "{number} => &[{codes}],")?;
    }
    writeln!(text, "_ => &[] }} }}\npub static PHF_MEANINGS: phf::Map<u16, &'static [Code]> = phf::phf_map! {{")?;
    for (number, codes) in &meanings {
        writeln!(text, "{number}u16 => &[{codes}],")?;
    }
    writeln!(text, "}};\npub fn match_address(address: &str) -> Option<Code> {{ match address {{")?;
    for &code in Code::ALL {
        writeln!(text, "\"{}.{}\" => Some({}),", code.section(), code.as_u16(), path(code))?;
    }
    writeln!(text, "_ => None }} }}\npub static PHF_ADDRESS: phf::Map<&str, Code> = phf::phf_map! {{")?;
    for &code in Code::ALL {
        writeln!(text, "\"{}.{}\" => {},", code.section(), code.as_u16(), path(code))?;
    }
    writeln!(text, "}};")
}

/// Each number with its codes, as source.
fn meanings() -> Vec<(u16, String)> {
    let numbers: std::collections::BTreeSet<u16> = Code::ALL.iter().map(|code| code.as_u16()).collect();
    let codes = |number| Code::meanings(number).iter().map(|&code| path(code)).collect::<Vec<_>>().join(", ");
    numbers.into_iter().map(|number| (number, codes(number))).collect()
}

fn getters(text: &mut String) -> std::fmt::Result {
    writeln!(text, "pub fn match_description(code: Code) -> &'static str {{ match code {{")?;
    for &code in Code::ALL {
        writeln!(text, "{} => {:?},", path(code), code.description())?;
    }
    writeln!(text, "_ => \"\" }} }}\npub fn match_status(code: Code) -> Option<HttpStatus> {{ match code {{")?;
    for &code in Code::ALL.iter().filter(|code| code.http_status().is_some()) {
        let status = code.http_status().map_or(0, HttpStatus::as_u16);
        writeln!(text, "{} => HttpStatus::from_u16({status}),", path(code))?;
    }
    writeln!(text, "_ => None }} }}\npub fn match_number(code: Code) -> u16 {{ match code {{")?;
    for &code in Code::ALL {
        writeln!(text, "{} => {},", path(code), code.as_u16())?;
    }
    writeln!(text, "_ => 0 }} }}\npub fn match_section(code: Code) -> Section {{ match code {{")?;
    for &code in Code::ALL {
        writeln!(text, "{} => Section::{:?},", path(code), code.section())?;
    }
    writeln!(text, "_ => Section::Other }} }}\npub static PHF_DESCRIPTION: phf::Map<u32, &str> = phf::phf_map! {{")?;
    for &code in Code::ALL {
        writeln!(text, "{}u32 => {:?},", key(code), code.description())?;
    }
    writeln!(text, "}};\npub static PHF_STATUS: phf::Map<u32, u16> = phf::phf_map! {{")?;
    for &code in Code::ALL.iter().filter(|code| code.http_status().is_some()) {
        writeln!(text, "{}u32 => {},", key(code), code.http_status().map_or(0, HttpStatus::as_u16))?;
    }
    writeln!(text, "}};")
}

/// All codes as one flat enum, for strum's derives: the description as the text, the address as what is parsed.
fn flat(text: &mut String) -> std::fmt::Result {
    let variant = |code: Code| format!("{:?}{}", code.section(), code.name());
    writeln!(text, "#[derive(Clone, Copy, strum::IntoStaticStr, strum::EnumProperty)]\npub enum Flat {{")?;
    for &code in Code::ALL {
        let status = code.http_status().map(|status| format!(", props(status = {})", status.as_u16()));
        let status = status.unwrap_or_default();
        writeln!(text, "#[strum(serialize = {:?}{status})] {},", code.description(), variant(code))?;
    }
    writeln!(text, "}}\npub const FLAT: &[Flat] = &[")?;
    for &code in Code::ALL {
        writeln!(text, "Flat::{},", variant(code))?;
    }
    writeln!(text, "];\n#[derive(Clone, Copy, strum::EnumString)]\npub enum Address {{")?;
    for &code in Code::ALL {
        writeln!(text, "#[strum(serialize = \"{}.{}\")] {},", code.section(), code.as_u16(), variant(code))?;
    }
    writeln!(text, "}}")
}
