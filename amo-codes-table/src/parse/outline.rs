//! What each section has, noted before the sections are read: it tells which one a misspelled key was meant to be.

use super::section::{Parts, TITLE};
use crate::words::nearest;

/// The keys of the sections, in file order.
#[derive(Default)]
pub(super) struct Outline<'t> {
    /// Those with a title.
    pub(super) titled: Vec<&'t str>,
    /// Those that only the headers of their rows name.
    pub(super) without_header: Vec<&'t str>,
    /// Those without a header that a section without codes was probably meant to be.
    pub(super) misspelled: Vec<&'t str>,
}

impl<'t> Outline<'t> {
    pub(super) fn new(sections: &[Parts<'t>]) -> Self {
        let (mut outline, mut without_codes) = (Self::default(), Vec::new());
        for Parts { key, own, rows, .. } in sections {
            if own.is_empty() {
                outline.without_header.push(*key);
            }
            if own.iter().any(|item| item.key == TITLE.name) {
                outline.titled.push(*key);
                if rows.is_empty() {
                    without_codes.push(*key);
                }
            }
        }
        for key in without_codes {
            if let Some(near) = nearest(key, &outline.without_header) {
                outline.misspelled.push(near);
            }
        }
        outline
    }
}
