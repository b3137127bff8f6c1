//! The rules for section keys, names and paths, and those that span several rows, one function each.

mod paths;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Section, Span, Table, is_section_key, snake_case, upper_camel};
use crate::rule::Rule;

const RULES: [fn(&Table, &mut Invalid<'_>); 7] =
    [section_keys, type_names, types_once, variant_names, names_once, paths::paths, table_size];

/// Types and constants that every table has, or names that Rust does not allow.
const TYPES_TAKEN: [&str; 4] = ["ALL", "Code", "Section", "Self"];
/// Constants that the enum of every section has, or names that Rust does not allow.
const VARIANTS_TAKEN: [&str; 3] = ["ALL", "SECTION", "Self"];
/// The maximum number of rows, which the index can count.
const MOST_CODES: usize = 65_535;

/// Checks every rule, and drops whatever breaks one.
pub(crate) fn validate(mut table: Table, diagnostics: &mut Diagnostics) -> Table {
    let mut invalid = Invalid { diagnostics, starts: Vec::new() };
    for rule in RULES {
        rule(&table, &mut invalid);
    }
    let is_valid = |span: &Span| invalid.starts.binary_search(&span.start).is_err();
    table.sections.retain(|section| is_valid(&section.key.span));
    for section in &mut table.sections {
        section.paths.retain(|path| is_valid(&path.span));
        section.rows.retain(|row| is_valid(&row.number.span) && is_valid(&row.name.span));
    }
    table.sections.retain(|section| !section.rows.is_empty());
    table
}

/// The errors, and the offsets of the keys, names, numbers and paths that are dropped.
struct Invalid<'a> {
    diagnostics: &'a mut Diagnostics,
    /// Sorted.
    starts: Vec<usize>,
}

impl Invalid<'_> {
    fn push(&mut self, span: &Span, diagnostic: Diagnostic) {
        self.drop_at(span);
        self.diagnostics.push(diagnostic.at(span));
    }

    fn drop_at(&mut self, span: &Span) {
        if let Err(index) = self.starts.binary_search(&span.start) {
            self.starts.insert(index, span.start);
        }
    }
}

/// Names that must be unique, and the first occurrence of each.
#[derive(Default)]
struct Unique<'t> {
    all: Vec<(&'t Section, &'t Span)>,
    /// The index of each name in `all`.
    indexes: BTreeMap<String, usize>,
}

impl<'t> Unique<'t> {
    /// Adds a name. Returns its first occurrence if it is a duplicate.
    fn add(&mut self, name: String, section: &'t Section, span: &'t Span) -> Option<(&'t Section, &'t Span)> {
        let index = *self.indexes.entry(name).or_insert(self.all.len());
        let first = self.all.get(index).copied();
        if first.is_none() {
            self.all.push((section, span));
        }
        first
    }
}

fn section_keys(table: &Table, invalid: &mut Invalid<'_>) {
    for Section { key, .. } in &table.sections {
        if is_section_key(&key.value) {
            continue;
        }
        let mut fixed = snake_case(&key.value);
        if TYPES_TAKEN.contains(&upper_camel(&fixed).as_str()) {
            fixed += "_responses";
        }
        let help = if is_section_key(&fixed) {
            format!("write `{fixed}`")
        } else {
            "use lower-case letters, digits and underscores, such as `directory_elements`".to_owned()
        };
        let diagnostic = Diagnostic::new(Rule::SectionKey, format!("`{}` is not a valid section key", key.value));
        invalid.push(&key.span, diagnostic.label("expected `[a-z][a-z0-9_]*`").help(help));
    }
}

fn type_names(table: &Table, invalid: &mut Invalid<'_>) {
    for section in &table.sections {
        let (key, name) = (&section.key.value, section.type_name());
        if is_section_key(key) && TYPES_TAKEN.contains(&name.as_str()) {
            let message = format!("section `{key}` would become the type `{name}`, which is reserved");
            let help = format!("choose another key, such as `{key}_responses`");
            invalid.push(&section.key.span, Diagnostic::new(Rule::TypeName, message).label("reserved").help(help));
        }
    }
}

fn types_once(table: &Table, invalid: &mut Invalid<'_>) {
    let mut unique = Unique::default();
    for section in &table.sections {
        let name = section.type_name();
        let Some((earlier, first)) = unique.add(name.clone(), section, &section.key.span) else {
            continue;
        };
        let message =
            format!("sections `{}` and `{}` both become the type `{name}`", earlier.key.value, section.key.value);
        let diagnostic = Diagnostic::new(Rule::TypeOnce, message).label("again here").other(first, "first here");
        invalid.push(&section.key.span, diagnostic.help("choose another key for one of them"));
    }
}

fn variant_names(table: &Table, invalid: &mut Invalid<'_>) {
    for (_, _, row) in table.rows() {
        let name = &row.name.value;
        let is_camel = name.starts_with(|first: char| first.is_ascii_uppercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_taken = VARIANTS_TAKEN.contains(&name.as_str());
        if is_camel && !is_taken {
            continue;
        }
        let fixed = upper_camel(name);
        let is_fixed = !is_taken
            && fixed.starts_with(|first: char| first.is_ascii_uppercase())
            && name.is_ascii()
            && !VARIANTS_TAKEN.contains(&fixed.as_str());
        let help =
            if is_fixed { format!("write `{fixed}`") } else { "say what happened, such as `NothingFound`".to_owned() };
        let diagnostic = if is_taken {
            Diagnostic::new(Rule::VariantName, format!("the name `{name}` is reserved")).label("reserved")
        } else {
            Diagnostic::new(Rule::VariantName, format!("the name `{name}` is not in UpperCamelCase"))
                .label("expected ASCII letters and digits, starting with a capital")
        };
        invalid.push(&row.name.span, diagnostic.help(help));
    }
}

fn names_once(table: &Table, invalid: &mut Invalid<'_>) {
    for section in &table.sections {
        let mut unique = Unique::default();
        for row in &section.rows {
            let name = &row.name.value;
            if let Some((_, first)) = unique.add(name.clone(), section, &row.name.span) {
                let message = format!("duplicate name `{name}` in section `{}`", section.key.value);
                let diagnostic =
                    Diagnostic::new(Rule::NameOnce, message).label("again here").other(first, "first here");
                invalid.push(&row.name.span, diagnostic.help("give each code of a section a different name"));
            }
        }
    }
}

fn table_size(table: &Table, invalid: &mut Invalid<'_>) {
    let rows = table.rows();
    for (index, (_, _, row)) in rows.iter().enumerate().skip(MOST_CODES) {
        let span = &row.number.span;
        invalid.drop_at(span);
        if index == MOST_CODES {
            let message = format!("too many codes: {} (limit {MOST_CODES})", rows.len());
            let help = "split the table: each `amo_codes!` goes in its own module";
            invalid.push(span, Diagnostic::new(Rule::TableSize, message).label("over the limit").help(help));
        }
    }
}

#[cfg(test)]
mod tests;
