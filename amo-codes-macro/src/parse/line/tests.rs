use crate::fixtures::{HEADER, ROW, around, errors, help, message, read};
use crate::rule::Rule;

#[test]
fn the_fix_fits_the_mistake() {
    for (line, fix) in [
        ("a;2;Two;Text", "this looks like a row of a spreadsheet"),
        ("a,2,Two,Text", "this looks like a row of a spreadsheet"),
        ("a 2\tTwo", "this looks like a row of a spreadsheet"),
        ("one; two", "every line must be a header "),
        ("one, two", "every line must be a header "),
        ("one two", "every line must be a header "),
        ("x", "every line must be a header "),
        ("--", "every line must be a header "),
        ("note = a; b; c", "put the text in quotes: `note = \"a; b; c\"`"),
        ("name = NotFound", "put the text in quotes: `name = \"NotFound\"`"),
        ("name = InvalidRequest # x", "put the text in quotes: `name = \"InvalidRequest\"`"),
        ("name = TokenExpired", "put the text in quotes: `name = \"TokenExpired\"`"),
        ("note = a \"b\" c", "write text in quotes: `note = \"…\"`; inside quotes, write"),
        ("note =", "write text in quotes: `note = \"…\"`; inside quotes, write"),
        ("note \"a\"", "write `note = \"a\"`"),
        ("note == \"a\"", "delete it"),
        ("note = \"a\",", "delete it"),
        ("note = \"a\"; # x", "delete it"),
        ("note = 'a' // x", "begin a comment with `#`"),
        ("note = \"C:\\Users\"", "write text in quotes; inside quotes, write `\"` as `\\\"` and `\\` as `\\\\`"),
        ("note = 'it's'", "write the text in double quotes: in single quotes, it ends at the next `'`"),
        ("note = a\"", "put the text in quotes: `note = \"a\"`"),
        ("advice = ask-user", "write `\"not-an-error\"`, `\"not-found\"`, "),
        ("http = 402,", "delete it"),
        ("http = 402 // x", "begin a comment with `#`"),
        ("http = 4O2", "write a number from 100 to 599 without quotes: `http = 402`"),
        ("http = 0402", "write a number from 100 to 599 without quotes: `http = 402`"),
        ("http =", "write a number from 100 to 599 without quotes: `http = 402`"),
        ("undocumented = True", "write `undocumented = true`, or omit the key"),
        ("undocumented = yes", "write `undocumented = true`, or omit the key"),
        ("{", "delete it"),
        ("[a.2\nname = \"Two\"", "write `[a.2]`"),
        ("[v5\ntitle = \"V\"", "write `[v5]`"),
        ("[A", "write the header of a section as `[invoices]`, that of a code as `[invoices.7]`"),
        ("a.2]", "write `[a.2]`"),
        ("[a:2]", "write `[a.2]`"),
        ("[a2]\nname = \"Two\"\ndescription = \"Two\"", "write `[a.2]`"),
        ("[[a.2]]", "write `[a.2]`"),
        ("[a.2.0]\nname = \"Two\"\ndescription = \"Two\"", "write `[a.2]`"),
        ("paths = one", "write an array of paths: `paths = [\"/v1/invoices\"]`"),
        ("note = \"a \"b\" c\"", "inside quotes, write `\"` as `\\\"`"),
        ("[a.007]", "write `[a.7]`"),
        ("[a.-7]", "write `[a.7]`"),
        ("[a.1_0]", "write `[a.10]`"),
        ("[a.code_7]", "write `[a.7]`"),
        ("[a.E7]", "write `[a.7]`"),
        ("[a.0x1F]", "write the header of a code with its section and its number, such as `[a.217]`"),
        ("[a.\"1.5\"]", "write the header of a code with its section and its number, such as `[a.217]`"),
        ("[a.1e3]", "write the header of a code with its section and its number, such as `[a.217]`"),
        ("[a.code_217_x9]", "write the header of a code with its section and its number, such as `[a.217]`"),
        ("[a.\"２17\"]", "write the header of a code with its section and its number, such as `[a.217]`"),
        ("[a.99999]", "use a number from 0 to 65535"),
        ("a..b = 1", "write the key without quotes and dots, such as `note = \"…\"`"),
        ("titel = \"A\"", "expected `name`, `description`, `http`, `note`, `advice` or `undocumented`"),
        ("meta.since = 7", "expected `name`, `description`, `http`, `note`, `advice` or `undocumented`"),
        ("http = \"402\"", "remove the quotes: `402`"),
        ("http = \"42\"", "omit `http` unless the documentation gives a status"),
        ("http = \"0402\"", "omit `http` unless the documentation gives a status"),
        ("advice = 5", "write `\"not-an-error\"`, `\"not-found\"`, "),
        ("advice = \"ask_user\"", "expected `not-an-error`, `not-found`, "),
        ("undocumented = \"true\"", "remove the quotes: `true`"),
        ("undocumented = \"yes\"", "write `true`, or omit the key"),
        ("undocumented = 1", "write `true`, or omit the key"),
        ("note = 7", "add quotes: `\"7\"`"),
        ("note = true", "add quotes: `\"true\"`"),
        ("note = ''", "omit the key if the documentation has no note"),
        ("note = []", "write text in quotes"),
        ("[a.2]\nname = 7\ndescription = 'T'", "write what happened in UpperCamelCase"),
        ("[a.2]\nname = ''\ndescription = 'T'", "write what happened in UpperCamelCase"),
        ("[a.2]\nname = 'T'\ndescription = ''", "copy the description from the documentation"),
        ("[b]\ntitle = ''\n[b.1]\nname = 'B'\ndescription = 'B'", "copy the title from the documentation"),
    ] {
        assert_fix(line, fix);
    }
    assert_eq!(help(&around("", "note = 'a\n")), "add the closing `'`");
    assert_eq!(help(&around("", "note = \"a\n")), r#"add the closing `"`; inside quotes, write `"` as `\"`"#);
    assert!(help(&format!("[a.title]\n{ROW}")).starts_with("write `title = …` below the header of section `a`"));
    for (line, fix) in [
        ("paths = \"/b\"", "write an array: `[\"/b\"]`"),
        ("paths = \"b\"", "write an array of paths, such as `[\"/v1/invoices\"]`"),
        ("paths = 7", "write an array of paths, such as `[\"/v1/invoices\"]`"),
        ("paths = [7]", "write a path in quotes, such as `\"/v1/invoices\"`"),
        ("7 = 1", "write `[a.7]`, with `name` and `description` below it"),
        ("\"\" = 1", "expected `title` or `paths`"),
        ("path = []", "expected `title` or `paths`"),
        ("name = \"One\"", "add the missing header before it, such as `[a.NUMBER]`"),
    ] {
        let fixed = help(&format!("{HEADER}{line}\n{ROW}"));
        assert!(fixed.starts_with(fix), "{line}: {fixed}");
    }
}

#[test]
fn the_fix_fits_lines_in_the_format_of_another_program() {
    for (line, fix) in [
        // A key with another separator than `=`.
        ("http 402", "write `http = 402`"),
        ("http: 402", "write `http = 402`"),
        ("note: a b", "put the text in quotes: `note = \"a b\"`"),
        ("note:\t'a'", "write `note = 'a'`"),
        ("undocumented: true", "write `undocumented = true`, or omit the key"),
        ("paths: [\"/a\"]", "write `paths = [\"/a\"]`"),
        ("note: \"a\",", "write `note = \"a\"`"),
        ("http: 404 Not Found", "write a number from 100 to 599 without quotes: `http = 402`"),
        ("http: \"404\"", "write a number from 100 to 599 without quotes: `http = 402`"),
        ("undocumented: \"true\"", "write `undocumented = true`, or omit the key"),
        ("note: a # b", "put the text in quotes: `note = \"a\"`"),
        ("note \"\"\"\na\n\"\"\"", "write text in quotes: `note = \"…\"`"),
        // Several values.
        ("paths = \"/a\", \"/b\"]", "write an array of paths: `paths = [\"/a\", \"/b\"]`"),
        ("paths = /a", "write an array of paths: `paths = [\"/a\"]`"),
        ("paths = (\"/a\", “/b”)", "write an array of paths: `paths = [\"/a\", \"/b\"]`"),
        ("paths = {/a; /b}", "write an array of paths: `paths = [\"/a\", \"/b\"]`"),
        ("paths = \"/a\", \"b\"", "write an array of paths: `paths = [\"/v1/invoices\"]`"),
        ("paths = (", "write an array of paths: `paths = [\"/v1/invoices\"]`"),
        ("note = \"a\" http = 402", "write each key with its value on a line of its own"),
        ("note = \"a\", http = 402", "write each key with its value on a line of its own"),
        ("http = 402; note = \"a\"", "write each key with its value on a line of its own"),
        ("note = \"Field \"a=5\" is wrong\"", "inside quotes, write `\"` as `\\\"`"),
        ("note = \"a\", \"b\"", "inside quotes, write `\"` as `\\\"`"),
        ("note = 404,", "put the text in quotes: `note = \"404,\"`"),
        ("note = 404, a", "put the text in quotes: `note = \"404, a\"`"),
        ("\"7\",\"Seven\",\"Text\"", "this looks like a row of a spreadsheet"),
        ("#paths = [\n  \"/a\",\n  \"/b\",\n]", "every line must be a header "),
        ("[a.2] name = \"Two\"", "write each key with its value on a line of its own"),
        // Other quotes.
        ("note = “a b”", "put the text in quotes: `note = \"a b\"`"),
        ("note = «a»", "put the text in quotes: `note = \"a\"`"),
        ("note = `a`", "put the text in quotes: `note = \"a\"`"),
        ("note = See `a`", "put the text in quotes: `note = \"See `a`\"`"),
        ("note = “””\na\n“””", "write text in quotes: `note = \"…\"`"),
        // Characters that cannot be seen, or look like others.
        ("\u{feff}[a.2]", "delete it"),
        ("\u{feff}[b]", "delete it"),
        ("http\u{a0}= 402", "replace it with a space"),
        ("http =\u{2009}402", "replace it with a space"),
        ("note = \"a\"\u{a0}", "replace it with a space"),
        ("\u{c}http = 402", "replace it with a space"),
        ("\u{200b}http = 402", "delete it"),
        ("nоte = \"a\"", "replace it: keys have only the letters `a` to `z`, digits and `_`"),
        ("[а.2]", "replace it: keys have only the letters `a` to `z`, digits and `_`"),
        ("ошибка", "every line must be a header "),
        ("http = 4O2 # a\u{a0}", "write a number from 100 to 599 without quotes: `http = 402`"),
        ("note = a\u{a0}b", "put the text in quotes: `note = \"a\u{a0}b\"`"),
        ("[a.2] — два", "write the header of a section as `[invoices]`"),
        ("text with a (ошибка)", "every line must be a header "),
        ("- note: Не найдено (404)", "every line must be a header "),
        ("[a.", "write the header of a section as `[invoices]`"),
        ("[a.]", "write the header of a section as `[invoices]`"),
        ("note = ошибка", "put the text in quotes: `note = \"ошибка\"`"),
        // Strings of several lines.
        ("note = \"\"\"\nC:\\data\n\"\"\"", "inside quotes, write `\\` as `\\\\`"),
        ("note = \"\"\"\na\n\"\"\",", "delete it"),
        ("\"\"\"", "delete it, or write the key of the string before it: `description = \"\"\"`"),
        ("  '''\nnote = 'a'", "delete it, or write the key of the string before it: `description = '''`"),
        ("[a.2.7]", "write `[a.2]` or `[a.27]`"),
        ("paths = [\"/a\"]", "move it below `[a]`, or add the missing header of its section before it"),
        ("documented = true", "expected `name`, `description`, `http`, `note`, `advice` or `undocumented`"),
    ] {
        assert_fix(line, fix);
    }
}

#[test]
fn a_broken_line_is_marked_where_it_is_wrong() {
    for (line, column, marked, expected) in [
        ("note = a; b; c", 8, "a; b; c", "missing quotes"),
        ("  name = NotFound # x", 10, "NotFound", "missing quotes"),
        ("note =", 7, "", "`note` has no value"),
        ("note =  ", 9, "", "`note` has no value"),
        (r#"note "a""#, 5, "", "expected `=` after `note`"),
        (r#"  note  "a""#, 7, "", "expected `=` after `note`"),
        (r#"note == "a""#, 7, "=", "unexpected second `=`"),
        (r#"note = "a","#, 11, ",", "unexpected `,`"),
        (r#"note = "a" ; # x"#, 12, ";", "unexpected `;`"),
        ("note = 'a' // x", 12, "//", "unexpected `//`"),
        (r#"note = "a \"b\"" c "#, 18, "c", "unexpected text after the closing quote"),
        (r"note = 'it\'s' ", 13, "s'", "unexpected text after the closing quote"),
        (r#"note = "a "b" c""#, 12, r#"b" c""#, "unexpected text after the closing quote"),
        ("http = 4O2", 8, "4O2", "invalid value of `http`"),
        ("http =  0402 # x", 9, "0402", "invalid value of `http`"),
        ("http =", 7, "", "`http` has no value"),
        ("undocumented = yes", 16, "yes", "invalid value of `undocumented`"),
        ("  { ", 3, "{", "unexpected `{`"),
        ("  [a.2 # x", 7, "", "unclosed header, expected `]`"),
        ("a.2]", 1, "a.2]", "invalid header"),
        ("  (a.2) ", 3, "(a.2)", "invalid header"),
        ("- [a.2]", 1, "- [a.2]", "invalid header"),
        ("[a:2]", 3, ":", "invalid header"),
        ("one two", 5, "", "key with no value, expected `=`"),
        ("a;2;Two;Text", 13, "", "key with no value, expected `=`"),
        (
            r#"note = "a\qb""#,
            11,
            "",
            r#"missing escaped value, expected `b`, `e`, `f`, `n`, `r`, `\`, `"`, `x`, `u`, `U`"#,
        ),
        ("a..b = 1", 3, "", "unquoted keys cannot be empty, expected letters, numbers, `-`, `_`"),
        ("=", 1, "=", "unexpected `=`"),
        ("  http 402", 7, "", "expected `=` after `http`"),
        ("note:  'a'", 5, "", "expected `=` after `note`"),
        ("paths =  \"/a\", \"/b\" # x", 10, "\"/a\", \"/b\"", "invalid value of `paths`"),
        ("note = \"a\",  http = 402 ", 11, ",  http = 402", "unexpected text after the value"),
        ("[a.2]  name = \"Two\" # x", 8, "name = \"Two\"", "unexpected text after the header"),
        ("  \u{feff}[b]", 3, "\u{feff}", "unexpected character U+FEFF"),
        ("note = \"a\"\u{a0} ", 11, "\u{a0}", "unexpected character U+00A0"),
        ("nоte = \"a\"", 2, "о", "unexpected character U+043E"),
        ("  '''", 3, "'''", "unexpected `'''`"),
        ("note =\n  [\"/a\"]", 7, "", "`note` has no value"),
        ("paths =\n\n[\n\"/a\"]", 8, "", "`paths` has no value"),
        ("paths =\n[ \"/a\" ]", 8, "", "`paths` has no value"),
        ("paths = # all\n['/a']", 9, "", "invalid value of `paths`"),
        ("note =\n\"\"\"\na\n\"\"\"", 7, "", "`note` has no value"),
        ("note = a\nstray [x]", 8, "a", "missing quotes"),
        ("note = “””\na\n“””", 8, "“””", "missing quotes"),
        ("note: \"\"\"\na\n\"\"\"", 5, "", "expected `=` after `note`"),
        ("paths = (\n  \"/a\",\n)", 9, "(", "invalid value of `paths`"),
        ("x = {", 6, "", "unclosed inline table, expected `}`"),
    ] {
        let text = around("", &format!("{line}\n"));
        assert_eq!((message(&text).as_str(), errors(&text)), (expected, vec![(Rule::Syntax, 6, column)]), "{line}");
        let span = read(&text).1.remove(0).span.expect("an error in a file has a span");
        assert_eq!(&text[span], marked, "{line}");
    }
}

/// Asserts that the only error of a table with these lines at its end has this fix.
fn assert_fix(lines: &str, fix: &str) {
    let found = help(&around("", &format!("{lines}\n")));
    assert!(found.starts_with(fix), "{lines}: {found}");
}
