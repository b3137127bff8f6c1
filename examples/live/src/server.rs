//! A local mock of amoCRM: its reply formats, a token that expires, a rate limit and a gateway that fails.

use std::collections::{HashSet, VecDeque};
use std::future::{IntoFuture as _, pending};
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;

mod answers;

use self::answers::{html, invalid_name, json, problem, problem_json};

/// The rate limit of an integration.
pub const REQUESTS_PER_SECOND: usize = 7;
/// An access token that has expired.
pub const EXPIRED_TOKEN: &str = "expired";
/// The access token that the server accepts.
pub const VALID_TOKEN: &str = "valid";
/// The refresh token that the server exchanges first.
pub const FIRST_REFRESH_TOKEN: &str = "refresh-0";

/// The name of a lead for which the gateway fails once, before the lead is created.
pub const REQUEST_LOST: &str = "order-1042";
/// The name of a lead for which the gateway fails once, while the lead is being created.
pub const REPLY_LOST: &str = "order-1043";
/// The name of a lead that is created, but the server never replies to the first request.
pub const TIMED_OUT: &str = "order-1044";
/// The name of a lead that is created, but the status of the first reply is not an HTTP status.
pub const INVALID_STATUS: &str = "order-1045";
/// The name of a lead that is created by a request that also contains [`UNFINISHED`].
pub const FINISHED: &str = "order-1046";
/// The name of a lead that is refused once with HTTP 200, because of the rate limit.
pub const UNFINISHED: &str = "order-1047";
/// The name of a lead for which the server asks once to wait for [`DELAY`].
pub const BUSY: &str = "order-1048";
/// The name of a lead that the user is not allowed to create.
pub const NOT_ALLOWED: &str = "order-1049";
/// How long the server asks to wait.
pub const DELAY: Duration = Duration::from_secs(1);
/// How long a lead is being created after the gateway failed.
const LATE: Duration = Duration::from_millis(200);
/// A number from 600, which is not an HTTP status.
const INVALID: u16 = 700;

/// A server that runs until its runtime is shut down.
pub struct Server {
    address: SocketAddr,
    account: Arc<Mutex<Account>>,
}

/// The number of times that something happened on the server.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Requests over the rate limit.
    pub rate_limited: usize,
    /// Requests without a valid access token.
    pub unauthorized: usize,
    /// How often tokens were issued.
    pub tokens: usize,
    /// Requests that the gateway failed to answer, or not in time.
    pub gateway_errors: usize,
    /// Requests that came although the server had asked to wait longer.
    pub too_early: usize,
    /// Leads that arrived again although they had been created. Each is a duplicate.
    pub sent_twice: usize,
}

#[derive(Default)]
struct Account {
    counts: Counts,
    lead_names: Vec<String>,
    /// When the requests of the last second arrived.
    recent: VecDeque<Instant>,
    /// The requests for which the gateway has already failed.
    failed: HashSet<String>,
    /// Until when the server has asked to wait.
    busy_until: Option<Instant>,
    /// A request that will be carried out, although the gateway gave up.
    late: Option<(Instant, String)>,
}

impl Server {
    /// Starts a server on a free local port.
    ///
    /// # Errors
    /// Returns an error if the server cannot listen on a port.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let (address, account) = (listener.local_addr()?, Arc::default());
        let app = Router::new().fallback(handle).with_state(Arc::clone(&account));
        tokio::spawn(axum::serve(listener, app).into_future());
        Ok(Self { address, account })
    }

    /// Returns the URL of the server, without a path.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns how often something has happened so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        lock(&self.account).counts
    }

    /// Returns how many leads have this name.
    #[must_use]
    pub fn leads_named(&self, name: &str) -> usize {
        let mut account = lock(&self.account);
        account.carry_out_late();
        account.lead_names.iter().filter(|lead| *lead == name).count()
    }
}

fn lock(account: &Mutex<Account>) -> MutexGuard<'_, Account> {
    account.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn handle(
    State(account): State<Arc<Mutex<Account>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: String,
) -> Response {
    let response = lock(&account).gateway(&method, &uri, &headers, &body);
    match response {
        Some(response) => response,
        None => pending().await,
    }
}

impl Account {
    /// Checks the rate limit and forwards the request to the API, except when the gateway fails. `None` is no reply at all.
    fn gateway(&mut self, method: &Method, uri: &Uri, headers: &HeaderMap, body: &str) -> Option<Response> {
        if self.is_over_rate_limit() {
            self.counts.rate_limited += 1;
            return Some(html(StatusCode::TOO_MANY_REQUESTS));
        }
        let is_authorized =
            headers.get(header::AUTHORIZATION).is_some_and(|value| *value == *format!("Bearer {VALID_TOKEN}"));
        if !is_authorized {
            return Some(self.authorize(uri, body));
        }
        self.carry_out_late();
        let is_special =
            |name: &&str| body.contains(name) || (uri.path() == "/api/v4/leads/7" && *name == REQUEST_LOST);
        let special = [REQUEST_LOST, REPLY_LOST, TIMED_OUT, INVALID_STATUS].into_iter().find(is_special);
        match special.filter(|_| self.fails_once(uri, body)) {
            Some(REQUEST_LOST) => Some(html(StatusCode::BAD_GATEWAY)),
            Some(REPLY_LOST) => {
                self.late = Some((Instant::now() + LATE, body.to_owned()));
                Some(html(StatusCode::GATEWAY_TIMEOUT))
            }
            special => {
                let response = self.api(method, uri, body);
                match special {
                    Some(TIMED_OUT) => None,
                    Some(_) => StatusCode::from_u16(INVALID).ok().map(html),
                    None => Some(response),
                }
            }
        }
    }

    /// Carries out the request that the gateway gave up, if it is time.
    fn carry_out_late(&mut self) {
        if let Some((_, body)) = self.late.take_if(|(at, _)| *at <= Instant::now()) {
            self.create_leads(&body);
        }
    }

    fn is_over_rate_limit(&mut self) -> bool {
        let now = Instant::now();
        while self.recent.front().is_some_and(|&then| now.duration_since(then) >= Duration::from_secs(1)) {
            self.recent.pop_front();
        }
        let is_over = self.recent.len() >= REQUESTS_PER_SECOND;
        if !is_over {
            self.recent.push_back(now);
        }
        is_over
    }

    /// Returns whether the gateway fails now: it does so the first time it is asked about a request.
    fn fails_once(&mut self, uri: &Uri, body: &str) -> bool {
        let fails = self.failed.insert(format!("{uri} {body}"));
        self.counts.gateway_errors += usize::from(fails);
        fails
    }

    /// Answers a request without a valid access token.
    fn authorize(&mut self, uri: &Uri, body: &str) -> Response {
        if uri.path() != "/oauth2/access_token" {
            self.counts.unauthorized += 1;
            return problem(StatusCode::UNAUTHORIZED, "Неверный логин или пароль");
        }
        let request: Value = serde_json::from_str(body).unwrap_or_default();
        if request["refresh_token"] != refresh_token(self.counts.tokens) {
            let hint = json!({ "hint": "Token has been revoked", "title": "Некорректный запрос", "status": 400 });
            return problem_json(StatusCode::BAD_REQUEST, &hint);
        }
        self.counts.tokens += 1;
        let refresh_token = refresh_token(self.counts.tokens);
        json(&json!({ "token_type": "Bearer", "access_token": VALID_TOKEN, "refresh_token": refresh_token }))
    }

    fn api(&mut self, method: &Method, uri: &Uri, body: &str) -> Response {
        match (method.as_str(), uri.path()) {
            ("GET", "/api/v4/account") => json(&json!({ "id": 17, "name": "Error 101." })),
            ("GET", "/api/v4/leads") => self.find_leads(uri.query()),
            ("GET", "/api/v4/leads/7") => json(&json!({ "id": 7, "name": "Error 217.", "status_id": 244 })),
            ("POST", "/api/v2/leads") if body.contains("add") => self.create_leads(body),
            ("POST", "/api/v2/leads") => {
                let errors = json!({ "update": { "7": "Last modified date is older than in database" } });
                json(&json!({ "_embedded": { "items": [{ "id": 8 }], "errors": errors } }))
            }
            ("POST", "/api/v2/customers") => {
                let errors = json!([{ "id": 31, "code": 404, "message": "Error 282." }]);
                json(&json!({ "response": { "customers": { "delete": { "errors": errors } } } }))
            }
            ("POST", "/api/v4/contacts") => invalid_name(),
            _ => problem(StatusCode::NOT_FOUND, "Not found"),
        }
    }

    fn find_leads(&self, query: Option<&str>) -> Response {
        let mut parameters = query.into_iter().flat_map(|query| query.split('&'));
        let name = parameters.find_map(|parameter| parameter.strip_prefix("query=")).unwrap_or("");
        let leads: Vec<_> = self.lead_names.iter().filter(|lead| lead.contains(name)).collect();
        if leads.is_empty() {
            return StatusCode::NO_CONTENT.into_response();
        }
        let leads: Vec<_> = leads.into_iter().map(|name| json!({ "name": name })).collect();
        json(&json!({ "_embedded": { "leads": leads } }))
    }

    fn create_leads(&mut self, body: &str) -> Response {
        let request: Value = serde_json::from_str(body).unwrap_or_default();
        let leads = request["add"].as_array().into_iter().flatten();
        let mut names: Vec<_> = leads.filter_map(|lead| lead["name"].as_str()).collect();
        if names.contains(&BUSY) && self.is_busy() {
            let retry_after = [(header::RETRY_AFTER, DELAY.as_secs())];
            return (retry_after, html(StatusCode::TOO_MANY_REQUESTS)).into_response();
        }
        if names.contains(&NOT_ALLOWED) {
            return problem(StatusCode::BAD_REQUEST, "Код ошибки 244. Нет прав на добавление");
        }
        // Half of the batch is done.
        let is_half = names.contains(&FINISHED);
        names.retain(|&name| !is_half || name != UNFINISHED);
        self.counts.sent_twice += names.iter().filter(|&&name| self.lead_names.iter().any(|lead| lead == name)).count();
        self.lead_names.extend(names.iter().map(|&name| name.to_owned()));
        let items: Vec<_> = names.iter().map(|name| json!({ "id": name.len() })).collect();
        let errors =
            if is_half { json!({ "add": [{ "code": 429, "message": "Too many requests" }] }) } else { json!([]) };
        json(&json!({ "_embedded": { "items": items, "errors": errors } }))
    }

    /// Returns whether the client has to wait, as it does after the first request.
    fn is_busy(&mut self) -> bool {
        let now = Instant::now();
        let Some(until) = self.busy_until else {
            self.busy_until = Some(now + DELAY);
            return true;
        };
        self.counts.too_early += usize::from(now < until);
        now < until
    }
}

/// Returns the refresh token that is valid after so many exchanges.
fn refresh_token(exchanges: usize) -> String {
    format!("refresh-{exchanges}")
}
