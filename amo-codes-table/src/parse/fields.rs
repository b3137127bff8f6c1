//! The keys and values below one header: which keys are known, which are missing, and of which type their values are.

use std::mem;

use toml::de::{DeTable, DeValue};

use super::code;
use super::errors::Errors;
use super::keys::{Key, NAME, Owner, SECTION, names};
use crate::diagnostic::Diagnostic;
use crate::model::{Span, Spanned, offset, sort_by_number};
use crate::words::{did_you_mean, nearest, quoted, quoted_list};

/// A key and its value in a file.
pub(super) struct Item<'t> {
    pub(super) key: &'t str,
    pub(super) key_span: Span,
    pub(super) value: &'t DeValue<'t>,
    pub(super) span: Span,
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

/// What is below the header of a section or a code.
pub(super) struct Fields<'f, 't> {
    pub(super) owner: &'static Owner,
    /// The owner of the keys that are misplaced here.
    pub(super) other: &'static Owner,
    /// Its name in messages, such as "code `tasks.244`".
    pub(super) of: String,
    /// The position of its header.
    pub(super) header: &'f Span,
    /// Whether the codes are words.
    pub(super) has_words: bool,
    pub(super) items: &'f [Item<'t>],
    pub(super) errors: &'f mut Errors<'t>,
}

impl<'f, 't> Fields<'f, 't> {
    /// Reports unknown keys, keys of another owner, and required keys that are missing.
    pub(super) fn check_keys(&mut self) {
        let (mut missing, misplaced) = (Vec::new(), mem::take(&mut self.errors.misplaced));
        for &key in self.owner.keys {
            // A word is its own name.
            let is_required = key.is_required && !(self.has_words && key.name == NAME.name);
            if is_required && !misplaced.contains(&key.name) && self.find(key).is_none() {
                missing.push(key);
            }
        }
        for item in self.items {
            if self.owner.has(item.key) {
                continue;
            }
            if self.other.has(item.key) {
                self.report_misplaced(item);
                continue;
            }
            let meant = self.report_unknown(item);
            missing.retain(|key| meant.is_none_or(|meant| meant.name != key.name));
        }
        self.report_missing(&missing);
    }

    /// A key is below the header of its owner.
    fn report_misplaced(&mut self, item: &Item<'t>) {
        let (of, other) = (&self.of, self.other.name);
        let message = format!("`{}` is in {of}, but belongs to a {other}", item.key);
        let help = format!("move it below the header of its {other}, or add the missing header before it");
        self.errors.report_misplaced(item.key, Diagnostic::new(&message, &help).at(&item.key_span, "unexpected"));
    }

    /// A section or a code has only known keys: returns the key that is probably meant.
    fn report_unknown(&mut self, item: &Item<'_>) -> Option<&'static Key> {
        let meant = meant(item.key, self.owner.keys);
        // With a value of another type, the meant key would be wrong, too.
        let suggested = meant.filter(|key| (key.kind.has)(item.value, self.has_words)).map(|key| key.name);
        let message = format!("unknown key {} in {}{}", quoted(item.key), self.of, did_you_mean(suggested));
        let help = match meant {
            Some(key) => key.help.to_owned(),
            None if item.key == code::LINE => code::LINE_HELP.to_owned(),
            None => format!("expected {}", quoted_list(&names(self.owner.keys), " or ")),
        };
        self.errors.report(Diagnostic::new(&message, &help).at(&item.key_span, "unknown key"));
        meant
    }

    /// A section has a title, a code a name and a description.
    fn report_missing(&mut self, missing: &[&'static Key]) {
        let [first, ..] = missing else { return };
        let names = names(missing);
        let message = format!("{} has no {}", self.of, quoted_list(&names, " and no "));
        let help = format!("add {} below this header: {}", quoted_list(&names, " and "), first.help);
        self.errors.report(Diagnostic::new(&message, &help).at(self.header, "missing here"));
    }

    fn find(&self, key: &Key) -> Option<&'f Item<'t>> {
        self.items.iter().find(|item| item.key == key.name)
    }

    /// Returns a key with its value, which must be of the key's type.
    pub(super) fn get(&mut self, key: &Key) -> Option<&'f Item<'t>> {
        let item = self.find(key)?;
        if (key.kind.has)(item.value, self.has_words) {
            return Some(item);
        }
        let message = format!("`{}` of {} is not {}", key.name, self.of, key.kind.name);
        let is_code = self.owner.name == SECTION.name && item.value.is_table();
        let help =
            if is_code { "a key of sections cannot be a code: compare its text without a table" } else { key.help };
        self.errors.report(Diagnostic::new(&message, help).at(&item.span, "unexpected value"));
        None
    }

    /// Returns the text of a key, which must not be blank.
    pub(super) fn text(&mut self, key: &Key) -> Option<Spanned<String>> {
        let item = self.get(key)?;
        let text = item.value.as_str()?;
        if !text.trim().is_empty() {
            return Some(Spanned { value: text.to_owned(), span: item.span.clone() });
        }
        let message = format!("`{}` of {} is blank", key.name, self.of);
        self.errors.report(Diagnostic::new(&message, key.help).at(&item.span, "blank"));
        None
    }
}

/// Returns the key that an unknown one is probably meant to be.
fn meant(unknown: &str, keys: &[&'static Key]) -> Option<&'static Key> {
    let name = unknown.to_ascii_lowercase();
    let near = nearest(&name, &names(keys));
    keys.iter().copied().find(|key| key.instead.contains(&&*name) || near == Some(key.name))
}
