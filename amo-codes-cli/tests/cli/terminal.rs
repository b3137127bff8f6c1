//! Terminals: colors, widths, and output that cannot be written.

use std::io::{Read, Write};
use std::process::Stdio;

use crate::{PROGRAM, finish, found, program, run};

const BOLD: &str = "\x1b[1mleads.217  UpdateLeadsParametersRequired\x1b[0m";

#[test]
fn color_is_used_only_in_terminals_or_on_request() {
    assert!(!found(&["217"]).contains('\x1b'));
    assert!(found(&["217", "--color", "always"]).contains(BOLD));
    let forced = finish(program(&["217", "239"]).env("CLICOLOR_FORCE", "1"), None);
    assert!(forced.output.contains(BOLD), "{:?}", forced.output);
    assert_eq!(forced.errors, "\x1b[1m\x1b[31merror:\x1b[0m unknown code 239 (nearest: 238, 240)\n");
    let never = finish(program(&["217", "--color", "never"]).env("CLICOLOR_FORCE", "1"), None);
    assert!(!never.output.contains('\x1b'));
}

/// Returns what the program prints in a terminal with this many columns.
#[cfg(target_os = "linux")]
fn in_terminal(columns: usize, arguments: &str, color: &str) -> String {
    let script = format!("stty rows 50 cols {columns}; {color} LC_ALL=C {PROGRAM} {arguments} < /dev/null");
    let mut terminal = std::process::Command::new("script");
    finish(terminal.args(["-qec", &script, "/dev/null"]).stdin(Stdio::null()), None).output
}

#[cfg(target_os = "linux")]
#[test]
fn no_color_is_respected_in_a_terminal() {
    assert!(in_terminal(80, "217", "TERM=xterm").contains("\x1b[1m"));
    assert!(!in_terminal(80, "217", "TERM=xterm NO_COLOR=1").contains('\x1b'));
}

#[cfg(target_os = "linux")]
#[test]
fn no_line_is_wider_than_the_terminal_and_no_name_is_broken() {
    for columns in [50, 70, 80, 110, 160] {
        for arguments in ["", "2002 113 401", "244", "--lang ru", "reply --path /api/v2/events --status 502"] {
            let output = in_terminal(columns, arguments, "NO_COLOR=1");
            // A path or a URL is not broken, even if it is wider.
            for line in output.lines().filter(|line| line.trim().contains(' ') && !line.contains("https://")) {
                assert!(line.chars().count() <= columns, "{columns}: {line}");
            }
        }
        let output = in_terminal(columns, "", "NO_COLOR=1");
        for name in ["UpdateContactsParametersRequired", "AddContactsCustomFieldNotFound"] {
            assert!(output.contains(name), "{columns}: {name}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn in_a_terminal_a_long_description_continues_below_its_beginning() {
    for (columns, arguments, beginning) in [(80, "authorization", 10), (110, "authorization", 57), (80, "113", 15)] {
        let output = in_terminal(columns, arguments, "NO_COLOR=1");
        let mut lines = output.lines().skip_while(|line| !line.contains("Access to this account is prohibited"));
        assert_eq!(lines.next().unwrap().find("Access"), Some(beginning), "{output}");
        assert_eq!(lines.next().unwrap().find(|letter| letter != ' '), Some(beginning), "{output}");
    }
}

/// The program starts only after its standard output is closed.
#[test]
fn a_reader_that_stops_reading_is_not_an_error() {
    for (arguments, exit) in [
        (&["--all"][..], 0),
        (&["--all", "--json"], 0),
        (&["page"], 0),
        (&["--completions", "zsh"], 0),
        (&["reply", "--path", "/", "--status", "429", "/dev/null"], 1),
    ] {
        let mut command = std::process::Command::new("sh");
        command.args(["-c", "read line; exec \"$0\" \"$@\"", PROGRAM]).args(arguments);
        let mut program = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(program.stdout.take());
        program.stdin.take().unwrap().write_all(b"start\n").unwrap();
        let mut errors = String::new();
        program.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!((program.wait().unwrap().code(), errors.as_str()), (Some(exit), ""), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_exits_with_2() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = program(&["217"]).stdin(Stdio::null()).stdout(full).output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(errors.starts_with("error: failed to write output: "), "{errors}");
    assert_eq!(run(&["217"]).exit, Some(0));
}
