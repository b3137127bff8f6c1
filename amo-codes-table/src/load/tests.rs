use std::fs;
use std::path::{Path, PathBuf};

use super::{Package, display_root, relative};
use crate::source::Source;
use crate::{Reading, read_file};

#[test]
fn a_path_stays_in_the_package() {
    for (path, normal) in
        [("codes.toml", "codes.toml"), ("./a/b.toml", "a/b.toml"), ("a/../b.toml", "b.toml"), ("a//b", "a/b")]
    {
        assert_eq!(relative(path).unwrap(), normal, "{path}");
    }
    for path in ["", ".", "a/..", "/codes.toml", "../codes.toml", "a/../../codes.toml", "a/../../a/b", "a\\b.toml"] {
        let diagnostic = relative(path).unwrap_err();
        let message = format!("`{path}` is not the path of a file in the package");
        assert_eq!(diagnostic.message, message);
    }
}

/// Returns a package at this folder, which is where rustc runs.
fn package(root: &Path) -> Package {
    Package { root: root.to_path_buf(), display_root: PathBuf::new(), manifest: "Cargo.toml".to_owned() }
}

/// Creates a package with a few files, shown as a member of a workspace.
fn files() -> (tempfile::TempDir, Package) {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("tables/deep")).unwrap();
    for file in ["Cargo.toml", "codes.toml", "tables/billing.toml", "tables/deep/orders.toml", ".hidden.toml"] {
        fs::write(root.path().join(file), "[a]\n").unwrap();
    }
    let package = Package { display_root: "member".into(), ..package(root.path()) };
    (root, package)
}

/// Returns the message of the error, and the path to track.
fn error(package: &Package, path: &str) -> (String, Option<String>) {
    let Reading { source, errors, .. } = read_file(package, path);
    let [error] = &errors[..] else { panic!("{path}: {errors:?}") };
    (error.render(source.as_ref()), source.map(|source| source.relative_path))
}

#[test]
fn a_table_is_read_with_both_of_its_paths() {
    let (_root, package) = files();
    let source = read_file(&package, "./tables/billing.toml").source.unwrap();
    let Source { display_path, relative_path, text, .. } = &source;
    assert_eq!([display_path, relative_path, text], ["member/tables/billing.toml", "tables/billing.toml", "[a]\n"]);
}

#[test]
fn a_missing_table_says_where_it_is_looked_for() {
    let (_root, package) = files();
    let (rendered, tracked) = error(&package, "tables/biling.toml");
    assert_eq!(tracked, None);
    let expected =
        "there is no table `member/tables/biling.toml`; paths are relative to Cargo.toml\n  = help: did you mean ";
    assert!(rendered.starts_with(&format!("{expected}the file `billing.toml` in")), "{rendered}");
    for other in ["tables/billing", "tables/billing.tml"] {
        assert!(error(&package, other).0.contains("did you mean the file `billing.toml`"), "{other}");
    }
    assert!(error(&package, "tables/orders.toml").0.contains("= help: create it, or "));
    // The nearest one, although another is the first by name.
    for file in ["tables/odrer1.toml", "tables/order1.toml"] {
        fs::write(package.root.join(file), "[a]\n").unwrap();
    }
    assert!(error(&package, "tables/order.toml").0.contains("did you mean the file `order1.toml`"));
}

#[test]
fn only_regular_files_are_read() {
    let (_root, package) = files();
    let unreadable = |path: &str, reason: &str| {
        let expected = format!(
            "cannot read the table `member/{path}`: {reason}\n  = help: check that it is a text file that you have \
             permission to read"
        );
        assert_eq!(error(&package, path), (expected, None));
    };
    unreadable("tables", "it is not a regular file");
    #[cfg(unix)]
    {
        unreadable("codes.toml/billing.toml", "Not a directory");
        std::os::unix::fs::symlink("/dev/zero", package.root.join("zero.toml")).unwrap();
        unreadable("zero.toml", "it is not a regular file");
    }
}

#[test]
fn invalid_utf8_is_shown_at_its_position() {
    let (_root, package) = files();
    fs::write(package.root.join("latin1.toml"), b"[a]\r\ntitle = \"\xd1\x84\xe9\"\r\n").unwrap();
    let (rendered, tracked) = error(&package, "latin1.toml");
    assert_eq!(tracked.as_deref(), Some("latin1.toml"));
    assert!(rendered.contains("--> member/latin1.toml:2:11\n"), "{rendered}");
    assert!(rendered.contains("2 | title = \"ф\u{fffd}\"\n"), "{rendered}");
}

#[test]
fn files_of_another_encoding_are_not_text() {
    let (_root, package) = files();
    for bytes in [&b"\xff\xfe[\0a\0"[..], b"\xfe\xff\0[", b"PK\x03\x04\xff\0"] {
        fs::write(package.root.join("other.toml"), bytes).unwrap();
        let (rendered, _) = error(&package, "other.toml");
        assert!(rendered.contains("\n  = help: save the file as UTF-8"), "{rendered}");
    }
}

#[test]
fn a_path_is_shown_relative_to_the_user() {
    let shown = |root: &str, current: &str, is_primary| {
        display_root(Path::new(root), Some(Path::new(current)), is_primary).to_str().unwrap().to_owned()
    };
    assert_eq!(shown("/w/deep/member", "/w", false), "deep/member");
    assert_eq!(shown("/w", "/w", true), "");
    // A dependency outside of the workspace is compiled in its own folder.
    assert_eq!(shown("/elsewhere", "/elsewhere", false), "/elsewhere");
    assert_eq!(shown("/elsewhere", "/w", true), "/elsewhere");
    assert_eq!(display_root(Path::new("/w"), None, true), PathBuf::from("/w"));
}

#[test]
fn the_package_is_the_one_that_cargo_compiles() {
    let Package { root, manifest, .. } = Package::from_env().unwrap();
    assert_eq!(root, Path::new(env!("CARGO_MANIFEST_DIR")));
    assert_eq!(manifest, "the Cargo.toml of the package `amo-codes-table`");
}
