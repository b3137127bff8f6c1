//! Reads a text that may contain a reply: a line of a log, a stack trace, a pasted body.

mod bodies;
mod context;
mod line;
mod parts;
mod plain;
mod quoted;
mod status;
mod value;

use amo_codes_reply::{Finding, Reply};
use serde_json::{Value, json};

use self::bodies::{Body, Shape, Text};
use self::context::Context;
use self::line::{is_access_log, may_say_something, without_colors};
use self::parts::pairs;
use self::value::Object;
use crate::record::Record;
use crate::table::Codes;

/// What a text says.
pub(crate) struct Reading {
    /// Numbers and addresses of codes.
    pub(crate) codes: Vec<String>,
    /// The HTTP status, if it is the whole query.
    pub(crate) status: Option<u16>,
    /// The path of the request.
    pub(crate) path: Option<String>,
    pub(crate) reply: Option<Reply>,
    /// Whether the text has a body, and not only the HTTP status.
    pub(crate) has_body: bool,
}

/// Reads texts, with what is known about them.
pub(crate) struct Reader<'c> {
    /// The path of the request.
    pub(crate) path: Option<&'c str>,
    /// The HTTP status of the reply.
    pub(crate) status: Option<u16>,
    /// Whether somebody asks about this very text. A text on standard input may be about anything.
    pub(crate) is_query: bool,
    pub(crate) codes: &'c Codes,
}

impl Reader<'_> {
    /// Reads a text; `None` if it does not say anything about codes.
    pub(crate) fn read(&self, record: &Record) -> Option<Reading> {
        if self.codes.is_amocrm && !self.may_have_reply(record) {
            return None;
        }
        let text = without_colors(record.text.trim_end());
        if self.codes.has_words() {
            return self.words(&text);
        }
        let mut taken = Text::default();
        let begins = text.trim_start().starts_with(['{', '[', '(']);
        // A text with a URL of its own is about another request.
        if !record.before.is_empty() && (begins || record.is_continued || !text.contains("://")) {
            taken.outside = format!("{}\n", record.before);
        }
        let start = taken.outside.len();
        taken.add(&text);
        let context = Context::new(&taken.outside, if begins { 0 } else { start }, self.codes);
        let of_shape = |shapes: &[Shape]| {
            let mut bodies = taken.bodies.iter().filter(|body| shapes.contains(&body.shape));
            bodies.find_map(|body| self.body(body, &context))
        };
        of_shape(&[Shape::Reply])
            .or_else(|| self.pairs(&context))
            .or_else(|| of_shape(&[Shape::Likely, Shape::Other]))
            .or_else(|| {
                let own = if record.is_continued { 0 } else { start };
                self.plain(&Context::new(&taken.outside[own..], 0, self.codes), &context)
            })
    }

    /// Returns whether a text may have a reply of amoCRM: whether it is worth reading.
    fn may_have_reply(&self, record: &Record) -> bool {
        // A line of a trace may name the request whose failure a line above it reports.
        let names_request = || record.is_continued && ["://", "/api/"].iter().any(|part| record.text.contains(part));
        let may_say = || may_say_something(&record.text) || (names_request() && may_say_something(&record.before));
        !is_access_log(&record.text) && (self.is_query || may_say())
    }

    /// Returns the path of the request of what is at this place.
    fn path_before(&self, context: &Context, end: usize) -> Option<String> {
        self.path.map(str::to_owned).or_else(|| context.path_before(end))
    }

    /// Reads a body, unless it is not amoCRM's or does not say that the request failed.
    fn body(&self, body: &Body, context: &Context) -> Option<Reading> {
        let is_named = || self.is_query || self.path.is_some() || context.is_named(body.at);
        // The line of a structured log may have the same keys.
        if body.shape == Shape::Other && self.codes.is_amocrm && (body.object.contains_key("level") || !is_named()) {
            return None;
        }
        let status = self.status.or_else(|| own_status(&body.object));
        let status = status.or_else(|| context.status_before(body.at).map(|status| status.number));
        let path = self.path_before(context, body.at);
        let url = path.as_deref().unwrap_or_default();
        let text = Value::Object(body.object.clone()).to_string();
        let reply = match status {
            // What was cut may be what was carried out.
            Some(status) if status >= 300 || !body.is_cut => Reply::read(url, status, text.as_bytes()),
            _ => Reply::without_status(url, text.as_bytes()),
        };
        let numbers: Vec<i64> = reply.findings().iter().filter_map(Finding::number).collect();
        let says_more = |finding: &Finding| !finding.message().is_empty() || finding.error_key().is_some();
        let says_something = !numbers.is_empty() || reply.findings().iter().any(says_more);
        // Anything may have a `code`.
        let is_code = |finding: &Finding| {
            let pointer = finding.pointer();
            let is_safe = !pointer.ends_with("code") || ["/error_code", "/response/error_code"].contains(&pointer);
            is_safe && finding.number().is_some_and(|number| !(400..600).contains(&number) && self.is_number(number))
        };
        let is_failing = status.is_some_and(|status| status >= 400);
        let counts = match body.shape {
            _ if !self.codes.is_amocrm => numbers.iter().any(|number| self.is_number(*number)),
            Shape::Reply => !reply.findings().is_empty(),
            Shape::Likely => {
                ((says_something || (is_failing && reply.is_failure())) && is_named())
                    || reply.findings().iter().any(is_code)
            }
            Shape::Other => says_something && status.is_some(),
        };
        if !counts {
            return None;
        }
        let codes = unique(numbers.iter().map(i64::to_string));
        // For another table, only the number counts: what else the reply says is read as amoCRM's.
        // `failed{error_code=219}` is a number, not a reply.
        let is_number = body.shape == Shape::Likely && status.is_none() && !reply.findings().iter().any(says_more);
        let reply = Some(reply).filter(|_| self.codes.is_amocrm && !is_number);
        Some(Reading { codes, status: None, path, reply, has_body: true })
    }

    /// Reads the words of a table after words such as `code`, `SQLSTATE` or `error`.
    fn words(&self, text: &str) -> Option<Reading> {
        let tokens = text
            .split(|c: char| c.is_whitespace() || "\"'`\\{}[](),:;=>".contains(c))
            .filter(|token| !token.is_empty());
        let tokens: Vec<&str> = tokens.collect();
        let is_label = |token: &str| {
            let token = token.to_lowercase();
            ["code", "state", "error", "type", "reason"].iter().any(|label| token.ends_with(label))
        };
        let labelled = tokens.windows(2).filter(|pair| is_label(pair[0])).map(|pair| pair[1].trim_end_matches('.'));
        let codes = unique(labelled.filter(|word| !self.codes.by_key(word).is_empty()).map(str::to_owned));
        if codes.is_empty() {
            return None;
        }
        let path = self.path_before(&Context::new(text, 0, self.codes), text.len());
        Some(Reading { codes, status: None, path, reply: None, has_body: false })
    }

    fn is_number(&self, number: i64) -> bool {
        !self.codes.by_number(number).is_empty()
    }

    /// Reads the keys and values of a body whose beginning is missing.
    fn pairs(&self, context: &Context) -> Option<Reading> {
        let (mut object, at) = pairs(&context.text.replace("\\\"", "\""))?;
        let has = |key: &str| object.contains_key(key);
        let is_error = has("code") && has("path") && has("detail");
        if !self.codes.is_amocrm || has("_links") || (Shape::of(&object) != Shape::Reply && !is_error) {
            return None;
        }
        if is_error {
            object = validation_errors(object);
        } else if has("title") && has("status") {
            // A client calls the HTTP status so.
            object.remove("error_code");
        }
        self.body(&Body { object, at, is_cut: true, shape: Shape::Reply }, context)
    }

    /// Reads a text without a body: its codes, otherwise its HTTP status.
    fn plain(&self, own: &Context, context: &Context) -> Option<Reading> {
        let is_named = || own.is_named(own.text.len());
        let codes = plain::codes(own, || self.is_query || self.path.is_some() || is_named());
        let path = self.path_before(context, context.text.len());
        let mut reading = Reading { codes, status: None, path, reply: None, has_body: false };
        let displayed = own.text.lines().find_map(Reply::of_line).filter(|_| self.codes.is_amocrm);
        if let Some(reply) = displayed {
            reading.path = Some(reply.path().to_owned()).filter(|path| !path.is_empty()).or(reading.path);
            reading.reply = Some(reply);
            return Some(reading);
        }
        let Some(status) = own.failing_status().filter(|_| self.codes.is_amocrm) else {
            return Some(reading).filter(|reading| !reading.codes.is_empty());
        };
        let body = if reading.codes.is_empty() {
            let is_whole = plain::is_whole(own, status.at, self.is_query);
            if !is_whole && !plain::is_labelled(own, status.at) && !is_named() {
                return None;
            }
            reading.status = Some(status.number).filter(|_| is_whole);
            match (own.page_after(status), own.message_after(status)) {
                (Some(page), _) => page.to_owned(),
                (None, "") => String::new(),
                (None, message) => json!({ "detail": message }).to_string(),
            }
        } else {
            let numbers = reading.codes.iter().filter_map(|code| code.rsplit('.').next()?.parse::<i64>().ok());
            let errors: Vec<Value> = numbers.map(|number| json!({ "error_code": number })).collect();
            json!({ "errors": errors }).to_string()
        };
        let url = reading.path.as_deref().unwrap_or_default();
        reading.reply = Some(Reply::read(url, status.number, body.as_bytes()));
        Some(reading)
    }
}

fn unique(codes: impl Iterator<Item = String>) -> Vec<String> {
    let mut found = Vec::new();
    for code in codes {
        if !found.contains(&code) {
            found.push(code);
        }
    }
    found
}

/// Returns the HTTP status that a problem repeats. If its title is only "Error", the status is a code.
fn own_status(object: &Object) -> Option<u16> {
    let is_problem = !matches!(object.get("title")?.as_str(), Some("Error" | "Ошибка"));
    let status = object.get("status").map(|status| status.to_string().trim_matches('"').parse().ok())??;
    Some(status).filter(|status| is_problem && (400..600).contains(status))
}

/// Returns the body that has this validation error.
fn validation_errors(mut error: Object) -> Object {
    let item = error.remove("request_id");
    let body = json!({ "validation-errors": [{ "request_id": item, "errors": [error] }] });
    body.as_object().cloned().unwrap_or_default()
}
