//! HTTP statuses have their own type, so that they are never looked up as codes.

use core::fmt;
use core::num::NonZeroU16;

/// An HTTP status code (100 to 599), as opposed to an API code.
///
/// Many of the documented numbers are also HTTP statuses, but most of these codes never come with that status. So only the
/// constructors of this type take a bare number.
///
/// ```
/// use amo_codes::{Code, HttpStatus, code};
///
/// let status = HttpStatus::try_from(402)?;
/// assert_eq!(code!(402 in amo_codes::Other).http_status(), Some(status));
/// assert_eq!(Code::with_http_status(status).count(), 1);
/// # Ok::<_, amo_codes::InvalidHttpStatus>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpStatus(NonZeroU16);

impl HttpStatus {
    /// Returns the status with this number, or `None` if it is not from 100 to 599.
    ///
    /// ```
    /// use amo_codes::HttpStatus;
    ///
    /// const NOT_FOUND: Option<HttpStatus> = HttpStatus::from_u16(404);
    /// assert!(NOT_FOUND.is_some());
    /// assert!(HttpStatus::from_u16(600).is_none());
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

impl TryFrom<u16> for HttpStatus {
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
