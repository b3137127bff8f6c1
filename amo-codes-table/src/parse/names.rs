//! The rules for what becomes a Rust identifier, and for what must be unique.

use crate::diagnostic::Diagnostic;
use crate::model::{Span, Spanned, variant};
use crate::rule::Rule;
use crate::source::Source;
use crate::words::quoted;

/// Items that every table has, and names that Rust reserves.
const RESERVED_TYPES: [&str; 4] = ["ALL", "Code", "Section", "Self"];
/// Constants that the enum of every section has, and names that Rust reserves.
const RESERVED_VARIANTS: [&str; 3] = ["ALL", "SECTION", "Self"];

/// Returns the type that a section's key becomes; reports a key that cannot become one.
pub(super) fn type_name(key: &str, span: &Span, errors: &mut Vec<Diagnostic>) -> Option<String> {
    let name = variant(key);
    let diagnostic = if !is_section_key(key) {
        let mut fixed = String::new();
        for letter in key.chars() {
            fixed.push(if "- .".contains(letter) { '_' } else { letter.to_ascii_lowercase() });
        }
        let is_fixed = is_section_key(&fixed) && !RESERVED_TYPES.contains(&variant(&fixed).as_str());
        let help =
            if is_fixed { format!("write `{fixed}`") } else { "write words such as `directory_elements`".to_owned() };
        Diagnostic::new(Rule::SectionKey, format!("{} is not a valid section key", quoted(key)))
            .label("expected lower-case letters, digits and underscores, with a letter first")
            .help(help)
    } else if RESERVED_TYPES.contains(&name.as_str()) {
        Diagnostic::new(Rule::TypeName, format!("section `{key}` would become the type `{name}`, which is reserved"))
            .label("reserved")
            .help(format!("choose another key, such as `{key}_responses`"))
    } else {
        return Some(name);
    };
    errors.push(diagnostic.at(span));
    None
}

fn is_section_key(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Returns the variant that a name becomes; reports a name that cannot become one.
pub(super) fn variant_name(name: &Spanned<String>, source: &Source, errors: &mut Vec<Diagnostic>) -> Option<String> {
    let (text, becomes) = (quoted(&name.value), variant(&name.value));
    let error = |message: String| Diagnostic::new(Rule::VariantName, message).at(&name.span);
    let foreign = name.value.chars().find(|letter| letter.is_alphabetic() && !letter.is_ascii());
    errors.push(if let Some(letter) = foreign {
        // In quotes, the letter may be written as an escape.
        let at = source.slice(&name.span).find(letter).map(|at| name.span.start + at);
        let span = at.map_or(name.span.clone(), |at| at..at + letter.len_utf8());
        error(format!("the name {text} has the letter `{letter}` (U+{:04X}), which is not ASCII", u32::from(letter)))
            .at(&span)
            .label("not an ASCII letter")
            .help("write the name in ASCII letters; other characters are allowed if they are not letters")
    } else if !becomes.starts_with(|first: char| first.is_ascii_alphabetic()) {
        error(format!("the name {text} cannot become a variant: `{becomes}` does not start with a letter"))
            .label("expected a letter first")
            .help("put a word before it that says what happened")
    } else if RESERVED_VARIANTS.contains(&becomes.as_str()) {
        error(format!("the name {text} would become the variant `{becomes}`, which is reserved"))
            .label("reserved")
            .help("add a word that says what happened")
    } else {
        return Some(becomes);
    });
    None
}

/// What becomes an identifier or a path that must be unique.
pub(super) struct Unique {
    rule: Rule,
    /// Each with its first text in the file, sorted: a map, which is generic, takes the compiler longer.
    #[expect(clippy::vec_box, reason = "a box is moved quickly when another one is inserted before it")]
    first: Vec<Box<(String, Spanned<String>)>>,
}

impl Unique {
    pub(super) fn new(rule: Rule) -> Self {
        Self { rule, first: Vec::new() }
    }

    /// Adds what a text of the file becomes, and returns whether it is the first of its kind; otherwise, reports it.
    pub(super) fn add(&mut self, becomes: String, text: &str, span: &Span, errors: &mut Vec<Diagnostic>) -> bool {
        let index = self.first.partition_point(|first| first.0 < becomes);
        let Some(first) = self.first.get(index).filter(|first| first.0 == becomes) else {
            self.first.insert(index, Box::new((becomes, Spanned { value: text.to_owned(), span: span.clone() })));
            return true;
        };
        let first = &first.1;
        let (what, becomes) = match self.rule {
            Rule::PathOnce => ("path", String::new()),
            Rule::TypeOnce => ("section", format!(": both become the type `{becomes}`")),
            _ => ("name", format!(": both become the variant `{becomes}`")),
        };
        let message = if first.value == text {
            format!("duplicate {what} {}", quoted(text))
        } else {
            format!("duplicate {what} {} and {}{becomes}", quoted(&first.value), quoted(text))
        };
        let diagnostic = Diagnostic::new(self.rule, message).at(span).label("again here");
        errors.push(diagnostic.other(&first.span, "first here").help("change or delete one of them"));
        false
    }
}
