//! Tables whose codes are words: Stripe's errors, SQLSTATE, OAuth 2.0, and words that are hard to write.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::BTreeSet;

use amo_codes::{Advice, ResponseCode, code};

mod stripe {
    amo_codes::amo_codes!("examples/stripe.toml");
}
mod sqlstate {
    amo_codes::amo_codes!("examples/sqlstate.toml");
}
mod oauth {
    amo_codes::amo_codes!("examples/oauth.toml");
}
mod odd {
    amo_codes::amo_codes!("tests/tables/odd_words.toml");
}

macro_rules! assert_lookups {
    ($table:ident) => {{
        let words: BTreeSet<&str> = $table::Code::ALL.iter().map(|code| code.word()).collect();
        let others = ["", " ", "ok ", "unknown", "card_declined_", "23505 ", "ы"];
        for word in words.into_iter().chain(others) {
            let codes: Vec<_> = $table::Code::ALL.iter().copied().filter(|code| code.word() == word).collect();
            assert_eq!($table::Code::by_word(word), codes, "{word}");
            for &section in $table::Section::ALL {
                let code = codes.iter().copied().find(|code| code.section() == section);
                assert_eq!(section.lookup(word), code, "{section}.{word}");
            }
        }
        for &code in $table::Code::ALL {
            let address = format!("{}.{}", code.section(), code.word());
            assert_eq!((code.address().to_string(), address.parse()), (address.clone(), Ok(code)));
            assert_eq!((code.as_number(), code.as_word()), (None, Some(code.word())));
            assert_eq!(format!("{code:#}"), format!("{address}: {}", code.description()));
            assert!($table::Code::by_name(code.name()).any(|named| named == code));
        }
    }};
}

#[test]
fn every_lookup_finds_what_a_scan_finds() {
    assert_lookups!(stripe);
    assert_lookups!(sqlstate);
    assert_lookups!(oauth);
    assert_lookups!(odd);
}

#[test]
fn the_enum_of_a_section_is_found_by_its_words() {
    use sqlstate::{Code, DataException, IntegrityConstraintViolation as Violation, Section};
    let unique = Violation::UniqueViolation;
    assert_eq!(
        (unique.word(), unique.name(), Violation::SECTION.as_str()),
        ("23505", "unique_violation", "integrity_constraint_violation")
    );
    assert_eq!((Violation::from_word("23505"), Violation::from_word("22P02")), (Some(unique), None));
    assert_eq!(("23505".parse(), Violation::from_name("unique_violation")), (Ok(unique), Some(unique)));
    assert_eq!(Section::ConnectionException.lookup("08006").map(Code::name), Some("connection_failure"));
    assert_eq!(
        (DataException::try_from(Code::from(unique)), Violation::try_from(Code::from(unique))),
        (Err(unique.into()), Ok(unique))
    );
    assert_eq!(format!("{unique:?} {unique}"), "UniqueViolation Unique violation");
    assert!(Violation::ALL.iter().all(|&code| Violation::from_word(code.word()) == Some(code)));
    // In the order of their bytes.
    let mut words: Vec<_> = Violation::ALL.to_vec();
    words.sort();
    assert!(words.is_sorted_by_key(|code| code.word()));
}

#[test]
fn a_word_without_a_name_is_its_own_name() {
    let code = stripe::CardErrors::CardDeclined;
    assert_eq!((code.name(), code.word(), code.advice()), ("card_declined", "card_declined", Advice::AskUser));
    assert_eq!(code.docs_url(), Some("https://docs.stripe.com/error-codes#card_declined"));
    assert_eq!(odd::Code::by_word("7")[0].docs_url(), Some("https://example.com/7"));
}

#[test]
fn code_accepts_a_name_a_text_and_an_address() {
    use sqlstate::{Code, DataException};
    const DECLINED: stripe::Code = code!(card_declined in stripe::Code);
    assert_eq!(DECLINED, stripe::CardErrors::CardDeclined.into());
    assert_eq!(
        [
            code!("22P02" in sqlstate::Code),
            code!(22P02 in sqlstate::Code),
            code!(data_exception.22P02 in sqlstate::Code),
            code!(data_exception."22P02" in sqlstate::Code)
        ],
        [Code::DataException(DataException::InvalidTextRepresentation); 4]
    );
    // The lexer of the compiler rejects 2201E, so it needs quotes.
    assert_eq!(code!("2201E" in sqlstate::DataException), DataException::InvalidArgumentForLogarithm);
    assert_eq!((code!(08006 in sqlstate::Code).word(), code!(23505 in sqlstate::Code).word()), ("08006", "23505"));
    // In Stripe's table, two sections have this word.
    assert_eq!(
        code!(decline_codes.insufficient_funds in stripe::Code),
        code!(insufficient_funds in stripe::DeclineCodes).into()
    );
    let what = |code| match code {
        code!(card_declined in stripe::Code) => "card",
        code!("rate_limit" in stripe::Code) => "rate",
        _ => "other",
    };
    assert_eq!(
        [DECLINED, code!(rate_limit in stripe::Code), code!(lock_timeout in stripe::Code)].map(what),
        ["card", "rate", "other"]
    );
}

#[test]
fn words_may_be_hard_to_write() {
    use odd::First;
    let codes = [
        code!(7 in odd::First),
        code!(08 in odd::First),
        code!(22E01 in odd::First),
        code!("a.b-c/d" in odd::First),
        code!(type in odd::First),
        code!(ok in odd::First),
        code!(OK in odd::First),
    ];
    assert_eq!(
        codes,
        [First::Seven, First::Eight, First::Float, First::Punctuation, First::Type, First::Ok, First::UpperOk]
    );
    assert_eq!(codes.map(|code| code.word().parse()), codes.map(Ok));
    assert_eq!("first.a.b-c/d".parse(), Ok(odd::Code::First(First::Punctuation)));
    assert_eq!((First::from_word("Ok"), First::from_word("8"), First::from_word("07")), (None, None, None));
}

#[test]
fn the_path_of_a_request_chooses_among_the_sections_that_have_the_word() {
    use odd::Code;
    for (url, word, address) in [
        ("/first", "ok", Some("first.ok")),
        ("https://example.com/second/3?a=/first", "ok", Some("second.ok")),
        ("/first", "only", Some("second.only")),
        ("/third", "ok", None),
        ("/first", "nothing", None),
    ] {
        assert_eq!(Code::at(url, word).map(|code| code.address().to_string()).as_deref(), address, "{url} {word}");
    }
}

#[test]
fn errors_name_the_word_and_what_was_expected() {
    use stripe::{CardErrors, Code};
    let unknown = "card_stolen".parse::<CardErrors>().unwrap_err();
    assert_eq!(unknown.to_string(), "section `card_errors` has no code `card_stolen`");
    assert_eq!((unknown.section_key(), unknown.word(), unknown.is_cut()), ("card_errors", "card_stolen", false));
    for (address, message) in [
        ("card_errors.card_stolen", "section `card_errors` has no code `card_stolen`"),
        ("card_errors.a\u{1b}b", r"section `card_errors` has no code `a\u{1b}b`"),
        ("card.card_declined", "unknown section `card`, expected `card_errors`, `decline_codes` or `api_errors`"),
        (
            "card_declined",
            "expected the address of a code: a section, a dot and a word, such as `card_errors.card_declined`",
        ),
        (
            "card_errors.",
            "expected the address of a code: a section, a dot and a word, such as `card_errors.card_declined`",
        ),
    ] {
        assert_eq!(address.parse::<Code>().unwrap_err().to_string(), message);
    }
}

#[test]
fn a_word_of_more_than_64_bytes_is_cut() {
    for (word, kept, is_cut) in [
        ("x".repeat(64), "x".repeat(64), false),
        ("x".repeat(65), "x".repeat(64), true),
        ("ы".repeat(33), "ы".repeat(32), true),
    ] {
        let unknown = word.parse::<stripe::CardErrors>().unwrap_err();
        assert_eq!(
            (unknown.word(), unknown.is_cut(), unknown.to_string().ends_with("…`")),
            (kept.as_str(), is_cut, is_cut)
        );
    }
    // A word of the table may be longer.
    let long = "payment_method_microdeposit_verification_attempts_exceeded";
    assert_eq!(stripe::ApiErrors::from_word(long).map(stripe::ApiErrors::word), Some(long));
}

#[test]
fn tables_of_both_kinds_share_the_trait() {
    let codes: [&dyn ResponseCode; 2] = [&amo_codes::code!(429), &oauth::Token::InvalidGrant];
    assert_eq!(
        codes.map(|code| format!("{} {:?}", code.address(), code.as_word())),
        ["other.429 None", "token.invalid_grant Some(\"invalid_grant\")"]
    );
}

#[cfg(feature = "serde")]
mod serde {
    use amo_codes::UnknownWord;

    use super::{code, sqlstate, stripe};

    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Failure {
        #[serde(with = "amo_codes::or_unknown")]
        code: Result<stripe::CardErrors, UnknownWord>,
    }

    #[test]
    fn what_is_written_is_read_back() {
        for &code in sqlstate::Code::ALL {
            let json = serde_json::to_string(&code).unwrap();
            assert_eq!(json, format!("\"{}\"", code.address()));
            assert_eq!(serde_json::from_str::<sqlstate::Code>(&json).unwrap(), code);
            let bytes = postcard::to_allocvec(&code).unwrap();
            assert_eq!(postcard::from_bytes::<sqlstate::Code>(&bytes).unwrap(), code);
        }
        for &code in stripe::CardErrors::ALL {
            let json = serde_json::to_string(&code).unwrap();
            assert_eq!(json, format!("\"{}\"", code.word()));
            assert_eq!(serde_json::from_str::<stripe::CardErrors>(&json).unwrap(), code);
            let bytes = postcard::to_allocvec(&code).unwrap();
            assert_eq!(postcard::from_bytes::<stripe::CardErrors>(&bytes).unwrap(), code);
        }
        let error = serde_json::from_str::<stripe::CardErrors>("\"x\"").unwrap_err().to_string();
        assert!(error.starts_with("section `card_errors` has no code `x`"), "{error}");
        let error = serde_json::from_str::<stripe::CardErrors>("7").unwrap_err().to_string();
        assert!(
            error.starts_with("invalid type: integer `7`, expected the word of a code of section `card_errors`"),
            "{error}"
        );
    }

    #[test]
    fn an_unknown_word_is_kept_unless_it_was_cut() {
        for (word, code) in [("card_declined", Ok(code!(card_declined in stripe::CardErrors))), ("new", "new".parse())]
        {
            let (json, failure) = (format!("{{\"code\":\"{word}\"}}"), Failure { code });
            assert_eq!(serde_json::from_str::<Failure>(&json).unwrap(), failure);
            assert_eq!(serde_json::to_string(&failure).unwrap(), json);
            assert_eq!(postcard::from_bytes::<Failure>(&postcard::to_allocvec(&failure).unwrap()).unwrap(), failure);
        }
        let json = format!("{{\"code\":\"{}\"}}", "x".repeat(65));
        let failure = serde_json::from_str::<Failure>(&json).unwrap();
        let unknown = failure.code.unwrap_err();
        assert!(
            unknown.is_cut() && serde_json::to_string(&failure).is_err() && serde_json::to_string(&unknown).is_err()
        );
        assert_eq!(
            serde_json::to_string(&"new".parse::<stripe::CardErrors>().unwrap_err()).unwrap(),
            "\"card_errors.new\""
        );
    }
}
