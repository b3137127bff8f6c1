//! Answers queries: the arguments, or the lines on standard input.

use amo_codes_reply::Reply;
use serde_json::{Value, json};

use crate::Outcome;
use crate::args::{Lookup, Shared};
use crate::query::{self, Filter, Group};
use crate::suggest::no_code;
use crate::table::Codes;
use crate::{input, json, log, text};

const EMPTY: &str = "standard input is empty; `amo-codes --all` shows the whole table";

/// What was found for a query or a line.
pub(crate) struct Answer<'t> {
    pub(crate) query: Option<String>,
    pub(crate) line: Option<usize>,
    pub(crate) path: Option<String>,
    pub(crate) groups: Vec<Group<'t>>,
    pub(crate) reply: Option<Reply>,
}

/// The answers, and what could not be answered.
#[derive(Default)]
struct Answers<'t> {
    answers: Vec<Answer<'t>>,
    errors: Vec<String>,
}

pub(crate) fn run(lookup: &Lookup, shared: &Shared, codes: &Codes) -> Result<Outcome, Vec<String>> {
    let filter = Filter::new(lookup, codes).map_err(|error| vec![error])?;
    let is_selected = !lookup.queries.is_empty() || lookup.all || filter.selects_codes();
    let mut found = Answers::default();
    if lookup.queries == ["-"] || (!is_selected && input::is_pipe()) {
        found.add_lines(&String::from_utf8_lossy(&input::standard()?), &filter, codes);
    } else if lookup.queries.is_empty() {
        found.add(None, &filter, filter.table(codes));
    } else {
        found.add_arguments(&lookup.queries, &filter, codes);
    }
    let output = if shared.json {
        json::to_bytes(&found.answers.iter().map(to_json).collect())
    } else {
        text::answers(&found.answers, lookup.http, shared.language, codes)
    };
    Ok(Outcome { output, exit: u8::from(!found.errors.is_empty()), errors: found.errors })
}

impl<'t> Answers<'t> {
    fn add(&mut self, query: Option<String>, filter: &Filter, found: Result<Group<'t>, String>) {
        let path = filter.path().map(str::to_owned);
        let groups = match found {
            Ok(group) => vec![group],
            Err(error) => {
                self.errors.push(error);
                Vec::new()
            }
        };
        self.answers.push(Answer { query, line: None, path, groups, reply: None });
    }

    /// Answers the arguments one by one if each of them names codes; otherwise, they are one text.
    fn add_arguments(&mut self, arguments: &[String], filter: &Filter<'t>, codes: &'t Codes) {
        let found: Option<Vec<_>> = arguments.iter().map(|argument| query::look_up(argument, filter, codes)).collect();
        let text = arguments.join(" ");
        if let Some(found) = found {
            for (argument, found) in arguments.iter().zip(found) {
                self.add(Some(argument.clone()), filter, found);
            }
        } else if !self.add_line(&text, None, filter, codes) {
            let found = query::search(&text, filter, codes);
            self.add(Some(text), filter, found);
        }
    }

    /// Answers each line that contains a code or a reply, or the whole input if it is one JSON value.
    fn add_lines(&mut self, input: &str, filter: &Filter<'t>, codes: &'t Codes) {
        let is_json = input.trim_start().starts_with('{') && serde_json::from_str::<Value>(input).is_ok();
        if is_json && self.add_line(input, None, filter, codes) {
            return;
        }
        for (index, line) in input.lines().enumerate() {
            let number = Some(index + 1);
            if let Some(Ok(found)) = query::look_up_code(line, filter, codes) {
                self.add(Some(line.trim().to_owned()), filter, Ok(found));
                if let Some(answer) = self.answers.last_mut() {
                    answer.line = number;
                }
            } else {
                self.add_line(line, number, filter, codes);
            }
        }
        if self.answers.is_empty() && self.errors.is_empty() {
            self.errors.push(if input.trim().is_empty() { EMPTY.to_owned() } else { no_code() });
        }
    }

    /// Answers a line of a log, and returns whether it contains a code or a reply.
    fn add_line(&mut self, text: &str, line: Option<usize>, filter: &Filter<'t>, codes: &'t Codes) -> bool {
        let Some(read) = log::read(text, codes) else { return false };
        let path = filter.path().map(str::to_owned).or(read.path);
        let mut groups = Vec::new();
        for number in read.numbers {
            match query::meanings(number, path.as_deref(), filter, codes) {
                Ok(group) => groups.push(group),
                Err(error) => self.errors.push(match line {
                    Some(line) => format!("line {line}: {error}"),
                    None => error,
                }),
            }
        }
        self.answers.push(Answer { query: Some(text.trim().to_owned()), line, path, groups, reply: read.reply });
        true
    }
}

fn to_json(answer: &Answer) -> Value {
    let codes: Vec<Value> =
        answer.groups.iter().flat_map(|group| group.codes.iter().copied().map(json::code)).collect();
    json!({
        "query": answer.query,
        "line": answer.line,
        "path": answer.path,
        "codes": codes,
        "reply": answer.reply,
    })
}
