//! Cuts standard input into records: lines, or the lines of an object.

use std::io::{self, BufRead, Read};

/// The longest record of several lines, in bytes. What follows is another record.
const LONGEST: usize = 64 * 1024;
/// The longest line, in bytes. What follows in the same line is not read.
const LONGEST_LINE: u64 = 1024 * 1024;

/// The longest context of a record, in bytes.
const LONGEST_CONTEXT: usize = 1024;

/// A text to read, and where it is.
#[derive(Default)]
pub(crate) struct Record {
    /// The number of its first line on standard input.
    pub(crate) line: Option<usize>,
    pub(crate) text: String,
    /// The line directly before it, which may name the request.
    pub(crate) before: String,
    /// Whether the text is indented below `before`, as in a trace, and says what that did not: what failed, or where.
    pub(crate) is_continued: bool,
}

/// The records of standard input, each as soon as its last line was read.
pub(crate) struct Records<R> {
    input: R,
    /// The number of lines that were read.
    count: usize,
    /// A line that does not belong to the record before it.
    next: Option<String>,
    before: String,
    is_answered: bool,
}

impl<R: BufRead> Records<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, count: 0, next: None, before: String::new(), is_answered: false }
    }

    /// Notes that the last record was answered: what is indented below it does not say it again.
    pub(crate) fn answered(&mut self) {
        self.is_answered = true;
    }

    /// Reads a line, or the beginning of a line that is too long.
    fn line(&mut self) -> io::Result<Option<String>> {
        if self.next.is_some() {
            return Ok(self.next.take());
        }
        let mut bytes = Vec::new();
        (&mut self.input).take(LONGEST_LINE).read_until(b'\n', &mut bytes)?;
        let is_cut = bytes.len() as u64 == LONGEST_LINE && !bytes.ends_with(b"\n");
        if is_cut {
            self.input.skip_until(b'\n')?;
        }
        self.count += usize::from(!bytes.is_empty());
        match String::from_utf8(bytes) {
            Ok(line) if line.is_empty() => Ok(None),
            Ok(line) if self.count == 1 => Ok(Some(line.trim_start_matches('\u{feff}').to_owned())),
            Ok(line) => Ok(Some(line)),
            Err(error) if is_cut && error.utf8_error().error_len().is_none() => {
                Ok(Some(String::from_utf8_lossy(error.as_bytes()).into_owned()))
            }
            Err(_) => {
                let message = format!(
                    "line {} is not UTF-8; convert the text first, as in `iconv -f WINDOWS-1251 -t UTF-8 app.log | amo-codes`",
                    self.count
                );
                Err(io::Error::new(io::ErrorKind::InvalidData, message))
            }
        }
    }

    fn record(&mut self) -> io::Result<Option<Record>> {
        let Some(mut text) = self.line()? else { return Ok(None) };
        let line = self.count;
        // The elements of an array are records.
        let mut depth = if text.trim() == "[" || !is_open(&text) { 0 } else { balance(&text) };
        while (depth > 0 || is_introduction(&text)) && text.len() < LONGEST {
            let Some(line) = self.line()? else { break };
            if (depth <= 0 && !is_beginning(&line)) || begins_record(&line) {
                self.next = Some(line);
                break;
            }
            depth += if is_open(&line) { balance(&line) } else { balance(&line).min(0) };
            text += &line;
        }
        let is_indented = text.starts_with([' ', '\t']);
        let before = std::mem::take(&mut self.before);
        self.is_answered &= is_indented;
        let is_continued = is_indented && !self.is_answered;
        let trace = if is_indented { format!("{before}\n") } else { String::new() };
        if is_indented && text.trim_start().starts_with("at ") {
            // A call of a trace says nothing about the request.
            self.before.clone_from(&before);
        } else if trace.len() + text.len() < LONGEST_CONTEXT && !text.contains('{') {
            self.before = trace + text.trim();
        }
        Ok(Some(Record { line: Some(line), text, before, is_continued }))
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = io::Result<Record>;

    fn next(&mut self) -> Option<Self::Item> {
        self.record().transpose()
    }
}

/// Returns whether a line ends like one of an object that was printed over several lines. A body that was cut ends anywhere.
fn is_open(line: &str) -> bool {
    line.trim_end().ends_with(['{', '[', '(', ','])
}

/// Returns how many brackets a line opens, or closes if the number is negative.
fn balance(line: &str) -> i32 {
    let line = line.trim();
    let mut balance = i32::from(line.ends_with('(')) - i32::from(line.starts_with(')'));
    let (mut quote, mut before, mut letters) = (None, ' ', line.chars());
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (Some(_), '\\') => _ = letters.next(),
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(letter),
            (None, '{' | '[') => balance += 1,
            (None, '}' | ']') => balance -= 1,
            _ => {}
        }
        before = letter;
    }
    balance
}

/// Returns whether the next line may be what this one introduces: `resulted in a 400 response:`, or `Array` of `print_r`.
fn is_introduction(text: &str) -> bool {
    [":", "Array", " Object"].iter().any(|end| text.trim_end().ends_with(end))
}

fn is_beginning(line: &str) -> bool {
    ["{", "[", "(", "Array", "array", "stdClass"].iter().any(|start| line.trim_start().starts_with(start))
}

/// Returns whether a line begins with a date or a level, as only the first line of a record does.
fn begins_record(line: &str) -> bool {
    let line = line.trim_start_matches('[');
    let is_year = line
        .as_bytes()
        .first_chunk::<5>()
        .is_some_and(|[year @ .., dash]| year.iter().all(u8::is_ascii_digit) && [b'-', b'/'].contains(dash));
    let level = line.split(|letter: char| !letter.is_ascii_uppercase()).next().unwrap_or_default();
    is_year || ["DEBUG", "INFO", "WARN", "WARNING", "ERROR", "CRITICAL", "FATAL"].contains(&level)
}
