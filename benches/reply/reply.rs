//! `cargo bench -p amo-codes-bench-reply`: a reply that is read, beside the same body parsed to a `serde_json::Value`.
#![allow(clippy::unwrap_used, missing_docs)]

use amo_codes::HttpStatus;
use amo_codes::reply::Reply;
use amo_codes_bench_reply::{Saved, errors, leads, replies};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use serde_json::Value;

/// What is read, by name: every JSON of `tests/replies`, a page of 250 leads, 10 MB of leads, 500 errors.
const BODIES: [&str; 4] = ["tests/replies", "250 leads", "10 MB of leads", "500 errors"];

fn main() {
    divan::main();
}

fn saved(name: &str) -> Vec<Saved> {
    let one = |status, body| vec![Saved { path: "/api/v4/leads".to_owned(), status, body }];
    match name {
        "250 leads" => one(200, leads(250)),
        "10 MB of leads" => one(200, leads(18_000)),
        "500 errors" => one(200, errors(500)),
        _ => replies().unwrap(),
    }
}

fn each(bencher: Bencher<'_, '_>, name: &str, read: impl Fn(&Saved) + Sync) {
    let saved = saved(name);
    let bytes: usize = saved.iter().map(|saved| saved.body.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for saved in &saved {
            read(black_box(saved));
        }
    });
}

#[divan::bench(args = BODIES)]
fn reply(bencher: Bencher<'_, '_>, name: &str) {
    each(bencher, name, |Saved { path, status, body }| {
        let status = HttpStatus::try_from(*status).unwrap();
        drop(black_box(Reply::read(path, status, body)));
    });
}

#[divan::bench(args = BODIES)]
fn value(bencher: Bencher<'_, '_>, name: &str) {
    each(bencher, name, |saved| drop(black_box(serde_json::from_slice::<Value>(&saved.body).unwrap())));
}
