//! The lookups and getters of amoCRM's table, and the types that are the same for every table.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod scan;

use std::collections::HashSet;

use amo_codes::{Address, Advice, Authorization, Code, HttpStatus, InvalidHttpStatus, Leads, Other, Section, Tasks};
use scan::assert_lookups;

#[test]
fn every_lookup_finds_what_a_scan_finds() {
    let far = [
        i64::MIN,
        i64::MIN + 1,
        -70_000,
        -65_536 + 244,
        -244,
        -1,
        65_536 + 244,
        (1 << 32) + 244,
        i64::MAX - 1,
        i64::MAX,
    ];
    let numbers = (0..=i64::from(u16::MAX)).chain(far);
    assert_lookups(numbers.clone(), Code::ALL, Section::ALL, Code::by_number, Section::lookup);
    for number in numbers {
        let task = Tasks::ALL.iter().copied().find(|code| code.number() == number);
        assert_eq!(Tasks::from_number(number), task);
        assert_eq!(Tasks::try_from(number).ok(), task);
    }
}

#[test]
fn a_name_leads_to_its_codes() {
    for code in Code::ALL {
        let codes: Vec<Code> = Code::ALL.iter().copied().filter(|other| other.name() == code.name()).collect();
        assert!(Code::by_name(code.name()).eq(codes), "{code:?}");
    }
    for task in Tasks::ALL {
        assert_eq!(Tasks::from_name(task.name()), Some(*task));
    }
    assert_eq!(Code::by_name("AddLeadForbidden").count(), 2);
    assert_eq!(Code::by_name("addleadforbidden").count(), 0);
    assert_eq!((Leads::from_name("UserDisabled"), Leads::from_name("")), (None, None));
}

#[test]
fn sections_have_their_codes_in_table_order() {
    let all: Vec<Code> = Section::ALL.iter().flat_map(|section| section.codes()).copied().collect();
    assert_eq!(all, Code::ALL);
    for section in Section::ALL {
        assert!(section.codes().iter().all(|code| code.section() == *section), "{section}");
    }
    let tasks: Vec<Code> = Tasks::ALL.iter().copied().map(Code::from).collect();
    assert_eq!(tasks, Section::Tasks.codes());
    assert_eq!(Tasks::SECTION, Section::Tasks);
}

#[test]
fn getters_return_what_the_row_has() {
    let code = Code::Other(Other::NothingFound);
    assert_eq!(code.number(), 2002);
    assert_eq!(code.section(), Section::Other);
    assert_eq!(code.name(), "NothingFound");
    assert_eq!(code.description(), "There are no results for your search");
    assert_eq!(code.note(), Some("At the same time HTTP code #204 \"No Content\" is given with this response."));
    assert_eq!(code.http_status().map(HttpStatus::as_u16), Some(204));
    assert_eq!((code.advice(), code.is_error()), (Advice::NotAnError, false));
    assert_eq!(code.docs_url(), Some("https://www.amocrm.com/developers/content/api/errors"));
    let code = Code::Tasks(Tasks::AddLeadForbidden);
    assert_eq!((code.note(), code.http_status(), code.is_error(), code.is_documented()), (None, None, true, true));
    assert!(!Code::Leads(Leads::AddLeadForbidden).is_documented());
}

#[test]
fn an_address_is_parsed_and_displayed() {
    for code in Code::ALL {
        let address = format!("{}.{}", code.section(), code.number());
        assert_eq!(code.address().to_string(), address);
        assert_eq!(address.parse(), Ok(*code));
        assert_eq!(format!("{code:#}"), format!("{address}: {code}"));
        assert_eq!(code.to_string(), code.description());
    }
    assert_eq!(
        format!("{:>8}|{:<8}|{:.3}", Section::Tasks, Section::Leads, Tasks::AddLeadForbidden),
        "   tasks|leads   |Add"
    );
    for wrong in
        ["", "244", "tasks", "tasks.", ".244", "tasks.0244", "tasks.+244", "tasks.-244", "tasks.70000", "Tasks.244"]
    {
        assert!(wrong.parse::<Code>().is_err(), "{wrong}");
    }
    for section in Section::ALL {
        assert_eq!(section.as_str().parse(), Ok(*section));
        assert_eq!(section.to_string(), section.as_str());
    }
    assert!("Tasks".parse::<Section>().is_err());
}

#[test]
fn debug_shows_names() {
    assert_eq!(format!("{:?}", Code::Tasks(Tasks::AddLeadForbidden)), "Tasks(AddLeadForbidden)");
    assert_eq!(
        format!("{:?} {:?}", Section::DirectoryElements, HttpStatus::from_u16(404)),
        "DirectoryElements Some(HttpStatus(404))"
    );
}

#[test]
fn a_code_takes_at_most_four_bytes() {
    assert!(size_of::<Option<Code>>() <= 4);
    assert_eq!(Tasks::AddLeadForbidden as i64, 244);
}

#[test]
fn a_status_leads_to_the_codes_that_come_with_it() {
    for status in (100..=599).filter_map(HttpStatus::from_u16) {
        let codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| code.http_status() == Some(status)).collect();
        assert!(Code::by_http_status(status).eq(codes), "{status}");
    }
    let codes = Code::by_http_status(HttpStatus::from_u16(403).unwrap());
    assert_eq!(codes.clone().count(), codes.count());
}

#[test]
fn a_status_is_100_to_599() {
    for (number, is_status) in
        [(0, false), (99, false), (100, true), (599, true), (600, false), (2002, false), (u16::MAX, false)]
    {
        assert_eq!(HttpStatus::from_u16(number).map(HttpStatus::as_u16), is_status.then_some(number));
        let error = HttpStatus::try_from(number).map_err(InvalidHttpStatus::number).err();
        assert_eq!(error, (!is_status).then_some(number));
    }
    assert_eq!(u16::from(HttpStatus::from_u16(404).unwrap()), 404);
    assert_eq!(HttpStatus::from_u16(404).unwrap().to_string(), "404");
}

#[test]
fn advice_has_a_name_and_a_phrase() {
    let names: Vec<String> = Advice::ALL.iter().map(|advice| format!("{}: {advice}", advice.as_str())).collect();
    let expected = [
        "not-an-error: not an error",
        "unspecified: not specified",
        "not-found: not found",
        "retry-later: retry later",
        "sign-in: sign in again",
        "fix-request: fix the request",
        "ask-user: ask the user",
    ];
    assert_eq!(names, expected);
    for &advice in Advice::ALL {
        assert_eq!(advice.as_str().parse(), Ok(advice));
        assert!(advice.explanation().ends_with('.'));
    }
    assert_eq!(format!("{:>12}|", Advice::NotFound), "   not found|");
}

#[test]
fn advice_is_ordered_by_severity() {
    use Advice::{AskUser, FixRequest, NotAnError, NotFound, RetryLater, SignIn, Unspecified};
    assert_eq!(Advice::ALL, [NotAnError, Unspecified, NotFound, RetryLater, SignIn, FixRequest, AskUser]);
    assert!(Advice::ALL.is_sorted());
    assert_eq!([RetryLater, AskUser, NotFound].into_iter().max(), Some(AskUser));
}

#[test]
fn codes_are_ordered_by_section_then_number_and_can_be_hashed() {
    let (mut codes, mut numbers) = (Code::ALL.to_vec(), Authorization::ALL.to_vec());
    codes.sort();
    numbers.sort();
    assert!(codes.is_sorted_by_key(|code| (code.section(), code.number())));
    assert!(numbers.is_sorted_by_key(|code| code.number()));
    // Table order is another: it is that of the documentation.
    assert!(!Authorization::ALL.is_sorted());
    assert!(Section::ALL.is_sorted());
    assert_eq!(HashSet::<Code>::from_iter(codes).len(), Code::ALL.len());
}

#[test]
fn paths_lead_to_sections() {
    for (path, section) in [
        ("/private/api/auth.php?type=json", Section::Authorization),
        ("/oauth2/access_token", Section::Authorization),
        ("/private/api/v2/json/accounts/current", Section::Account),
        ("/api/v2/account", Section::Account),
        ("/api/v4/account", Section::Account),
        ("/private/api/v2/json/contacts/set", Section::Contacts),
        ("/private/api/v2/json/company/list", Section::Contacts),
        ("/api/v4/companies/7", Section::Contacts),
        ("https://example.amocrm.ru/api/v4/leads/55?with=contacts", Section::Leads),
        ("/api/v4/leads/55/notes?page=2", Section::Events),
        ("/api/v4/leads/notes", Section::Events),
        ("/api/v4/customers/3/notes/8", Section::Events),
        ("/api/v2/notes", Section::Events),
        ("/api/v4/tasks", Section::Tasks),
        ("/ajax/v1/catalogs/set/", Section::Directories),
        ("/private/api/v2/json/catalogs", Section::Directories),
        ("/private/api/v2/json/catalog_elements", Section::DirectoryElements),
        ("/private/api/v2/json/transactions/set", Section::Customers),
        ("/api/v2/customers_periods", Section::Customers),
        ("/api/v4/companies/notes", Section::Events),
        ("/api/v4/contacts/7/notes", Section::Events),
        ("/api/v4/catalogs/5", Section::Directories),
        ("/api/v4/catalogs/5/elements", Section::DirectoryElements),
        ("/ajax/v1/catalog_elements/set", Section::DirectoryElements),
        ("/ajax/v1/customers/list", Section::Customers),
        ("/api/v4/customers", Section::Customers),
        ("/api/v4/leads/pipelines", Section::Other),
        ("/api/v4/events", Section::Other),
        ("/api/v4/leads/unsorted", Section::Other),
        ("/api/v4/webhooks", Section::Other),
        ("", Section::Other),
    ] {
        assert_eq!(Section::from_path(path), Some(section), "{path}");
    }
}

#[test]
fn the_path_of_a_request_chooses_among_the_sections_that_have_the_number() {
    for (url, number, address) in [
        // Leads fit better, but only `other` has 402, and its path is `/`.
        ("/api/v4/leads", 402, Some("other.402")),
        ("/api/v4/leads", 244, Some("leads.244")),
        ("https://x.amocrm.ru/api/v4/tasks?page=2", 244, Some("tasks.244")),
        ("/api/v4/leads/55/notes", 244, Some("events.244")),
        // Only one section has the number, so the path does not matter.
        ("/api/v4/leads", 226, Some("events.226")),
        ("", 226, Some("events.226")),
        // Several sections have it, and the path fits none of them.
        ("/api/v4/webhooks", 244, None),
        ("", 244, None),
        ("/api/v4/leads", 404, None),
        ("/api/v4/leads", -217, None),
    ] {
        assert_eq!(Code::at(url, number).map(|code| code.address().to_string()).as_deref(), address, "{url} {number}");
    }
}

/// Every lookup and getter works in a constant, so what is known at compile time costs nothing at run time.
mod constants {
    use std::hint::black_box;

    use super::{Address, Advice, Code, HttpStatus, Leads, Other, Section, Tasks};

    type Texts = (&'static str, &'static str, [Option<&'static str>; 3]);
    type Facts = (i64, Address, Texts, Option<HttpStatus>, Advice, bool, bool);

    macro_rules! facts {
        ($name:ident, $type:ident) => {
            const fn $name(code: $type) -> Facts {
                let texts = (code.name(), code.description(), [code.note(), code.evidence(), code.docs_url()]);
                let facts = (code.http_status(), code.advice(), code.is_error(), code.is_documented());
                (code.number(), code.address(), texts, facts.0, facts.1, facts.2, facts.3)
            }
        };
    }
    facts!(code_facts, Code);
    facts!(leads_facts, Leads);

    const fn lookups(number: i64) -> (Option<Code>, &'static [Code], Option<Tasks>) {
        (Section::Tasks.lookup(number), Code::by_number(number), Tasks::from_number(number))
    }

    const fn texts(section: Section) -> (&'static str, &'static str, &'static [Code]) {
        (section.as_str(), section.title(), section.codes())
    }

    const CODE: Code = Code::Other(Other::NothingFound);
    const CODE_FACTS: Facts = code_facts(CODE);
    const LEADS_FACTS: Facts = leads_facts(Leads::AddLeadForbidden);
    const SECTION: Section = CODE.section();
    const TEXTS: (&str, &str, &[Code]) = texts(SECTION);
    const LOOKUPS: (Option<Code>, &[Code], Option<Tasks>) = lookups(244);

    #[test]
    fn they_are_the_same_at_run_time() {
        assert_eq!(CODE_FACTS, code_facts(black_box(CODE)));
        assert_eq!(LEADS_FACTS, leads_facts(black_box(Leads::AddLeadForbidden)));
        assert_eq!(TEXTS, texts(black_box(SECTION)));
        assert_eq!(LOOKUPS, lookups(black_box(244)));
        assert_eq!(LOOKUPS.2.map(Code::from), LOOKUPS.0);
    }
}
