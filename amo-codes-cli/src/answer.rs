//! Answers queries: the arguments, or the lines on standard input.

use amo_codes_reply::Reply;
use serde_json::{Value, json};

use crate::Outcome;
use crate::args::{Lookup, Shared};
use crate::query::{self, Filter, Group};
use crate::suggest::no_code;
use crate::table::{Code, Codes};
use crate::{input, json, log, text};

/// Words that say only that a number is a code.
const FILLERS: [&str; 7] = ["error", "errors", "code", "код", "ошибка", "ошибки", "№"];

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

    /// Answers the arguments: as a line of a log if they contain a code or a reply, otherwise one by one.
    fn add_arguments(&mut self, arguments: &[String], filter: &Filter<'t>, codes: &'t Codes) {
        let joined = arguments.join(" ");
        if self.add_line(&joined, None, filter, codes) {
            return self.add_others(arguments, filter, codes);
        }
        let parts: Vec<&str> = arguments.iter().flat_map(|argument| split(argument, codes)).collect();
        if parts.iter().all(|part| query::is_word(part, codes)) {
            // Several words are a phrase.
            return self.add(Some(joined.clone()), filter, query::find(&joined, filter, codes));
        }
        // A path beside numbers chooses their meanings.
        let (paths, others): (Vec<&str>, Vec<&str>) = parts.iter().partition(|part| query::is_path(part, codes));
        let are_numbers = !others.is_empty() && others.iter().all(|part| query::is_number(part, codes));
        match *paths {
            [path] if are_numbers => self.add_each(&others, &filter.or_path(path), codes),
            _ => self.add_each(&parts, filter, codes),
        }
    }

    fn add_each(&mut self, arguments: &[&str], filter: &Filter<'t>, codes: &'t Codes) {
        for argument in arguments {
            self.add(Some((*argument).to_owned()), filter, query::find(argument, filter, codes));
        }
    }

    /// Answers the arguments that are codes of their own, beside those of a line.
    fn add_others(&mut self, arguments: &[String], filter: &Filter<'t>, codes: &'t Codes) {
        let groups = self.answers.iter().flat_map(|answer| &answer.groups);
        let shown: Vec<Code> = groups.flat_map(|group| group.codes.iter().copied()).collect();
        for argument in arguments.iter().filter(|argument| query::is_code(argument, codes)) {
            let found = query::find(argument, filter, codes);
            if !found.as_ref().is_ok_and(|group| group.codes.iter().all(|code| shown.contains(code))) {
                self.add(Some(argument.clone()), filter, found);
            }
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
            if query::is_code(line, codes) {
                self.add(Some(line.trim().to_owned()), filter, query::find(line, filter, codes));
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

/// Splits an argument such as `244,217` or `code 244`, without the fillers in it.
fn split<'a>(argument: &'a str, codes: &Codes) -> Vec<&'a str> {
    let is_filler = |part: &str| FILLERS.contains(&part.trim_end_matches(':').to_lowercase().as_str());
    let parts = argument.split([',', ' ']).filter(|part| !part.is_empty() && !is_filler(part));
    let parts: Vec<&str> = parts.collect();
    // A name may have several words, and other words are searched together.
    let is_whole = !query::is_word(argument, codes) || parts.iter().any(|part| query::is_word(part, codes));
    if is_whole { vec![argument] } else { parts }
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
