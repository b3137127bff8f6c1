//! The languages of the program. What it says is in English in the code, and in Russian in texts.ru.toml.

use std::env;
use std::fmt::Display;
use std::sync::LazyLock;

use amo_codes::Advice;
use toml::de::DeTable;

/// The Russian texts, by the English ones.
static RUSSIAN: LazyLock<Option<DeTable<'static>>> = LazyLock::new(|| {
    // A test reads it.
    DeTable::parse(include_str!("../texts.ru.toml")).map(toml::Spanned::into_inner).ok()
});

/// The language of what the program explains. Errors and the help are in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// English
    En,
    /// Russian
    Ru,
}

impl Language {
    /// Returns the language of a tag, or of the locale, such as `ru_RU.UTF-8`. It is English if it is not Russian.
    pub(crate) fn new(tag: Option<&String>) -> Self {
        let mut locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
        let tag = tag.cloned().or_else(|| locale.find(|value| !value.is_empty()));
        if tag.is_some_and(|tag| tag.to_lowercase().starts_with("ru")) { Self::Ru } else { Self::En }
    }

    /// Returns a text of the program, which is English, in this language.
    pub(crate) fn text(self, english: &str) -> &str {
        let russian = RUSSIAN.as_ref().filter(|_| self == Self::Ru);
        russian.and_then(|texts| texts.get(english)?.get_ref().as_str()).unwrap_or(english)
    }

    /// Says a text of the program in this language, with a value in place of each `{}`.
    pub(crate) fn say(self, english: &str, values: &[&dyn Display]) -> String {
        let mut parts = self.text(english).split("{}");
        let mut said = parts.next().unwrap_or_default().to_owned();
        for (value, part) in values.iter().zip(parts) {
            said = format!("{said}{value}{part}");
        }
        said
    }

    /// Returns advice as a phrase.
    pub(crate) fn phrase(self, advice: Advice) -> String {
        self.say(&advice.to_string(), &[])
    }

    /// Returns what advice means, in a sentence or two.
    pub(crate) fn explanation(self, advice: Advice) -> &'static str {
        self.text(advice.explanation())
    }
}
