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
