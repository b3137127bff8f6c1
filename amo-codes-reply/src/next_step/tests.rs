use std::time::Duration;

use amo_codes::Advice::{self, AskUser, FixRequest, NotAnError, NotFound, RetryLater, SignIn, Unspecified};

use super::{Effect, NextStep};
use crate::Outcome::{self, Done, Partial, Refused, Unknown};

/// What to do after a request that reads, one that deletes, and one that writes.
#[rustfmt::skip]
const TABLE: [(Advice, Outcome, [&str; 3]); 28] = [
    (NotAnError,  Done,    ["continue", "continue", "continue"]),
    (NotAnError,  Refused, ["give-up",  "give-up",  "give-up"]),
    (NotAnError,  Partial, ["retry",    "retry",    "check"]),
    (NotAnError,  Unknown, ["retry",    "retry",    "check"]),
    (Unspecified, Done,    ["give-up",  "give-up",  "check"]),
    (Unspecified, Refused, ["give-up",  "give-up",  "give-up"]),
    (Unspecified, Partial, ["give-up",  "give-up",  "check"]),
    (Unspecified, Unknown, ["give-up",  "give-up",  "check"]),
    (NotFound,    Done,    ["retry",    "retry",    "check"]),
    (NotFound,    Refused, ["skip",     "skip",     "give-up"]),
    (NotFound,    Partial, ["give-up",  "skip",     "check"]),
    (NotFound,    Unknown, ["retry",    "retry",    "check"]),
    (RetryLater,  Done,    ["retry",    "retry",    "check"]),
    (RetryLater,  Refused, ["retry",    "retry",    "retry"]),
    (RetryLater,  Partial, ["retry",    "retry",    "check"]),
    (RetryLater,  Unknown, ["retry",    "retry",    "check"]),
    (SignIn,      Done,    ["sign-in",  "sign-in",  "check"]),
    (SignIn,      Refused, ["sign-in",  "sign-in",  "sign-in"]),
    (SignIn,      Partial, ["sign-in",  "sign-in",  "check"]),
    (SignIn,      Unknown, ["sign-in",  "sign-in",  "check"]),
    (FixRequest,  Done,    ["give-up",  "give-up",  "check"]),
    (FixRequest,  Refused, ["give-up",  "give-up",  "give-up"]),
    (FixRequest,  Partial, ["give-up",  "give-up",  "check"]),
    (FixRequest,  Unknown, ["give-up",  "give-up",  "check"]),
    (AskUser,     Done,    ["give-up",  "give-up",  "check"]),
    (AskUser,     Refused, ["give-up",  "give-up",  "give-up"]),
    (AskUser,     Partial, ["give-up",  "give-up",  "check"]),
    (AskUser,     Unknown, ["give-up",  "give-up",  "check"]),
];

#[test]
fn the_next_step_depends_on_advice_outcome_and_effect() {
    for (advice, outcome, expected) in TABLE {
        let steps = [Effect::Read, Effect::Delete, Effect::Write]
            .map(|effect| NextStep::decide(advice, outcome, effect, None).as_str());
        assert_eq!(steps, expected, "{advice:?} {outcome:?}");
    }
}

#[test]
fn the_table_has_every_advice_with_every_outcome() {
    for &advice in Advice::ALL {
        for outcome in [Done, Refused, Partial, Unknown] {
            let rows = TABLE.iter().filter(|row| (row.0, row.1) == (advice, outcome));
            assert_eq!(rows.count(), 1, "{advice:?} {outcome:?}");
        }
    }
}

#[test]
fn each_step_has_a_phrase_and_a_sentence() {
    for (step, phrase, sentence) in [
        (NextStep::Continue, "continue", "The request succeeded."),
        (NextStep::Retry { after: Some(Duration::from_secs(60)) }, "retry", "Wait, longer each time, then "),
        (NextStep::Check, "check", "All of the request or a part of it may have been carried out. Check "),
        (NextStep::SignIn, "sign in", "Refresh the token once, then send the same request again. "),
        (NextStep::Skip, "skip", "What the request names does not exist. "),
        (NextStep::GiveUp, "give up", "Show the message to a person: "),
    ] {
        assert_eq!(step.to_string(), phrase);
        assert_eq!(format!("{step:>8}"), format!("{phrase:>8}"));
        assert!(step.explanation().starts_with(sentence), "{phrase}: {}", step.explanation());
    }
}

#[test]
fn each_effect_has_a_name() {
    let names = [Effect::Read, Effect::Delete, Effect::Write].map(Effect::as_str);
    assert_eq!(names, ["read", "delete", "write"]);
}

#[test]
fn without_a_reply_only_a_write_is_checked_first() {
    let steps = [Effect::Read, Effect::Delete, Effect::Write].map(NextStep::without_reply);
    assert_eq!(steps, [NextStep::Retry { after: None }, NextStep::Retry { after: None }, NextStep::Check]);
}
