//! Feature `serde`: the format of each type, of amoCRM's table and of your own, and the errors for wrong values.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::BTreeMap;
use std::fmt::Debug;

use amo_codes::{Advice, Code, HttpStatus, Section, Tasks, UnknownCode, code};
use serde::Serialize;
use serde::de::DeserializeOwned;

mod shop {
    amo_codes::amo_codes!("examples/shop.toml");
}

mod numbers {
    amo_codes::amo_codes!("tests/tables/numbers.toml");
}

/// Returns the value's JSON, which must read back as the value. So must its postcard, a format without the types of values.
fn json<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> String {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).as_ref().unwrap(), value, "{json}");
    let bytes = postcard::to_allocvec(value).unwrap();
    assert_eq!(postcard::from_bytes::<T>(&bytes).as_ref().unwrap(), value, "{bytes:?}");
    json
}

fn error<T: DeserializeOwned + Debug>(json: &str) -> String {
    let error = serde_json::from_str::<T>(json).unwrap_err().to_string();
    error.split(" at line").next().unwrap_or_default().to_owned()
}

#[test]
fn each_type_has_its_format() {
    assert_eq!(json(&Tasks::AddLeadForbidden), "244");
    assert_eq!(json(&Section::DirectoryElements), r#""directory_elements""#);
    assert_eq!(json(&Code::Tasks(Tasks::AddLeadForbidden)), r#""tasks.244""#);
    assert_eq!(json(&HttpStatus::from_u16(429).unwrap()), "429");
    assert_eq!(json(&Advice::AskUser), r#""ask-user""#);
    assert_eq!(json(&Tasks::try_from(330).unwrap_err()), r#""tasks.330""#);
    // A later release may have the code.
    assert_eq!(serde_json::from_str(r#""tasks.244""#).map(UnknownCode::number).unwrap(), 244);
}

#[test]
fn your_own_table_has_the_same_formats() {
    assert_eq!(json(&shop::Invoices::NotPaid), "7");
    assert_eq!(json(&shop::Section::Orders), r#""orders""#);
    assert_eq!(json(&code!(8 in shop::Code)), r#""invoices.8""#);
    // Numbers of each size, whatever the type of the discriminant is.
    assert_eq!(json(&numbers::Far::ALL.to_vec()), "[9223372036854775807,-1,-9223372036854775808,0,64,-64,-65]");
    assert_eq!(json(&numbers::Code::Near(numbers::Near::InvalidParams)), r#""near.-32602""#);
}

#[test]
fn every_value_reads_back() {
    for &code in Code::ALL {
        assert_eq!(json(&code), format!(r#""{}""#, code.address()));
    }
    for &task in Tasks::ALL {
        assert_eq!(json(&task), task.number().to_string());
    }
    for &section in Section::ALL {
        assert_eq!(json(&section), format!(r#""{section}""#));
    }
    for &advice in Advice::ALL {
        assert_eq!(json(&advice), format!(r#""{}""#, advice.as_str()));
    }
    for status in (100..=599).filter_map(HttpStatus::from_u16) {
        assert_eq!(json(&status), status.to_string());
    }
    for number in [i64::MIN, -1, 0, 330, i64::MAX] {
        assert_eq!(json(&Tasks::try_from(number).unwrap_err()), format!(r#""tasks.{number}""#));
    }
}

#[test]
fn an_unknown_code_of_your_own_table_is_only_written() {
    let unknown = shop::Invoices::try_from(9).unwrap_err();
    assert_eq!(serde_json::to_string(&unknown).unwrap(), r#""invoices.9""#);
    assert!(error::<UnknownCode>(r#""invoices.9""#).starts_with("unknown section `invoices`"));
}

#[test]
fn a_number_may_be_the_key_of_a_map() {
    let counts = BTreeMap::from([(Tasks::AddLeadForbidden, 3)]);
    assert_eq!(json(&counts), r#"{"244":3}"#);
}

#[test]
fn a_wrong_value_is_named() {
    let number = "the number of a code of section `tasks`";
    let address = "the address of a code, such as `authorization.110`";
    for (found, expected) in [
        (error::<Tasks>("330"), format!("invalid value: integer `330`, expected {number}")),
        (error::<Tasks>("-244"), format!("invalid value: integer `-244`, expected {number}")),
        (error::<Tasks>("65780"), format!("invalid value: integer `65780`, expected {number}")),
        (
            error::<Tasks>("18446744073709551615"),
            format!("invalid value: integer `18446744073709551615`, expected {number}"),
        ),
        (error::<Tasks>(r#""x""#), format!("invalid type: string \"x\", expected {number}")),
        (error::<Code>("244"), format!("invalid type: integer `244`, expected {address}")),
        (
            error::<Section>("1"),
            "invalid type: integer `1`, expected the key of a section, such as `authorization`".to_owned(),
        ),
        (
            error::<shop::Code>("7"),
            "invalid type: integer `7`, expected the address of a code, such as `invoices.7`".to_owned(),
        ),
        (error::<HttpStatus>("600"), "invalid value: integer `600`, expected an HTTP status, 100 to 599".to_owned()),
        (
            error::<HttpStatus>("65636"),
            "invalid value: integer `65636`, expected an HTTP status, 100 to 599".to_owned(),
        ),
        (error::<HttpStatus>("-1"), "invalid value: integer `-1`, expected an HTTP status, 100 to 599".to_owned()),
    ] {
        assert_eq!(found, expected);
    }
    // If parsing fails, the message is that of `ParseError`.
    assert_eq!(error::<Code>(r#""tasks.330""#), "tasks.330".parse::<Code>().unwrap_err().to_string());
    assert_eq!(error::<Code>(r#""tasks""#), "tasks".parse::<Code>().unwrap_err().to_string());
    assert_eq!(error::<shop::Code>(r#""tasks.244""#), "unknown section `tasks`, expected `invoices` or `orders`");
    assert_eq!(error::<Advice>(r#""ask""#), "ask".parse::<Advice>().unwrap_err().to_string());
}

#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Reply {
    #[serde(with = "amo_codes::or_unknown")]
    code: Result<shop::Invoices, UnknownCode>,
    message: String,
}

#[test]
fn a_number_that_the_table_lacks_does_not_make_a_reply_unreadable() {
    for (number, code) in [
        (7, Ok(shop::Invoices::NotPaid)),
        (9, shop::Invoices::try_from(9)),
        (-1, shop::Invoices::try_from(-1)),
        (i64::MAX, shop::Invoices::try_from(i64::MAX)),
    ] {
        let reply = Reply { code, message: "Sorry".to_owned() };
        assert_eq!(json(&reply), format!(r#"{{"code":{number},"message":"Sorry"}}"#));
        assert_eq!(reply.code.map_or_else(UnknownCode::number, shop::Invoices::number), number);
    }
    assert_eq!(error::<Reply>(r#"{"code":"x"}"#), "invalid type: string \"x\", expected i64");
}
