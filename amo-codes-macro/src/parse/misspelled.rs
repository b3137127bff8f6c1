//! Finds sections that are probably one, because the key of one of them is misspelled.

use super::draft::Draft;
use super::layout::Layout;
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::model::{Spanned, is_section_key};
use crate::rule::Rule;

/// The shortest key that is compared: shorter ones differ by a single character anyway.
const SHORTEST: usize = 3;

/// Reports each section without a title whose key is close to that of one with a title, and makes one section of both.
pub(super) fn merge(drafts: &mut Vec<Draft>, layout: &Layout<'_>, diagnostics: &mut Diagnostics) {
    for (wrong, right) in pairs(drafts, layout) {
        let index = |key: &str| drafts.iter().position(|draft| draft.key.value == key);
        let (Some(wrong), Some(_)) = (index(&wrong), index(&right)) else {
            // One of them was merged into another one before.
            continue;
        };
        let wrong = drafts.remove(wrong);
        let right = drafts.iter_mut().find(|draft| draft.key.value == right).expect("only the other one was removed");
        diagnostics.push(error(&wrong.key, &right.key));
        wrong.merge_into(right);
    }
}

/// Returns the keys of each pair, the misspelled one first.
fn pairs(drafts: &[Draft], layout: &Layout<'_>) -> Vec<(String, String)> {
    let mut titled = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.has_title()) {
        titled.push(draft.key.value.as_str());
    }
    let mut pairs = Vec::new();
    for untitled in drafts.iter().filter(|draft| !draft.has_title()) {
        let Spanned { value: key, span } = &untitled.key;
        if key.len() < SHORTEST || layout.explains_title(key, span) {
            continue;
        }
        let near = nearest(&key.to_lowercase(), &titled);
        let Some(titled) = drafts.iter().find(|other| Some(other.key.value.as_str()) == near) else {
            continue;
        };
        let has_rows = titled.has_rows() || layout.explains_codes(&titled.key.value, &titled.key.span);
        let is_title_wrong = match (is_section_key(key), is_section_key(&titled.key.value)) {
            (true, false) => true,
            (false, true) => false,
            // Several rows agree against a section that has none.
            _ => !has_rows && untitled.has_several_rows(),
        };
        let (wrong, right) = if is_title_wrong { (&titled.key, key) } else { (&untitled.key, &titled.key.value) };
        pairs.push((wrong.value.clone(), right.clone()));
    }
    pairs
}

fn error(wrong: &Spanned<String>, right: &Spanned<String>) -> Diagnostic {
    let message = format!("unknown section `{}`, did you mean `{}`?", wrong.value, right.value);
    Diagnostic::new(Rule::KeyPresent, message)
        .at(&wrong.span)
        .label("misspelled?")
        .other(&right.span, "the other section")
        .help(format!("write `{}`, or give the section a `title` and codes of its own", right.value))
}
