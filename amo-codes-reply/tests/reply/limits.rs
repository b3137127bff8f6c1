//! Large replies: what is kept of them, and what is skipped.

use crate::support::read;
use amo_codes::Advice;
use amo_codes_reply::{BodyKind, Finding, Outcome, Reply};

#[test]
fn at_most_a_thousand_findings_are_kept() {
    for (count, omitted) in [(1_000, 0), (1_001, 1), (10_000, 9_000)] {
        let body = format!("{{\"errors\":[{}\"Old\"]}}", "\"Old\",".repeat(count - 1));
        let reply = read(400, body);
        assert_eq!((reply.findings().len(), reply.omitted_findings()), (count - omitted, omitted));
        assert!(reply.to_string().ends_with(&format!("; and {} more (fix the request)", count - 5)), "{reply}");
    }
}

#[test]
fn the_most_severe_finding_is_kept() {
    let created = "{\"code\":280},".repeat(2_000);
    let read = |more: &str| {
        let body = format!("{{\"_embedded\":{{\"errors\":{{\"add\":[{created}{more}{{\"code\":280}}]}}}}}}");
        Reply::read("/api/v2/catalog_elements", 200, body.as_bytes())
    };
    assert_eq!((read("").is_failure(), read("").outcome()), (false, Outcome::Done));
    let forbidden = read("{\"code\":244},{\"code\":204},{\"code\":244},");
    assert_eq!(forbidden.advice(), Advice::AskUser);
    assert_eq!(forbidden.worst().and_then(Finding::number), Some(244));
    assert_eq!((forbidden.findings().len(), forbidden.omitted_findings()), (1_000, 1_004));
    // An error of an object that is before those in it.
    let nested = format!("{{\"errors\":{{\"code\":244,\"errors\":[{}1]}}}}", "{\"code\":204},".repeat(2_000));
    let reply = Reply::read("/api/v4/leads", 400, nested.as_bytes());
    assert_eq!(reply.findings()[0].number(), Some(244));
    assert_eq!((reply.findings().len(), reply.omitted_findings()), (1_000, 1_002));
}

#[test]
fn findings_below_long_keys_are_counted() {
    for (len, kept) in [(2045, 3), (5000, 1)] {
        for body in [
            format!("{{\"errors\":{{\"{}\":[\"a\",\"b\",\"c\"]}}}}", "k".repeat(len)),
            format!("{{\"errors\":[\"a\",\"b\",\"c\"],\"code\":\"{}\"}}", "k".repeat(len)),
            format!("{{\"errors\":[{{\"id\":\"{}\",\"errors\":[\"a\",\"b\",\"c\"]}}]}}", "7".repeat(len)),
        ] {
            let reply = read(400, &body);
            assert_eq!((reply.findings().len(), reply.omitted_findings()), (kept, 3 - kept), "{body:.20}");
            assert_eq!(reply.to_string().ends_with("; and 2 more (fix the request)"), kept == 1, "{reply}");
        }
    }
}

#[test]
fn entities_may_nest_at_any_depth() {
    let deep = "[".repeat(500) + &"]".repeat(500);
    for entities in [format!("[{deep}]"), format!("{{\"1\":{deep}}}")] {
        for embedded in [format!("{{\"leads\":{entities}}}"), format!("[{entities}]")] {
            let reply = read(200, format!("{{\"_embedded\":{embedded}}}"));
            assert_eq!((reply.body_kind(), reply.is_failure()), (BodyKind::Json, false), "{embedded:.20}");
        }
    }
}
