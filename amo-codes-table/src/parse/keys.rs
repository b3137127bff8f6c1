//! The keys of sections and codes. Each is declared once: the type of its value, and what to write.

use toml::de::DeValue;

use super::code::is_word;
use crate::model::Spanned;

/// What has keys.
pub(super) struct Owner {
    pub(super) name: &'static str,
    /// Its keys, in the order in which messages list them.
    pub(super) keys: &'static [&'static Key],
}

pub(super) static SECTION: Owner = Owner { name: "section", keys: &[&TITLE, &PATHS, &ADVICE, &DOCS, &RESERVED] };
pub(super) static CODE: Owner = Owner { name: "code", keys: &[&NAME, &DESCRIPTION, &HTTP, &NOTE, &ADVICE, &EVIDENCE] };

impl Owner {
    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|own| own.name == key)
    }
}

/// A key of a section, of a code, or of both.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) kind: &'static Kind,
    /// What to write, for every error about the key.
    pub(super) help: &'static str,
    pub(super) is_required: bool,
    /// What people write instead.
    pub(super) instead: &'static [&'static str],
}

impl Key {
    const fn new(name: &'static str, kind: &'static Kind, help: &'static str) -> Self {
        Self { name, kind, help, is_required: false, instead: &[] }
    }

    const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    const fn instead_of(mut self, others: &'static [&'static str]) -> Self {
        self.instead = others;
        self
    }
}

pub(super) static TITLE: Key = Key::new("title", &TEXT, TITLE_HELP).required();
const TITLE_HELP: &str = "copy the title of the section from the API's documentation, in quotes";

pub(super) static PATHS: Key = Key::new("paths", &TEXTS, PATHS_HELP);
const PATHS_HELP: &str =
    "write an array of request paths, such as `paths = [\"/v1/invoices\", \"/v2/invoices\"]`, or omit the key";

pub(super) static DOCS: Key = Key::new("docs", &TEXT, DOCS_HELP).instead_of(&["url", "docs_url"]);
const DOCS_HELP: &str = "write the URL of the documentation of its codes, such as \
    `docs = \"https://example.com/errors#{number}\"`, or omit the key";

pub(super) static RESERVED: Key = Key::new("reserved", &CODES, RESERVED_HELP).instead_of(&["removed", "retired"]);
const RESERVED_HELP: &str = "write an array of the numbers or words that were once used and must not come back, such as \
    `reserved = [205, 210]` or `reserved = [\"not_paid\"]`, or omit the key";

pub(super) static ADVICE: Key = Key::new("advice", &TEXT, ADVICE_HELP).instead_of(&["retry"]);
const ADVICE_HELP: &str = "write what to do next, such as `advice = \"retry-later\"`, or omit the key";

pub(super) static NAME: Key = Key::new("name", &TEXT, NAME_HELP).required();
const NAME_HELP: &str =
    "copy the API's own name for the code, such as `name = \"NOT_FOUND\"`, or say what happened if it has none";

pub(super) static DESCRIPTION: Key =
    Key::new("description", &TEXT, DESCRIPTION_HELP).required().instead_of(&["desc", "text", "message"]);
const DESCRIPTION_HELP: &str = "copy the description from the API's documentation, in quotes";

pub(super) static HTTP: Key = Key::new("http", &HTTP_STATUS, HTTP_HELP).instead_of(&["status", "http_status"]);
const HTTP_HELP: &str = "write an HTTP status as a plain number, such as `http = 402`, or omit the key if the documentation \
    gives none; the number of a code is not an HTTP status";

pub(super) static NOTE: Key = Key::new("note", &TEXT, NOTE_HELP);
const NOTE_HELP: &str = "copy the note from the API's documentation, in quotes, or omit the key if it has none";

pub(super) static EVIDENCE: Key = Key::new("evidence", &TEXT, EVIDENCE_HELP).instead_of(&["undocumented"]);
const EVIDENCE_HELP: &str = "if the API's documentation does not have the code, write where replies with it were seen, such as \
    `evidence = \"Seen in replies to POST /v1/invoices\"`; otherwise, omit the key";

pub(super) fn names(keys: &[&'static Key]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for key in keys {
        names.push(key.name);
    }
    names
}

/// A type of values.
pub(super) struct Kind {
    /// Its name after "is not".
    pub(super) name: &'static str,
    /// Whether a value has it, in a table whose codes are words or not.
    pub(super) has: fn(&DeValue<'_>, bool) -> bool,
}

static TEXT: Kind = Kind { name: "a string", has: |value, _| value.is_str() };
static TEXTS: Kind = Kind { name: "an array of strings", has: |value, _| texts(value).is_some() };
static CODES: Kind = Kind { name: "an array of codes", has: |value, has_words| codes(value, has_words).is_some() };
static HTTP_STATUS: Kind = Kind { name: "an integer from 100 to 599", has: |value, _| http_status(value).is_some() };

pub(super) fn texts(value: &DeValue<'_>) -> Option<Vec<Spanned<String>>> {
    array(value, |text| text.as_str().map(str::to_owned))
}

/// Returns numbers or words as they are in headers of codes.
pub(super) fn codes(value: &DeValue<'_>, has_words: bool) -> Option<Vec<Spanned<String>>> {
    if has_words {
        array(value, |word| word.as_str().filter(|word| is_word(word)).map(str::to_owned))
    } else {
        array(value, |number| integer(number).map(|number| number.to_string()))
    }
}

fn array(value: &DeValue<'_>, element: fn(&DeValue<'_>) -> Option<String>) -> Option<Vec<Spanned<String>>> {
    let mut array = Vec::new();
    for value in value.as_array()? {
        array.push(Spanned { value: element(value.get_ref())?, span: value.span() });
    }
    Some(array)
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

pub(super) fn http_status(value: &DeValue<'_>) -> Option<u16> {
    u16::try_from(integer(value)?).ok().filter(|status| (100..=599).contains(status))
}
