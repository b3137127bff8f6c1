//! The keys and values below one header: which keys there are, which are required, and of which type their values are.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, list, nearest, quoted};
use crate::model::{Span, Spanned};
use crate::rule::Rule;
use crate::source::Source;

/// A key, as sections and rows declare theirs, with the type of its values.
pub(super) struct Key<T: 'static> {
    pub(super) declared: Declared,
    kind: &'static Kind<T>,
}

/// What does not depend on the type of a key's values.
pub(super) struct Declared {
    pub(super) name: &'static str,
    is_required: bool,
    /// What to write, for every error about the key.
    help: &'static str,
    /// What people write instead.
    instead: &'static [&'static str],
}

/// The keys of a section or of a row.
pub(super) type Keys = [&'static Declared];

impl<T> Key<T> {
    pub(super) const fn required(name: &'static str, kind: &'static Kind<T>, help: &'static str) -> Self {
        Self { declared: Declared { name, is_required: true, help, instead: &[] }, kind }
    }

    pub(super) const fn optional(name: &'static str, kind: &'static Kind<T>, help: &'static str) -> Self {
        Self { declared: Declared { name, is_required: false, help, instead: &[] }, kind }
    }

    pub(super) const fn instead_of(mut self, others: &'static [&'static str]) -> Self {
        self.declared.instead = others;
        self
    }
}

/// A type of values.
pub(super) struct Kind<T> {
    /// Its name after "is not".
    expected: &'static str,
    read: fn(&DeValue<'_>) -> Option<T>,
}

pub(super) static TEXT: Kind<String> = Kind { expected: "a string", read: |value| value.as_str().map(str::to_owned) };
pub(super) static FLAG: Kind<bool> = Kind { expected: "`true` or `false`", read: |value| value.as_bool() };
pub(super) static HTTP_STATUS: Kind<u16> = Kind {
    expected: "an integer from 100 to 599",
    read: |value| {
        let integer = value.as_integer()?;
        let status = u16::from_str_radix(integer.as_str(), integer.radix()).ok()?;
        (100..=599).contains(&status).then_some(status)
    },
};
pub(super) static TEXTS: Kind<Vec<Spanned<String>>> = Kind {
    expected: "an array of strings",
    read: |value| {
        let text = |text: &toml::Spanned<DeValue<'_>>| {
            Some(Spanned { value: text.get_ref().as_str()?.to_owned(), span: text.span() })
        };
        value.as_array()?.iter().map(text).collect()
    },
};

pub(super) fn has(keys: &Keys, name: &str) -> bool {
    keys.iter().any(|key| key.name == name)
}

/// A key and its value in a file.
#[derive(Clone)]
pub(super) struct Item<'t> {
    pub(super) key: &'t str,
    pub(super) key_span: Span,
    pub(super) value: &'t DeValue<'t>,
    span: Span,
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
    items.sort_by_cached_key(|item| item.key_span.start);
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

impl<'t> Fields<'_, 't> {
    /// Reports unknown keys, keys of another owner, and required keys that are missing.
    ///
    /// `early` has the keys that were found below the header before, because that of this owner is missing or too late: they
    /// were reported. It is replaced by those that are early here.
    pub(super) fn check(&mut self, keys: &Keys, others: &Keys, other: &str, early: &mut Vec<&'t str>) {
        let is_missing = |key: &&str| !early.contains(key) && self.items.iter().all(|item| item.key != *key);
        let required = keys.iter().filter(|key| key.is_required).map(|key| key.name);
        let mut missing: Vec<&str> = required.filter(is_missing).collect();
        early.clear();
        let mut unknown = Vec::new();
        for item in self.items.iter().filter(|item| !has(keys, item.key)) {
            if has(others, item.key) {
                early.push(item.key);
            } else {
                let meant = meant(item.key, keys, &missing);
                missing.retain(|key| Some(*key) != meant);
                unknown.push((item, meant));
            }
        }
        if let Some(item) = self.items.iter().find(|item| early.contains(&item.key)) {
            let message = format!("`{}` is in {}, but belongs to a {other}", item.key, self.of);
            let help = format!("move it below the header of its {other}, or add the missing header before it");
            self.errors
                .push(Diagnostic::new(Rule::KnownKey, message).at(&item.key_span).label("unexpected").help(help));
        }
        for (item, meant) in &unknown {
            let hint = meant.map_or(String::new(), |key| format!(", did you mean `{key}`?"));
            let message = format!("unknown key {} in {}{hint}", quoted(item.key), self.of);
            let names = names_of(keys.iter().map(|key| key.name), "or");
            let absent = names_of(missing.iter().copied(), "or");
            let absent = if absent.is_empty() { absent } else { format!("; there is no {absent}") };
            let diagnostic = Diagnostic::new(Rule::KnownKey, message).at(&item.key_span).label("unknown key");
            self.errors.push(diagnostic.help(format!("expected {names}{absent}")));
        }
        if unknown.is_empty() && !missing.is_empty() {
            let message = format!("{} has no {}", self.of, names_of(missing.iter().copied(), "and no"));
            let help = keys.iter().find(|key| Some(&key.name) == missing.first()).map_or("", |key| key.help);
            self.errors
                .push(Diagnostic::new(Rule::KeyPresent, message).at(self.header).label("missing here").help(help));
        }
    }

    /// Returns the value of a key, or reports that it is not of the key's type.
    pub(super) fn get<T>(&mut self, key: &Key<T>) -> Option<Spanned<T>> {
        let item = self.items.iter().find(|item| item.key == key.declared.name)?;
        let value = (key.kind.read)(item.value);
        if value.is_none() {
            let message = format!("`{}` of {} is not {}", key.declared.name, self.of, key.kind.expected);
            let diagnostic = Diagnostic::new(Rule::ValueType, message).at(&item.span).label("unexpected value");
            self.errors.push(diagnostic.help(key.declared.help));
        }
        value.map(|value| Spanned { value, span: item.span.clone() })
    }

    /// Returns the text of a key, or reports that it is blank.
    pub(super) fn text(&mut self, key: &Key<String>) -> Option<Spanned<String>> {
        let text = self.get(key)?;
        if text.value.trim().is_empty() {
            let message = format!("`{}` of {} is blank", key.declared.name, self.of);
            self.errors
                .push(Diagnostic::new(Rule::NotBlank, message).at(&text.span).label("blank").help(key.declared.help));
            return None;
        }
        Some(text)
    }
}

/// Returns the key that an unknown one is probably meant to be: rather one that is missing.
fn meant(unknown: &str, keys: &Keys, missing: &[&'static str]) -> Option<&'static str> {
    let unknown = unknown.to_ascii_lowercase();
    let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let instead = keys.iter().find(|key| key.instead.contains(&unknown.as_str())).map(|key| key.name);
    instead.or_else(|| nearest(&unknown, missing)).or_else(|| nearest(&unknown, &names))
}

fn names_of<'k>(keys: impl Iterator<Item = &'k str>, conjunction: &str) -> String {
    list(keys.map(|key| format!("`{key}`")).collect(), conjunction)
}
