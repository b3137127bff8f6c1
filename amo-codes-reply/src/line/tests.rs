use super::one_line;

#[test]
fn a_text_becomes_one_line_without_control_characters() {
    for (text, line) in [
        ("", ""),
        (" a\r\n\tb  c ", "a b c"),
        ("a\u{1b}[31mb", "a [31mb"),
        ("a\u{202e}b\u{2066}c \u{200f}d", "abc d"),
        ("a \u{202e} b\u{200e} ", "a b"),
        ("a\u{2028}b\u{85}c", "a b c"),
        ("a\u{200b}b\u{feff}c\u{ad}d", "abcd"),
    ] {
        assert_eq!(one_line(text, 300), line, "{text:?}");
    }
}

#[test]
fn a_long_text_is_shortened() {
    assert_eq!(one_line("абв", 3), "абв");
    assert_eq!(one_line("аб вг", 3), "аб…");
    assert_eq!(one_line("абв\n", 3), "абв");
}
