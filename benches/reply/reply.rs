//! `cargo bench -p amo-codes-bench-reply`: a reply that is read, beside the same body parsed to a `serde_json::Value`.
#![allow(clippy::unwrap_used, missing_docs)]

use amo_codes::HttpStatus;
use amo_codes::reply::Reply;
use amo_codes_bench_reply::{errors, leads, replies};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use serde_json::Value;

/// What is read, by name: every body of `tests/replies`, a page of 250 leads, 10 MB of leads, 500 errors.
const BODIES: [&str; 4] = ["tests/replies", "250 leads", "10 MB of leads", "500 errors"];

fn main() {
    divan::main();
}

fn bodies(name: &str) -> Vec<Vec<u8>> {
    match name {
        "250 leads" => vec![leads(250)],
        "10 MB of leads" => vec![leads(18_000)],
        "500 errors" => vec![errors(500)],
        _ => replies().unwrap(),
    }
}

fn each(bencher: Bencher<'_, '_>, name: &str, read: impl Fn(&[u8]) + Sync) {
    let bodies = bodies(name);
    let bytes: usize = bodies.iter().map(Vec::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for body in &bodies {
            read(black_box(body));
        }
    });
}

#[divan::bench(args = BODIES)]
fn reply(bencher: Bencher<'_, '_>, name: &str) {
    let status = HttpStatus::try_from(400).unwrap();
    each(bencher, name, |body| drop(black_box(Reply::read("/api/v4/leads", status, body))));
}

#[divan::bench(args = BODIES)]
fn value(bencher: Bencher<'_, '_>, name: &str) {
    each(bencher, name, |body| drop(black_box(serde_json::from_slice::<Value>(body).unwrap())));
}
