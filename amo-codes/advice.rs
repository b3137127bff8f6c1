//! The recommended next step after a reply.

use core::fmt;
use core::str::FromStr;

use crate::ParseError;

macro_rules! advice {
    ($($(#[$doc:meta])* $variant:ident: $name:literal, $phrase:literal, $explanation:literal;)+) => {
        /// The recommended next step after a code is returned.
        ///
        /// The variants are in order of severity, so the maximum of several is the one to follow.
        ///
        /// The advice is this project's interpretation of amoCRM's documentation, not part of it. [`Code`](crate::Code) lists the
        /// advice of every code. If a code reports a system error or gives no reason, such as 203 and 205, its advice is
        /// [`FixRequest`](Self::FixRequest): adding is not idempotent, so the request must not be repeated blindly.
        ///
        /// ```
        /// use amo_codes::{Advice, code};
        ///
        /// assert_eq!(code!(429).advice(), Advice::RetryLater);
        /// assert_eq!(code!(205).advice(), Advice::FixRequest);
        /// assert_eq!(code!(280).advice(), Advice::NotAnError);
        /// assert_eq!(Advice::AskUser.to_string(), "ask the user");
        /// assert_eq!("ask-user".parse(), Ok(Advice::AskUser));
        /// assert_eq!(Advice::RetryLater.max(Advice::AskUser), Advice::AskUser);
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Advice {
            $(
                #[doc = $explanation]
                $(#[$doc])*
                #[doc = concat!("\n\nIn a table, this is `", $name, "`.")]
                $variant,
            )+
        }

        impl Advice {
            /// All variants, in order of severity.
            ///
            /// ```
            /// assert!(amo_codes::Advice::ALL.is_sorted());
            /// ```
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The names of all variants, in the same order.
            const NAMES: &'static [&'static str] = &[$($name),+];

            /// Returns the name of the variant in a table, such as `ask-user`.
            ///
            /// ```
            /// assert_eq!(amo_codes::Advice::AskUser.as_str(), "ask-user");
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// Returns what to do, in a sentence or two.
            ///
            /// ```
            /// assert!(amo_codes::Advice::AskUser.explanation().starts_with("A person must act first"));
            /// ```
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation),+ }
            }
        }

        /// Writes a human-readable phrase, such as `ask the user`.
        impl fmt::Display for Advice {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(match self { $(Self::$variant => $phrase),+ })
            }
        }
    };
}

advice! {
    NotAnError: "not-an-error", "not an error", "The reply reports success or an empty result.";
    ///
    /// No code of amoCRM's table has this advice. It is the default of your own tables.
    Unspecified: "unspecified", "not specified", "The table does not say what to do. Read the description.";
    NotFound: "not-found", "not found", "The field, entity or element does not exist. This can be ignored when deleting.";
    ///
    /// Repeatedly exceeding amoCRM's rate limit blocks the account. Before you repeat a request that creates something, make
    /// sure that the first attempt was not carried out.
    RetryLater: "retry-later", "retry later", "The same request may succeed later. Retry with exponential backoff.";
    SignIn: "sign-in", "sign in again",
        "The credentials are wrong or the token has expired. Refresh the token once, then retry.";
    FixRequest: "fix-request", "fix the request",
        "The request itself must change. Retrying it unchanged will fail again.";
    AskUser: "ask-user", "ask the user",
        "A person must act first: grant permissions, pay, enable a feature or log in through a browser.";
}

/// Parses the name in a table, such as `ask-user`.
impl FromStr for Advice {
    type Err = ParseError;

    fn from_str(name: &str) -> Result<Self, ParseError> {
        let advice = Self::ALL.iter().find(|advice| advice.as_str() == name);
        advice.copied().ok_or(ParseError::unknown_name("advice", name, Self::NAMES))
    }
}
