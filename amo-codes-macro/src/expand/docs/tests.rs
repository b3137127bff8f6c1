use super::{MOST_LISTED, Shared, all_sections, any_code, counted, markdown, row, section};
use crate::fixtures::{TABLE, source, valid};

fn lines(doc: &str) -> Vec<&str> {
    doc.lines().collect()
}

#[test]
fn all_sections_link_each_number_and_mark_the_shared_ones() {
    assert_eq!(
        lines(&all_sections(&valid(TABLE))),
        [
            "Every section, with its numbers (bold: in several sections):",
            "",
            "| section | title | numbers |",
            "|---|---|---|",
            r"| [`Invoices`] | Responses about \[invoices\] | [**7**](Invoices::NotPaid) |",
            "| [`Refunds`] | Responses about refunds | [**7**](Refunds::None), [2002](Refunds::Done) |",
        ]
    );
}

#[test]
fn all_codes_are_listed_by_number() {
    let doc = any_code(&valid(TABLE));
    assert_eq!(
        lines(&doc),
        [
            "The table has 3 codes in 2 sections. Each variant holds a code of one section.",
            "",
            "| number | codes |",
            "|---|---|",
            r"| 7 | [`Invoices::NotPaid`](Invoices::NotPaid): Not \<paid\>.<br>[`Refunds::None`](Refunds::None): No refund. |",
            "| 2002 | [`Refunds::Done`](Refunds::Done): Paid back. |",
        ]
    );
}

#[test]
fn one_is_not_a_plural() {
    assert_eq!((counted(1, "section"), counted(2, "section")), ("one section".to_owned(), "2 sections".to_owned()));
}

#[test]
fn the_docs_of_a_section_list_its_numbers_codes_and_paths() {
    let table = valid(TABLE);
    assert_eq!(
        lines(&section(&Shared::of(&table), &table.sections[0])),
        [
            r"Responses about \[invoices\]: **7**.",
            "",
            "| number | code | HTTP | advice |",
            "|---|---|---|---|",
            r"| 7 | [`NotPaid`](Self::NotPaid): Not \<paid\>. | 402 | ask the user |",
            "",
            "Key: `invoices`. Paths: `/v1/invoices`.",
        ]
    );
    // No row of this section has a status, so there is no column for it.
    assert_eq!(
        lines(&section(&Shared::of(&table), &table.sections[1])),
        [
            "Responses about refunds: **7**, 2002.",
            "",
            "| number | code | advice |",
            "|---|---|---|",
            "| 7 | [`None`](Self::None): No refund. | fix the request |",
            "| 2002 | [`Done`](Self::Done): Paid back. | not an error |",
            "",
            "Key: `refunds`.",
        ]
    );
}

#[test]
fn many_numbers_are_counted_instead_of_listed() {
    for (count, first) in [(MOST_LISTED, "T: 0, 1, "), (MOST_LISTED + 1, "T: 41 codes of section `a`.")] {
        let rows = (0..count).map(|number| format!("[a.{number}]\nname = \"N{number}\"\ndescription = \"T\"\n"));
        let table = valid(&format!("[a]\ntitle = \"T\"\n{}", rows.collect::<String>()));
        let doc = section(&Shared::of(&table), &table.sections[0]);
        assert!(doc.starts_with(first), "{doc}");
    }
}

#[test]
fn the_docs_of_a_variant_have_its_row_and_its_location() {
    let table = valid(TABLE);
    let doc = |index: usize| row(&source(TABLE), &table.sections[index], &table.sections[index].rows[0]);
    assert_eq!(
        lines(&doc(0)),
        [
            r"Not \<paid\>.",
            "",
            "- address: `invoices.7`",
            "- HTTP status: 402",
            "- note: Sent once a day.",
            "- advice: ask the user",
            "- source: `codes.toml`, line 5",
        ]
    );
    assert_eq!(
        lines(&doc(1)),
        [
            "No refund.",
            "",
            "- address: `refunds.7`",
            "- advice: fix the request",
            "- not in the API's documentation",
            "- source: `codes.toml`, line 15",
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
