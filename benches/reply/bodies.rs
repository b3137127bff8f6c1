//! The bodies that the benchmark reads: those of `tests/replies`, and lists of leads.

use std::path::Path;
use std::{fs, io};

/// The bodies of `tests/replies` that are JSON.
///
/// # Errors
/// Where they cannot be read.
pub fn replies() -> io::Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/replies");
    let mut bodies = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let is_body = path.to_str().is_some_and(|name| name.ends_with(".json") && !name.ends_with(".expected.json"));
        // Cut off, too deep for a Value, or behind a byte order mark: there is nothing to compare.
        let is_deep = path.ends_with("ok-deep.json") || path.ends_with("s01-bom.json");
        if is_body && !is_deep {
            bodies.push(fs::read(path)?);
        }
    }
    Ok(bodies)
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
