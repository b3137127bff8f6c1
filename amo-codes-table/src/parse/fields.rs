//! The keys and values below one header: which keys there are, which are required, and of which type their values are.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::model::{Span, Spanned, offset, sort_by_number};
use crate::rule::Rule;
use crate::source::Source;
use crate::words::{did_you_mean, names, nearest, quoted};

/// A key, as sections and rows declare theirs.
pub(super) struct Key {
    pub(super) name: &'static str,
    kind: &'static Kind,
    /// What to write, for every error about the key.
    help: &'static str,
    is_required: bool,
    /// What people write instead.
    instead: &'static [&'static str],
}

/// The keys of a section or of a row.
pub(super) type Keys = [&'static Key];

impl Key {
    pub(super) const fn required(name: &'static str, kind: &'static Kind, help: &'static str) -> Self {
        Self { name, kind, is_required: true, help, instead: &[] }
    }

    pub(super) const fn optional(name: &'static str, kind: &'static Kind, help: &'static str) -> Self {
        Self { name, kind, is_required: false, help, instead: &[] }
    }

    pub(super) const fn instead_of(mut self, others: &'static [&'static str]) -> Self {
        self.instead = others;
        self
    }
}

/// A type of values.
pub(super) struct Kind {
    /// Its name after "is not".
    name: &'static str,
    has: fn(&DeValue<'_>) -> bool,
}

pub(super) static TEXT: Kind = Kind { name: "a string", has: |value| value.is_str() };
pub(super) static TEXTS: Kind = Kind { name: "an array of strings", has: |value| texts(value).is_some() };
pub(super) static HTTP_STATUS: Kind =
    Kind { name: "an integer from 100 to 599", has: |value| http_status(value).is_some() };

pub(super) fn texts(value: &DeValue<'_>) -> Option<Vec<Spanned<String>>> {
    let mut texts = Vec::new();
    for text in value.as_array()? {
        texts.push(Spanned { value: text.get_ref().as_str()?.to_owned(), span: text.span() });
    }
    Some(texts)
}

pub(super) fn http_status(value: &DeValue<'_>) -> Option<u16> {
    let integer = value.as_integer()?;
    let status = i64::from_str_radix(integer.as_str(), integer.radix()).ok()?;
    u16::try_from(status).ok().filter(|status| (100..=599).contains(status))
}

pub(super) fn has(keys: &Keys, name: &str) -> bool {
    keys.iter().any(|key| key.name == name)
}

/// A key and its value in a file.
pub(super) struct Item<'t> {
    pub(super) key: &'t str,
    pub(super) key_span: Span,
    pub(super) value: &'t DeValue<'t>,
    pub(super) span: Span,
}

impl Item<'_> {
    /// Returns whether the key is a part of a header.
    pub(super) fn is_header(&self, source: &Source) -> bool {
        source.line_at(self.key_span.start).trim_start().starts_with('[')
    }
}

/// Returns the entries of a table in file order.
pub(super) fn in_order<'t>(table: &'t DeTable<'t>) -> Vec<Item<'t>> {
    let mut items = Vec::new();
    for (key, value) in table {
        items.push(Item { key: key.get_ref(), key_span: key.span(), value: value.get_ref(), span: value.span() });
    }
    sort_by_number(&mut items, |item| offset(&item.key_span));
    items
}

/// What is below the header of a section or a row.
pub(super) struct Fields<'f, 't> {
    /// Its name in messages, such as "code `tasks.244`".
    pub(super) of: String,
    /// The position of its header.
    pub(super) header: &'f Span,
    pub(super) items: &'f [Item<'t>],
    pub(super) errors: &'f mut Vec<Diagnostic>,
}

impl<'f, 't> Fields<'f, 't> {
    /// Reports unknown keys, keys of another owner, and required keys that are missing.
    ///
    /// `early` has the keys that were found below the header before, because that of this owner is missing or too late: they
    /// were reported. It is replaced by those that are early here.
    pub(super) fn check(&mut self, keys: &Keys, others: &Keys, other: &str, early: &mut Vec<&'t str>) {
        let mut missing = Vec::new();
        for key in keys {
            if key.is_required && !early.contains(&key.name) && self.find(key).is_none() {
                missing.push(key.name);
            }
        }
        early.clear();
        let mut unknown = Vec::new();
        for item in self.items {
            if has(keys, item.key) {
                continue;
            }
            if has(others, item.key) {
                if early.is_empty() {
                    self.misplaced(item, other);
                }
                early.push(item.key);
            } else {
                let meant = meant(item.key, keys, &missing);
                missing.retain(|key| Some(*key) != meant);
                unknown.push((item, meant));
            }
        }
        for (item, meant) in &unknown {
            self.unknown(item, *meant, keys, &missing);
        }
        // Otherwise, an unknown key is probably meant to be the missing one, or its error says that it is missing.
        if unknown.is_empty() && !missing.is_empty() {
            self.missing(keys, &missing);
        }
    }

    fn misplaced(&mut self, item: &Item<'_>, other: &str) {
        let message = format!("`{}` is in {}, but belongs to a {other}", item.key, self.of);
        let help = format!("move it below the header of its {other}, or add the missing header before it");
        let diagnostic = Diagnostic::new(Rule::KnownKey, message).at(&item.key_span).label("unexpected");
        self.errors.push(diagnostic.help(help));
    }

    fn unknown(&mut self, item: &Item<'_>, meant: Option<&str>, keys: &Keys, missing: &[&str]) {
        let message = format!("unknown key {} in {}{}", quoted(item.key), self.of, did_you_mean(meant));
        // What is written instead of a key may have another type.
        let instead = keys.iter().find(|key| key.instead.contains(&item.key));
        let mut help = match instead {
            Some(key) => key.help.to_owned(),
            None => format!("expected {}", names(&names_of(keys), " or ")),
        };
        if !missing.is_empty() {
            help += &format!("; there is no {}", names(missing, " or "));
        }
        let diagnostic = Diagnostic::new(Rule::KnownKey, message).at(&item.key_span).label("unknown key");
        self.errors.push(diagnostic.help(help));
    }

    fn missing(&mut self, keys: &Keys, missing: &[&str]) {
        let message = format!("{} has no {}", self.of, names(missing, " and no "));
        let first = keys.iter().find(|key| missing.contains(&key.name)).expect("a missing key is one of the keys");
        let diagnostic = Diagnostic::new(Rule::KeyPresent, message).at(self.header).label("missing here");
        self.errors.push(diagnostic.help(first.help));
    }

    fn find(&self, key: &Key) -> Option<&'f Item<'t>> {
        self.items.iter().find(|item| item.key == key.name)
    }

    /// Returns a key with its value, or reports that the value is not of the key's type.
    pub(super) fn get(&mut self, key: &Key) -> Option<&'f Item<'t>> {
        let item = self.find(key)?;
        if (key.kind.has)(item.value) {
            return Some(item);
        }
        let message = format!("`{}` of {} is not {}", key.name, self.of, key.kind.name);
        let diagnostic = Diagnostic::new(Rule::ValueType, message).at(&item.span).label("unexpected value");
        self.errors.push(diagnostic.help(key.help));
        None
    }

    /// Returns the text of a key, or reports that it is blank.
    pub(super) fn text(&mut self, key: &Key) -> Option<Spanned<String>> {
        let item = self.get(key)?;
        let text = item.value.as_str()?;
        if text.trim().is_empty() {
            let message = format!("`{}` of {} is blank", key.name, self.of);
            let diagnostic = Diagnostic::new(Rule::NotBlank, message).at(&item.span).label("blank");
            self.errors.push(diagnostic.help(key.help));
            return None;
        }
        Some(Spanned { value: text.to_owned(), span: item.span.clone() })
    }
}

/// Returns the key that an unknown one is probably meant to be: rather one that is missing.
fn meant(unknown: &str, keys: &Keys, missing: &[&'static str]) -> Option<&'static str> {
    let unknown = unknown.to_ascii_lowercase();
    for key in keys {
        if key.instead.contains(&unknown.as_str()) {
            return Some(key.name);
        }
    }
    nearest(&unknown, missing).or_else(|| nearest(&unknown, &names_of(keys)))
}

/// Returns the names of keys.
pub(super) fn names_of(keys: &Keys) -> Vec<&'static str> {
    let mut names = Vec::new();
    for key in keys {
        names.push(key.name);
    }
    names
}
