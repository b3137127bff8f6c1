//! The file of a table: where it lies, what is in it, how it is tracked.

use std::env;
use std::fs;
use std::io;
use std::path::{Component, MAIN_SEPARATOR_STR, Path, PathBuf};
use std::string::FromUtf8Error;

use crate::model::Span;
use crate::report::Fault;
use crate::rule::Rule;
use crate::suggest;

/// The package that the macro is called in.
#[derive(Debug)]
pub(crate) struct Package {
    /// The folder of its Cargo.toml.
    pub(crate) root: PathBuf,
    /// What the root is called in messages: relative to where rustc runs, empty where it runs there.
    pub(crate) shown: PathBuf,
}

impl Package {
    /// The package that cargo compiles; `None` where cargo does not say.
    pub(crate) fn from_env() -> Option<Self> {
        let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR")?);
        let shown = env::current_dir()
            .ok()
            .and_then(|current| root.strip_prefix(current).map(Path::to_path_buf).ok())
            .unwrap_or_default();
        Some(Self { root, shown })
    }
}

/// A table's file as it was read: without a byte order mark, lines ended by `\n`.
#[derive(Debug)]
pub(crate) struct Source {
    /// The path for messages.
    pub(crate) shown: String,
    /// The path below the package's root, by which the file is tracked.
    pub(crate) tracked: String,
    pub(crate) text: String,
    /// Where each line begins.
    lines: Vec<usize>,
}

/// A place for people: line and column, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Why a table could not be read.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) fault: Fault,
    /// What was readable of the file, to show the fault in and to track.
    pub(crate) source: Option<Source>,
}

impl From<Fault> for Box<Unread> {
    fn from(fault: Fault) -> Self {
        Self::new(Unread { fault, source: None })
    }
}

impl Source {
    /// Reads the file at this path of the package.
    pub(crate) fn read(package: &Package, path: &str) -> Result<Self, Box<Unread>> {
        let tracked = inside(path)?;
        let bytes = read(&package.root.join(&tracked)).map_err(|error| unreadable(package, &tracked, &error))?;
        Self::decode(display(&package.shown.join(&tracked)), tracked, bytes)
    }

    /// The bytes of a file as text.
    pub(crate) fn decode(shown: String, tracked: String, bytes: Vec<u8>) -> Result<Self, Box<Unread>> {
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(shown, tracked, &text)),
            Err(error) => Err(not_utf8(shown, tracked, &error)),
        }
    }

    pub(crate) fn new(shown: String, tracked: String, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { shown, tracked, text, lines }
    }

    /// The line and column of an offset.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let line = self.lines.partition_point(|&start| start <= offset);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    /// The text of a line, from 1, without its end.
    pub(crate) fn line(&self, line: usize) -> &str {
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied();
        let rest = start.and_then(|start| self.text.get(start..)).unwrap_or_default();
        rest.split('\n').next().unwrap_or_default()
    }

    /// The lines with where they begin.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines.iter().copied().zip(self.text.split('\n'))
    }

    /// The part of the file from this offset to the next header.
    pub(crate) fn block(&self, offset: usize) -> Span {
        let next = self.lines.partition_point(|&start| start <= offset);
        let headers = self.lines.iter().skip(next).copied();
        let end = headers.into_iter().find(|&start| {
            self.text.get(start..).is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('['))
        });
        offset..end.unwrap_or(self.text.len())
    }
}

/// The path without `.` and `..`, parted by `/`; a fault where it is absolute, empty or leaves the package.
fn inside(path: &str) -> Result<String, Box<Unread>> {
    let fault = |message: String| {
        Err(Fault::new(Rule::PathInPackage, message).help(
            "a path is relative to the folder of Cargo.toml and stays below it, so that the table is in the published package, such as `tables/billing.toml`",
        ).into())
    };
    let mut parts: Vec<String> = Vec::new();
    for component in Path::new(path).components() {
        match component {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir => {}
            Component::ParentDir if parts.pop().is_some() => {}
            Component::ParentDir => return fault(format!("the path `{path}` leaves the package")),
            Component::RootDir | Component::Prefix(_) => return fault(format!("the path `{path}` is absolute")),
        }
    }
    if parts.is_empty() {
        return fault(format!("the path `{path}` names no file"));
    }
    Ok(parts.join("/"))
}

/// A path as people read it, with `/` on every system.
fn display(path: &Path) -> String {
    path.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/")
}

/// Reads a plain file; a device or a pipe might never end.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let kind = fs::metadata(file)?.file_type();
    if kind.is_dir() {
        return Err(io::Error::other("it is a folder"));
    }
    if !kind.is_file() {
        return Err(io::Error::other("it is no plain file"));
    }
    fs::read(file)
}

fn unreadable(package: &Package, tracked: &str, error: &io::Error) -> Fault {
    let shown = display(&package.shown.join(tracked));
    if error.kind() != io::ErrorKind::NotFound {
        let reason = error.to_string();
        let reason = reason.split(" (os error").next().unwrap_or_default();
        return Fault::new(Rule::FileReadable, format!("cannot read the table `{shown}`: {reason}"))
            .help("a table is a plain text file that the user who compiles may read");
    }
    let there = tables(&package.root);
    let fault = Fault::new(Rule::FileExists, format!("there is no table `{shown}`"));
    let paths: Vec<&str> = there.iter().map(String::as_str).collect();
    match suggest::nearest(tracked, &paths) {
        Some(near) => fault.help(format!("did you mean `{near}`? {}", listed(&there))),
        None => fault.help(listed(&there)),
    }
}

fn listed(there: &[String]) -> String {
    if there.is_empty() {
        return "the package has no other `.toml` file: write the table, or give its path, `amo_codes!(\"tables/billing.toml\")`".to_owned();
    }
    let shown: Vec<_> = there.iter().take(8).map(|path| format!("`{path}`")).collect();
    let more = there.len().saturating_sub(shown.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("the package has {}{more}", shown.join(", "))
}

/// The `.toml` files of a package, sorted, without cargo's own and those in hidden folders or `target`.
fn tables(root: &Path) -> Vec<String> {
    const DEPTH: usize = 4;
    let mut found = Vec::new();
    let mut folders = vec![(PathBuf::new(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let Ok(entries) = fs::read_dir(root.join(&folder)) else {
            continue;
        };
        for entry in entries {
            let Ok(entry) = entry else {
                continue;
            };
            let name = entry.file_name();
            let (path, shown) = (folder.join(&name), name.to_string_lossy());
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && depth < DEPTH && shown != "target" && !shown.starts_with('.') {
                folders.push((path, depth + 1));
            } else if !is_folder && shown.ends_with(".toml") && shown != "Cargo.toml" && !shown.starts_with('.') {
                let shown = display(&path);
                found.insert(found.partition_point(|other| *other < shown), shown);
            }
        }
    }
    found
}

fn not_utf8(shown: String, tracked: String, error: &FromUtf8Error) -> Box<Unread> {
    let bytes = error.as_bytes();
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let encoding = if is_utf16 { "it looks like UTF-16: " } else { "" };
    let valid = bytes.get(..error.utf8_error().valid_up_to()).unwrap_or_default();
    let start = Source::new(String::new(), String::new(), &String::from_utf8_lossy(valid)).text.len();
    let source = Source::new(shown, tracked, &String::from_utf8_lossy(bytes));
    let fault = Fault::new(Rule::Utf8, "the table is not UTF-8")
        .at(&(start..start + char::REPLACEMENT_CHARACTER.len_utf8()))
        .label("first byte that is not")
        .help(format!("{encoding}save the file as UTF-8"));
    Box::new(Unread { fault, source: Some(source) })
}

#[cfg(test)]
mod tests;
