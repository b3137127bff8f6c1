//! Explains replies: `amo-codes reply --path /api/v4/leads --status 400 body.json`, and those in a line of a log.

use std::time::Duration;

use amo_codes_reply::{BodyKind, Effect, Finding, NextStep, Outcome, Reply, Subject};
use amo_codes_table::one_line;

use crate::table::Code;
use crate::text::Explainer;

impl Explainer<'_> {
    /// Shows a reply: what to do next, and its findings. `has_body`: whether they are those of a body. `has_codes`: whether the
    /// codes are explained below.
    pub(crate) fn reply(&mut self, reply: &Reply, has_body: bool, has_codes: bool) {
        let result = self.codes.language.text(if reply.is_failure() { "failure" } else { "success" });
        let path = Some(one_line(reply.path())).filter(|path| !path.is_empty());
        let status = reply.status().map(|status| format!("HTTP {status}"));
        let heading: Vec<String> = path.into_iter().chain(status).chain([result.to_owned()]).collect();
        self.lines.heading(&heading.join(": "));
        self.advice(reply.advice());
        if reply.outcome() != Outcome::Done {
            self.field("outcome", Some(self.codes.language.text(in_words(reply.outcome()))));
            let [write, read] = [Effect::Write, Effect::Read].map(|effect| reply.next_step(effect));
            self.field("next step", Some(self.step("to write: {}. {}", write)));
            if read != write {
                self.lines.field("", self.step("to read: {}. {}", read));
            }
        }
        let delay = |delay: Duration| self.codes.language.say("{} seconds", &[&delay.as_secs_f64()]);
        self.field("wait", reply.retry_after().map(delay));
        self.field("trace id", reply.trace_id().map(one_line));
        for finding in reply.findings() {
            if has_body {
                self.lines.heading(&match finding.pointer() {
                    "" => self.codes.language.say(whole_body(reply.body_kind()), &[]),
                    pointer => self.codes.language.say("at {} in the body", &[&pointer]),
                });
            }
            self.finding(finding, has_codes);
            if has_body {
                self.field("advice", Some(self.codes.language.phrase(finding.advice())));
            }
        }
        if reply.omitted_findings() > 0 {
            self.lines.paragraph(&self.codes.language.say("… and {} more findings", &[&reply.omitted_findings()]));
        }
    }

    /// Says what to do next.
    fn step(&self, text: &str, step: NextStep) -> String {
        let phrase = self.codes.language.say(&step.to_string(), &[]);
        self.codes.language.say(text, &[&phrase, &self.codes.language.text(step.explanation())])
    }

    fn finding(&mut self, finding: &Finding, has_codes: bool) {
        if let Some(number) = finding.number().filter(|number| !has_codes || self.codes.by_number(*number).is_empty()) {
            self.number(finding, number);
        }
        let (entity, item) = match finding.subject() {
            Some(Subject::Entity(id)) => (Some(id), None),
            Some(Subject::RequestItem(id)) => (None, Some(id)),
            _ => (None, None),
        };
        self.field("message", Some(one_line(finding.message())).filter(|message| !message.is_empty()));
        self.field("error key", finding.error_key().map(one_line));
        self.field("entity", entity.map(one_line));
        self.field("item", item.map(one_line));
        self.field("field", finding.field().map(one_line));
    }

    /// Shows the code of a number, in the words of the current table.
    fn number(&mut self, finding: &Finding, number: i64) {
        let chosen = finding.code().and_then(|code| self.codes.lookup(code.section().as_str(), number));
        let meanings = chosen.map_or_else(|| self.codes.by_number(number), |code| vec![code]);
        let line = |code: &Code| format!("{}: {}{}", code.address(), code.row.description, self.mark(*code));
        let shown: Vec<String> = meanings.iter().map(line).collect();
        match &*shown {
            [] => self.field("code", Some(self.codes.language.say("{} (unknown)", &[&number]))),
            [only] => self.field("code", Some(only)),
            several => several.iter().for_each(|code| self.field("may be", Some(code))),
        }
    }
}

/// Says whether a request was carried out.
fn in_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "done: the request was carried out.",
        Outcome::Refused => "refused: nothing was carried out.",
        Outcome::Partial => "partial: the items without errors were carried out. Do not repeat those.",
        Outcome::Unknown => {
            "unknown: the request may have been carried out. Check before you repeat one that creates something."
        }
    }
}

/// Names the place of a finding that is about the whole body.
fn whole_body(body: BodyKind) -> &'static str {
    match body {
        BodyKind::Empty => "(the body is empty)",
        BodyKind::Html => "(the body is HTML)",
        BodyKind::Other => "(the body is not JSON)",
        _ => "(the whole body)",
    }
}
