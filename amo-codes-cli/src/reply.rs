//! Explains replies: `amo-codes reply --path /api/v4/leads --status 400 body.json`, and those in a line of a log.

use std::path::Path;

use amo_codes_reply::{Effect, Finding, Outcome, Reply, Subject};
use serde_json::json;

use crate::args::{SavedReply, Shared};
use crate::table::{Code, Codes};
use crate::terminal::one_line;
use crate::text::Explainer;
use crate::{Report, input, json};

pub(crate) fn run(saved: &SavedReply, shared: &Shared, codes: &Codes) -> Result<Report, Vec<String>> {
    let reply = Reply::read(&saved.path, saved.status.as_u16(), &body(&saved.file)?);
    let output = if shared.json {
        json::to_bytes(&json!(reply))
    } else {
        let mut explainer = Explainer::new(shared.language, codes);
        explainer.reply(&reply, true, false);
        explainer.take()
    };
    Ok(Report { output, errors: Vec::new(), exit: u8::from(reply.is_failure()) })
}

fn body(file: &Path) -> Result<Vec<u8>, Vec<String>> {
    if file == Path::new("-") { input::standard() } else { input::file(file) }
}

impl Explainer<'_> {
    /// Shows a reply: what to do next, and its findings. `has_body`: whether they are those of a body. `has_codes`: whether the
    /// codes are explained below.
    pub(crate) fn reply(&mut self, reply: &Reply, has_body: bool, has_codes: bool) {
        let labels = self.language.labels();
        let result = if reply.is_failure() { labels.failure } else { labels.success };
        let path = Some(one_line(reply.path())).filter(|path| !path.is_empty());
        let status = reply.status().map(|status| format!("HTTP {status}"));
        let heading: Vec<String> = path.into_iter().chain(status).chain([result.to_owned()]).collect();
        self.lines.heading(&heading.join(": "));
        self.advice(reply.advice());
        if reply.outcome() != Outcome::Done {
            self.lines.field(labels.outcome, self.language.outcome(reply.outcome()));
            let [write, read] = [Effect::Write, Effect::Read].map(|effect| reply.next_step(effect));
            self.lines.field(labels.next_step, self.language.next_step(write, true));
            if read != write {
                self.lines.field("", self.language.next_step(read, false));
            }
        }
        if let Some(delay) = reply.retry_after() {
            self.lines.field(labels.wait, self.language.seconds(delay.as_secs_f64()));
        }
        if let Some(id) = reply.trace_id() {
            self.lines.field(labels.trace_id, one_line(id));
        }
        for finding in reply.findings() {
            if has_body {
                self.lines.gap();
                self.lines.heading(&match finding.pointer() {
                    "" => self.language.whole_body(reply.body_kind()).to_owned(),
                    pointer => self.language.in_body(&one_line(pointer)),
                });
            }
            self.finding(finding, has_codes);
            if has_body {
                self.lines.field(labels.advice, self.language.phrase(finding.advice()));
            }
        }
        if reply.omitted_findings() > 0 {
            self.lines.gap();
            self.lines.paragraph(&self.language.more_findings(reply.omitted_findings()));
        }
    }

    fn finding(&mut self, finding: &Finding, has_codes: bool) {
        let labels = self.language.labels();
        if let Some(number) = finding.number().filter(|number| !has_codes || self.codes.by_number(*number).is_empty()) {
            self.number(finding, number);
        }
        let (entity, item) = match finding.subject() {
            Some(Subject::Entity(id)) => (Some(id), None),
            Some(Subject::RequestItem(id)) => (None, Some(id)),
            _ => (None, None),
        };
        let details = [
            (labels.message, Some(finding.message()).filter(|message| !message.is_empty())),
            (labels.error_key, finding.error_key()),
            (labels.entity, entity),
            (labels.item, item),
            (labels.field, finding.field()),
        ];
        for (label, value) in details {
            if let Some(value) = value {
                self.lines.field(label, one_line(value));
            }
        }
    }

    /// Shows the code of a number, in the words of the current table.
    fn number(&mut self, finding: &Finding, number: i64) {
        let labels = self.language.labels();
        let chosen = finding.code().and_then(|code| self.codes.lookup(code.section().as_str(), number));
        let meanings = chosen.map_or_else(|| self.codes.by_number(number), |code| vec![code]);
        let line = |code: &Code| format!("{}: {}{}", code.address(), code.row.description, self.mark(*code));
        let shown: Vec<String> = meanings.iter().map(line).collect();
        match &*shown {
            [] => self.lines.field(labels.code, format!("{number} ({})", labels.unknown)),
            [only] => self.lines.field(labels.code, only),
            several => several.iter().for_each(|code| self.lines.field(labels.may_be, code)),
        }
    }
}
