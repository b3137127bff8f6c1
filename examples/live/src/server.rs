//! A server on the loopback that answers like amoCRM: its shapes, a token that expires, a rate limit that limits.

use std::collections::VecDeque;
use std::future::IntoFuture as _;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;

/// The rate limit of an integration: requests in a second.
pub const REQUESTS_A_SECOND: usize = 7;
/// The token that the clients begin with; it has expired.
pub const EXPIRED: &str = "expired";
const VALID: &str = "valid";

/// A server that runs until its runtime ends.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    account: Arc<Account>,
}

/// How many requests of a kind the server has answered.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Refused for the rate limit.
    pub limited: usize,
    /// Refused for the token.
    pub unauthorized: usize,
    /// Answered by a gateway that stumbles.
    pub stumbled: usize,
    /// Tokens that were renewed.
    pub renewed: usize,
}

#[derive(Debug, Default)]
struct Account(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    recent: VecDeque<Instant>,
    count: Count,
}

impl Server {
    /// Starts a server on a free port of the loopback.
    ///
    /// # Errors
    /// Where no port is to be had.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let (address, account) = (listener.local_addr()?, Arc::new(Account::default()));
        let app = Router::new().fallback(answer).with_state(Arc::clone(&account));
        tokio::spawn(axum::serve(listener, app).into_future());
        Ok(Self { address, account })
    }

    /// The address of the server, without a path.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What the server has answered so far.
    #[must_use]
    pub fn count(&self) -> Count {
        self.account.with(|inner| inner.count)
    }
}

impl Account {
    fn with<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn answer(State(account): State<Arc<Account>>, request: Request) -> Response {
    if account.with(Inner::is_over_the_limit) {
        return page(StatusCode::TOO_MANY_REQUESTS);
    }
    if request.uri().path() == "/oauth2/access_token" {
        account.with(|inner| inner.count.renewed += 1);
        return json(StatusCode::OK, format!("{{\"token_type\":\"Bearer\",\"access_token\":\"{VALID}\"}}"));
    }
    let token = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    if token != Some(&format!("Bearer {VALID}")) {
        account.with(|inner| inner.count.unauthorized += 1);
        let body = r#"{"title":"Unauthorized","type":"https://httpstatus.es/401","status":401,"detail":"Неверный логин или пароль"}"#;
        return problem(StatusCode::UNAUTHORIZED, body);
    }
    if request.uri().path() == "/api/v4/leads/7" && account.with(Inner::stumbles) {
        return page(StatusCode::BAD_GATEWAY);
    }
    resource(request.method(), request.uri().path())
}

impl Inner {
    fn is_over_the_limit(&mut self) -> bool {
        let now = Instant::now();
        while self.recent.front().is_some_and(|&then| now.duration_since(then) >= Duration::from_secs(1)) {
            self.recent.pop_front();
        }
        let is_over = self.recent.len() >= REQUESTS_A_SECOND;
        if is_over {
            self.count.limited += 1;
        } else {
            self.recent.push_back(now);
        }
        is_over
    }

    /// The gateway answers once in place of the server behind it.
    fn stumbles(&mut self) -> bool {
        self.count.stumbled += 1;
        self.count.stumbled == 1
    }
}

fn resource(method: &Method, path: &str) -> Response {
    match (method.as_str(), path) {
        ("GET", "/api/v4/account") => json(StatusCode::OK, r#"{"id":17,"name":"Error 101."}"#),
        ("GET", "/api/v4/leads") => StatusCode::NO_CONTENT.into_response(),
        ("GET", "/api/v4/leads/7") => json(StatusCode::OK, r#"{"id":7,"name":"Error 217.","status_id":244}"#),
        ("POST", "/api/v2/leads") => json(
            StatusCode::OK,
            r#"{"_embedded":{"items":[{"id":8}],"errors":{"update":{"7":"Last modified date is older than in database"}}}}"#,
        ),
        ("POST", "/api/v2/customers") => json(
            StatusCode::OK,
            r#"{"response":{"customers":{"delete":{"errors":[{"id":31,"code":404,"message":"Error 282."}]}}}}"#,
        ),
        ("POST", "/api/v4/contacts") => problem(
            StatusCode::BAD_REQUEST,
            r#"{"validation-errors":[{"request_id":"0","errors":[{"code":"NotBlank","path":"name","detail":"This value should not be blank."}]}],"title":"Bad Request","type":"https://httpstatus.es/400","status":400,"detail":"Request validation failed"}"#,
        ),
        ("POST", "/api/v4/leads") => problem(
            StatusCode::BAD_REQUEST,
            r#"{"title":"Bad Request","type":"https://httpstatus.es/400","status":400,"detail":"Код ошибки 244. Нет прав на добавление"}"#,
        ),
        _ => problem(
            StatusCode::NOT_FOUND,
            r#"{"title":"Not Found","type":"https://httpstatus.es/404","status":404,"detail":"Not found"}"#,
        ),
    }
}

fn json(status: StatusCode, body: impl Into<String>) -> Response {
    (status, [(header::CONTENT_TYPE, "application/hal+json")], body.into()).into_response()
}

fn problem(status: StatusCode, body: &'static str) -> Response {
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
}

/// A page of the gateway, which sends no JSON and no `Retry-After`.
fn page(status: StatusCode) -> Response {
    let body =
        format!("<html>\r\n<head><title>{status}</title></head>\r\n<body><h1>{status}</h1></body>\r\n</html>\r\n");
    (status, [(header::CONTENT_TYPE, "text/html")], body).into_response()
}
