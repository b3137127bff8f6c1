//! Reads bodies as replies, and parses the same bodies to `serde_json::Value`s.
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark fails by a panic")]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use amo_codes_reply::Reply;
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::Value;

/// A reply to be read.
struct Saved {
    path: String,
    status: u16,
    body: Vec<u8>,
}

fn replies(criterion: &mut Criterion) {
    for (name, saved) in [("small", small()), ("leads", vec![leads(250)]), ("errors", vec![errors(500)])] {
        let mut group = criterion.benchmark_group(name);
        group.bench_function("Reply", |bencher| {
            bencher.iter(|| each(&saved, &|saved| Reply::read(&saved.path, saved.status, &saved.body)));
        });
        group.bench_function("Value", |bencher| {
            bencher.iter(|| each(&saved, &|saved| serde_json::from_slice::<Value>(&saved.body)));
        });
    }
}

/// An iteration; `benches/run` counts the instructions of this function and of what it calls.
#[inline(never)]
fn each<T>(all: &[Saved], read: &impl Fn(&Saved) -> T) {
    for saved in all {
        black_box(read(black_box(saved)));
    }
}

/// The saved replies that a `Value` can hold.
fn small() -> Vec<Saved> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../amo-codes-reply/tests/replies");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let read = |file: &Path| {
        let expected: Value = serde_json::from_slice(&fs::read(file.with_extension("expected.json")).ok()?).unwrap();
        let status = u16::try_from(expected["status"].as_u64()?).unwrap();
        let body = fs::read(file).unwrap();
        serde_json::from_slice::<Value>(&body).ok()?;
        Some(saved(expected["path"].as_str()?, status, body))
    };
    files.iter().filter_map(|file| read(file)).collect()
}

/// A list of leads as amoCRM returns it.
fn leads(count: usize) -> Saved {
    let lead = |id| {
        format!(
            r#"{{"id":{id},"name":"Сделка Error 217. № {id}","price":{id}00,"responsible_user_id":504141,"status_id":143,"pipeline_id":3104455,"loss_reason_id":null,"created_at":1767225600,"updated_at":1767229200,"is_deleted":false,"custom_fields_values":[{{"field_id":294471,"field_name":"Источник","field_code":null,"field_type":"text","values":[{{"value":"Error 244."}}]}}],"account_id":28805383,"_links":{{"self":{{"href":"https://acme.amocrm.ru/api/v4/leads/{id}"}}}}}}"#
        )
    };
    let leads: Vec<_> = (1..=count).map(lead).collect();
    saved("/api/v4/leads", 200, format!(r#"{{"_page":1,"_embedded":{{"leads":[{}]}}}}"#, leads.join(",")).into_bytes())
}

/// A body with an error for each of many entities.
fn errors(count: usize) -> Saved {
    let errors: Vec<_> =
        (1..=count).map(|id| format!(r#""{id}":"Last modified date is older than in database""#)).collect();
    let body = format!(r#"{{"_embedded":{{"items":[],"errors":{{"update":{{{}}}}}}}}}"#, errors.join(","));
    saved("/api/v4/leads", 200, body.into_bytes())
}

fn saved(path: &str, status: u16, body: Vec<u8>) -> Saved {
    Saved { path: path.to_owned(), status, body }
}

criterion_group!(benches, replies);
criterion_main!(benches);
