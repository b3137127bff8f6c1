//! What becomes a Rust identifier: the key of a section becomes a type, the name of a code a variant.

use super::errors::Errors;
use crate::diagnostic::Diagnostic;
use crate::model::{Span, Spanned, variant};
use crate::words::{LONGEST_QUOTE, quoted};

/// Items that every table has, and names that Rust reserves.
const RESERVED_TYPES: [&str; 4] = ["ALL", "Code", "Section", "Self"];
/// Constants that the enum of every section has, and names that Rust reserves.
const RESERVED_VARIANTS: [&str; 3] = ["ALL", "SECTION", "Self"];

/// Returns the type that a section's key becomes, or reports why it cannot become one.
pub(super) fn to_type(key: &str, span: &Span, errors: &mut Errors<'_>) -> Option<String> {
    let is_valid = is_section_key(key);
    let fixed = if is_valid || key.len() > LONGEST_QUOTE {
        key.to_owned()
    } else {
        key.to_ascii_lowercase().replace(['-', '.', ' '], "_")
    };
    let name = variant(&fixed);
    let error = if RESERVED_TYPES.contains(&name.as_str()) {
        let message = format!("section `{key}` would become the type `{name}`, which is reserved");
        let help = format!("choose another key, such as `{fixed}_responses`");
        Diagnostic::new(&message, &help).at(span, "reserved")
    } else if !is_valid {
        let message = format!("{} is not a valid section key", quoted(key));
        let example = if is_section_key(&fixed) { &fixed } else { "directory_elements" };
        Diagnostic::new(&message, &format!("write a key such as `{example}`"))
            .at(span, "expected lower-case letters, digits and underscores, with a letter first")
    } else {
        return Some(name);
    };
    errors.report(error);
    None
}

fn is_section_key(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Returns the variant that a name becomes, or reports why it cannot become one, unless another error is about the name: then
/// there are no `errors`.
pub(super) fn to_variant(name: &Spanned<String>, errors: Option<&mut Errors<'_>>) -> Option<String> {
    let (text, becomes) = (quoted(&name.value), variant(&name.value));
    let foreign = name.value.chars().find(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let (message, label, help) = if let Some(letter) = foreign {
        (
            format!("the name {text} has the letter `{letter}` (U+{:04X}), which is not ASCII", u32::from(letter)),
            "not in ASCII letters",
            "write the name in ASCII letters; other characters are allowed if they are not letters",
        )
    } else if !becomes.starts_with(|first: char| first.is_ascii_alphabetic()) {
        (
            format!("{text} cannot become a variant: `{becomes}` does not start with a letter"),
            "expected a letter first",
            "give the code a `name` that says what happened and begins with a letter",
        )
    } else if RESERVED_VARIANTS.contains(&becomes.as_str()) {
        (
            format!("{text} would become the variant `{becomes}`, which is reserved"),
            "reserved",
            "give the code a `name` of several words that says what happened",
        )
    } else {
        return Some(becomes);
    };
    if let Some(errors) = errors {
        errors.report(Diagnostic::new(&message, help).at(&name.span, label));
    }
    None
}
