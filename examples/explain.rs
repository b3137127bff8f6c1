//! What a number of amoCRM's means: `cargo run --example explain -- 244`.
//!
//! It takes numbers (`244`), addresses (`tasks.244`), sections (`leads`) and names (`AddLeadForbidden`), as many as
//! there are; without any it prints the whole table. What the table does not have makes it exit with 1.

use std::process::ExitCode;

use amo_codes::{Code, HttpStatus, Section};

fn main() -> ExitCode {
    let questions: Vec<String> = std::env::args().skip(1).collect();
    if questions.is_empty() {
        for section in Section::ALL {
            print_section(*section);
        }
        return ExitCode::SUCCESS;
    }
    let mut exit = ExitCode::SUCCESS;
    for question in &questions {
        match answer(question) {
            Answer::Codes(codes) => codes.into_iter().for_each(print_code),
            Answer::Section(section) => print_section(section),
            Answer::Unknown(message) => {
                eprintln!("{message}");
                exit = ExitCode::FAILURE;
            }
        }
        if let Some(status) = question.parse().ok().and_then(HttpStatus::from_u16) {
            print_status(status);
        }
    }
    exit
}

enum Answer {
    Codes(Vec<Code>),
    Section(Section),
    Unknown(String),
}

fn answer(question: &str) -> Answer {
    if let Ok(number) = question.parse::<u64>() {
        let meanings = u16::try_from(number).map(Code::meanings).unwrap_or_default();
        return if meanings.is_empty() {
            Answer::Unknown(unknown_number(number))
        } else {
            Answer::Codes(meanings.to_vec())
        };
    }
    if let Ok(section) = question.to_lowercase().parse() {
        return Answer::Section(section);
    }
    if question.contains('.') {
        return match question.parse() {
            Ok(code) => Answer::Codes(vec![code]),
            Err(error) => Answer::Unknown(format!("{question}: {error}")),
        };
    }
    let named: Vec<Code> =
        Code::ALL.iter().copied().filter(|code| code.name().eq_ignore_ascii_case(question)).collect();
    if named.is_empty() { Answer::Unknown(unknown_name(question)) } else { Answer::Codes(named) }
}

/// The next numbers below and above one that the table does not have.
fn unknown_number(number: u64) -> String {
    let numbers = || Code::ALL.iter().map(|code| code.as_u16());
    let below = numbers().filter(|&other| u64::from(other) < number).max();
    let above = numbers().filter(|&other| u64::from(other) > number).min();
    let near: Vec<String> = below.into_iter().chain(above).map(|number| number.to_string()).collect();
    format!("{number}: no section has this number, the nearest are {}", near.join(" and "))
}

fn unknown_name(name: &str) -> String {
    let sections = Section::ALL.iter().map(|section| section.as_str());
    let names = Code::ALL.iter().map(|code| code.name());
    let distance = |known: &&str| strsim::damerau_levenshtein(&known.to_lowercase(), &name.to_lowercase());
    match sections.chain(names).min_by_key(distance) {
        Some(near) => format!("{name}: no section and no code has this name, did you mean `{near}`?"),
        None => format!("{name}: no section and no code has this name"),
    }
}

fn print_code(code: Code) {
    let status = code.http_status().map_or("none given".to_owned(), |status| status.to_string());
    println!("{}.{}  {}", code.section(), code.as_u16(), code.name());
    println!("  description  {}", code.description());
    if let Some(note) = code.note() {
        println!("  note         {note}");
    }
    println!("  HTTP status  {status}");
    println!("  advice       {}\n", code.advice());
}

fn print_section(section: Section) {
    println!("{section}: {}\n", section.title());
    println!("  {:>4}  {:4}  {:15}  {:34}  description", "code", "HTTP", "advice", "name");
    for code in section.codes() {
        let status = code.http_status().map(|status| status.to_string()).unwrap_or_default();
        let (number, advice) = (code.as_u16(), code.advice());
        println!("  {number:>4}  {status:4}  {advice:15}  {:34}  {code}", code.name());
    }
    println!();
}

/// A number may be an HTTP status as well, which is another thing.
fn print_status(status: HttpStatus) {
    let codes: Vec<String> =
        Code::with_http_status(status).map(|code| format!("{}.{}", code.section(), code.as_u16())).collect();
    if !codes.is_empty() {
        println!("The HTTP status {status} is another thing; it comes with {}.\n", codes.join(", "));
    }
}
