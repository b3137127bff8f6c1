//! What is wrong before there is a table: no TOML at all, a merge conflict, TOML's own syntax.

use std::collections::BTreeSet;

use toml::de::Error;

use crate::model::Span;
use crate::report::{Fault, Report};
use crate::rule::Rule;
use crate::source::Source;

/// The lines that have a syntax fault.
#[derive(Debug, Default)]
pub(crate) struct Broken(BTreeSet<usize>);

impl Broken {
    /// Whether the fault is of what was read from a broken line, which has a fault already.
    pub(crate) fn explains(&self, source: &Source, fault: &Fault) -> bool {
        let line = fault.span.as_ref().map(|span| source.position(span.start).line);
        !fault.rule.is_of_form() && line.is_some_and(|line| self.0.contains(&line))
    }

    pub(super) fn has_line_in(&self, source: &Source, block: &Span) -> bool {
        let lines = source.position(block.start).line..=source.position(block.end).line;
        self.0.range(lines).next().is_some()
    }
}

/// The text to parse: the file's with what cannot be TOML blanked out, each byte at its place.
pub(super) fn readable(source: &Source, report: &mut Report) -> Option<(String, Broken)> {
    let start = source.text.len() - source.text.trim_start().len();
    if source.text.get(start..).is_some_and(|text| text.starts_with('<') && !text.starts_with("<<<<<<<")) {
        let fault = Fault::new(Rule::Syntax, "the table is no TOML but looks like HTML").at(&(start..start + 1));
        report.push(
            fault
                .label("expected a section")
                .help("a page may have been saved in place of the table: a table begins with `[invoices]`"),
        );
        return None;
    }
    let mut broken = Broken::default();
    Some((without_conflicts(source, &mut broken, report), broken))
}

/// Keeps the first side of each merge conflict, so that nothing in it is reported twice.
fn without_conflicts(source: &Source, broken: &mut Broken, report: &mut Report) -> String {
    let mut text = String::with_capacity(source.text.len());
    let mut second_side = false;
    for (line, (start, content)) in source.lines().enumerate() {
        let begins = content.starts_with("<<<<<<< ");
        let ends = content.starts_with(">>>>>>> ");
        if begins {
            let fault = Fault::new(Rule::NoConflict, "a merge conflict is left in the table");
            report.push(
                fault
                    .at(&(start..start + content.len()))
                    .label("begins here")
                    .help("keep one side and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"),
            );
        }
        if content == "=======" || content.starts_with("||||||| ") {
            second_side = true;
        }
        if begins || ends || second_side {
            broken.0.insert(line + 1);
            text.extend(content.bytes().map(|_| ' '));
        } else {
            text.push_str(content);
        }
        if ends {
            second_side = false;
        }
        text.push('\n');
    }
    text.pop();
    text
}

/// The text without the lines that end the parser's recovery, `None` where there are none.
///
/// The tree of `parse_recoverable` ends at the first key without a value, the errors do not.
pub(super) fn without_stops(text: &str, errors: &[Error]) -> Option<String> {
    let mut starts = BTreeSet::new();
    for error in errors.iter().filter(|error| error.message().starts_with("key with no value")) {
        let before = text.get(..span(text, error).start).unwrap_or_default();
        starts.insert(before.rfind('\n').map_or(0, |end| end + 1));
    }
    if starts.is_empty() {
        return None;
    }
    let mut resumed = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if starts.contains(&resumed.len()) {
            resumed.extend(line.bytes().map(|_| ' '));
        } else {
            resumed.push_str(line);
        }
    }
    Some(resumed)
}

/// The faults of TOML's own syntax, the first of each line, for one often brings more.
pub(super) fn faults(source: &Source, text: &str, mut broken: Broken, errors: &[Error], report: &mut Report) -> Broken {
    let mut again: Option<Span> = None;
    let mut errors: Vec<_> = errors.iter().map(|error| (span(text, error), error)).collect();
    errors.sort_by_cached_key(|(span, _)| span.start);
    for (span, error) in errors {
        let is_header = is_header(source, &span);
        if again.as_ref().is_some_and(|again| again.contains(&span.start) && !is_header) {
            // A row that stands twice brings each of its keys twice.
            continue;
        }
        if !broken.0.insert(source.position(span.start).line) {
            continue;
        }
        if error.message().starts_with("duplicate key") {
            if is_header {
                again = Some(source.block(span.start));
            }
            report.push(twice(source, text, &span, is_header));
        } else {
            report.push(
                Fault::new(Rule::Syntax, error.message())
                    .at(&span)
                    .label("no TOML from here")
                    .help(help(source, &span)),
            );
        }
    }
    broken
}

/// Where an error stands: on a character of the file, never between two.
fn span(text: &str, error: &Error) -> Span {
    let span = error.span().unwrap_or(0..0);
    let start = floor(text, span.start.min(text.len()));
    start..floor(text, span.end.clamp(start, text.len()))
}

fn floor(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn is_header(source: &Source, span: &Span) -> bool {
    source.line(source.position(span.start).line).trim_start().starts_with('[')
}

/// A fault for what stands a second time, with the place of the first.
fn twice(source: &Source, text: &str, span: &Span, is_header: bool) -> Fault {
    let key = text.get(span.clone()).unwrap_or_default();
    let line = source.line(source.position(span.start).line);
    let (what, help) = if is_header {
        let path = header(line).unwrap_or_default();
        match path.rsplit_once('.') {
            Some((section, number)) => (
                format!("number {number} stands twice in section `{section}`"),
                "one row for each number: delete one of them, or give it the number that it should have",
            ),
            None => (format!("section `{path}` stands twice"), "put all codes of a section below one header"),
        }
    } else {
        (format!("key `{key}` stands twice"), "delete one of them")
    };
    let fault = Fault::new(Rule::Once, what).at(span).label("again here").help(help);
    match first(source, span, line, is_header) {
        Some(first) => fault.other(&first, "first here"),
        None => fault,
    }
}

/// The last line before that says the same: the same header, or the same key of the same block.
fn first(source: &Source, span: &Span, line: &str, is_header: bool) -> Option<Span> {
    let wanted = if is_header { header(line)? } else { name(line)? };
    let before: Vec<_> = source.lines().take_while(|&(start, content)| start + content.len() < span.start).collect();
    for (start, content) in before.into_iter().rev() {
        let said = if is_header { header(content) } else { name(content) };
        if said.as_deref() == Some(&wanted) {
            let key = wanted.rsplit('.').next().unwrap_or_default();
            let at = content.find(key).unwrap_or_default();
            let at = if is_header { content.rfind(key).unwrap_or(at) } else { at };
            return Some(start + at..start + at + key.len());
        }
        if !is_header && content.trim_start().starts_with('[') {
            break;
        }
    }
    None
}

/// The path of a header line without quotes and spaces: `[ leads . "217" ]` is `leads.217`.
fn header(line: &str) -> Option<String> {
    let (path, _) = line.trim_start().strip_prefix('[')?.split_once(']')?;
    Some(path.chars().filter(|c| !matches!(c, ' ' | '\t' | '"' | '\'' | '[')).collect())
}

/// The key of a `key = value` line.
fn name(line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    Some(key.trim().trim_matches(['"', '\'']).to_owned())
}

/// The mend for a line that is no TOML.
fn help(source: &Source, span: &Span) -> String {
    let line = source.line(source.position(span.start).line);
    let separators = |separator| line.matches(separator).count();
    if !line.contains('=')
        && !line.trim_start().starts_with('[')
        && (separators(';') > 1 || separators(',') > 1 || separators('\t') > 0)
    {
        return "this looks like a row of a spreadsheet: a code is a header, `[leads.217]`, with `name = \"…\"` and `text = \"…\"` below it".to_owned();
    }
    if line.split_once('=').is_some_and(|(_, value)| !value.trim_start().starts_with(['"', '\'', '['])) {
        return "a text stands in quotes: `name = \"NothingFound\"`".to_owned();
    }
    "a line is a header, `[leads.217]`, a `key = \"value\"`, or a comment after `#`; inside a text, `\"` is `\\\"`"
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::floor;

    #[test]
    fn an_offset_within_a_character_is_moved_to_its_beginning() {
        assert_eq!([0, 1, 2, 3, 4, 5].map(|offset| floor("aф€", offset)), [0, 1, 1, 3, 3, 3]);
    }
}
