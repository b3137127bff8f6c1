//! The formats of the server's replies.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

/// Returns a success of the v4 API.
pub(super) fn json(body: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/hal+json")], body.to_string()).into_response()
}

/// Returns an error in the format of most errors in the v4 API.
pub(super) fn problem(status: StatusCode, detail: &str) -> Response {
    let kind = format!("https://httpstatus.es/{}", status.as_u16());
    let title = status.canonical_reason();
    problem_json(status, &json!({ "title": title, "type": kind, "status": status.as_u16(), "detail": detail }))
}

pub(super) fn invalid_name() -> Response {
    let errors = json!([{ "code": "NotBlank", "path": "name", "detail": "This value should not be blank." }]);
    let body = json!({
        "validation-errors": [{ "request_id": "0", "errors": errors }],
        "title": "Bad Request",
        "type": "https://httpstatus.es/400",
        "status": 400,
        "detail": "Request validation failed",
    });
    problem_json(StatusCode::BAD_REQUEST, &body)
}

pub(super) fn problem_json(status: StatusCode, body: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}

/// Returns a page of the gateway, which sends neither JSON nor a `Retry-After` header.
pub(super) fn html(status: StatusCode) -> Response {
    let body =
        format!("<html>\r\n<head><title>{status}</title></head>\r\n<body><h1>{status}</h1></body>\r\n</html>\r\n");
    (status, [(header::CONTENT_TYPE, "text/html")], body).into_response()
}
