use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use super::{forward, variant};

const ROWS: &str = " 7:invoices:NotPaid 7:refunds:None 17:type:Keyword 70:invoices:Late 2002:refunds:Done ";

/// The expansion of `code!` for a table, without spaces.
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
        (quote!(7 in Refunds), "Refunds::None"),
        (quote!(7 in billing::Refunds), "billing::Refunds::None"),
        (quote!(7 in ::a::b::Refunds,), "::a::b::Refunds::None"),
        (quote!(70 in Code), "Code::Invoices(Invoices::Late)"),
        (quote!(refunds.7 in crate::Code), "crate::Code::Refunds(crate::Refunds::None)"),
    ] {
        assert_eq!(code(ROWS, arguments), Ok(path.to_owned()));
    }
}

#[test]
fn an_unknown_number_shows_the_nearest() {
    for (arguments, message) in [
        (quote!(8), "unknown code 8 (nearest: 7, 17)"),
        (quote!(0), "unknown code 0 (nearest: 7)"),
        (quote!(218_000), "unknown code 218_000 (nearest: 2002)"),
        (
            quote!(0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF),
            "unknown code 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF (nearest: 2002)",
        ),
        (quote!(-7), "unknown code -7 (nearest: 7)"),
        (quote!(8 in Code), "unknown code 8 (nearest: 7, 17)"),
    ] {
        assert_eq!(error(ROWS, arguments), message);
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
        (quote!(8 in Invoices), "`Invoices` has no code 8, and no other section has it (nearest: 7, 70)"),
    ] {
        assert_eq!(error(ROWS, arguments), message);
    }
}

#[test]
fn an_unknown_section_or_type_is_an_error() {
    for (arguments, message) in [
        (quote!(refund.7), "unknown section `refund`, did you mean `refunds`?"),
        (quote!(abc.7), "unknown section `abc`; expected `invoices`, `refunds` or `type`"),
        (quote!(7 in Refund), "`Refund` is not a type of the table, did you mean `Refunds`?"),
        (
            quote!(7 in Orders),
            "`Orders` is not a type of amoCRM's table; for a table of your own, write the path, such as `billing::Orders`",
        ),
        (quote!(7 in a::Orders), "`Orders` is not a type of the table; expected `Code` or the type of a section"),
        (quote!(7 in u16), "`u16` is not a type of the table; expected `Code` or the type of a section"),
        (quote!(7 in Section), "`Section` is not a type of the table; expected `Code` or the type of a section"),
        (quote!(7 in _), "`_` is not a type of the table; expected `Code` or the type of a section"),
    ] {
        assert_eq!(error(ROWS, arguments), message);
    }
}

#[test]
fn a_row_that_is_missing_from_a_table_with_errors_is_not_explained_otherwise() {
    let rows = format!("!{ROWS}");
    assert_eq!(code(&rows, quote!(70)).as_deref(), Ok("krate::Code::Invoices(krate::Invoices::Late)"));
    assert!(error(&rows, quote!(7)).starts_with("7 is ambiguous"));
    for (arguments, message) in [
        (quote!(8), "there is no code 8, but the table has errors, see above"),
        (quote!(refunds.70), "there is no code 70, but the table has errors, see above"),
        (quote!(70 in Refunds), "there is no code 70, but the table has errors, see above"),
        (quote!(refund.7), "there is no section `refund`, but the table has errors, see above"),
        (quote!(7 in a::Refund), "there is no type `Refund`, but the table has errors, see above"),
    ] {
        assert_eq!(error(&rows, arguments), message);
    }
    assert_eq!(error("! ", quote!(7)), "there is no code 7, but the table has errors, see above");
}

#[test]
fn what_is_not_a_number_is_an_error_that_shows_the_forms() {
    for arguments in [
        quote!(),
        quote!("217"),
        quote!(217.0),
        quote!(217 218),
        quote!(217, Leads),
        quote!(217 in Vec<u8>),
        quote!(tasks.),
        quote!((217)),
        quote!(217f32),
        quote!(217foo),
    ] {
        let message = error(ROWS, arguments.clone());
        assert!(message.starts_with("expected a number, such as `code!(217)`, "), "{arguments}: {message}");
    }
    assert!(error(ROWS, quote!(number)).starts_with("`number` is not a literal number; look up "));
    assert!(error(ROWS, quote!(7 in)).starts_with("expected the type of a section or `Code`, "));
    assert_eq!(
        error(ROWS, quote!(7 in Section::Refunds)),
        "`Section` is not a module; write the type of the section, such as `code!(7 in Refunds)`"
    );
    assert_eq!(
        error(ROWS, quote!(7 in billing::Code::Refunds)),
        "`Code` is not a module; write the type of the section, such as `code!(7 in billing::Refunds)`"
    );
}

/// What `code!` with a path expands to, without spaces.
fn forwarded(arguments: TokenStream) -> String {
    forward(quote!(krate #arguments)).unwrap().to_string().replace(' ', "")
}

#[test]
fn a_path_leads_to_the_table_next_to_its_type() {
    assert_eq!(forwarded(quote!(7 in billing::Code)), "billing::__amo_codes_table!(7inbilling::Code)");
    assert_eq!(forwarded(quote!(a.7 in ::b::c::Code,)), "::b::c::__amo_codes_table!(a.7in::b::c::Code,)");
    assert_eq!(forwarded(quote!(7 in crate::Code)), "crate::__amo_codes_table!(7incrate::Code)");
    assert!(forward(quote!(krate 7 in billing::)).is_err());
}

#[test]
fn the_arguments_may_come_through_another_macro() {
    let grouped = |tokens| TokenTree::Group(Group::new(Delimiter::None, tokens));
    let (number, path, name) = (grouped(quote!(7)), grouped(quote!(billing::Refunds)), grouped(quote!(Refunds)));
    assert_eq!(forwarded(quote!(#number in #path)), "billing::__amo_codes_table!(7inbilling::Refunds)");
    assert_eq!(forwarded(quote!(#number in #name)), "krate::__amo_codes_table!(7inRefunds)");
    assert_eq!(code(ROWS, quote!(#number in #path)).as_deref(), Ok("billing::Refunds::None"));
}
