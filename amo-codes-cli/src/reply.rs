//! Explains replies: `amo-codes reply --path /api/v4/leads --status 400 body.json`, and those in a line of a log.

use std::path::Path;

use amo_codes_reply::{BodyKind, Finding, Outcome as RequestOutcome, Reply, Subject};
use serde_json::json;

use crate::Outcome;
use crate::args::{SavedReply, Shared};
use crate::table::{Code, Codes};
use crate::terminal::{Lines, one_line};
use crate::text::Explainer;
use crate::{input, json};

pub(crate) fn run(saved: &SavedReply, shared: &Shared, codes: &Codes) -> Result<Outcome, Vec<String>> {
    let reply = Reply::read(&saved.path, saved.status.as_u16(), &body(&saved.file)?);
    let output = if shared.json {
        json::to_bytes(&json!(reply))
    } else {
        let mut explainer = Explainer { lines: Lines::new(), language: shared.language, codes };
        explainer.status(&reply);
        show(&mut explainer, &reply, Detail::Saved);
        explainer.lines.into_bytes()
    };
    Ok(Outcome { output, errors: Vec::new(), exit: u8::from(reply.is_failure()) })
}

fn body(file: &Path) -> Result<Vec<u8>, Vec<String>> {
    if file == Path::new("-") { input::standard() } else { input::file(file) }
}

/// Where a reply was found.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Detail {
    /// In a file: each finding names its code.
    Saved,
    /// In a line of a log: the codes are explained below the findings.
    Line,
}

/// Shows the findings of a reply.
pub(crate) fn show(explainer: &mut Explainer, reply: &Reply, detail: Detail) {
    for finding in reply.findings() {
        explainer.finding(finding, reply.body_kind(), detail);
    }
    if reply.omitted_findings() > 0 {
        explainer.lines.gap();
        explainer.lines.paragraph(&explainer.language.more_findings(reply.omitted_findings()));
    }
}

impl Explainer<'_> {
    /// Shows what the reply is as a whole.
    fn status(&mut self, reply: &Reply) {
        let labels = self.language.labels();
        let result = if reply.is_failure() { labels.failure } else { labels.success };
        let status = reply.status().map(|status| format!("HTTP {status}: ")).unwrap_or_default();
        self.lines.heading(&format!("{}: {status}{result}", one_line(reply.path())));
        self.advice(reply.advice());
        if reply.outcome() != RequestOutcome::Done {
            self.lines.field(labels.outcome, self.language.outcome(reply.outcome()));
        }
        if let Some(delay) = reply.retry_after() {
            self.lines.field(labels.wait, self.language.seconds(delay.as_secs_f64()));
        }
        if let Some(id) = reply.trace_id() {
            self.lines.field(labels.trace_id, one_line(id));
        }
    }

    fn finding(&mut self, finding: &Finding, body: BodyKind, detail: Detail) {
        let labels = self.language.labels();
        self.lines.gap();
        self.lines.heading(&match finding.pointer() {
            "" => self.language.whole_body(body).to_owned(),
            pointer => self.language.in_body(&one_line(pointer)),
        });
        let is_explained_below = detail == Detail::Line && finding.number().is_some();
        if let (Some(number), false) = (finding.number(), is_explained_below) {
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
        match detail {
            _ if is_explained_below => {}
            // The advice of the whole reply is explained above.
            Detail::Saved => self.lines.field(labels.advice, self.language.phrase(finding.advice())),
            Detail::Line => self.advice(finding.advice()),
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
