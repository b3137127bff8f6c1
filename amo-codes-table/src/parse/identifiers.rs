//! What becomes a Rust identifier: the key of a section becomes a type, the name of a code a variant.

use super::errors::Errors;
use crate::diagnostic::Diagnostic;
use crate::model::{Span, Spanned, variant};
use crate::rule::Rule;
use crate::source::Source;
use crate::words::quoted;

/// Items that every table has, and names that Rust reserves.
const RESERVED_TYPES: [&str; 4] = ["ALL", "Code", "Section", "Self"];
/// Constants that the enum of every section has, and names that Rust reserves.
const RESERVED_VARIANTS: [&str; 3] = ["ALL", "SECTION", "Self"];

/// Returns the type that a section's key becomes, or reports why it cannot become one.
pub(super) fn to_type(key: &str, span: &Span, errors: &mut Errors<'_>) -> Option<String> {
    let name = variant(key);
    let error = if !is_section_key(key) {
        let mut fixed = String::new();
        for character in key.chars() {
            fixed.push(if "- .".contains(character) { '_' } else { character.to_ascii_lowercase() });
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
    errors.report(error.at(span));
    None
}

fn is_section_key(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Returns the variant that a name becomes, or a word without a name, or reports why it cannot become one.
pub(super) fn to_variant(
    name: &Spanned<String>,
    is_word: bool,
    source: &Source,
    errors: &mut Errors<'_>,
) -> Option<String> {
    let (text, becomes) = (quoted(&name.value), variant(&name.value));
    let what = if is_word { "word" } else { "name" };
    let help = |help| if is_word { "add a `name` below this header that says what happened" } else { help };
    let error = |message: String| Diagnostic::new(Rule::VariantName, message).at(&name.span);
    let foreign = name.value.chars().find(|letter| letter.is_alphabetic() && !letter.is_ascii());
    errors.report(if let Some(letter) = foreign {
        // In quotes, the letter may be written as an escape.
        let at = source.slice(&name.span).find(letter).map(|at| name.span.start + at);
        let span = at.map_or(name.span.clone(), |at| at..at + letter.len_utf8());
        error(format!("the name {text} has the letter `{letter}` (U+{:04X}), which is not ASCII", u32::from(letter)))
            .at(&span)
            .label("not an ASCII letter")
            .help("write the name in ASCII letters; other characters are allowed if they are not letters")
    } else if !becomes.starts_with(|first: char| first.is_ascii_alphabetic()) {
        error(format!("the {what} {text} cannot become a variant: `{becomes}` does not start with a letter"))
            .label("expected a letter first")
            .help(help("put a word before it that says what happened"))
    } else if RESERVED_VARIANTS.contains(&becomes.as_str()) {
        error(format!("the {what} {text} would become the variant `{becomes}`, which is reserved"))
            .label("reserved")
            .help(help("add a word that says what happened"))
    } else {
        return Some(becomes);
    });
    None
}
