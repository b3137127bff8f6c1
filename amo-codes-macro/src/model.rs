//! A table as plain data, each part with its place in the file.

use std::ops::Range;

/// A range of bytes in the text of the table.
pub(crate) type Span = Range<usize>;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Table {
    pub(crate) sections: Vec<Section>,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Section {
    pub(crate) key: Spanned<String>,
    pub(crate) title: String,
    pub(crate) paths: Vec<Spanned<String>>,
    pub(crate) codes: Vec<Code>,
    /// Whether the file has rows for it, be they whole or not.
    pub(crate) has_rows: bool,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Code {
    pub(crate) number: Spanned<u16>,
    /// `None` where the row has a fault instead.
    pub(crate) name: Option<Spanned<String>>,
    pub(crate) text: String,
    pub(crate) note: Option<String>,
    pub(crate) http: Option<u16>,
    pub(crate) advice: Advice,
}

/// What the caller of the API does next; the runtime crate's `Advice` has the same order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Advice {
    /// The place in the runtime crate's `Advice::ALL`.
    pub(crate) place: u8,
    pub(crate) key: &'static str,
    /// The phrase for the docs.
    pub(crate) phrase: &'static str,
}

impl Advice {
    pub(crate) const ALL: [Self; 6] = [
        Self { place: 0, key: "not-an-error", phrase: "not an error" },
        Self { place: 1, key: "retry-later", phrase: "retry later" },
        Self { place: 2, key: "sign-in", phrase: "sign in again" },
        Self { place: 3, key: "ask-user", phrase: "ask the user" },
        Self::FIX_REQUEST,
        Self { place: 5, key: "not-found", phrase: "not found" },
    ];
    /// What a row has that names none.
    pub(crate) const FIX_REQUEST: Self = Self { place: 4, key: "fix-request", phrase: "fix the request" };
}

/// A code where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'t> {
    /// Its place among all codes of the table.
    pub(crate) place: usize,
    pub(crate) section: &'t Section,
    pub(crate) code: &'t Code,
}

impl Row<'_> {
    pub(crate) fn number(&self) -> u16 {
        self.code.number.value
    }
}

impl Table {
    /// Every code, in the table's order.
    pub(crate) fn rows(&self) -> Vec<Row<'_>> {
        let mut rows = Vec::new();
        for section in &self.sections {
            for code in &section.codes {
                rows.push(Row { place: rows.len(), section, code });
            }
        }
        rows
    }

    /// Every code in the order of the numbers; those that share one in the table's order.
    pub(crate) fn by_number(&self) -> Vec<Row<'_>> {
        let mut rows = self.rows();
        rows.sort_by_cached_key(|row| usize::from(row.number()));
        rows
    }
}

impl Section {
    /// The name of the section's enum: `directory_elements` becomes `DirectoryElements`.
    pub(crate) fn type_name(&self) -> String {
        upper_camel(&self.key.value)
    }
}

/// The words of a text as `UpperCamelCase`.
pub(crate) fn upper_camel(text: &str) -> String {
    let mut camel = String::new();
    for word in words(text) {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}

/// The words of a text, parted by anything that is no ASCII letter or digit.
pub(crate) fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Advice, upper_camel};

    #[test]
    fn words_become_upper_camel_case() {
        for (text, name) in [
            ("tasks", "Tasks"),
            ("directory_elements", "DirectoryElements"),
            ("a__b_", "AB"),
            ("add lead", "AddLead"),
            ("", ""),
        ] {
            assert_eq!(upper_camel(text), name);
        }
    }

    #[test]
    fn advice_stands_at_its_place() {
        for (place, advice) in Advice::ALL.iter().enumerate() {
            assert_eq!(usize::from(advice.place), place, "{}", advice.key);
        }
    }
}
