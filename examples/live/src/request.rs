//! Requests to amoCRM, with what they do.

use amo_codes_reply::Effect;
use http::Method;
use serde::Deserialize;
use serde_json::{Value, json};

/// A request to amoCRM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The HTTP method.
    pub method: Method,
    /// The path, with the query if there is one.
    pub path: String,
    /// The JSON body. Empty if the request does not have one.
    pub body: String,
    /// What the request does. The method does not say it: v2 uses POST for everything.
    pub effect: Effect,
    /// The names of the leads that the request creates. No other lead has such a name, so it shows whether the lead exists.
    pub lead_names: Vec<String>,
}

impl Request {
    /// Creates a request that reads something.
    #[must_use]
    pub fn get(path: &str) -> Self {
        Self { method: Method::GET, body: String::new(), ..Self::post(path, &Value::Null, Effect::Read) }
    }

    /// Creates a request with a body and an effect.
    #[must_use]
    pub fn post(path: &str, body: &Value, effect: Effect) -> Self {
        let (path, body) = (path.to_owned(), body.to_string());
        Self { method: Method::POST, path, body, effect, lead_names: Vec::new() }
    }

    /// Creates a request that adds leads with unique names, such as the numbers of orders.
    #[must_use]
    pub fn create_leads(unique_names: &[&str]) -> Self {
        let leads: Vec<Value> = unique_names.iter().map(|name| json!({ "name": name })).collect();
        let lead_names = unique_names.iter().map(|&name| name.to_owned()).collect();
        Self { lead_names, ..Self::post("/api/v2/leads", &json!({ "add": leads }), Effect::Write) }
    }

    /// Creates a request that searches for leads with this name, which must not need escaping in a URL.
    ///
    /// The search also finds leads that only contain the name; 250 is the longest page.
    #[must_use]
    pub fn find_lead(unique_name: &str) -> Self {
        Self::get(&format!("/api/v4/leads?query={unique_name}&limit=250"))
    }

    /// Creates a request for new tokens. The credentials of your integration belong here, too.
    #[must_use]
    pub fn refresh_tokens(refresh_token: &str) -> Self {
        let body = json!({ "grant_type": "refresh_token", "refresh_token": refresh_token });
        // A refresh token can be used only once.
        Self::post("/oauth2/access_token", &body, Effect::Write)
    }
}

/// Returns whether the reply to [`Request::find_lead`] lists a lead with exactly this name.
///
/// # Errors
/// Returns an error if the body is not a list of leads.
pub fn contains_lead(body: &[u8], unique_name: &str) -> serde_json::Result<bool> {
    // If there are no leads, amoCRM replies with HTTP 204 and an empty body.
    if body.is_empty() {
        return Ok(false);
    }
    let mut page: Value = serde_json::from_slice(body)?;
    let leads = page.pointer_mut("/_embedded/leads").map(Value::take).unwrap_or_default();
    let leads: Vec<Value> = serde_json::from_value(leads)?;
    Ok(leads.iter().any(|lead| lead["name"] == unique_name))
}

/// The result of a request that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Success {
    /// amoCRM carried it out.
    Done,
    /// The entity does not exist, so there is nothing to do.
    Skipped,
}

/// The tokens of an integration. Store both after each refresh: the old refresh token is no longer valid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Tokens {
    /// Authorizes requests for a day.
    pub access_token: String,
    /// Can be exchanged once for new tokens.
    pub refresh_token: String,
}
