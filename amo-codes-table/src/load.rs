//! Finds and reads the file of a table.

use std::env;
use std::fs;
use std::io;
use std::path::{Component, MAIN_SEPARATOR_STR, Path, PathBuf};
use std::str;

use crate::diagnostic::Diagnostic;
use crate::source::Source;
use crate::words::nearest;

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
    let display_path = display(&package.display_root.join(&relative_path));
    match read(&package.root.join(&relative_path)) {
        Ok(bytes) => Ok(decode(display_path, relative_path, &bytes)),
        Err(error) => Err(unreadable(package, &relative_path, &display_path, &error).into()),
    }
}

/// The text of a file. If it is not UTF-8, the readable part of it, and the error.
pub(crate) struct File {
    pub(crate) source: Source,
    pub(crate) error: Option<Diagnostic>,
}

pub(crate) fn decode(display_path: String, relative_path: String, bytes: &[u8]) -> File {
    let source = Source::new(display_path, relative_path, &String::from_utf8_lossy(bytes));
    let error = if str::from_utf8(bytes).is_ok() { None } else { Some(not_utf8(&source)) };
    File { source, error }
}

/// Returns the path without `.` and `..` and with `/` on every system, or an error if it is not in the package.
fn relative(path: &str) -> Result<String, Box<Diagnostic>> {
    let mut normal = PathBuf::new();
    // On Windows, a path with `\` would work, too.
    let mut is_inside = !path.contains('\\');
    for component in Path::new(path).components() {
        match component {
            Component::Normal(part) => normal.push(part),
            Component::CurDir => {}
            Component::ParentDir => is_inside &= normal.pop(),
            Component::RootDir | Component::Prefix(_) => is_inside = false,
        }
    }
    if is_inside && normal != Path::new("") {
        return Ok(display(&normal));
    }
    let message = format!("`{path}` is not the path of a file in the package");
    let help = "paths are relative to Cargo.toml, have `/` between folders and stay inside the package, such as `tables/billing.toml`";
    Err(Diagnostic::new(&message, help).into())
}

/// Returns a path for messages, with `/` on every system.
fn display(path: &Path) -> String {
    path.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/")
}

/// Reads a regular file; a device or a pipe might never end.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    if fs::metadata(file)?.is_file() { fs::read(file) } else { Err(io::Error::other("it is not a regular file")) }
}

fn unreadable(package: &Package, relative_path: &str, display_path: &str, error: &io::Error) -> Diagnostic {
    if error.kind() == io::ErrorKind::NotFound {
        let message = format!("there is no table `{display_path}`; paths are relative to {}", package.manifest);
        let help = match similar(&package.root.join(relative_path)) {
            Some(name) => format!("did you mean the file `{name}` in the same folder?"),
            None => "create it, or check what excludes it from this build: `package.include` in Cargo.toml, a Nix source filter \
                     or the data of a Bazel target"
                .to_owned(),
        };
        return Diagnostic::new(&message, &help);
    }
    let reason = error.to_string();
    let reason = reason.split_once(" (os error").map_or(&*reason, |(reason, _)| reason);
    let message = format!("cannot read the table `{display_path}`: {reason}");
    Diagnostic::new(&message, "check that it is a text file that you have permission to read")
}

/// Returns the name of a file next to one that does not exist, if it is the same but for its ending or a misspelling.
fn similar(missing: &Path) -> Option<String> {
    let wanted = missing.with_extension("toml").file_name()?.to_string_lossy().into_owned();
    let mut names = Vec::new();
    for entry in missing.parent()?.read_dir().ok()?.flatten() {
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    nearest(&wanted, &names).map(str::to_owned)
}

fn not_utf8(source: &Source) -> Diagnostic {
    let start = source.text.find(char::REPLACEMENT_CHARACTER).unwrap_or_default();
    let help = "save the file as UTF-8, not as UTF-16, as a spreadsheet or in another encoding";
    let span = start..start + char::REPLACEMENT_CHARACTER.len_utf8();
    Diagnostic::new("the table is not UTF-8 text", help).at(&span, "first invalid byte")
}

#[cfg(test)]
mod tests;
