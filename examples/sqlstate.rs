//! A client of `PostgreSQL` that decides by SQLSTATE: codes that are words, such as `23505` and `40P01`.
//!
//! ```console
//! cargo run --example sqlstate
//! ```

use amo_codes::{Advice, code};

mod sqlstate {
    amo_codes::amo_codes!("examples/sqlstate.toml");
}
use sqlstate::{Code, Section};

/// Returns what a client should do after an error with this SQLSTATE.
fn explain(state: &str) -> String {
    let &[code] = Code::by_word(state) else { return format!("unknown SQLSTATE {state}") };
    match code {
        // A word that begins with a digit may need quotes, because the compiler does not accept each of them without.
        code!("23505" in sqlstate::Code) => "there is a row with this key already".to_owned(),
        code if code.advice() == Advice::RetryLater => format!("run the transaction again: {code}"),
        code if code.section() == Section::ConnectionException => format!("connect again: {code}"),
        code => format!("{code:#}"),
    }
}

fn main() {
    for (state, explanation) in [
        ("23505", "there is a row with this key already"),
        ("40P01", "run the transaction again: Deadlock detected"),
        ("08006", "connect again: Connection failure"),
        ("22P02", "data_exception.22P02: Invalid text representation"),
        ("99999", "unknown SQLSTATE 99999"),
    ] {
        println!("{state}: {}", explain(state));
        assert_eq!(explain(state), explanation);
    }
}
