//! Reading a reply takes no more memory than the documentation states. This is one test, because the allocator counts the
//! memory of all threads.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use amo_codes_reply::Reply;
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const KIB: usize = 1024;

/// Returns bodies of about this size that are a lot of work for the reader, by name.
fn bodies(size: usize) -> Vec<(&'static str, String)> {
    let fill = |start: &str, element: &str, end: &str| [start, &element.repeat(size / element.len()), end].concat();
    let escaped = "\\u0417\\n".repeat(size / 8);
    vec![
        ("a long escaped key of a pointer", fill("{\"errors\":{\"", "~", "\":1}}")),
        ("a long escaped key", fill("{\"errors\":{\"\\n", "/", "\":1}}")),
        ("a long key of an entity", fill("{\"response\":{\"\\n", "/", "\":{\"errors\":[1]}}}")),
        ("a long key next to errors", fill("{\"", "/", "\":1,\"errors\":1}")),
        ("errors in reverse", fill("{\"errors\":[", "{\"error\":1},", "1]}")),
        ("errors without a text", fill("{\"errors\":[", "true,", "true]}")),
        ("short texts", fill("{\"errors\":[", "\"x\",", "1]}")),
        ("objects", fill("{\"errors\":[", "{\"code\":1},", "1]}")),
        ("ids", fill("{\"errors\":{", "\"1\":\"Old\",", "\"1\":1}}")),
        ("a long key", fill(&format!("{{\"errors\":{{\"{}\":[", "k".repeat(size / 4)), "1,", "1]}}")),
        (
            "validation errors",
            fill(
                "{\"validation-errors\":[",
                r#"{"request_id":"0","errors":[{"code":"NotBlank","path":"name","detail":"This value should not be blank."}]},"#,
                "1]}",
            ),
        ),
        ("one long text", fill("{\"title\":\"", "Слово ", "\",\"status\":400}")),
        ("one long escaped text", format!("{{\"detail\":\"{escaped}\",\"errors\":[\"{escaped}\"]}}")),
        ("a long text with line ends", fill("{\"detail\":\"", "Слово слово слово слово.\\n", "\",\"status\":400}")),
        ("a long key with line ends", fill("{\"errors\":[{\"code\":\"", &format!("{}\\n", "a@b ".repeat(16)), "\"}]}")),
        ("one long word", format!("{{\"errors\":[\"\\n{0}\"],\"title\":\"\\n{0}\"}}", "a".repeat(size / 2))),
        (
            "many long fields",
            format!("{{\"errors\":[{{\"message\":\"{escaped}\",\"path\":\"{escaped}\",\"code\":\"{escaped}\"}}]}}"),
        ),
        (
            "nested objects",
            format!("{}\"{escaped}\"{}", "{\"errors\":{\"message\":\"\\n\",\"errors\":".repeat(50), "}".repeat(100)),
        ),
        ("data", fill("{\"_embedded\":{\"leads\":[", r#"{"id":1,"name":"Error 217."},"#, "1]}}")),
        ("a page", fill("<html><title>", "&amp;", "</title>")),
        ("plain text", fill("", "Слово ", "")),
        ("open brackets", fill("", "[", "")),
    ]
}

#[test]
fn reading_takes_at_most_64_times_the_body() {
    // A buffer that doubles when it is full takes most just above a power of two.
    for (name, body) in bodies(64 * KIB + 4 * KIB) {
        let before = ALLOCATOR.current_usage();
        ALLOCATOR.reset_peak_usage();
        let reply = Reply::read("/api/v4/leads", 400, body.as_bytes());
        let used = ALLOCATOR.peak_usage() - before;
        let most = if name == "data" { KIB } else { 64 * body.len() };
        assert!(used <= most, "{name}: {used} bytes for {}", body.len());
        assert!(reply.is_failure());
    }
}
