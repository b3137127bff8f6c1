//! What an argument asks for, and the codes that are found for it.

use amo_codes_table::Section;

use crate::args::Lookup;
use crate::log::path_of;
use crate::suggest::{explain_file, is_file, unknown_name, unknown_number, unknown_section};
use crate::table::{Code, Codes, codes_of};

/// The codes of a number, a name or a word.
pub(crate) struct Group<'t> {
    /// The most likely first.
    pub(crate) codes: Vec<Code<'t>>,
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// The meanings of a number.
    Meanings,
    /// The meanings of a number, the first of which was chosen by the path.
    ChosenByPath,
    /// Codes that have something else in common.
    Codes,
    /// The codes of whole sections.
    Table,
}

/// The restrictions of `--section`, `--http` and `--path`.
pub(crate) struct Filter<'t> {
    section: Option<&'t Section>,
    status: Option<u16>,
    path: Option<String>,
}

/// A query, after its notation was understood.
enum Query<'t> {
    Number(i64),
    Address(&'t Section, i64),
    Section(&'t Section),
    Path(&'t Section),
    Name(Vec<Code<'t>>),
    Words(String),
}

impl<'t> Filter<'t> {
    pub(crate) fn new(lookup: &Lookup, codes: &'t Codes) -> Result<Self, String> {
        let section = match &lookup.section {
            Some(key) => Some(codes.section(key).ok_or_else(|| unknown_section(key, codes))?),
            None => None,
        };
        Ok(Self { section, status: lookup.http, path: lookup.path.as_deref().and_then(path_of) })
    }

    /// Returns the filter with this path or URL of the request, unless it has one.
    pub(crate) fn or_path(&self, url: &str) -> Self {
        Self { path: self.path.clone().or_else(|| path_of(url)), ..*self }
    }

    /// Returns the path of the request, if it was given.
    pub(crate) fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// Returns whether the filter selects codes by itself.
    pub(crate) fn selects_codes(&self) -> bool {
        self.section.is_some() || self.status.is_some()
    }

    /// Returns the whole table, as far as the filter allows it.
    pub(crate) fn table(&self, codes: &'t Codes) -> Result<Group<'t>, String> {
        let of_path = self.path().and_then(|path| codes.section_of(path));
        let found = match self.section.or(of_path) {
            Some(section) => codes_of(section).collect(),
            None => codes.all().collect(),
        };
        self.limit(Group { codes: found, kind: Kind::Table }, "")
    }

    /// Removes the codes that the filter excludes. The error says what excludes them.
    fn limit(&self, mut group: Group<'t>, query: &str) -> Result<Group<'t>, String> {
        let everywhere = addresses(&group.codes);
        if let Some(section) = self.section {
            group.codes.retain(|code| code.section.key == section.key);
            if group.codes.is_empty() {
                let key = &section.key.value;
                return Err(match group.kind {
                    Kind::Table => format!("`{query}` has no code of section `{key}`"),
                    _ => format!("{query} is not in section `{key}`; it is in: {everywhere}"),
                });
            }
        }
        if let Some(status) = self.status {
            let subject = group.subject(query);
            group.codes.retain(|code| code.row.http_status == Some(status));
            if group.codes.is_empty() {
                return Err(format!("{subject} documented with HTTP {status}"));
            }
        }
        Ok(group)
    }
}

impl Group<'_> {
    /// Returns the beginning of a sentence that none of the codes is something.
    fn subject(&self, query: &str) -> String {
        match &*self.codes {
            [first, others @ ..] if self.kind == Kind::Table => {
                let is_section = others.iter().all(|code| code.section.key == first.section.key);
                let section =
                    if is_section { format!(" of section `{}`", first.section.key.value) } else { String::new() };
                format!("no code{section} is")
            }
            [code] => format!("{} is not", code.address()),
            _ => format!("{query} is not"),
        }
    }
}

/// Finds the codes that an argument asks for. The error is a human-readable message.
pub(crate) fn find<'t>(text: &str, filter: &Filter<'t>, codes: &'t Codes) -> Result<Group<'t>, String> {
    let group = match parse(text, codes) {
        Query::Number(number) => return meanings(number, filter.path(), filter, codes),
        Query::Address(section, number) => match codes.lookup(&section.key.value, number) {
            Some(code) => Group { codes: vec![code], kind: Kind::Codes },
            None => return Err(not_in_section(section, number, codes)),
        },
        Query::Path(_) if is_file(text) => return Err(explain_file(text)),
        Query::Section(section) | Query::Path(section) => {
            Group { codes: codes_of(section).collect(), kind: Kind::Table }
        }
        Query::Name(codes) => Group { codes, kind: Kind::Codes },
        Query::Words(text) => {
            let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
            let found = if words.is_empty() { Vec::new() } else { codes.by_words(&words) };
            if found.is_empty() {
                return Err(unknown_name(&text, codes));
            }
            Group { codes: found, kind: Kind::Codes }
        }
    };
    filter.limit(group, text.trim())
}

/// Finds the codes with a number, those of the path's section first.
pub(crate) fn meanings<'t>(
    number: i64,
    path: Option<&str>,
    filter: &Filter<'t>,
    codes: &'t Codes,
) -> Result<Group<'t>, String> {
    let mut found = codes.by_number(number);
    if found.is_empty() {
        return Err(unknown_number(number, codes));
    }
    let mut kind = Kind::Meanings;
    let of_path = path.and_then(|path| codes.section_of(path));
    if let Some(chosen) = of_path.and_then(|section| found.iter().position(|code| code.section.key == section.key)) {
        found[..=chosen].rotate_right(1);
        kind = Kind::ChosenByPath;
    }
    filter.limit(Group { codes: found, kind }, &number.to_string())
}

/// Returns whether an argument is a word rather than something that names codes.
pub(crate) fn is_word(text: &str, codes: &Codes) -> bool {
    matches!(parse(text, codes), Query::Words(_))
}

/// Returns whether an argument is a number, whether or not the table has it.
pub(crate) fn is_number(text: &str, codes: &Codes) -> bool {
    matches!(parse(text, codes), Query::Number(_))
}

/// Returns whether an argument is the path or URL of a request.
pub(crate) fn is_path(text: &str, codes: &Codes) -> bool {
    matches!(parse(text, codes), Query::Path(_))
}

/// Returns whether a text is a number or an address that the table has.
pub(crate) fn is_code(text: &str, codes: &Codes) -> bool {
    match parse(text, codes) {
        Query::Number(number) => !codes.by_number(number).is_empty(),
        Query::Address(section, number) => codes.lookup(&section.key.value, number).is_some(),
        _ => false,
    }
}

fn parse<'t>(text: &str, codes: &'t Codes) -> Query<'t> {
    let text = text.trim();
    let plain = text.trim_start_matches(['#', '№', '(']).trim_end_matches(['.', ',', ':', ';', ')', '!']).trim();
    if let Ok(number) = plain.parse() {
        return Query::Number(number);
    }
    if let Some((key, number)) = plain.split_once(['.', '/', '#', ':']) {
        if let (Some(section), Ok(number)) = (codes.section(key), number.parse()) {
            return Query::Address(section, number);
        }
    }
    if let Some(section) = codes.section(plain) {
        return Query::Section(section);
    }
    if (text.starts_with('/') || text.contains("://")) && !text.contains(char::is_whitespace) {
        if let Some(section) = codes.section_of(text) {
            return Query::Path(section);
        }
    }
    let named = codes.by_name(plain);
    if named.is_empty() { Query::Words(text.to_owned()) } else { Query::Name(named) }
}

fn not_in_section(section: &Section, number: i64, codes: &Codes) -> String {
    let elsewhere = codes.by_number(number);
    if elsewhere.is_empty() {
        return unknown_number(number, codes);
    }
    format!("{number} is not in section `{}`; it is in: {}", section.key.value, addresses(&elsewhere))
}

pub(crate) fn addresses(codes: &[Code]) -> String {
    codes.iter().copied().map(Code::address).collect::<Vec<_>>().join(", ")
}
