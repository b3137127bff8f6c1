//! A client of Kafka: its error codes are 16-bit integers, one of them negative, and their names are in capitals.
//!
//! ```console
//! cargo run --example kafka
//! ```

use amo_codes::{Advice, code};

mod kafka {
    amo_codes::amo_codes!("examples/kafka.toml");
}
use kafka::Kafka;

/// What a producer does after a response with this error code.
#[derive(Debug, PartialEq)]
enum Next {
    Continue,
    RefreshMetadata,
    Retry,
    Fail(String),
}

fn after_producing(error_code: i16) -> Next {
    if error_code == 0 {
        return Next::Continue;
    }
    match Kafka::try_from(i64::from(error_code)) {
        Ok(code!(3 in kafka::Kafka) | code!(6 in kafka::Kafka)) => Next::RefreshMetadata,
        Ok(code) if code.advice() == Advice::RetryLater => Next::Retry,
        Ok(code) => Next::Fail(format!("{}: {code}", code.name())),
        Err(unknown) => Next::Fail(unknown.to_string()),
    }
}

fn main() {
    for (error_code, next) in [
        (0, Next::Continue),
        (6, Next::RefreshMetadata),
        (7, Next::Retry),
        (
            -1,
            Next::Fail(
                "UNKNOWN_SERVER_ERROR: The server experienced an unexpected error when processing the request."
                    .to_owned(),
            ),
        ),
        (29, Next::Fail("TOPIC_AUTHORIZATION_FAILED: Topic authorization failed.".to_owned())),
        (-77, Next::Fail("section `kafka` has no code -77".to_owned())),
    ] {
        let found = after_producing(error_code);
        println!("{error_code}: {found:?}");
        assert_eq!(found, next);
    }
    // A name in a log leads to the code.
    assert_eq!(Kafka::from_name("OFFSET_OUT_OF_RANGE"), Some(code!(1 in kafka::Kafka)));
}
