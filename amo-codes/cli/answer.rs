//! What a question asks for: codes of the table, or the words for what the table does not have.

use amo_codes::{Code, HttpStatus, Section};

/// What answers are limited to.
#[derive(Default)]
pub(crate) struct Limits {
    pub(crate) section: Option<Section>,
    pub(crate) status: Option<HttpStatus>,
}

pub(crate) enum Answer {
    /// Codes to be told in full.
    Codes(Vec<Code>),
    /// Codes to be listed below their sections.
    List(Vec<Code>),
}

impl Answer {
    pub(crate) fn codes(&self) -> &[Code] {
        let (Self::Codes(codes) | Self::List(codes)) = self;
        codes
    }
}

/// The whole table within the limits; an error for people where nothing is within them.
pub(crate) fn everything(limits: &Limits) -> Result<Answer, String> {
    limits.limit(&Answer::List(Code::ALL.to_vec()), "the table")
}

/// The codes that a number (`244`), an address (`tasks.244`), a section (`leads`) or a name (`AddLeadForbidden`) means;
/// an error for people where the table has none.
pub(crate) fn ask(question: &str, limits: &Limits) -> Result<Answer, String> {
    limits.limit(&find(question)?, question)
}

fn find(question: &str) -> Result<Answer, String> {
    if let Ok(number) = question.parse::<u64>() {
        let meanings = u16::try_from(number).map(Code::meanings).unwrap_or_default();
        let unknown = || unknown_number(number);
        return Some(meanings)
            .filter(|codes| !codes.is_empty())
            .map(|codes| Answer::Codes(codes.to_vec()))
            .ok_or_else(unknown);
    }
    if let Ok(section) = question.to_lowercase().parse::<Section>() {
        return Ok(Answer::List(section.codes().to_vec()));
    }
    if question.contains('.') {
        return match question.parse() {
            Ok(code) => Ok(Answer::Codes(vec![code])),
            Err(error) => Err(format!("{question}: {error}")),
        };
    }
    let is_named = |code: &Code| code.name().eq_ignore_ascii_case(question);
    let named: Vec<Code> = Code::ALL.iter().copied().filter(is_named).collect();
    if named.is_empty() { Err(unknown_name(question)) } else { Ok(Answer::Codes(named)) }
}

impl Limits {
    fn limit(&self, answer: &Answer, question: &str) -> Result<Answer, String> {
        let all = answer.codes();
        let within = |code: &&Code| {
            self.section.is_none_or(|section| code.section() == section)
                && self.status.is_none_or(|status| code.http_status() == Some(status))
        };
        let codes: Vec<Code> = all.iter().filter(within).copied().collect();
        if codes.is_empty() {
            return Err(self.excluded(question, all));
        }
        Ok(match answer {
            Answer::Codes(_) => Answer::Codes(codes),
            Answer::List(_) => Answer::List(codes),
        })
    }

    /// Where there are codes, but none within the limits.
    fn excluded(&self, question: &str, all: &[Code]) -> String {
        let section = self.section.map(|section| format!(" in section `{section}`"));
        let status = self.status.map(|status| format!(" with the HTTP status {status}"));
        let limits = section.into_iter().chain(status).collect::<String>();
        match all {
            [] | [_, _, _, _, _, ..] => format!("{question}: no code{limits}"),
            few => format!("{question}: no code{limits}, there is {}", addresses(few)),
        }
    }
}

/// A number may be an HTTP status as well, which is another thing; nothing where no code comes with it.
pub(crate) fn as_status(question: &str) -> Option<String> {
    let status = question.parse().ok().and_then(HttpStatus::from_u16)?;
    let codes: Vec<Code> = Code::with_http_status(status).collect();
    let text = || format!("The HTTP status {status} is another thing; it comes with {}.", addresses(&codes));
    (!codes.is_empty()).then(text)
}

/// The next numbers below and above one that the table does not have.
fn unknown_number(number: u64) -> String {
    let numbers = || Code::ALL.iter().map(|code| code.as_u16());
    let below = numbers().filter(|&other| u64::from(other) < number).max();
    let above = numbers().filter(|&other| u64::from(other) > number).min();
    let near: Vec<String> = below.into_iter().chain(above).map(|number| number.to_string()).collect();
    let are = if near.len() > 1 { "are" } else { "is" };
    format!("{number}: no section has this number, the nearest {are} {}", near.join(" and "))
}

fn unknown_name(name: &str) -> String {
    let sections = Section::ALL.iter().map(|section| section.as_str());
    let names = Code::ALL.iter().map(|code| code.name());
    let distance = |known: &&str| strsim::damerau_levenshtein(&known.to_lowercase(), &name.to_lowercase());
    let near = sections.chain(names).min_by_key(distance).unwrap_or_default();
    format!("{name}: no section and no code has this name, did you mean `{near}`?")
}

fn addresses(codes: &[Code]) -> String {
    let addresses: Vec<String> = codes.iter().map(|code| format!("{}.{}", code.section(), code.as_u16())).collect();
    addresses.join(", ")
}
