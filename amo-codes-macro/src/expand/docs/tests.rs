use amo_codes_table::read_bytes;

use super::{any_code, markdown};

#[test]
fn one_code_in_one_section_is_not_a_plural() {
    let reading = read_bytes("codes.toml", b"[a_b]\ntitle = \"T\"\n[a_b.1]\nname = \"One\"\ndescription = \"One\"\n");
    let doc = any_code(&reading.table);
    assert!(doc.starts_with("The table has 1 code in 1 section. "), "{doc}");
    assert!(doc.contains("[a_b.1](AB::One) | One — *not specified* |"), "{doc}");
}

#[test]
fn only_what_rustdoc_would_change_is_escaped() {
    for (text, escaped) in [
        ("Updating leads: are required (paid) - no, 1.5!", "Updating leads: are required (paid) - no, 1.5!"),
        ("\"id\" 'are --- required...", r#"\"id\" \'are -\-\- required.\.\."#),
        ("a [b] <i> `c` *d* | e\nf", r"a \[b\] \<i\> \`c\` \*d\* \| e f"),
        ("status_id _x_ &lt; ~a~ \\", r"status_id \_x\_ \&lt; \~a\~ \\"),
        ("1. One", r"1\. One"),
        ("# One", r"\# One"),
        ("- One", r"\- One"),
        ("see https://example.com", r"see https\://example.com"),
    ] {
        assert_eq!(markdown(text), escaped, "{text}");
    }
}
