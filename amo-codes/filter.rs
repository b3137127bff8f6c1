//! The iterator behind `Code::with_http_status`.

use core::fmt;

use crate::HttpStatus;

/// The codes of a table whose HTTP status is the one wanted.
#[derive(Clone)]
pub struct Filter<C: 'static> {
    codes: core::slice::Iter<'static, C>,
    status_of: fn(C) -> Option<HttpStatus>,
    wanted: Option<HttpStatus>,
}

impl<C: Copy> Filter<C> {
    /// The codes among `codes` that have the status `wanted`.
    pub fn new(codes: &'static [C], status_of: fn(C) -> Option<HttpStatus>, wanted: Option<HttpStatus>) -> Self {
        Self { codes: codes.iter(), status_of, wanted }
    }
}

impl<C: Copy> Iterator for Filter<C> {
    type Item = C;

    fn next(&mut self) -> Option<C> {
        self.codes.find(|&&code| (self.status_of)(code) == self.wanted).copied()
    }
}

impl<C: Copy + fmt::Debug> fmt::Debug for Filter<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
