//! From keys and values to sections and rows, with one error for each mistake.

use toml::de::DeValue;

use super::layout::Layout;
use super::tree::{Other, Tree, Value, in_order};
use super::{ROW_KEYS, SECTION_KEYS, header, values};
use crate::diagnostic::{Diagnostic, Diagnostics, list, nearest};
use crate::model::{Advice, Row, Section, Span, Spanned, Table};
use crate::rule::Rule;

/// Reads the sections and rows of a tree.
pub(super) fn table(tree: &Tree<'_>, layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) -> Table {
    let mut reader = Reader { layout: &mut *layout, diagnostics: &mut *diagnostics };
    let mut sections = Vec::new();
    let mut is_lost = false;
    for (key, node) in in_order(tree) {
        match &node.value {
            Value::Table(table) => {
                reader.layout.header(&node.key);
                sections.extend(reader.section(key, &node.key, table));
            }
            // All keys of a section or a row whose header is missing are one mistake.
            Value::Other(_) if is_known(key) && std::mem::replace(&mut is_lost, true) => {}
            Value::Other(other) => {
                reader.layout.misplaced(&node.key);
                reader.loose(key, &node.key, other);
            }
        }
    }
    misspelt(&mut sections, layout, diagnostics);
    Table { sections }
}

/// A section without a title that has nearly the name of one with a title: one of the two headers is misspelt.
fn misspelt(sections: &mut Vec<Section>, layout: &mut Layout<'_>, diagnostics: &mut Diagnostics) {
    let (complete, untitled): (Vec<_>, Vec<_>) = sections.iter().partition(|section| !section.title.is_empty());
    let mut wrong = Vec::new();
    for section in untitled {
        let key = &section.key;
        let near = nearest(&key.value, complete.iter().map(|other| other.key.value.as_str()));
        let near = complete.iter().find(|other| Some(other.key.value.as_str()) == near && key.value.len() > 2);
        let Some(near) = near else {
            continue;
        };
        layout.explain(&key.span);
        layout.explain(&near.key.span);
        // Of the two, the one with the title and the codes is right, or the one with the codes.
        let (misspelt, right) = if near.has_rows { (key, &near.key) } else { (&near.key, key) };
        let message = format!("unknown section `{}`, did you mean `{}`?", misspelt.value, right.value);
        let help = format!("write `{}`, or give the section a `title` and codes of its own", right.value);
        let diagnostic = Diagnostic::new(Rule::KeyPresent, message).label("misspelt?").help(help);
        diagnostics.push(diagnostic.at(&misspelt.span));
        wrong.push(misspelt.value.clone());
    }
    sections.retain(|section| !wrong.contains(&section.key.value));
}

fn is_known(key: &str) -> bool {
    SECTION_KEYS.contains(&key) || ROW_KEYS.contains(&key)
}

struct Reader<'a, 'l> {
    layout: &'a mut Layout<'l>,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_, '_> {
    /// A key that is not in a section.
    fn loose(&mut self, key: &str, span: &Span, value: &Other<'_>) {
        let diagnostic = if is_array_of_tables(value) {
            array_of_tables(key)
        } else if is_known(key) {
            Diagnostic::new(Rule::KnownKey, format!("`{key}` is not in a section"))
                .label("before the first header")
                .help("add the header of its section before it, such as `[invoices]`")
        } else {
            Diagnostic::new(Rule::KnownKey, format!("unknown key `{key}`"))
                .label("not in a section")
                .help("a table has sections, such as `[invoices]`, and codes, such as `[invoices.7]`")
        };
        self.diagnostics.push(diagnostic.at(span));
    }

    fn section(&mut self, key: &str, span: &Span, table: &Tree<'_>) -> Option<Section> {
        let of = format!("section `{key}`");
        let (mut rows, mut has_rows, mut misplaced, mut is_misspelt) = (Vec::new(), false, None, false);
        for (name, node) in in_order(table) {
            match &node.value {
                _ if SECTION_KEYS.contains(&name) => {}
                Value::Table(row) => {
                    has_rows = true;
                    self.layout.header(&node.key);
                    rows.extend(self.row(key, name, &node.key, row));
                }
                Value::Other(_) if ROW_KEYS.contains(&name) => misplaced = misplaced.or(Some((name, &node.key))),
                Value::Other(other) => {
                    is_misspelt |= nearest(&name.to_ascii_lowercase(), ["title"]).is_some();
                    has_rows |= is_row(name, other);
                    self.not_a_row(key, name, &node.key, other);
                }
            }
        }
        let title = table.get("title");
        if let Some((name, at)) = misplaced {
            self.layout.misplaced(at);
            if title.is_none() && !has_rows {
                self.layout.misplaced(span);
                self.diagnostics.push(not_a_section(key, span));
                return None;
            }
            self.diagnostics.push(header_missing(name, at, &of, &format!("[{key}.217]")));
            has_rows = true;
        }
        let title = match title {
            Some(title) => values::text("title", &of, title, self.diagnostics),
            None if is_misspelt => None,
            None => {
                self.layout.lacks(span, || {
                    Diagnostic::new(Rule::KeyPresent, format!("{of} has no `title`"))
                        .label("missing here")
                        .help("add the title of the section in the documentation: `title = \"…\"`")
                });
                None
            }
        };
        let paths = table.get("paths");
        let paths = paths.map(|paths| values::paths(&of, paths, self.diagnostics)).unwrap_or_default();
        if !has_rows {
            self.layout.lacks(span, || {
                Diagnostic::new(Rule::SectionHasCodes, format!("{of} has no codes"))
                    .label("no code below it")
                    .help(format!("add a code, such as `[{key}.217]`, with its `name` and `description`, or delete the section"))
            });
        }
        // Without a title there is an error, and the section is expanded for the sake of its users.
        let title = title.map_or_else(String::new, |title| title.value);
        Some(Section { key: Spanned { value: key.to_owned(), span: span.clone() }, title, paths, rows, has_rows })
    }

    /// A value in a section that is not one of its keys.
    fn not_a_row(&mut self, section: &str, key: &str, span: &Span, value: &Other<'_>) {
        let of = format!("section `{section}`");
        let diagnostic = if is_array_of_tables(value) {
            array_of_tables(&format!("{section}.{key}"))
        } else if key.bytes().all(|byte| byte.is_ascii_digit()) {
            Diagnostic::new(Rule::ValueType, format!("code `{section}.{key}` is not a table"))
                .label("expected a table")
                .help(format!("write `[{section}.{key}]`, with `name` and `description` below it"))
        } else {
            let keys = SECTION_KEYS;
            values::unknown(Rule::KnownKey, &format!("key `{key}`"), &of, key, &keys).label("unknown key")
        };
        self.diagnostics.push(diagnostic.at(span));
    }

    fn row(&mut self, section: &str, key: &str, span: &Span, table: &Tree<'_>) -> Option<Row> {
        let number = match values::number(key, span, section) {
            Ok(number) => number,
            Err(diagnostic) => {
                self.diagnostics.push(*diagnostic);
                return None;
            }
        };
        let of = format!("code `{section}.{number}`");
        let (mut missing, is_of_section) = (vec!["name", "description"], self.keys(section, &of, key, table));
        missing.retain(|key| !table.contains_key(*key) && !is_of_section.contains(key));
        if !missing.is_empty() {
            self.layout.lacks(span, || {
                let names = list(missing.iter().map(|key| format!("no `{key}`")), "and");
                Diagnostic::new(Rule::KeyPresent, format!("{of} has {names}")).label("missing here").help(
                    "every code has a `name`, such as `\"NothingFound\"`, and the `description` in the documentation",
                )
            });
        }
        let mut text = |key: &str| {
            values::text(key, &of, table.get(key)?, self.diagnostics)
        };
        let (name, description, note) = (text("name"), text("description"), text("note"));
        let http_status = table.get("http").and_then(|node| values::http_status(&of, node, self.diagnostics));
        let advice = table.get("advice").and_then(|node| values::advice(&of, node, self.diagnostics));
        let is_documented =
            table.get("undocumented").and_then(|node| values::is_documented(&of, node, self.diagnostics));
        Some(Row {
            number: Spanned { value: number, span: span.clone() },
            // Without a name there is no variant, and there is an error.
            name: name?,
            // Without a description there is an error, and the row is expanded for the sake of its users.
            description: description.map_or_else(String::new, |text| text.value),
            note: note.map(|text| text.value),
            http_status,
            advice: advice.unwrap_or(Advice::FIX_REQUEST),
            is_documented: is_documented.unwrap_or(true),
        })
    }

    /// Reports the keys that a row does not have; returns the keys that they stand for.
    fn keys(&mut self, section: &str, of: &str, number: &str, table: &Tree<'_>) -> Vec<&'static str> {
        let mut meant = Vec::new();
        let mut is_of_section = false;
        for (key, node) in in_order(table) {
            if ROW_KEYS.contains(&key) {
                continue;
            }
            let absent = ROW_KEYS.into_iter().filter(|known| !table.contains_key(*known));
            let diagnostic = if SECTION_KEYS.contains(&key) {
                if std::mem::replace(&mut is_of_section, true) {
                    continue;
                }
                self.layout.misplaced(&node.key);
                header_missing(key, &node.key, of, "[invoices]")
            } else if let Value::Other(Other { value: DeValue::Table(_), .. }) | Value::Table(_) = &node.value {
                meant.extend(["name", "description"]);
                Diagnostic::new(Rule::KnownKey, format!("unexpected `.{key}` in the header of {of}"))
                    .label("unexpected")
                    .help(format!("write `[{section}.{number}]`"))
            } else {
                meant.extend(nearest(&key.to_ascii_lowercase(), absent).and_then(|near| {
                    ROW_KEYS.into_iter().find(|known| *known == near)
                }));
                values::unknown(Rule::KnownKey, &format!("key `{key}`"), of, key, &ROW_KEYS).label("unknown key")
            };
            self.diagnostics.push(diagnostic.at(&node.key));
        }
        meant
    }
}

/// Whether a value in a section is meant to be a code.
fn is_row(key: &str, value: &Other<'_>) -> bool {
    is_array_of_tables(value) || key.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_array_of_tables(value: &Other<'_>) -> bool {
    matches!(&value.value, DeValue::Array(items) if items.iter().any(|item| item.get_ref().is_table()))
}

fn array_of_tables(path: &str) -> Diagnostic {
    Diagnostic::new(Rule::ValueType, format!("`[[{path}]]` is an array of tables"))
        .label("expected a table")
        .help(format!("write `[{path}]`"))
}

/// A header like that of a section, with the keys of a row below it.
fn not_a_section(key: &str, span: &Span) -> Diagnostic {
    let help = match header::meant(key).filter(|meant| meant.contains('.')) {
        Some(header) => format!("write `{header}`"),
        None => "the header of a code is its section and its number, such as `[invoices.7]`".to_owned(),
    };
    Diagnostic::new(Rule::KnownKey, format!("section `{key}` has the keys of a code"))
        .at(span)
        .label("expected a section and a number")
        .help(help)
}

/// A key that belongs below another header.
fn header_missing(key: &str, span: &Span, of: &str, header: &str) -> Diagnostic {
    let owner = if SECTION_KEYS.contains(&key) { "a section" } else { "a code" };
    Diagnostic::new(Rule::KnownKey, format!("`{key}` is in {of}, but it belongs to {owner}"))
        .at(span)
        .label("unexpected")
        .help(format!("add the header that is missing before it, such as `{header}`"))
}
