//! Finds codes: those that a query names exactly, or those that contain its words.

use std::path::Path;

use amo_codes::private::path_of;
use amo_codes_reply::Reply;
use amo_codes_table::Section;

use crate::args::Lookup;
use crate::suggest::{explain_file, unknown_name, unknown_number, unknown_section};
use crate::table::{Code, Codes, addresses, codes_of};

/// What was found for a query or a text.
#[derive(Default)]
pub(crate) struct Answer<'t> {
    pub(crate) query: Option<String>,
    pub(crate) line: Option<usize>,
    pub(crate) path: Option<String>,
    pub(crate) groups: Vec<Group<'t>>,
    pub(crate) reply: Option<Reply>,
    /// Whether the reply has a body that was read, and not only an HTTP status.
    pub(crate) has_body: bool,
}

/// Codes, and how they were found.
pub(crate) struct Group<'t> {
    /// The most likely first.
    pub(crate) codes: Vec<Code<'t>>,
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// The meanings of a number or a word.
    Meanings,
    /// The same, the first of which was chosen by the path.
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

impl<'t> Filter<'t> {
    pub(crate) fn new(lookup: &Lookup, codes: &'t Codes) -> Result<Self, String> {
        let section = match &lookup.section {
            Some(key) => Some(codes.section(key).ok_or_else(|| unknown_section(key, codes))?),
            None => None,
        };
        Ok(Self {
            section,
            status: lookup.http,
            path: lookup.path.as_deref().map(path_of).filter(|path| !path.is_empty()).map(str::to_owned),
        })
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
        let found = of_path.map_or_else(|| codes.all().collect(), |section| codes_of(section).collect());
        self.limit(found, Kind::Table, "")
    }

    /// Removes the codes that the filter excludes. If none is left, the error says what excludes them.
    fn limit(&self, mut codes: Vec<Code<'t>>, kind: Kind, query: &str) -> Result<Group<'t>, String> {
        let found = if kind == Kind::Table { String::new() } else { format!(" (found: {})", addresses(&codes)) };
        let query = if query.is_empty() { String::new() } else { format!(" for `{query}`") };
        codes.retain(|code| {
            self.section.is_none_or(|section| section.key == code.section.key)
                && self.status.is_none_or(|status| code.row.http_status == Some(status))
        });
        if !codes.is_empty() {
            return Ok(Group { codes, kind });
        }
        let section = self.section.map(|section| format!("in section `{}`", section.key.value));
        let status = self.status.map(|status| format!("documented with HTTP {status}"));
        let restrictions: Vec<String> = section.into_iter().chain(status).collect();
        Err(format!("no code{query} is {}{found}", restrictions.join(" and ")))
    }
}

/// Finds the codes of a query that is exactly a code, an address, a section, a name or a path; `None` if it is not. The
/// error is about a number that the table does not have, or about what the filter excludes.
pub(crate) fn look_up<'t>(query: &str, filter: &Filter<'t>, codes: &'t Codes) -> Option<Result<Group<'t>, String>> {
    if let Some(found) = look_up_code(query, filter.path(), filter, codes) {
        return Some(found);
    }
    let query = query.trim();
    let is_path = (query.starts_with('/') || query.contains("://")) && !query.contains(char::is_whitespace);
    let of_path = || codes.section_of(query).filter(|_| is_path && !Path::new(query).is_file());
    if let Some(section) = codes.section(query).or_else(of_path) {
        return Some(filter.limit(codes_of(section).collect(), Kind::Table, query));
    }
    let named = codes.by_name(query);
    if named.is_empty() { None } else { Some(filter.limit(named, Kind::Codes, query)) }
}

/// Finds the codes of a query that is exactly a number, a word or an address; `None` if it is not. The code in the section of the
/// path is the first.
pub(crate) fn look_up_code<'t>(
    query: &str,
    path: Option<&str>,
    filter: &Filter<'t>,
    codes: &'t Codes,
) -> Option<Result<Group<'t>, String>> {
    // As in a chat: "(244)", "#244.".
    let query = query.trim_matches(|character| " #№().,:;!".contains(character));
    let address = query.split_once(['.', '/', '#', ':']);
    let section = address.and_then(|(section, _)| codes.section(section));
    let key = address.filter(|_| section.is_some()).map_or(query, |(_, key)| key);
    let mut found = codes.by_key(key);
    if found.is_empty() {
        let number = key.parse().ok().filter(|_| !codes.has_words())?;
        return Some(Err(unknown_number(number, codes)));
    }
    if let Some(section) = section {
        let everywhere = addresses(&found);
        found.retain(|code| code.section.key == section.key);
        let section = &section.key.value;
        let error = || format!("no code for `{key}` is in section `{section}` (found: {everywhere})");
        return Some(if found.is_empty() { Err(error()) } else { filter.limit(found, Kind::Codes, query) });
    }
    let chosen = path.and_then(|path| codes.at(path, key));
    let index = found.iter().position(|code| Some(*code) == chosen);
    if let Some(index) = index {
        found[..=index].rotate_right(1);
    }
    let kind = if index.is_some() { Kind::ChosenByPath } else { Kind::Meanings };
    Some(filter.limit(found, kind, key))
}

/// Finds the codes whose texts contain all words of a query.
pub(crate) fn search<'t>(query: &str, filter: &Filter<'t>, codes: &'t Codes) -> Result<Group<'t>, String> {
    if Path::new(query).is_file() {
        return Err(explain_file(query, codes));
    }
    let found = codes.by_words(query);
    if found.is_empty() {
        return Err(unknown_name(query, codes));
    }
    filter.limit(found, Kind::Codes, query)
}
