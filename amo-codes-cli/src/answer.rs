//! Answers queries: the arguments, or the texts on standard input.

use std::path::PathBuf;

use amo_codes_reply::Reply;
use clap::ArgMatches;
use serde_json::json;

use crate::query::{Answer, Finder, Group, Kind};
use crate::reading::{Reader, Reading};
use crate::record::{Record, Records};
use crate::suggest::no_code;
use crate::table::Codes;
use crate::text::{Explainer, Stream};
use crate::{Report, input, json};

const EMPTY: &str = "standard input is empty; `amo-codes --all` shows the whole table";

/// Answers queries: looks them up, or reads them as texts.
struct Answerer<'t> {
    finder: Finder<'t>,
    reader: Reader<'t>,
}

/// Answers the arguments, or standard input.
pub(crate) fn run(args: &ArgMatches, codes: &Codes) -> Result<Report, Vec<String>> {
    let queries: Vec<&str> = args.get_many("query").into_iter().flatten().map(String::as_str).collect();
    let finder = Finder::new(args, codes)?;
    let is_selected = !queries.is_empty() || args.get_flag("all") || finder.selects_codes();
    let is_query = queries != ["-"] && (is_selected || !input::is_pipe());
    let reader = Reader { path: finder.path, status: args.get_one("status").copied(), is_query, codes };
    let answerer = Answerer { finder, reader };
    let is_json = args.get_flag("json");
    if !is_query {
        return answerer.input(is_json);
    }
    let answers = if queries.is_empty() {
        vec![answerer.answer(None, None, answerer.finder.table())]
    } else {
        answerer.arguments(&queries)
    };
    let errors: Vec<String> = answers.iter().flat_map(|answer| answer.errors.clone()).collect();
    let output = if is_json {
        json::pretty(&answers.iter().map(json::answer).collect())
    } else {
        let mut explainer = Explainer::new(codes);
        explainer.answers(&answers, answerer.finder.http);
        explainer.lines.text
    };
    Ok(Report { output, exit: u8::from(!errors.is_empty()), errors })
}

/// Explains a saved reply.
pub(crate) fn reply(args: &ArgMatches, codes: &Codes) -> Result<Report, Vec<String>> {
    let (path, file) = (args.get_one::<String>("path"), args.get_one::<PathBuf>("file"));
    let (Some(path), Some(status), Some(file)) = (path, args.get_one("status"), file) else {
        // clap has checked this, but its types do not say so.
        return Err(vec!["a required argument is missing".to_owned()]);
    };
    let reply = Reply::read(path, *status, &input::file(file)?);
    let output = if args.get_flag("json") {
        json::pretty(&json!(reply))
    } else {
        let mut explainer = Explainer::new(codes);
        explainer.reply(&reply, true, false);
        explainer.lines.text
    };
    Ok(Report { output, exit: u8::from(reply.is_failure()), ..Report::default() })
}

impl<'t> Answerer<'t> {
    /// Answers the arguments one by one if each of them names codes; otherwise, they are one text.
    fn arguments(&self, arguments: &[&str]) -> Vec<Answer<'t>> {
        let exact = |argument: &&str| Some(self.exact(argument, self.finder.look_up(argument)?));
        if let Some(answers) = arguments.iter().map(exact).collect() {
            return answers;
        }
        let record = Record { text: arguments.join(" "), ..Record::default() };
        let found = || self.answer(Some(record.text.clone()), None, self.finder.search(&record.text));
        vec![self.text(&record).unwrap_or_else(found)]
    }

    /// Answers a query that names codes. A number that is the HTTP status of a failure is explained as one first.
    fn exact(&self, query: &str, found: Result<Group<'t>, String>) -> Answer<'t> {
        let Finder { codes, path, .. } = self.finder;
        let status = query.trim().parse().ok().filter(|status| (400..600).contains(status));
        let status = status.filter(|_| codes.is_amocrm && !self.finder.selects_codes());
        let reply = status.map(|status| Reply::read(path.unwrap_or_default(), status, b""));
        self.answer(Some(query.to_owned()), reply, found)
    }

    fn answer(&self, query: Option<String>, reply: Option<Reply>, found: Result<Group<'t>, String>) -> Answer<'t> {
        let path = self.finder.path.map(str::to_owned);
        let mut answer = Answer { query, path, reply, ..Answer::default() };
        answer.add(found);
        answer
    }

    /// Answers a text that says something about codes.
    fn text(&self, record: &Record) -> Option<Answer<'t>> {
        let Reading { codes, status, path, reply, has_body } = self.reader.read(record)?;
        let query = Some(record.text.trim().to_owned());
        let mut answer = Answer { query, line: record.line, path, reply, has_body, ..Answer::default() };
        for code in codes {
            answer.add(self.finder.look_up_code(&code, answer.path.as_deref())?);
        }
        let documented = status.map(|status| self.finder.codes.by_http_status(status));
        let documented = documented.filter(|codes| !codes.is_empty());
        answer.groups.extend(documented.map(|codes| Group { codes, kind: Kind::Codes }));
        Some(answer)
    }

    /// Answers each text on standard input as soon as it is known.
    fn input(&self, is_json: bool) -> Result<Report, Vec<String>> {
        let (mut is_empty, mut is_found, mut is_missing) = (true, false, false);
        let mut stream = Stream::new(self.finder.codes);
        let mut records = Records::new(std::io::stdin().lock());
        while let Some(record) = records.next() {
            let record = record.map_err(|error| vec![format!("failed to read standard input: {error}")])?;
            is_empty &= record.text.trim().is_empty();
            let Some(answer) = self.record(&record) else { continue };
            records.answered();
            is_found |= !answer.groups.is_empty() || answer.reply.is_some();
            is_missing |= !answer.errors.is_empty();
            let output =
                if is_json { json::printable(&format!("{}\n", json::answer(&answer))) } else { stream.next(&answer) };
            crate::print_errors(&answer.errors);
            match crate::print(&output) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Err(vec![format!("failed to write output: {error}")]),
            }
        }
        let mut errors = Vec::new();
        if !is_found && !is_missing {
            errors.push(if is_empty { EMPTY.to_owned() } else { no_code() });
        }
        Ok(Report { output: stream.end(), errors, exit: u8::from(is_missing || !is_found) })
    }

    /// Answers a record: a code of the table, or a text.
    fn record(&self, record: &Record) -> Option<Answer<'t>> {
        let line = record.text.trim();
        match self.finder.look_up_code(line, self.finder.path) {
            Some(Ok(group)) => Some(Answer { line: record.line, ..self.exact(line, Ok(group)) }),
            _ => self.text(record),
        }
    }
}
