//! What a new version of a table breaks for its users: `amo-codes check --against OLD.toml NEW.toml`.
//!
//! CONTRIBUTING.md says the same about amoCRM's table.

use amo_codes_table::{Row, Section, Span, Table};

use crate::table::{ByKey, Code, addresses, all_of, by_key, codes_of};

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
    let (before, after) = (by_key(old), by_key(new));
    let added: Vec<Code> = all_of(new).filter(|code| find(&before, *code).is_none()).collect();
    let mut changes = Vec::new();
    for section in &old.sections {
        match new.sections.iter().find(|now| now.key.value == section.key.value) {
            Some(now) => compare(section, now, &after, &added, &mut changes),
            None => changes.push(without_section(section, &added)),
        }
    }
    changes.extend(before.iter().filter_map(|(key, codes)| became_ambiguous(codes, after.get(key)?)));
    changes
}

/// Returns the code with the same address.
fn find<'t>(codes: &ByKey<'t>, code: Code) -> Option<Code<'t>> {
    let same = codes.get(&(code.number(), code.key()))?;
    same.iter().copied().find(|same| same.section.key.value == code.section.key.value)
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
fn compare(old: &Section, new: &Section, after: &ByKey, added: &[Code], changes: &mut Vec<Change>) {
    for code in codes_of(old) {
        match find(after, code) {
            Some(now) if now.name() == code.name() => {}
            Some(now) => changes.push(renamed(code, now.row)),
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

/// Compares the meanings of a number or a word.
fn became_ambiguous(old: &[Code], new: &[Code]) -> Option<Change> {
    let ([only], [_, _, ..]) = (old, new) else { return None };
    let other = new.iter().find(|code| code.section.key.value != only.section.key.value)?;
    Some(Change {
        message: format!("{} became ambiguous: {}", only.key(), addresses(new)),
        breaks: format!("`code!({})`", only.key()),
        help: "use a code that no section has".to_owned(),
        old: only.row.number.span.clone(),
        new: Some(other.row.number.span.clone()),
    })
}
