//! amoCRM's table: the expansion of `codes.toml`, plus what the data lacks: an example for each type, and an explanation
//! wherever the translation in amoCRM's documentation is misleading.

#![allow(clippy::trivially_copy_pass_by_ref, reason = "`description` says why it takes a reference")]

mod expansion {
    crate::amo_codes!("codes.toml");
}

#[doc(hidden)]
pub use expansion::__amo_codes::{self, __code};

/// A code of any section.
///
/// ```
/// use amo_codes::{Advice, Code, Section, Tasks};
///
/// let code: Code = "tasks.244".parse()?; // an address
/// assert_eq!(code, Code::Tasks(Tasks::AddLeadForbidden));
/// assert_eq!(Tasks::try_from(code), Ok(Tasks::AddLeadForbidden));
/// assert_eq!((code.section(), code.number()), (Section::Tasks, 244));
/// assert_eq!((code.advice(), code.is_error()), (Advice::AskUser, true));
/// assert_eq!(code.to_string(), "Adding transactions: no rights.");
/// assert_eq!(format!("{code:#}"), "tasks.244: Adding transactions: no rights.");
/// assert!(Code::by_number(244).contains(&code));
/// # Ok::<_, amo_codes::ParseError>(())
/// ```
pub use expansion::Code;

/// The section of a code. Several sections of amoCRM's documentation may define the same number.
///
/// ```
/// use amo_codes::{Code, Section, Tasks};
///
/// let section: Section = "tasks".parse()?;
/// assert_eq!(section, Section::Tasks);
/// assert_eq!(section.title(), "Responses when working with tasks");
/// assert_eq!(section.lookup(244), Some(Code::Tasks(Tasks::AddLeadForbidden)));
/// assert_eq!(section.lookup(330), None);
///
/// // The path of a request is a hint to its section.
/// assert_eq!(Section::from_path("/api/v4/tasks?page=2"), Some(section));
/// # Ok::<_, amo_codes::ParseError>(())
/// ```
pub use expansion::Section;

/// Codes returned when a client signs in.
///
/// ```
/// use amo_codes::{Advice, Authorization};
///
/// assert_eq!(Authorization::from_number(110).map(Authorization::advice), Some(Advice::SignIn));
/// ```
pub use expansion::Authorization;

/// Codes returned when a client reads the account.
///
/// ```
/// use amo_codes::Account;
///
/// assert_eq!(Account::UnknownEndpoint.description(), "The requested API method was not found");
/// ```
pub use expansion::Account;

/// Codes returned when a client works with contacts and companies. An “additional field” is a custom field.
///
/// ```
/// use amo_codes::{Advice, Contacts};
///
/// assert_eq!(Contacts::ContactSearchFailed.advice(), Advice::RetryLater);
/// ```
pub use expansion::Contacts;

/// Codes returned when a client works with leads, which amoCRM's documentation also calls deals and transactions.
///
/// ```
/// use amo_codes::{Leads, code};
///
/// assert_eq!(code!(217), Leads::UpdateLeadsParametersRequired.into());
/// ```
pub use expansion::Leads;

/// Codes returned when a client works with notes, which amoCRM's documentation calls events.
///
/// ```
/// use amo_codes::{Events, Section};
///
/// assert_eq!(Events::NoteTargetNotFound.number(), 226);
/// assert_eq!(Section::from_path("/api/v4/leads/55/notes"), Some(Events::SECTION));
/// ```
pub use expansion::Events;

/// Codes returned when a client works with tasks, and some codes about notes, contacts and leads.
///
/// ```
/// use amo_codes::{Code, Section, Tasks};
///
/// let code = Tasks::try_from(244)?;
/// assert_eq!(code, Tasks::AddLeadForbidden);
/// assert_eq!((code.number(), code.name()), (244, "AddLeadForbidden"));
/// assert_eq!(Tasks::from_name("AddLeadForbidden"), Some(code));
/// assert_eq!(Tasks::from_number(330), None);
/// assert_eq!(Code::from(code).section(), Section::Tasks);
/// # Ok::<_, amo_codes::UnknownCode>(())
/// ```
pub use expansion::Tasks;

/// Codes returned when a client works with catalogs, which amoCRM's documentation calls directories.
///
/// ```
/// use amo_codes::{Advice, Directories};
///
/// assert_eq!(Directories::CatalogNotFound.advice(), Advice::NotFound);
/// ```
pub use expansion::Directories;

/// Codes returned when a client works with the elements of catalogs (“directory items”). One of them is a success.
///
/// ```
/// use amo_codes::DirectoryElements;
///
/// assert!(!DirectoryElements::ElementCreated.is_error());
/// ```
pub use expansion::DirectoryElements;

/// Codes returned when a client works with customers.
///
/// ```
/// use amo_codes::{Advice, Customers};
///
/// assert_eq!(Customers::PaymentRequired.advice(), Advice::AskUser);
/// ```
pub use expansion::Customers;

/// Codes returned for any request.
///
/// Most of the numbers are also HTTP statuses. 402, 403 and 429 come with that status, and 2002 comes with 204.
///
/// ```
/// use amo_codes::{HttpStatus, Other};
///
/// assert_eq!(Other::NothingFound.http_status(), HttpStatus::from_u16(204));
/// assert_eq!(Other::TooManyRequests.http_status(), HttpStatus::from_u16(429));
/// ```
pub use expansion::Other;
