//! One thing that a reply says went wrong.

use core::fmt;
use std::boxed::Box;

use crate::reply::advice;
use crate::reply::text::OneLine;
use crate::reply::walk::Raw;
use crate::{Advice, Code, HttpStatus, Section};

/// One thing that a reply says went wrong: a number with its code, or words alone.
///
/// `Display` is one line: the address and the description, the body's own words where there is no code, and the
/// advice.
///
/// ```
/// use amo_codes::{HttpStatus, reply::Reply};
///
/// let body = br#"{"response":{"customers":{"delete":{"errors":[{"id":31,"code":404,"message":"Error 282."}]}}}}"#;
/// let reply = Reply::read("/api/v2/customers", HttpStatus::try_from(200)?, body);
/// assert_eq!(
///     reply.findings()[0].to_string(),
///     "directories.282 or directory_elements.282: Error 282. (entity 31; not found)"
/// );
/// # Ok::<_, amo_codes::InvalidHttpStatus>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    number: Option<u16>,
    code: Option<Code>,
    advice: Advice,
    message: Box<str>,
    at: Box<str>,
    entity: Option<Box<str>>,
    field: Option<Box<str>>,
    word: Option<Box<str>>,
}

impl Finding {
    /// What the table makes of a finding of the walk, in a reply of this section and status.
    ///
    /// A number with one meaning has it in every section; so the section is asked for only where there are more.
    pub(super) fn new(raw: Raw, section: impl Fn() -> Option<Section>, http: HttpStatus) -> Self {
        let meanings = raw.number.map(Code::meanings).unwrap_or_default();
        let code = match meanings {
            [] => None,
            [code] => Some(*code),
            _ => meanings.iter().copied().find(|code| Some(code.section()) == section()),
        };
        let advice = match (code, meanings) {
            (Some(code), _) => code.advice(),
            (None, [first, others @ ..]) if others.iter().all(|other| other.advice() == first.advice()) => {
                first.advice()
            }
            _ => advice::of_words(&raw.message, raw.status.unwrap_or(http)),
        };
        let Raw { number, message, at, entity, field, word, .. } = raw;
        Self { number, code, advice, message, at, entity, field, word }
    }

    /// The number that the body gave, whether the table has it or not.
    ///
    /// An HTTP status is none, also where a body repeats it.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let status = HttpStatus::try_from(400)?;
    /// let reply = Reply::read("/api/v4/leads", status, br#"{"errors":[{"code":330}]}"#);
    /// assert_eq!(reply.findings()[0].number(), Some(330));
    /// let reply = Reply::read("/api/v4/leads", status, br#"{"title":"Bad Request","status":400}"#);
    /// assert_eq!(reply.findings()[0].number(), None);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn number(&self) -> Option<u16> {
        self.number
    }

    /// The code of this number in the section of the path, else the only meaning that the number has.
    ///
    /// ```
    /// use amo_codes::{Code, HttpStatus, Tasks, code, reply::Reply};
    ///
    /// let status = HttpStatus::try_from(400)?;
    /// let body = br#"{"response":{"error":"...","error_code":"244"}}"#;
    /// let code = |path| Reply::read(path, status, body).findings()[0].code();
    /// assert_eq!(code("/api/v2/tasks"), Some(Code::Tasks(code!(244 in Tasks))));
    /// assert_eq!(code("/api/v2/leads"), None); // four other sections have it
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        self.code
    }

    /// Every section's code of this number, in the table's order; none where the table has it not.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"response":{"error":"...","error_code":"244"}}"#;
    /// let reply = Reply::read("/api/v2/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].meanings().len(), 4);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn meanings(&self) -> &'static [Code] {
        self.number.map(Code::meanings).unwrap_or_default()
    }

    /// What to do next about this finding: what its code says, else what all meanings of its number agree on, else
    /// what its words or the HTTP status say.
    ///
    /// ```
    /// use amo_codes::{Advice, HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"hint":"Token has been revoked","title":"Bad request","status":400}"#;
    /// let reply = Reply::read("/oauth2/access_token", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].advice(), Advice::SignIn);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn advice(&self) -> Advice {
        self.advice
    }

    /// The body's own words; empty where it has none.
    ///
    /// Of a body that is no JSON: the first line of readable text, at most 300 characters.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = b"<html><head><title>502 Bad Gateway</title></head></html>";
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(502)?, body);
    /// assert_eq!(reply.findings()[0].message(), "502 Bad Gateway");
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where in the body it stands, as a JSON pointer (RFC 6901): at the number, else at the words.
    ///
    /// The empty pointer is the whole body.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"_embedded":{"errors":{"update":[{"code":"217","message":"..."}]}}}"#;
    /// let reply = Reply::read("/api/v2/leads", HttpStatus::try_from(200)?, body);
    /// assert_eq!(reply.findings()[0].at(), "/_embedded/errors/update/0/code");
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn at(&self) -> &str {
        &self.at
    }

    /// The id of the entity, or the `request_id` of the part of the request, that it is about, where the body gives it.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"errors":{"5512":"Loss reason is for lost leads"},"title":"Bad Request","status":400}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].entity(), Some("5512"));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn entity(&self) -> Option<&str> {
        self.entity.as_deref()
    }

    /// The path of the field of the request that it is about, where the body gives it.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"validation-errors":[{"request_id":"0","errors":[
    ///     {"code":"NotSupportedChoice","path":"status_id","detail":"No such choice."}]}]}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].field(), Some("status_id"));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// What the body gives as a code that is no number of a table: a word such as `NotSupportedChoice`, or a UUID.
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"validation-errors":[{"request_id":"0","errors":[
    ///     {"code":"NotSupportedChoice","path":"status_id","detail":"No such choice."}]}]}"#;
    /// let reply = Reply::read("/api/v4/leads", HttpStatus::try_from(400)?, body);
    /// assert_eq!(reply.findings()[0].word(), Some("NotSupportedChoice"));
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        self.word.as_deref()
    }

    /// Whether it tells of a failure: its advice is another than [`Advice::NotAnError`].
    ///
    /// ```
    /// use amo_codes::{HttpStatus, reply::Reply};
    ///
    /// let body = br#"{"response":{"error":"element created","error_code":280}}"#;
    /// let reply = Reply::read("/api/v2/catalog_elements", HttpStatus::try_from(200)?, body);
    /// assert!(!reply.findings()[0].is_failure());
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.advice != Advice::NotAnError
    }

    /// The address of the code, else all addresses that the number has, else the number.
    fn fmt_address(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(number) = self.number else {
            return Ok(());
        };
        if let Some(code) = self.code {
            return write!(f, "{}.{number}: ", code.section());
        }
        let meanings = self.meanings();
        for (place, meaning) in meanings.iter().enumerate() {
            let before = match place {
                0 => "",
                _ if place + 1 == meanings.len() => " or ",
                _ => ", ",
            };
            write!(f, "{before}{}.{number}", meaning.section())?;
        }
        if meanings.is_empty() { write!(f, "unknown code {number}: ") } else { f.write_str(": ") }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_address(f)?;
        match (self.code, &*self.message) {
            (Some(code), _) => write!(f, "{code}")?,
            (None, "") => f.write_str("no words")?,
            (None, message) => write!(f, "{}", OneLine(message))?,
        }
        f.write_str(" (")?;
        if let Some(entity) = self.entity() {
            write!(f, "entity {}; ", OneLine(entity))?;
        }
        if let Some(field) = self.field() {
            write!(f, "field {}; ", OneLine(field))?;
        }
        write!(f, "{})", self.advice)
    }
}
