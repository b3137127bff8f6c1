//! Requests that the [server](crate::server) answers with every kind of failure.

use amo_codes_reply::Effect;
use serde_json::json;

use crate::request::Request;
use crate::server::{BUSY, FINISHED, INVALID_STATUS, NOT_ALLOWED, REPLY_LOST, REQUEST_LOST, TIMED_OUT, UNFINISHED};

/// Returns the requests, each with a description.
#[must_use]
pub fn scenarios() -> [(&'static str, Request); 14] {
    let update = json!({ "update": [{ "id": 7, "updated_at": 1 }, { "id": 8 }] });
    let delete = json!({ "delete": { "id": 31 } });
    let nameless = json!([{ "name": "" }]);
    [
        ("read the account with an expired token", Request::get("/api/v4/account")),
        ("list the leads when there are none", Request::get("/api/v4/leads")),
        ("read a lead while the gateway fails", Request::get("/api/v4/leads/7")),
        ("read a lead that does not exist", Request::get("/api/v4/leads/404")),
        ("delete a customer that does not exist", Request::post("/api/v2/customers", &delete, Effect::Delete)),
        ("create a lead while the gateway fails before amoCRM creates it", Request::create_leads(&[REQUEST_LOST])),
        ("create a lead while the gateway fails and amoCRM goes on", Request::create_leads(&[REPLY_LOST])),
        ("create a lead, and get no reply in time", Request::create_leads(&[TIMED_OUT])),
        ("create a lead, and get a status that HTTP does not have", Request::create_leads(&[INVALID_STATUS])),
        (
            "create two leads, of which only one is within the rate limit",
            Request::create_leads(&[FINISHED, UNFINISHED]),
        ),
        ("create a lead while amoCRM asks to wait", Request::create_leads(&[BUSY])),
        ("create a lead without permission", Request::create_leads(&[NOT_ALLOWED])),
        ("update leads, one of them with outdated data", Request::post("/api/v2/leads", &update, Effect::Write)),
        ("create a contact without a name", Request::post("/api/v4/contacts", &nameless, Effect::Write)),
    ]
}
