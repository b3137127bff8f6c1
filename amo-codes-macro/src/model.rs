//! A table as plain data, each part with its position in the file.

use std::ops::Range;

/// A range of bytes in the text of the table.
pub(crate) type Span = Range<usize>;

/// A value and its position in the file.
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
    pub(crate) rows: Vec<Row>,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) number: Spanned<u16>,
    pub(crate) name: Spanned<String>,
    pub(crate) description: String,
    pub(crate) note: Option<String>,
    pub(crate) http_status: Option<u16>,
    pub(crate) advice: Advice,
    pub(crate) is_documented: bool,
}

/// The recommended next step after a code: the runtime crate's `Advice`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Advice {
    /// The name in a table.
    pub(crate) name: &'static str,
    /// The variant of the runtime crate's `Advice`.
    pub(crate) variant: &'static str,
    /// The phrase for the docs.
    pub(crate) phrase: &'static str,
}

impl Advice {
    pub(crate) const ALL: [Self; 6] = [
        Self { name: "not-an-error", variant: "NotAnError", phrase: "not an error" },
        Self { name: "not-found", variant: "NotFound", phrase: "not found" },
        Self { name: "retry-later", variant: "RetryLater", phrase: "retry later" },
        Self { name: "sign-in", variant: "SignIn", phrase: "sign in again" },
        Self::FIX_REQUEST,
        Self { name: "ask-user", variant: "AskUser", phrase: "ask the user" },
    ];
    /// The default of a row without `advice`.
    pub(crate) const FIX_REQUEST: Self = Self { name: "fix-request", variant: "FixRequest", phrase: "fix the request" };
}

impl Table {
    /// Returns every row with the index of its section, in table order.
    pub(crate) fn rows(&self) -> Vec<(usize, &Section, &Row)> {
        let mut rows = Vec::new();
        for (index, section) in self.sections.iter().enumerate() {
            for row in &section.rows {
                rows.push((index, section, row));
            }
        }
        rows
    }

    /// Returns every row with the index of its section, by number; rows that share a number are in table order.
    pub(crate) fn by_number(&self) -> Vec<(usize, &Section, &Row)> {
        let mut rows = self.rows();
        rows.sort_by_cached_key(|(_, _, row)| usize::from(row.number.value));
        rows
    }
}

impl Section {
    /// Returns the name of the section's enum: `directory_elements` becomes `DirectoryElements`.
    pub(crate) fn type_name(&self) -> String {
        upper_camel(&self.key.value)
    }
}

/// Returns whether a section's key is in the right format, `[a-z][a-z0-9_]*`.
pub(crate) fn is_section_key(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Joins the words of a text in `UpperCamelCase`.
pub(crate) fn upper_camel(text: &str) -> String {
    let mut camel = String::new();
    for word in words(text) {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}

/// Joins the words of a text in `snake_case`; a capital after a lower-case letter begins a word, too.
pub(crate) fn snake_case(text: &str) -> String {
    let mut snake = String::new();
    for word in words(text) {
        if !snake.is_empty() {
            snake.push('_');
        }
        let mut is_after_lower_case = false;
        for letter in word.chars() {
            if is_after_lower_case && letter.is_ascii_uppercase() {
                snake.push('_');
            }
            is_after_lower_case = letter.is_ascii_lowercase();
            snake.push(letter.to_ascii_lowercase());
        }
    }
    snake
}

/// Returns the words of a text, which are separated by anything that is not an ASCII letter or digit.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// Returns the segments of a request path; trailing slashes and several in a row do not matter.
pub(crate) fn segments(path: &str) -> Vec<&str> {
    path.split('/').filter(|segment| !segment.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{snake_case, upper_camel};

    #[test]
    fn words_become_snake_case() {
        for (text, name) in [
            ("Tasks", "tasks"),
            ("directoryElements", "directory_elements"),
            ("-A--b ", "a_b"),
            ("HTTP1", "http1"),
            ("", ""),
        ] {
            assert_eq!(snake_case(text), name);
        }
    }

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
}
