//! Reads a saved reply: `cargo run --example reply -- --path /api/v4/leads --status 400 < body.json`
use std::env;
use std::error::Error;
use std::io::{self, Read as _};
use std::process::ExitCode;

use amo_codes::HttpStatus;
use amo_codes::reply::{Finding, Reply};

const USAGE: &str = "usage: reply --path PATH --status STATUS < BODY, such as --path /api/v4/leads --status 400";

fn main() -> ExitCode {
    match read() {
        Ok(reply) => {
            print(&reply);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn read() -> Result<Reply, Box<dyn Error>> {
    let (path, status) = arguments(env::args().skip(1))?;
    let mut body = Vec::new();
    io::stdin().read_to_end(&mut body)?;
    Ok(Reply::read(&path, status, &body))
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<(String, HttpStatus), Box<dyn Error>> {
    let (mut path, mut status) = (None, None);
    while let Some(name) = given.next() {
        let value = given.next().ok_or_else(|| format!("`{name}` has no value"))?;
        match name.as_str() {
            "--path" => path = Some(value),
            "--status" => {
                let number: u16 = value.parse().map_err(|_| format!("`{value}` is no HTTP status"))?;
                status = Some(HttpStatus::try_from(number)?);
            }
            _ => return Err(format!("unknown argument `{name}`").into()),
        }
    }
    Ok((path.ok_or("`--path` is missing")?, status.ok_or("`--status` is missing")?))
}

fn print(reply: &Reply) {
    println!("{reply}");
    println!("advice: {}", reply.advice());
    for finding in reply.findings() {
        print_finding(finding);
    }
    if reply.omitted() > 0 {
        println!("\nand {} more", reply.omitted());
    }
}

fn print_finding(finding: &Finding) {
    println!("\nat `{}`: {}", finding.at(), finding.advice());
    let lines = [
        ("number", finding.number().map(|number| number.to_string())),
        ("code", finding.code().map(|code| format!("{code:#}"))),
        ("words", Some(finding.message().to_owned()).filter(|words| !words.is_empty())),
        ("word", finding.word().map(str::to_owned)),
        ("entity", finding.entity().map(str::to_owned)),
        ("field", finding.field().map(str::to_owned)),
    ];
    for (name, value) in lines {
        if let Some(value) = value {
            println!("  {name:8}{value}");
        }
    }
    if finding.code().is_none() {
        for meaning in finding.meanings() {
            println!("  may be  {meaning:#}");
        }
    }
}
