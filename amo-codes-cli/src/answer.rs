//! Answers queries: the arguments, or the texts on standard input.

use amo_codes_reply::Reply;
use serde_json::{Value, json};

use crate::args::{Lookup, Shared};
use crate::query::{self, Answer, Filter, Group, Kind};
use crate::reading::{Reader, Reading};
use crate::record::{Record, Records};
use crate::suggest::no_code;
use crate::table::Codes;
use crate::text::Explainer;
use crate::{Report, input, json};

/// The longest line that may be only a code, in bytes.
const LONGEST_CODE: usize = 64;

const EMPTY: &str = "standard input is empty; `amo-codes --all` shows the whole table";

/// Answers queries, and collects what could not be answered.
struct Answers<'t> {
    filter: Filter<'t>,
    reader: Reader<'t>,
    codes: &'t Codes,
    errors: Vec<String>,
}

pub(crate) fn run(lookup: &Lookup, shared: &Shared, codes: &Codes) -> Result<Report, Vec<String>> {
    let filter = Filter::new(lookup, codes).map_err(|error| vec![error])?;
    let is_selected = !lookup.queries.is_empty() || lookup.all || filter.selects_codes();
    let is_input = lookup.queries == ["-"] || (!is_selected && input::is_pipe());
    let path = filter.path().map(str::to_owned);
    let reader = Reader { path: path.as_deref(), status: lookup.status, is_query: !is_input, codes };
    let mut asked = Answers { filter, reader, codes, errors: Vec::new() };
    let mut explainer = Explainer::new(shared.language, codes);
    if is_input {
        return asked.input(&mut explainer, shared.json);
    }
    let answers = if lookup.queries.is_empty() {
        let found = asked.filter.table(codes);
        vec![asked.answer(None, found)]
    } else {
        asked.arguments(&lookup.queries)
    };
    let output = if shared.json {
        json::to_bytes(&answers.iter().map(to_json).collect())
    } else {
        explainer.answers(&answers, lookup.http);
        explainer.take()
    };
    Ok(Report { output, exit: u8::from(!asked.errors.is_empty()), errors: asked.errors })
}

impl<'t> Answers<'t> {
    /// Answers the arguments one by one if each of them names codes; otherwise, they are one text.
    fn arguments(&mut self, arguments: &[String]) -> Vec<Answer<'t>> {
        let look_up = |argument| query::look_up(argument, &self.filter, self.codes);
        if let Some(found) = arguments.iter().map(|argument| look_up(argument)).collect::<Option<Vec<_>>>() {
            let found = arguments.iter().zip(found);
            return found.map(|(argument, found)| self.exact(argument, found)).collect();
        }
        let text = arguments.join(" ");
        let record = Record { text, ..Record::default() };
        vec![self.text(&record).unwrap_or_else(|| {
            let found = query::search(&record.text, &self.filter, self.codes);
            self.answer(Some(record.text), found)
        })]
    }

    /// Answers a query that names codes. A number that is the HTTP status of a failure is explained as one first.
    fn exact(&mut self, query: &str, found: Result<Group<'t>, String>) -> Answer<'t> {
        let status = query.trim().parse().ok().filter(|status| (400..600).contains(status));
        let status = status.filter(|_| self.codes.is_amocrm && !self.filter.selects_codes());
        let reply = status.map(|status| Reply::read(self.filter.path().unwrap_or_default(), status, b""));
        match found {
            Err(_) if reply.is_some() => Answer { query: Some(query.to_owned()), reply, ..Answer::default() },
            found => Answer { reply, ..self.answer(Some(query.to_owned()), found) },
        }
    }

    fn answer(&mut self, query: Option<String>, found: Result<Group<'t>, String>) -> Answer<'t> {
        let groups = found.map_err(|error| self.errors.push(error)).into_iter().collect();
        Answer { query, path: self.filter.path().map(str::to_owned), groups, ..Answer::default() }
    }

    /// Answers a text that says something about codes.
    fn text(&mut self, record: &Record) -> Option<Answer<'t>> {
        let Reading { codes, status, path, reply, has_body } = self.reader.read(record)?;
        let mut groups = Vec::new();
        for code in codes {
            let found = query::look_up_code(&code, path.as_deref(), &self.filter, self.codes)?;
            match (found, record.line) {
                (Ok(group), _) => groups.push(group),
                // The reply says what to do about a number that the table does not have.
                _ if reply.is_some() => {}
                (Err(error), Some(line)) => self.errors.push(format!("line {line}: {error}")),
                (Err(error), None) => self.errors.push(error),
            }
        }
        let documented = status.map(|status| self.codes.by_http_status(status)).filter(|codes| !codes.is_empty());
        groups.extend(documented.map(|codes| Group { codes, kind: Kind::Codes }));
        let query = Some(record.text.trim().to_owned());
        Some(Answer { query, line: record.line, path, groups, reply, has_body })
    }

    /// Answers each text on standard input as soon as it is known.
    fn input(&mut self, explainer: &mut Explainer, is_json: bool) -> Result<Report, Vec<String>> {
        let failed = |error| vec![format!("failed to read standard input: {error}")];
        let (mut is_empty, mut is_found) = (true, false);
        let mut records = Records::new(std::io::stdin().lock());
        while let Some(record) = records.next() {
            let record = record.map_err(failed)?;
            is_empty &= record.text.trim().is_empty();
            let errors = self.errors.len();
            let Some(answer) = self.record(&record) else { continue };
            records.answered();
            is_found |= !answer.groups.is_empty() || answer.reply.is_some();
            let output = if is_json {
                format!("{}\n", to_json(&answer)).into_bytes()
            } else {
                explainer.next(&answer);
                explainer.take()
            };
            crate::print_errors(&self.errors[errors..]);
            match crate::print(&output) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Err(vec![format!("failed to write output: {error}")]),
            }
        }
        let exit = u8::from(!self.errors.is_empty() || !is_found);
        let errors = match () {
            () if is_found || !self.errors.is_empty() => Vec::new(),
            () if is_empty => vec![EMPTY.to_owned()],
            () => vec![no_code()],
        };
        explainer.end();
        Ok(Report { output: explainer.take(), errors, exit })
    }

    /// Answers a record: a code of the table, or a text.
    fn record(&mut self, record: &Record) -> Option<Answer<'t>> {
        let line = record.text.trim();
        let is_code = line.len() <= LONGEST_CODE;
        let found = Some(line)
            .filter(|_| is_code)
            .and_then(|line| query::look_up_code(line, self.filter.path(), &self.filter, self.codes));
        match found {
            Some(Ok(group)) => Some(Answer { line: record.line, ..self.exact(line, Ok(group)) }),
            _ => self.text(record),
        }
    }
}

fn to_json(answer: &Answer) -> Value {
    let codes = answer.groups.iter().flat_map(|group| group.codes.iter().copied().map(json::code));
    let mut reply = json!(answer.reply);
    if !answer.has_body && answer.reply.is_some() {
        reply["body_kind"] = Value::Null;
    }
    json!({
        "query": answer.query,
        "line": answer.line,
        "path": answer.path,
        "codes": codes.collect::<Vec<_>>(),
        "reply": reply,
    })
}
