//! Properties of every reply: unrelated data changes nothing, no text of an error is lost, and any bytes can be read.

use crate::generate::{any_errors, any_json, any_text, cases, number_texts, wrapped};
use crate::support::read;
use amo_codes::private::is_unprintable;
use amo_codes_reply::{BodyKind, Effect, Finding, NextStep, Outcome, Reply, Subject};
use serde_json::{Value, json};

/// Returns the pointers to all values, in the order of the body.
fn pointers(value: &Value, pointer: &str, all: &mut Vec<String>) {
    all.push(pointer.to_owned());
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                pointers(value, &format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                pointers(value, &format!("{pointer}/{index}"), all);
            }
        }
        _ => {}
    }
}

/// Returns whether the value at a pointer is in an object with this id, or below a key that is the id.
fn is_about(body: &Value, pointer: &str, id: &str) -> bool {
    let ends = pointer.match_indices('/').map(|(index, _)| index).chain([pointer.len()]);
    ends.into_iter().any(|end| {
        let (above, key) = (&pointer[..end], pointer[..end].rsplit('/').next().unwrap());
        let has_id = |field: &str| match body.pointer(above).and_then(|object| object.get(field)) {
            Some(Value::String(text)) => text.trim() == id,
            Some(value) => value.as_f64() == id.parse().ok(),
            None => false,
        };
        key.replace("~1", "/").replace("~0", "~") == id || ["id", "entity_id", "request_id"].into_iter().any(has_id)
    })
}

#[test]
fn noise_around_a_finding_changes_nothing() {
    for mut rng in cases() {
        let format = rng.usize(..7);
        let noise = any_json(&mut rng);
        let (body, pointer) = wrapped(format, &noise);
        let reply = Reply::read("/api/v2/leads", 400, body.to_string().as_bytes());
        let findings: Vec<_> = reply.findings().iter().map(|finding| (finding.number(), finding.pointer())).collect();
        assert_eq!(findings, [(Some(217), pointer)], "{body}");
    }
}

#[test]
fn the_data_of_a_success_is_not_a_failure() {
    for mut rng in cases() {
        let noise = any_json(&mut rng);
        for body in [
            json!({"_embedded": {"leads": noise}, "_links": noise}),
            json!({"response": {"leads": [noise], "server_time": 1}}),
            json!({"response": {"leads": {"add": {"leads": noise}}}}),
            json!([noise]),
        ] {
            let reply = Reply::read("/api/v2/leads", 200, body.to_string().as_bytes());
            assert!(reply.findings().is_empty(), "{body}: {reply:?}");
        }
    }
}

#[test]
fn every_pointer_leads_to_its_number() {
    for mut rng in cases() {
        let body = any_json(&mut rng);
        let http = rng.u16(100..600);
        let reply = Reply::read("/api/v2/leads", http, body.to_string().as_bytes());
        assert!(http < 400 || reply.is_failure());
        for finding in reply.findings() {
            let there = body.pointer(finding.pointer());
            assert!(there.is_some(), "{} in {}", finding.pointer(), body);
            let there = there.unwrap().to_string();
            if let Some(number) = finding.number() {
                assert!(there.contains(&number.to_string()), "{} at {} in {}", number, finding.pointer(), body);
            }
        }
    }
}

#[test]
fn findings_are_in_the_order_of_the_body_and_concern_what_is_around_them() {
    for mut rng in cases() {
        let body = any_json(&mut rng);
        let http = rng.u16(100..600);
        let reply = Reply::read("/api/v2/leads", http, body.to_string().as_bytes());
        let mut all = Vec::new();
        pointers(&body, "", &mut all);
        let order = |finding: &Finding| all.iter().position(|pointer| pointer == finding.pointer());
        assert!(reply.findings().is_sorted_by_key(order), "{body}: {reply:?}");
        for finding in reply.findings() {
            let Some(Subject::Entity(id) | Subject::RequestItem(id)) = finding.subject() else { continue };
            // A float may be written in several ways.
            assert!(
                id.contains('e') || is_about(&body, finding.pointer(), id),
                "{} {} in {}",
                id,
                finding.pointer(),
                body
            );
        }
    }
}

#[test]
fn any_bytes_are_read() {
    for mut rng in cases() {
        let path = any_text(&mut rng);
        let http = rng.u16(100..600);
        let mut body = vec![0; rng.usize(..200)];
        rng.fill(&mut body);
        let reply = Reply::read(&path, http, &body);
        if reply.body_kind() == BodyKind::Json {
            continue;
        }
        let is_unreadable = http < 300 && matches!(reply.body_kind(), BodyKind::Html | BodyKind::Other);
        assert_eq!(reply.findings().len(), usize::from(http >= 300 && http != 304 || is_unreadable));
        assert!(!reply.to_string().contains(is_unprintable), "{}", reply);
    }
}

#[test]
fn a_truncated_reply_is_one_finding() {
    for mut rng in cases() {
        let format = rng.usize(..7);
        let noise = any_json(&mut rng);
        let body = wrapped(format, &noise).0.to_string().into_bytes();
        let cut = rng.usize(..body.len());
        let reply = Reply::read("/api/v2/leads", 400, &body[..cut]);
        assert_eq!(reply.findings().len(), 1);
        assert_eq!(reply.findings()[0].number(), None);
    }
}

/// Whatever the shape of an error is, its text is in a message. The fields of one object make one finding, so each object
/// here has one text.
#[test]
fn no_text_of_an_error_is_lost() {
    for mut rng in cases() {
        let errors = any_errors(&mut rng);
        let place = rng.usize(..7);
        let http = *rng.choice(&[200, 400]).unwrap();
        let mut texts = Vec::new();
        number_texts(errors.clone(), &mut texts);
        let errors = number_texts(errors, &mut Vec::new());
        let body = match place {
            0 => json!({"errors": errors}),
            1 => json!({"_embedded": {"errors": errors}}),
            2 => json!({"response": {"leads": {"add": {"errors": errors}}}}),
            3 => json!({"leads": {"update": {"errors": errors}}}),
            4 => json!({"errors": errors, "title": "Bad Request", "status": 400}),
            5 => json!({"errors": [{"message": errors}]}),
            _ => json!({"errors": {"detail": errors}}),
        };
        let reply = read(http, body.to_string());
        let found =
            reply.findings().iter().map(Finding::message).filter(|text| text.starts_with("Text ")).collect::<Vec<_>>();
        assert_eq!(found.len() + reply.omitted_findings(), texts.len(), "{body}: {reply:?}");
        assert!(found.iter().all(|text| texts.contains(&(*text).to_owned())), "{body}: {reply:?}");
    }
}

#[test]
fn a_message_is_displayed_as_one_line() {
    for mut rng in cases() {
        let text = any_text(&mut rng);
        let key = any_text(&mut rng);
        let http = rng.u16(100..600);
        let body = json!({"title": text, "status": 400, "errors": {&key: {"message": text, "path": text, "id": text, "code": text}}});
        let reply = Reply::read(&text, http, body.to_string().as_bytes());
        assert!(!reply.to_string().contains(is_unprintable), "{:?}", reply.to_string());
        for finding in reply.findings() {
            assert!(!finding.to_string().contains(is_unprintable), "{:?}", finding.to_string());
        }
    }
}

#[test]
fn only_a_failure_has_an_outcome_other_than_done() {
    for mut rng in cases() {
        let body = any_json(&mut rng);
        let http = rng.u16(100..600);
        let reply = Reply::read("/api/v2/leads", http, body.to_string().as_bytes());
        assert_eq!(reply.is_failure(), reply.outcome() != Outcome::Done, "{body}");
        assert!(reply.outcome() != Outcome::Partial || http < 300 || (400..500).contains(&http));
        assert!(reply.outcome() != Outcome::Refused || http < 500);
    }
}

/// Whatever the error is, an entity beside it may have been created.
#[test]
fn a_write_that_left_an_entity_is_checked() {
    for mut rng in cases() {
        let errors = any_json(&mut rng);
        let place = rng.usize(..6);
        let entity = json!({"id": 5});
        let body = match place {
            0 => json!({"errors": errors, "error_code": 429, "_embedded": {"items": [entity]}}),
            1 => json!({"errors": errors, "error_code": 429, "leads": [entity]}),
            2 => json!({"response": {"errors": errors, "error_code": 429, "leads": [entity]}}),
            3 => json!({"response": {"leads": {"add": {"errors": errors, "error_code": 429, "leads": [entity]}}}}),
            4 => json!({"response": {"leads": {"add": [entity, {"errors": errors, "error_code": 429}]}}}),
            _ => json!({"id": 5, "errors": errors, "error_code": 429}),
        };
        let reply = read(200, body.to_string());
        assert_eq!(reply.next_step(Effect::Write), NextStep::Check, "{body}: {reply:?}");
    }
}
