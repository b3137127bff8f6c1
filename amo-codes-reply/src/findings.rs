//! Collects the findings of a body: at most 1,000, the others are counted.

use std::cell::OnceCell;

use amo_codes::{Advice, Code, Section};

use crate::at::At;
use crate::hints::Hints;
use crate::numbers::leading_code;
use crate::report::Report;
use crate::status::{Class, advice_of_text};
use crate::{BodyKind, Finding, Outcome, Subject, known_texts};

/// The maximum number of findings that are kept. A request has at most 500 entities.
const MAX_FINDINGS: usize = 1000;
/// The maximum number of bytes that a finding may repeat of the keys and ids around it. Otherwise, a thousand errors below
/// a key of a megabyte would take a gigabyte.
const MAX_CONTEXT: usize = 4096;

/// What was found in a body.
#[derive(Debug)]
pub(crate) struct Findings<'u> {
    url: &'u str,
    /// Whether the request is a sign-in or asks for a token. Few replies need it, and finding it takes longer than reading them.
    is_sign_in: OnceCell<bool>,
    /// The HTTP status, if it is known.
    status: Option<i64>,
    /// The same, or 200 if it is not known: in a success, fewer values count as errors.
    pub(crate) http: i64,
    body: BodyKind,
    /// The findings that are kept, in the body's order.
    pub(crate) kept: Vec<Finding>,
    /// The number of the others.
    pub(crate) omitted: usize,
    pub(crate) hints: Hints,
    /// Whether the body has anything but an error about the whole request: an error about a part of it, entities, other data.
    pub(crate) has_part: bool,
    /// Whether the body lists entities.
    pub(crate) has_entities: bool,
    /// Whether the body leaves open what was carried out.
    pub(crate) is_unclear: bool,
    /// The advice of the most severe finding.
    worst: Advice,
}

impl<'u> Findings<'u> {
    pub(crate) fn new(url: &'u str, status: Option<i64>, body: BodyKind) -> Self {
        Self {
            url,
            is_sign_in: OnceCell::new(),
            status,
            http: status.unwrap_or(200),
            body,
            kept: Vec::new(),
            omitted: 0,
            hints: Hints::default(),
            has_part: false,
            has_entities: false,
            is_unclear: false,
            worst: Advice::NotAnError,
        }
    }

    /// Reads a body that is not JSON.
    pub(crate) fn read_text(&mut self, body: &[u8]) {
        let text = self.body.text(body);
        let number = leading_code(&text).filter(|_| self.body == BodyKind::Other);
        let is_unreadable = self.body != BodyKind::Empty && number.is_none();
        let is_success = self.http < 300;
        let is_page = is_success && self.body == BodyKind::Html && known_texts::is_sign_in_page(&text);
        let advice = match (self.http, BodyKind::is_truncated_json(body)) {
            _ if !is_unreadable => None,
            _ if is_page => Some(Advice::SignIn),
            // A gateway's page says what it is about by its status.
            (_, false) if self.status.is_none() => Some(Advice::Unspecified),
            (..300, true) => Some(Advice::RetryLater),
            // The API answers in JSON, so the host or the route is wrong.
            (..300 | 404, false) => Some(Advice::FixRequest),
            _ => None,
        };
        self.is_unclear = is_success && is_unreadable && !is_page;
        if Class::of(self.http).is_failure() || (is_success && self.body != BodyKind::Empty) {
            self.push(&Report { text: &text, number, advice, ..Report::default() }, &At::default());
        }
    }

    pub(crate) fn outcome(&self) -> Outcome {
        match self.http {
            _ if self.status.is_none() => Outcome::Unknown,
            _ if self.worst == Advice::NotAnError => Outcome::Done,
            // amoCRM's backend sends a 408 after it has begun.
            408 | 500.. => Outcome::Unknown,
            _ if self.is_unclear => Outcome::Unknown,
            ..300 | 400.. if self.has_entities => Outcome::Partial,
            ..300 if self.has_part => Outcome::Partial,
            _ => Outcome::Refused,
        }
    }

    /// Returns how many findings there are, with those that were not kept.
    pub(crate) fn count(&self) -> usize {
        self.kept.len() + self.omitted
    }

    pub(crate) fn push(&mut self, report: &Report<'_>, at: &At<'_>) {
        self.insert(self.kept.len(), report, at);
    }

    /// Inserts a report before the finding with this index.
    pub(crate) fn insert(&mut self, index: usize, report: &Report<'_>, at: &At<'_>) {
        let code = report.number.and_then(|number| Code::at(self.url, number));
        let advice = self.advice(report, at, code);
        let may_have_changed = advice == Advice::RetryLater && matches!(at.subject, Some(Subject::Entity(_)));
        self.has_part |= at.is_part || may_have_changed;
        let is_server_error = |number: i64| Class::of(number) == Class::ServerError;
        self.is_unclear |= report.status.into_iter().chain(report.number).any(is_server_error);
        let is_full = self.kept.len() == MAX_FINDINGS;
        // A finding that is more severe than all others is kept: it decides what to do next.
        if advice <= self.worst && (is_full || at.len() > MAX_CONTEXT) {
            self.omitted += 1;
            return;
        }
        if is_full {
            self.kept.pop();
            self.omitted += 1;
        }
        self.worst = self.worst.max(advice);
        let finding = Finding::new(report, at, code, advice, self.body);
        self.kept.insert(index.min(self.kept.len()), finding);
    }

    fn is_sign_in(&self) -> bool {
        *self.is_sign_in.get_or_init(|| Section::from_path(self.url) == Some(Section::Authorization))
    }

    /// Notes that the body is the reply to a request for a token, whatever the path is.
    pub(crate) fn set_sign_in(&mut self) {
        self.is_sign_in = OnceCell::from(true);
    }

    fn advice(&self, report: &Report<'_>, at: &At<'_>, code: Option<Code>) -> Advice {
        let status = report.status.unwrap_or(self.http);
        let meanings = report.number.map(Code::by_number).unwrap_or_default();
        let by_table = code.as_ref().map_or(meanings, std::slice::from_ref).iter().map(|code| code.advice()).max();
        // A failing status wins over a code that is not an error.
        let by_table = by_table.filter(|&advice| advice >= Advice::NotFound || !Class::of(status).is_failure());
        let is_missing = at.is_entry && known_texts::is_missing_entity(report.text);
        let by_text = || if is_missing { Advice::NotFound } else { advice_of_text(report.text, status) };
        match report.advice.or(by_table).unwrap_or_else(by_text) {
            // This request is the sign-in, so a person must act. Without an account, nothing can be skipped either.
            Advice::SignIn | Advice::NotFound if self.is_sign_in() => Advice::AskUser,
            advice => advice,
        }
    }
}
