//! The errors of lookups and of parsing.

use core::fmt;

use crate::Address;
use crate::private::Excerpt;

/// The error returned when a section has no code with the given number.
///
/// ```
/// use amo_codes::Tasks;
///
/// let error = Tasks::try_from(330).unwrap_err();
/// assert_eq!((error.section_key(), error.number()), ("tasks", 330));
/// assert_eq!(error.to_string(), "section `tasks` has no code 330");
/// ```
///
/// With the feature `serde`, it is written as an address, `"tasks.330"`. Only an error of one of amoCRM's sections can be read back,
/// because it keeps the key of its section as a `&'static str`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCode {
    section_key: &'static str,
    number: i64,
}

impl UnknownCode {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(section_key: &'static str, number: i64) -> Self {
        Self { section_key, number }
    }

    /// Returns the number that was looked up.
    ///
    /// ```
    /// assert_eq!(amo_codes::Tasks::try_from(-330).unwrap_err().number(), -330);
    /// ```
    #[must_use]
    pub const fn number(self) -> i64 {
        self.number
    }

    /// Returns the key of the section in which the number was looked up.
    ///
    /// ```
    /// assert_eq!(amo_codes::Tasks::try_from(330).unwrap_err().section_key(), "tasks");
    /// ```
    #[must_use]
    pub const fn section_key(self) -> &'static str {
        self.section_key
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "section `{}` has no code {}", self.section_key, self.number)
    }
}

impl core::error::Error for UnknownCode {}

/// The error returned when a section has no code with the given word.
///
/// It keeps at most 64 bytes of the word, because it does not allocate.
///
/// ```
/// mod stripe {
///     amo_codes::amo_codes!("examples/stripe.toml");
/// }
/// use stripe::CardErrors;
///
/// let error = "card_stolen".parse::<CardErrors>().unwrap_err();
/// assert_eq!((error.section_key(), error.word(), error.is_cut()), ("card_errors", "card_stolen", false));
/// assert_eq!(error.to_string(), "section `card_errors` has no code `card_stolen`");
/// ```
///
/// With the feature `serde`, it is written as an address, `"card_errors.card_stolen"`, unless its word was cut, which is an error. It
/// cannot be read back, because it keeps the key of its section as a `&'static str`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnknownWord {
    section_key: &'static str,
    word: Excerpt<64>,
}

impl UnknownWord {
    #[doc(hidden)]
    #[must_use]
    pub fn __new(section_key: &'static str, word: &str) -> Self {
        Self { section_key, word: Excerpt::new(word) }
    }

    /// Returns the word that was looked up, or its beginning if it was longer than 64 bytes.
    ///
    /// ```
    /// # mod stripe {
    /// #     amo_codes::amo_codes!("examples/stripe.toml");
    /// # }
    /// # use stripe::CardErrors;
    /// assert_eq!("card_stolen".parse::<CardErrors>().unwrap_err().word(), "card_stolen");
    /// ```
    #[must_use]
    pub fn word(&self) -> &str {
        self.word.as_str()
    }

    /// Returns whether [`word`](Self::word) is only the beginning of what was looked up.
    ///
    /// ```
    /// # mod stripe {
    /// #     amo_codes::amo_codes!("examples/stripe.toml");
    /// # }
    /// # use stripe::CardErrors;
    /// assert!("x".repeat(65).parse::<CardErrors>().unwrap_err().is_cut());
    /// ```
    #[must_use]
    pub const fn is_cut(&self) -> bool {
        self.word.is_cut()
    }

    /// Returns the key of the section in which the word was looked up.
    ///
    /// ```
    /// # mod stripe {
    /// #     amo_codes::amo_codes!("examples/stripe.toml");
    /// # }
    /// # use stripe::CardErrors;
    /// assert_eq!("card_stolen".parse::<CardErrors>().unwrap_err().section_key(), "card_errors");
    /// ```
    #[must_use]
    pub const fn section_key(&self) -> &'static str {
        self.section_key
    }
}

/// Writes the word with its unprintable characters escaped.
impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "section `{}` has no code `{}`", self.section_key, self.word)
    }
}

impl core::error::Error for UnknownWord {}

/// The error returned when parsing the address of a code (`tasks.244`), the key of a section (`tasks`) or the name of
/// an [`Advice`](crate::Advice) (`ask-user`). Its message says what was expected.
///
/// ```
/// use amo_codes::{Advice, Code};
///
/// let error = "244".parse::<Code>().unwrap_err();
/// let expected = "expected the address of a code: a section, a dot and a decimal number, such as `authorization.110`";
/// assert_eq!(error.to_string(), expected);
///
/// let error = "task.244".parse::<Code>().unwrap_err();
/// assert!(error.to_string().starts_with("unknown section `task`, expected `authorization`, `account`, "));
///
/// let error = "tasks.330".parse::<Code>().unwrap_err();
/// assert_eq!(error.to_string(), "section `tasks` has no code 330");
///
/// let error = "wait".parse::<Advice>().unwrap_err();
/// assert!(error.to_string().starts_with("unknown advice `wait`, expected `not-an-error`, "));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ParseError(Kind);

/// What is wrong with the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    /// It is not an address; this is one of the table.
    NotAnAddress(Address),
    /// It is an address, but the section has no such code.
    UnknownCode(UnknownCode),
    UnknownWord(UnknownWord),
    /// It is not one of these names.
    UnknownName {
        what: &'static str,
        name: Excerpt<32>,
        expected: &'static [&'static str],
    },
}

impl ParseError {
    pub(crate) const fn not_an_address(example: Address) -> Self {
        Self(Kind::NotAnAddress(example))
    }

    pub(crate) fn unknown_name(what: &'static str, name: &str, expected: &'static [&'static str]) -> Self {
        Self(Kind::UnknownName { what, name: Excerpt::new(name), expected })
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __unknown(section_key: &'static str, number: i64) -> Self {
        Self(Kind::UnknownCode(UnknownCode::__new(section_key, number)))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn __unknown_word(section_key: &'static str, word: &str) -> Self {
        Self(Kind::UnknownWord(UnknownWord::__new(section_key, word)))
    }

    /// Returns the address that was parsed, if only its code is unknown.
    #[cfg(feature = "serde")]
    pub(crate) const fn unknown_code(self) -> Option<UnknownCode> {
        match self.0 {
            Kind::UnknownCode(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, name, expected) = match &self.0 {
            Kind::NotAnAddress(example) => {
                let kind = if example.as_word().is_some() { "word" } else { "decimal number" };
                return write!(f, "expected the address of a code: a section, a dot and a {kind}, such as `{example}`");
            }
            Kind::UnknownCode(error) => return error.fmt(f),
            Kind::UnknownWord(error) => return error.fmt(f),
            Kind::UnknownName { what, name, expected } => (what, name, expected),
        };
        write!(f, "unknown {what} `{name}`, expected ")?;
        for (index, name) in expected.iter().enumerate() {
            let separator = match index {
                0 => "",
                _ if index + 1 == expected.len() => " or ",
                _ => ", ",
            };
            write!(f, "{separator}`{name}`")?;
        }
        Ok(())
    }
}

impl core::error::Error for ParseError {}
