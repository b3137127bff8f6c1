//! Crates of users, which cargo builds outside of the workspace. Each larger program is a file in `programs`.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod docs;
mod ui;
mod user_crate;

use std::fs;
use std::process::Command;

use amo_codes::code;
use user_crate::{Crate, dependency, dependency_with};

const BILLING: &str = include_str!("../tables/billing.toml");

/// Returns whether the compiler in use has clippy; a compiler set by `RUSTC` does not.
fn has_clippy() -> bool {
    let clippy = Command::new(env!("CARGO")).args(["clippy", "--version"]).output();
    std::env::var_os("RUSTC").is_none() && clippy.is_ok_and(|clippy| clippy.status.success())
}

#[test]
fn a_renamed_dependency_works() {
    let program = Crate::new("renamed", &dependency("answers"), include_str!("programs/renamed.rs"));
    program.write("billing.toml", BILLING);
    assert_eq!(program.succeeds("run"), "send all four\nask for rights\nnot paid\nunknown\n");
}

#[test]
fn a_third_crate_may_re_export_the_macros() {
    let middle = Crate::new("middle", &dependency("amo-codes"), "fn main() {}");
    middle.write("src/lib.rs", "pub use amo_codes::*;\npub mod inner { pub use amo_codes::{amo_codes, code}; }\n");
    let dependencies = format!("middle = {{ path = {:?} }}", middle.folder);
    let program = Crate::new("outer", &dependencies, include_str!("programs/reexported.rs"));
    program.write("billing.toml", BILLING);
    program.succeeds("run");
}

#[test]
fn the_table_of_a_library_works_in_other_crates() {
    let library = Crate::new("its_crate", &dependency("amo-codes"), "fn main() {}");
    library.write("src/lib.rs", include_str!("programs/exporting.rs"));
    library.write("tables/billing.toml", BILLING);
    library.write("tables/bil-ling.toml", BILLING);
    library.write("tables/bil_ling.toml", BILLING);
    let dependencies = format!("its_crate = {{ path = {:?} }}\n{}", library.folder, dependency("amo-codes"));
    Crate::new("importing", &dependencies, include_str!("programs/importing.rs")).succeeds("run");
}

#[test]
fn the_table_of_a_library_works_in_everything_of_its_package() {
    let package = Crate::new("everything", &dependency("amo-codes"), "");
    package.write("tables/billing.toml", BILLING);
    package.write(
        "src/lib.rs",
        "//! ```\n//! use everything::{billing, deep};\n\
         //! assert_eq!(amo_codes::code!(7 in billing::Invoices), billing::Invoices::NotPaid);\n\
         //! assert_eq!(amo_codes::code!(invoices.7 in deep::Code).number(), 7);\n//! ```\n\
         #![deny(warnings, clippy::pedantic, clippy::nursery)]\n\
         mod private {\n    pub mod billing {\n        amo_codes::amo_codes!(\"tables/billing.toml\");\n    }\n}\n\
         pub use private::billing;\npub mod deep {\n    pub use super::billing::*;\n}\n",
    );
    let main = "#![deny(warnings, clippy::pedantic, clippy::nursery)]\nuse amo_codes::code;\nuse everything::billing;\n\
                const UNPAID: billing::Code = code!(invoices.7 in billing::Code);\n\
                const fn is_about_leads(code: amo_codes::Code) -> bool {\n    \
                matches!(code, amo_codes::Code::Leads(code!(216 in Leads) | code!(217 in Leads)))\n}\n\
                fn main() {\n    assert_eq!(UNPAID, code!(7 in everything::deep::Invoices).into());\n    \
                assert!(is_about_leads(code!(217)));\n}\n";
    for file in ["src/main.rs", "examples/example.rs", "benches/bench.rs"] {
        package.write(file, main);
    }
    package.write("tests/test.rs", &main.replace("fn main", "#[test]\nfn it_works"));
    let manifest = package.read("Cargo.toml") + "\n[[bench]]\nname = \"bench\"\nharness = false\n";
    package.write("Cargo.toml", &manifest);
    let output = package.succeeds("test");
    assert_eq!(output.matches("1 passed").count(), 2, "{output}");
    package.succeeds("run");
    package.succeeds("run --example example");
    package.succeeds("test --benches");
    if has_clippy() {
        package.succeeds("clippy --all-targets");
    }
}

#[test]
fn a_crate_expands_a_table_once() {
    let table = "amo_codes::amo_codes!(\"billing.toml\");";
    let main = format!("mod one {{ {table} }}\nmod two {{ {table} }}\nfn main() {{}}\n");
    let program = Crate::new("twice", &dependency("amo-codes"), &main);
    program.write("billing.toml", BILLING);
    let errors = program.fails("check");
    assert!(errors.contains("expand_a_table_only_once_and_re_export_its_module_billing_toml"), "{errors}");
    assert!(errors.contains("due to 1 previous error"), "{errors}");
}

#[test]
fn a_name_that_is_taken_is_one_error() {
    let main = "amo_codes::amo_codes!(\"one.toml\");\namo_codes::amo_codes!(\"two.toml\");\n\
                mod own {\n    pub struct Refunds;\n    amo_codes::amo_codes!(\"three.toml\");\n}\nfn main() {}\n";
    let program = Crate::new("taken", &dependency("amo-codes"), main);
    for table in ["one.toml", "two.toml", "three.toml"] {
        program.write(table, BILLING);
    }
    let errors = program.fails("check");
    for name in ["Code", "Section", "Invoices", "Refunds", "__amo_codes"] {
        assert!(errors.contains(&format!("error[E0252]: the name `{name}` is defined multiple times")), "{errors}");
    }
    assert!(errors.contains("error[E0255]: the name `Refunds` is defined multiple times"), "{errors}");
    assert!(errors.contains("due to 6 previous errors"), "{errors}");
}

/// `code!` in modules that have the hidden items of one table next to the types of another.
#[test]
fn the_number_the_section_and_the_type_of_code_are_of_one_table() {
    let (v1, v2) = (include_str!("programs/v1.toml"), include_str!("programs/v2.toml"));
    for edition in ["2018", "2021", "2024"] {
        let program =
            Crate::new(&format!("mixed_{edition}"), &dependency("amo-codes"), include_str!("programs/mixed.rs"));
        program.set_edition(edition);
        for (file, table) in [("v1.toml", v1), ("v2.toml", v2), ("inner.toml", v2)] {
            program.write(file, table);
        }
        program.succeeds("run");
        let mut other = String::new();
        for line in program.read("src/main.rs").lines() {
            let answer = line.strip_prefix("    type Answer = ").and_then(|path| path.rsplit_once("::"));
            other += &answer.map_or_else(|| line.to_owned(), |(_, name)| format!("    type Answer = self::{name}"));
            other.push('\n');
        }
        program.write("src/main.rs", &other);
        let errors = program.fails("check");
        let count = errors.matches("error[E0308]: mismatched types").count();
        assert_eq!((count, errors.contains("due to 10 previous errors")), (10, true), "{errors}");
    }
}

#[test]
fn the_docs_of_amo_codes_quote_why_no_table_is_next_to_a_type() {
    let docs = include_str!("../../amo-codes/macros.rs");
    let main = "mod one { amo_codes::amo_codes!(\"one.toml\"); }\nmod two { pub use crate::one::Code; }\n\
                mod three { amo_codes::amo_codes!(\"three.toml\"); }\nmod both { pub use crate::{one::*, three::*}; }\n\
                fn main() { let _ = (amo_codes::code!(7 in two::Code), amo_codes::code!(7 in both::Refunds)); }\n";
    let program = Crate::new("no_table", &dependency("amo-codes"), main);
    program.write("one.toml", BILLING);
    program.write("three.toml", BILLING);
    let errors = program.fails("check");
    for message in ["cannot find `__amo_codes` in `two`", "`__amo_codes` is ambiguous"] {
        // An older compiler, set by `RUSTC`, words it differently.
        assert!(errors.contains(message) || std::env::var_os("RUSTC").is_some(), "{errors}");
        assert!(docs.contains(message), "{message}");
    }
}

#[test]
fn an_impl_with_a_table_is_one_error() {
    let main = "struct S;\nimpl S { amo_codes::amo_codes!(\"billing.toml\"); }\nfn main() { let _ = S; }\n";
    let program = Crate::new("in_impl", &dependency("amo-codes"), main);
    program.write("billing.toml", BILLING);
    let errors = program.fails("check");
    assert!(errors.contains("not supported in `trait`s or `impl`s"), "{errors}");
    assert!(errors.contains("due to 1 previous error"), "{errors}");
}

/// Lints and errors whose suggestions would edit the arguments of `code!` if its expansion were taken for the caller's code.
#[test]
fn no_suggestion_edits_the_arguments_of_code() {
    let program = Crate::new("suggestions", &dependency("amo-codes"), include_str!("programs/suggestions.rs"));
    program.write("billing.toml", BILLING);
    let mut suggestions = program.suggestions("check");
    if has_clippy() {
        suggestions.extend(program.suggestions("clippy"));
    }
    // What is suggested is to remove parentheses around the whole call, and to convert its value.
    assert!(suggestions.iter().any(|(line, _)| line.contains("(code!")));
    assert!(suggestions.iter().any(|(line, _)| line.contains("let into")));
    for (line, columns) in suggestions {
        for (start, _) in line.match_indices("code!(") {
            let arguments = start + "code!(".len()..=start + line[start..].find(')').unwrap();
            let is_edited = columns.start < *arguments.end() && *arguments.start() < columns.end;
            let is_inserted = columns.is_empty() && arguments.contains(&columns.start);
            let is_whole = columns.start <= start && *arguments.end() < columns.end;
            assert!(is_whole || !is_edited && !is_inserted, "{line}: {columns:?}");
        }
    }
}

#[test]
fn names_in_the_scope_of_a_table_neither_change_it_nor_warn() {
    let program = Crate::new("hostile", &dependency_with(&["serde", "http"]), include_str!("programs/hostile.rs"));
    for file in ["items", "constants", "blanket", "glob", "import", "plain", "private", "body"] {
        program.write(&format!("{file}.toml"), include_str!("programs/hostile.toml"));
    }
    for file in ["word_items", "word_constants", "word_blanket"] {
        let words = concat!("words = true\n", include_str!("programs/hostile.toml"));
        program.write(&format!("{file}.toml"), words);
    }
    program.succeeds("run");
    if has_clippy() {
        program.succeeds("clippy");
    }
}

/// Anything that needs std would bring a second panic handler, and the program would not compile.
#[test]
#[cfg_attr(windows, ignore = "the program links the C library of Unix")]
fn a_program_without_std_links_and_runs() {
    let program = Crate::new("no_std", &dependency_with(&["serde"]), include_str!("programs/no_std.rs"));
    program.write("billing.toml", BILLING);
    program.succeeds("run");
}

#[test]
fn one_check_reports_every_wrong_number() {
    let main = "use amo_codes::code;\nfn main() {\n    let _ = code!(218_000);\n    let _ = code!(244);\n}\n";
    let errors = Crate::new("wrong", &dependency("amo-codes"), main).fails("check");
    for part in ["unknown code 218_000", "src/main.rs:3:19", "244 is ambiguous", "src/main.rs:4:19"] {
        assert!(errors.contains(part), "{part}: {errors}");
    }
}

#[test]
fn a_status_of_the_crate_http_without_the_feature_names_the_feature() {
    let main = "struct StatusCode;\nfn main() { let _ = amo_codes::HttpStatus::try_from(StatusCode); }\n";
    let errors = Crate::new("without_http", &dependency("amo-codes"), main).fails("check");
    // An older compiler, set by `RUSTC`, does not show the impl.
    assert!(errors.contains("enable the feature `http`") || std::env::var_os("RUSTC").is_some(), "{errors}");
}

#[test]
fn cargo_rebuilds_when_only_the_table_changes() {
    let main = "mod billing { amo_codes::amo_codes!(); }\nfn main() { println!(\"{}\", billing::Code::ALL[0]); }\n";
    let program = Crate::new("edited", &dependency("amo-codes"), main);
    program.write("codes.toml", BILLING);
    assert_eq!(program.succeeds("run"), "The invoice is not paid.\n");
    program.write("codes.toml", &BILLING.replace("is not paid", "was never paid"));
    assert_eq!(program.succeeds("run"), "The invoice was never paid.\n");
    program.write("codes.toml", &BILLING.replace("http = 402", "htpp = 402"));
    let errors = program.fails("run");
    assert!(errors.contains("unknown key `htpp`") && errors.contains("--> codes.toml:8:1"), "{errors}");
    program.write("codes.toml", BILLING);
    assert_eq!(program.succeeds("run"), "The invoice is not paid.\n");
    fs::remove_file(program.folder.join("codes.toml")).unwrap();
    assert!(
        program
            .fails("run")
            .contains("there is no table `codes.toml`; paths are relative to the Cargo.toml of the package `edited`")
    );
}

#[test]
fn a_table_is_shown_by_a_path_that_leads_to_it() {
    let wrong = "[a]\ntitle = \"A\"\n[a.1]\nname = \"One\"\nhttp = 7\ndescription = \"One\"\n";
    let source = "mod billing { amo_codes::amo_codes!(); }\nfn main() {}\n";
    let manifest = |program: &Crate, name: &str| {
        let manifest = program.read("Cargo.toml").replace("\"shown\"", &format!("\"{name}\""));
        manifest.split("[profile").next().unwrap().to_owned()
    };
    let workspace = Crate::new("shown", &dependency("amo-codes"), "fn main() {}");
    workspace.write("deep/member/Cargo.toml", &manifest(&workspace, "member"));
    workspace.write("deep/member/src/main.rs", source);
    workspace.write("deep/member/codes.toml", wrong);
    let members = workspace.read("Cargo.toml") + "members = [\"deep/member\"]\n";
    workspace.write("Cargo.toml", &members);
    let errors = workspace.fails("check --workspace");
    assert!(errors.contains("--> deep/member/codes.toml:5:8\n"), "{errors}");

    let outside = Crate::new("outside", &dependency("amo-codes"), "fn main() {}");
    outside.write("src/lib.rs", "mod billing { amo_codes::amo_codes!(); }\n");
    outside.write("codes.toml", wrong);
    let dependencies = format!("outside = {{ path = {:?} }}", outside.folder);
    let errors = Crate::new("inside", &dependencies, "fn main() {}").fails("check");
    let path = outside.folder.join("codes.toml").display().to_string().replace('\\', "/");
    assert!(errors.contains(&format!("--> {path}:5:8\n")), "{errors}");
}

/// A section of rows with these numbers.
fn section(key: &str, numbers: impl Iterator<Item = i64>) -> String {
    let name = |number: i64| format!("N{number}").replace('-', "Minus");
    let rows = numbers.map(|n| format!("[{key}.{n}]\nname = \"{}\"\ndescription = \"{key} {n}\"\n", name(n)));
    format!("[{key}]\ntitle = \"{key}\"\n{}", rows.collect::<String>())
}

#[test]
fn every_lookup_in_large_tables_finds_what_a_scan_finds() {
    let program = Crate::new("large", &dependency("amo-codes"), include_str!("programs/large.rs"));
    // 600 rows in 12 sections, which share every tenth number.
    let dense = (0..12).map(|part| {
        section(
            &format!("part_{part}"),
            (0..50).map(move |row| if row % 10 == 0 { 1_000 + row } else { part * 50 + row }),
        )
    });
    // Numbers far apart, of which one bucket of the index has nearly all, and at the edges of powers of two.
    let sparse = (0..5).map(|part| {
        let edges = [i64::MIN, -65, -64, -1, 0, 63, 64, 127, 128, 65_535, 65_536, 1 << 32, i64::MAX];
        let edges = edges.into_iter().filter(move |edge| edge % 5 != part);
        section(&format!("part_{part}"), edges.chain((1..50).map(move |row| (row - 25) * 1_297_001 + part * 7)))
    });
    // More sections than a byte counts.
    let sections =
        (0..260).map(|part| section(&format!("part_{part}"), [7, 500 + part, 1_000 + part % 10].into_iter()));
    program.write("src/scan.rs", include_str!("../scan/mod.rs"));
    program.write("dense.toml", &dense.collect::<String>());
    program.write("sparse.toml", &sparse.collect::<String>());
    program.write("sections.toml", &sections.collect::<String>());
    program.write("one.toml", &section("one", (0..600).map(|row| if row < 300 { row } else { row * 2 })));
    assert_eq!(program.succeeds("run"), "dense: 600 rows\nsparse: 300 rows\nsections: 780 rows\none: 600 rows\n");
    if has_clippy() {
        program.succeeds("clippy");
    }
}

#[test]
fn a_program_that_uses_only_numbers_contains_no_texts() {
    let contains_texts = |name: &str, expression: &str| {
        let number = "let number = std::env::args().count() as i64 + 243;";
        let main = format!("fn main() {{ {number} println!(\"{{:?}}\", {expression}) }}\n");
        let program = Crate::new(name, &dependency("amo-codes"), &main);
        // Like a release, but the macros need not be built again.
        program.succeeds("build --config profile.dev.opt-level=3");
        let binary = fs::read(program.binary()).unwrap();
        let text = code!(tasks.244).description().as_bytes();
        binary.windows(text.len()).any(|window| window == text)
    };
    assert!(!contains_texts(
        "numbers",
        "(amo_codes::Tasks::from_number(number).map(i64::from), amo_codes::Code::by_number(number).len())"
    ));
    assert!(contains_texts("texts", "amo_codes::Code::by_number(number)[0].description()"));
}
