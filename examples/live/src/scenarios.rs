//! Requests that the [server](crate::server) answers with every kind of failure.

use serde_json::json;

use crate::policy::{Effect, Request};
use crate::server::{BUSY, FINISHED, NOT_ALLOWED, REPLY_LOST, REQUEST_LOST, UNFINISHED};

/// Returns the requests, each with a description.
#[must_use]
pub fn scenarios() -> [(&'static str, Request); 12] {
    [
        ("read the account with an expired token", Request::get("/api/v4/account")),
        ("list the leads when there are none", Request::get("/api/v4/leads")),
        ("read a lead while the gateway fails", Request::get("/api/v4/leads/7")),
        ("read a lead that does not exist", Request::get("/api/v4/leads/404")),
        (
            "delete a customer that does not exist",
            Request::post("/api/v2/customers", &json!({ "delete": { "id": 31 } }), Effect::Delete),
        ),
        ("create a lead while the gateway fails before amoCRM creates it", Request::create_lead(REQUEST_LOST)),
        ("create a lead while the gateway fails after amoCRM created it", Request::create_lead(REPLY_LOST)),
        (
            "update leads, one of them with outdated data",
            Request::post(
                "/api/v2/leads",
                &json!({ "update": [{ "id": 7, "updated_at": 1 }, { "id": 8 }] }),
                Effect::Write,
            ),
        ),
        (
            "create two leads, of which only one is within the rate limit",
            Request::post(
                "/api/v2/leads",
                &json!({ "add": [{ "name": FINISHED }, { "name": UNFINISHED }] }),
                Effect::Write,
            ),
        ),
        ("create a lead while amoCRM asks to wait", Request::create_lead(BUSY)),
        ("create a contact without a name", Request::post("/api/v4/contacts", &json!([{ "name": "" }]), Effect::Write)),
        ("create a lead without permission", Request::create_lead(NOT_ALLOWED)),
    ]
}
