//! Finds the codes that a query asks for.

use amo_codes::{Code, HttpStatus, Section};

use crate::args::Filter;

/// What was found for a query.
pub(crate) enum Found {
    /// Single codes.
    Codes(Vec<Code>),
    /// Whole sections, as far as the filter lets their codes through.
    Sections(Vec<Code>),
}

impl Found {
    pub(crate) fn codes(&self) -> &[Code] {
        let (Self::Codes(codes) | Self::Sections(codes)) = self;
        codes
    }
}

/// Finds the codes for a number (`244`), an address (`tasks.244`), a section (`leads`) or a name (`AddLeadForbidden`).
/// Without a query, this is the whole table. The error is a message for people.
pub(crate) fn find(query: Option<&str>, filter: &Filter) -> Result<Found, String> {
    let Some(query) = query else {
        return filter.apply(Found::Sections(Code::ALL.to_vec()), "no code is");
    };
    let lower = query.to_lowercase();
    if let Ok(number) = lower.parse() {
        return filter.apply(Found::Codes(by_number(number)?), &format!("{query} is not"));
    }
    if let Ok(section) = lower.parse::<Section>() {
        let subject = format!("no code in section `{section}` is");
        return filter.apply(Found::Sections(section.codes().to_vec()), &subject);
    }
    let codes = match parse_address(&lower) {
        Some((section, number)) => {
            let only = Filter { section: Some(section), status: None };
            only.apply(Found::Codes(by_number(number)?), &format!("{number} is not"))?
        }
        None => Found::Codes(by_name(query)?),
    };
    filter.apply(codes, &format!("{query} is not"))
}

pub(crate) fn address(code: Code) -> String {
    format!("{}.{}", code.section(), code.as_u16())
}

pub(crate) fn addresses(codes: &[Code]) -> String {
    codes.iter().copied().map(address).collect::<Vec<_>>().join(", ")
}

/// The codes that are returned with the HTTP status of this number, which are easily taken for the codes with the number.
pub(crate) fn with_status(query: &str) -> Vec<Code> {
    let status = query.parse().ok().and_then(HttpStatus::from_u16);
    status.map(|status| Code::with_http_status(status).collect()).unwrap_or_default()
}

fn parse_address(text: &str) -> Option<(Section, u64)> {
    let (key, number) = text.split_once('.')?;
    Some((key.parse().ok()?, number.parse().ok()?))
}

/// Numbers beyond 65535 are unknown codes, too.
fn by_number(number: u64) -> Result<Vec<Code>, String> {
    let codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| u64::from(code.as_u16()) == number).collect();
    if codes.is_empty() { Err(unknown_number(number)) } else { Ok(codes) }
}

fn by_name(name: &str) -> Result<Vec<Code>, String> {
    let codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| code.name().eq_ignore_ascii_case(name)).collect();
    if codes.is_empty() { Err(unknown_name(name)) } else { Ok(codes) }
}

fn unknown_number(number: u64) -> String {
    let numbers = || Code::ALL.iter().map(|code| code.as_u16());
    let below = numbers().filter(|&other| u64::from(other) < number).max();
    let above = numbers().filter(|&other| u64::from(other) > number).min();
    let nearest: Vec<String> = below.into_iter().chain(above).map(|number| number.to_string()).collect();
    format!("unknown code {number} (nearest: {})", nearest.join(", "))
}

fn unknown_name(name: &str) -> String {
    let message = format!("no section or code named `{name}`");
    match suggestion(&name.to_lowercase()) {
        Some(suggestion) => format!("{message}, did you mean `{suggestion}`?"),
        None => message,
    }
}

/// The address, the section or the name that was probably meant.
fn suggestion(query: &str) -> Option<String> {
    let sections = Section::ALL.iter().map(|section| section.as_str());
    if let Some((key, number)) = query.split_once('.') {
        let section: Section = nearest(key, sections)?.parse().ok()?;
        return section.lookup(number.parse().ok()?).map(address);
    }
    nearest(query, sections.chain(Code::ALL.iter().map(|code| code.name()))).map(str::to_owned)
}

/// The name with the fewest edits, if they are at most a third of what was given: as `ParseError` and the macros do.
fn nearest(given: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let most = (given.chars().count() / 3).max(1);
    let edits = |name: &'static str| strsim::damerau_levenshtein(given, &name.to_lowercase());
    let (edits, name) = names.map(|name| (edits(name), name)).min_by_key(|&(edits, _)| edits)?;
    (edits <= most).then_some(name)
}

impl Filter {
    /// Keeps what is within the limits. If nothing is, the error is a sentence that begins with `subject`.
    fn apply(&self, found: Found, subject: &str) -> Result<Found, String> {
        let is_within = |code: &Code| {
            self.section.is_none_or(|section| code.section() == section)
                && self.status.is_none_or(|status| code.http_status() == Some(status))
        };
        let within: Vec<Code> = found.codes().iter().copied().filter(is_within).collect();
        match found {
            Found::Codes(codes) if within.is_empty() => Err(self.excluded(subject, &codes)),
            Found::Sections(_) if within.is_empty() => Err(self.excluded(subject, &[])),
            Found::Codes(_) => Ok(Found::Codes(within)),
            Found::Sections(_) => Ok(Found::Sections(within)),
        }
    }

    fn excluded(&self, subject: &str, others: &[Code]) -> String {
        let section = self.section.map(|section| format!("in section `{section}`"));
        let status = self.status.map(|status| format!("returned with HTTP status {status}"));
        let limits = section.into_iter().chain(status).collect::<Vec<_>>().join(" and ");
        if self.section.is_none() || others.is_empty() {
            return format!("{subject} {limits}");
        }
        format!("{subject} {limits}; it is in: {}", addresses(others))
    }
}
