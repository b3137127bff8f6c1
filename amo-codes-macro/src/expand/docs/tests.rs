use amo_codes_table::{Source, Table, read_bytes};

use super::super::tests::TABLE;
use super::{all_sections, any_code, markdown, row, section};

fn read(table: &str) -> (Source, Table) {
    let reading = read_bytes("codes.toml", table.as_bytes());
    assert_eq!(reading.errors().collect::<Vec<_>>(), [""; 0]);
    (reading.source.unwrap(), reading.table)
}

fn lines(doc: &str) -> Vec<&str> {
    doc.lines().collect()
}

#[test]
fn all_sections_link_each_number_and_mark_the_shared_ones() {
    let (_, table) = read(TABLE);
    assert_eq!(
        lines(&all_sections(&table)),
        [
            "The sections with their numbers. A number in bold is in several sections.",
            "",
            "| section | numbers |",
            "|---|---|",
            r"| [`Invoices`]: Responses about \[invoices\] | [**7**](Invoices::NotPaid) |",
            "| [`Refunds`]: Responses about refunds | [-7](Refunds::None), [**7**](Refunds::Done) |",
        ]
    );
}

#[test]
fn all_codes_are_listed_by_number_with_their_advice() {
    let (_, table) = read(TABLE);
    assert_eq!(
        lines(&any_code(&table)),
        [
            "The table has 3 codes in 2 sections. Each variant holds a code of one section.",
            "",
            "| address | meaning and advice |",
            "|---|---|",
            "| [refunds.-7](Refunds::None) | No refund. — *fix the request* |",
            r"| [invoices.7](Invoices::NotPaid) | Not \<paid\>. — *ask the user* |",
            "| [refunds.7](Refunds::Done) | Paid back. — *not an error* |",
        ]
    );
    let (_, one) = read("[a_b]\ntitle = \"T\"\n[a_b.1]\nname = \"One\"\ndescription = \"One\"\n");
    let doc = any_code(&one);
    assert!(doc.starts_with("The table has 1 code in 1 section. "), "{doc}");
    assert!(doc.contains("[a_b.1](AB::One) | One — *not specified* |"), "{doc}");
}

#[test]
fn the_docs_of_a_section_list_its_numbers_codes_and_paths() {
    let (_, table) = read(TABLE);
    assert_eq!(
        lines(&section(&table.sections[0])),
        [
            r"Responses about \[invoices\].",
            "",
            "| number | code |",
            "|---|---|",
            r"| 7 | [`NotPaid`](Self::NotPaid): Not \<paid\>. — *ask the user* |",
            "",
            "Key: `invoices`. Paths: `/v1/invoices`.",
        ]
    );
    let refunds = section(&table.sections[1]);
    assert!(refunds.ends_with("\nKey: `refunds`."), "{refunds}");
}

#[test]
fn the_docs_of_a_variant_have_its_row_and_its_location() {
    let (source, table) = read(TABLE);
    let doc = |index: usize| row(&source, &table.sections[index], &table.sections[index].rows[0]);
    assert_eq!(
        lines(&doc(0)),
        [
            r"Not \<paid\>.",
            "",
            "- address: `invoices.7`",
            r"- name: NOT_PAID",
            "- HTTP status: 402",
            "- note: Sent once a day.",
            "- advice: ask the user",
            "- documentation: <https://example.com/7>",
            "- source: `codes.toml`, line 6",
        ]
    );
    assert_eq!(
        lines(&doc(1)),
        [
            "No refund.",
            "",
            "- address: `refunds.-7`",
            "- advice: fix the request",
            "- not in the API's documentation",
            "- source: `codes.toml`, line 17",
        ]
    );
}

#[test]
fn only_what_would_change_a_text_is_escaped() {
    for (text, escaped) in [
        (
            "Updating leads: \"id\" 'are required (paid) - no, 1.5!",
            "Updating leads: \"id\" 'are required (paid) - no, 1.5!",
        ),
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
