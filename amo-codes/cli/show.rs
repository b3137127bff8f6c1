//! Answers as people read them; the styles are stripped where the stream is no terminal.

use std::io::{self, Write};

use amo_codes::Code;
use anstyle::Style;

use crate::answer::Answer;

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// Writes an answer, an empty line behind each code or section.
pub(crate) fn answer(to: &mut impl Write, answer: &Answer) -> io::Result<()> {
    match answer {
        Answer::Codes(codes) => codes.iter().try_for_each(|&code| whole(to, code)),
        Answer::List(codes) => {
            codes.chunk_by(|one, other| one.section() == other.section()).try_for_each(|codes| list(to, codes))
        }
    }
}

fn whole(to: &mut impl Write, code: Code) -> io::Result<()> {
    let status = code.http_status().map_or("none given".to_owned(), |status| status.to_string());
    writeln!(to, "{STRONG}{}.{}  {}{STRONG:#}", code.section(), code.as_u16(), code.name())?;
    writeln!(to, "  {FAINT}description{FAINT:#}  {}", code.description())?;
    if let Some(note) = code.note() {
        writeln!(to, "  {FAINT}note{FAINT:#}         {note}")?;
    }
    writeln!(to, "  {FAINT}HTTP status{FAINT:#}  {status}")?;
    writeln!(to, "  {FAINT}advice{FAINT:#}       {}\n", code.advice())
}

/// The codes of one section as a table.
fn list(to: &mut impl Write, codes: &[Code]) -> io::Result<()> {
    if let Some(section) = codes.first().map(|code| code.section()) {
        writeln!(to, "{STRONG}{section}: {}{STRONG:#}\n", section.title())?;
    }
    let (code, status, advice, name) = ("code", "HTTP", "advice", "name");
    writeln!(to, "  {FAINT}{code:>4}  {status:4}  {advice:15}  {name:34}  description{FAINT:#}")?;
    for code in codes {
        let status = code.http_status().map(|status| status.to_string()).unwrap_or_default();
        let (number, advice) = (code.as_u16(), code.advice());
        writeln!(to, "  {STRONG}{number:>4}{STRONG:#}  {status:4}  {advice:15}  {:34}  {code}", code.name())?;
    }
    writeln!(to)
}
