//! Finds the codes that a query asks for.

use amo_codes::{Code, Section};

use crate::args::Filter;

/// The codes that were found for a query.
pub(crate) struct Found {
    pub(crate) codes: Vec<Code>,
    /// Whether they are listed as the tables of their sections, instead of one by one.
    pub(crate) is_table: bool,
}

/// Finds the codes for a number (`244`), an address (`tasks.244`), a section (`leads`) or a name (`AddLeadForbidden`).
/// Without a query, this is the whole table. The error is a human-readable message.
pub(crate) fn find(query: Option<&str>, filter: &Filter) -> Result<Found, String> {
    let Some(query) = query else {
        return filter.table(Code::ALL, None);
    };
    let lower = query.to_lowercase();
    if let Ok(section) = lower.parse::<Section>() {
        return filter.table(section.codes(), Some(section));
    }
    let codes = if let Ok(number) = lower.parse() {
        by_number(number)?
    } else if let Some((section, number)) = parse_address(&lower) {
        let only = Filter { section: Some(section), status: None };
        only.single(by_number(number)?, &number.to_string())?.codes
    } else {
        by_name(query)?
    };
    filter.single(codes, query)
}

pub(crate) fn address(code: Code) -> String {
    format!("{}.{}", code.section(), code.as_u16())
}

pub(crate) fn addresses(codes: &[Code]) -> String {
    codes.iter().copied().map(address).collect::<Vec<_>>().join(", ")
}

fn parse_address(text: &str) -> Option<(Section, u64)> {
    let (key, number) = text.split_once('.')?;
    Some((key.parse().ok()?, number.parse().ok()?))
}

/// Finds the codes with a number. Numbers beyond 65535 are unknown codes, too.
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

/// Returns the address, the section or the name that was probably meant.
fn suggestion(query: &str) -> Option<String> {
    let sections = Section::ALL.iter().map(|section| section.as_str());
    if let Some((key, number)) = query.split_once('.') {
        let section: Section = nearest(key, sections)?.parse().ok()?;
        return section.lookup(number.parse().ok()?).map(address);
    }
    nearest(query, sections.chain(Code::ALL.iter().map(|code| code.name()))).map(str::to_owned)
}

/// Returns the name with the fewest edits, if they are at most a third of the given characters, like `ParseError` and
/// the macros.
fn nearest(given: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let most = (given.chars().count() / 3).max(1);
    let edits = |name: &'static str| strsim::damerau_levenshtein(given, &name.to_lowercase());
    let (edits, name) = names.map(|name| (edits(name), name)).min_by_key(|&(edits, _)| edits)?;
    (edits <= most).then_some(name)
}

impl Filter {
    fn has_section(&self, code: Code) -> bool {
        self.section.is_none_or(|section| code.section() == section)
    }

    fn has_status(&self, code: Code) -> bool {
        self.status.is_none_or(|status| code.http_status() == Some(status))
    }

    /// Filters the codes of a section, or of the whole table.
    fn table(&self, codes: &[Code], section: Option<Section>) -> Result<Found, String> {
        let is_within = |code: &Code| self.has_section(*code) && self.has_status(*code);
        let within: Vec<Code> = codes.iter().copied().filter(is_within).collect();
        if within.is_empty() {
            return Err(self.nothing_left(section));
        }
        Ok(Found { codes: within, is_table: true })
    }

    /// Returns the error if the filter excludes every code of a section, or of the whole table.
    fn nothing_left(&self, section: Option<Section>) -> String {
        match (section, self.section) {
            (Some(section), Some(only)) if section != only => {
                format!("no code of section `{section}` matches `--section {only}`")
            }
            _ => {
                let section =
                    section.or(self.section).map_or(String::new(), |section| format!(" of section `{section}`"));
                let status =
                    self.status.map_or(String::new(), |status| format!(" is returned with HTTP status {status}"));
                format!("no code{section}{status}")
            }
        }
    }

    /// Filters the codes of one number or name. The error says which filter excludes them.
    fn single(&self, mut codes: Vec<Code>, query: &str) -> Result<Found, String> {
        let everywhere = addresses(&codes);
        codes.retain(|&code| self.has_section(code));
        if let (Some(section), []) = (self.section, &*codes) {
            return Err(format!("{query} is not in section `{section}`; it is in: {everywhere}"));
        }
        let subject = if let [code] = *codes { address(code) } else { query.to_owned() };
        codes.retain(|&code| self.has_status(code));
        if let (Some(status), []) = (self.status, &*codes) {
            return Err(format!("{subject} is not returned with HTTP status {status}"));
        }
        Ok(Found { codes, is_table: false })
    }
}
