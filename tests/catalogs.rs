//! The tables of other APIs in examples/, with their numbers and names as they are: every lookup compared with a plain scan.

use std::collections::BTreeSet;

macro_rules! catalogs {
    ($($module:ident $path:literal: $($number:literal $name:literal $variant:ident),+;)+) => {$(
        mod $module {
            amo_codes::amo_codes!($path);

            #[test]
            fn every_lookup_finds_what_a_scan_finds() {
                let near = |code: &Code| (-65..=65).map(move |step| code.number() + step).collect::<Vec<_>>();
                let numbers: super::BTreeSet<i64> = Code::ALL.iter().flat_map(near).chain([i64::MIN, 0, i64::MAX]).collect();
                for number in numbers {
                    let codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| code.number() == number).collect();
                    assert_eq!(Code::meanings(number), codes, "{number}");
                    for section in Section::ALL {
                        let code = codes.iter().copied().find(|code| code.section() == *section);
                        assert_eq!(section.lookup(number), code, "{section} {number}");
                    }
                }
            }

            #[test]
            fn every_code_is_found_by_its_address_and_its_name() {
                for code in Code::ALL {
                    assert_eq!(format!("{}.{}", code.section(), code.number()).parse(), Ok(*code));
                    assert!(Code::with_name(code.name()).eq([*code]));
                }
            }

            #[test]
            fn names_are_verbatim_and_variants_are_words() {
                $(
                    let code = Code::meanings($number)[0];
                    assert_eq!(code.name(), $name);
                    assert!(format!("{code:?}").ends_with(concat!("(", stringify!($variant), ")")), "{code:?}");
                )+
            }
        }
    )+};
}

catalogs! {
    discord "examples/discord.toml":
        0 "General error (such as a malformed request body, amongst other things)"
            GeneralErrorSuchAsAMalformedRequestBodyAmongstOtherThings,
        50010 "OAuth2 application does not have a bot" OAuth2ApplicationDoesNotHaveABot,
        110_001 "Application not yet available. Try again later" ApplicationNotYetAvailableTryAgainLater;
    json_rpc "examples/json_rpc.toml":
        -32700 "Parse error" ParseError,
        -32602 "Invalid params" InvalidParams;
    kafka "examples/kafka.toml":
        -1 "UNKNOWN_SERVER_ERROR" UnknownServerError,
        1 "OFFSET_OUT_OF_RANGE" OffsetOutOfRange;
}
