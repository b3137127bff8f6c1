//! What a text says around the bodies in it: the path of the request, its HTTP status, and whether it is about amoCRM.

use std::cell::OnceCell;

use amo_codes::private::path_of;

use super::status::{Status, statuses};
use crate::table::Codes;

/// The text around the bodies.
pub(super) struct Context<'c> {
    pub(super) text: &'c str,
    pub(super) lower: String,
    pub(super) codes: &'c Codes,
    /// Where a name of amoCRM counts: the line before a text is often about something else.
    start: usize,
    /// The paths of requests, where they are, and whether a section of the table has them.
    paths: OnceCell<Vec<(usize, &'c str, bool)>>,
}

impl<'c> Context<'c> {
    pub(super) fn new(text: &'c str, start: usize, codes: &'c Codes) -> Self {
        Self { text, lower: lower(text), codes, start, paths: OnceCell::new() }
    }

    /// Returns whether the text before this place names amoCRM, or has a path that a section of the table has.
    pub(super) fn is_named(&self, end: usize) -> bool {
        let mut names = ["amocrm", "kommo"].iter().flat_map(|name| self.lower.match_indices(name));
        self.codes.is_amocrm
            && (names.any(|(at, name)| (self.start..end).contains(&at) && self.is_name(at, at + name.len()))
                || self.paths().iter().any(|(at, _, is_specific)| (self.start..end).contains(at) && *is_specific))
    }

    /// Returns whether a name of amoCRM is not that of another program, such as `amocrm-sync`, nor a part of a path.
    fn is_name(&self, start: usize, end: usize) -> bool {
        let (before, after) = (&self.lower[..start], &self.lower[end..]);
        let is_of_name = |letter: char| letter.is_alphanumeric() || "-_.\\".contains(letter);
        let rest = after[..after.len() - after.trim_start_matches(is_of_name).len()].trim_end_matches(['.', '\\']);
        if before.ends_with(['.', '/']) {
            return [".ru", ".com"].iter().any(|domain| rest.starts_with(domain));
        }
        let kinds = ["api", "client", "error", "exception", "sdk", "http", "request", "response"];
        let is_part = before.ends_with(|letter: char| letter.is_alphanumeric() || "-_@\\".contains(letter));
        !is_part && (rest.is_empty() || kinds.iter().any(|kind| rest.contains(kind)))
    }

    /// Returns the nearest path of a request before this place.
    pub(super) fn path_before(&self, end: usize) -> Option<String> {
        let nearest = self.paths().iter().rev().find(|(at, ..)| *at < end);
        nearest.map(|(_, path, _)| (*path).to_owned())
    }

    fn paths(&self) -> &[(usize, &'c str, bool)] {
        self.paths.get_or_init(|| {
            let is_between = |letter: char| letter.is_whitespace() || "\"'`<>()[]{},;|=\\".contains(letter);
            let words = self.text.split(is_between).filter(|word| word.contains('/'));
            let paths = words.filter_map(|word| {
                let path = path_of(word.trim_end_matches(['.', ':', '!']));
                // PHP's library writes `https://acme.amocrm.ru//api/v4/leads`.
                let path = if path.starts_with("//") { &path[1..] } else { path };
                // Every path matches `/`.
                let is_specific = self.codes.match_path(path).is_some_and(|(_, pattern)| pattern != "/");
                let starts = ["/api/", "/private/api/", "/ajax/", "/oauth2/", "/v2/origin/"];
                let is_request = || starts.iter().any(|start| path.starts_with(start));
                let at = word.as_ptr() as usize - self.text.as_ptr() as usize;
                (is_specific || is_request()).then_some((at, path, is_specific))
            });
            paths.collect()
        })
    }

    /// Returns the nearest HTTP status before a body.
    pub(super) fn status_before(&self, body: usize) -> Option<Status> {
        statuses(&self.lower, body).take_while(|status| status.at < body).last()
    }

    /// Returns the first HTTP status of a failure.
    pub(super) fn failing_status(&self) -> Option<Status> {
        statuses(&self.lower, self.text.len()).find(|status| status.number >= 400)
    }

    /// Returns the HTML page after a status: with 404, it means that the route is wrong, not that an entity does not exist.
    pub(super) fn page_after(&self, status: Status) -> Option<&'c str> {
        let starts = ["<!doctype html", "<html", "<head", "<title"];
        let start = starts.iter().filter_map(|start| self.lower[status.at..].find(start)).min()?;
        Some(&self.text[status.at + start..])
    }

    /// Returns the text after a status, if a colon or a dash introduces it.
    pub(super) fn message_after(&self, status: Status) -> &'c str {
        let rest = self.text[status.at + 3..]
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches(['`', '"', '\'', ')', ']']);
        let message = [":", " - ", " — ", " – "].iter().find_map(|start| rest.strip_prefix(start)).unwrap_or_default();
        if message.contains("://") { "" } else { message.trim() }
    }
}

/// Returns a text in lower case, with every letter in its place.
fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = |letter: char| letter.to_lowercase().next().filter(|lower| lower.len_utf8() == letter.len_utf8());
    text.chars().map(|letter| lower(letter).unwrap_or(letter)).collect()
}
