//! The keys and values below one header: which keys are known, which are missing, and of which type their values are.

use toml::de::{DeTable, DeValue};

use super::code;
use super::errors::Errors;
use super::keys::{Key, NAME, Owner, keys_of, names, owners};
use crate::diagnostic::Diagnostic;
use crate::model::{Span, Spanned, offset, sort_by_number};
use crate::rule::Rule;
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
    pub(super) owner: Owner,
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
        let mut missing = keys_of(self.owner);
        // A word is its own name.
        missing.retain(|key| !(self.has_words && key.name == NAME.name));
        missing.retain(|key| key.is_required && !self.errors.misplaced.contains(&key.name) && self.find(key).is_none());
        self.errors.misplaced.clear();
        let mut unknown = Vec::new();
        for item in self.items {
            match owners(item.key) {
                [] => unknown.push((item, meant(item, self.owner, &missing))),
                owners if owners.contains(&self.owner) => {}
                _ => self.report_misplaced(item),
            }
        }
        missing.retain(|key| unknown.iter().all(|(_, meant)| meant.is_none_or(|meant| meant.name != key.name)));
        for (item, meant) in &unknown {
            self.report_unknown(item, *meant, &missing);
        }
        // Otherwise, an unknown key is meant to be the missing one, or its error says that it is missing.
        if unknown.is_empty() {
            self.report_missing(&missing);
        }
    }

    /// A key is below the header of its owner.
    fn report_misplaced(&mut self, item: &Item<'t>) {
        let (of, other) = (&self.of, if self.owner == Owner::Section { "code" } else { "section" });
        self.errors.report_misplaced(item.key, || {
            Diagnostic::new(Rule::KnownKey, format!("`{}` is in {of}, but belongs to a {other}", item.key))
                .at(&item.key_span)
                .label("unexpected")
                .help(format!("move it below the header of its {other}, or add the missing header before it"))
        });
    }

    /// A section or a code has only known keys.
    fn report_unknown(&mut self, item: &Item<'_>, meant: Option<&Key>, missing: &[&'static Key]) {
        let instead = meant.filter(|key| key.instead.contains(&item.key));
        // What is written instead of a key may have another type, and must not be suggested with it.
        let suggested = meant.filter(|key| instead.is_none() || (key.kind.has)(item.value)).map(|key| key.name);
        let message = format!("unknown key {} in {}{}", quoted(item.key), self.of, did_you_mean(suggested));
        let mut help = match instead {
            Some(key) => key.help.to_owned(),
            None if item.key == code::LINE => code::LINE_HELP.to_owned(),
            None => format!("expected {}", quoted_list(&names(&keys_of(self.owner)), " or ")),
        };
        if !missing.is_empty() {
            help += &format!("; there is no {}", quoted_list(&names(missing), " or "));
        }
        let error = Diagnostic::new(Rule::KnownKey, message).at(&item.key_span).label("unknown key");
        self.errors.report(error.help(help));
    }

    /// A section has a title, a code a name and a description.
    fn report_missing(&mut self, missing: &[&'static Key]) {
        let [first, ..] = missing else { return };
        let names = names(missing);
        let message = format!("{} has no {}", self.of, quoted_list(&names, " and no "));
        let help = format!("add {} below this header: {}", quoted_list(&names, " and "), first.help);
        let error = Diagnostic::new(Rule::KeyPresent, message).at(self.header).label("missing here");
        self.errors.report(error.help(help));
    }

    fn find(&self, key: &Key) -> Option<&'f Item<'t>> {
        self.items.iter().find(|item| item.key == key.name)
    }

    /// Returns a key with its value, which must be of the key's type.
    pub(super) fn get(&mut self, key: &Key) -> Option<&'f Item<'t>> {
        let item = self.find(key)?;
        if (key.kind.has)(item.value) {
            return Some(item);
        }
        if self.has_words && self.owner == Owner::Section && item.value.is_table() {
            self.errors.report(code::key_of_section(item.key, &item.key_span));
            return None;
        }
        let message = format!("`{}` of {} is not {}", key.name, self.of, key.kind.name);
        let error = Diagnostic::new(Rule::ValueType, message).at(&item.span).label("unexpected value");
        self.errors.report(error.help(key.help));
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
        let error = Diagnostic::new(Rule::NotBlank, message).at(&item.span).label("blank");
        self.errors.report(error.help(key.help));
        None
    }
}

/// Returns the key that an unknown one is probably meant to be: rather one that is missing.
fn meant(unknown: &Item<'_>, owner: Owner, missing: &[&'static Key]) -> Option<&'static Key> {
    let (keys, name) = (keys_of(owner), unknown.key.to_ascii_lowercase());
    if let Some(key) = keys.iter().find(|key| key.instead.contains(&&*name)) {
        return Some(key);
    }
    let near = nearest(&name, &names(missing)).or_else(|| nearest(&name, &names(&keys)))?;
    keys.into_iter().find(|key| key.name == near)
}
