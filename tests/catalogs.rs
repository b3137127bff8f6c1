//! The tables of other APIs in examples/, with their numbers and names as they are: every lookup compared with a plain scan.

mod scan;

macro_rules! catalogs {
    ($($module:ident $path:literal: $($number:literal $name:literal $variant:ident),+;)+) => {$(
        mod $module {
            use crate::scan::assert_lookups;

            amo_codes::amo_codes!($path);

            #[test]
            fn every_lookup_finds_what_a_scan_finds() {
                assert_lookups([i64::MIN, 0, i64::MAX], Code::ALL, Section::ALL, Code::by_number, Section::lookup);
                for code in Code::ALL {
                    assert!(Code::by_name(code.name()).eq([*code]));
                }
            }

            #[test]
            fn names_are_verbatim_and_variants_are_words() {
                $(
                    let code = Code::by_number($number)[0];
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
