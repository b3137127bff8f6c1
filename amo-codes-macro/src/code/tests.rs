use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;
use syn::Error;

use super::{compile_error, forward, rows, variant};
use crate::expand::tests::TABLE;

const ROWS: &str =
    " -32602:rpc:InvalidParams 7:invoices:NotPaid 7:refunds:None 17:type:Keyword 70:invoices:Late 2002:refunds:Done ";

/// Returns the expansion of `code!` for a table, without spaces.
fn code(rows: &str, arguments: TokenStream) -> Result<String, String> {
    let tokens = variant(quote!(krate #rows #arguments)).map_err(|error| error.to_string())?;
    Ok(tokens.to_string().replace(' ', ""))
}

fn error(rows: &str, arguments: TokenStream) -> String {
    code(rows, arguments).unwrap_err()
}

#[test]
fn a_number_becomes_the_path_of_its_variant() {
    for (arguments, path) in [
        (quote!(70), "krate::Code::Invoices(krate::Invoices::Late)"),
        (quote!(0x46), "krate::Code::Invoices(krate::Invoices::Late)"),
        (quote!(7_0u16,), "krate::Code::Invoices(krate::Invoices::Late)"),
        (quote!(refunds.7), "krate::Code::Refunds(krate::Refunds::None)"),
        (quote!(type.17), "krate::Code::Type(krate::Type::Keyword)"),
        (quote!(r#type.17), "krate::Code::Type(krate::Type::Keyword)"),
        (quote!(7 in Refunds), "krate::Refunds::None"),
        (quote!(7 in billing::Refunds), "billing::__amo_codes::Refunds::None"),
        (quote!(7 in ::a::b::Refunds,), "::a::b::__amo_codes::Refunds::None"),
        (quote!(70 in Code), "krate::Code::Invoices(krate::Invoices::Late)"),
        (quote!(-32602), "krate::Code::Rpc(krate::Rpc::InvalidParams)"),
        (quote!(rpc.-0x7F5A), "krate::Code::Rpc(krate::Rpc::InvalidParams)"),
        (
            quote!(-32602 in api::rpc::Code),
            "api::rpc::__amo_codes::Code::Rpc(api::rpc::__amo_codes::Rpc::InvalidParams)",
        ),
        (quote!(refunds.7 in crate::Code), "crate::__amo_codes::Code::Refunds(crate::__amo_codes::Refunds::None)"),
    ] {
        assert_eq!(code(ROWS, arguments), Ok(path.to_owned()));
    }
}

#[test]
fn every_row_of_a_table_becomes_its_variant() {
    let reading = amo_codes_table::read_bytes("codes.toml", TABLE.as_bytes());
    let (literal, all) = (rows(&reading.table, false), reading.table.by_number());
    for row in &all {
        let section = reading.table.section_of(row);
        let (key, number) = (&section.key.value, row.number.value);
        let (number, key) = (Literal::i64_unsuffixed(number), Ident::new(key, Span::call_site()));
        let (code_of, variant) = (&section.type_name, &row.variant);
        let expected = format!("krate::Code::{code_of}(krate::{code_of}::{variant})");
        assert_eq!(code(&literal, quote!(#key.#number)).as_ref(), Ok(&expected));
        let is_unique = all.iter().filter(|other| other.number.value == row.number.value).count() == 1;
        assert_eq!(code(&literal, quote!(#number)) == Ok(expected), is_unique);
        let of = Ident::new(code_of, Span::call_site());
        assert_eq!(code(&literal, quote!(#number in #of)), Ok(format!("krate::{code_of}::{variant}")));
    }
    assert!(!all.is_empty());
}

#[test]
fn an_unknown_number_shows_the_nearest() {
    for (arguments, message) in [
        (quote!(0 in a::Code), "unknown code 0 (nearest: -32602, 7)"),
        (quote!(-40_000 in a::Code), "unknown code -40_000 (nearest: -32602)"),
        (quote!(-99_999_999_999_999_999_999 in a::Code), "unknown code -99_999_999_999_999_999_999 (nearest: -32602)"),
        (quote!(218_000 in a::Code), "unknown code 218_000 (nearest: 2002)"),
        (
            quote!(0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF in a::Code),
            "unknown code 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF (nearest: 2002)",
        ),
        (quote!(-7 in a::Code), "unknown code -7 (nearest: -32602, 7)"),
    ] {
        assert_eq!(error(ROWS, arguments), message);
    }
}

#[test]
fn an_unknown_number_without_a_path_may_be_of_the_users_own_table() {
    let path = "; for your own table, write its path, such as `in billing::Code` or `in crate::Code`";
    for arguments in [quote!(8), quote!(8 in Code)] {
        assert_eq!(error(ROWS, arguments), format!("unknown code 8 (nearest: 7, 17){path}"));
    }
}

#[test]
fn an_unknown_number_may_be_an_http_status() {
    let status = "; an HTTP status is an `HttpStatus`, not a code";
    for (number, is_status) in [(399, false), (400, true), (404, true), (599, true), (600, false)] {
        let number = Literal::i64_unsuffixed(number);
        for arguments in [quote!(#number in a::Code), quote!(refunds.#number), quote!(#number in a::Refunds)] {
            assert_eq!(error(ROWS, arguments).ends_with(status), is_status);
        }
        assert_eq!(error(ROWS, quote!(#number)).contains(&format!("{status}; for your own table")), is_status);
    }
}

#[test]
fn an_ambiguous_number_shows_what_to_write() {
    assert_eq!(
        error(ROWS, quote!(7)),
        "7 is ambiguous: 2 sections define it; write `code!(invoices.7)` or `code!(refunds.7)`"
    );
    assert_eq!(
        error(ROWS, quote!(0x7 in billing::Code)),
        "0x7 is ambiguous: 2 sections define it; write `code!(invoices.0x7 in billing::Code)` or \
         `code!(refunds.0x7 in billing::Code)`"
    );
}

#[test]
fn a_section_without_the_number_shows_those_that_have_it() {
    for (arguments, message) in [
        (quote!(refunds.70), "section `refunds` has no code 70, did you mean `code!(invoices.70)`?"),
        (quote!(70 in Refunds), "`Refunds` has no code 70, did you mean `code!(70 in Invoices)`?"),
        (
            quote!(7 in a::Type),
            "`Type` has no code 7, did you mean `code!(7 in a::Invoices)` or `code!(7 in a::Refunds)`?",
        ),
        (quote!(refunds.8), "section `refunds` has no code 8, and no other section has it (nearest: 7, 2002)"),
        (
            quote!(refunds.8 in Refunds),
            "section `refunds` has no code 8, and no other section has it (nearest: 7, 2002)",
        ),
        (quote!(8 in Invoices), "`Invoices` has no code 8, and no other section has it (nearest: 7, 70)"),
    ] {
        assert_eq!(error(ROWS, arguments), message);
    }
}

#[test]
fn an_unknown_section_or_type_is_an_error() {
    for (arguments, message) in [
        (quote!(refund.7), "unknown section `refund`, did you mean `refunds`?"),
        (quote!(abc.7 in a::Code), "unknown section `abc`, expected `invoices`, `refunds`, `rpc` or `type`"),
        (
            quote!(abc.7),
            "unknown section `abc`, expected `invoices`, `refunds`, `rpc` or `type`; for your own table, write its path, such as \
             `in billing::Code` or `in crate::Code`",
        ),
        (quote!(7 in Refund), "`Refund` is not a type of the table, did you mean `Refunds`?"),
        (
            quote!(7 in Orders),
            "`Orders` is not a type of amoCRM's table; for your own table, write the path, such as `billing::Orders`",
        ),
        (quote!(7 in a::Orders), "`Orders` is not a code type; expected `Code` or the type of a section"),
        (quote!(7 in u16), "`u16` is not a code type; expected `Code` or the type of a section"),
        (quote!(7 in Section), "`Section` is not a code type; expected `Code` or the type of a section"),
        (quote!(7 in _), "`_` is not a code type; expected `Code` or the type of a section"),
    ] {
        assert_eq!(error(ROWS, arguments), message);
    }
}

#[test]
fn a_type_of_another_section_is_an_error() {
    for (arguments, message) in [
        (quote!(refunds.7 in Invoices), "`Invoices` is not the type of section `refunds`, did you mean `Refunds`?"),
        (quote!(invoices.70 in Type), "`Type` is not the type of section `invoices`, did you mean `Invoices`?"),
        (
            quote!(type.999 in billing::Invoices),
            "`Invoices` is not the type of section `type`, did you mean `billing::Type`?",
        ),
    ] {
        assert_eq!(error(ROWS, arguments), message);
    }
}

#[test]
fn a_missing_row_of_a_table_with_errors_refers_to_the_errors() {
    let rows = format!("!{ROWS}");
    assert_eq!(code(&rows, quote!(70)).as_deref(), Ok("krate::Code::Invoices(krate::Invoices::Late)"));
    assert!(error(&rows, quote!(7)).starts_with("7 is ambiguous"));
    for (arguments, message) in [
        (quote!(8), "there is no code 8; the table has errors, see above"),
        (quote!(refunds.70), "there is no code 70; the table has errors, see above"),
        (quote!(70 in Refunds), "there is no code 70; the table has errors, see above"),
        (quote!(refund.7), "there is no section `refund`; the table has errors, see above"),
        (quote!(7 in a::Refund), "there is no type `Refund`; the table has errors, see above"),
    ] {
        assert_eq!(error(&rows, arguments), message);
    }
    // The type of a table without rows is an error that has been reported.
    for (arguments, path) in [(quote!(7), "<krate::Code>::E"), (quote!(a.7 in b::Code), "<b::__amo_codes::Code>::E")] {
        assert_eq!(code("! ", arguments), Ok(path.to_owned()));
    }
}

#[test]
fn invalid_arguments_show_the_usage() {
    for arguments in [
        quote!(),
        quote!("217"),
        quote!(217.0),
        quote!(217 218),
        quote!(217, Leads),
        quote!(217 in Leads, 8),
        quote!(tasks.),
        quote!(tasks::217),
        quote!(tasks 217),
        quote!(tasks, 217),
        quote!(in Tasks),
        quote!(-),
        quote!(--7),
        quote!(tasks.-),
        quote!((217)),
        quote!(217f32),
        quote!(217foo),
    ] {
        let message = error(ROWS, arguments.clone());
        assert!(message.starts_with("expected a number, such as `code!(217)`, "), "{arguments}: {message}");
    }
    for arguments in
        [quote!(7 in), quote!(7 in billing::), quote!(7 in 8), quote!(7 in Vec<u8>), quote!(7 in dyn Tasks)]
    {
        let message = error(ROWS, arguments.clone());
        assert!(message.starts_with("expected the type of a section or `Code`, "), "{arguments}: {message}");
    }
    for arguments in [quote!(number), quote!(number in Leads)] {
        let message = error(ROWS, arguments.clone());
        assert!(message.starts_with("`number` is not an integer literal; to look up "), "{arguments}: {message}");
    }
    for arguments in [quote!(7 in Self), quote!(7 in Self::Refunds)] {
        assert_eq!(
            error(ROWS, arguments),
            "`Self` does not say which table is meant; write the type's path, such as `code!(7 in billing::Invoices)`"
        );
    }
}

#[test]
fn a_path_with_too_much_or_in_the_wrong_place_shows_what_to_write() {
    for (arguments, message) in [
        (quote!(-7 in Section::Refunds), "`Section` is not a module; write `code!(-7 in Refunds)`"),
        (quote!(7 in billing::Code::Refunds), "`Code` is not a module; write `code!(7 in billing::Refunds)`"),
        (quote!(7 in billing::Refunds::None), "`Refunds` is not a module; write `code!(7 in billing::Refunds)`"),
        (
            quote!(billing.refunds.7),
            "`billing` is not a section; for your own table, write `code!(refunds.7 in billing::Code)`",
        ),
        (quote!(a.b.refunds.-7), "`a` is not a section; for your own table, write `code!(refunds.-7 in a::b::Code)`"),
    ] {
        assert_eq!(error(ROWS, arguments), message);
    }
}

#[test]
fn a_name_shows_its_number() {
    let rows = format!("{ROWS}3000:refunds:Late ");
    for (arguments, message) in [
        (quote!(NotPaid), "`NotPaid` is a name; write its number, `code!(invoices.7)`"),
        (quote!(Late), "`Late` is a name; write its number, `code!(invoices.70)` or `code!(refunds.3000)`"),
        (quote!(invoices.Late), "`Late` is a name; write its number, `code!(invoices.70)`"),
        (quote!(Late in a::Refunds), "`Late` is a name; write its number, `code!(3000 in a::Refunds)`"),
        (
            quote!(Late in a::Code,),
            "`Late` is a name; write its number, `code!(invoices.70 in a::Code)` or `code!(refunds.3000 in a::Code)`",
        ),
    ] {
        assert_eq!(error(&rows, arguments), message);
    }
}

/// Returns what `code!` with a path expands to, without spaces.
fn forwarded(arguments: TokenStream) -> String {
    forward(quote!(krate #arguments)).unwrap().to_string().replace(' ', "")
}

#[test]
fn a_path_leads_to_the_table_next_to_its_type() {
    assert_eq!(forwarded(quote!(7 in billing::Code)), "billing::__amo_codes::__code!(7inbilling::Code)");
    assert_eq!(forwarded(quote!(a.7 in ::b::c::Code,)), "::b::c::__amo_codes::__code!(a.7in::b::c::Code,)");
    assert_eq!(forwarded(quote!(7 in crate::Code)), "crate::__amo_codes::__code!(7incrate::Code)");
    assert!(forward(quote!(krate 7 in billing::)).is_err());
}

#[test]
fn the_arguments_may_come_through_another_macro() {
    let grouped = |tokens| TokenTree::Group(Group::new(Delimiter::None, tokens));
    let (number, path, name) = (grouped(quote!(7)), grouped(quote!(billing::Refunds)), grouped(quote!(Refunds)));
    assert_eq!(forwarded(quote!(#number in #path)), "billing::__amo_codes::__code!(7inbilling::Refunds)");
    assert_eq!(forwarded(quote!(#number in #name)), "krate::__code!(7inRefunds)");
    assert_eq!(code(ROWS, quote!(#number in #path)).as_deref(), Ok("billing::__amo_codes::Refunds::None"));
}

#[test]
fn a_wrong_call_becomes_one_error_without_a_type() {
    let error = Error::new(Span::call_site(), "unknown code 8");
    let expected = "<[();::core::compile_error!{\"unknowncode8\"}]>::E";
    assert_eq!(compile_error(&error).to_string().replace(' ', ""), expected);
}

/// A table of words, of which `funds` is in two sections.
const WORDS: &str = "# 22P02:sql:BadText a.b:cards:Dotted card_declined:cards:CardDeclined funds:cards:Funds \
                     funds:declines:Funds type:cards:Type ";

#[test]
fn a_word_becomes_the_path_of_its_variant() {
    for (arguments, path) in [
        (quote!(card_declined in a::Code), "a::__amo_codes::Code::Cards(a::__amo_codes::Cards::CardDeclined)"),
        (quote!("card_declined" in a::Cards), "a::__amo_codes::Cards::CardDeclined"),
        (quote!(cards.card_declined in a::Cards,), "a::__amo_codes::Cards::CardDeclined"),
        (quote!(declines.funds in a::Code), "a::__amo_codes::Code::Declines(a::__amo_codes::Declines::Funds)"),
        (quote!(type in a::Cards), "a::__amo_codes::Cards::Type"),
        (quote!("22P02" in a::Sql), "a::__amo_codes::Sql::BadText"),
        (quote!(22P02 in a::Sql), "a::__amo_codes::Sql::BadText"),
        (quote!(sql.22P02 in a::Sql), "a::__amo_codes::Sql::BadText"),
        (quote!(cards."a.b" in a::Cards), "a::__amo_codes::Cards::Dotted"),
    ] {
        assert_eq!(code(WORDS, arguments), Ok(path.to_owned()));
    }
}

#[test]
fn a_wrong_word_shows_what_to_write() {
    let word = "expected a word, such as `code!(not_found in errors::Code)` or `code!(\"not-found\" in errors::Code)`";
    for (arguments, message) in [
        (
            quote!(card_declned in a::Code),
            "unknown code `card_declned`, did you mean `code!(cards.card_declined in a::Code)`?",
        ),
        (quote!("22P03" in a::Code), "unknown code `22P03`, did you mean `code!(sql.\"22P02\" in a::Code)`?"),
        (quote!(404 in a::Code), "unknown code `404`"),
        (
            quote!(funds in a::Code),
            "`funds` is ambiguous: 2 sections define it; write `code!(cards.funds in a::Code)` or \
             `code!(declines.funds in a::Code)`",
        ),
        (
            quote!(declines.card_declined in a::Code),
            "section `declines` has no code `card_declined`, did you mean `code!(cards.card_declined in a::Code)`?",
        ),
        (
            quote!(card_declined in a::Sql),
            "`Sql` has no code `card_declined`, did you mean `code!(card_declined in a::Cards)`?",
        ),
        (
            quote!(fund in a::Cards),
            "`Cards` has no code `fund`, and no other section has it, did you mean `code!(funds in a::Cards)`?",
        ),
        (quote!(card.funds in a::Code), "unknown section `card`, did you mean `cards`?"),
        (quote!(-7 in a::Code), word),
        (
            quote!(card-declined in a::Code),
            "write a word in quotes if it has characters other than letters, digits and underscores",
        ),
    ] {
        assert_eq!(error(WORDS, arguments), message);
    }
    assert_eq!(
        error(&format!("!{WORDS}"), quote!(x in a::Code)),
        "there is no code `x`; the table has errors, see above"
    );
}

#[test]
fn a_table_of_numbers_has_no_words() {
    for arguments in [quote!("7" in a::Code), quote!(refunds."7" in a::Code), quote!(7.5 in a::Code), quote!(22P02)] {
        assert!(error(ROWS, arguments).starts_with("expected a number, such as "));
    }
    assert!(error(ROWS, quote!(card_declined)).ends_with("such as `code!(card_declined in billing::Code)`"));
}
