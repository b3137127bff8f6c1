//! Reads bodies as replies and parses them to `serde_json::Value`s: `amo-codes-bench-reply count|time small|leads|errors`.
//!
//! `count` does each once, for callgrind; `time` prints the median time of each in microseconds. See `benches/replies.py`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark fails by a panic")]

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use amo_codes_reply::Reply;
use serde_json::Value;

/// A reply to be read.
struct Saved {
    path: String,
    status: u16,
    body: Vec<u8>,
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let [_, what, bodies] = arguments.as_slice() else { panic!("expected `count` or `time`, and the bodies") };
    let saved = match bodies.as_str() {
        "small" => small(),
        "leads" => vec![saved("/api/v4/leads", 200, leads(250))],
        "errors" => vec![saved("/api/v4/leads", 200, errors(500))],
        other => panic!("no bodies named {other}"),
    };
    if what == "count" {
        reply(&saved);
        value(&saved);
    } else {
        println!("reply {}\nvalue {}", median(|| reply(&saved)), median(|| value(&saved)));
    }
}

#[inline(never)]
fn reply(saved: &[Saved]) {
    for Saved { path, status, body } in saved {
        black_box(Reply::read(black_box(path), *status, black_box(body)));
    }
}

#[inline(never)]
fn value(saved: &[Saved]) {
    for Saved { body, .. } in saved {
        black_box(serde_json::from_slice::<Value>(black_box(body)).unwrap());
    }
}

fn median(run: impl Fn()) -> f64 {
    let mut times: Vec<f64> = (0..301)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn saved(path: &str, status: u16, body: Vec<u8>) -> Saved {
    Saved { path: path.to_owned(), status: status, body }
}

/// The saved replies that a `Value` can hold and whose HTTP status is known.
fn small() -> Vec<Saved> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../amo-codes-reply/tests/replies");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut replies = Vec::new();
    for file in files {
        let is_body =
            file.extension().is_some_and(|kind| kind == "json") && !file.to_string_lossy().contains(".expected.");
        let body = fs::read(&file).unwrap();
        if is_body && serde_json::from_slice::<Value>(&body).is_ok() {
            let expected: Value =
                serde_json::from_slice(&fs::read(file.with_extension("expected.json")).unwrap()).unwrap();
            // The status is null if nobody knows it.
            let Some(status) = expected["status"].as_u64() else { continue };
            let status = u16::try_from(status).unwrap();
            replies.push(saved(expected["path"].as_str().unwrap(), status, body));
        }
    }
    replies
}

/// A list of leads as amoCRM returns it.
fn leads(count: usize) -> Vec<u8> {
    let lead = |id| {
        format!(
            r#"{{"id":{id},"name":"Сделка Error 217. № {id}","price":{id}00,"responsible_user_id":504141,"status_id":143,"pipeline_id":3104455,"loss_reason_id":null,"created_at":1767225600,"updated_at":1767229200,"is_deleted":false,"custom_fields_values":[{{"field_id":294471,"field_name":"Источник","field_code":null,"field_type":"text","values":[{{"value":"Error 244."}}]}}],"account_id":28805383,"_links":{{"self":{{"href":"https://acme.amocrm.ru/api/v4/leads/{id}"}}}}}}"#
        )
    };
    let leads: Vec<_> = (1..=count).map(lead).collect();
    format!(r#"{{"_page":1,"_embedded":{{"leads":[{}]}}}}"#, leads.join(",")).into_bytes()
}

/// A body with an error for each of many entities.
fn errors(count: usize) -> Vec<u8> {
    let errors: Vec<_> =
        (1..=count).map(|id| format!(r#""{id}":"Last modified date is older than in database""#)).collect();
    format!(r#"{{"_embedded":{{"items":[],"errors":{{"update":{{{}}}}}}}}}"#, errors.join(",")).into_bytes()
}
