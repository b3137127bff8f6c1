//! Feature `http`: conversions to and from the type of the crate `http`.

use http::StatusCode;

use crate::{HttpStatus, InvalidHttpStatus};

/// Fails for 600 to 999, which `http` accepts but which are not valid HTTP statuses.
///
/// ```
/// use amo_codes::HttpStatus;
///
/// let status = HttpStatus::try_from(http::StatusCode::UNAUTHORIZED)?;
/// assert_eq!(status.as_u16(), 401);
/// # Ok::<_, amo_codes::InvalidHttpStatus>(())
/// ```
impl TryFrom<StatusCode> for HttpStatus {
    type Error = InvalidHttpStatus;

    fn try_from(status: StatusCode) -> Result<Self, InvalidHttpStatus> {
        Self::try_from(status.as_u16())
    }
}

/// Converts the status, which cannot fail.
///
/// ```
/// use amo_codes::code;
///
/// let status = code!(429).http_status().map(http::StatusCode::from);
/// assert_eq!(status, Some(http::StatusCode::TOO_MANY_REQUESTS));
/// ```
impl From<HttpStatus> for StatusCode {
    fn from(status: HttpStatus) -> Self {
        // `http` accepts every number from 100 to 599; a test tries each.
        Self::from_u16(status.as_u16()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use crate::HttpStatus;

    #[test]
    fn each_number_that_both_types_accept_is_kept() {
        for number in 100..=999 {
            let theirs = StatusCode::from_u16(number).unwrap();
            match HttpStatus::try_from(theirs) {
                Ok(ours) => assert_eq!((ours.as_u16(), StatusCode::from(ours).as_u16()), (number, number)),
                Err(error) => assert_eq!((number >= 600, error.number()), (true, number)),
            }
        }
    }
}
