//! A client of Discord: numbers above 65,535, and names that are sentences.
//!
//! ```console
//! cargo run --example discord --features serde
//! ```

use amo_codes::{Advice, UnknownCode, code};
use serde::Deserialize;

mod discord {
    amo_codes::amo_codes!("examples/discord.toml");
}

#[derive(Deserialize)]
struct Failure {
    #[serde(with = "amo_codes::or_unknown")]
    code: Result<discord::Json, UnknownCode>,
    message: String,
}

/// What a bot does after it could not delete a message.
#[derive(Debug, PartialEq)]
enum Next {
    /// Somebody else has deleted it.
    Done,
    Wait,
    Fail(String),
}

fn after_deleting(body: &str) -> Result<Next, serde_json::Error> {
    let failure: Failure = serde_json::from_str(body)?;
    Ok(match failure.code {
        Ok(code!(10008 in discord::Json)) => Next::Done,
        Ok(code) if code.advice() == Advice::RetryLater => Next::Wait,
        Ok(code) => Next::Fail(format!("{code:?} ({}): {}", code.advice(), failure.message)),
        // Discord adds codes; its message is all that is known about them.
        Err(unknown) => Next::Fail(format!("{unknown}: {}", failure.message)),
    })
}

fn main() -> Result<(), serde_json::Error> {
    for (body, next) in [
        (r#"{"message":"Unknown Message","code":10008}"#, Next::Done),
        (r#"{"message":"API resource is currently overloaded","code":130000}"#, Next::Wait),
        (
            r#"{"message":"Missing Access","code":50001}"#,
            Next::Fail("MissingAccess (ask the user): Missing Access".to_owned()),
        ),
        (
            r#"{"message":"Something new","code":999999}"#,
            Next::Fail("section `json` has no code 999999: Something new".to_owned()),
        ),
    ] {
        let found = after_deleting(body)?;
        println!("{body}: {found:?}");
        assert_eq!(found, next);
    }
    Ok(())
}
