//! The bodies that the benchmark reads: those of `tests/replies`, and lists of leads.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// A reply to be read.
#[derive(Debug, Clone)]
pub struct Saved {
    /// The path that was asked.
    pub path: String,
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// The replies of `tests/replies` whose bodies are JSON that a `serde_json::Value` can hold.
///
/// # Errors
/// Where they cannot be read.
pub fn replies() -> Result<Vec<Saved>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/replies");
    let mut replies = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let is_body =
            path.file_name().and_then(|name| name.to_str()?.split_once('.')).is_some_and(|(_, kind)| kind == "json");
        let body = fs::read(&path)?;
        if !is_body || serde_json::from_slice::<Value>(&body).is_err() {
            continue;
        }
        let expected: Value = serde_json::from_slice(&fs::read(path.with_extension("expected.json"))?)?;
        let status = expected["status"].as_u64().ok_or("no status")?.try_into()?;
        replies.push(Saved { path: expected["path"].as_str().ok_or("no path")?.to_owned(), status, body });
    }
    Ok(replies)
}

/// A list of so many leads, as amoCRM answers it.
#[must_use]
pub fn leads(count: usize) -> Vec<u8> {
    let lead = |id| {
        format!(
            r#"{{"id":{id},"name":"Сделка Error 217. № {id}","price":{id}00,"responsible_user_id":504141,"status_id":143,"pipeline_id":3104455,"loss_reason_id":null,"created_at":1767225600,"updated_at":1767229200,"is_deleted":false,"custom_fields_values":[{{"field_id":294471,"field_name":"Источник","field_code":null,"field_type":"text","values":[{{"value":"Error 244."}}]}}],"account_id":28805383,"_links":{{"self":{{"href":"https://acme.amocrm.ru/api/v4/leads/{id}"}}}}}}"#
        )
    };
    let leads: Vec<_> = (1..=count).map(lead).collect();
    format!(r#"{{"_page":1,"_embedded":{{"leads":[{}]}}}}"#, leads.join(",")).into_bytes()
}

/// A body with so many errors, each of an entity of its own.
#[must_use]
pub fn errors(count: usize) -> Vec<u8> {
    let errors: Vec<_> =
        (1..=count).map(|id| format!(r#""{id}":"Last modified date is older than in database""#)).collect();
    format!(r#"{{"_embedded":{{"items":[],"errors":{{"update":{{{}}}}}}}}}"#, errors.join(",")).into_bytes()
}
