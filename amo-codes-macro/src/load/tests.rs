use std::fs;

use super::{Package, Position, Source, inside, listed, tables};
use crate::rule::Rule;

fn source(text: &str) -> Source {
    Source::new("codes.toml".to_owned(), "codes.toml".to_owned(), text)
}

#[test]
fn a_position_counts_lines_and_characters_from_one() {
    let source = source("ab\nцу = 1\n\nx");
    for (offset, line, column) in
        [(0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 2), (7, 2, 3), (12, 3, 1), (13, 4, 1), (14, 4, 2)]
    {
        assert_eq!(source.position(offset), Position { line, column }, "{offset}");
    }
    assert_eq!([1, 2, 3, 4].map(|line| source.line(line)), ["ab", "цу = 1", "", "x"]);
    assert_eq!((source.line(0), source.line(5)), ("", ""));
}

#[test]
fn a_byte_order_mark_and_crlf_move_no_position() {
    let plain = source("[a]\ntitle = \"A\"\n");
    let windows = source("\u{feff}[a]\r\ntitle = \"A\"\r\n");
    assert_eq!(plain.text, windows.text);
    assert_eq!(windows.position(4), Position { line: 2, column: 1 });
}

#[test]
fn a_block_ends_at_the_next_header() {
    let source = source("[a]\nx = 1\n  [b]\ny = 2\n");
    assert_eq!(source.block(1), 1..10);
    assert_eq!(source.block(13), 13..source.text.len());
}

#[test]
fn a_path_stays_in_the_package() {
    for (path, normal) in
        [("codes.toml", "codes.toml"), ("./a/b.toml", "a/b.toml"), ("a/../b.toml", "b.toml"), ("a//b", "a/b")]
    {
        assert_eq!(inside(path).unwrap(), normal, "{path}");
    }
    for path in ["", ".", "/codes.toml", "../codes.toml", "a/../../codes.toml", "a/.."] {
        assert_eq!(inside(path).unwrap_err().fault.rule, Rule::PathInPackage, "{path}");
    }
}

/// The rule and the message that reading `path` gives, in a package with a few files.
fn unread(path: &str) -> (Rule, String, Option<String>) {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("tables/deep")).unwrap();
    fs::create_dir_all(root.path().join("target")).unwrap();
    for file in ["Cargo.toml", "tables/billing.toml", "tables/deep/orders.toml", "target/left.toml", ".hidden.toml"] {
        fs::write(root.path().join(file), "[a]\n").unwrap();
    }
    fs::write(root.path().join("latin1.toml"), b"[a]\r\ntext = \"\xd1\x84\xe9\"\r\n").unwrap();
    fs::write(root.path().join("utf16.toml"), b"\xff\xfe[\0a\0").unwrap();
    let package = Package { root: root.path().to_path_buf(), shown: "member".into() };
    let unread = *Source::read(&package, path).unwrap_err();
    let drawn = unread.fault.draw(unread.source.as_ref());
    (unread.fault.rule, drawn, unread.source.map(|source| source.tracked))
}

#[test]
fn a_missing_table_names_those_that_there_are() {
    let (rule, drawn, tracked) = unread("tables/biling.toml");
    assert_eq!((rule, tracked), (Rule::FileExists, None));
    assert_eq!(
        drawn,
        "there is no table `member/tables/biling.toml`\n  = help: did you mean `tables/billing.toml`? \
         the package has `latin1.toml`, `tables/billing.toml`, `tables/deep/orders.toml`, `utf16.toml`"
    );
    let paths = |count| (0..count).map(|file| format!("{file}.toml")).collect::<Vec<_>>();
    assert!(listed(&paths(8)).ends_with("`7.toml`"), "{}", listed(&paths(8)));
    assert!(listed(&paths(9)).ends_with("`7.toml` and 1 more"), "{}", listed(&paths(9)));
    assert!(listed(&[]).starts_with("the package has no other `.toml` file: write the table"));
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(tables(empty.path()), Vec::<String>::new());
    fs::create_dir_all(empty.path().join("a/b/c/d/e")).unwrap();
    for file in ["a/b/c/d/near.toml", "a/b/c/d/e/far.toml"] {
        fs::write(empty.path().join(file), "").unwrap();
    }
    assert_eq!(tables(empty.path()), ["a/b/c/d/near.toml"]);
}

#[test]
fn a_folder_and_a_device_are_not_read() {
    let (rule, drawn, _) = unread("tables");
    assert_eq!(rule, Rule::FileReadable);
    assert!(drawn.starts_with("cannot read the table `member/tables`: it is a folder\n"), "{drawn}");
    #[cfg(unix)]
    {
        let root = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/dev/zero", root.path().join("zero.toml")).unwrap();
        let package = Package { root: root.path().to_path_buf(), shown: "".into() };
        let fault = Source::read(&package, "zero.toml").unwrap_err().fault;
        assert_eq!(fault.message, "cannot read the table `zero.toml`: it is no plain file");
    }
}

#[test]
fn bytes_that_are_not_utf8_are_shown_where_they_stand() {
    let (rule, drawn, tracked) = unread("latin1.toml");
    assert_eq!((rule, tracked.as_deref()), (Rule::Utf8, Some("latin1.toml")));
    assert!(drawn.contains("--> member/latin1.toml:2:10\n"), "{drawn}");
    assert!(drawn.contains("2 | text = \"ф\u{fffd}\"\n"), "{drawn}");
    let (_, drawn, _) = unread("utf16.toml");
    assert!(drawn.contains("it looks like UTF-16: save the file as UTF-8"), "{drawn}");
}

#[test]
fn the_package_is_the_one_that_cargo_compiles() {
    let package = Package::from_env().unwrap();
    assert_eq!(package.root, std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    // Cargo runs the tests of a package in its folder.
    assert_eq!(package.shown, std::path::Path::new(""));
}
