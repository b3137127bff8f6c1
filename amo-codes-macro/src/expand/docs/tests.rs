use super::{MOST_LISTED, Shared, any_code, code, overview, section, text, words};
use crate::model::Table;
use crate::pipe;
use crate::source::Source;

const SHOP: &str = r#"
[invoices]
title = "About [invoices]"
paths = ["/v1/invoices"]
[invoices.9]
name = "Paid"
text = "Paid."
[invoices.7]
name = "NotPaid"
text = "Not paid."
http = 402
note = "Sent *once*."
[orders]
title = "About orders"
[orders.7]
name = "OutOfStock"
text = "Out of stock."
"#;

fn read(text: &str) -> (Source, Table) {
    let source = Source::new(String::new(), "shop.toml".to_owned(), text);
    let (table, report) = pipe::read(&source);
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    (source, table)
}

#[test]
fn the_first_page_links_each_number_and_marks_the_shared_ones() {
    let (_, table) = read(SHOP);
    let rows: Vec<_> = overview(&table).lines().skip(2).map(str::to_owned).collect();
    assert_eq!(
        rows,
        [
            r"| [`Invoices`] | About \[invoices\] | [9](Invoices::Paid), [**7**](Invoices::NotPaid) |",
            "| [`Orders`] | About orders | [**7**](Orders::OutOfStock) |",
        ]
    );
}

#[test]
fn all_codes_stand_in_the_order_of_their_numbers() {
    let (_, table) = read(SHOP);
    let doc = any_code(&table);
    assert!(doc.starts_with("A code of the table: one of 3 in 2 sections, "), "{doc}");
    let rows: Vec<_> = doc.lines().skip(4).collect();
    assert_eq!(
        rows,
        [
            r"| 7 | [`Invoices::NotPaid`](Invoices::NotPaid): Not paid\.<br>[`Orders::OutOfStock`](Orders::OutOfStock): Out of stock\. |",
            r"| 9 | [`Invoices::Paid`](Invoices::Paid): Paid\. |",
        ]
    );
}

#[test]
fn a_section_lists_its_numbers_its_codes_and_its_requests() {
    let (_, table) = read(SHOP);
    assert_eq!(
        section(&Shared::of(&table), &table.sections[0]).lines().collect::<Vec<_>>(),
        [
            r"About \[invoices\]: 9, **7**.",
            "",
            "| number | name | words | HTTP | advice |",
            "|---|---|---|---|---|",
            r"| 9 | [`Paid`](Self::Paid) | Paid\. |  | fix the request |",
            r"| 7 | [`NotPaid`](Self::NotPaid) | Not paid\. | 402 | fix the request |",
            "",
            "Its key is `invoices`; it answers requests to `/v1/invoices`.",
        ]
    );
}

#[test]
fn many_numbers_are_counted_in_place_of_a_list() {
    let rows = |count: usize| -> String {
        let rows = (0..count).map(|number| format!("[a.{number}]\nname = \"N{number}\"\ntext = \"t\"\n"));
        rows.collect::<Vec<_>>().concat()
    };
    for (count, first) in [(MOST_LISTED, "t: 0, 1, "), (MOST_LISTED + 1, "t: 41 codes of section `a`.")] {
        let (_, table) = read(&format!("[a]\ntitle = \"t\"\n{}", rows(count)));
        let doc = section(&Shared::of(&table), &table.sections[0]);
        assert!(doc.starts_with(first), "{doc}");
    }
}

#[test]
fn a_variant_says_all_that_its_row_does_and_where_that_stands() {
    let (source, table) = read(SHOP);
    let invoices = &table.sections[0];
    assert_eq!(
        code(&source, invoices, &invoices.codes[1]).lines().collect::<Vec<_>>(),
        [
            r"Not paid\.",
            "",
            "- address: `invoices.7`",
            "- meaning: not paid",
            "- HTTP status: 402",
            r"- note: Sent \*once\*\.",
            "- advice: fix the request",
            "- source: `shop.toml`, line 8",
        ]
    );
}

#[test]
fn a_text_is_shown_to_the_letter() {
    assert_eq!(text(r#"'a' "b""#), r#"\'a\' \"b\""#);
    assert_eq!(text("a [b] <i> `c` *d* | e\nf"), r"a \[b\] \<i\> \`c\` \*d\* \| e f");
}

#[test]
fn a_name_is_read_as_words() {
    assert_eq!(words("AddLeadForbidden"), "add lead forbidden");
}
