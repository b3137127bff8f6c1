//! Answers as text.

use std::fmt::Display;

use amo_codes_table::{Section, one_line};

use crate::query::{Answer, Group, Kind};
use crate::table::{Code, Codes, addresses};
use crate::terminal::{FAINT, Lines, STRONG};

/// Explains codes in the language of the table.
pub(crate) struct Explainer<'c> {
    pub(crate) lines: Lines,
    pub(crate) codes: &'c Codes,
}

impl<'c> Explainer<'c> {
    pub(crate) fn new(codes: &'c Codes) -> Self {
        Self { lines: Lines::new(), codes }
    }

    /// Explains the answers to all queries. `status`: the one that selected the codes.
    pub(crate) fn answers(&mut self, answers: &[Answer], status: Option<u16>) {
        if let Some(status) = status.filter(|_| answers.iter().any(|answer| !answer.groups.is_empty())) {
            let text = "Documented with HTTP {}; replies use other statuses as well:";
            self.lines.paragraph(&self.codes.language.say(text, &[&status]));
        }
        for answer in answers {
            self.answer(answer);
        }
    }

    fn answer(&mut self, answer: &Answer) {
        if let Some(reply) = &answer.reply {
            self.reply(reply, answer.has_body, !answer.groups.is_empty());
        }
        for group in &answer.groups {
            self.group(group, answer.path.as_deref());
        }
    }

    fn group(&mut self, group: &Group, path: Option<&str>) {
        let [first, others @ ..] = &*group.codes else { return };
        match (group.kind, path) {
            (Kind::Table, _) => {
                let sections = group.codes.chunk_by(|one, other| one.section.key == other.section.key);
                sections.for_each(|codes| self.section(codes));
            }
            (Kind::Meanings, Some(path)) if self.codes.at(path, &first.key()) == Some(*first) => {
                self.code(*first, false);
                self.other_meanings(*first, others, path);
            }
            (Kind::Meanings, path) if !others.is_empty() => {
                group.codes.iter().for_each(|code| self.code(*code, true));
                self.meanings(*first, &group.codes, path);
            }
            _ => group.codes.iter().for_each(|code| self.code(*code, false)),
        }
        if group.kind == Kind::Meanings {
            self.also_status(*first, &group.codes);
        }
    }

    /// Lists the meanings of a number that the path did not choose.
    fn other_meanings(&mut self, code: Code, others: &[Code], path: &str) {
        if others.is_empty() {
            return;
        }
        let other = |code: &Code| format!("{} ({})", code.address(), code.row.description.trim_end_matches('.'));
        let others: Vec<String> = others.iter().map(other).collect();
        let text = "This meaning belongs to the path {}. In other sections, {} is: {}";
        self.lines.paragraph(&self.codes.language.say(text, &[&path, &code.key(), &others.join("; ")]));
    }

    /// Says that a number has several meanings, and how to tell them apart.
    fn meanings(&mut self, code: Code, codes: &[Code], path: Option<&str>) {
        let mut text = self.codes.language.say("{} has {} meanings.", &[&code.key(), &codes.len()]);
        let example = codes.iter().find_map(|code| Some((code.section.paths.last()?, code.address())));
        if let Some(path) = path {
            text = format!("{text} {}", self.codes.language.say("None of them belongs to the path {}.", &[&path]));
        } else if let Some((path, address)) = example {
            let hint = "The path of the request tells them apart: add it, as in `--path {}`, or write the address of one, such as `{}`.";
            text = format!("{text} {}", self.codes.language.say(hint, &[&path.value, &address]));
        }
        self.lines.paragraph(&text);
    }

    /// Explains a code: everything that the table says about it.
    fn code(&mut self, code: Code, with_paths: bool) {
        self.lines.heading(&format!("{}  {}{}", code.address(), code.name(), self.mark(code)));
        let row = code.row;
        self.field("description", Some(&row.description));
        self.field("note", row.note.as_ref());
        self.field("evidence", row.evidence.as_ref());
        self.field("HTTP status", row.http_status);
        self.advice(code.advice());
        let paths: Vec<&str> = code.section.paths.iter().map(|path| path.value.as_str()).collect();
        self.field("paths", Some(paths.join(" ")).filter(|paths| with_paths && !paths.is_empty()));
        self.field("docs", row.docs_url.as_ref());
    }

    /// Adds a label and its value, if there is one.
    pub(crate) fn field(&mut self, label: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.lines.field(self.codes.language.text(label), value);
        }
    }

    pub(crate) fn advice(&mut self, advice: amo_codes::Advice) {
        let text = format!("{}. {}", self.codes.language.phrase(advice), self.codes.language.explanation(advice));
        self.field("advice", Some(text));
    }

    /// Shows the codes of one section as a table.
    fn section(&mut self, codes: &[Code]) {
        let Some(Section { key, title, .. }) = codes.first().map(|code| code.section) else { return };
        self.lines.heading(&format!("{}: {title}", key.value));
        let rows = codes.iter().map(|code| {
            let status = code.row.http_status.map_or(String::new(), |status| status.to_string());
            let description = format!("{}{}", code.row.description, self.mark(*code));
            let advice = self.codes.language.phrase(code.advice());
            [code.key(), status, advice, code.name().to_owned(), description]
        });
        let rows: Vec<[String; 5]> = rows.collect();
        let label = if self.codes.has_words() { "code" } else { "number" };
        let labels = [label, "HTTP", "advice", "name", "description"];
        self.lines.table(&labels.map(|label| self.codes.language.text(label).to_owned()), &rows);
    }

    /// Lists the codes that are documented with the HTTP status of the same number, which is easily mistaken for the code.
    fn also_status(&mut self, code: Code, shown: &[Code]) {
        let Some(status) = code.number().and_then(|number| u16::try_from(number).ok()) else { return };
        let codes = self.codes.by_http_status(status);
        if codes.iter().any(|code| !shown.contains(code)) {
            let text = "{} is also an HTTP status. These codes are documented with HTTP {}: {}";
            let text = self.codes.language.say(text, &[&status, &status, &addresses(&codes)]);
            self.lines.paragraph(&text);
        }
    }

    /// Marks codes that are not in the API's documentation.
    pub(crate) fn mark(&self, code: Code) -> String {
        let mark = || format!(" ({})", self.codes.language.text("undocumented"));
        if code.row.evidence.is_none() { String::new() } else { mark() }
    }
}

/// The answers for standard input. One that is the same as the answer before it is only counted.
pub(crate) struct Stream<'c> {
    codes: &'c Codes,
    /// The last answer, without its line, and how often it was given again.
    last: String,
    repeats: usize,
}

impl<'c> Stream<'c> {
    pub(crate) fn new(codes: &'c Codes) -> Self {
        Self { codes, last: String::new(), repeats: 0 }
    }

    /// Returns what to print for the next answer.
    pub(crate) fn next(&mut self, answer: &Answer) -> String {
        let mut explainer = Explainer::new(self.codes);
        explainer.answer(answer);
        let content = explainer.lines.text;
        if content.is_empty() {
            return content;
        }
        if content == self.last {
            self.repeats += 1;
            return String::new();
        }
        let label = self.codes.language.text("line");
        let line = answer.line.unwrap_or_default();
        let path = answer.path.as_deref().map_or(String::new(), |path| format!("  {}", one_line(path)));
        let text = format!("{STRONG}{label} {line}{STRONG:#}{FAINT}{path}{FAINT:#}\n{content}");
        let is_first = self.last.is_empty();
        self.last = content;
        if is_first { text } else { format!("{}\n{text}", self.end()) }
    }

    /// Says how often the last answer was given again.
    pub(crate) fn end(&mut self) -> String {
        let text = match std::mem::take(&mut self.repeats) {
            0 => return String::new(),
            1 => self.codes.language.text("again once").to_owned(),
            repeats => self.codes.language.say("again {} times", &[&repeats]),
        };
        format!("{text}\n")
    }
}
