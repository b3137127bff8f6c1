//! Files and standard input.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

/// Reads the bytes of a file, or of standard input if it is `-`. The error says why it cannot be read.
pub(crate) fn file(path: &Path) -> Result<Vec<u8>, Vec<String>> {
    if path != Path::new("-") {
        return fs::read(path).map_err(|error| vec![format!("failed to read `{}`: {error}", path.display())]);
    }
    let mut bytes = Vec::new();
    let read = io::stdin().lock().read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| vec![format!("failed to read standard input: {error}")])
}

/// Returns whether standard input is a pipe or a file, and not a terminal or `/dev/null`.
pub(crate) fn is_pipe() -> bool {
    let input = io::stdin();
    if input.is_terminal() {
        return false;
    }
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        use std::os::unix::fs::FileTypeExt;
        let file = input.as_fd().try_clone_to_owned().map(fs::File::from);
        file.and_then(|file| file.metadata()).is_ok_and(|data| !data.file_type().is_char_device())
    }
    #[cfg(not(unix))]
    true
}
