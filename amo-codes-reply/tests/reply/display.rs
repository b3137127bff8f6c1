//! A reply is displayed as one line.

use crate::support::read;
use amo_codes_reply::Reply;

#[test]
fn a_reply_is_displayed_as_one_line() {
    let cases: [(&str, u16, &str, &str); 21] = [
        ("/api/v4/leads", 204, "", "/api/v4/leads: HTTP 204: not an error"),
        (
            "https://a.amocrm.ru/api/v2/leads?USER_HASH=s3cret#x",
            400,
            r#"{"response":{"error":"-","error_code":"217"}}"#,
            "/api/v2/leads: HTTP 400: leads.217: Updating leads: the parameters \"id\", \"updated_at\", \"status_id\", \
             \"name\" 'are required (fix the request)",
        ),
        (
            "/api/v4/events",
            400,
            r#"{"response":{"error":"Сбой","error_code":"282"}}"#,
            "/api/v4/events: HTTP 400: ambiguous code 282: Сбой; it may be directories.282 (The directory was not found in \
             the account.), directory_elements.282 (Item not found in account.) (not found)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":[{"code":331,"message":"Too many\r\nlinks"}]}"#,
            "/api/v4/leads: HTTP 400: unknown code 331: Too many links (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":[{"code":331}]}"#,
            "/api/v4/leads: HTTP 400: unknown code 331 (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"validation-errors":[{"request_id":"4","errors":[{"code":"NotBlank","path":"name"}]}]}"#,
            "/api/v4/leads: HTTP 400: NotBlank (item 4; field name) (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":{"51":"Is deleted","52":"Is old","base":"Is locked"}}"#,
            "/api/v4/leads: HTTP 400: Is deleted (entity 51); Is old (entity 52); \
             Is locked (field base) (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"errors":[{"code":"NotBlank","message":"It is required."},{"code":"NotBlank"},{"code":"NotBlank","message":"Required"}]}"#,
            "/api/v4/leads: HTTP 400: It is required.; NotBlank; NotBlank: Required (fix the request)",
        ),
        (
            "/v2/origin/custom/1a2b",
            404,
            r#"{"error_code":404,"error_type":"ORIGIN_NOT_REGISTERED","error_description":"NOT_FOUND"}"#,
            "/v2/origin/custom/1a2b: HTTP 404: ORIGIN_NOT_REGISTERED: NOT_FOUND (fix the request)",
        ),
        (
            "/api/v4/leads",
            400,
            r#"{"detail":"Expected [\"a\",\"b\"] for field status, see https://x.ru/3.5/5?a=b"}"#,
            "/api/v4/leads: HTTP 400: Expected [\"a\",\"b\"] for field status, see https://x.ru/3.5/5?a=b (fix the request)",
        ),
        (
            "/api/v2/notes",
            200,
            r#"{"_embedded":{"errors":{"add":[{"code":226},{"code":244},{"code":225},{"code":1},{"code":2},{"code":3}]}}}"#,
            "/api/v2/notes: HTTP 200: events.244: Adding events: insufficient rights to add an event; unknown code 1; \
             unknown code 2; unknown code 3; events.226: Adding events: an event element of this entity could not be \
             found; and 1 more (ask the user; partly carried out: check before repeating it)",
        ),
        (
            "/a\n\u{202e}b",
            500,
            "",
            "/a b: HTTP 500: (empty body) (may have been carried out: check before repeating it)",
        ),
        ("", 429, "Slow\ndown", ": HTTP 429: Slow down (retry later)"),
        ("", 429, "\"Slow\u{202e} down\"", ": HTTP 429: Slow down (retry later)"),
        ("", 429, "<title>Slow down</title>", ": HTTP 429: Slow down (retry later)"),
        ("", 429, "<html>", ": HTTP 429: (HTML page without a title) (retry later)"),
        ("", 429, "{\"title\":", ": HTTP 429: (unreadable body) (retry later)"),
        ("", 429, "\u{1f}\u{8b}", ": HTTP 429: (unreadable body) (retry later)"),
        ("", 429, "{}", ": HTTP 429: (no message) (retry later)"),
        (
            "",
            200,
            "<?xml version=\"1.0\"?>",
            ": HTTP 200: (unreadable body) (fix the request; may have been carried out: check before repeating it)",
        ),
        (
            "",
            400,
            "Код ошибки 217",
            ": HTTP 400: leads.217: Updating leads: the parameters \"id\", \"updated_at\", \"status_id\", \"name\" 'are required (fix the request)",
        ),
    ];
    for (url, http, body, line) in cases {
        assert_eq!(Reply::read(url, http, body.as_bytes()).to_string(), line);
    }
}

/// To retry later is only advice if nothing was carried out.
#[test]
fn the_line_says_whether_the_request_was_carried_out() {
    const UNKNOWN: &str = "may have been carried out: check before repeating it";
    const PARTIAL: &str = "partly carried out: check before repeating it";
    let partial = r#"{"_embedded":{"items":[{"id":1}],"errors":"Error 429."}}"#;
    for (http, body, end) in [
        (429, "", "(empty body) (retry later)".to_owned()),
        (504, "", format!("(empty body) ({UNKNOWN})")),
        (501, "", format!("(empty body) (fix the request; {UNKNOWN})")),
        (200, partial, format!("The number of requests per second exceeded ({PARTIAL})")),
        (400, partial, format!("per second exceeded ({PARTIAL})")),
        (200, "{}", "not an error".to_owned()),
    ] {
        let line = read(http, body).to_string();
        assert!(line.ends_with(&end), "{line}");
    }
    let line = |body: &str| Reply::without_status("/api/v4/leads", body.as_bytes()).to_string();
    assert_eq!(line(""), format!("/api/v4/leads: not an error ({UNKNOWN})"));
    assert_eq!(line(r#"{"detail":"Old","status":400}"#), "/api/v4/leads: Old (fix the request)");
    assert_eq!(Reply::read("/a", 999, b"").to_string(), format!("/a: (empty body) ({UNKNOWN})"));
}

/// The line of the reply has the advice once.
#[test]
fn a_finding_is_displayed_without_advice() {
    let body = r#"{"validation-errors":[{"request_id":"4","errors":[{"code":"NotBlank","path":"name"}]}]}"#;
    assert_eq!(read(400, body).findings()[0].to_string(), "NotBlank (item 4; field name)");
    assert_eq!(read(429, "Slow down").findings()[0].to_string(), "Slow down");
}

#[test]
fn a_long_text_is_shortened() {
    let long = "слово ".repeat(1_000);
    let line = read(400, format!("{{\"detail\":\"{long}\"}}")).to_string();
    assert_eq!(line, format!("/api/v4/leads: HTTP 400: {}… (fix the request)", "слово ".repeat(50).trim_end()));
    let line = read(400, format!("{{\"errors\":[\"{long}\",\"Old\"]}}")).to_string();
    assert_eq!(line, format!("/api/v4/leads: HTTP 400: {}слов…; Old (fix the request)", "слово ".repeat(16)));
    let line = read(400, format!("{{\"errors\":[{{\"code\":\"{0}\"}}]}}", "k".repeat(1_000))).to_string();
    assert_eq!(line, format!("/api/v4/leads: HTTP 400: {}… (fix the request)", "k".repeat(100)));
    let line = read(400, format!("{{\"errors\":{{\"{0}\":\"Old\"}}}}", "k".repeat(1_000))).to_string();
    assert_eq!(line, format!("/api/v4/leads: HTTP 400: Old (field {}…) (fix the request)", "k".repeat(100)));
}
