//! What a new version of a table breaks for its users: `amo-codes check --against OLD.toml NEW.toml`.
//!
//! CONTRIBUTING.md says the same about amoCRM's table.

use std::collections::{HashMap, HashSet};

use amo_codes_table::{Row, Section, Span, Table};

use crate::table::{Code, addresses, all_of, codes_of};

/// A breaking change.
pub(crate) struct Change {
    pub(crate) message: String,
    /// What no longer compiles or works.
    pub(crate) breaks: String,
    pub(crate) help: String,
    pub(crate) old: Span,
    /// Where it is in the new table; `None` if nothing is left of it.
    pub(crate) new: Option<Span>,
}

/// Returns the breaking changes in the order of the old table, then the numbers that became ambiguous.
pub(crate) fn changes(old: &Table, new: &Table) -> Vec<Change> {
    if let (true, [was, ..], [is, ..]) = (old.has_words != new.has_words, &*old.sections, &*new.sections) {
        return vec![Change {
            message: format!("the codes are {} now", if new.has_words { "words" } else { "numbers" }),
            breaks: "every lookup and everything that is stored".to_owned(),
            help: "keep the kind of the codes; a table of the other kind is another table".to_owned(),
            old: was.key.span.clone(),
            new: Some(is.key.span.clone()),
        }];
    }
    let before: HashSet<String> = all_of(old).map(Code::address).collect();
    let added: Vec<Code> = all_of(new).filter(|code| !before.contains(&code.address())).collect();
    let mut changes = Vec::new();
    for section in &old.sections {
        match new.sections.iter().find(|now| now.key.value == section.key.value) {
            Some(now) => compare(section, now, &added, &mut changes),
            None => changes.push(without_section(section, &added)),
        }
    }
    changes.extend(ambiguous(old, new));
    changes
}

fn without_section(old: &Section, added: &[Code]) -> Change {
    let key = &old.key.value;
    let name = &old.type_name;
    let is_same = |old: Code, new: &Code| old.key() == new.key() && old.row.variant == new.row.variant;
    let moved = added.iter().find(|code| codes_of(old).any(|old| is_same(old, code)));
    Change {
        message: match moved {
            Some(code) => format!("section `{key}` became `{}`", code.section.key.value),
            None => format!("section `{key}` was removed"),
        },
        breaks: format!(
            "`Section::{name}`, the type `{name}`, and each address, such as `code!({key}.…)` or a stored one"
        ),
        help: format!("keep the key `{key}`; what people read is the title"),
        old: old.key.span.clone(),
        new: moved.map(|code| code.section.key.span.clone()),
    }
}

/// Compares the rows and the reserved numbers of a section.
fn compare(old: &Section, new: &Section, added: &[Code], changes: &mut Vec<Change>) {
    let rows: HashMap<String, &Row> = codes_of(new).map(|code| (code.key(), code.row)).collect();
    for code in codes_of(old) {
        match rows.get(&code.key()) {
            Some(now) if now.name.value == code.name() => {}
            Some(now) => changes.push(renamed(code, now)),
            None => changes.push(removed(code, new, added)),
        }
    }
    changes.extend(old.reserved.iter().filter(|entry| !is_reserved(new, &entry.value)).map(|entry| Change {
        message: format!("{} is no longer reserved in section `{}`", entry.value, new.key.value),
        breaks: "what others have stored or logged with its first meaning".to_owned(),
        help: format!("keep {} in `reserved`", entry.value),
        old: entry.span.clone(),
        new: Some(new.key.span.clone()),
    }));
}

fn is_reserved(section: &Section, number: &str) -> bool {
    section.reserved.iter().any(|entry| entry.value == number)
}

fn renamed(old: Code, new: &Row) -> Change {
    let name = old.name();
    let by_name = format!("`by_name(\"{name}\")`");
    let variant = format!("`{}::{}`", old.section.type_name, old.row.variant);
    Change {
        message: format!("the name of `{}` changed from `{name}` to `{}`", old.address(), new.name.value),
        breaks: if old.row.variant == new.variant { by_name } else { format!("{variant} and {by_name}") },
        help: "keep the name; if the number means something else now, add a row with a new number instead".to_owned(),
        old: old.row.name.span.clone(),
        new: Some(new.name.span.clone()),
    }
}

fn removed(old: Code, section: &Section, added: &[Code]) -> Change {
    let (address, key) = (old.address(), old.key());
    let variant = format!("{}::{}", section.type_name, old.row.variant);
    let is_same =
        |code: &&Code| code.row.variant == old.row.variant && (code.section.key == section.key || code.key() == key);
    let moved = added.iter().find(is_same);
    Change {
        message: match moved {
            Some(code) => format!("`{address}` became `{}`", code.address()),
            None => format!("`{address}` was removed"),
        },
        breaks: format!("`{variant}` and `code!({address})`; a reply with {key} has an unknown code"),
        help: if is_reserved(section, &key) {
            "keep the row".to_owned()
        } else {
            let section = &section.key.value;
            format!("keep the row, or add {key} to `reserved` of section `{section}`, so that it never comes back")
        },
        old: old.row.number.span.clone(),
        new: Some(moved.map_or(&section.key.span, |code| &code.row.number.span).clone()),
    }
}

/// Finds the codes that had one meaning and have several now.
fn ambiguous(old: &Table, new: &Table) -> Vec<Change> {
    let (before, after) = (by_key(old), by_key(new));
    let mut changes = Vec::new();
    for only in all_of(old) {
        let key = only.key();
        let (Some([_]), Some(now)) = (before.get(&key).map(Vec::as_slice), after.get(&key)) else { continue };
        let other = now.iter().find(|code| code.section.key.value != only.section.key.value);
        if let (Some(other), [_, _, ..]) = (other, &**now) {
            changes.push(Change {
                message: format!("{key} became ambiguous: {}", addresses(now)),
                breaks: format!("`code!({key})`"),
                help: "use a code that no section has".to_owned(),
                old: only.row.number.span.clone(),
                new: Some(other.row.number.span.clone()),
            });
        }
    }
    changes
}

fn by_key(table: &Table) -> HashMap<String, Vec<Code<'_>>> {
    let mut codes: HashMap<String, Vec<Code>> = HashMap::new();
    for code in all_of(table) {
        codes.entry(code.key()).or_default().push(code);
    }
    codes
}
