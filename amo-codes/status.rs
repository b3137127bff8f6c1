//! HTTP statuses have their own type, so that they are never looked up as codes.

use core::fmt;
use core::num::NonZeroU16;

/// An HTTP status code (100 to 599), as opposed to an API code.
///
/// Many codes of amoCRM have the number of an HTTP status but mean something else. So a status has a type of its own, and is
/// never looked up as a code by mistake. Only a literal is not protected: `code!(401)` is the code
/// `authorization.401`, not HTTP 401.
///
/// ```
/// use amo_codes::{Code, HttpStatus, code};
///
/// let status = HttpStatus::try_from(402)?;
/// assert_eq!(code!(other.402).http_status(), Some(status));
/// assert!(Code::by_http_status(status).any(|code| code == code!(other.402)));
/// # Ok::<_, amo_codes::InvalidHttpStatus>(())
/// ```
///
/// # The crate `http`
/// The status of reqwest, hyper and other clients is an `http::StatusCode`. The feature `http` adds conversions from and to
/// it. Without the feature, pass its number, `status.as_u16()`, to `HttpStatus::try_from`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpStatus(NonZeroU16);

impl HttpStatus {
    /// Returns the status with this number, or `None` if it is not from 100 to 599.
    ///
    /// ```
    /// assert!(amo_codes::HttpStatus::from_u16(404).is_some());
    /// assert!(amo_codes::HttpStatus::from_u16(600).is_none());
    /// ```
    #[must_use]
    pub const fn from_u16(status: u16) -> Option<Self> {
        match NonZeroU16::new(status) {
            Some(number) if 100 <= status && status <= 599 => Some(Self(number)),
            _ => None,
        }
    }

    /// Returns the status as a number, 100 to 599.
    ///
    /// ```
    /// assert_eq!(amo_codes::HttpStatus::try_from(404)?.as_u16(), 404);
    /// # Ok::<_, amo_codes::InvalidHttpStatus>(())
    /// ```
    #[must_use]
    pub const fn as_u16(self) -> u16 {
        self.0.get()
    }
}

impl fmt::Display for HttpStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for HttpStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HttpStatus").field(&self.as_u16()).finish()
    }
}

/// Fails for a number that is not from 100 to 599.
///
/// To convert an `http::StatusCode`, enable the feature `http`.
// The compiler shows this line, comment included, if it finds a `StatusCode` and the feature is off.
impl TryFrom<u16> for HttpStatus /* for a StatusCode, enable the feature `http` */ {
    type Error = InvalidHttpStatus;

    fn try_from(status: u16) -> Result<Self, InvalidHttpStatus> {
        Self::from_u16(status).ok_or(InvalidHttpStatus(status))
    }
}

impl From<HttpStatus> for u16 {
    fn from(status: HttpStatus) -> Self {
        status.as_u16()
    }
}

/// The error returned when a number is not an HTTP status.
///
/// ```
/// use amo_codes::HttpStatus;
///
/// let error = HttpStatus::try_from(2002).unwrap_err();
/// assert_eq!(error.number(), 2002);
/// assert_eq!(error.to_string(), "2002 is not a valid HTTP status (expected 100 to 599)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InvalidHttpStatus(u16);

impl InvalidHttpStatus {
    /// Returns the number that was given.
    ///
    /// ```
    /// assert_eq!(amo_codes::HttpStatus::try_from(99).unwrap_err().number(), 99);
    /// ```
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for InvalidHttpStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a valid HTTP status (expected 100 to 599)", self.0)
    }
}

impl core::error::Error for InvalidHttpStatus {}
