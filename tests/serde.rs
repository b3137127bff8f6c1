//! Feature `serde`: the form of each type, of amoCRM's table and of an own one, and what a wrong value is told.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

use std::collections::BTreeMap;
use std::fmt::Debug;

use amo_codes::{Advice, Code, HttpStatus, Section, Tasks, UnknownCode, code};
use serde::{Serialize, de::DeserializeOwned};

mod shop {
    amo_codes::amo_codes!("examples/shop.toml");
}

/// The value's JSON; it must read back as the value.
fn json<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> String {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).as_ref().unwrap(), value, "{json}");
    json
}

fn error<T: DeserializeOwned + Debug>(json: &str) -> String {
    let error = serde_json::from_str::<T>(json).unwrap_err().to_string();
    error.split(" at line").next().unwrap_or_default().to_owned()
}

#[test]
fn each_type_has_its_form() {
    assert_eq!(json(&Tasks::AddLeadForbidden), "244");
    assert_eq!(json(&Section::DirectoryElements), r#""directory_elements""#);
    assert_eq!(json(&Code::Tasks(Tasks::AddLeadForbidden)), r#""tasks.244""#);
    assert_eq!(json(&HttpStatus::from_u16(429).unwrap()), "429");
    assert_eq!(json(&Advice::AskUser), r#""ask-user""#);
    assert_eq!(json(&Tasks::try_from(330).unwrap_err()), r#""tasks.330""#);
}

#[test]
fn an_own_table_has_the_same_forms() {
    assert_eq!(json(&shop::Invoices::NotPaid), "7");
    assert_eq!(json(&shop::Section::Orders), r#""orders""#);
    assert_eq!(json(&code!(8 in shop::Code)), r#""invoices.8""#);
    assert_eq!(
        error::<shop::Code>(r#""tasks.244""#),
        wrong(r#"string "tasks.244""#, "one of the sections `invoices`, `orders`")
    );
}

#[test]
fn every_code_reads_back() {
    for &code in Code::ALL {
        assert_eq!(json(&code), format!(r#""{}.{}""#, code.section(), code.as_u16()));
    }
    for &section in Section::ALL {
        assert_eq!(json(&section), format!(r#""{section}""#));
    }
    for &advice in Advice::ALL {
        assert_eq!(json(&advice), format!(r#""{}""#, advice.as_str()));
    }
}

#[test]
fn a_number_is_a_key_of_a_map_too() {
    let counts = BTreeMap::from([(Tasks::AddLeadForbidden, 3)]);
    assert_eq!(json(&counts), r#"{"244":3}"#);
}

fn wrong(what: &str, expected: &str) -> String {
    format!("invalid value: {what}, expected {expected}")
}

#[test]
fn a_wrong_value_is_named() {
    let tasks = "the number of a code of section `tasks`";
    assert_eq!(error::<Tasks>("330"), wrong("integer `330`", tasks));
    assert_eq!(error::<Tasks>("-244"), wrong("integer `-244`", tasks));
    assert_eq!(error::<Tasks>("65780"), wrong("integer `65780`", tasks));
    assert_eq!(error::<Tasks>(r#""x""#), format!(r#"invalid type: string "x", expected {tasks}"#));
    assert_eq!(error::<Code>(r#""tasks.330""#), wrong(r#"string "tasks.330""#, "a code of section `tasks`"));
    let address = "the address of a code: its section, a dot and its number";
    assert_eq!(error::<Code>(r#""tasks""#), wrong(r#"string "tasks""#, address));
    assert_eq!(error::<Code>("244"), format!("invalid type: integer `244`, expected {address}"));
    let keys = Section::ALL.iter().map(|section| format!("`{section}`")).collect::<Vec<_>>().join(", ");
    let sections = format!("one of the sections {keys}");
    assert_eq!(error::<Code>(r#""task.244""#), wrong(r#"string "task.244""#, &sections));
    assert_eq!(error::<Section>(r#""task""#), wrong(r#"string "task""#, &sections));
    assert_eq!(error::<HttpStatus>("600"), wrong("integer `600`", "an HTTP status, 100 to 599"));
    let advice = "one of `not-an-error`, `retry-later`, `sign-in`, `ask-user`, `fix-request`, `not-found`";
    assert_eq!(error::<Advice>(r#""wait""#), wrong(r#"string "wait""#, advice));
    assert_eq!(error::<UnknownCode>(r#""invoices.9""#), wrong(r#"string "invoices.9""#, &sections));
}
