//! Finds and reads the file of a table.

use std::env;
use std::fs;
use std::io;
use std::path::{Component, MAIN_SEPARATOR_STR, Path, PathBuf};
use std::str::{self, Utf8Error};

use crate::diagnostic::Diagnostic;
use crate::rule::Rule;
use crate::source::Source;
use crate::words::{nearest, quoted_list};

/// The package that calls the macro.
#[derive(Debug)]
pub struct Package {
    /// The folder of its Cargo.toml.
    root: PathBuf,
    /// The same for messages: relative to where rustc runs, if that is where the user is.
    display_root: PathBuf,
    /// The Cargo.toml that paths are relative to, for messages.
    manifest: String,
}

impl Package {
    /// Returns the package that cargo compiles, or `None` without cargo.
    #[must_use]
    pub fn from_env() -> Option<Self> {
        let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR")?);
        let is_primary = env::var_os("CARGO_PRIMARY_PACKAGE").is_some();
        let display_root = display_root(&root, env::current_dir().ok().as_deref(), is_primary);
        let manifest = env::var("CARGO_PKG_NAME")
            .map_or_else(|_| "Cargo.toml".to_owned(), |name| format!("the Cargo.toml of the package `{name}`"));
        Some(Self { root, display_root, manifest })
    }
}

/// Returns the folder of the package for messages.
///
/// Cargo runs rustc in the folder of the workspace, except for dependencies outside of it: then in their own folder, which
/// is not where the user is.
fn display_root(root: &Path, current: Option<&Path>, is_primary: bool) -> PathBuf {
    match current.and_then(|current| root.strip_prefix(current).ok()) {
        Some(relative) if is_primary || relative != Path::new("") => relative.to_path_buf(),
        _ => root.to_path_buf(),
    }
}

/// Reads the table at this path, relative to the package.
pub(crate) fn load(package: &Package, path: &str) -> Result<File, Box<Diagnostic>> {
    let relative_path = relative(path)?;
    let bytes =
        read(&package.root.join(&relative_path)).map_err(|error| unreadable(package, &relative_path, &error))?;
    Ok(decode(display(&package.display_root.join(&relative_path)), relative_path, &bytes))
}

/// The text of a file. If it is not UTF-8, the readable part of it, and the error.
pub(crate) struct File {
    pub(crate) source: Source,
    pub(crate) error: Option<Diagnostic>,
}

pub(crate) fn decode(display_path: String, relative_path: String, bytes: &[u8]) -> File {
    let source = Source::new(display_path, relative_path, &String::from_utf8_lossy(bytes));
    File { source, error: str::from_utf8(bytes).err().map(|error| not_utf8(bytes, error)) }
}

/// Returns the path without `.` and `..` and with `/` on every system, or an error if it is not in the package.
fn relative(path: &str) -> Result<String, Box<Diagnostic>> {
    let error = |message: String, help: &str| {
        let diagnostic = Diagnostic::new(Rule::PathInPackage, message);
        Err(diagnostic.help(format!("{help}; for example, `tables/billing.toml`")).into())
    };
    let inside = "paths are relative to Cargo.toml and must stay inside the package";
    if path.contains('\\') {
        return error(format!("the path `{path}` contains `\\`"), "use `/` as the path separator, not `\\`");
    }
    let mut normal = PathBuf::new();
    for component in Path::new(path).components() {
        match component {
            Component::Normal(part) => normal.push(part),
            Component::CurDir => {}
            Component::ParentDir => {
                if !normal.pop() {
                    return error(format!("the path `{path}` leaves the package"), inside);
                }
            }
            Component::RootDir | Component::Prefix(_) => {
                return error(format!("the path `{path}` is absolute"), inside);
            }
        }
    }
    match display(&normal) {
        normal if !normal.is_empty() => Ok(normal),
        _ if path.is_empty() => error("the path is empty".to_owned(), inside),
        _ => error(format!("the path `{path}` does not name a file"), inside),
    }
}

/// Returns a path for messages, with `/` on every system.
fn display(path: &Path) -> String {
    path.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/")
}

/// Reads a regular file; a device or a pipe might never end.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let kind = fs::metadata(file)?.file_type();
    if kind.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
    }
    if !kind.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    fs::read(file)
}

fn unreadable(package: &Package, relative_path: &str, error: &io::Error) -> Diagnostic {
    let display_path = display(&package.display_root.join(relative_path));
    if error.kind() == io::ErrorKind::NotFound {
        return missing(package, relative_path, &display_path);
    }
    let reason = error.to_string();
    let reason = reason.split_once(" (os error").map_or(&*reason, |(reason, _)| reason);
    let help = if error.kind() == io::ErrorKind::IsADirectory {
        format!("name a file in it, such as `{relative_path}/billing.toml`")
    } else {
        "check that it is a text file that you have permission to read".to_owned()
    };
    Diagnostic::new(Rule::FileReadable, format!("cannot read the table `{display_path}`: {reason}")).help(help)
}

fn missing(package: &Package, relative_path: &str, display_path: &str) -> Diagnostic {
    if let Ok(target) = fs::read_link(package.root.join(relative_path)) {
        let message = format!("`{display_path}` is a symbolic link to `{}`, which does not exist", display(&target));
        return Diagnostic::new(Rule::FileExists, message).help("correct the link, or replace it with the file");
    }
    let message = format!("there is no table `{display_path}`; paths are relative to {}", package.manifest);
    let diagnostic = Diagnostic::new(Rule::FileExists, message);
    let (folder, name) =
        relative_path.rfind('/').map_or(("", relative_path), |slash| relative_path.split_at(slash + 1));
    let tables = tables_in(&package.root.join(folder));
    let mut names = Vec::new();
    for table in &tables {
        names.push(table.as_str());
    }
    let with_ending = format!("{name}.toml");
    let near = if names.contains(&with_ending.as_str()) { Some(with_ending.as_str()) } else { nearest(name, &names) };
    if let Some(near) = near {
        return diagnostic.help(format!("did you mean `{folder}{near}`?"));
    }
    if !tables.is_empty() {
        return diagnostic.help(format!("the folder contains {}", quoted_list(&names, " and ")));
    }
    diagnostic.help(
        "create it, or check what excludes it from this build: `package.include` in Cargo.toml, a Nix source filter or \
         the data of a Bazel target",
    )
}

/// Returns the `.toml` files in a folder, sorted, without Cargo.toml and hidden ones.
fn tables_in(folder: &Path) -> Vec<String> {
    let mut tables: Vec<String> = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return tables };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_toml = Path::new(&name).extension().is_some_and(|extension| extension == "toml");
        if is_toml && !name.starts_with('.') && name != "Cargo.toml" {
            if let Err(index) = tables.binary_search(&name) {
                tables.insert(index, name);
            }
        }
    }
    tables
}

fn not_utf8(bytes: &[u8], error: Utf8Error) -> Diagnostic {
    if let Some(kind) = kind(bytes) {
        return Diagnostic::new(Rule::Utf8, format!("the file is not a TOML table of codes: {kind}"))
            .at(&(0..0))
            .help("a table must be UTF-8 text");
    }
    let (valid, _) = bytes.split_at(error.valid_up_to());
    // A byte order mark and carriage returns are not in the source's text.
    let start = Source::new(String::new(), String::new(), &String::from_utf8_lossy(valid)).text.len();
    Diagnostic::new(Rule::Utf8, "the table is not UTF-8")
        .at(&(start..start + char::REPLACEMENT_CHARACTER.len_utf8()))
        .label("first invalid byte")
        .help("save the file as UTF-8")
}

/// Returns what kind of file this is, if it is not text.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] => Some("it starts with the bytes FF FE, like UTF-16"),
        [0xFE, 0xFF, ..] => Some("it starts with the bytes FE FF, like UTF-16"),
        _ if bytes.contains(&0) => Some("it contains NUL bytes, like spreadsheets and archives"),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
