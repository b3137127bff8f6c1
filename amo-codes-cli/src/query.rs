//! Finds codes: those that a query names exactly, or those that contain its words.

use std::path::Path;

use amo_codes::private::path_of;
use amo_codes_reply::Reply;
use amo_codes_table::Section;
use clap::ArgMatches;

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
    pub(crate) errors: Vec<String>,
    /// Whether the reply has a body that was read, and not only an HTTP status.
    pub(crate) has_body: bool,
}

impl<'t> Answer<'t> {
    /// Adds what was found, or the error.
    pub(crate) fn add(&mut self, found: Result<Group<'t>, String>) {
        match (found, self.line) {
            (Ok(group), _) => self.groups.push(group),
            // The reply says what to do about a number that the table does not have.
            _ if self.reply.is_some() => {}
            (Err(error), Some(line)) => self.errors.push(format!("line {line}: {error}")),
            (Err(error), None) => self.errors.push(error),
        }
    }
}

/// Codes, and how they were found.
pub(crate) struct Group<'t> {
    /// The most likely first.
    pub(crate) codes: Vec<Code<'t>>,
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// The meanings of a number or a word. That of the path is the first.
    Meanings,
    /// Codes that have something else in common.
    Codes,
    /// The codes of whole sections.
    Table,
}

/// Finds codes, except those that `--section` and `--http` exclude.
pub(crate) struct Finder<'t> {
    pub(crate) codes: &'t Codes,
    /// The path of the request, if it was given.
    pub(crate) path: Option<&'t str>,
    section: Option<&'t Section>,
    /// The HTTP status that the codes are documented with.
    pub(crate) http: Option<u16>,
}

impl<'t> Finder<'t> {
    pub(crate) fn new(args: &'t ArgMatches, codes: &'t Codes) -> Result<Self, Vec<String>> {
        let section = args.get_one::<String>("section");
        let section = section.map(|key| codes.section(key).ok_or_else(|| vec![unknown_section(key, codes)]));
        let path = args.get_one::<String>("path").map(|url| path_of(url)).filter(|path| !path.is_empty());
        Ok(Self { codes, path, section: section.transpose()?, http: args.get_one("http").copied() })
    }

    /// Returns whether `--section` or `--http` select codes by themselves.
    pub(crate) fn selects_codes(&self) -> bool {
        self.section.is_some() || self.http.is_some()
    }

    /// Returns the whole table, or the section of the path.
    pub(crate) fn table(&self) -> Result<Group<'t>, String> {
        let of_path = self.path.and_then(|path| self.codes.match_path(path));
        let found = of_path.map_or_else(|| self.codes.all().collect(), |(section, _)| codes_of(section).collect());
        self.limit(found, Kind::Table, "")
    }

    /// Removes the codes that the options exclude. If none is left, the error says what excludes them.
    fn limit(&self, mut codes: Vec<Code<'t>>, kind: Kind, query: &str) -> Result<Group<'t>, String> {
        let found = if kind == Kind::Table { String::new() } else { format!(" (found: {})", addresses(&codes)) };
        let query = if query.is_empty() { String::new() } else { format!(" for `{query}`") };
        codes.retain(|code| {
            self.section.is_none_or(|section| section.key == code.section.key)
                && self.http.is_none_or(|status| code.row.http_status == Some(status))
        });
        if !codes.is_empty() {
            return Ok(Group { codes, kind });
        }
        let section = self.section.map(|section| format!("in section `{}`", section.key.value));
        let status = self.http.map(|status| format!("documented with HTTP {status}"));
        let restrictions: Vec<String> = section.into_iter().chain(status).collect();
        Err(format!("no code{query} is {}{found}", restrictions.join(" and ")))
    }

    /// Finds the codes of a query that is exactly a code, an address, a section, a name or a path; `None` if it is not. The error
    /// is about a number that the table does not have, or about what the options exclude.
    pub(crate) fn look_up(&self, query: &str) -> Option<Result<Group<'t>, String>> {
        if let Some(found) = self.look_up_code(query, self.path) {
            return Some(found);
        }
        let query = query.trim();
        let is_path = (query.starts_with('/') || query.contains("://")) && !query.contains(char::is_whitespace);
        let of_path = || self.codes.match_path(query).filter(|_| is_path && !Path::new(query).is_file());
        if let Some(section) = self.codes.section(query).or_else(|| Some(of_path()?.0)) {
            return Some(self.limit(codes_of(section).collect(), Kind::Table, query));
        }
        let named = self.codes.by_name(query);
        if named.is_empty() { None } else { Some(self.limit(named, Kind::Codes, query)) }
    }

    /// Finds the codes of a query that is exactly a number, a word or an address; `None` if it is not. The code in the section of
    /// the path is the first.
    pub(crate) fn look_up_code(&self, query: &str, path: Option<&str>) -> Option<Result<Group<'t>, String>> {
        // As in a chat: "(244)", "#244.".
        let query = query.trim_matches(|character| " #№().,:;!".contains(character));
        let address = query.split_once(['.', '/', '#', ':']);
        let in_section = address.and_then(|(section, key)| Some((self.codes.section(section)?, key)));
        let key = in_section.map_or(query, |(_, key)| key);
        let mut found = self.codes.by_key(key);
        if found.is_empty() {
            let number = key.parse().ok().filter(|_| !self.codes.has_words())?;
            return Some(Err(unknown_number(number, self.codes)));
        }
        if let Some((section, _)) = in_section {
            let of_section = Self { section: Some(section), http: None, ..*self };
            let found = of_section.limit(found, Kind::Codes, key);
            return Some(found.and_then(|found| self.limit(found.codes, Kind::Codes, query)));
        }
        let chosen = path.and_then(|path| self.codes.at(path, key));
        found.sort_by_key(|code| Some(*code) != chosen);
        Some(self.limit(found, Kind::Meanings, key))
    }

    /// Finds the codes whose texts contain all words of a query.
    pub(crate) fn search(&self, query: &str) -> Result<Group<'t>, String> {
        if Path::new(query).is_file() {
            return Err(explain_file(query, self.codes));
        }
        let found = self.codes.by_words(query);
        if found.is_empty() { Err(unknown_name(query, self.codes)) } else { self.limit(found, Kind::Codes, query) }
    }
}
