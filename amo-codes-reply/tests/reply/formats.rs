//! Replies of every format: each body in `tests/replies/` has its expected result next to it, `NAME.expected.json`.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Case, cases};
use amo_codes::Advice;
use amo_codes_reply::{Finding, Reply};
use serde_json::{Map, Value, json};

/// Returns an object without the keys that say nothing.
fn without_empty(all: Value) -> Value {
    let Value::Object(all) = all else { panic!("{all} is not an object") };
    let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    let is_required = |key: &str| ["findings", "status"].contains(&key);
    all.into_iter().filter(|(key, value)| is_required(key) || !is_empty(value)).collect::<Map<_, _>>().into()
}

/// Returns a reply as in an expected result.
fn as_json(reply: &Reply, expected: &Value) -> Value {
    let findings: Vec<_> = reply.findings().iter().map(|finding: &Finding| without_empty(json!(finding))).collect();
    let mut all = json!(reply);
    all["findings"] = findings.into();
    // The path is the URL of the request there, and what only a few replies have is left out.
    for key in ["format", "source", "why", "path"] {
        all[key] = expected[key].clone();
    }
    for key in ["omitted_findings", "next_step"] {
        all.as_object_mut().unwrap().remove(key);
    }
    without_empty(all)
}

#[test]
fn every_reply_is_read_as_expected() {
    let mut wrong = Vec::new();
    for (name, case) in cases() {
        let actual = as_json(&case.read(), &case.expected);
        if actual != case.expected {
            wrong.push(format!("{name}\nactual: {actual:#}\nexpected: {:#}", case.expected));
        }
    }
    assert!(wrong.is_empty(), "{}\n\n{} of the replies", wrong.join("\n\n"), wrong.len());
}

/// Returns the rows of the table in the docs: the format, its bodies and whether they are a success.
fn documented() -> impl Iterator<Item = (&'static str, Vec<Value>, bool)> {
    let rows = include_str!("../../src/formats.md").lines().filter_map(|line| line.strip_prefix("| "));
    rows.filter(|row| !row.starts_with("format |")).map(|row| {
        let (format, rest) = row.split_once(" | ").unwrap();
        let (bodies, meaning) = rest.rsplit_once(" | ").unwrap();
        // What is not JSON is described in words, or is HTML.
        let bodies = bodies.split('`').filter(|body| body.starts_with('{')).map(|body| {
            serde_json::from_str(body).unwrap_or_else(|error| panic!("{format} in src/formats.md: {error}: {body}"))
        });
        (format, bodies.collect(), meaning.starts_with("a success"))
    })
}

/// Returns the kind of a source: a public one, which is `owner/repository#12`, `owner/repository path/of/a/file`, or a page and its
/// date; `made up`, with the format that the body was made up from; or `unknown`.
fn kind_of_source(source: &str) -> Option<&'static str> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = |text: &str| !text.is_empty() && !text.contains([' ', '/', '#', ',']);
    let is_date = |text: &str| text.split('-').map(str::len).eq([4, 2, 2]) && text.split('-').all(is_number);
    let is_page = || {
        let page = source.strip_prefix("https://").and_then(|rest| rest.rsplit_once(", "));
        page.is_some_and(|(url, date)| !url.contains(' ') && is_date(date))
    };
    let is_in_repository = || {
        let (owner, rest) = source.split_once('/').unwrap_or_default();
        let issue = rest.split_once('#').filter(|(_, issue)| is_number(issue));
        let file = || rest.split_once(' ').filter(|(_, path)| !path.is_empty() && !path.contains(' '));
        is_name(owner) && issue.or_else(file).is_some_and(|(repository, _)| is_name(repository))
    };
    let is_format = |format: &str| documented().any(|(documented, ..)| documented == format);
    match source.strip_prefix("made up, from ") {
        Some(format) => is_format(format).then_some("made up"),
        None if source == "unknown" => Some("unknown"),
        None => (is_page() || is_in_repository()).then_some("public"),
    }
}

/// Returns a pointer with `*` for each index and id.
fn without_ids(pointer: &str) -> String {
    let keys =
        pointer.split('/').map(|key| if key.starts_with(|first: char| first.is_ascii_digit()) { "*" } else { key });
    keys.collect::<Vec<_>>().join("/")
}

/// Returns the places of the findings, each with whether there is a number, and the advice.
fn places(reply: &Reply) -> BTreeSet<(String, bool, Advice)> {
    let findings = reply.findings().iter();
    findings.map(|found| (without_ids(found.pointer()), found.number().is_some(), found.advice())).collect()
}

#[test]
fn every_format_has_replies_and_is_documented() {
    let cases = cases();
    let saved: BTreeSet<_> = cases.values().map(Case::format).collect();
    let documented: BTreeSet<_> = documented().map(|(format, ..)| format).collect();
    for format in &documented {
        assert!(saved.contains(format), "save a reply of the format {format} in tests/replies");
    }
    for format in &saved {
        assert!(documented.contains(format), "add the format {format} to src/formats.md");
    }
}

#[test]
fn every_reply_names_its_source() {
    let (mut counts, mut wrong) = (BTreeMap::<_, usize>::new(), Vec::new());
    for (name, case) in cases() {
        let source = case.text("source");
        match kind_of_source(source) {
            Some(kind) => *counts.entry(kind).or_default() += 1,
            None => wrong.push(format!("{name}: {source}")),
        }
    }
    let expected = "`owner/repository#12`, `owner/repository path/of/a/file`, `https://PAGE, 2026-11-30`, \
                    `made up, from S5` or `unknown`";
    assert!(wrong.is_empty(), "a `source` should be {expected}:\n{}\n{counts:?}", wrong.join("\n"));
    // `cargo test formats -- --nocapture` shows how much of this was seen.
    println!("sources of the saved replies: {counts:?}");
}

#[test]
fn every_documented_body_is_read_like_a_saved_reply_of_its_format() {
    let (cases, mut count) = (cases(), 0);
    for (format, bodies, is_success) in documented() {
        let saved: Vec<_> = cases.values().filter(|case| case.format() == format).collect();
        let all: BTreeSet<_> = saved.iter().flat_map(|case| places(&case.read())).collect();
        for body in bodies {
            let read = |case: &&Case| case.read_other(body.to_string().as_bytes());
            let is_alike = |reply: Reply| {
                let places = places(&reply);
                places.is_empty() == is_success && places.is_subset(&all)
            };
            let is_read = saved.iter().map(read).any(is_alike);
            assert!(is_read, "no saved reply of the format {format} is read like its body in src/formats.md: {body}");
            count += 1;
        }
    }
    assert!(count >= 45, "{count} bodies were found in the table");
}

#[test]
fn a_pointer_leads_to_the_number_or_to_the_message() {
    for (name, case) in cases() {
        let body = case.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&case.body);
        let Ok(value) = serde_json::from_slice::<Value>(body) else { continue };
        for finding in case.read().findings() {
            let there = value.pointer(finding.pointer()).unwrap_or_else(|| panic!("{name}: no {}", finding.pointer()));
            let there = there.as_str().map_or_else(|| there.to_string(), str::to_owned);
            match finding.number() {
                Some(number) => assert!(there.contains(&number.to_string()), "{name}: {there}"),
                None if finding.message().is_empty() => {}
                None => assert_eq!(there, finding.message(), "{name}"),
            }
        }
    }
}
